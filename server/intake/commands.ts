import { createHash } from 'node:crypto'
import type { intakeRoutes } from '#contract/intake.ts'
import { isOrderField, rememberMapping } from '#domain/intake/columns.ts'
import { findHeader, headRows } from '#domain/intake/header.ts'
import { requiredFields } from '#domain/intake/order-fields.ts'
import { storable } from '#domain/intake/text.ts'
import { seatsWith } from '#domain/org/grants.ts'
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { readHead, sniffWorkbook } from '../excel/read.ts'
import type { Call } from '../http/bind.ts'
import { nudge } from '../matter/store.ts'
import { countRows } from './count-rows.ts'
import { findImport, type ImportRow, importViewOf, listHeadings } from './queries.ts'
import { insertImport, rememberColumns, writeEnd, writeStart } from './store.ts'
import { fileKey, namedRefusal, withFile } from './stored-file.ts'

type Look = { sheet: string; headerRow: number; headers: string[]; total: number | null }

/** A first look into a workbook: which sheet, where its headings stand, about how many rows. Refusals: those of `readHead`. */
async function lookInto(path: string, remembered: Record<string, string>): Promise<Look | Refusal> {
  const kind = await sniffWorkbook(path)
  if (isRefusal(kind)) return kind
  const head = await readHead(path, headRows + 1)
  if (isRefusal(head)) return head
  const found = findHeader(head.rows, remembered)
  if (!found) return refuse('noHeader')
  const above = head.rows.slice(0, found.lastRow).filter((row) => row.length > 0).length
  const counted = await countRows(path, head.sheetName)
  const total = counted === null ? null : Math.max(counted - above, 0)
  return { sheet: head.sheetName, headerRow: found.lastRow, headers: found.headers, total }
}

/**
 * Keeps an uploaded workbook under the id the browser made; the same file with the same id again answers as the first time.
 * Refusals: notExcel, oldExcel, encryptedExcel, brokenExcel, tooBigExcel, tooManyRows, noHeader, commandReused.
 */
export async function uploadImport({
  tx,
  actor,
  params,
  query,
  body,
  now,
  platform,
}: Call<typeof intakeRoutes.uploadImport>) {
  const sent: unknown = body
  const bytes = Buffer.isBuffer(sent) ? sent : Buffer.alloc(0)
  const sha256 = createHash('sha256').update(bytes).digest()
  const known = await findImport(tx, actor, params.id)
  if (known) return known.file_sha256.equals(sha256) ? importViewOf(known) : refuse('commandReused')
  const seat = seatsWith(actor, 'intake.import')[0]
  if (!seat) return refuse('notYours')
  const fileName = storable(query.name).replace(/\s+/g, ' ').trim() || 'orders.xlsx'
  const remembered = await listHeadings(tx, actor.districtId, seat.unitId)
  const look = await withFile(bytes, (path) => lookInto(path, remembered))
  if (isRefusal(look)) return namedRefusal(look, fileName)
  const row = {
    district_id: actor.districtId,
    id: params.id,
    account_id: actor.accountId,
    unit_id: seat.unitId,
    file_name: fileName,
    file_sha256: sha256,
    sheet: look.sheet,
    header_row: look.headerRow,
    headers: look.headers,
    rows_total: look.total,
    created_at: now,
  }
  // the bytes before the row: a row never points at nothing
  await platform.files.put(fileKey(row), bytes)
  if (!(await insertImport(tx, row))) {
    const winner = await findImport(tx, actor, params.id)
    return winner?.file_sha256.equals(sha256) ? importViewOf(winner) : refuse('commandReused')
  }
  return viewNow(tx, actor, params.id)
}

async function viewNow(tx: Tx, actor: Call<typeof intakeRoutes.getImport>['actor'], id: string) {
  const row = await findImport(tx, actor, id)
  return row ? importViewOf(row) : refuse('notFound')
}

/** Says what is wrong with a mapping, if anything: an unknown field, or a required one left out. */
function whyNotMapping(mapping: Readonly<Record<string, number>>): Refusal | undefined {
  const unknown = Object.keys(mapping).find((field) => !isOrderField(field))
  if (unknown !== undefined)
    return refuse('badInput', { field: 'mapping', hint: unknown }, `mapping.${unknown}`)
  const missing = requiredFields.find((field) => !Object.hasOwn(mapping, field))
  return missing === undefined ? undefined : refuse('missingField', { field: missing }, missing)
}

const sameMapping = (row: ImportRow, mapping: Record<string, number>) => {
  const stored = row.mapping as Record<string, number>
  const fields = Object.keys(mapping)
  return (
    fields.length === Object.keys(stored).length && fields.every((field) => stored[field] === mapping[field])
  )
}

/**
 * Starts an import, or goes on with one that was stopped or failed, and remembers the columns. Started twice is started once.
 * Refusals: notFound, importRunning (with other columns), badInput, missingField.
 */
export async function startImport({ tx, actor, params, body, now }: Call<typeof intakeRoutes.startImport>) {
  const row = await findImport(tx, actor, params.id, true)
  if (!row) return refuse('notFound')
  const { mapping } = body
  if (row.state === 'running' && !sameMapping(row, mapping)) return refuse('importRunning')
  if (row.state === 'running' || row.state === 'done') return importViewOf(row)
  const headers = row.headers as string[]
  const wrong = whyNotMapping(mapping)
  if (wrong) return wrong
  const columns = Object.entries(mapping).flatMap(([field, column]) =>
    isOrderField(field) ? [{ field, column }] : [],
  )
  await writeStart(tx, row, mapping, now)
  const place = { district: row.district_id, unitId: row.unit_id, headers }
  await rememberColumns(tx, place, { columns: mapping, headings: rememberMapping(headers, columns) }, now)
  await nudge(tx, { kind: 'import', district: row.district_id, id: row.id, version: now })
  return viewNow(tx, actor, row.id)
}

/** Stops a running import after the batch in hand; what has come in stays, and `startImport` goes on from there. */
export async function stopImport({ tx, actor, params, now }: Call<typeof intakeRoutes.stopImport>) {
  const row = await findImport(tx, actor, params.id, true)
  if (!row) return refuse('notFound')
  const at = { district: row.district_id, importId: row.id }
  if (await writeEnd(tx, at, { state: 'stopped' }, now))
    await nudge(tx, { kind: 'import', district: row.district_id, id: row.id, version: now })
  return viewNow(tx, actor, row.id)
}
