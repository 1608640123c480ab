import { type CellProblem, describeCell } from '../cell-problem.ts'
import type { Language } from '../language.ts'
import type { OrderField } from './order-fields.ts'

/** What may be wrong with one cell of a work order. */
export const rowProblemCodes = [
  'missing',
  'tooLong',
  'digitsLost',
  'phoneUnreadable',
  'dateUnreadable',
  'dateAmbiguous',
  'dateImpossible',
  'dueBeforeReceived',
  'urgencyUnknown',
  'yesNoUnknown',
  'countUnreadable',
] as const
export type RowProblemCode = (typeof rowProblemCodes)[number]

export type RowProblem = CellProblem<RowProblemCode, OrderField>

/** The fields as the preview, the problems and our own files call them. */
export const fieldLabels = {
  zh: {
    orderNo: '工单编号',
    title: '标题',
    words: '诉求内容',
    callerName: '来电人',
    callerPhone: '联系电话',
    receivedAt: '受理时间',
    dueAt: '办理时限',
    place: '地址',
    community: '社区',
    street: '街道',
    category: '类别',
    orderType: '工单类型',
    urgency: '紧急程度',
    confidential: '是否保密',
    callCount: '来电次数',
    remark: '备注',
  },
  en: {
    orderNo: 'Order number',
    title: 'Title',
    words: 'What was said',
    callerName: 'Caller',
    callerPhone: 'Phone',
    receivedAt: 'Received',
    dueAt: 'Due',
    place: 'Address',
    community: 'Community',
    street: 'Street',
    category: 'Category',
    orderType: 'Order type',
    urgency: 'Urgency',
    confidential: 'Confidential',
    callCount: 'Calls',
    remark: 'Remark',
  },
} as const satisfies Record<Language, Record<OrderField, string>>

const sentences = {
  zh: {
    missing: '「{field}」还空着，请填上。',
    tooLong: '「{field}」有 {length} 个字，最多 {max} 个字，请缩短，其余写进备注或作为附件。',
    digitsLost:
      '「{field}」读到的是「{found}」，超过 15 位的数字在 Excel 里会丢掉末尾几位。请把这一列设为文本，再从原系统复制编号。',
    phoneUnreadable:
      '「{field}」里的「{found}」看不出是哪个号码，请写成 19900000000 或 0000-12345678 的样子；没有号码就留空。',
    dateUnreadable: '「{field}」里的「{found}」看不出是哪一天，请写成 2026-11-03 14:05 的样子。',
    dateAmbiguous: '「{field}」里的「{found}」分不清哪个是月、哪个是日，请写成 2026-11-03 14:05 的样子。',
    dateImpossible: '「{field}」里的「{found}」在日历上没有，或不在 2000 至 2099 年之间，请改正日期。',
    dueBeforeReceived: '「{field}」是「{found}」，早于受理时间「{received}」，请核对这两个时间。',
    urgencyUnknown: '「{field}」里的「{found}」不认识，请写一般、紧急或特急。',
    yesNoUnknown: '「{field}」里的「{found}」看不出是还是否，请写是或否。',
    countUnreadable: '「{field}」里的「{found}」不是次数，请写 1 至 9999 的整数。',
  },
  en: {
    missing: '“{field}” is empty. Please fill it in.',
    tooLong:
      '“{field}” has {length} characters; at most {max} fit. Please shorten it and put the rest into the remark or a file.',
    digitsLost:
      '“{field}” reads “{found}”: Excel drops the last digits of numbers longer than 15. Please make the column text and copy the number again from its source.',
    phoneUnreadable:
      '“{found}” in “{field}” is no number that can be called. Please write it like 19900000000 or 0000-12345678, or leave it empty.',
    dateUnreadable: '“{found}” in “{field}” does not name a day. Please write it like 2026-11-03 14:05.',
    dateAmbiguous:
      '“{found}” in “{field}” could be two different days. Please write it like 2026-11-03 14:05.',
    dateImpossible:
      '“{found}” in “{field}” is not in the calendar, or not between 2000 and 2099. Please correct the date.',
    dueBeforeReceived: '“{field}” is “{found}”, before the time of receipt “{received}”. Please check both.',
    urgencyUnknown:
      '“{found}” in “{field}” is not known. Please write 一般 (normal), 紧急 (urgent) or 特急 (critical).',
    yesNoUnknown: '“{found}” in “{field}” is neither yes nor no. Please write 是 (yes) or 否 (no).',
    countUnreadable:
      '“{found}” in “{field}” is not a number of calls. Please write a whole number from 1 to 9999.',
  },
} as const satisfies Record<Language, Record<RowProblemCode, string>>

/** The sentence of a problem: what was found and how to mend it. */
export function describeProblem(problem: RowProblem, language: Language): string {
  return describeCell(problem, sentences[language], fieldLabels[language])
}
