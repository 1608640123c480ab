import { sql } from 'kysely'
import type { petitionRoutes } from '#contract/petition.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { whyNot } from '#domain/matter/why-not.ts'
import { isPrincipal } from '#domain/party/party.ts'
import { type PetitionStep, petitionSteps } from '#domain/petition/moves.ts'
import type { Petition } from '#domain/petition/petition.ts'
import { mandatesOf, whyNotTakePetition } from '#domain/petition/who.ts'
import { isAbove, whyNotStage } from '#domain/petition/why-not.ts'
import { refuse } from '#domain/refusal.ts'
import { namesOf } from '../colleague/queries.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { circumstances, rulesFor } from '../matter/commands.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { pathsAbove } from '../org/queries.ts'
import { listByIds, listPresent, partyOf } from '../party/queries.ts'
import { besideOf, petitionSeats } from './prepare.ts'
import { factsOf, findPetition, listAreas, textsOf } from './queries.ts'
import { listSettlements } from './settlements.ts'
import { personOf, petitionViewOf, unitsNamed } from './views.ts'

/** The petition of a matter with what may be done now, and who could petition. Refusal: `notFound`. */
export async function getMatterPetition({
  tx,
  actor,
  params,
  now,
}: Call<typeof petitionRoutes.getMatterPetition>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  if (!row) return refuse('notFound')
  const matter = matterOf(row)
  const rules = await rulesFor(tx, row)
  const line = await findPetition(tx, district, row.id)
  const p = factsOf(line)
  const present = await listPresent(tx, district, row.id)
  const seats = petitionSeats(actor, matter)
  const as = { accountId: actor.accountId, seats }
  const at = { ...circumstances(matter, rules, now), isDestroyed: row.destroyed_at !== null }
  const mayMove = whyNot('petition', matter, actor, at) === undefined
  const moment = { now, today: dayOf(now), calendar: rules.calendar }
  const isNow = (step: PetitionStep) =>
    (whyNotTakePetition(step, p, as, moment.today) ?? whyNotStage(step, p, moment)) === undefined
  const may = mayMove ? petitionSteps.filter(isNow) : []
  const person = personOf(actor, matter, p)
  const canPetition = present.filter((one) => one.side === 'a' && isPrincipal(partyOf(one)))
  const mayRegister = line === undefined && may.includes('register')
  const parties = {
    parties: seats.length > 0 ? canPetition.map(person) : [],
    agents: seats.length > 0 ? present.filter(({ role }) => role === 'agent').map(person) : [],
  }
  if (!line || !p) return { petition: null, ...parties, mayRegister, wasDestroyed: line !== undefined }
  const gone = [...p.petitionerIds, ...p.mandates.flatMap(({ partyId }) => partyId ?? [])].filter(
    (id) => !present.some((one) => one.id === id),
  )
  const all = [...present, ...(await listByIds(tx, district, gone))]
  const { rows: beside, judged } = await besideOf(tx, district, p, all)
  const shown = {
    ...{ line, p, matter, actor, parties: all, beside, judged, may, now },
    mayRead: seats.length > 0 || mandatesOf(p, actor.accountId, dayOf(now)).length > 0,
    texts: await textsOf(tx, district, p.id),
    names: await unitNames(tx, district, unitsNamed(p)),
    people: await namesOf(
      tx,
      district,
      p.mandates.flatMap(({ accountId }) => accountId ?? []),
    ),
    reviewers: await reviewersFor(tx, actor, p, may, now),
    ...(await mediationsFor(tx, district, p, may)),
    ...{ calendar: rules.calendar, warnShare: rules.profile.warnShare },
  }
  return { petition: petitionViewOf(shown), ...parties, mayRegister, wasDestroyed: false }
}

/** What units are called. Out: id → name. */
export async function unitNames(
  tx: Tx,
  district: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`select id, name from unit
    where district_id = ${district} and id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** By which mediation a petition was settled; and by which it could be, where that may be entered now. */
async function mediationsFor(tx: Tx, district: number, p: Petition, may: readonly string[]) {
  if (p.mediationId === null && !may.includes('reconcile')) return { mediation: null, mediations: [] }
  const all = await listSettlements(tx, district, p.matterId)
  const named = ({ id, number }: (typeof all)[number]) => ({ id, number })
  return {
    mediation: all.filter(({ id }) => id === p.mediationId).map(named)[0] ?? null,
    mediations: may.includes('reconcile') ? all.filter(({ isAgreed }) => isAgreed).map(named) : [],
  }
}

/** The offices of the levels above a body, the nearest first; none where nobody may ask now, or the body is the district's own. */
async function reviewersFor(
  tx: Tx,
  actor: StaffActor,
  p: Petition,
  may: readonly string[],
  now: number,
): Promise<{ id: string; name: string }[]> {
  const below = may.includes('askReview') ? p.bodyPath : may.includes('askRereview') ? p.review?.path : null
  if (!below) return []
  const areas = await listAreas(
    tx,
    actor.districtId,
    sql`u.kind = 'centre' and (u.valid_to is null or u.valid_to >= ${dayOf(now)}::date)
      and u.parent_id in (select id from unit where district_id = ${actor.districtId} and path = any (${pathsAbove(below)}))`,
  )
  return areas
    .filter(({ serves }) => isAbove(serves, below))
    .toSorted((a, b) => b.serves.length - a.serves.length)
    .map(({ id, name }) => ({ id, name }))
}
