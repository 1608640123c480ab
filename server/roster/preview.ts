import type { rosterRoutes } from '#contract/roster.ts'
import { cleanText, shorten } from '#domain/intake/text.ts'
import { refuse } from '#domain/refusal.ts'
import { type RosterKind, rosterBook } from '#domain/roster/fields.ts'
import { WorkbookRefused } from '../excel/refused.ts'
import type { Call } from '../http/bind.ts'
import { namedRefusal, withFile } from '../intake/stored-file.ts'
import { rosterFileKey } from './commands.ts'
import { kindsOfRoster } from './kinds.ts'
import type { Outcome } from './outcome.ts'
import { findRoster } from './queries.ts'
import { readSheet, type SheetLine } from './read-sheet.ts'

/** Rows shown of those that are wrong, of those that change something, and of the rest. */
const shown = { bad: 30, changed: 20, other: 10 }

/** What would become of every row. Nothing is written. Refusals: `notFound`, `badInput`, `fileMissing`, those of a workbook. */
export async function previewRoster(call: Call<typeof rosterRoutes.previewRoster>) {
  const { tx, actor, params, body, now, platform } = call
  const district = actor.districtId
  const row = await findRoster(tx, district, params.id)
  if (!row) return refuse('notFound')
  const kind = row.kind as RosterKind
  const { fields, required } = rosterBook(kind)
  const mapping = body.mapping ?? (row.mapping as Record<string, number>)
  const unknown = Object.keys(mapping).find((field) => !(fields as readonly string[]).includes(field))
  if (unknown !== undefined) return refuse('badInput', { field: 'mapping', hint: '' }, 'mapping')
  const bytes = await platform.files.get(rosterFileKey(row))
  if (!bytes) return refuse('fileMissing', undefined, 'file')
  const place = { kind, sheet: row.sheet, headerRow: row.header_row, mapping }
  let lines: SheetLine[]
  try {
    lines = await withFile(bytes, (path) => readSheet(path, place, district))
  } catch (fault) {
    if (fault instanceof WorkbookRefused) return namedRefusal(fault.refusal, row.file_name)
    throw fault
  }
  const by = { district, accountId: actor.accountId, importId: row.id, now }
  const outcomes = await outcomesOf(tx, by, kind, lines)
  const judged = lines.map((line) => ({ line, outcome: outcomes.get(line.rowNumber) as Outcome }))
  const of = (what: Outcome['what']) => judged.filter(({ outcome }) => outcome.what === what)
  const [bad, changed] = [of('bad'), of('changed')]
  const other = judged.filter(({ outcome }) => outcome.what === 'new' || outcome.what === 'same')
  const rows = [
    ...bad.slice(0, shown.bad),
    ...changed.slice(0, shown.changed),
    ...other.slice(0, shown.other),
  ]
  return {
    ...{ headers: row.headers as string[], mapping },
    missing: required.filter((field) => mapping[field] === undefined),
    counts: { new: of('new').length, changed: changed.length, same: of('same').length, bad: bad.length },
    rows: rows.map(({ line, outcome }) => ({
      ...{ rowNumber: line.rowNumber, what: outcome.what },
      values: Object.fromEntries(
        Object.entries(line.byField).map(([field, text]) => [field, shorten(cleanText(text), 100)]),
      ),
      changes: outcome.what === 'changed' ? outcome.changes : [],
      problems:
        outcome.what === 'bad' ? outcome.problems.map((one) => ({ ...one, facts: { ...one.facts } })) : [],
    })),
  }
}

/** What becomes of each line: what could not be read is handed back, the rest is planned, those above first. */
async function outcomesOf(
  tx: Call<typeof rosterRoutes.previewRoster>['tx'],
  by: Parameters<(typeof kindsOfRoster)['units']['plan']>[1],
  kind: RosterKind,
  lines: readonly SheetLine[],
): Promise<Map<number, Outcome>> {
  const { plan } = kindsOfRoster[kind]
  const given = inOrder(kind, lines).flatMap((line) =>
    line.problems ? [] : [{ rowNumber: line.rowNumber, row: line.row }],
  )
  const { outcomes } = await plan(tx, by, given)
  for (const { rowNumber, problems } of lines)
    if (problems) outcomes.set(rowNumber, { what: 'bad', problems })
  return outcomes
}

/** Lines as they are written: what could not be read first, then those above before those below, each in file order. */
export function inOrder(kind: RosterKind, lines: readonly SheetLine[]): SheetLine[] {
  const { depthOf } = kindsOfRoster[kind]
  const depth = (line: SheetLine) => (line.problems ? -1 : depthOf(line.row))
  return lines.toSorted((a, b) => depth(a) - depth(b) || a.rowNumber - b.rowNumber)
}
