import type { MediationFigures, mediationFigureRoutes } from '#contract/mediation-figures.ts'
import { figureLabels, figureSums, noLine, wanOf } from '#contract/words/figure-labels.ts'
import { justiceLabels } from '#contract/words/labels.ts'
import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import { avertedLabels, mediationSourceLabels } from '#contract/words/mediation-labels.ts'
import { avertedKinds } from '#domain/mediation/averted.ts'
import { figureNames } from '#domain/mediation/figures.ts'
import type { CellValue } from '../excel/write.ts'
import type { Call } from '../http/bind.ts'
import { readFigures } from './figures.ts'
import { sendSheet } from './sheet.ts'

const words = {
  sheet: { zh: '调解统计', en: 'Mediation figures' },
  item: { zh: '项目', en: 'Item' },
  count: { zh: '数', en: 'Number' },
  of: { zh: '共', en: 'Of' },
  rule: { zh: '怎么算的', en: 'How it is counted' },
  about: { zh: '{areas}，{from} 至 {to}', en: '{areas}, {from} to {to}' },
  bySource: { zh: '案件来源：', en: 'Source: ' },
  byLine: { zh: '纠纷类型：', en: 'Type: ' },
  peopleOf: { zh: '{name}（人）', en: '{name} (people)' },
  noCases: { zh: '没有案件', en: 'no cases' },
} as const satisfies Record<string, Sentence>

/** Of what a number is a part; the whole stands beside it, and never a share by itself. */
const wholes: Partial<Record<keyof MediationFigures['figures'], keyof MediationFigures['figures']>> = {
  ...{ hard: 'opened', agreed: 'closed', failed: 'closed', late: 'open' },
  ...{ written: 'agreed', oral: 'agreed', performed: 'agreed', inPart: 'agreed', unperformed: 'agreed' },
  ...{ unmet: 'agreed', confirmAsked: 'agreed', confirmed: 'confirmAsked' },
  ...{ averted: 'closed', avertedSuicide: 'averted', avertedCrime: 'averted' },
  ...{ avertedBrawl: 'averted', avertedPetition: 'averted' },
}

/** The rows of the sheet: every number with its whole and its rule. */
export function figureLines(f: MediationFigures, language: Language): CellValue[][] {
  const say = (sentence: Sentence) => sentence[language]
  const rest = { opened: f.figures.opened, none: say(words.noCases) }
  return [
    ...figureNames.map((name) => {
      const whole = wholes[name]
      const of = whole === undefined ? '' : f.figures[whole] === 0 ? rest.none : f.figures[whole]
      return [say(figureLabels[name].name), f.figures[name], of, say(figureLabels[name].rule)]
    }),
    ...avertedKinds.map((kind) => [
      inWords(words.peopleOf, language, { name: say(avertedLabels[kind]) }),
      ...[f.averted[kind], '', ''],
    ]),
    [say(figureSums.parties.name), f.parties, '', say(figureSums.parties.rule)],
    [say(figureSums.fen.name), wanOf(f.fen), '', say(figureSums.fen.rule)],
    [say(figureSums.medianDays.name), f.medianDays ?? rest.none, '', say(figureSums.medianDays.rule)],
    ...f.bySource.map(({ source, cases }) => [
      say(words.bySource) + say(mediationSourceLabels[source]),
      ...[cases, rest.opened, ''],
    ]),
    ...f.byLine.map(({ line, cases }) => [
      say(words.byLine) + say(line === null ? noLine : justiceLabels[line]),
      ...[cases, rest.opened, ''],
    ]),
  ]
}

/** The numbers as a sheet under a mark. Refusals: `badSpan`, `notFound`, `commandReused`. */
export async function exportMediationFigures(
  call: Call<typeof mediationFigureRoutes.exportMediationFigures>,
): Promise<unknown> {
  const { body } = call
  const figures = await readFigures(call, body)
  if ('refused' in figures) return figures
  const { language } = body
  const facts = { areas: figures.areas.join('、'), from: body.from, to: body.to }
  const about = inWords(words.about, language, facts)
  const subject = `mediation_figures:${body.unitId ?? 'all'}:${body.from}:${body.to}`
  const name = `调解统计-${body.from}-${body.to}.xlsx`
  return sendSheet(
    call,
    { subject, name },
    {
      sheetName: words.sheet[language],
      columns: [
        { header: words.item[language], width: 28, kind: 'text' },
        { header: words.count[language], width: 12, kind: 'number' },
        { header: words.of[language], width: 12, kind: 'number' },
        { header: words.rule[language], width: 60, kind: 'text' },
      ],
      rows: figureLines(figures, language),
      note: about,
    },
  )
}
