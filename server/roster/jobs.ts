import { sql } from 'kysely'
import { z } from 'zod'
import type { RosterKind } from '#domain/roster/fields.ts'
import { inScope, scopeOf } from '../db/scope.ts'
import type { OrgImportRow } from '../db/tables.gen.ts'
import { WorkbookRefused } from '../excel/refused.ts'
import type { Platform } from '../http/bind.ts'
import { withFile } from '../intake/stored-file.ts'
import { nudge } from '../matter/store.ts'
import { listDistricts } from '../org/queries.ts'
import { rosterFileKey } from './commands.ts'
import { kindsOfRoster } from './kinds.ts'
import { inOrder } from './preview.ts'
import { readSheet, type SheetLine } from './read-sheet.ts'
import { advanceRoster, insertRosterBadRows, ringRoster, writeRosterEnd } from './store.ts'

type Deps = Pick<Platform, 'db' | 'files' | 'clock'> & { ending?: AbortSignal | undefined }

const payload = z.object({ district: z.number().int(), importId: z.string() })
type Which = z.output<typeof payload>

/** Another worker has gone on with it: what is in hand must not become true. */
class Interrupted extends Error {}

const systemScope = (district: number) => scopeOf({ kind: 'system', districtId: district })

async function findRunning(deps: Deps, { district, importId }: Which): Promise<OrgImportRow | undefined> {
  const { rows } = await inScope(deps.db, systemScope(district), (tx) =>
    sql<OrgImportRow>`select * from org_import
      where district_id = ${district} and id = ${importId} and state = 'running'`.execute(tx),
  )
  return rows[0]
}

async function end(deps: Deps, at: Which, state: 'done' | 'failed', failure?: string): Promise<void> {
  await inScope(deps.db, systemScope(at.district), async (tx) => {
    const now = deps.clock()
    if (!(await writeRosterEnd(tx, at, { state, ...(failure === undefined ? {} : { failure }) }, now))) return
    for (const kind of ['roster', 'org'] as const)
      await nudge(tx, { kind, district: at.district, id: at.importId, version: now })
  })
}

/** Writes one batch whole, or nothing of it. What administrators do by hand waits meanwhile. */
async function writeBatch(deps: Deps, row: OrgImportRow, lines: readonly SheetLine[], from: number) {
  const { district_id: district, id: importId, account_id: accountId } = row
  await inScope(deps.db, systemScope(district), async (tx) => {
    const now = deps.clock()
    await sql`select pg_advisory_xact_lock(hashtext('org'), ${district})`.execute(tx)
    const { rows } = await sql<{ done: number }>`select rows_done done from org_import
      where district_id = ${district} and id = ${importId} and state = 'running'`.execute(tx)
    if (rows[0]?.done !== from) throw new Interrupted()
    const given = lines.flatMap((line) =>
      line.problems ? [] : [{ rowNumber: line.rowNumber, row: line.row }],
    )
    const by = { district, accountId, importId, now }
    const plan = await kindsOfRoster[row.kind as RosterKind].plan(tx, by, given)
    await plan.write(tx)
    const counts = { new: 0, changed: 0, same: 0, bad: 0 }
    const bad = lines.flatMap(({ rowNumber, cells, problems }) => {
      const outcome = plan.outcomes.get(rowNumber)
      counts[outcome?.what ?? 'bad']++
      const wrong = problems ?? (outcome?.what === 'bad' ? outcome.problems : undefined)
      return wrong ? [{ rowNumber, cells, problems: wrong }] : []
    })
    await insertRosterBadRows(tx, { district, importId }, bad)
    if (!(await advanceRoster(tx, { district, importId, from }, counts))) throw new Interrupted()
    await nudge(tx, { kind: 'roster', district, id: importId, version: now })
  })
}

/** Takes in the rows of a running import that are still missing; safe to run again, and twice at once. */
export async function runRoster(deps: Deps, at: Which): Promise<void> {
  const row = await findRunning(deps, at)
  if (!row) return
  const bytes = await deps.files.get(rosterFileKey(row))
  if (!bytes) return end(deps, at, 'failed', 'fileMissing')
  const kind = row.kind as RosterKind
  const place = {
    ...{ kind, sheet: row.sheet, headerRow: row.header_row },
    mapping: row.mapping as Record<string, number>,
  }
  try {
    const lines = inOrder(kind, await withFile(bytes, (path) => readSheet(path, place, at.district)))
    const { batch } = kindsOfRoster[kind]
    for (let from = row.rows_done; from < lines.length; from += batch) {
      deps.ending?.throwIfAborted()
      await writeBatch(deps, row, lines.slice(from, from + batch), from)
    }
    await end(deps, at, 'done')
  } catch (fault) {
    if (fault instanceof Interrupted) return
    if (!(fault instanceof WorkbookRefused)) throw fault
    await end(deps, at, 'failed', fault.refusal.refused)
  }
}

type Ring = { abortSignal?: AbortSignal; job?: { attempts: number } }

/** After so many tries the import is shown as failed; a person may start it again, and it goes on from where it stood. */
const mostRings = 5

/** The task `roster` of the queue. */
export async function rosterTask(deps: Deps, given: unknown, { abortSignal, job }: Ring = {}): Promise<void> {
  const at = payload.parse(given)
  try {
    await runRoster({ ...deps, ending: abortSignal }, at)
  } catch (fault) {
    if (job && job.attempts >= mostRings && !abortSignal?.aborted) await end(deps, at, 'failed', 'fault')
    throw fault
  }
}

/** Rings again for every import that should run. */
export async function ringRosters(deps: Pick<Deps, 'db'>): Promise<void> {
  for (const district of await listDistricts(deps.db))
    await inScope(deps.db, systemScope(district), async (tx) => {
      const { rows } = await sql<{ id: string }>`select id from org_import
        where district_id = ${district} and state = 'running'`.execute(tx)
      for (const { id } of rows) await ringRoster(tx, district, id)
    })
}
