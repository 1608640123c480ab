import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import { matterNumber } from '#domain/matter/number.ts'
import type { Database } from '../db/pool.ts'
import { blankScope, inScope, type Tx } from '../db/scope.ts'

const blockSize = 50
const blocks = new Map<string, { next: number; end: number }>()
const fetching = new Map<string, Promise<void>>()

/**
 * The next matter number of a district and day. Numbers are taken in blocks, in a transaction of their own, so that
 * appeals arriving together never wait for one another; a process that dies leaves a gap, never a double.
 */
export async function nextNumber(
  db: Database,
  district: number,
  now: number,
  atOnce = blockSize,
): Promise<string> {
  const day = dayOf(now)
  const key = `${district}:${day}`
  for (;;) {
    const block = blocks.get(key)
    if (block && block.next < block.end) return matterNumber(day, block.next++)
    const waiting =
      fetching.get(key) ?? fetchBlock(db, district, key, atOnce).finally(() => fetching.delete(key))
    fetching.set(key, waiting)
    await waiting
  }
}

/** One number within the transaction that needs it, for what is rare: others wait for its end. */
export async function numberInside(tx: Tx, district: number, now: number): Promise<string> {
  const day = dayOf(now)
  return matterNumber(day, (await take(tx, district, `${district}:${day}`, 1)) - 1)
}

/** Takes the next numbers of a series. Out: the first that is free after them. */
async function take(tx: Tx, district: number, key: string, size: number): Promise<number> {
  const { rows } = await sql<{ next: number }>`insert into number_block (district_id, series, next)
    values (${district}, ${`matter ${key}`}, ${size + 1})
    on conflict (district_id, series) do update set next = number_block.next + ${size} returning next`.execute(
    tx,
  )
  return rows[0]?.next ?? 0
}

async function fetchBlock(db: Database, district: number, key: string, size: number): Promise<void> {
  const end = await inScope(db, blankScope(district), (tx) => take(tx, district, key, size))
  for (const old of blocks.keys()) if (old.startsWith(`${district}:`) && old !== key) blocks.delete(old)
  blocks.set(key, { next: end - size, end })
}
