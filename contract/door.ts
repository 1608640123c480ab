import { z } from 'zod'
import { partnerChannels, partnerScopes } from '#domain/door/partner.ts'
import { longest } from '#domain/intake/order-row.ts'
import { halfWidth } from '#domain/intake/text.ts'
import { closureKinds, kinds, satisfactions, states, urgencies } from '#domain/matter/matter.ts'
import { type Verb, verbs } from '#domain/matter/moves.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import { instant, optionalText, phone, text } from './fields.ts'
import { fileView } from './matter.ts'
import type { Route } from './route.ts'

/** The number of the other system: letters, digits and a few signs, so that it fits an address and a list. */
export const orderNo = z
  .string()
  .overwrite((typed) => halfWidth(typed).trim())
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._()〔〕#-]{0,63}$/u, { error: 'orderNo' })
  .meta({ description: '对方的工单编号 · the order number of your system', examples: ['LC20261120000123'] })

/** An instant with its offset; people and systems of one place write +08:00. */
const moment = z.iso
  .datetime({ offset: true })
  .refine((at) => Date.parse(at) >= Date.UTC(2000, 0) && Date.parse(at) < Date.UTC(2100, 0), {
    error: 'moment',
  })
  .meta({ examples: ['2026-11-20T10:11:12+08:00'] })

/** Where it happened: a unit of ours by its path, a stairwell by its code, or words only, which go to the centre. */
const place = z.strictObject({
  unit: z
    .string()
    .max(120)
    .regex(/^\/(\w{1,12}\/){1,10}$/, { error: 'path' })
    .optional()
    .meta({ description: '单位路径 · path of a unit', examples: ['/339901/001/003/'] }),
  code: z.string().max(12).optional().meta({ description: '楼道码 · code of a stairwell' }),
  text: optionalText(longest.place).meta({ description: '地点文字 · the place in words' }),
})

const order = z.strictObject({
  words: text(longest.words).meta({ description: '诉求内容 · what the person said' }),
  title: optionalText(longest.title).meta({ description: '标题 · made of the words where it is left out' }),
  place: place.optional(),
  name: optionalText(40).meta({ description: '诉求人姓名 · the person’s name, stored sealed' }),
  phone: phone.optional().meta({ description: '联系电话 · telephone, stored sealed' }),
  isConfidential: z
    .boolean()
    .default(false)
    .meta({ description: '要求保密 · the person asks for secrecy: contact details stay with the centre' }),
  kind: z.enum(kinds).optional().meta({ description: '类别（参考） · a hint; triage decides' }),
  urgency: z.enum(urgencies).default('normal').meta({ description: '紧急程度' }),
  submittedAt: moment.optional().meta({ description: '对方受理时间 · when it reached you' }),
  dueAt: moment.optional().meta({ description: '对方的办结期限 · when you want an answer' }),
})
export type OrderGiven = z.output<typeof order>

/** `new`: a matter of its own; `joined`: one more voice in an open matter; `supplemented`: new words noted at the order. */
export const orderOutcomes = ['new', 'joined', 'supplemented'] as const

const taken = z.object({
  orderNo: z.string(),
  number: z.string().meta({ description: '事项编号 · the number of the matter here' }),
  outcome: z.enum(orderOutcomes),
  wasClosed: z
    .boolean()
    .meta({ description: '来件时已结案，内容已作为备注保存 · kept as a note of a closed matter' }),
})

/** A code and its Chinese word. */
const worded = <T extends z.ZodType>(code: T) => z.object({ code, words: z.string() })

const orderState = z.object({
  orderNo: z.string(),
  number: z.string(),
  state: worded(z.enum(states)),
  version: z.number().int().meta({ description: '每变动一次加一 · grows with each change' }),
})

const orderPage = orderState.extend({
  receivedAt: instant,
  holderName: z.string().nullable().meta({ description: '当前承办单位' }),
  dueAt: instant.nullable().meta({ description: '我方当前时限 · our running limit' }),
  question: z
    .string()
    .nullable()
    .meta({ description: '正在问诉求人的问题 · an open question to the person' }),
  result: z.string().nullable().meta({ description: '办理结果，核实之后才有 · given once it is verified' }),
  closedAt: instant.nullable(),
  closure: worded(z.enum(closureKinds)).nullable(),
  revisit: z
    .object({ solved: z.boolean(), satisfied: worded(z.enum(satisfactions)).nullable() })
    .nullable()
    .meta({ description: '回访或评价的结果 · what the person said of the result' }),
  steps: z.array(
    z.object({
      verb: worded(z.enum(verbs as [Verb, ...Verb[]])),
      at: instant,
      unitName: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
  isWithheld: z
    .boolean()
    .meta({ description: '保密事项，只告知状态 · need to know: only the state is told' }),
})
export type OrderPage = z.output<typeof orderPage>

const byOrder = z.object({ orderNo })
const write = { session: 'partner', scope: 'orders.write' } as const
const read = { session: 'partner', scope: 'orders.read' } as const

export const doorRoutes = {
  doorPing: {
    method: 'GET',
    path: '/api/door/v1/ping',
    session: 'partner',
    answer: z.object({
      partner: z.string(),
      channel: z.enum(partnerChannels),
      area: z.string(),
      scopes: z.array(z.enum(partnerScopes)),
      at: instant,
    }),
  },
  doorOpenApi: {
    method: 'GET',
    path: '/api/door/v1/openapi.json',
    session: 'none',
    answer: z.record(z.string(), z.unknown()),
  },
  putOrder: {
    method: 'PUT',
    path: '/api/door/v1/orders/:orderNo',
    ...write,
    params: byOrder,
    body: order,
    answer: taken,
  },
  putOrderFile: {
    method: 'PUT',
    path: '/api/door/v1/orders/:orderNo/files/:fileNo',
    ...write,
    params: z.object({ orderNo, fileNo: z.coerce.number().int().min(1).max(99) }),
    query: z.strictObject({ name: z.string().max(200).default('') }),
    file: { maxBytes: 10 * 1024 * 1024 },
    answer: z.object({ orderNo: z.string(), fileNo: z.number().int(), file: fileView }),
  },
  addOrderMessage: {
    method: 'POST',
    path: '/api/door/v1/orders/:orderNo/messages',
    ...write,
    params: byOrder,
    body: z.strictObject({
      messageNo: orderNo.meta({
        description: '对方的补充编号 · your number of the message; the same again is done once',
      }),
      text: text(2000),
    }),
    answer: taken.omit({ outcome: true }).extend({ messageNo: z.string() }),
  },
  getOrder: {
    method: 'GET',
    path: '/api/door/v1/orders/:orderNo',
    ...read,
    params: byOrder,
    answer: orderPage,
  },
  listChangedOrders: {
    method: 'GET',
    path: '/api/door/v1/orders',
    ...read,
    query: z.strictObject({
      changedSince: z
        .string()
        .regex(/^\d{1,15}$/, { error: 'cursor' })
        .default('0')
        .meta({ description: '上次返回的 next · the `next` of the answer before' }),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    answer: z.object({
      rows: z.array(orderState),
      next: z.string().meta({ description: '下次从这里开始 · ask from here the next time' }),
      hasMore: z.boolean(),
    }),
  },
} as const satisfies Record<string, Route>

/** Every reason for which the door says no. */
export const doorRefusals = [
  'badKey',
  'notInScope',
  'notFound',
  'badInput',
  'missingField',
  'tooLong',
  'tooMany',
  'unknownPlace',
  'closedUnit',
  'outsideArea',
  'orderNoTaken',
  'commandReused',
  'badFile',
  'fileTooBig',
  'tooBusy',
] as const satisfies readonly RefusalCode[]
