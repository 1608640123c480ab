import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import { isOrderField } from '#domain/intake/columns.ts'
import { servesPath } from '#domain/org/tree.ts'
import { getTriageTable } from '../category/table.ts'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import type { IntakeImportRow } from '../db/tables.gen.ts'
import { readRows } from '../excel/read.ts'
import type { SheetRow } from '../excel/sheet-rows.ts'
import type { Platform } from '../http/bind.ts'
import { type Author, birthOf } from '../matter/birth.ts'
import { insertManyBirths } from '../matter/bulk.ts'
import { addVoices } from '../matter/join.ts'
import { nextNumber } from '../matter/numbers.ts'
import { nudge } from '../matter/store.ts'
import { findUnit, listChain } from '../org/queries.ts'
import { getRules, type Rules } from '../org/rules.ts'
import { findDone, findKnown, type Known } from './known.ts'
import { readPlaces } from './places.ts'
import { type Batch, type Plan, planBatch, type Run, readBatch, supplementIds } from './plan.ts'
import { advance, insertBadRows } from './store.ts'

export type Deps = Pick<Platform, 'db' | 'files' | 'clock'> & { ending?: AbortSignal }

/** Rows written in one transaction: large enough to make a commit cheap, small enough to be lost and done again. */
const batchSize = 500

/** Somebody stopped the import, or another worker has gone on with it: what is in hand must not become true. */
export class Interrupted extends Error {}

export const systemScope = (district: number) => scopeOf({ kind: 'system', districtId: district })

/** The post by which the person imports, for the history. */
async function authorOf(tx: Tx, row: IntakeImportRow, now: number): Promise<Author> {
  const { rows } = await sql<{ id: string }>`select o.id from post o
    join account a on a.district_id = o.district_id and a.person_id = o.person_id
    where o.district_id = ${row.district_id} and a.id = ${row.account_id} and o.unit_id = ${row.unit_id}
    order by (o.to_on is null or o.to_on >= ${dayOf(now)}::date) desc, o.from_on desc limit 1`.execute(tx)
  return { kind: 'staff', id: row.account_id, postId: rows[0]?.id ?? null, unitId: row.unit_id }
}

/** What all batches of an import share. */
export async function openRun(tx: Tx, row: IntakeImportRow, now: number): Promise<Run & { area: string }> {
  const { district_id: district } = row
  const centre = await findUnit(tx, district, row.unit_id, now)
  const area = centre && (await listChain(tx, district, servesPath(centre), now)).at(-1)
  if (!centre || !area) throw new Error(`the unit of import ${row.id} is gone`)
  const mapping = Object.entries(row.mapping as Record<string, number>)
  return {
    district,
    channel: 'hotline',
    importId: row.id,
    centre,
    area: area.path,
    placeOf: await readPlaces(tx, district, area, now),
    words: await getTriageTable(tx, district, now),
    author: await authorOf(tx, row, now),
    columns: mapping.flatMap(([field, column]) => (isOrderField(field) ? [{ field, column }] : [])),
  }
}

async function* inBatches(rows: AsyncIterable<SheetRow>, skipped: number): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = []
  let seen = 0
  for await (const row of rows) {
    if (seen++ < skipped) continue
    batch.push(row)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

type Prepared = { plan: Plan; rules: Rules; now: number }

/** Of the plan that is being written meanwhile, what the database does not show yet. */
type InFlight = Pick<Plan, 'known' | 'additions'>

/** Looks up a batch and plans it. */
async function prepare(
  deps: Deps,
  run: Run & { area: string },
  batch: Batch,
  before: InFlight | undefined,
): Promise<Prepared> {
  const { district, channel } = run
  const now = deps.clock()
  const asked = {
    district,
    channel,
    area: run.area,
    numbers: batch.orders.map((order) => order.orderNo),
    callers: batch.callers,
  }
  const { known, done, rules } = await inScope(deps.db, systemScope(district), async (tx) => {
    const found = await findKnown(tx, asked)
    const merged: Known = {
      byNumber: new Map([...(before?.known.byNumber ?? []), ...found.byNumber]),
      byVoice: new Map([...(before?.known.byVoice ?? []), ...found.byVoice]),
    }
    const ids = await findDone(tx, district, supplementIds(batch, merged))
    return { known: merged, done: ids, rules: await getRules(tx, district) }
  })
  for (const { commandId } of before?.additions ?? []) done.add(commandId)
  const next = () => nextNumber(deps.db, district, now, batchSize)
  return { plan: await planBatch(batch, known, done, run, next, rules, now), rules, now }
}

/** Writes one batch whole, or nothing of it. */
async function write(deps: Deps, run: Run, { plan, rules, now }: Prepared, from: number): Promise<void> {
  const { district, importId } = run
  await inScope(deps.db, systemScope(district), async (tx) => {
    await insertManyBirths(tx, plan.births)
    const late = await addVoices(tx, district, plan.additions, run.author, now)
    const reborn = []
    for (const { commandId } of late) {
      const voice = plan.voices.get(commandId)
      if (voice) reborn.push(birthOf(voice, await nextNumber(deps.db, district, now), run.author, rules, now))
    }
    await insertManyBirths(tx, reborn)
    await insertBadRows(tx, district, importId, plan.bad)
    const { counts } = plan
    const counted = { ...counts, new: counts.new + reborn.length, joined: counts.joined - reborn.length }
    if (!(await advance(tx, { district, importId, from }, counted))) throw new Interrupted()
    await nudge(tx, { kind: 'import', district, id: importId, version: now })
  })
}

/**
 * Takes in the rows that are still missing. The next batch is read and reckoned while the one before is written; each is
 * true as a whole, so a killed worker goes on at the first row that is not. Throws Interrupted, WorkbookRefused, and the
 * reason of `ending`.
 */
export async function takeIn(deps: Deps, row: IntakeImportRow, path: string): Promise<void> {
  const run = await inScope(deps.db, systemScope(row.district_id), (tx) => openRun(tx, row, deps.clock()))
  let done = row.rows_done
  let before: InFlight | undefined
  let writing: Promise<void> = Promise.resolve()
  try {
    for await (const rows of inBatches(readRows(path, (row.header_row ?? 1) + 1, row.sheet), row.rows_done)) {
      const prepared = await prepare(deps, run, readBatch(rows, run.columns), before)
      await writing
      deps.ending?.throwIfAborted()
      before = { known: prepared.plan.known, additions: prepared.plan.additions }
      writing = write(deps, run, prepared, done)
      writing.catch(() => undefined) // it is awaited one turn later
      done += rows.length
    }
  } finally {
    await writing
  }
}
