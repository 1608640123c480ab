import type { Evaluation, evaluationRoutes } from '#contract/evaluation.ts'
import { classLabels, measureLabels } from '#contract/words/evaluation-labels.ts'
import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import {
  classesOf,
  excludedOf,
  type Figures,
  type Measure,
  measures,
  type RateName,
  rates,
} from '#domain/evaluation/measures.ts'
import { reckon, type Shown, scoreOf, tenthsWords } from '#domain/evaluation/score.ts'
import type { CellValue } from '../excel/write.ts'
import type { Call } from '../http/bind.ts'
import { sendSheet } from '../mediation/sheet.ts'
import { evaluationOf } from './figures.ts'

const words = {
  sheet: { zh: '考核', en: 'Evaluation' },
  unit: { zh: '单位', en: 'Unit' },
  whole: { zh: '合计', en: 'Together' },
  numerator: { zh: '{rate}·分子', en: '{rate}: numerator' },
  denominator: { zh: '{rate}·分母', en: '{rate}: denominator' },
  percent: { zh: '{rate}（%）', en: '{rate} (%)' },
  count: { zh: '{rate}·{class}', en: '{rate}: {class}' },
  excluded: { zh: '{rate}·剔除', en: '{rate}: excluded' },
  score: { zh: '加权合计（满分 100）', en: 'Weighted sum (of 100)' },
  none: { zh: '没有件数', en: 'no cases' },
  few: { zh: '不满 {fewest} 件', en: 'under {fewest} cases' },
  about: { zh: '{month}，{unit}，{as}', en: '{month}, {unit}, {as}' },
  area: { zh: '本区域', en: 'the area' },
  frozen: { zh: '冻结的数', en: 'as frozen' },
  present: { zh: '现在的数', en: 'as it is now' },
} as const satisfies Record<string, Sentence>

const isRate = (measure: Measure): measure is RateName => (rates as readonly string[]).includes(measure)

/** Every column of the sheet: its head, and what stands in it for some figures. */
function columnsOf({ terms }: Pick<Evaluation, 'terms'>, language: Language) {
  const named = (sentence: Sentence, measure: Measure, more: Record<string, string> = {}) =>
    inWords(sentence, language, { rate: measureLabels[measure].name[language], ...more })
  const told = (shown: Shown): CellValue =>
    shown.kind === 'shown'
      ? Number(tenthsWords(shown.tenths))
      : inWords(words[shown.kind], language, { fewest: terms.fewestCases })
  return [
    ...measures.flatMap((measure) => {
      const counts = classesOf[measure].map((one) => ({
        header: isRate(measure)
          ? named(words.count, measure, { class: classLabels[one][language] })
          : classLabels[one][language],
        cell: (f: Figures): CellValue => f[measure]?.[one]?.counted ?? 0,
      }))
      if (!isRate(measure)) return counts
      const of = (f: Figures) => reckon(measure, f[measure] ?? {}, terms)
      return [
        { header: named(words.numerator, measure), cell: (f: Figures): CellValue => of(f).numerator },
        { header: named(words.denominator, measure), cell: (f: Figures): CellValue => of(f).denominator },
        { header: named(words.percent, measure), cell: (f: Figures): CellValue => told(of(f).shown) },
        ...counts,
        {
          header: named(words.excluded, measure),
          cell: (f: Figures): CellValue => excludedOf(f[measure]).excluded,
        },
      ]
    }),
    { header: words.score[language], cell: (f: Figures): CellValue => told(scoreOf(f, terms)) },
  ]
}

/** The month as a sheet under the mark of who takes it out. Refusals: `notFound`, `monthNotFrozen`, `commandReused`. */
export async function exportEvaluation(
  call: Call<typeof evaluationRoutes.exportEvaluation>,
): Promise<unknown> {
  const { body } = call
  const { language, month } = body
  const found = await evaluationOf(call, month, body)
  const columns = columnsOf(found, language)
  const rowOf = (name: string, figures: Figures) => [name, ...columns.map(({ cell }) => cell(figures))]
  const facts = {
    ...{ month, unit: found.unit?.name ?? words.area[language] },
    as: words[found.as][language],
  }
  return sendSheet(
    call,
    { subject: `evaluation:${found.unit?.id ?? 'all'}:${month}`, name: `考核-${month}.xlsx` },
    {
      sheetName: words.sheet[language],
      columns: [
        { header: words.unit[language], width: 30, kind: 'text' },
        ...columns.map(({ header }) => ({ header, width: 16, kind: 'number' as const })),
      ],
      rows: [
        ...found.units.map(({ name, depth, figures }) => rowOf(`${'\u3000'.repeat(depth)}${name}`, figures)),
        rowOf(words.whole[language], found.whole),
      ],
      note: inWords(words.about, language, facts),
    },
  )
}
