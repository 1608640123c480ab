import { refuse } from '#domain/refusal.ts'
import { type RosterField, type RosterKind, rosterFields } from '#domain/roster/fields.ts'
import type { RosterProblem } from '#domain/roster/problems.ts'
import type { Cells } from '#domain/roster/rows.ts'
import { readRows } from '../excel/read.ts'
import { WorkbookRefused } from '../excel/refused.ts'
import { kindsOfRoster } from './kinds.ts'

/** A district has some ten thousand buildings; a larger file is split, so that it can be read at once and looked over. */
export const mostRows = 20_000

/** A row of the sheet: what could be read of it, or why not. */
export type SheetLine = { rowNumber: number; cells: string[]; byField: Cells } & (
  | { row: unknown; problems?: undefined }
  | { row?: undefined; problems: readonly RosterProblem[] }
)

export type Place = { kind: RosterKind; sheet: string; headerRow: number; mapping: Record<string, number> }

/** The rows of a workbook in their order. Throws WorkbookRefused, also for `tooManyRows`. */
export async function readSheet(path: string, { kind, sheet, headerRow, mapping }: Place, district: number) {
  const { read, keyOf, keyField } = kindsOfRoster[kind]
  const fields: readonly RosterField[] = rosterFields[kind]
  const lines: SheetLine[] = []
  const [seen, names] = [new Map<string, number>(), new Map<string, { name: string; row: number }>()]
  for await (const { rowNumber, cells } of readRows(path, headerRow + 1, sheet)) {
    if (lines.length >= mostRows)
      throw new WorkbookRefused(refuse('tooManyRows', { max: mostRows, most: mostRows }))
    const byField = Object.fromEntries(
      fields.flatMap((field) => (mapping[field] === undefined ? [] : [[field, cells[mapping[field]] ?? '']])),
    )
    const found = read(byField, district)
    const line = { rowNumber, cells, byField }
    if ('problems' in found) {
      lines.push({ ...line, problems: found.problems })
      continue
    }
    const key = keyOf(found.row)
    const before = seen.get(key)
    const clash =
      kind === 'people'
        ? nameClash(names, found.row as { login: string; name: string }, rowNumber)
        : undefined
    if (before !== undefined)
      lines.push({ ...line, problems: [{ code: 'twice', field: keyField, facts: { row: before } }] })
    else if (clash) lines.push({ ...line, problems: [clash] })
    else lines.push({ ...line, row: found.row })
    if (before === undefined) seen.set(key, rowNumber)
  }
  return lines
}

/** One login is one person: the first name in the file counts, another is a mistake. */
function nameClash(
  names: Map<string, { name: string; row: number }>,
  { login, name }: { login: string; name: string },
  row: number,
): RosterProblem | undefined {
  const known = names.get(login)
  if (!known) names.set(login, { name, row })
  if (!known || known.name === name) return undefined
  return { code: 'nameDiffers', field: 'name', facts: { found: login, row: known.row } }
}
