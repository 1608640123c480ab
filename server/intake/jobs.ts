import { sql } from 'kysely'
import { z } from 'zod'
import { inScope } from '../db/scope.ts'
import type { IntakeImportRow } from '../db/tables.gen.ts'
import { WorkbookRefused } from '../excel/refused.ts'
import { nudge } from '../matter/store.ts'
import { type Deps, Interrupted, systemScope, takeIn } from './run.ts'
import { ringImport, writeEnd } from './store.ts'
import { fileKey, withFile } from './stored-file.ts'

const payload = z.object({ district: z.number().int(), importId: z.string() })
type Which = z.output<typeof payload>

async function findRunning(deps: Deps, { district, importId }: Which): Promise<IntakeImportRow | undefined> {
  const { rows } = await inScope(deps.db, systemScope(district), (tx) =>
    sql<IntakeImportRow>`select * from intake_import
      where district_id = ${district} and id = ${importId} and state = 'running'`.execute(tx),
  )
  return rows[0]
}

async function end(deps: Deps, at: Which, state: 'done' | 'failed', failure?: string): Promise<void> {
  await inScope(deps.db, systemScope(at.district), async (tx) => {
    const now = deps.clock()
    if (await writeEnd(tx, at, { state, failure }, now))
      await nudge(tx, { kind: 'import', district: at.district, id: at.importId, version: now })
  })
}

/** Another door may bring an order between our look and our write: then the batch is planned anew. */
const isTaken = (fault: unknown) => (fault as { code?: string }).code === '23505'
const tries = 5

/**
 * Takes in the rows of a running import that are still missing. Safe to run again, and twice at once. What is wrong with the
 * file ends the import as failed with the code of the refusal; any other fault is thrown, and the queue rings again.
 */
export async function runImport(deps: Deps, at: Which): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const row = await findRunning(deps, at)
    if (!row) return
    const bytes = await deps.files.get(fileKey(row))
    if (!bytes) return end(deps, at, 'failed', 'fileMissing')
    try {
      await withFile(bytes, (path) => takeIn(deps, row, path))
      return await end(deps, at, 'done')
    } catch (fault) {
      if (fault instanceof Interrupted) return
      if (fault instanceof WorkbookRefused) return end(deps, at, 'failed', fault.refusal.refused)
      if (!isTaken(fault) || attempt >= tries) throw fault
    }
  }
}

/** What the queue says of the job: that the worker ends, and how often it rang. */
type Ring = { abortSignal?: AbortSignal; job?: { attempts: number } }

/** After so many tries the import is shown as failed; a person may start it again, and it goes on from where it stood. */
const mostRings = 5

/** The task `import` of the queue. When the worker ends, the batch in hand is finished, and the queue rings again. */
export async function importTask(deps: Deps, given: unknown, { abortSignal, job }: Ring = {}): Promise<void> {
  const at = payload.parse(given)
  try {
    await runImport({ ...deps, ending: abortSignal }, at)
  } catch (fault) {
    if (job && job.attempts >= mostRings && !abortSignal?.aborted) await end(deps, at, 'failed', 'fault')
    throw fault
  }
}

/** Rings again for every import that should run: the queue may have lost its ring, or keep it for a worker that died. */
export async function ringRunning(deps: Pick<Deps, 'db'>): Promise<void> {
  const { rows: districts } = await sql<{ id: number }>`select id from district`.execute(deps.db)
  for (const district of districts)
    await inScope(deps.db, systemScope(district.id), async (tx) => {
      const { rows } = await sql<{ id: string }>`select id from intake_import
        where district_id = ${district.id} and state = 'running'`.execute(tx)
      for (const { id } of rows) await ringImport(tx, district.id, id)
    })
}
