import { sql } from 'kysely'
import type { Whistle } from '#domain/whistle/whistle.ts'
import type { Tx } from '../db/scope.ts'
import type { WhistleLineRow, WhistleRow } from '../db/tables.gen.ts'
import { rulesFor } from '../matter/commands.ts'
import { nudge } from '../matter/store.ts'
import { getRules } from '../org/rules.ts'
import { blowersOf, both, holdersOf, judgeOf } from './people.ts'
import { lineOf, whistleOf } from './rows.ts'
import { writeLine } from './store.ts'
import { type To, tellWhistle } from './tell.ts'

type Due = WhistleLineRow & { whistle: WhistleRow }
const kinds = ['whistleNear', 'whistleLate', 'whistleFar'] as const

/** Whose turn it is with a line. */
function turnOf(
  tx: Tx,
  district: number,
  whistle: Whistle,
  row: WhistleLineRow,
  now: number,
): Promise<To> | To {
  if (row.step === 'rule') return judgeOf(tx, district, now)
  return row.step === 'confirm' ? holdersOf(tx, district, whistle, now) : { units: [row.unit_id] }
}

/**
 * Tells the lines that have passed a mark since the last sweep, each mark once: whose turn it is; once late also who blew, and
 * once more than twice the time has gone the centre of the district. Safe to run twice and at once: rows are claimed by their
 * lock, and what was told is a number on the row. Out: how many.
 */
export async function sweepWhistles(tx: Tx, district: number, now: number, limit = 200): Promise<number> {
  const { rows } = await sql<WhistleLineRow>`select * from whistle_line where district_id = ${district}
    and next_at <= ${new Date(now)} order by next_at limit ${limit} for update skip locked`.execute(tx)
  const whistles = await ofLines(tx, district, rows)
  for (const row of rows) {
    const whistle = whistles.get(row.whistle_id)
    if (whistle) await tellLine(tx, { ...row, whistle }, now)
  }
  return rows.length + (await sweepApprovals(tx, district, now, limit))
}

async function ofLines(tx: Tx, district: number, lines: readonly WhistleLineRow[]) {
  const ids = [...new Set(lines.map((line) => line.whistle_id))]
  const { rows } = await sql<WhistleRow>`select * from whistle where district_id = ${district}
    and id = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

async function tellLine(tx: Tx, row: Due, now: number): Promise<void> {
  const { district_id: district } = row
  const times = [row.warn_at, row.due_at, row.over_at]
  const told = times.filter((at) => at !== null && at <= now).length
  const next = times[told] ?? null
  await sql`update whistle_line set told = ${told}, next_at = ${next === null ? null : new Date(next)}
    where district_id = ${district} and id = ${row.id}`.execute(tx)
  const kind = kinds[told - 1]
  if (kind === undefined) return
  const whistle = whistleOf(row.whistle)
  let to = await turnOf(tx, district, whistle, row, now)
  if (told >= 2) to = both(to, await blowersOf(tx, district, whistle, now))
  if (told >= 3) to = both(to, await judgeOf(tx, district, now))
  const about = { district, at: now, whistleId: whistle.id, actorId: null }
  await tellWhistle(tx, { ...about, kind }, to)
  // nothing of it changed but how late it is: every open page looks again
  await nudge(tx, { kind: 'whistle', district, id: whistle.id, version: row.whistle.version + 1 })
}

/** A second approval that is overdue is told once more to the leaders of the unit. */
async function sweepApprovals(tx: Tx, district: number, now: number, limit: number): Promise<number> {
  const { rows } = await sql<WhistleRow>`select * from whistle where district_id = ${district}
    and next_at <= ${new Date(now)} order by next_at limit ${limit} for update skip locked`.execute(tx)
  for (const row of rows) {
    await sql`update whistle set next_at = null where district_id = ${district} and id = ${row.id}`.execute(
      tx,
    )
    const about = { district, at: now, whistleId: row.id, actorId: null }
    await tellWhistle(tx, { ...about, kind: 'whistleLate' }, { units: [row.unit_id] })
  }
  return rows.length
}

/** Derives the marks of open lines anew where the calendar has changed since. Out: how many were. */
export async function recomputeWhistles(tx: Tx, district: number): Promise<number> {
  const rules = await getRules(tx, district)
  const { rows } = await sql<WhistleLineRow>`select * from whistle_line where district_id = ${district}
    and step is not null and calendar_version < ${rules.calendar.version} limit 1000 for update skip locked`.execute(
    tx,
  )
  const whistles = await ofLines(tx, district, rows)
  for (const row of rows) {
    const whistle = whistles.get(row.whistle_id)
    if (!whistle) continue
    const own = await rulesFor(tx, whistle)
    await writeLine(tx, { district, whistle: whistleOf(whistle), rules: own, told: row.told }, lineOf(row))
  }
  await sql`update whistle w set due_at = (select min(l.due_at) from whistle_line l
      where l.district_id = w.district_id and l.whistle_id = w.id)
    where w.district_id = ${district} and w.state = 'sounding'
      and w.id = any (${[...whistles.keys()]}::uuid[])`.execute(tx)
  return rows.length
}
