import { sql } from 'kysely'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { orphanLines, recomputeAids, sweepAids } from '../aid/sweep.ts'
import type { Database } from '../db/pool.ts'
import { inScope, scopeOf } from '../db/scope.ts'
import { evaluationRound } from '../evaluation/jobs.ts'
import { removeOldExports } from '../export/jobs.ts'
import type { FileStore } from '../files/file-store.ts'
import { removeLooseFiles } from '../files/loose.ts'
import { forgetBookers } from '../hall/store.ts'
import { forgetTrips } from '../identity/trip-store.ts'
import { reckonedAtOnce, recomputeClocks } from '../matter/reckon.ts'
import { sweepClocks, toldAtOnce } from '../matter/sweep.ts'
import { forgetCalls } from '../mediation/call-store.ts'
import { remindMeetings } from '../meeting/remind.ts'
import { deleteOldOutbox, hastenOutbox } from '../notify/outbox-store.ts'
import { type Relay, relayRound } from '../notify/relay.ts'
import { deleteOldNotices } from '../notify/store.ts'
import { forgetChallenges } from '../org/passkey-store.ts'
import { listDistricts } from '../org/queries.ts'
import { forgetRules } from '../org/rules.ts'
import { deleteEndedSessions } from '../org/session-store.ts'
import { forgetWaits } from '../org/wait-store.ts'
import { recomputePetitions, sweepPetitions } from '../petition/sweep.ts'
import { destroyRound } from '../record/destroy.ts'
import { forgetCallers } from '../resident/store.ts'
import { indexNames } from '../search/index-names.ts'
import { remindSubjects } from '../subject/remind.ts'
import { remindSupervised } from '../supervision/remind.ts'
import { findRound } from '../supervision/rounds.ts'
import { sweepTeams } from '../team/sweep.ts'
import { recomputeWhistles, sweepWhistles } from '../whistle/sweep.ts'
import { type Rounds, repeat } from './repeat.ts'

export type Worker = {
  db: Database
  files: FileStore
  clock: () => number
  /** How far the machine's clock claims to be ahead while the worker does not believe it (milliseconds). */
  aheadMs?: () => number
}

const everyMs = 5_000
const hourMs = 3_600_000
/** A booking's name and number are kept so long after its day, for whoever asks back. */
const bookersDays = 30

/** What one round did, recomputed: of whistles; kept beside the sign of life, so that a silent failure shows. */
export type Round = { told: number; recomputed: number; overdueUntold: number; aheadMs: number }

/** One round over every district: tell what has passed a mark, of whistles derive anew what a changed calendar moved. */
export async function goRound({ db, clock, aheadMs }: Worker): Promise<Round> {
  const round: Round = { told: 0, recomputed: 0, overdueUntold: 0, aheadMs: Math.round(aheadMs?.() ?? 0) }
  for (const id of await listDistricts(db)) {
    const scope = scopeOf({ kind: 'system', districtId: id })
    // Nothing is told by a calendar that has been changed since.
    forgetRules(id)
    await inScope(db, scope, (tx) => hastenOutbox(tx, id, clock()))
    round.recomputed += await inScope(db, scope, (tx) => recomputeWhistles(tx, id))
    round.recomputed += await inScope(db, scope, (tx) => recomputePetitions(tx, id))
    round.told += await inScope(db, scope, (tx) => sweepWhistles(tx, id, clock()))
    round.recomputed += await inScope(db, scope, (tx) => recomputeAids(tx, id))
    round.told += await inScope(db, scope, (tx) => sweepTeams(tx, id, clock()))
    round.told += await inScope(db, scope, (tx) => orphanLines(tx, id, clock()))
    round.told += await inScope(db, scope, (tx) => sweepAids(tx, id, clock()))
    round.told += await inScope(db, scope, (tx) => sweepPetitions(tx, id, clock()))
    for (;;) {
      const told = await inScope(db, scope, (tx) => sweepClocks(tx, id, clock()))
      round.told += told
      if (told < toldAtOnce) break
    }
    round.overdueUntold += await inScope(db, scope, async (tx) => {
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int n from (select from clock where district_id = ${id}
        and stopped_at is null and next_at < ${new Date(clock() - 60_000)} limit 1000) x`.execute(tx)
      return rows[0]?.n ?? 0
    })
  }
  const at = new Date(clock())
  await sql`insert into heartbeat (process, at, facts) values ('worker', ${at}, ${JSON.stringify(round)})
    on conflict (process) do update set at = excluded.at, facts = excluded.facts`.execute(db)
  return round
}

/** So many transactions of reckoning anew until the next district has its turn, and a stop is heard. */
const atOneGo = 20

/**
 * What a changed calendar moved is reckoned anew beside the rounds: a million clocks take minutes, and what falls due in
 * the meantime is told all the same. Out: `more` where something is left.
 */
export async function reckonRound({ db, clock }: Worker): Promise<'more' | 'done'> {
  let isMore = false
  for (const id of await listDistricts(db)) {
    const scope = scopeOf({ kind: 'system', districtId: id })
    forgetRules(id)
    let reckoned = reckonedAtOnce
    for (let i = 0; i < atOneGo && reckoned === reckonedAtOnce; i++)
      reckoned = await inScope(db, scope, (tx) => recomputeClocks(tx, id, clock()))
    isMore ||= reckoned === reckonedAtOnce
  }
  return isMore ? 'more' : 'done'
}

/** Reckons anew until stopped. */
export function startReckoning(worker: Worker, onFault: (fault: unknown) => void): Rounds {
  return repeat(() => reckonRound(worker), everyMs, onFault)
}

/** What nobody needs any longer: uploads that were never sent, exports and sessions that have run out, old notices. */
export async function tidy(worker: Worker): Promise<void> {
  await removeLooseFiles(worker)
  await removeOldExports(worker)
  while ((await indexNames(worker)) > 0);
  for (const id of await listDistricts(worker.db))
    await inScope(worker.db, scopeOf({ kind: 'system', districtId: id }), async (tx) => {
      await deleteEndedSessions(tx, id, worker.clock())
      await forgetWaits(tx, worker.clock())
      await forgetTrips(tx, worker.clock())
      await forgetChallenges(tx, id, worker.clock())
      await forgetBookers(tx, id, addDays(dayOf(worker.clock()), -bookersDays))
      await deleteOldNotices(tx, id, worker.clock())
      await deleteOldOutbox(tx, id, worker.clock())
      await forgetCallers(tx, id, worker.clock())
      await forgetCalls(tx, id, worker.clock())
      await remindSubjects(tx, id, worker.clock())
      await remindSupervised(tx, id, worker.clock())
      await remindMeetings(tx, id, worker.clock())
    })
  for (const id of await listDistricts(worker.db)) await findRound(worker.db, id, worker.clock())
  for (const id of await listDistricts(worker.db)) await evaluationRound(worker.db, id, worker.clock())
}

/** Goes round and round until stopped, and tidies every hour; a failed round is told and tried again. */
export function startRounds(worker: Worker, onFault: (fault: unknown) => void): Rounds {
  let tidyAt = 0
  return repeat(
    async () => {
      await goRound(worker)
      await destroyRound(worker)
      const restMs = tidyAt - worker.clock()
      // longer than an hour: the clock was set back meanwhile
      if (restMs > 0 && restMs <= hourMs) return
      await tidy(worker)
      tidyAt = worker.clock() + hourMs
    },
    everyMs,
    onFault,
  )
}

/** Sends what is in the outbox, beside the rounds: a gateway that does not answer must not keep a clock from being told. */
export function startRelay(relay: Relay, onFault: (fault: unknown) => void): Rounds {
  return repeat(() => relayRound(relay), everyMs, onFault)
}
