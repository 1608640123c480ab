import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { meetingRoutes } from '#contract/meeting.ts'
import type { MinutesBody } from '#contract/meeting-steps.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { Attendance } from '#domain/meeting/meeting.ts'
import { type ItemMinutes, whyNotConfirm, whyNotRecord } from '#domain/meeting/minutes.ts'
import { whyNotMeeting } from '#domain/meeting/moves.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { canonical } from '../matter/history.ts'
import { actingUnit, onceInMeeting } from './once.ts'
import { type ItemLine, type Loaded, loadMeeting } from './read.ts'
import { type NewText, writeDraft, writeMeeting, writeTexts } from './store.ts'
import { viewMeeting } from './views.ts'

type Given = MinutesBody['items'][number]

const standing = (loaded: Loaded) =>
  loaded.present.map(({ unit_id, came }) => ({ unitId: unit_id, came: came as Attendance }))

/** The minutes of an item: as they are given, or as they stand. */
function minutesOf({ open, tasks }: Loaded, item: ItemLine, given?: Given): ItemMinutes {
  const own = tasks.filter((task) => task.item_id === item.id)
  return {
    ...{ no: item.no, isPlain: item.is_plain, needToKnow: item.need_to_know ?? [] },
    said: given ? (given.said ?? '') : (open(item.id, 'said') ?? ''),
    conclusion: given ? (given.conclusion ?? '') : (open(item.id, 'conclusion') ?? ''),
    tasks: given
      ? given.tasks
      : own.map((task) => ({ unitId: task.unit_id, accountId: task.account_id, dueOn: task.due_on })),
  }
}

/** Writes down who was there; the list given is the whole of it. */
async function writePresent(tx: Tx, { row }: Loaded, present: MinutesBody['present']): Promise<void> {
  const at = { district: row.district_id, meetingId: row.id }
  await sql`delete from meeting_text x using meeting_present p where p.district_id = ${at.district}
    and p.meeting_id = ${row.id} and x.district_id = ${at.district} and x.of_id = p.id and x.kind = 'person'`.execute(
    tx,
  )
  await sql`delete from meeting_present where district_id = ${at.district} and meeting_id = ${row.id}`.execute(
    tx,
  )
  for (const [i, { id, unitId, came, name, post }] of present.entries()) {
    const { numAffectedRows } =
      await sql`insert into meeting_present (district_id, id, meeting_id, no, unit_id, came)
      values (${at.district}, ${id}, ${row.id}, ${i + 1}, ${unitId}, ${came}) on conflict do nothing`.execute(
        tx,
      )
    if (numAffectedRows !== 1n) throw new Refused(refuse('commandReused', undefined, 'present'))
    const words = { name, post: post ?? '' }
    await writeTexts(tx, at, [{ ofId: id, kind: 'person', itemId: null, words }])
  }
}

async function writeItem(tx: Tx, loaded: Loaded, item: ItemLine, given: Given): Promise<void> {
  const { district_id: district, id: meetingId } = loaded.row
  const keep = given.tasks.map(({ id }) => id)
  await sql`delete from meeting_text x using meeting_task t where t.district_id = ${district} and t.item_id = ${item.id}
    and t.state = 'draft' and t.id <> all (${keep}::uuid[]) and x.district_id = ${district} and x.of_id = t.id`.execute(
    tx,
  )
  await sql`delete from meeting_task where district_id = ${district} and item_id = ${item.id} and state = 'draft'
    and id <> all (${keep}::uuid[])`.execute(tx)
  for (const [i, { id, unitId, accountId, dueOn }] of given.tasks.entries()) {
    const task = { id, meetingId, itemId: item.id, matterId: item.matter_id, unitId, accountId, dueOn }
    if (!(await writeDraft(tx, district, { ...task, no: item.no * 100 + i + 1 })))
      throw new Refused(refuse('commandReused', undefined, 'items'))
  }
  const texts: NewText[] = [
    { ofId: item.id, kind: 'said', itemId: item.id, words: given.said ?? '' },
    { ofId: item.id, kind: 'conclusion', itemId: item.id, words: given.conclusion ?? '' },
    ...given.tasks.map(
      ({ id, what, doneWhen }): NewText => ({
        ...{ ofId: id, kind: 'task', itemId: item.id, words: { what, doneWhen } },
      }),
    ),
  ]
  await writeTexts(tx, { district, meetingId }, texts)
}

/** Whether the people named for tasks hold a post at the unit that owns them. Throws `notOfUnit`. */
async function insistOwners(tx: Tx, loaded: Loaded, items: MinutesBody['items'], now: number): Promise<void> {
  const named = items.flatMap(({ tasks }) =>
    tasks.flatMap(({ unitId, accountId }) => (accountId === null ? [] : [{ unitId, accountId }])),
  )
  if (named.length === 0) return
  const { rows } = await sql<{ name: string }>`select u.name
    from json_to_recordset(${JSON.stringify(named)}::json) x("unitId" uuid, "accountId" uuid)
    join unit u on u.district_id = ${loaded.row.district_id} and u.id = x."unitId"
    where not exists (select from account a join post o on o.district_id = a.district_id and o.person_id = a.person_id
      where a.district_id = ${loaded.row.district_id} and a.id = x."accountId" and a.disabled_at is null
        and o.unit_id = x."unitId" and o.from_on <= ${dayOf(now)}::date and (o.to_on is null or o.to_on >= ${dayOf(now)}::date))`.execute(
    tx,
  )
  const [first] = rows
  if (first) throw new Refused(refuse('notOfUnit', { name: first.name }, 'accountId'))
}

/**
 * Saves the minutes as far as they are written. Refusals: those of `whyNotMeeting` and `whyNotRecord`, `staleVersion`, `notFound` (an
 * item), `notATarget` (who was there is of a unit that was not called), `notOfUnit`, `commandReused`.
 */
export async function saveMinutes(call: Call<typeof meetingRoutes.saveMinutes>) {
  const { tx, actor, params, body, now } = call
  const loaded = await loadMeeting(tx, actor, params.id, true)
  const { meeting, items, sees } = loaded
  const deed = {
    ...{ tx, actor, now, commandId: body.commandId, meetingId: meeting.id, verb: 'record', input: body },
    unitId: actingUnit(actor, meeting),
  }
  await onceInMeeting(deed, async () => {
    insist(whyNotMeeting('record', meeting, actor, now))
    if (body.version !== loaded.row.version) throw new Refused(refuse('staleVersion'))
    const given = new Map(body.items.map((one) => [one.id, one]))
    const written = items.flatMap((item) => {
      const one = given.get(item.id)
      return one && sees(item) ? [{ item, one }] : []
    })
    if (written.length !== body.items.length) throw new Refused(refuse('notFound', undefined, 'items'))
    const there = new Set([meeting.unitId, ...meeting.unitIds])
    if (body.present.some(({ unitId }) => unitId !== null && !there.has(unitId)))
      throw new Refused(refuse('notATarget', { unit: '' }, 'present'))
    insist(
      whyNotRecord(
        meeting,
        dayOf(meeting.startsAt),
        body.present,
        items.map((item) => minutesOf(loaded, item, given.get(item.id))),
      ),
    )
    await insistOwners(tx, loaded, body.items, now)
    await writePresent(tx, loaded, body.present)
    for (const { item, one } of written) await writeItem(tx, loaded, item, one)
    await writeMeeting(tx, actor.districtId, meeting.id, {})
    return { present: body.present.length, tasks: body.items.flatMap(({ tasks }) => tasks).length }
  })
  return viewMeeting(tx, actor, meeting.id, now)
}

/** Why minutes cannot be confirmed as they stand; of what is hidden from the chair, or only came back, nothing is asked. */
export function insistConfirmable(loaded: Loaded): void {
  const asked = loaded.items.filter((item) => !item.carried && loaded.sees(item))
  insist(
    whyNotConfirm(
      loaded.meeting,
      standing(loaded),
      asked.map((item) => minutesOf(loaded, item)),
    ),
  )
}

/** The digest of minutes: who was there, and of each item what was said, concluded and charged. */
export function digestOfMinutes({ present, items, tasks, open }: Loaded): Buffer {
  const content = {
    present: present.map((one) => [one.unit_id, one.came, open(one.id, 'person')]),
    items: items.map((item) => [
      ...[
        item.id,
        item.matter_id,
        open(item.id, 'topic'),
        open(item.id, 'said'),
        open(item.id, 'conclusion'),
      ],
      tasks
        .filter((task) => task.item_id === item.id)
        .map((task) => [task.id, task.unit_id, task.account_id, open(task.id, 'task')]),
    ]),
  }
  return createHash('sha256').update(canonical(content)).digest()
}
