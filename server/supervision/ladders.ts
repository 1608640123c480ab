import { sql } from 'kysely'
import type { LadderView } from '#contract/supervision.ts'
import type { Seat, StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { overAt } from '#domain/matter/due.ts'
import { reachingSeat, reachOf } from '#domain/org/grants.ts'
import { isWithin } from '#domain/org/tree.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import {
  type Given,
  type Instrument,
  type InstrumentState,
  type Ladder,
  nextInstrument,
  whyNotBy,
} from '#domain/supervision/instruments.ts'
import type { Tx } from '../db/scope.ts'
import type { ClockRow, MatterRow } from '../db/tables.gen.ts'
import { clockFacts } from '../matter/clock-rows.ts'
import { rulesFor } from '../matter/commands.ts'
import { matterOf } from '../matter/rows.ts'
import { clockViews } from '../matter/views.ts'
import type { Rules } from '../org/rules.ts'
import { type InstrumentLine, instrumentView, readInstruments } from './queries.ts'

export type ClockLine = ClockRow & { unit_name: string; unit_path: string }

export const selectClocks = sql`select c.*, u.name unit_name, u.path unit_path from clock c
  join unit u on u.district_id = c.district_id and u.id = c.unit_id`

/** A clock and what was given on it, as the rules look at it. */
export function ladderOf(
  clock: ClockRow,
  given: readonly InstrumentLine[],
  { calendar }: Rules,
  now: number,
): Ladder {
  const isRunning = clock.stopped_at === null
  const at = clock.stopped_at ?? now
  const isLate = isRunning ? clock.due_at !== null && now > clock.due_at : clock.outcome === 'late'
  const twice = isLate ? overAt(clockFacts(clock), calendar, 2) : null
  return {
    clock: {
      ...{ isRunning, isLate, isNear: clock.warn_at !== null && now > clock.warn_at },
      isTwiceOver: twice !== null && at > twice,
    },
    given: given
      .filter((one) => one.clock_id === clock.id)
      .map(
        (one): Given => ({
          ...{ kind: one.kind as Instrument, state: one.state as InstrumentState },
          ...{ answerOn: one.answer_on, promisedOn: one.promised_on },
        }),
      ),
  }
}

/**
 * The seat by which somebody may give an instrument to the unit of a clock. Refusals: `notYours`, `ownUnit`, `goesDown`; of several
 * posts the one that comes nearest says why.
 */
export function givingSeat(
  actor: StaffActor,
  matter: ReturnType<typeof matterOf>,
  kind: Instrument,
  unit: { id: string; path: string },
): Seat | Refusal {
  let reason: Refusal | undefined
  for (const seat of actor.seats) {
    const isIn =
      reachOf(seat, 'supervision.give') &&
      reachingSeat({ ...actor, seats: [seat] }, 'supervision.give', matter)
    if (!isIn) continue
    const where = { isOwnUnit: seat.unitId === unit.id, isBelow: isWithin(unit.path, seat.servesPath) }
    const whyNot = whyNotBy(kind, { role: seat.role, ...where })
    if (!whyNot) return seat
    if (reason === undefined || reason.refused === 'notYours') reason = whyNot
  }
  return reason ?? refuse('notYours')
}

/** Every clock of a matter that runs late or near, or on which something was given, with what comes next. */
export async function laddersOf(
  tx: Tx,
  actor: StaffActor,
  row: MatterRow,
  now: number,
): Promise<LadderView[]> {
  const district = row.district_id
  const { rows: clocks } =
    await sql<ClockLine>`${selectClocks} where c.district_id = ${district} and c.matter_id = ${row.id}
    order by c.started_at, c.id`.execute(tx)
  const given = await readInstruments(tx, actor, sql`s.matter_id = ${row.id}`, now)
  const rules = await rulesFor(tx, row)
  const matter = matterOf(row)
  const views = clockViews(clocks, matter, rules, now)
  return clocks.flatMap((clock, i) => {
    const ladder = ladderOf(clock, given, rules, now)
    const view = views[i]
    const isOfUse =
      ladder.given.length > 0 || (ladder.clock.isRunning && (ladder.clock.isNear || ladder.clock.isLate))
    if (!isOfUse || !view) return []
    const next = row.destroyed_at === null ? nextInstrument(ladder, dayOf(now)) : undefined
    const unit = { id: clock.unit_id, path: clock.unit_path }
    const seat = next && givingSeat(actor, matter, next, unit)
    return [
      {
        clock: view,
        unit: { id: clock.unit_id, name: clock.unit_name },
        given: given.filter((one) => one.clock_id === clock.id).map((one) => instrumentView(one, actor, now)),
        next: next ?? null,
        whyNot: seat && 'refused' in seat ? seat.refused : null,
      },
    ]
  })
}
