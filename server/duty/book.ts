import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { CategoryView } from '#contract/category.ts'
import { type DutyFacts, dutyFacts, type dutyRoutes } from '#contract/duty.ts'
import { levelLabels } from '#contract/words/labels.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { type PlaceLevel, placeLevels } from '#domain/duty/line.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import { listAll } from '../category/queries.ts'
import type { DutyRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { parse } from '../http/parse.ts'
import { Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { sendWorkbook } from '../intake/download.ts'
import { type BadRow, type BookRow, badBookOf, readBook } from '../rules/book.ts'
import { type Inside, onceForRules, recordRules } from '../rules/record.ts'
import { toldDuties, versionsOf } from './commands.ts'
import { selectDuties } from './queries.ts'
import { lineOf } from './rows.ts'
import { insertDuty, nextNo, type Stored } from './store.ts'
import { checkedLine, replaceLine } from './write.ts'

const headers = [
  '条号',
  '分类编码',
  '分类名称',
  '适用范围',
  '主办',
  '协办',
  '依据',
  '起始日',
  '截止日',
] as const
/** What is read; the name of a category is only there for people. */
const read = headers.filter((header) => header !== '分类名称')

const wholeDistrict = '全区'
const ofPlace: Record<PlaceLevel, string> = { community: '属地社区', street: '属地街道' }

/** Every unit by the names from the street down, `枫林街道/滨河社区`, and by its own name where no other has it. */
async function readTree(inside: Inside) {
  const { tx, actor } = inside
  const { rows } = await sql<{ id: string; name: string; path: string }>`select id, name, path from unit
    where district_id = ${actor.districtId} and kind <> 'building' order by path`.execute(tx)
  const byPath = new Map(rows.map((row) => [row.path, row.name]))
  const fullName = (path: string) => {
    const steps = path.split('/').slice(1, -1)
    return steps
      .slice(1)
      .map((_, i) => byPath.get(`/${steps.slice(0, i + 2).join('/')}/`) ?? '')
      .join('/')
  }
  const names = new Map(rows.map(({ id, path }) => [id, fullName(path)]))
  const found = new Map<string, string | null>()
  for (const { id, name, path } of rows) {
    found.set(name, found.has(name) ? null : id)
    if (fullName(path) !== '') found.set(fullName(path), id)
  }
  return { names, found }
}
type Tree = Awaited<ReturnType<typeof readTree>>

/** The lines that count now or later, as a workbook that can be imported again as it is. */
export async function exportDuties(call: Call<typeof dutyRoutes.exportDuties>) {
  const { tx, actor, now, reply } = call
  const today = dayOf(now)
  const living = sql`(d.to_on is null or d.to_on >= ${today}::date)`
  const rows = await selectDuties(tx, actor.districtId, now, living, 100_000)
  const { names } = await readTree(call)
  const office = (id: string) => names.get(id) ?? ''
  return sendWorkbook(reply, '职责清单.xlsx', {
    sheetName: '职责清单',
    columns: headers.map((header) => ({ header, width: 18, kind: 'text' as const })),
    rows: rows.map((row) => {
      const line = lineOf(row)
      return [
        ...[String(row.no), row.category_code, row.name_zh, office(row.area_id) || wholeDistrict],
        line.mainId === null ? ofPlace[line.level as PlaceLevel] : office(line.mainId),
        [...line.assistLevels.map((level) => ofPlace[level]), ...line.assistIds.map(office)].join('、'),
        ...[row.basis, row.from_on, row.to_on ?? ''],
      ]
    }),
  })
}

const levelNamed = (name: string) =>
  placeLevels.find((level) => ofPlace[level] === name || `属地${levelLabels[level].zh}` === name)

function unitNamed(tree: Tree, name: string, field: string): string {
  const id = tree.found.get(name)
  if (id === undefined) throw new Refused(refuse('noUnitOfName', { unit: name }, field))
  if (id === null) throw new Refused(refuse('twoOfName', { unit: name }, field))
  return id
}

/** What a row says. Throws the refusal of the first thing that is wrong with it. */
function readRow(tree: Tree, { cells }: BookRow): { no: number; facts: DutyFacts } {
  const cell = (header: (typeof headers)[number]) => cells[header] ?? ''
  const no = cell('条号')
  if (!/^\d{0,6}$/.test(no)) throw new Refused(refuse('badInput', { field: 'no', hint: no }, 'no'))
  const main = cell('主办')
  const level = levelNamed(main)
  const helpers = cell('协办')
    .split(/[、,，;；\s]+/)
    .filter((name) => name !== '')
  const area = cell('适用范围')
  const facts = parse(
    dutyFacts,
    {
      ...{ categoryCode: cell('分类编码').toUpperCase(), basis: cell('依据') },
      areaId: area === '' || area === wholeDistrict ? null : unitNamed(tree, area, 'areaId'),
      mainId: level || main === '' ? null : unitNamed(tree, main, 'mainId'),
      level: level ?? null,
      assistIds: helpers
        .filter((name) => !levelNamed(name))
        .map((name) => unitNamed(tree, name, 'assistIds')),
      assistLevels: helpers.map(levelNamed).filter((one) => one !== undefined),
      ...{ fromOn: cell('起始日').slice(0, 10), toOn: cell('截止日').slice(0, 10) || null },
    },
    'body',
  )
  return { no: Number(no), facts }
}

const sorted = (all: readonly string[]) => [...all].sort().join()

/** Whether a line says already what a row says, so that nothing is to do. */
const isSame = (row: DutyRow, line: Stored) =>
  row.category_code === line.categoryCode &&
  row.area_id === line.areaId &&
  row.main_id === line.mainId &&
  row.level === line.level &&
  sorted(row.assist_ids) === sorted(line.assistIds) &&
  sorted(row.assist_levels) === sorted(line.assistLevels) &&
  row.basis === line.basis &&
  row.from_on === line.fromOn &&
  row.to_on === line.toOn

type Known = { tree: Tree; categories: readonly CategoryView[]; fileName: string }

/** Takes one row in. Out: what became of it. Throws the refusal of what is wrong with it. */
async function takeRow(call: Inside, known: Known, row: BookRow): Promise<'added' | 'changed' | 'same'> {
  const { tx, actor, now } = call
  const { no, facts } = readRow(known.tree, row)
  const { rows: standing } = await sql<DutyRow>`select * from duty where district_id = ${actor.districtId}
    and category_code = ${facts.categoryCode}`.execute(tx)
  const versions = no === 0 ? [] : await versionsOf(call, no)
  if (no > 0 && versions.length === 0) throw new Refused(refuse('noSuchLine', { line: no }, 'no'))
  const id = newId(now)
  const twin = { ...{ id, no }, categories: known.categories }
  const line = await checkedLine(call, facts, twin, no === 0 ? [] : standing.map(lineOf))
  const like = no === 0 ? standing : versions.slice(0, 1)
  if (like.some((one) => isSame(one, line))) return 'same'
  if (no === 0) await checkedLine(call, facts, twin, standing.map(lineOf))
  const written = { ...facts, level: line.level, reason: `导入：${known.fileName}` }
  if (no > 0) {
    await replaceLine(call, versions.map(lineOf), line)
    await recordRules(call, { commandId: id, verb: 'editDuty', subject: `duty:${no}`, payload: written })
    return 'changed'
  }
  const next = await nextNo(tx, actor.districtId)
  await insertDuty(tx, actor.districtId, next, line)
  await recordRules(call, { commandId: id, verb: 'addDuty', subject: `duty:${next}`, payload: written })
  return 'added'
}

/**
 * Takes lines in from a workbook: those without a number are added, those with one changed from their first day on; what is not in the
 * book stays. Without `apply` the same is done and taken back, so that what it says is what would be. Refusals: those of a workbook;
 * a bad row is handed back.
 */
export async function importDuties(call: Call<typeof dutyRoutes.importDuties>) {
  const { tx, actor, query, now } = call
  const sent: unknown = call.body
  const rows = await readBook(sent, read, query.name)
  if (isRefusal(rows)) return rows
  const bad: BadRow[] = []
  const count = { added: 0, changed: 0, same: 0 }
  const take = async () => {
    const known = {
      ...{ tree: await readTree(call), categories: await listAll(tx, actor.districtId, now) },
      fileName: query.name,
    }
    for (const row of rows) {
      try {
        count[await takeRow(call, known, row)]++
      } catch (cause) {
        if (!(cause instanceof Refused)) throw cause
        bad.push({ ...row, problem: cause.refusal })
      }
    }
  }
  if (query.apply === '1') {
    const sha256 = createHash('sha256')
      .update(sent as Buffer)
      .digest('hex')
    const deed = {
      commandId: query.commandId,
      verb: 'importDuties',
      subject: 'duties',
      payload: { sha256, name: query.name },
    } as const
    await onceForRules(call, deed, async () => {
      await take()
      await toldDuties(call, 'all', 0)
    })
  } else {
    await sql`savepoint before_book`.execute(tx)
    await take()
    await sql`rollback to savepoint before_book`.execute(tx)
  }
  return { ...count, bad: bad.slice(0, 50), badCount: bad.length, badBook: await badBookOf(read, bad) }
}
