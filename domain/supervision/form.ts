import type { Day } from '../calendar/days.ts'
import { type Document, label, value } from '../document/document.ts'
import { dateWords } from '../mediation/forms/facts.ts'
import type { Instrument } from './instruments.ts'

/** What stands on the paper of an instrument. Units only: nobody's name. Every word as a reader sees it. */
export type FormFacts = {
  kind: Instrument
  office: string
  year: number
  no: number
  unitName: string
  matterNumber: string
  matterTitle: string
  clockName: string
  /** When the time ran out, or will, in words; null: it stands still. */
  due: string | null
  givenOn: Day
  answerOn: Day
  asks: string
  /** What was given on the same limit before, in words. */
  before: readonly string[]
  answer: { text: string; day: Day } | null
}

const titles: Record<Instrument, { title: string; word: string }> = {
  reminder: { title: '催办提醒单', word: '催' },
  letter: { title: '督办函', word: '督' },
  yellow: { title: '黄牌督办通知书', word: '黄' },
  red: { title: '红牌督办通知书', word: '红' },
}

/** The number on the paper: the word of its kind, the year, the number of the office in the year. */
export const formNumber = ({ kind, year, no }: Pick<FormFacts, 'kind' | 'year' | 'no'>) =>
  `${titles[kind].word}〔${year}〕${no}号`

const opening: Record<Instrument, (f: FormFacts) => string> = {
  reminder: (f) => `你单位承办的下列事项，${f.clockName}时限临近或者已经超过，请抓紧办理。`,
  letter: (f) => `你单位承办的下列事项，${f.clockName}已经超过时限，经催办仍未办结。现予督办。`,
  yellow: (f) => `你单位承办的下列事项，${f.clockName}严重超时，或者督办函到期未答复。现予黄牌督办。`,
  red: (f) => `你单位承办的下列事项，${f.clockName}超时，黄牌督办后仍未按期答复或者办结。现予红牌督办。`,
}

/**
 * The official form of an instrument (主送、事由、时限、要求、答复期限、办理答复). Our own layout after the common form of official letters;
 * no national form is known. Out: a document that can be drawn.
 */
export function drawForm(f: FormFacts): Document {
  return {
    ...{
      title: titles[f.kind].title,
      office: f.office,
      number: formNumber(f),
      code: f.matterNumber,
      textSize: 14,
    },
    blocks: [
      { kind: 'paragraph', text: `${f.unitName}：`, isFlush: true },
      { kind: 'paragraph', text: opening[f.kind](f) },
      {
        ...{ kind: 'fields', columns: [2, 3, 2, 3] },
        rows: [
          [label('事项编号'), value(f.matterNumber), label('时限'), value(f.clockName)],
          [label('事由'), value(f.matterTitle, { columns: 3 })],
          [label('应办结时间'), value(f.due ?? '暂停计时'), label('答复期限'), value(dateWords(f.answerOn))],
          [label('此前督办'), value(f.before.length > 0 ? f.before.join('；') : '无', { columns: 3 })],
          [label('督办要求'), value(f.asks, { columns: 3, lines: 3 })],
          [label('办理答复'), value(f.answer?.text ?? '', { columns: 3, lines: 5 })],
          [label('办结承诺'), value(f.answer ? `${dateWords(f.answer.day)}前` : '', { columns: 3 })],
        ],
      },
      {
        kind: 'paragraph',
        text: `请于${dateWords(f.answerOn)}前答复：遇到什么困难，怎样办，何时办好。对本督办有异议的，可以说明理由提出，由上一级决定。`,
      },
      { kind: 'seal', office: f.office, date: dateWords(f.givenOn) },
      { kind: 'note', text: '本件只对单位和事项，不涉及个人评价。' },
    ],
  }
}
