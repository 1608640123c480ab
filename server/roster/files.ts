import { sql } from 'kysely'
import type { rosterRoutes } from '#contract/roster.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { Language } from '#domain/language.ts'
import { refuse } from '#domain/refusal.ts'
import { type RosterField, type RosterKind, rosterFields } from '#domain/roster/fields.ts'
import { describeRosterProblem, type RosterProblem, rosterLabels } from '#domain/roster/problems.ts'
import type { Tx } from '../db/scope.ts'
import type { CellValue } from '../excel/write.ts'
import type { Call } from '../http/bind.ts'
import { newId } from '../ids.ts'
import { answeringName, sendWorkbook } from '../intake/download.ts'
import { insertReading } from '../matter/store.ts'
import { unseal } from '../secrets.ts'
import { exportRows } from './export-rows.ts'
import { findRoster } from './queries.ts'
import { cellsBound, passwordBound, takePasswordRows } from './store.ts'

const names: Record<RosterKind, Record<Language, string>> = {
  units: { zh: '单位', en: 'Units' },
  people: { zh: '人员', en: 'People' },
  places: { zh: '楼道码', en: 'Codes' },
}

const words = {
  zh: {
    ...{
      template: '模板',
      badSheet: '未导入的行',
      badFile: '未导入',
      reason: '未导入原因',
      noteName: '说明',
    },
    ...{ passwordSheet: '一次性密码', name: '姓名', login: '用户名', password: '一次性密码' },
    badNote: '请按最后一列的说明改好，再把这个文件直接导入一次。\n最后一列不用删除，导入时不会读它。',
    passwordNote:
      '一次性密码只给这一次，请当面或电话告诉本人，首次登录后要换成自己的密码。\n这个文件用完请删除。',
    templateNote:
      '第一张表的第二行是例子，请换成自己的内容。\n编码路径从区县往下写，用斜线隔开，例如 001/003；直接在区县下面的单位，上级留空。\n电话、经纬度、日期可以留空；再次导入时，留空的地方保持原样。\n同样的编码、用户名或楼道码再导入一次不会重复，只更新有变化的地方。',
  },
  en: {
    ...{ template: 'template', badSheet: 'Not imported', badFile: 'not-imported', reason: 'Why not' },
    ...{ noteName: 'Note', passwordSheet: 'Passwords', name: 'Name', login: 'User name' },
    password: 'Password for one use',
    badNote:
      'Mend the rows as their last column says and import this file as it is.\nThe last column may stay: it is not read.',
    passwordNote:
      'These passwords are given this once. Tell each person in person or by telephone; a new one has to be chosen at the first sign-in.\nDelete this file when you are done.',
    templateNote:
      'The second row of the first sheet is an example: replace it.\nA path goes from the district down, with slashes, such as 001/003; leave it empty for what hangs directly under the district.\nTelephone, coordinates and days may be empty; on a second import what is empty stays as it is.\nImporting the same codes or user names again makes nothing twice and only updates what has changed.',
  },
} as const satisfies Record<Language, Record<string, string>>

const examples: { [K in RosterKind]: Partial<Record<RosterField, string>> } = {
  units: {
    ...{ kind: '社区', parent: '001', code: '009', name: '示例社区', phone: '0799-5550199' },
    ...{ lng: '114.6001', lat: '29.8701', fromOn: '2026-01-01' },
  },
  people: {
    ...{ name: '示例一', login: 'shili.yi', unit: '001/009', role: '社区工作者', fromOn: '2026-01-01' },
    ...{ phone: '19900000000' },
  },
  places: { unit: '001/009/01/001', label: '示例小区 1 号楼 1 单元' },
}

const columnsOf = (kind: RosterKind, lang: Language) =>
  rosterFields[kind].map((field: RosterField) => ({
    ...{ header: rosterLabels[lang][field], kind: 'text' as const },
    width: field === 'name' || field === 'label' ? 30 : 18,
  }))

const rowOf = (kind: RosterKind, cells: Partial<Record<RosterField, CellValue>>) =>
  rosterFields[kind].map((field: RosterField) => cells[field] ?? '')

/** An empty workbook of a kind with an example. */
export async function rosterTemplate({ params, query, reply }: Call<typeof rosterRoutes.rosterTemplate>) {
  const { kind } = params
  const { lang } = query
  const name = names[kind][lang]
  return sendWorkbook(reply, `${name}-${words[lang].template}.xlsx`, {
    ...{ sheetName: name, columns: columnsOf(kind, lang), rows: [rowOf(kind, examples[kind])] },
    ...{ note: words[lang].templateNote, noteName: words[lang].noteName },
  })
}

/** Puts on record that names and logins left the product. */
async function record(
  call: { tx: Tx; actor: { districtId: number; accountId: string }; now: number },
  subject: string,
) {
  const { tx, actor, now } = call
  await insertReading(tx, {
    ...{ district: actor.districtId, id: newId(now), at: now, accountId: actor.accountId },
    ...{ what: 'export', subject, purpose: 'administration' },
  })
}

/** Everything of a kind that counts today, in the columns in which it comes in. Telephone numbers of people stay here. */
export async function rosterExport(call: Call<typeof rosterRoutes.rosterExport>) {
  const { tx, actor, params, query, now, reply } = call
  const { kind } = params
  const { lang } = query
  await record(call, `roster:${kind}`)
  const name = names[kind][lang]
  async function* rows() {
    for await (const cells of exportRows(tx, actor.districtId, kind, lang, dayOf(now)))
      yield rowOf(kind, cells)
  }
  return sendWorkbook(reply, `${name}-${dayOf(now)}.xlsx`, {
    ...{ sheetName: name, columns: columnsOf(kind, lang), rows: rows() },
    ...{ note: words[lang].templateNote, noteName: words[lang].noteName },
  })
}

const pageSize = 500

async function* listBadRows(tx: Tx, district: number, importId: string) {
  type Stored = { row_number: number; cells: Buffer; problems: RosterProblem[] }
  for (let after = 0; ; ) {
    const { rows } = await sql<Stored>`select row_number, cells, problems from org_import_bad_row
      where district_id = ${district} and import_id = ${importId} and row_number > ${after}
      order by row_number limit ${pageSize}`.execute(tx)
    for (const { row_number: rowNumber, cells, problems } of rows)
      yield {
        cells: JSON.parse(unseal(cells, cellsBound(district, importId, rowNumber))) as string[],
        problems,
      }
    if (rows.length < pageSize) return
    after = rows.at(-1)?.row_number ?? after
  }
}

/** The rows that could not be taken in, as they were sent, with the reasons in a last column. Refusals: `notFound`, `notImported`. */
export async function rosterBadRows(call: Call<typeof rosterRoutes.rosterBadRows>) {
  const { tx, actor, params, query, reply } = call
  const { lang } = query
  const row = await findRoster(tx, actor.districtId, params.id)
  if (!row) return refuse('notFound')
  if (row.state === 'uploaded') return refuse('notImported')
  await record(call, `roster:${row.id}`)
  const headers = row.headers as string[]
  async function* rows() {
    for await (const { cells, problems } of listBadRows(tx, actor.districtId, params.id)) {
      const reasons = problems.map((problem) => describeRosterProblem(problem, lang))
      yield [...headers.map((_, at) => cells[at] ?? ''), reasons.join('\n')]
    }
  }
  return sendWorkbook(reply, answeringName(row.file_name, words[lang].badFile), {
    sheetName: words[lang].badSheet,
    columns: [
      ...headers.map((header) => ({ header, width: 18, kind: 'text' as const })),
      { header: words[lang].reason, width: 60, kind: 'text' as const },
    ],
    ...{ rows: rows(), note: words[lang].badNote, noteName: words[lang].noteName },
  })
}

/** Hands over the passwords for one use and forgets them. Refusal: `notFound`, also when they have been fetched before. */
export async function takePasswords(call: Call<typeof rosterRoutes.takePasswords>) {
  const { tx, actor, params, query, reply } = call
  const district = actor.districtId
  const text = words[query.lang]
  const row = await findRoster(tx, district, params.id)
  const taken = row ? await takePasswordRows(tx, { district, importId: row.id }) : []
  if (!row || taken.length === 0) return refuse('notFound')
  await record(call, `roster-passwords:${row.id}`)
  const rows = taken.map(({ row_number: rowNumber, sealed }) => {
    const open = unseal(sealed, passwordBound(district, row.id, rowNumber))
    const { name, login, password } = JSON.parse(open) as Record<'name' | 'login' | 'password', string>
    return [name, login, password]
  })
  return sendWorkbook(reply, answeringName(row.file_name, text.passwordSheet), {
    sheetName: text.passwordSheet,
    columns: [text.name, text.login, text.password].map((header) => ({ header, width: 26, kind: 'text' })),
    ...{ rows, note: text.passwordNote, noteName: text.noteName },
  })
}
