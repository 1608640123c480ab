import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { templateBody, type templateRoutes } from '#contract/template.ts'
import { verbLabels } from '#contract/words/labels.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import { type TemplateVerb, templateVerbs } from '#domain/template/template.ts'
import type { Call } from '../http/bind.ts'
import { parse } from '../http/parse.ts'
import { Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { sendWorkbook } from '../intake/download.ts'
import { nudge } from '../matter/store.ts'
import { type BadRow, type BookRow, badBookOf, readBook } from '../rules/book.ts'
import { onceForRules } from '../rules/record.ts'
import { check } from './commands.ts'
import { keepsAll, keptUnits, listKept } from './queries.ts'
import { insertTemplate, writeTemplate } from './store.ts'

const headers = ['名称', '给谁用', '步骤', '分类编码', '正文'] as const
const ofDistrict = '全区通用'

const verbNamed = (name: string) =>
  (Object.keys(templateVerbs) as TemplateVerb[]).find((verb) => verbLabels[verb].zh === name) ?? name

/** The templates one keeps as a workbook that can be imported again as it is. */
export async function exportTemplates({ tx, actor, reply }: Call<typeof templateRoutes.exportTemplates>) {
  const rows = await listKept(tx, actor)
  return sendWorkbook(reply, '答复模板.xlsx', {
    sheetName: '答复模板',
    columns: headers.map((header) => ({ header, width: header === '正文' ? 80 : 22, kind: 'text' as const })),
    rows: rows.map((row) => [
      ...[row.name, row.unit?.name ?? ofDistrict, row.verbs.map((verb) => verbLabels[verb].zh).join('、')],
      ...[row.categoryCode, row.body],
    ]),
  })
}

type Inside = Pick<Call<typeof templateRoutes.importTemplates>, 'tx' | 'actor' | 'now'>

/** The unit a row names: one that exists once, and whose templates one keeps. Refusals: `badInput`, `notYours`. */
async function unitOf({ tx, actor }: Inside, name: string): Promise<string | null> {
  if (name === '' || name === ofDistrict) {
    if (keepsAll(actor)) return null
    throw new Refused(refuse('notYours', undefined, 'unitId'))
  }
  const { rows } = await sql<{ id: string }>`select id from unit
    where district_id = ${actor.districtId} and name = ${name} and valid_to is null limit 2`.execute(tx)
  const [unit] = rows
  if (!unit || rows.length > 1)
    throw new Refused(refuse('badInput', { field: 'unitId', hint: name }, 'unitId'))
  if (!keepsAll(actor) && !keptUnits(actor).includes(unit.id))
    throw new Refused(refuse('notYours', undefined, 'unitId'))
  return unit.id
}

/** What a row says. Throws the refusal of the first thing that is wrong with it. */
async function readRow(inside: Inside, { cells }: BookRow) {
  const cell = (header: (typeof headers)[number]) => cells[header] ?? ''
  const given = parse(
    templateBody,
    {
      name: cell('名称'),
      verbs: cell('步骤')
        .split(/[、,，/\s]+/)
        .filter(Boolean)
        .map(verbNamed),
      categoryCode: cell('分类编码').toUpperCase() || null,
      body: cell('正文'),
    },
    'body',
  )
  return { ...given, unitId: await unitOf(inside, cell('给谁用')) }
}

/**
 * Takes templates in from a workbook: one of the same owner and name is changed, others are added, none removed. Without
 * `apply` it only says what would be done. Refusals: those of a workbook.
 */
export async function importTemplates(call: Call<typeof templateRoutes.importTemplates>) {
  const { tx, actor, query, now } = call
  const district = actor.districtId
  const sent: unknown = call.body
  const rows = await readBook(sent, headers, query.name)
  if (isRefusal(rows)) return rows
  const bad: BadRow[] = []
  const count = { added: 0, changed: 0, same: 0 }
  const isApplied = query.apply === '1'
  const take = async () => {
    const kept = await listKept(tx, actor)
    const seen = new Set<string>()
    for (const row of rows) {
      try {
        const given = await readRow(call, row)
        const key = `${given.unitId} ${given.name}`
        const was = kept.find((one) => one.name === given.name && (one.unit?.id ?? null) === given.unitId)
        if (seen.has(key)) throw new Refused(refuse('nameTaken', { name: given.name }, 'name'))
        seen.add(key)
        await check(call, given, was)
        const { unitId, ...facts } = given
        const { name, verbs, categoryCode, body } = was ?? given
        if (was && JSON.stringify(facts) === JSON.stringify({ name, verbs, categoryCode, body })) count.same++
        else if (was) {
          count.changed++
          if (isApplied) await writeTemplate(tx, { district, id: was.id, ...facts, now, by: actor.accountId })
        } else {
          count.added++
          if (isApplied)
            await insertTemplate(tx, { district, id: newId(now), unitId, ...facts, now, by: actor.accountId })
        }
      } catch (cause) {
        if (!(cause instanceof Refused)) throw cause
        bad.push({ ...row, problem: cause.refusal })
      }
    }
  }
  if (isApplied) {
    const payload = {
      sha256: createHash('sha256')
        .update(sent as Buffer)
        .digest('hex'),
    }
    const deed = {
      commandId: query.commandId,
      verb: 'importTemplates',
      subject: 'templates',
      payload,
    } as const
    await onceForRules(call, deed, async () => {
      await take()
      await nudge(tx, { kind: 'rules', district, id: 'templates', version: 0 })
    })
  } else await take()
  return { ...count, bad: bad.slice(0, 50), badCount: bad.length, badBook: await badBookOf(headers, bad) }
}
