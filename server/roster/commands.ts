import { createHash } from 'node:crypto'
import type { rosterRoutes } from '#contract/roster.ts'
import { proposeColumns } from '#domain/intake/columns.ts'
import { findHeader, headRows } from '#domain/intake/header.ts'
import { storable } from '#domain/intake/text.ts'
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'
import { type RosterKind, rosterBook } from '#domain/roster/fields.ts'
import { readHead, readRows, sniffWorkbook } from '../excel/read.ts'
import { WorkbookRefused } from '../excel/refused.ts'
import type { Call } from '../http/bind.ts'
import { namedRefusal, withFile } from '../intake/stored-file.ts'
import { nudge } from '../matter/store.ts'
import { findRoster, type RosterRow, rosterViewOf } from './queries.ts'
import { mostRows } from './read-sheet.ts'
import { insertRoster, writeRosterStart } from './store.ts'

type Look = {
  sheet: string
  headerRow: number
  headers: string[]
  mapping: Record<string, number>
  total: number
}

/** Where the bytes of an import are kept; the digest in the key makes it always this file. */
export function rosterFileKey(row: Pick<RosterRow, 'district_id' | 'id' | 'file_sha256'>): string {
  return `${row.district_id}/roster/${row.id}-${row.file_sha256.toString('hex').slice(0, 16)}`
}

/** Which sheet, where its headings stand, what its columns hold, how many rows. */
async function lookInto(path: string, kind: RosterKind): Promise<Look | Refusal> {
  const sniffed = await sniffWorkbook(path)
  if (isRefusal(sniffed)) return sniffed
  const head = await readHead(path, headRows + 1)
  if (isRefusal(head)) return head.refused === 'noHeader' ? refuse('noRosterHeader') : head
  const book = rosterBook(kind)
  const found = findHeader(head.rows, {}, (row) => proposeColumns(book, row))
  if (!found) return refuse('noRosterHeader')
  const { columns } = proposeColumns(book, found.headers)
  let total = 0
  try {
    for await (const _ of readRows(path, found.lastRow + 1, head.sheetName))
      if (++total > mostRows) return refuse('tooManyRows', { max: mostRows, most: mostRows })
  } catch (fault) {
    if (fault instanceof WorkbookRefused) return fault.refusal
    throw fault
  }
  return {
    ...{ sheet: head.sheetName, headerRow: found.lastRow, headers: found.headers, total },
    mapping: Object.fromEntries(columns.map(({ field, column }) => [field, column])),
  }
}

/**
 * Keeps an uploaded workbook under the id the browser made; the same file with the same id again answers as the first time.
 * Refusals: those of a workbook, `noRosterHeader`, `tooManyRows`, `commandReused`.
 */
export async function uploadRoster(call: Call<typeof rosterRoutes.uploadRoster>) {
  const { tx, actor, params, query, now, platform } = call
  const district = actor.districtId
  const sent: unknown = call.body
  const bytes = Buffer.isBuffer(sent) ? sent : Buffer.alloc(0)
  const sha256 = createHash('sha256').update(bytes).digest()
  const isSame = (row: RosterRow) => row.file_sha256.equals(sha256) && row.kind === query.kind
  const known = await findRoster(tx, district, params.id)
  if (known) return isSame(known) ? rosterViewOf(known) : refuse('commandReused')
  const fileName = storable(query.name).replace(/\s+/g, ' ').trim() || 'roster.xlsx'
  const look = await withFile(bytes, (path) => lookInto(path, query.kind))
  if (isRefusal(look)) return namedRefusal(look, fileName)
  const row = {
    ...{ district_id: district, id: params.id, kind: query.kind, account_id: actor.accountId },
    ...{ file_name: fileName, file_sha256: sha256, sheet: look.sheet, header_row: look.headerRow },
    ...{ headers: look.headers, mapping: look.mapping, rows_total: look.total, created_at: now },
  }
  // The bytes before the row: a row never points at nothing.
  await platform.files.put(rosterFileKey(row), bytes)
  const isPut = await insertRoster(tx, row)
  const stored = await findRoster(tx, district, params.id)
  if (!stored || (!isPut && !isSame(stored))) return refuse('commandReused')
  await nudge(tx, { kind: 'roster', district, id: params.id, version: now })
  return rosterViewOf(stored)
}

/** Says what is wrong with a mapping, if anything: an unknown field, or a required one left out. */
export function whyNotColumns(
  kind: RosterKind,
  mapping: Readonly<Record<string, number>>,
): Refusal | undefined {
  const { fields, required } = rosterBook(kind)
  const unknown = Object.keys(mapping).find((field) => !(fields as readonly string[]).includes(field))
  if (unknown !== undefined)
    return refuse(
      'badInput',
      { field: 'mapping', hint: unknown.slice(0, 40) },
      `mapping.${unknown.slice(0, 40)}`,
    )
  const missing = required.find((field) => mapping[field] === undefined)
  return missing === undefined ? undefined : refuse('missingField', { field: missing }, missing)
}

/**
 * Starts an import, or goes on with one that failed; started twice is started once. Refusals: `notFound`, `importRunning`
 * (with other columns), `badInput`, `missingField`.
 */
export async function startRoster({ tx, actor, params, body, now }: Call<typeof rosterRoutes.startRoster>) {
  const district = actor.districtId
  const row = await findRoster(tx, district, params.id, true)
  if (!row) return refuse('notFound')
  const stored = row.mapping as Record<string, number>
  const names = new Set([...Object.keys(stored), ...Object.keys(body.mapping)])
  const isSame = [...names].every((name) => stored[name] === body.mapping[name])
  // What was done with some columns is not gone on with by others.
  if (row.state !== 'uploaded' && !isSame) return refuse('importRunning')
  if (row.state === 'running' || row.state === 'done') return rosterViewOf(row)
  const wrong = whyNotColumns(row.kind as RosterKind, body.mapping)
  if (wrong) return wrong
  await writeRosterStart(tx, row, body.mapping, now)
  await nudge(tx, { kind: 'roster', district, id: row.id, version: now })
  return rosterViewOf({ ...row, state: 'running', failure: null, finished_at: null })
}
