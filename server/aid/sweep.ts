import { sql } from 'kysely'
import { aidLineOrphaned } from '#domain/aid/effects.ts'
import type { Tx } from '../db/scope.ts'
import type { AidLineRow, AidRow } from '../db/tables.gen.ts'
import { newId } from '../ids.ts'
import { nudge } from '../matter/store.ts'
import { getRules } from '../org/rules.ts'
import { insertAidDeed } from './log.ts'
import { aidLineOf, aidOf } from './rows.ts'
import { lockAid, writeAid, writeAidLine } from './store.ts'
import { askedOf, both, centreOf, orderersOf, type To, tellAid } from './tell.ts'

const kinds = ['aidNear', 'aidLate', 'aidFar'] as const

/** Whose turn it is with a line. */
function turnOf(tx: Tx, row: AidLineRow, aid: AidRow, now: number): Promise<To> {
  const district = row.district_id
  if (row.step === 'handOver') return centreOf(tx, district, aid.centre_path, now)
  if (row.step === 'confirm') return orderersOf(tx, district, aidOf(aid), now)
  return askedOf(tx, district, [aidLineOf(row)], now)
}

/** Tells that a mark was passed: whose turn it is; once late also who ordered and the centre, once far over the centre of the district. */
async function tellMark(tx: Tx, aid: AidRow, told: number, turn: To, now: number): Promise<void> {
  const district = aid.district_id
  const kind = kinds[told - 1]
  if (kind === undefined) return
  let to = turn
  if (told >= 2)
    to = both(
      both(to, await orderersOf(tx, district, aidOf(aid), now)),
      await centreOf(tx, district, aid.centre_path, now),
    )
  if (told >= 3) to = both(to, await centreOf(tx, district, `/${district}/`, now))
  await tellAid(tx, { district, at: now, aidId: aid.id, actorId: null }, kind, to)
  // nothing of it changed but how late it is: every open page looks again
  await nudge(tx, { kind: 'aid', district, id: aid.id, version: aid.version + 1 })
}

const passed = (times: readonly (number | null)[], now: number) =>
  times.filter((at) => at !== null && at <= now).length
const dateOr = (at: number | null | undefined) => (at === null || at === undefined ? null : new Date(at))

/**
 * Tells the lines and orders that have passed a mark since the last sweep, each mark once. Safe to run twice and at once: rows are
 * claimed by their lock, and what was told is a number on the row. Out: how many.
 */
export async function sweepAids(tx: Tx, district: number, now: number, limit = 200): Promise<number> {
  const { rows: lines } = await sql<AidLineRow>`select * from aid_line where district_id = ${district}
    and next_at <= ${new Date(now)} order by next_at limit ${limit} for update skip locked`.execute(tx)
  const aids = await ofLines(tx, district, lines)
  for (const row of lines) {
    const times = [row.warn_at, row.due_at, row.over_at]
    const told = passed(times, now)
    await sql`update aid_line set told = ${told}, next_at = ${dateOr(times[told])}
      where district_id = ${district} and id = ${row.id}`.execute(tx)
    const aid = aids.get(row.aid_id)
    if (aid) await tellMark(tx, aid, told, await turnOf(tx, row, aid, now), now)
  }
  const { rows: own } = await sql<AidRow>`select * from aid where district_id = ${district}
    and next_at <= ${new Date(now)} order by next_at limit ${limit} for update skip locked`.execute(tx)
  for (const row of own) {
    const times = [row.own_warn_at, row.own_due_at, row.own_over_at]
    const told = passed(times, now)
    await sql`update aid set told = ${told}, next_at = ${dateOr(times[told])}
      where district_id = ${district} and id = ${row.id}`.execute(tx)
    const turn =
      row.state === 'posted'
        ? await centreOf(tx, district, row.centre_path, now)
        : await orderersOf(tx, district, aidOf(row), now)
    await tellMark(tx, row, told, turn, now)
  }
  return lines.length + own.length
}

async function ofLines(tx: Tx, district: number, lines: readonly AidLineRow[]) {
  const ids = [...new Set(lines.map((line) => line.aid_id))]
  const { rows } = await sql<AidRow>`select * from aid where district_id = ${district}
    and id = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

async function linesOf(tx: Tx, district: number, aidId: string): Promise<AidLineRow[]> {
  const { rows } = await sql<AidLineRow>`select * from aid_line
    where district_id = ${district} and aid_id = ${aidId}`.execute(tx)
  return rows
}

/**
 * Gives the open lines of teams that have ended to their centres, and tells these and who ordered; an order that somebody holds just
 * now waits for the next sweep. Out: how many lines.
 */
export async function orphanLines(tx: Tx, district: number, now: number, limit = 100): Promise<number> {
  const { rows: open } = await sql<{ aid_id: string }>`select distinct l.aid_id from aid_line l
    join team t on t.district_id = l.district_id and t.id = l.team_id and t.ended_at is not null
    where l.district_id = ${district} and l.team_id is not null and l.step is not null
      and l.step in ('accept','plan','finish') limit ${limit}`.execute(tx)
  const rules = await getRules(tx, district)
  let count = 0
  for (const { aid_id: aidId } of open) {
    const { rows } = await sql<AidRow>`select * from aid where district_id = ${district} and id = ${aidId}
      for update skip locked`.execute(tx)
    const [aid] = rows
    if (!aid) continue
    const { rows: lost } = await sql<AidLineRow>`select l.* from aid_line l
      join team t on t.district_id = l.district_id and t.id = l.team_id and t.ended_at is not null
      where l.district_id = ${district} and l.aid_id = ${aidId} and l.step in ('accept','plan','finish')`.execute(
      tx,
    )
    for (const row of lost) {
      await writeAidLine(tx, { district, aidId, rules }, aidLineOrphaned(aidLineOf(row), now))
      const deed = {
        district,
        id: newId(now),
        aidId,
        lineId: row.id,
        verb: 'orphan',
        accountId: null,
        payload: {},
      }
      await insertAidDeed(tx, deed, now)
    }
    count += lost.length
    const lines = (await linesOf(tx, district, aidId)).map(aidLineOf)
    await writeAid(tx, aid, aidOf(aid), lines, { rules })
    const to = both(
      await centreOf(tx, district, aid.centre_path, now),
      await orderersOf(tx, district, aidOf(aid), now),
    )
    await tellAid(tx, { district, at: now, aidId, actorId: null }, 'aidOrphaned', to)
  }
  return count
}

/** Derives the marks of open lines and orders anew where the calendar has changed since. Out: how many were. */
export async function recomputeAids(tx: Tx, district: number): Promise<number> {
  const rules = await getRules(tx, district)
  const { version } = rules.calendar
  const { rows: lines } = await sql<AidLineRow>`select * from aid_line where district_id = ${district}
    and step is not null and calendar_version < ${version} limit 1000 for update skip locked`.execute(tx)
  for (const row of lines)
    await writeAidLine(tx, { district, aidId: row.aid_id, rules, told: row.told }, aidLineOf(row))
  const { rows: own } = await sql<{ id: string }>`select id from aid where district_id = ${district}
    and (state in ('posted','sentBack') and calendar_version < ${version}
      or id = any (${[...new Set(lines.map(({ aid_id }) => aid_id))]}::uuid[])) limit 1000`.execute(tx)
  for (const { id } of own) {
    const row = await lockAid(tx, district, id)
    if (row) await writeAid(tx, row, aidOf(row), (await linesOf(tx, district, id)).map(aidLineOf), { rules })
  }
  return lines.length + own.length
}
