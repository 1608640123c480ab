import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { outcomeOf } from '#domain/evaluation/exclusion.ts'
import type { Database } from '../db/pool.ts'
import { inScope, scopeOf } from '../db/scope.ts'
import type { ExclusionRow, ExclusionSeatRow } from '../db/tables.gen.ts'
import { getRules } from '../org/rules.ts'
import { decide } from './exclusion-store.ts'
import { freezeRound } from './freeze.ts'

/** Votes ended in one transaction. */
const atOnce = 50

/** Ends the votes whose day is over: what found no majority is refused. Safe to run twice and at once. Out: how many it ended. */
export async function endVotes(db: Database, district: number, now: number): Promise<number> {
  let ended = 0
  for (;;) {
    const some = await inScope(db, scopeOf({ kind: 'system', districtId: district }), async (tx) => {
      const { rows } =
        await sql<ExclusionRow>`select * from exclusion where district_id = ${district} and state = 'voting'
        and vote_by < ${dayOf(now)}::date order by vote_by, id limit ${atOnce} for update skip locked`.execute(
          tx,
        )
      const { calendar, profile } = await getRules(tx, district)
      const appealBy = addWorkingDays(calendar, dayOf(now), profile.exclusionAppealDays)
      for (const row of rows) {
        const seats = await sql<ExclusionSeatRow>`select * from exclusion_seat where district_id = ${district}
          and exclusion_id = ${row.id}`.execute(tx)
        const votes = seats.rows.map((seat) => ({
          ...{ unitId: seat.unit_id, votedBy: seat.voted_by },
          vote: seat.vote as 'exclude' | 'keep' | null,
        }))
        const e = { district, id: row.id, matterId: row.matter_id, unitId: row.unit_id, now }
        await decide(tx, e, outcomeOf(votes, true) ?? 'refused', appealBy)
      }
      return rows.length
    })
    ended += some
    if (some < atOnce) return ended
  }
}

/** What is due of the figures of a district: votes first, so that a month is frozen with what they decided. */
export async function evaluationRound(db: Database, district: number, now: number): Promise<void> {
  await endVotes(db, district, now)
  await freezeRound(db, district, now)
}
