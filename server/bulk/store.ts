import { sql } from 'kysely'
import type { Refusal } from '#domain/refusal.ts'
import { insertColumns } from '../db/insert-columns.ts'
import type { Tx } from '../db/scope.ts'

export type NewItem = { matterId: string; commandId: string; version: number }
type NewRun = {
  district: number
  id: string
  accountId: string
  verb: string
  input: unknown
  items: readonly NewItem[]
}

/** Puts a run with its items on record and rings for it at commit. Out: false where the id is taken. */
export async function insertRun(tx: Tx, run: NewRun, now: number): Promise<boolean> {
  const { district, id } = run
  const result =
    await sql`insert into bulk_run (district_id, id, account_id, verb, input, state, total, created_at)
    values (${district}, ${id}, ${run.accountId}, ${run.verb}, ${JSON.stringify(run.input)}, 'running', ${run.items.length},
      ${new Date(now)}) on conflict do nothing`.execute(tx)
  if (result.numAffectedRows !== 1n) return false
  const rows = run.items.map((item, position) => ({
    ...{ district_id: district, run_id: id, position, matter_id: item.matterId, command_id: item.commandId },
    ...{ seen_version: item.version, state: 'waiting' },
  }))
  await insertColumns(tx, 'bulk_item', rows)
  await ringBulk(tx, district, id)
  return true
}

/** Rings for a run; ringing twice is one job. */
export async function ringBulk(tx: Tx, district: number, runId: string): Promise<void> {
  await sql`select ring('bulk', ${JSON.stringify({ district, runId })}::json, ${`bulk:${runId}`})`.execute(tx)
}

type At = { district: number; runId: string; position: number }

/** Takes the item in hand for this transaction. Out: false where it has been done meanwhile. */
export async function takeItem(tx: Tx, { district, runId, position }: At): Promise<boolean> {
  const { rows } = await sql`select from bulk_item where district_id = ${district} and run_id = ${runId}
    and position = ${position} and state = 'waiting' for update`.execute(tx)
  return rows.length > 0
}

/** Marks an item, and counts it; a refusal says why not. */
export async function endItem(tx: Tx, at: At, refusal: Refusal | undefined, now: number): Promise<void> {
  const { district, runId, position } = at
  const state = refusal ? 'refused' : 'done'
  await sql`update bulk_item set state = ${state}, refusal = ${refusal ? JSON.stringify(refusal) : null}, at = ${new Date(now)}
    where district_id = ${district} and run_id = ${runId} and position = ${position}`.execute(tx)
  const isDone = state === 'done' ? 1 : 0
  await sql`update bulk_run set done = done + ${isDone}, refused = refused + ${1 - isDone}
    where district_id = ${district} and id = ${runId}`.execute(tx)
}

/** Ends or takes up a run. Out: false where it already was so. */
export async function writeRunState(
  tx: Tx,
  { district, runId }: { district: number; runId: string },
  state: 'running' | 'done' | 'failed',
  now: number,
): Promise<boolean> {
  const from = state === 'running' ? 'failed' : 'running'
  const result = await sql`update bulk_run set state = ${state},
      finished_at = ${state === 'running' ? null : new Date(now)}
    where district_id = ${district} and id = ${runId} and state = ${from}`.execute(tx)
  return result.numAffectedRows === 1n
}
