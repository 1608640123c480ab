import { sql } from 'kysely'
import type { MoveInput } from '#contract/moves.ts'
import { petitionInputs } from '#contract/petition-steps.ts'
import type { Seat, StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { clockDue } from '#domain/petition/clocks.ts'
import { afterPetition } from '#domain/petition/effects.ts'
import type { PetitionStep } from '#domain/petition/moves.ts'
import type { PetitionAction, PetitionPayloads } from '#domain/petition/payloads.ts'
import { blockingOf, type DoubleReason, type Petition } from '#domain/petition/petition.ts'
import { seatOf, whyNotTakePetition } from '#domain/petition/who.ts'
import { type PetitionFacts, whyNotPetition } from '#domain/petition/why-not.ts'
import { refuse } from '#domain/refusal.ts'
import { allReach } from '../colleague/queries.ts'
import { parse } from '../http/parse.ts'
import { insist, Refused } from '../http/refused.ts'
import type { Moment } from '../matter/prepare.ts'
import { listMimes } from '../mediation/queries.ts'
import { listPresent, type PartyLine, partyOf } from '../party/queries.ts'
import { payloads } from './payloads.ts'
import { accountsAt, factsOf, findPetition, listAreas, listBeside, unitsOfAccounts } from './queries.ts'
import { type NewText, nextPetitionNo, type Petitioned } from './store.ts'

export type { Petitioned } from './store.ts'

/** Everything a step is made from; what it seals is gathered in `texts`. */
export type Kit = { moment: Moment; actor: StaffActor; p: Petition | undefined; seat: Seat; texts: NewText[] }

/** The posts by which somebody reaches a matter for petitions. */
export const petitionSeats = (actor: StaffActor, matter: Moment['matter']): Seat[] =>
  actor.seats.filter(
    (seat) => reachingSeat({ ...actor, seats: [seat] }, 'petition.run', matter) !== undefined,
  )

/**
 * One step of a petition, held against its rules. Out: the payload of the matter's history, which names nobody and says nothing, and
 * what is written beside it. Refusals: those of `whyNotTakePetition` and `whyNotPetition`, and of units, files and people.
 */
export async function preparePetition(moment: Moment, command: MoveInput<'petition'>) {
  const { tx, matter, now } = moment
  if (moment.actor.kind !== 'staff') throw new Refused(refuse('notYours'))
  const { petitionId, step } = command
  const actor = moment.actor
  const district = actor.districtId
  const p = factsOf(await findPetition(tx, district, matter.id))
  if (p && p.id !== petitionId) throw new Refused(refuse(step === 'register' ? 'twoPetitions' : 'notFound'))
  const seats = petitionSeats(actor, matter)
  const as = { accountId: actor.accountId, seats }
  const today = dayOf(now)
  insist(whyNotTakePetition(step, p, as, today))
  const seat = seatOf(step, p, seats)
  if (!seat) throw new Refused(refuse('notYours'))
  const input = parse(petitionInputs[step], command.input, 'body')
  const kit: Kit = { moment, actor, p, seat, texts: [] }
  const make = payloads[step] as (kit: Kit, input: unknown) => Promise<PetitionPayloads[PetitionStep]>
  let payload = await make(kit, input)
  insist(whyNotPetition(step, p, payload, await factsFor(kit, step, payload)))
  const files = await whyNotFile(kit, step, payload as { fileId?: string | null })
  if (step === 'mandate') await whyNotAgent(kit, payload as PetitionPayloads['mandate'])
  if (step === 'register') {
    const register = payload as PetitionPayloads['register']
    payload = { ...register, ...(await nextPetitionNo(tx, district, register.officeId, now)) }
  }
  const dues = Object.fromEntries(
    (p?.clocks ?? [])
      .filter(({ stoppedAt }) => stoppedAt === null)
      .map((clock) => [clock.kind, clockDue(clock, moment.rules.calendar)]),
  )
  const action: PetitionAction = {
    ...{ step, at: now, petitionId, matterId: matter.id, actorId: actor.accountId, unitId: seat.unitId },
    ...{ dues, payload },
  }
  const next = afterPetition(p, action)
  const unitIds = unitsIn(next).filter((id) => !matter.involved.includes(id))
  const lock = await lockOf(kit, next)
  return {
    payload: {
      ...{ petitionId, step, petition: next.state, unitIds, dues, facts: payload },
      ...(lock === undefined ? {} : { lock }),
    },
    petitioned: { before: p, next, texts: kit.texts, files, seat } satisfies Petitioned,
  }
}

/** The bodies of the district that have to do with a petition. */
const unitsIn = ({ officeId, competent, bodyId, review, rereview }: Petition): string[] => [
  ...new Set(
    [officeId, bodyId, review?.unitId, rereview?.unitId, ...competent.map(({ unitId }) => unitId)].flatMap(
      (id) => id ?? [],
    ),
  ),
]

/**
 * Who may know of a whistle-blowing (art. 30): whoever registers it, who works on petitions at the bodies it goes through, and the agents;
 * never the reported. Undefined for every other petition, and where nobody is new.
 */
async function lockOf(
  { moment: { tx, matter, now }, actor }: Kit,
  p: Petition,
): Promise<string[] | undefined> {
  if (p.kind !== 'report') return undefined
  const { accountIds } = p.reported
  const at = await accountsAt(tx, actor.districtId, unitsIn(p), accountIds, now)
  const agents = p.mandates.flatMap((one) => one.accountId ?? [])
  const all = [...new Set([actor.accountId, ...at, ...agents])].filter((id) => !accountIds.includes(id))
  const fresh = all.filter((id) => !matter.needToKnow.includes(id))
  return fresh.length === 0 && matter.sensitive ? undefined : fresh
}

/** The keyed look-ups of those who petition. */
export const keysOf = (parties: readonly PartyLine[], ids: readonly string[]) => {
  const ours = parties.filter(({ id }) => ids.includes(id))
  return {
    phones: ours.flatMap((one) => one.phone_index ?? []),
    names: ours.flatMap((one) => one.name_index ?? []),
  }
}

/** Petitions of the same person nobody has looked at, and what stands against accepting in those that are the same. */
export async function besideOf(
  tx: Moment['tx'],
  district: number,
  p: Petition,
  parties: readonly PartyLine[],
) {
  const rows = await listBeside(tx, district, p.matterId, keysOf(parties, p.petitionerIds))
  const judged = new Map(p.judged.map(({ petitionId, isSame }) => [petitionId, isSame]))
  const blocking = new Map<string, DoubleReason>()
  for (const row of rows) {
    const reason = blockingOf(row)
    if (judged.get(row.id) === true && reason !== undefined) blocking.set(row.id, reason)
  }
  return { rows, judged, blocking, undecided: rows.map(({ id }) => id).filter((id) => !judged.has(id)) }
}

async function factsFor(
  { moment: { tx, matter, now, rules }, actor, p, seat }: Kit,
  step: PetitionStep,
  payload: PetitionPayloads[PetitionStep],
): Promise<PetitionFacts> {
  const district = actor.districtId
  const parties = await listPresent(tx, district, matter.id)
  const register = step === 'register' ? (payload as PetitionPayloads['register']) : undefined
  const petitioners = register?.petitionerIds ?? p?.petitionerIds ?? []
  const { undecided, blocking } = p
    ? await besideOf(tx, district, p, parties)
    : { undecided: [], blocking: new Map() }
  const newAgent = (payload as { accountId?: string | null }).accountId
  const people = [
    actor.accountId,
    ...(p?.mandates ?? []).flatMap((one) => one.accountId ?? []),
    newAgent ?? [],
  ].flat()
  const units = await unitsOfAccounts(tx, district, people, now)
  const named = payload as { unitId?: string | null; competent?: readonly { unitId: string }[] }
  const wanted = [
    ...(p?.reported.unitIds ?? []),
    ...(named.unitId ? [named.unitId] : []),
    ...(named.competent ?? []).map(({ unitId }) => unitId),
  ]
  const areas = new Map(
    wanted.length === 0
      ? []
      : (await listAreas(tx, district, sql`u.id = any (${wanted}::uuid[])`)).map(
          ({ id, serves }) => [id, serves] as const,
        ),
  )
  const atWork = p !== undefined && (seat.unitId === p.officeId || seat.unitId === p.bodyId)
  return {
    ...{ now, today: dayOf(now), calendar: rules.calendar, actorId: actor.accountId },
    isAgentOnly: p !== undefined && !atWork,
    present: parties.map(partyOf),
    unreachable: parties
      .filter(
        (one) => petitioners.includes(one.id) && one.address_sealed === null && one.phone_sealed === null,
      )
      .map(({ id }) => id),
    ...{ undecided, blocking },
    unitsOf: (accountId) => units.get(accountId) ?? [],
    areaOf: (unitId) => areas.get(unitId),
  }
}

/** Proofs are pictures or a PDF that this person uploaded. Refusals: `fileMissing`, `notPicture`. */
async function whyNotFile(
  { moment: { tx }, actor }: Kit,
  step: PetitionStep,
  { fileId }: { fileId?: string | null },
): Promise<readonly string[]> {
  if (!fileId) return []
  const [mime] = await listMimes(tx, actor.districtId, [fileId], `account:${actor.accountId}`)
  if (mime === undefined) throw new Refused(refuse('fileMissing', undefined, 'fileId'))
  const isFine = mime.startsWith('image/') || (step === 'deliver' && mime === 'application/pdf')
  if (!isFine) throw new Refused(refuse('notPicture', undefined, 'fileId'))
  return [fileId]
}

/** An agent of the staff has to see the matter, or could do nothing in it. Refusal: `outOfSight`. */
async function whyNotAgent(
  { moment: { tx, matter, now }, actor }: Kit,
  { accountId }: PetitionPayloads['mandate'],
) {
  if (accountId === null) return
  const seen = matter.sensitive ? { ...matter, needToKnow: [...matter.needToKnow, accountId] } : matter
  if (!(await allReach(tx, actor.districtId, [accountId], seen, now)))
    throw new Refused(refuse('outOfSight', undefined, 'accountId'))
}
