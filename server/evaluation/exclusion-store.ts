import { sql } from 'kysely'
import type { Day } from '#domain/calendar/days.ts'
import type { ExclusionState, ExclusionVote } from '#domain/evaluation/exclusion.ts'
import type { Tx } from '../db/scope.ts'
import { newId } from '../ids.ts'
import { writeTold } from '../notify/store.ts'
import { record } from './log.ts'

export type NewExclusion = {
  district: number
  id: string
  matterId: string
  number: string
  unit: { id: string; path: string }
  reason: string
  measures: readonly string[]
  voteBy: Day
  accountId: string
  seats: readonly string[]
  now: number
}

/** Asks the panel. Out: whether its id was free. */
export async function insertExclusion(tx: Tx, asked: NewExclusion): Promise<boolean> {
  const { district, id, now } = asked
  const at = new Date(now)
  const { rows } =
    await sql`insert into exclusion (district_id, id, matter_id, number, unit_id, unit_path, reason, deciders, measures, state, asked_by,
      asked_at, vote_by, changed_at)
    values (${district}, ${id}, ${asked.matterId}, ${asked.number}, ${asked.unit.id}, ${asked.unit.path}, ${asked.reason},
      ${[...asked.seats]}::uuid[], ${[...asked.measures]}::text[], 'voting', ${asked.accountId}, ${at}, ${asked.voteBy}::date, ${at})
    on conflict (district_id, id) do nothing returning 1`.execute(tx)
  if (rows.length === 0) return false
  await sql`insert into exclusion_seat (district_id, exclusion_id, unit_id)
    select ${district}::int, ${id}::uuid, x from unnest(${[...asked.seats]}::uuid[]) x`.execute(tx)
  return true
}

/** Locks an exclusion for what comes. */
export const lockExclusion = (tx: Tx, district: number, id: string) =>
  sql`select 1 from exclusion where district_id = ${district} and id = ${id} for update`.execute(tx)

/** Gives the vote of a unit. */
export const writeVote = (
  tx: Tx,
  at: { district: number; id: string; unitId: string; accountId: string; now: number },
  vote: ExclusionVote,
) =>
  sql`update exclusion_seat set vote = ${vote}, voted_by = ${at.accountId}, voted_at = ${new Date(at.now)}
    where district_id = ${at.district} and exclusion_id = ${at.id} and unit_id = ${at.unitId} and vote is null`.execute(
    tx,
  )

type Moved = { state: ExclusionState; decided?: boolean; appealBy?: Day | null }

/** Moves an exclusion on. What is undefined stays as it was. */
export const writeExclusion = (
  tx: Tx,
  at: { district: number; id: string; now: number },
  { state, decided = false, appealBy }: Moved,
) =>
  sql`update exclusion set state = ${state}, decided_at = case when ${decided}::boolean then ${new Date(at.now)} else decided_at end,
      appeal_by = coalesce(${appealBy ?? null}::date, appeal_by), changed_at = ${new Date(at.now)}
    where district_id = ${at.district} and id = ${at.id}`.execute(tx)

/** The panel of the day; undefined: nobody was named yet. */
export async function findPanel(tx: Tx, district: number) {
  const { rows } = await sql<{
    version: number
    unit_ids: string[]
    set_at: number
  }>`select version, unit_ids, set_at
    from evaluation_panel where district_id = ${district} order by version desc limit 1`.execute(tx)
  return rows[0]
}

/** Names the units of the panel. */
export const insertPanel = (
  tx: Tx,
  named: { district: number; version: number; unitIds: readonly string[]; accountId: string; now: number },
) =>
  sql`insert into evaluation_panel (district_id, version, unit_ids, set_by, set_at) values (${named.district}, ${named.version},
    ${[...named.unitIds]}::uuid[], ${named.accountId}, ${new Date(named.now)})`.execute(tx)

type Kind = 'exclusionAsked' | 'exclusionAppealed' | 'exclusionDecided'

/** Tells units of an exclusion. */
export async function tellExclusion(
  tx: Tx,
  about: { district: number; now: number; id: string; actorId: string | null },
  kind: Kind,
  unitIds: readonly string[],
): Promise<void> {
  const said = {
    ...{ matterId: null, exclusionId: about.id, kind, facts: {}, actorId: about.actorId },
    pressing: kind === 'exclusionDecided' ? ('know' as const) : ('act' as const),
  }
  const notices = [...new Set(unitIds)].map((unitId) => ({ ...said, unitId, accountId: null }))
  await writeTold(tx, { district: about.district, at: about.now, notices, events: [] })
}

/** What a panel has decided, on record without a person, and told to whoever asked. */
export async function decide(
  tx: Tx,
  e: { district: number; id: string; matterId: string; unitId: string; now: number },
  outcome: 'excluded' | 'refused',
  appealBy: Day,
): Promise<void> {
  const { district, id, now } = e
  const moved = { state: outcome, decided: true, appealBy: outcome === 'refused' ? appealBy : null }
  await writeExclusion(tx, e, moved)
  const deed = { district, id: newId(now), accountId: null, verb: 'decide', subjectId: id }
  await record(tx, { ...deed, payload: { outcome } }, { now, seat: null, matterId: e.matterId })
  await tellExclusion(tx, { district, now, id, actorId: null }, 'exclusionDecided', [e.unitId])
}
