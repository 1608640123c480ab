import type { Day } from '../calendar/days.ts'
import type { Verb } from '../matter/moves.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** The verbs a template may serve, and the field of their form that it writes into. */
export const templateVerbs = {
  submit: 'result',
  close: 'summary',
  progress: 'text',
  contact: 'note',
  ask: 'question',
  refuse: 'reason',
  return: 'reason',
  redo: 'reason',
  reopen: 'reason',
  keepClosed: 'reason',
  withdraw: 'reason',
  dispatch: 'instruction',
  revisit: 'note',
  escalate: 'reason',
  handDown: 'instruction',
  rule: 'reason',
  assist: 'task',
  answerPart: 'text',
  askHold: 'reason',
  askExtend: 'reason',
  deny: 'reason',
  expedite: 'text',
  copy: 'text',
} as const satisfies Partial<Record<Verb, string>>
export type TemplateVerb = keyof typeof templateVerbs

/** What is known of a matter and fills itself in; each may be written by either of its names. */
export const templateFields = {
  number: '编号',
  title: '标题',
  place: '地点',
  categoryName: '分类',
  unit: '单位',
  today: '今天',
  dueOn: '到期日',
} as const
export type TemplateField = keyof typeof templateFields
/** Absent: not known of this matter, so whoever writes has to say it. */
export type TemplateFacts = Readonly<Record<TemplateField, string | null>>

/** A stretch of a template: words as they stand, a field that fills itself in, or a blank that the writer fills. */
export type Piece =
  | { kind: 'words'; text: string }
  | { kind: 'field'; name: TemplateField }
  | { kind: 'blank'; name: string }
  | { kind: 'unknown'; name: string }

/** A day as a reply says it: `2026-11-05` → `2026年11月5日`. */
export function dayInReply(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const longestBlank = 20
const mark = /\{\{([^{}]*)\}\}/g

function fieldNamed(name: string): TemplateField | undefined {
  const names = Object.entries(templateFields) as [TemplateField, string][]
  return names.find(([field, chinese]) => field === name || chinese === name)?.[0]
}

function pieceOf(inside: string): Piece {
  const name = inside.normalize('NFKC').trim()
  const blank = name.startsWith('?') ? name.slice(1).trim() : undefined
  if (blank !== undefined && blank !== '' && blank.length <= longestBlank)
    return { kind: 'blank', name: blank }
  const field = blank === undefined ? fieldNamed(name) : undefined
  return field ? { kind: 'field', name: field } : { kind: 'unknown', name: name === '' ? '{{}}' : name }
}

/** Cuts a template into its stretches: `{{title}}` is a field, `{{?measure}}` a blank. A brace left over is unknown. */
export function piecesOf(body: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const words = (text: string) => {
    const stray = /\{\{|\}\}/.exec(text)
    if (stray) pieces.push({ kind: 'unknown', name: stray[0] })
    if (text !== '') pieces.push({ kind: 'words', text })
  }
  for (const found of body.matchAll(mark)) {
    words(body.slice(at, found.index))
    pieces.push(pieceOf(found[1] ?? ''))
    at = found.index + found[0].length
  }
  words(body.slice(at))
  return pieces
}

/** Why a template cannot be kept. Refusal: `unknownField` (facts: its name as it was written). */
export function whyNotBody(body: string): Refusal | undefined {
  const unknown = piecesOf(body).find((piece) => piece.kind === 'unknown')
  return unknown ? refuse('unknownField', { name: unknown.name.slice(0, 40) }, 'body') : undefined
}

/**
 * Fills a template for one matter. In: its text, what is known of the matter, what the writer has said for each blank by its
 * name. Out: the text, and by name what is still to fill, each once; while that is not empty the text must not be used. What
 * is filled in is never read as a template again.
 */
export function fill(
  body: string,
  facts: TemplateFacts,
  said: Readonly<Record<string, string>>,
): { text: string; toFill: string[] } {
  const toFill = new Set<string>()
  const text = piecesOf(body)
    .map((piece) => {
      if (piece.kind === 'words') return piece.text
      const known = piece.kind === 'field' ? facts[piece.name] : null
      const value = known ?? (Object.hasOwn(said, piece.name) ? said[piece.name]?.trim() : undefined)
      if (value) return value
      toFill.add(piece.name)
      return `【${piece.name}】`
    })
    .join('')
  return { text, toFill: [...toFill] }
}

/** What one type into a field and what a template adds: never over what stands there, and apart from it by a line. */
export function withTemplate(typed: string, text: string, at: number): string {
  const [before, after] = [typed.slice(0, at), typed.slice(at)]
  const gap = (side: string, isBroken: boolean) => (side.trim() === '' || isBroken ? '' : '\n')
  return `${before}${gap(before, before.endsWith('\n'))}${text}${gap(after, after.startsWith('\n'))}${after}`
}
