import type { Instant } from '../calendar/days.ts'
import type { Kind, Urgency } from '../matter/matter.ts'
import { readMoment } from './dates.ts'
import type { OrderField } from './order-fields.ts'
import { callsOf, kindOf, urgencyOf, yesOrNo } from './order-words.ts'
import { readPhones } from './phones.ts'
import type { RowProblem, RowProblemCode } from './problems.ts'
import { cleanText, countCharacters, halfWidth, isBlank, shorten } from './text.ts'

/** A work order as understood. Instants in milliseconds; absent means the hotline did not say. */
export type Order = {
  rowNumber: number
  orderNo: string
  title: string
  words: string
  callerName?: string
  callerPhone?: string
  /** Further numbers of the same cell. */
  otherPhones: string[]
  /** A number given with asterisks: shown, never called. */
  maskedPhone?: string
  receivedAt?: Instant
  /** A day without a time ends at 23:59:59 China time. */
  dueAt?: Instant
  place?: string
  community?: string
  street?: string
  category?: string
  kind?: Kind
  urgency: Urgency
  confidential: boolean
  callCount: number
  remark?: string
}

/** Longest texts, in characters as a reader counts them. */
export const longest = {
  orderNo: 64,
  title: 200,
  words: 5000,
  callerName: 60,
  place: 200,
  community: 60,
  street: 60,
  category: 200,
  remark: 2000,
} as const

const foundLength = 30

/** The first sentence of what was said, at most 200 characters: the title of an order that came without one. */
export function titleFrom(words: string): string {
  const [sentence = ''] = words.split(/(?<=[。！？!?])|\n/)
  return shorten(sentence.trim() || words, longest.title)
}

/**
 * Reads one row of a hotline's list. In: the cells by field as text, and the number the row has in its sheet. Out: the
 * order, or everything that is wrong with the row at once. A cell that begins with = + - @ is text like any other.
 * Problems, never guesses, where a guess could join two orders, miss a day or give a name away.
 */
export function readOrder(
  cells: Readonly<Partial<Record<OrderField, string>>>,
  rowNumber: number,
): Order | RowProblem[] {
  const problems: RowProblem[] = []
  const raw = (field: OrderField) => cleanText(cells[field] ?? '')
  const add = (code: RowProblemCode, field: OrderField, facts: RowProblem['facts'] = {}) => {
    problems.push({ code, field, facts })
  }
  const addFound = (code: RowProblemCode, field: OrderField) =>
    add(code, field, { found: shorten(raw(field), foundLength) })

  const text = (field: keyof typeof longest): string | undefined => {
    const given = raw(field)
    if (field !== 'words' && isBlank(given)) return undefined
    const length = given.length > longest[field] ? countCharacters(given) : 0
    if (length > longest[field]) add('tooLong', field, { length, max: longest[field] })
    return given || undefined
  }

  const moment = (field: 'receivedAt' | 'dueAt'): Instant | undefined => {
    if (isBlank(raw(field))) return undefined
    const read = readMoment(raw(field))
    if (typeof read !== 'string')
      return read.hasTime || field === 'receivedAt' ? read.at : read.at + 86_399_000
    const codes = {
      unreadable: 'dateUnreadable',
      ambiguous: 'dateAmbiguous',
      impossible: 'dateImpossible',
    } as const
    addFound(codes[read], field)
    return undefined
  }

  const orderNo = halfWidth(text('orderNo') ?? '').replace(/\s+|^'/g, '')
  if (!orderNo) add('missing', 'orderNo')
  // Excel keeps 15 digits: a longer number typed as a number has lost its end, and two orders would become one
  else if (/^\d+(\.\d+)?e\+?\d+$/i.test(orderNo)) addFound('digitsLost', 'orderNo')

  const words = text('words') ?? ''
  if (!words) add('missing', 'words')
  const title = text('title')
  const phones = readPhones(raw('callerPhone'))
  if (!phones) addFound('phoneUnreadable', 'callerPhone')
  const receivedAt = moment('receivedAt')
  const dueAt = moment('dueAt')
  if (receivedAt !== undefined && dueAt !== undefined && dueAt < receivedAt) {
    const received = shorten(raw('receivedAt'), foundLength)
    add('dueBeforeReceived', 'dueAt', { found: shorten(raw('dueAt'), foundLength), received })
  }
  const urgency = urgencyOf(raw('urgency'))
  if (!urgency) addFound('urgencyUnknown', 'urgency')
  const confidential = yesOrNo(raw('confidential'))
  if (confidential === undefined) addFound('yesNoUnknown', 'confidential')
  const callCount = callsOf(raw('callCount'))
  if (callCount === undefined) addFound('countUnreadable', 'callCount')
  const category = text('category')

  const order = {
    rowNumber,
    orderNo,
    title: title ?? titleFrom(words),
    words,
    callerName: text('callerName'),
    callerPhone: phones?.phone,
    otherPhones: phones?.others ?? [],
    maskedPhone: phones?.masked,
    receivedAt,
    dueAt,
    place: text('place'),
    community: text('community'),
    street: text('street'),
    category,
    kind: kindOf(raw('orderType')) ?? (isBlank(raw('orderType')) ? kindOf(category ?? '') : undefined),
    urgency: urgency ?? 'normal',
    confidential: confidential ?? true,
    callCount: callCount ?? 1,
    remark: text('remark'),
  } satisfies Order
  return problems.length > 0 ? problems : order
}
