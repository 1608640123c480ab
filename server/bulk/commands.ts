import { sql } from 'kysely'
import { type BulkPreview, bulkInputs, type bulkRoutes } from '#contract/bulk.ts'
import { moveInputs } from '#contract/moves.ts'
import type { StaffActor } from '#domain/actor.ts'
import { type BulkVerb, bulkInputOf } from '#domain/matter/bulk.ts'
import { whyNot } from '#domain/matter/why-not.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { parse } from '../http/parse.ts'
import { Refused } from '../http/refused.ts'
import { circumstances, rulesFor } from '../matter/commands.ts'
import { digestOf } from '../matter/history.ts'
import { prepare } from '../matter/prepare.ts'
import { listClocks } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { nudge } from '../matter/store.ts'
import { findRun, runView } from './queries.ts'
import { insertRun, ringBulk, writeRunState } from './store.ts'

type Form = Record<string, unknown>

/** Why this matter may not be moved so, by the same questions that the command asks; nothing is written. */
async function whyNotOne(
  tx: Tx,
  actor: StaffActor,
  row: MatterRow,
  verb: BulkVerb,
  form: Form | undefined,
  now: number,
): Promise<Refusal | undefined> {
  const matter = matterOf(row)
  const rules = await rulesFor(tx, row)
  const running = (await listClocks(tx, row.district_id, row.id)).filter((clock) => clock.stopped_at === null)
  const refused = whyNot(verb, matter, actor, circumstances(matter, rules, now, running))
  if (refused || form === undefined) return refused
  try {
    const input = parse(moveInputs[verb], bulkInputOf(verb, matter, form), 'body')
    await prepare({ tx, actor, matter, rules, running, now }, verb, input)
    return undefined
  } catch (fault) {
    if (fault instanceof Refused) return fault.refusal
    throw fault
  }
}

/** For each of the chosen whether it may be done now. What the reader may not see is told as not found. */
export async function previewBulk({
  tx,
  actor,
  body,
  now,
}: Call<typeof bulkRoutes.previewBulk>): Promise<BulkPreview> {
  const { verb, ids, input } = body
  const form = input && parse(bulkInputs[verb], input, 'body')
  const { rows: seen } = await sql<MatterRow>`select * from matter
    where district_id = ${actor.districtId} and id = any (${ids}::uuid[])`.execute(tx)
  const rows: BulkPreview['rows'] = []
  for (const id of ids) {
    const row = seen.find((one) => one.id === id)
    const refusal = row ? await whyNotOne(tx, actor, row, verb, form, now) : refuse('notFound')
    const { number = null, title = null, version = 0 } = row ?? {}
    rows.push({ id, number, title, version, refusal: refusal ?? null })
  }
  return { rows }
}

/**
 * Puts a move of many on record and rings the worker. Started twice is started once.
 * Refusals: `badInput` and its kin of the form, `commandReused`.
 */
export async function startBulk({ tx, actor, params, body, now }: Call<typeof bulkRoutes.startBulk>) {
  const { verb, items } = body
  const input = parse(bulkInputs[verb], body.input, 'body')
  if (new Set(items.map((item) => item.matterId)).size < items.length)
    return refuse('badInput', { field: 'items', hint: 'twice' }, 'items')
  const run = { district: actor.districtId, id: params.id, accountId: actor.accountId, verb, input, items }
  const isNew = await insertRun(tx, run, now)
  const row = await findRun(tx, actor.districtId, params.id)
  if (!row || row.account_id !== actor.accountId) return refuse('commandReused')
  const isSame =
    row.verb === verb && row.total === items.length && digestOf(row.input).equals(digestOf(input))
  if (!isNew && !isSame) return refuse('commandReused')
  return runView(tx, row)
}

/** Takes up a run that a fault stopped; what is done stays done. Refusal: `notFound`. */
export async function resumeBulk({ tx, actor, params, now }: Call<typeof bulkRoutes.resumeBulk>) {
  const at = { district: actor.districtId, runId: params.id }
  const row = await findRun(tx, at.district, at.runId)
  if (row?.account_id !== actor.accountId) return refuse('notFound')
  if (await writeRunState(tx, at, 'running', now)) {
    await ringBulk(tx, at.district, at.runId)
    await nudge(tx, { kind: 'bulk', district: at.district, id: at.runId, version: now })
  }
  const fresh = await findRun(tx, at.district, at.runId)
  return fresh ? runView(tx, fresh) : refuse('notFound')
}
