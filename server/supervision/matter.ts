import { sql } from 'kysely'
import type { MatterSupervision, supervisionRoutes } from '#contract/supervision.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { reachOf } from '#domain/org/grants.ts'
import { isWithin } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import { type Instrument, instrumentRules } from '#domain/supervision/instruments.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { iso } from '../matter/views.ts'
import { getRules } from '../org/rules.ts'
import { openWords } from './bound.ts'
import { findingsOfMatter } from './findings.ts'
import { laddersOf } from './ladders.ts'

/** What is given, found and checked on one matter, and what may be given now. Refusal: `notFound`. */
export async function getMatterSupervision({
  tx,
  actor,
  params,
  now,
}: Call<typeof supervisionRoutes.getMatterSupervision>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  if (!row) return refuse('notFound')
  const { calendar } = await getRules(tx, district)
  const dayFor = (kind: Instrument) => addWorkingDays(calendar, dayOf(now), instrumentRules[kind].answerDays)
  type Checked = Omit<MatterSupervision['checks'][number], 'checkedAt' | 'text'> & {
    at: number
    sealed: Buffer | null
    text_id: string
  }
  const { rows: checks } =
    await sql<Checked>`select k.sample_id "sampleId", k.outcome, u.name "checkerUnit", k.checked_at at, k.proposes, t.id text_id, t.sealed
    from closure_check k join unit u on u.district_id = k.district_id and u.id = k.checker_unit_id
    left join supervision_text t on t.district_id = k.district_id and t.subject_id = k.sample_id and t.matter_id = k.matter_id
    where k.district_id = ${district} and k.matter_id = ${row.id} and k.outcome is not null order by k.checked_at`.execute(
      tx,
    )
  return {
    ladders: await laddersOf(tx, actor, row, now),
    findings: await findingsOfMatter(tx, actor, row.id),
    checks: checks.map(({ at, sealed, text_id: id, ...check }) => ({
      ...check,
      checkedAt: iso(at),
      text: sealed === null ? null : openWords({ district_id: district, id, sealed }),
    })),
    answerOn: {
      ...{ reminder: dayFor('reminder'), letter: dayFor('letter') },
      ...{ yellow: dayFor('yellow'), red: dayFor('red') },
    },
    mayLook:
      row.destroyed_at === null &&
      actor.seats.some(
        (seat) =>
          reachOf(seat, 'supervision.decide') !== undefined && isWithin(row.place_path, seat.servesPath),
      ),
  }
}
