import type { z } from 'zod'
import type { fileView, MatterPage, MatterRow as RowView } from '#contract/matter.ts'
import type { StaffActor } from '#domain/actor.ts'
import { type ClockKind, ruleFor } from '#domain/matter/clocks.ts'
import { remaining } from '#domain/matter/due.ts'
import { flagsOf } from '#domain/matter/flags.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { mayReveal } from '#domain/matter/reveal.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { maskName, maskPhone } from '#domain/person/mask.ts'
import { writeInstant } from '../db/instants.ts'
import type { AppealRow, AttachmentRow, ClockRow } from '../db/tables.gen.ts'
import type { Rules } from '../org/rules.ts'
import { unseal } from '../secrets.ts'
import { appealBound } from './bound.ts'
import { clockFacts } from './clock-rows.ts'
import type { ActionLine } from './queries.ts'
import { flaggedOf, type ListedRow, type ShownRow } from './rows.ts'

export const iso = writeInstant
export const isoOrNull = (at: number | null) => (at === null ? null : iso(at))

/** The names behind the ids of a line, and the clock that ends first. */
export type Names = {
  holder_name: string
  holder_kind: UnitKind
  place_name: string
  /** Who signed for it. */
  handler_name: string | null
  clock_kind: ClockRow['kind'] | null
  clock_due_at: number | null
  clock_warn_at: number | null
  clock_over_at: number | null
}

/** A line of a list as far as it is shown, and one of which the rules can be asked. */
export type Shown = ShownRow & Names
export type Listed = ListedRow & Names

export function rowView(row: Shown, now: number): RowView {
  const running =
    row.clock_kind === null
      ? []
      : [{ warnAt: row.clock_warn_at, dueAt: row.clock_due_at, overAt: row.clock_over_at }]
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state as Matter['state'],
    kind: row.kind as Matter['kind'],
    urgency: row.urgency as Matter['urgency'],
    level: row.level as Matter['level'],
    channel: row.channel as Matter['channel'],
    categoryCode: row.category_code,
    placeText: row.place_text,
    placeName: row.place_name,
    holder: { id: row.holder_id, name: row.holder_name, kind: row.holder_kind },
    handlerName: row.handler_name,
    appeals: row.appeals,
    flags: flagsOf(flaggedOf(row), running, now),
    receivedAt: iso(row.received_at),
    changedAt: iso(row.changed_at),
    clock:
      row.clock_kind === null ? null : { kind: row.clock_kind as never, dueAt: isoOrNull(row.clock_due_at) },
    closureKind: row.closure_kind as Matter['closureKind'],
    version: row.version,
  }
}

/** The source that the profile names for a clock's limit, as long as the line that gave it still is the one that fits. */
function sourceOf(row: ClockRow, matter: Matter, rules: Rules): string | null {
  const rule = ruleFor(rules.profile.limits, row.kind as ClockKind, matter)
  const isSame = rule?.limit.amount === row.amount && rule.limit.unit === row.measure
  return isSame ? (rule.source ?? null) : null
}

/** What a change of the calendar did to a clock, in the zone in which the database wrote it. */
type Shift = { at: string; was: string | null; is: string | null }
const utc = (text: string | null) => text && new Date(text).toISOString()

export function clockViews(
  rows: readonly (ClockRow & { unit_name: string })[],
  matter: Matter,
  rules: Rules,
  now: number,
): MatterPage['clocks'] {
  return rows.map((c) => ({
    source: sourceOf(c, matter, rules),
    extensions: clockFacts(c).extensions.map((extension) => extension.amount),
    pauses: clockFacts(c).pauses.map(({ fromAt, toAt }) => ({ fromAt: iso(fromAt), toAt: isoOrNull(toAt) })),
    id: c.id,
    kind: c.kind as MatterPage['clocks'][number]['kind'],
    unitName: c.unit_name,
    startedAt: iso(c.started_at),
    amount: c.amount,
    measure: c.measure as MatterPage['clocks'][number]['measure'],
    shifts: (c.shifts as Shift[]).map(({ at, was, is }) => ({ at, was: utc(was), is: utc(is) })),
    warnAt: isoOrNull(c.warn_at),
    dueAt: isoOrNull(c.due_at),
    stoppedAt: isoOrNull(c.stopped_at),
    outcome: c.outcome as MatterPage['clocks'][number]['outcome'],
    remaining: c.stopped_at === null ? remaining(clockFacts(c), rules.calendar, now) : null,
  }))
}

export function fileViewOf(row: AttachmentRow): z.output<typeof fileView> {
  return {
    id: row.id,
    name: row.name,
    mime: row.mime,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
  }
}

/** The accounts that an action names. */
export function mentionsOf({ payload }: Pick<ActionLine, 'payload'>): string[] {
  return (payload['mentions'] as string[] | undefined) ?? []
}

export function actionViews(
  lines: readonly ActionLine[],
  files: readonly AttachmentRow[],
  names: ReadonlyMap<string, string>,
): MatterPage['actionLog'] {
  return lines.map((line) => {
    const { inputDigest, version, ...whole } = line.payload
    // of a mediation or a petition the story says which step was taken, and nothing of who and how
    const payload =
      line.verb === 'mediate'
        ? { mediationId: whole['mediationId'], step: whole['step'], mediation: whole['mediation'] }
        : line.verb === 'petition'
          ? { petitionId: whole['petitionId'], step: whole['step'], petition: whole['petition'] }
          : whole
    return {
      seq: line.seq,
      verb: line.verb as MatterPage['actionLog'][number]['verb'],
      at: iso(line.at),
      actor: {
        kind: line.actor_kind,
        name: line.name,
        role: line.role as MatterPage['actionLog'][number]['actor']['role'],
        unitName: line.unit_name,
        ...(line.for_name === null ? {} : { forName: line.for_name }),
      },
      payload,
      mentioned: mentionsOf(line).flatMap((id) => names.get(id) ?? []),
      state: line.state as MatterPage['state'],
      files: files.filter((f) => f.seq === line.seq).map(fileViewOf),
    }
  })
}

type Sealed = Pick<AppealRow, 'district_id' | 'id'> &
  Partial<Pick<AppealRow, 'name_sealed' | 'phone_sealed' | 'query_sealed'>>

/** Opens a sealed value of a voice. */
export function openSealed(row: Sealed, column: 'name' | 'phone' | 'query'): string | null {
  const sealed =
    column === 'name' ? row.name_sealed : column === 'phone' ? row.phone_sealed : row.query_sealed
  // an empty one was destroyed
  return sealed === null || sealed === undefined || sealed.length === 0
    ? null
    : unseal(sealed, appealBound(row.district_id, row.id, column))
}

export function voiceView(
  actor: StaffActor,
  matter: Matter,
  row: AppealRow,
  files: readonly AttachmentRow[],
  actions: readonly ActionLine[],
): MatterPage['voices'][number] {
  // the step by which it came in: who wrote it down, and what it brought along
  const first = actions.find((line) => line.appeal_id === row.id)
  const may = mayReveal(actor, matter, { isConfidential: row.is_confidential })
  const name = may ? openSealed(row, 'name') : null
  const phone = may ? openSealed(row, 'phone') : null
  return {
    id: row.id,
    channel: row.channel as Matter['channel'],
    words: row.words,
    isAnonymous: row.is_anonymous,
    isConfidential: row.is_confidential,
    name: name === null ? null : maskName(name),
    phone: phone === null ? null : maskPhone(phone),
    mayReveal: may && (row.name_sealed !== null || row.phone_sealed !== null),
    hasContact: row.name_sealed !== null || row.phone_sealed !== null,
    erasedAt: isoOrNull(row.erased_at),
    externalNo: row.external_no,
    externalDueAt: isoOrNull(row.external_due_at),
    senderName: row.sender_name,
    paperOn: row.paper_on,
    onBehalf: row.on_behalf as MatterPage['voices'][number]['onBehalf'],
    enteredBy:
      first?.actor_kind === 'staff'
        ? {
            name: first.name ?? '',
            unitName: first.unit_name ?? '',
            isMe: first.actor_id === actor.accountId,
          }
        : null,
    submittedAt: iso(row.submitted_at),
    repeats: row.repeats,
    solved: row.solved,
    satisfied: row.satisfied as Matter['satisfied'],
    ratingWords: row.rating_words,
    files: files.filter((f) => f.appeal_id === row.id && f.seq === (first?.seq ?? 1)).map(fileViewOf),
  }
}
