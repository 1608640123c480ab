import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'
import { type LogName, logNames, logs } from './logs.ts'
import {
  type Anchor,
  digestOfRow,
  type Head,
  hashOfAnchor,
  hashOfSeal,
  rowText,
  type Seal,
  start,
} from './seal.ts'

/** Rows under one seal at most. */
export const sealRows = 1000

/** Only one worker at a time lengthens the chains of a district; another one goes on. Out: whether it is this one. */
export async function mayLengthen(tx: Tx, district: number): Promise<boolean> {
  const { rows } = await sql<{
    mine: boolean
  }>`select pg_try_advisory_xact_lock(hashtext('seal'), ${district}) mine`.execute(tx)
  return rows[0]?.mine === true
}

/** The logs of a district with rows that no seal covers. */
export async function listWaiting(tx: Tx, district: number): Promise<LogName[]> {
  const { rows } = await sql<{ log: LogName }>`select l.log from unnest(${logNames}::text[]) l(log)
    where exists (select from log_pending p where p.district_id = ${district} and p.log = l.log)`.execute(tx)
  return rows.map(({ log }) => log)
}

async function coversOf(tx: Tx, log: LogName): Promise<readonly string[]> {
  const about: { covers?: readonly string[] } = logs[log]
  if (about.covers) return about.covers
  const { rows } = await sql<{ name: string }>`select attname name from pg_attribute
    where attrelid = ${log}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(tx)
  return rows.map(({ name }) => name)
}

/** Puts a seal on rows that wait, the oldest ids first. Out: how many; fewer than `sealRows` when none is left. */
export async function sealLog(tx: Tx, district: number, log: LogName, now: number): Promise<number> {
  const covers = await coversOf(tx, log)
  // two statements: of a list that is filled and emptied all day the planner knows too little to join it well
  const waiting = await sql<{ id: string }>`select id from log_pending
    where district_id = ${district} and log = ${log} order by id limit ${sealRows}`.execute(tx)
  const { rows } = await sql<{ id: string; text: string }>`select t.id, ${sql.raw(rowText(covers, 't'))} text
    from ${sql.table(log)} t where t.district_id = ${district}
      and t.id = any (${waiting.rows.map(({ id }) => id)}::uuid[]) order by t.id`.execute(tx)
  if (rows.length === 0) return 0
  const last = await headOf(tx, district, log)
  const seal: Seal = {
    ...{ district, log, at: now, covers },
    no: (last?.no ?? 0) + 1,
    ids: rows.map(({ id }) => id),
    digests: Buffer.concat(rows.map(({ text }) => digestOfRow(text))),
    upto: (last?.upto ?? 0) + rows.length,
    previous: last?.hash ?? start,
  }
  await sql`insert into log_seal (district_id, log, no, at, covers, ids, digests, upto, previous, hash)
    values (${district}, ${log}, ${seal.no}, ${new Date(now)}, ${covers}, ${seal.ids}::uuid[], ${seal.digests},
      ${seal.upto}, ${seal.previous}, ${hashOfSeal(seal)})`.execute(tx)
  await sql`delete from log_pending where district_id = ${district} and log = ${log} and id = any (${seal.ids}::uuid[])`.execute(
    tx,
  )
  return rows.length
}

type HeadRow = { log: string; no: number; upto: number; hash: Buffer }

async function headOf(tx: Tx, district: number, log: LogName): Promise<HeadRow | undefined> {
  const { rows } = await sql<
    Omit<HeadRow, 'upto'> & { upto: string }
  >`select log, no, upto, hash from log_seal
    where district_id = ${district} and log = ${log} order by no desc limit 1`.execute(tx)
  return rows[0] && { ...rows[0], upto: Number(rows[0].upto) }
}

/** Writes the anchor of a day that is over, once. In: the day, the instant. Out: whether it was written now. */
export async function anchorDay(tx: Tx, district: number, day: string, now: number): Promise<boolean> {
  const { rows } = await sql<{ no: number; day: string; hash: Buffer }>`select no, day, hash from log_anchor
    where district_id = ${district} order by no desc limit 1`.execute(tx)
  const [last] = rows
  if (last && last.day >= day) return false
  const heads: Head[] = []
  for (const log of logNames) {
    const head = await headOf(tx, district, log)
    if (head) heads.push({ ...head, hash: head.hash.toString('hex') })
  }
  if (heads.length === 0) return false
  const previous = last?.hash ?? start
  const anchor: Anchor = { district, no: (last?.no ?? 0) + 1, day, at: now, heads, previous }
  await sql`insert into log_anchor (district_id, no, day, at, heads, previous, hash)
    values (${district}, ${anchor.no}, ${day}, ${new Date(now)}, ${JSON.stringify(heads)}::jsonb, ${previous},
      ${hashOfAnchor(anchor)})`.execute(tx)
  return true
}
