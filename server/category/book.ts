import { createHash } from 'node:crypto'
import { type CategoryView, categoryBody, type categoryRoutes } from '#contract/category.ts'
import { justiceLabels, kindLabels } from '#contract/words/labels.ts'
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { parse } from '../http/parse.ts'
import { Refused } from '../http/refused.ts'
import { sendWorkbook } from '../intake/download.ts'
import { nudge } from '../matter/store.ts'
import { type BadRow, type BookRow, badBookOf, isYes, readBook, yesNo } from '../rules/book.ts'
import { onceForRules } from '../rules/record.ts'
import { factsOf, insistClass } from './commands.ts'
import { listAll } from './queries.ts'
import { type CategoryFacts, insertCategory, writeCategory } from './store.ts'
import { forgetWords } from './table.ts'

const headers = [
  '编码',
  '大类编码',
  '中文名称',
  '英文名称',
  '通常的类别',
  '可以调解',
  '一看就是',
  '多半是',
  '有点像',
  '综治分类编码',
  '旧24类编号',
  '司法统计口径',
] as const

const keyNamed = (labels: Readonly<Record<string, { zh: string }>>, name: string) =>
  Object.entries(labels).find(([key, label]) => label.zh === name || key === name)?.[0]

/** Every category as a workbook that can be imported again as it is. */
export async function exportCategories({
  tx,
  actor,
  now,
  reply,
}: Call<typeof categoryRoutes.exportCategories>) {
  const rows = await listAll(tx, actor.districtId, now)
  return sendWorkbook(reply, '分类.xlsx', {
    sheetName: '分类',
    columns: headers.map((header) => ({ header, width: 18, kind: 'text' as const })),
    rows: rows.map((row) => [
      ...[row.code, row.parentCode, row.nameZh, row.nameEn, row.kind && kindLabels[row.kind].zh],
      ...[yesNo(row.mediable), row.sure, row.likely, row.hint, row.governanceCode, row.oldCode],
      row.justiceLine && justiceLabels[row.justiceLine as 'other'].zh,
    ]),
  })
}

type Read = { code: string; parentCode: string | null; facts: CategoryFacts }

/** What a row says. Throws the refusal of the first thing that is wrong with it. */
function readRow({ cells }: BookRow): Read {
  const cell = (header: (typeof headers)[number]) => cells[header] ?? ''
  const [kind, line] = [cell('通常的类别'), cell('司法统计口径')]
  const given = parse(
    categoryBody,
    {
      ...{ code: cell('编码'), parentCode: cell('大类编码').toUpperCase() || null },
      ...{ nameZh: cell('中文名称'), nameEn: cell('英文名称'), mediable: isYes(cell('可以调解')) },
      kind: kind === '' ? null : (keyNamed(kindLabels, kind) ?? kind),
      ...{ sure: cell('一看就是'), likely: cell('多半是'), hint: cell('有点像') },
      ...{ governanceCode: cell('综治分类编码') || null, oldCode: cell('旧24类编号') || null },
      justiceLine: line === '' ? null : (keyNamed(justiceLabels, line) ?? line),
    },
    'body',
  )
  const { code, parentCode, ...facts } = given
  return { code, parentCode, facts: factsOf(facts) }
}

/** What is wrong with a row that reads well, against what stands. */
function whyNotRow({ code, parentCode }: Read, standing: readonly CategoryView[]): Refusal | undefined {
  const here = standing.find((row) => row.code === code)
  if (here && here.parentCode !== parentCode)
    return refuse('badInput', { field: 'parentCode', hint: parentCode ?? '' }, 'parentCode')
  try {
    if (!here && parentCode !== null) insistClass(standing, parentCode)
  } catch (cause) {
    if (cause instanceof Refused) return cause.refusal
    throw cause
  }
  return undefined
}

const isSame = (row: CategoryView, facts: CategoryFacts) =>
  JSON.stringify(facts) ===
  JSON.stringify(
    factsOf({ ...row, justiceLine: row.justiceLine as Parameters<typeof factsOf>[0]['justiceLine'] }),
  )

/**
 * Takes categories in from a workbook: new codes are added, known ones changed, none removed. Classes come before their members
 * whatever order they stand in. Without `apply` it only says what would be done. Refusals: those of a workbook.
 */
export async function importCategories(call: Call<typeof categoryRoutes.importCategories>) {
  const { tx, actor, query, now } = call
  const district = actor.districtId
  const sent: unknown = call.body
  const rows = await readBook(sent, headers, query.name)
  if (isRefusal(rows)) return rows
  const bad: BadRow[] = []
  const good: (Read & { row: BookRow })[] = []
  for (const row of rows) {
    try {
      good.push({ ...readRow(row), row })
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause
      bad.push({ ...row, problem: cause.refusal })
    }
  }
  const count = { added: 0, changed: 0, same: 0 }
  const take = async () => {
    const standing = await listAll(tx, district, now)
    const classes = good.filter(({ parentCode }) => parentCode === null)
    for (const one of [...classes, ...good.filter(({ parentCode }) => parentCode !== null)]) {
      const problem = whyNotRow(one, standing)
      const here = standing.find((row) => row.code === one.code)
      if (problem) bad.push({ ...one.row, problem })
      else if (here && isSame(here, one.facts)) count.same++
      else if (here) {
        count.changed++
        if (query.apply === '1') await writeCategory(tx, district, one.code, one.facts)
      } else {
        count.added++
        if (query.apply === '1') await insertCategory(tx, district, one, one.facts)
        standing.push(viewOf(one))
      }
    }
  }
  if (query.apply === '1') {
    const payload = {
      sha256: createHash('sha256')
        .update(sent as Buffer)
        .digest('hex'),
    }
    const deed = {
      commandId: query.commandId,
      verb: 'importCategories',
      subject: 'categories',
      payload,
    } as const
    await onceForRules(call, deed, async () => {
      await take()
      forgetWords(district)
      await nudge(tx, { kind: 'rules', district, id: 'categories', version: 0 })
    })
  } else await take()
  bad.sort((a, b) => a.rowNumber - b.rowNumber)
  return { ...count, bad: bad.slice(0, 50), badCount: bad.length, badBook: await badBookOf(headers, bad) }
}

/** A category as it will stand, so that later rows of the same book may hang below it. */
const viewOf = ({ code, parentCode, facts }: Read): CategoryView => ({
  ...{
    code,
    parentCode,
    nameZh: facts.name_zh,
    nameEn: facts.name_en,
    kind: facts.kind as CategoryView['kind'],
  },
  ...{ isClosed: false, lastOn: null, version: 1, mediable: facts.mediable, sure: facts.sure },
  ...{ likely: facts.likely, hint: facts.hint, governanceCode: facts.governance_code },
  ...{ oldCode: facts.old_code, justiceLine: facts.justice_line },
})
