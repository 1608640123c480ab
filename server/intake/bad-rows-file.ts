import { sql } from 'kysely'
import type { intakeRoutes } from '#contract/intake.ts'
import { describeProblem, type RowProblem } from '#domain/intake/problems.ts'
import type { Language } from '#domain/language.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { newId } from '../ids.ts'
import { insertReading } from '../matter/store.ts'
import { unseal } from '../secrets.ts'
import { answeringName, sendWorkbook } from './download.ts'
import { findImport, type ImportRow } from './queries.ts'
import { boundOf } from './store.ts'

type BadRow = { rowNumber: number; cells: string[]; problems: RowProblem[] }

const words = {
  zh: {
    sheet: '未导入的行',
    reason: '未导入原因',
    file: '未导入',
    note: '请按最后一列的说明改好，再把这个文件直接导入一次。\n最后一列不用删除，导入时不会读它。',
    noteName: '说明',
  },
  en: {
    sheet: 'Not imported',
    reason: 'Why it was not imported',
    file: 'not-imported',
    note: 'Please mend the rows as their last column says and import this file as it is.\nThe last column may stay: it is not read.',
    noteName: 'Note',
  },
} as const satisfies Record<Language, object>

const pageSize = 500

async function* listBadRows(tx: Tx, row: ImportRow): AsyncGenerator<BadRow> {
  for (let after = 0; ; ) {
    type Stored = { row_number: number; cells: { sealed: string }; problems: RowProblem[] }
    const { rows } = await sql<Stored>`select row_number, cells, problems from intake_bad_row
      where district_id = ${row.district_id} and import_id = ${row.id} and row_number > ${after}
      order by row_number limit ${pageSize}`.execute(tx)
    for (const { row_number: rowNumber, cells, problems } of rows) {
      const text = unseal(Buffer.from(cells.sealed, 'base64'), boundOf(row.district_id, row.id, rowNumber))
      yield { rowNumber, cells: JSON.parse(text) as string[], problems }
    }
    if (rows.length < pageSize) return
    after = rows.at(-1)?.row_number ?? after
  }
}

/** The rows that could not be taken in, as they were sent, with the reasons in a last column. Refusals: notFound, notImported. */
export async function badRows({ tx, actor, params, query, now, reply }: Call<typeof intakeRoutes.badRows>) {
  const row = await findImport(tx, actor, params.id)
  if (!row) return refuse('notFound')
  if (row.state === 'uploaded') return refuse('notImported')
  const { lang } = query
  const text = words[lang]
  const headers = row.headers as string[]
  const reading = { district: row.district_id, id: newId(now), at: now, accountId: actor.accountId }
  await insertReading(tx, { ...reading, what: 'export', subject: `import:${row.id}`, purpose: 'badRows' })
  async function* rows() {
    for await (const bad of listBadRows(tx, row as ImportRow)) {
      const reasons = bad.problems.map((problem) => describeProblem(problem, lang))
      yield [...headers.map((_, at) => bad.cells[at] ?? ''), reasons.join('\n')]
    }
  }
  return sendWorkbook(reply, answeringName(row.file_name, text.file), {
    sheetName: text.sheet,
    columns: [
      ...headers.map((header) => ({ header, width: 18, kind: 'text' as const })),
      { header: text.reason, width: 60, kind: 'text' as const },
    ],
    rows: rows(),
    note: text.note,
    noteName: text.noteName,
  })
}
