import { sql } from 'kysely'
import { nextTry } from '#domain/notify/attempts.ts'
import type { Tx } from '../db/scope.ts'
import type { OutboxRow } from '../db/tables.gen.ts'

export type NewParcel = {
  district: number
  id: string
  topic: 'mail' | 'code' | 'hook' | 'text'
  payload: object
  at: number
  accountId?: string
  outletId?: string
}

/** Puts something into the outbox. Out: whether it is new; the same id again changes nothing. */
export async function insertOutbox(tx: Tx, p: NewParcel): Promise<boolean> {
  const { rows } =
    await sql`insert into outbox (district_id, id, topic, payload, created_at, next_at, account_id, outlet_id)
    values (${p.district}, ${p.id}, ${p.topic}, ${JSON.stringify(p.payload)}::jsonb, ${new Date(p.at)}, ${new Date(p.at)},
      ${p.accountId ?? null}, ${p.outletId ?? null})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

/** Longer than any sending takes: whoever has claimed a row and is silent for so long has died over it. */
const leaseMs = 120_000

/**
 * Claims what is due, so that no other worker takes it: counts the attempt and puts the next one behind the lease. A worker
 * that dies in between leaves the row to be sent again under the same id.
 */
export async function claimOutbox(
  tx: Tx,
  district: number,
  topics: readonly string[],
  now: number,
  limit: number,
): Promise<OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`update outbox o
    set attempts = o.attempts + 1, next_at = ${new Date(now + leaseMs)}
    from (select id from outbox where district_id = ${district} and done_at is null and next_at <= ${new Date(now)}
      and topic = any (${[...topics]}::text[]) order by next_at limit ${limit} for update skip locked) due
    where o.district_id = ${district} and o.id = due.id returning o.*`.execute(tx)
  return rows
}

export type Ending =
  | { outcome: 'sent' }
  | { outcome: 'dropped'; why: string }
  | { outcome: 'failed'; why: string }

/**
 * Writes how a claimed row ended; nothing where it was claimed anew meanwhile. What failed too often is dead. Of a text message
 * neither the number nor the code is kept any longer.
 */
export async function endOutbox(tx: Tx, row: OutboxRow, ending: Ending, now: number): Promise<void> {
  const again = ending.outcome === 'failed' ? nextTry(row.attempts, now) : undefined
  const outcome = ending.outcome === 'failed' ? (again === undefined ? 'dead' : null) : ending.outcome
  const why = ending.outcome === 'sent' ? null : ending.why.slice(0, 200)
  await sql`update outbox set outcome = ${outcome}, done_at = ${outcome === null ? null : new Date(now)},
      next_at = ${again === undefined ? null : new Date(again)}, last_error = ${why},
      payload = case when topic = 'text' and ${outcome}::text is not null then '{}'::jsonb else payload end
    where district_id = ${row.district_id} and id = ${row.id} and done_at is null and attempts = ${row.attempts}`.execute(
    tx,
  )
}

/** What was written while the clock of a machine was ahead waits for a time that is far off: it is due now. */
export async function hastenOutbox(tx: Tx, district: number, now: number): Promise<void> {
  const soon = new Date(now + 60_000)
  await sql`update outbox set next_at = ${new Date(now)}
    where district_id = ${district} and done_at is null and next_at > ${soon} and created_at > ${soon}`.execute(
    tx,
  )
}

/** What has left or was given up is kept this long (days), for whoever asks what became of it. */
const outboxLifeMs = 30 * 86_400_000

export async function deleteOldOutbox(tx: Tx, district: number, now: number): Promise<void> {
  await sql`delete from outbox where district_id = ${district} and done_at < ${new Date(now - outboxLifeMs)}`.execute(
    tx,
  )
}
