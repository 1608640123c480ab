import { sql } from 'kysely'
import { z } from 'zod'
import type { StaffActor } from '#domain/actor.ts'
import { type BulkVerb, bulkInputOf } from '#domain/matter/bulk.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { inScope, scopeOf } from '../db/scope.ts'
import type { BulkItemRow, BulkRunRow } from '../db/tables.gen.ts'
import type { Platform } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { move } from '../matter/commands.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { nudge } from '../matter/store.ts'
import { listDistricts } from '../org/queries.ts'
import { findStaff } from '../org/session-queries.ts'
import { endItem, ringBulk, takeItem, writeRunState } from './store.ts'

type Deps = Pick<Platform, 'db' | 'clock'> & { ending?: AbortSignal | undefined }

const payload = z.object({ district: z.number().int(), runId: z.string() })
type Which = z.output<typeof payload>

const systemScope = (district: number) => scopeOf({ kind: 'system', districtId: district })

async function findWork({ db, clock }: Deps, { district, runId }: Which) {
  return inScope(db, systemScope(district), async (tx) => {
    const runs = await sql<BulkRunRow>`select * from bulk_run
      where district_id = ${district} and id = ${runId} and state = 'running'`.execute(tx)
    const [run] = runs.rows
    if (!run) return undefined
    const { rows: items } = await sql<BulkItemRow>`select * from bulk_item
      where district_id = ${district} and run_id = ${runId} and state = 'waiting' order by position`.execute(
      tx,
    )
    return { run, items, actor: await findStaff(tx, district, run.account_id, clock()) }
  })
}

/** Does one matter as its own command, and marks it in the same transaction: it is done exactly once, whatever is killed when. */
async function doItem(deps: Deps, run: BulkRunRow, item: BulkItemRow, actor: StaffActor): Promise<void> {
  const { district_id: district, id: runId } = run
  const verb = run.verb as BulkVerb
  const now = deps.clock()
  const at = { district, runId, position: item.position }
  const told = { kind: 'bulk', district, id: runId, version: now } as const
  const end = (refusal: Refusal) =>
    inScope(deps.db, systemScope(district), async (tx) => {
      if (!(await takeItem(tx, at))) return
      await endItem(tx, at, refusal, now)
      await nudge(tx, told)
    })
  try {
    await inScope(deps.db, scopeOf(actor), async (tx) => {
      if (!(await takeItem(tx, at))) return
      const row = await findMatter(tx, district, item.matter_id)
      if (!row) throw new Refused(refuse('notFound'))
      const input = bulkInputOf(verb, matterOf(row), run.input as Record<string, unknown>)
      const command = {
        matterId: row.id,
        commandId: item.command_id,
        version: item.seen_version,
        verb,
        input,
      }
      await move(tx, actor, command, now)
      await endItem(tx, at, undefined, now)
      await nudge(tx, told)
    })
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    await end(fault.refusal)
  }
}

/** Does what is still waiting in a run. Safe to run again, and twice at once. A fault is thrown, and the queue rings again. */
export async function runBulk(deps: Deps, at: Which): Promise<void> {
  const work = await findWork(deps, at)
  if (!work) return
  // Who has left, or lost every post, moves nothing any more: each item then says so.
  const actor = work.actor ?? {
    ...{
      kind: 'staff' as const,
      districtId: at.district,
      accountId: work.run.account_id,
      name: '',
      seats: [],
    },
  }
  for (const item of work.items) {
    deps.ending?.throwIfAborted()
    await doItem(deps, work.run, item, actor)
  }
  await end(deps, at, 'done')
}

async function end(deps: Deps, at: Which, state: 'done' | 'failed'): Promise<void> {
  await inScope(deps.db, systemScope(at.district), async (tx) => {
    const now = deps.clock()
    if (await writeRunState(tx, at, state, now))
      await nudge(tx, { kind: 'bulk', district: at.district, id: at.runId, version: now })
  })
}

type Ring = { abortSignal?: AbortSignal; job?: { attempts: number } }

/** After so many tries the run is shown as stopped; a person may go on with it. */
const mostRings = 5

/** The task `bulk` of the queue. */
export async function bulkTask(deps: Deps, given: unknown, { abortSignal, job }: Ring = {}): Promise<void> {
  const at = payload.parse(given)
  try {
    await runBulk({ ...deps, ending: abortSignal }, at)
  } catch (fault) {
    if (job && job.attempts >= mostRings && !abortSignal?.aborted) await end(deps, at, 'failed')
    throw fault
  }
}

/** Rings again for every run that should go on: the queue may have lost its ring. */
export async function ringBulks(deps: Pick<Deps, 'db'>): Promise<void> {
  for (const district of await listDistricts(deps.db))
    await inScope(deps.db, systemScope(district), async (tx) => {
      const { rows } = await sql<{ id: string }>`select id from bulk_run
        where district_id = ${district} and state = 'running'`.execute(tx)
      for (const { id } of rows) await ringBulk(tx, district, id)
    })
}
