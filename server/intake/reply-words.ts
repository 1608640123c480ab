import { closureLabels, routeLabels, satisfactionLabels, stateLabels } from '#contract/words/labels.ts'
import { inWords, type Language } from '#contract/words/language.ts'
import type { ClosureKind, Route, Satisfaction, State } from '#domain/matter/matter.ts'
import type { CellValue, WrittenColumn } from '../excel/write.ts'

/** What is known of an order's matter. Instants in milliseconds. */
export type Answered = {
  number: string
  state: State
  unit_name: string | null
  contacted_at: number | null
  result: string | null
  closure_kind: ClosureKind | null
  closed_at: number | null
  closing: string | null
  route: Route | null
  solved: boolean | null
  satisfied: Satisfaction | null
}

export const replyNames = {
  zh: { sheet: '工单办理回复', file: '办理回复' },
  en: { sheet: 'Replies', file: 'replies' },
} as const satisfies Record<Language, object>

const columns: readonly (Pick<WrittenColumn, 'width' | 'kind'> & { zh: string; en: string })[] = [
  { zh: '工单编号', en: 'Order number', width: 24, kind: 'text' },
  { zh: '事项编号', en: 'Matter number', width: 18, kind: 'text' },
  { zh: '办理状态', en: 'State', width: 14, kind: 'text' },
  { zh: '承办单位', en: 'Unit', width: 24, kind: 'text' },
  { zh: '联系时间', en: 'Contacted at', width: 20, kind: 'date' },
  { zh: '办理结果', en: 'Result', width: 50, kind: 'text' },
  { zh: '结案类型', en: 'Closure kind', width: 14, kind: 'text' },
  { zh: '办结时间', en: 'Closed at', width: 20, kind: 'date' },
  { zh: '是否解决', en: 'Solved', width: 10, kind: 'text' },
  { zh: '是否满意', en: 'Satisfied', width: 12, kind: 'text' },
  { zh: '答复内容', en: 'Reply', width: 60, kind: 'text' },
]

/** The columns of the reply file, called as hotlines call them. */
export const replyColumns: Record<Language, WrittenColumn[]> = {
  zh: columns.map(({ zh, width, kind }) => ({ header: zh, width, kind })),
  en: columns.map(({ en, width, kind }) => ({ header: en, width, kind })),
}

const sentences = {
  open: {
    zh: '您反映的事项（编号 {number}）由{unit}负责，目前{state}，办结后会再答复您。',
    en: 'Your matter ({number}) is with {unit}: {state}. You will hear from us when it is done.',
  },
  closed: {
    zh: '您反映的事项（编号 {number}）已由{unit}办结。{result}',
    en: '{unit} has closed your matter ({number}). {result}',
  },
  refused: {
    zh: '您反映的事项（编号 {number}）不由我们受理，建议通过{route}解决。{result}',
    en: 'Your matter ({number}) is not ours to take in; the way to go is {route}. {result}',
  },
  hidden: { zh: '不在本单位范围内', en: 'outside your area' },
  unit: { zh: '承办单位', en: 'the unit in charge' },
  yes: { zh: '已解决', en: 'yes' },
  no: { zh: '未解决', en: 'no' },
} as const

/** Texts one after the other, each once, each ending like a sentence. */
function joined(texts: readonly (string | null)[], language: Language): string {
  const stop = language === 'zh' ? '。' : '.'
  const kept = texts
    .map((text) => text?.trim() ?? '')
    .filter((text, at, all) => text !== '' && all.indexOf(text) === at)
  return kept
    .map((text) => (/[。！？.!?]$/.test(text) ? text : text + stop))
    .join(language === 'zh' ? '' : ' ')
}

function answerOf(answered: Answered, language: Language): string {
  const { number, state, closure_kind: closure, route } = answered
  const unit = answered.unit_name ?? sentences.unit[language]
  const facts = {
    number,
    unit,
    state: stateLabels[state][language],
    result: joined([answered.result, answered.closing], language),
  }
  if (state !== 'closed') return inWords(sentences.open, language, facts)
  if (closure !== 'notAccepted' || route === null) return inWords(sentences.closed, language, facts).trim()
  return inWords(sentences.refused, language, { ...facts, route: routeLabels[route][language] }).trim()
}

/** One line of the reply file. In: the order's number, and what became of it, or undefined where the reader may not see that. */
export function replyLine(orderNo: string, answered: Answered | undefined, language: Language): CellValue[] {
  if (!answered) return [orderNo, null, sentences.hidden[language]]
  return [
    orderNo,
    answered.number,
    stateLabels[answered.state][language],
    answered.unit_name,
    answered.contacted_at,
    joined([answered.result ?? answered.closing], language),
    answered.closure_kind === null ? null : closureLabels[answered.closure_kind][language],
    answered.closed_at,
    answered.solved === null ? null : sentences[answered.solved ? 'yes' : 'no'][language],
    answered.satisfied === null ? null : satisfactionLabels[answered.satisfied][language],
    answerOf(answered, language),
  ]
}
