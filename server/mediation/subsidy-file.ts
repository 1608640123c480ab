import type { subsidyRoutes } from '#contract/subsidy.ts'
import { levelLabels } from '#contract/words/labels.ts'
import { inWords, type Sentence } from '#contract/words/language.ts'
import { formLabels } from '#contract/words/mediation-labels.ts'
import { exclusionLabels, subsidyStateLabels, tierLabels } from '#contract/words/subsidy-labels.ts'
import type { SubsidyState } from '#domain/mediation/subsidy.ts'
import type { Call } from '../http/bind.ts'
import { sendSheet } from './sheet.ts'
import { getListLine } from './subsidy-draw.ts'
import { linesWithNames } from './subsidy-queries.ts'
import { listLineRows } from './subsidy-store.ts'

const words = {
  sheet: { zh: '以案定补', en: 'Subsidy' },
  no: { zh: '序号', en: 'No.' },
  number: { zh: '卷号', en: 'File' },
  committee: { zh: '调委会', en: 'Committee' },
  mediator: { zh: '调解员', en: 'Mediator' },
  closedOn: { zh: '归档或终止', en: 'Filed or ended' },
  level: { zh: '层级', en: 'Level' },
  tier: { zh: '难易', en: 'Tier' },
  yuan: { zh: '补贴（元）', en: 'Paid (yuan)' },
  reasons: { zh: '不发的原因', en: 'Why not' },
  missing: { zh: '缺的材料', en: 'Missing papers' },
  sum: { zh: '合计', en: 'Sum' },
  about: { zh: '{unit}，{from} 至 {to}，{state}', en: '{unit}, {from} to {to}, {state}' },
} as const satisfies Record<string, Sentence>

/** A list as a sheet under the mark of who takes it out. Refusals: `notFound`, `commandReused`. */
export async function exportSubsidy(call: Call<typeof subsidyRoutes.exportSubsidy>): Promise<unknown> {
  const { tx, actor, params, body } = call
  const { language } = body
  const say = (sentence: Sentence) => sentence[language]
  const list = await getListLine(tx, actor, params.id)
  const lines = await linesWithNames(
    tx,
    await listLineRows(tx, { district: actor.districtId, listId: list.id }),
  )
  const comma = language === 'zh' ? '、' : ', '
  const about = inWords(words.about, language, {
    ...{ unit: list.unit_name, from: list.from_on, to: list.to_on },
    state: say(subsidyStateLabels[list.state as SubsidyState]),
  })
  const column = (
    name: Exclude<keyof typeof words, 'sheet' | 'about' | 'sum'>,
    width: number,
    kind: 'text' | 'number' = 'text',
  ) => ({
    ...{ header: say(words[name]), width, kind },
  })
  const rows = lines.map((line) => [
    ...[line.no, line.number, line.committeeName, line.leadName, line.closedOn],
    ...[say(levelLabels[line.level]), say(tierLabels[line.tier]), line.fen / 100],
    line.reasons.map((reason) => say(exclusionLabels[reason])).join(comma),
    line.missing.map((form) => say(formLabels[form])).join(comma),
  ])
  const sum = lines.reduce((all, { fen }) => all + fen, 0) / 100
  const name = `以案定补-${list.unit_name}-${list.from_on}-${list.to_on}.xlsx`
  return sendSheet(
    call,
    { subject: `subsidy:${list.id}`, name },
    {
      sheetName: say(words.sheet),
      columns: [
        ...[column('no', 6, 'number'), column('number', 30), column('committee', 22), column('mediator', 12)],
        ...[column('closedOn', 14), column('level', 10), column('tier', 10), column('yuan', 12, 'number')],
        ...[column('reasons', 30), column('missing', 30)],
      ],
      rows: [...rows, [null, say(words.sum), null, null, null, null, null, sum, null, null]],
      note: about,
    },
  )
}
