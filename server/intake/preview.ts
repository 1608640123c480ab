import type { intakeRoutes } from '#contract/intake.ts'
import { cellsByField, isOrderField, proposeMapping } from '#domain/intake/columns.ts'
import { requiredFields } from '#domain/intake/order-fields.ts'
import { readOrder } from '#domain/intake/order-row.ts'
import { cleanText } from '#domain/intake/text.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { readHead } from '../excel/read.ts'
import type { Call } from '../http/bind.ts'
import { findImport, findMapping, type ImportRow } from './queries.ts'
import { fileKey, namedRefusal, withFile } from './stored-file.ts'

const shownRows = 20
/** Rows looked at for them: empty ones in between are not shown. */
const lookedAt = 60

type Columns = Record<string, number>

/** The columns as given, as started with, as chosen last time for the same headings, or as proposed. */
async function mappingFor(
  tx: Tx,
  row: ImportRow,
  given: Columns | undefined,
): Promise<{ mapping: Columns; isRemembered: boolean }> {
  if (given) return { mapping: given, isRemembered: false }
  if (row.state !== 'uploaded') return { mapping: row.mapping as Columns, isRemembered: true }
  const headers = row.headers as string[]
  const remembered = await findMapping(tx, row.district_id, row.unit_id, headers)
  if (remembered) return { mapping: remembered.columns, isRemembered: true }
  const { columns } = proposeMapping(headers)
  return {
    mapping: Object.fromEntries(columns.map(({ field, column }) => [field, column])),
    isRemembered: false,
  }
}

/** Headings, columns, what is missing, and the first rows as they would be read. Refusals: notFound, badInput, fileMissing. */
export async function previewImport({
  tx,
  actor,
  params,
  body,
  platform,
}: Call<typeof intakeRoutes.previewImport>) {
  const row = await findImport(tx, actor, params.id)
  if (!row) return refuse('notFound')
  const unknown = Object.keys(body.mapping ?? {}).find((field) => !isOrderField(field))
  if (unknown !== undefined)
    return refuse('badInput', { field: 'mapping', hint: unknown }, `mapping.${unknown}`)
  const { mapping, isRemembered } = await mappingFor(tx, row, body.mapping)
  const bytes = await platform.files.get(fileKey(row))
  if (!bytes) return refuse('fileMissing', undefined, 'file')
  const headerRow = row.header_row ?? 1
  const head = await withFile(bytes, (path) => readHead(path, headerRow + lookedAt, row.sheet))
  if (isRefusal(head)) return namedRefusal(head, row.file_name)
  const columns = Object.entries(mapping).flatMap(([field, column]) =>
    isOrderField(field) ? [{ field, column }] : [],
  )
  const numbered = head.rows
    .map((cells, at) => ({ cells, rowNumber: at + 1 }))
    .filter(({ cells, rowNumber }) => rowNumber > headerRow && cells.length > 0)
    .slice(0, shownRows)
  return {
    sheetName: head.sheetName,
    headerRow,
    headers: row.headers as string[],
    mapping,
    isRemembered,
    missing: requiredFields.filter((field) => !Object.hasOwn(mapping, field)),
    rows: numbered.map(({ cells, rowNumber }) => {
      const byField = cellsByField(cells, columns)
      const order = readOrder(byField, rowNumber)
      const shown = columns.map(({ field }) => [field, cleanText(byField[field])] as const)
      const problems = Array.isArray(order)
        ? order.map((p) => ({ code: p.code, field: p.field, facts: { ...p.facts } }))
        : []
      return { rowNumber, values: Object.fromEntries(shown), problems }
    }),
  }
}
