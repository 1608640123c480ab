import { sql } from 'kysely'
import type { StuckRow } from '#contract/supervision.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { State } from '#domain/matter/matter.ts'
import { nextInstrument } from '#domain/supervision/instruments.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import { rulesFor } from '../matter/commands.ts'
import { matterOf } from '../matter/rows.ts'
import { clockViews, iso, isoOrNull } from '../matter/views.ts'
import type { Stuck } from './board.ts'
import { type ClockLine, ladderOf, selectClocks } from './ladders.ts'
import { instrumentView, readInstruments } from './queries.ts'

/** What a page of the board shows of each matter: how long, what the clock says, what was given last, what would come next. */
export async function stuckViews(
  tx: Tx,
  actor: StaffActor,
  stuck: readonly Stuck[],
  now: number,
): Promise<StuckRow[]> {
  const district = actor.districtId
  const ids = [...new Set(stuck.map(({ matter_id }) => matter_id))]
  if (ids.length === 0) return []
  const { rows: matters } = await sql<MatterRow>`select * from matter where district_id = ${district}
    and id = any (${ids}::uuid[])`.execute(tx)
  const { rows: clocks } = await sql<ClockLine>`${selectClocks} where c.district_id = ${district}
    and c.matter_id = any (${ids}::uuid[]) order by c.due_at nulls last, c.id`.execute(tx)
  const given = await readInstruments(tx, actor, sql`s.matter_id = any (${ids}::uuid[])`, now)
  const views: StuckRow[] = []
  for (const { matter_id, clock_id, instrument_id } of stuck) {
    const row = matters.find(({ id }) => id === matter_id)
    if (!row) continue
    const asked = given.find(({ id }) => id === instrument_id)
    const clockId = clock_id ?? asked?.clock_id
    const clock = clocks.find(
      ({ id, matter_id: of, stopped_at }) =>
        of === row.id && (clockId === undefined ? stopped_at === null : id === clockId),
    )
    const rules = await rulesFor(tx, row)
    const here = given.filter((one) => one.clock_id === clock?.id)
    const unit = clock ?? { unit_id: row.holder_id, unit_name: '' }
    const last = here.at(-1)
    views.push({
      matter: { id: row.id, number: row.number, title: row.title, state: row.state as State },
      unit: { id: unit.unit_id, name: unit.unit_name },
      clock: (clock && clockViews([clock], matterOf(row), rules, now)[0]) ?? null,
      since: asked ? iso(Date.parse(`${asked.answer_on}T16:00:00Z`)) : isoOrNull(clock?.due_at ?? null),
      last: last ? instrumentView(last, actor, now) : null,
      next: (clock && nextInstrument(ladderOf(clock, here, rules, now), dayOf(now))) ?? null,
    })
  }
  return views
}
