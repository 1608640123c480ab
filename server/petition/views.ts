import type { PetitionClockView, PetitionRow, PetitionView } from '#contract/petition.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { Calendar } from '#domain/calendar/working-days.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { mayRevealParty } from '#domain/party/reveal.ts'
import { maskName } from '#domain/person/mask.ts'
import {
  clockDue,
  clockWarn,
  explained,
  objectUntil,
  type PetitionClock,
  petitionLimits,
  runningClock,
} from '#domain/petition/clocks.ts'
import { petitionPapers } from '#domain/petition/papers.ts'
import { blockingOf, isStanding, type Petition, petitionNumber, turnOf } from '#domain/petition/petition.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import type { PartyLine } from '../party/queries.ts'
import { nameIn } from '../party/sealed.ts'
import { petitionSeats } from './prepare.ts'
import type { Beside, PetitionLine, PetitionTexts } from './queries.ts'
import type { AskedWords, MandateWords, OpinionWords, PlainWords, RequestWords } from './sealed.ts'

type Names = ReadonlyMap<string, string>

/** One time of a petition as it is shown. */
export function clockViewOf(
  clock: PetitionClock,
  { calendar, warnShare, names, now }: { calendar: Calendar; warnShare: number; names: Names; now: number },
): PetitionClockView {
  const due = clockDue(clock, calendar)
  const warn = clockWarn(clock, calendar, warnShare)
  const { dueOn: _day, ...told } = explained(clock, calendar)
  return {
    ...{ kind: clock.kind, unitName: clock.unitId === null ? null : (names.get(clock.unitId) ?? null) },
    ...told,
    ...{
      dueAt: isoOrNull(due),
      dueOn: due === null ? null : dayOf(due),
      article: petitionLimits[clock.kind].article,
    },
    stoppedAt: isoOrNull(clock.stoppedAt),
    isLate: due !== null && (clock.stoppedAt ?? now) > due,
    isNear: clock.stoppedAt === null && warn !== null && now > warn && due !== null && now <= due,
  }
}

/** A petition in a list. */
export function petitionRowOf(
  line: PetitionLine & { matter_number: string; title: string },
  p: Petition,
  at: { calendar: Calendar; warnShare: number; names: Names; now: number },
): PetitionRow {
  const clock = runningClock(p)
  const turn = turnOf(p)
  return {
    ...{ id: line.id, matterId: line.matter_id, matterNumber: line.matter_number, title: line.title },
    ...{ number: petitionNumber(line), kind: line.kind, state: line.state, ending: line.ending },
    officeName: line.office_name,
    bodyName: p.bodyId === null ? null : (at.names.get(p.bodyId) ?? null),
    turnName: turn === null ? null : (at.names.get(turn) ?? null),
    receivedOn: line.received_on,
    clock: clock ? clockViewOf(clock, at) : null,
  }
}

/** Every unit that a petition names. */
export const unitsNamed = (p: Petition): string[] => [
  ...new Set(
    [
      ...[p.officeId, p.bodyId, p.review?.unitId, p.rereview?.unitId],
      ...p.competent.map(({ unitId }) => unitId),
      ...p.issued.map(({ unitId }) => unitId),
      ...p.clocks.map(({ unitId }) => unitId),
      ...p.reported.unitIds,
    ].flatMap((id) => id ?? []),
  ),
]

/** Whoever handles or reviews a petition writes to the petitioner, and so may know who it is; for others the rule of the matter holds. */
export function mayKnow(actor: StaffActor, matter: Matter, p: Petition, row: PartyLine): boolean {
  const at = [p.officeId, p.bodyId, p.review?.unitId, p.rereview?.unitId]
  if (p.kind !== 'report' && petitionSeats(actor, matter).some(({ unitId }) => at.includes(unitId)))
    return true
  return mayRevealParty(actor, matter, { side: row.side as 'a', isConfidential: row.is_secret })
}

/** What somebody is called for a reader: a person masked, null where it is not for the reader. */
function partyNameFor(
  actor: StaffActor,
  matter: Matter,
  p: Petition | undefined,
  row: PartyLine,
): string | null {
  const side = row.side as 'a' | 'b' | 'third'
  const isOpen = p
    ? mayKnow(actor, matter, p, row)
    : mayRevealParty(actor, matter, { side, isConfidential: row.is_secret })
  if (!isOpen) return null
  const name = nameIn(row)
  return row.kind === 'person' ? maskName(name) : name
}

/** A party as it is named beside a petition; before it is registered by the rule of the matter alone. */
export const personOf = (actor: StaffActor, matter: Matter, p?: Petition) => (row: PartyLine) => ({
  ...{ id: row.id, no: row.no, name: partyNameFor(actor, matter, p, row) },
})

export const besideViewOf = (
  row: Beside,
  judged: ReadonlyMap<string, boolean>,
): PetitionView['beside'][number] => ({
  ...{ id: row.id, number: petitionNumber(row), kind: row.kind, state: row.state, ending: row.ending },
  ...{
    officeName: row.office_name,
    bodyName: row.body_name,
    receivedOn: row.received_on,
    byPhone: row.by_phone,
  },
  matterId: row.matter_number === null ? null : row.matter_id,
  ...{ matterNumber: row.matter_number, title: row.title },
  ...{ isSame: judged.get(row.id) ?? null, blocks: blockingOf(row) ?? null },
})

export type Shown = {
  line: PetitionLine
  p: Petition
  matter: Matter
  actor: StaffActor
  parties: readonly PartyLine[]
  texts: PetitionTexts
  names: Names
  people: Names
  beside: readonly Beside[]
  judged: ReadonlyMap<string, boolean>
  may: PetitionView['may']
  reviewers: PetitionView['reviewers']
  mediation: PetitionView['mediation']
  mediations: PetitionView['mediations']
  mayRead: boolean
  calendar: Calendar
  warnShare: number
  now: number
}

const opinions = ['opinion', 'reviewOpinion', 'rereviewOpinion'] as const
const isOpinion = (form: string) => (opinions as readonly string[]).includes(form)

/** A petition as its section on the page of the matter shows it. */
export function petitionViewOf(s: Shown): PetitionView {
  const { line, p, matter, actor, parties, texts, names, mayRead, now, calendar } = s
  const today = dayOf(now)
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null)
  const person = personOf(actor, matter, p)
  const open = <T>(id: string | null | undefined) => (mayRead ? texts.open<T>(id) : null)
  const outside = (at: 'askReview' | 'askRereview') => open<AskedWords>(p.askedIds[at])?.outside || null
  const agentName = (id: string) => {
    const one = p.mandates.find((mandate) => mandate.id === id)
    if (one?.accountId) return s.people.get(one.accountId) ?? null
    const row = parties.find((party) => party.id === one?.partyId)
    return row ? partyNameFor(actor, matter, p, row) : null
  }
  const until = p.state === 'sent' && p.sentAt !== null && !p.isKept ? objectUntil(p.sentAt, calendar) : null
  const double = p.double && s.beside.find(({ id }) => id === p.double?.otherId)
  return {
    ...{
      id: p.id,
      matterId: p.matterId,
      number: petitionNumber(p),
      kind: p.kind,
      state: p.state,
      version: p.version,
    },
    ...{ channel: p.channel, receivedOn: p.receivedOn, people: p.people },
    office: { id: p.officeId, name: line.office_name },
    body: p.bodyId === null ? null : { id: p.bodyId, name: nameOf(p.bodyId) ?? '' },
    turnName: nameOf(turnOf(p)),
    petitioners: parties.filter(({ id }) => p.petitionerIds.includes(id)).map(person),
    representativeIds: [...p.representativeIds],
    words: open<RequestWords>(p.wordsId),
    reported: mayRead ? p.reported.unitIds.flatMap((id) => nameOf(id) ?? []) : [],
    clocks: p.clocks.map((clock) => clockViewOf(clock, s)),
    objectUntil: until !== null && until >= now ? iso(until) : null,
    beside: mayRead ? s.beside.map((row) => besideViewOf(row, s.judged)) : [],
    competent: p.competent.map(({ unitId }) => ({ id: unitId, name: nameOf(unitId) ?? '' })),
    route: p.route,
    double: p.double && {
      reason: p.double.reason,
      number: double ? petitionNumber(double) : null,
      officeName: double?.office_name ?? null,
    },
    ...{ stance: p.stance, reviewStance: p.reviewStance, rereviewStance: p.rereviewStance },
    reviewerName: nameOf(p.review?.unitId) ?? outside('askReview'),
    rereviewerName: nameOf(p.rereview?.unitId) ?? outside('askRereview'),
    isHearing: runningClock(p)?.pauses.some(({ toAt }) => toAt === null) ?? false,
    reportedUpAt: isoOrNull(p.reportedUpAt),
    issued: p.issued.map(({ form, at, unitId, textId, delivery }) => ({
      ...{ form, at: iso(at), unitName: nameOf(unitId) },
      text: isOpinion(form) ? null : (open<PlainWords>(textId)?.text ?? null),
      opinion: isOpinion(form) ? open<OpinionWords>(textId) : null,
      delivery: delivery && { on: delivery.on, how: delivery.how },
    })),
    mandates: p.mandates.map((one) => ({
      ...{ id: one.id, agentName: agentName(one.id), isStaff: one.accountId !== null },
      isMine: one.accountId === actor.accountId,
      ...{ powers: [...one.powers], fromOn: one.fromOn, toOn: one.toOn, way: one.way, fileId: one.fileId },
      ...{ isStanding: isStanding(one, today), revokedAt: isoOrNull(one.revokedAt) },
      subject: open<MandateWords>(one.textId)?.subject ?? null,
      duties: open<MandateWords>(one.textId)?.duties ?? null,
    })),
    acts: p.acts.map(({ mandateId, power, on, textId }) => ({
      ...{ agentName: agentName(mandateId), power, on },
      text: saidIn(open<Partial<PlainWords & AskedWords>>(textId)),
    })),
    ...{ ending: p.ending, endedAt: isoOrNull(p.endedAt), may: s.may, reviewers: s.reviewers },
    ...{ mediation: s.mediation, mediations: s.mediations },
    papers: mayRead ? petitionPapers(p) : [],
  }
}

/** What was said with an act of an agent: in its own words, or as the reason of what was asked for. */
const saidIn = (words: Partial<PlainWords & AskedWords> | null) => words?.text ?? words?.reason ?? null
