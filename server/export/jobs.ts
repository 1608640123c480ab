import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import type { StaffActor } from '#domain/actor.ts'
import { seatsWith } from '#domain/org/grants.ts'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import type { ListExportRow } from '../db/tables.gen.ts'
import { writeWorkbook } from '../excel/write.ts'
import type { Platform } from '../http/bind.ts'
import { readByIndex } from '../insight/conditions.ts'
import type { Cursor } from '../matter/cursor.ts'
import { listConditions } from '../matter/list-conditions.ts'
import { nameConditions } from '../matter/list-names.ts'
import { cursorOf, readWholePage } from '../matter/lists.ts'
import { nudge } from '../matter/store.ts'
import { listDistricts } from '../org/queries.ts'
import { findStaff } from '../org/session-queries.ts'
import { readStored } from '../view/queries.ts'
import { cellsOf, columnsIn, type Exported } from './columns.ts'
import { linesOf, listCategoryNames } from './lines.ts'
import { markOf } from './mark.ts'
import { fileKey } from './queries.ts'
import { type At, expireExports, ringExport, writeEnd, writeProgress } from './store.ts'

type Deps = Pick<Platform, 'db' | 'files' | 'clock'> & {
  ending?: AbortSignal | undefined
  /** Rows of one export; a test takes fewer. */
  most?: number
  pageSize?: number
}

/** What Excel still opens well, and what one person can still answer for. */
const mostRows = 100_000
const pageRows = 1000
const keptMs = 7 * 86_400_000

const systemScope = (district: number) => scopeOf({ kind: 'system', districtId: district })

/** Somebody stopped it, or another worker has taken it up. */
class Interrupted extends Error {}

/** The matters of a list, page after page in the order they were received, in the scope of who asked; each page is a transaction. */
async function* readLines(
  deps: Deps,
  actor: StaffActor,
  row: ListExportRow,
  at: At,
  found: { isCut: boolean },
): AsyncGenerator<Exported> {
  const { most = mostRows, pageSize = pageRows } = deps
  const now = row.created_at
  const { query } = readStored(row.query)
  const inReach = <T>(work: (tx: Tx) => Promise<T>) => inScope(deps.db, scopeOf(actor), work)
  const { conditions, categories, counted } = await inReach(async (tx) => {
    const named = await nameConditions(tx, actor, query, now)
    const wanted = listConditions(actor, query, named, now)
    await readByIndex(tx)
    const { rows } = await sql<{ n: number }>`select count(*)::int n from (select from matter m
      where ${sql.join(wanted, sql` and `)} limit ${most + 1}) x`.execute(tx)
    return {
      conditions: wanted,
      categories: await listCategoryNames(tx, actor.districtId),
      counted: rows[0]?.n ?? 0,
    }
  })
  found.isCut = counted > most
  const total = Math.min(counted, most)
  let after: Cursor | undefined
  let done = 0
  while (done < most) {
    deps.ending?.throwIfAborted()
    const limit = Math.min(pageSize, most - done)
    const lines = await inReach(async (tx) => {
      await readByIndex(tx)
      const rows = await readWholePage(tx, conditions, { by: 'received', after, limit })
      const last = rows.at(-1)
      if (last) after = cursorOf(last)
      return linesOf(tx, actor, rows, categories)
    })
    yield* lines
    done += lines.length
    await inScope(deps.db, systemScope(at.district), async (tx) => {
      if (!(await writeProgress(tx, at, { total, done }))) throw new Interrupted()
      await nudge(tx, { kind: 'export', district: at.district, id: at.exportId, version: deps.clock() })
    })
    if (lines.length < limit) return
  }
}

/** Writes the file anew from the start: a zip cannot be taken up in the middle, and half of two lists is no list. */
async function writeFile(deps: Deps, actor: StaffActor, row: ListExportRow, at: At): Promise<void> {
  const language = row.language === 'en' ? 'en' : 'zh'
  const found = { isCut: false }
  let rows = 0
  async function* cells() {
    for await (const line of readLines(deps, actor, row, at, found)) {
      rows++
      yield cellsOf(line, language, row.created_at)
    }
  }
  const folder = await mkdtemp(join(tmpdir(), 'maple-list-'))
  try {
    const path = join(folder, 'list.xlsx')
    const mark = markOf(actor, row, language)
    await writeWorkbook(path, { sheetName: mark.sheet, columns: columnsIn(language), rows: cells(), mark })
    const bytes = await readFile(path)
    const key = fileKey(at.district, at.exportId)
    // what an interrupted try left under this key is another list
    await deps.files.remove(key)
    await deps.files.put(key, bytes)
    const now = deps.clock()
    await finish(deps, at, {
      ...{ state: 'done', rows, isCut: found.isCut, bytes: bytes.length, expiresAt: now + keptMs },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function finish(deps: Deps, at: At, end: Parameters<typeof writeEnd>[2]): Promise<void> {
  await inScope(deps.db, systemScope(at.district), async (tx) => {
    const now = deps.clock()
    if (await writeEnd(tx, at, end, now))
      await nudge(tx, { kind: 'export', district: at.district, id: at.exportId, version: now })
  })
}

/** Writes the file of a running export. Safe to run again. Who may no longer export gets no file. */
export async function runExport(deps: Deps, at: At): Promise<void> {
  const work = await inScope(deps.db, systemScope(at.district), async (tx) => {
    const { rows } = await sql<ListExportRow>`select * from list_export
      where district_id = ${at.district} and id = ${at.exportId} and state = 'running'`.execute(tx)
    const [row] = rows
    return row && { row, actor: await findStaff(tx, at.district, row.account_id, deps.clock()) }
  })
  if (!work) return
  const { row, actor } = work
  if (!actor || seatsWith(actor, 'matter.export').length === 0) return finish(deps, at, { state: 'failed' })
  try {
    await writeFile(deps, actor, row, at)
  } catch (fault) {
    if (!(fault instanceof Interrupted)) throw fault
  }
}

const payload = z.object({ district: z.number().int(), exportId: z.string() })
type Ring = { abortSignal?: AbortSignal; job?: { attempts: number } }
const mostRings = 5

/** The task `export` of the queue. */
export async function exportTask(deps: Deps, given: unknown, { abortSignal, job }: Ring = {}): Promise<void> {
  const at = payload.parse(given)
  try {
    await runExport({ ...deps, ending: abortSignal }, at)
  } catch (fault) {
    if (job && job.attempts >= mostRings && !abortSignal?.aborted) await finish(deps, at, { state: 'failed' })
    throw fault
  }
}

/** Rings again for every export that should be written. */
export async function ringExports(deps: Pick<Deps, 'db'>): Promise<void> {
  for (const district of await listDistricts(deps.db))
    await inScope(deps.db, systemScope(district), async (tx) => {
      const { rows } = await sql<{ id: string }>`select id from list_export
        where district_id = ${district} and state = 'running'`.execute(tx)
      for (const { id } of rows) await ringExport(tx, { district, exportId: id })
    })
}

/** Removes the files that have run out. The row first: it never promises a file that is gone. */
export async function removeOldExports(deps: Pick<Deps, 'db' | 'files' | 'clock'>): Promise<number> {
  let count = 0
  for (const district of await listDistricts(deps.db)) {
    const ids = await inScope(deps.db, systemScope(district), (tx) =>
      expireExports(tx, district, deps.clock()),
    )
    for (const id of ids) await deps.files.remove(fileKey(district, id))
    count += ids.length
  }
  return count
}
