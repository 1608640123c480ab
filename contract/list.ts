import { z } from 'zod'
import { facts } from '#domain/insight/facts.ts'
import { listedFlags } from '#domain/matter/flags.ts'
import { channels, closureKinds, kinds, states, urgencies } from '#domain/matter/matter.ts'
import { levels } from '#domain/org/roles.ts'
import { day, id } from './fields.ts'

/**
 * `mine`: my unit's turn; `pool`: waiting for the centre; `request`: a request waits for my decision; `assist`: my unit was
 * asked to assist; `area`: everything open I may see; `closed`: what is done.
 */
export const boxes = ['mine', 'pool', 'request', 'assist', 'area', 'closed'] as const
/**
 * Beside them `all`: open and closed, what the numbers of a period are of; `followed`: what I follow; `recent`: what I opened
 * last, in that order.
 */
export const listBoxes = [...boxes, 'all', 'followed', 'recent'] as const

/** `due`: what is due first; `new`: received last; `changed`: what moved last. */
export const sorts = ['due', 'new', 'changed'] as const
/** Boxes of what may be closed: nothing there is due. */
export const boxesWithoutDue: readonly string[] = ['closed', 'all', 'followed', 'recent']

/** Cards beside the matter, or a table over the whole width. */
export const listLooks = ['cards', 'table'] as const

/** What narrows a list; absent means not narrowed. The same in an address, a saved view and an export. */
export const listFilters = z.object({
  state: z.enum(states).optional(),
  channel: z.enum(channels).optional(),
  kind: z.enum(kinds).optional(),
  /** A category with its whole branch. */
  category: z.string().max(8).optional(),
  urgency: z.enum(urgencies).optional(),
  level: z.enum(levels).optional(),
  /** The unit where it lies, or one above it. */
  place: id.optional(),
  /** The unit whose turn it is. */
  holder: id.optional(),
  /** The account that signed for it; `me`: my own. */
  handler: z.union([z.literal('me'), id]).optional(),
  flag: z.enum(listedFlags).optional(),
  late: z.enum(['1']).optional(),
  /** What a number counts (domain/insight/facts.ts), so that the list is the same set. */
  fact: z.enum(facts).optional(),
  /** First and last day, China time, of the instant the fact is of: receiving, or for facts of closing the closing. */
  from: day.optional(),
  to: day.optional(),
  closureKind: z.enum(closureKinds).optional(),
  q: z.string().max(100).optional(),
})

export const listQuery = listFilters.extend({
  box: z.enum(listBoxes).default('mine'),
  sort: z.enum(sorts).default('due'),
})
export type ListQuery = z.output<typeof listQuery>

const namedUnit = z.object({ name: z.string(), isGone: z.boolean() })

/**
 * What the conditions of a list are called. `isGone`: deleted, closed or never there; the list still holds what was marked
 * with it before, and whoever reads it has to be told.
 */
export const conditionNames = z.object({
  category: z.object({ nameZh: z.string(), nameEn: z.string(), isGone: z.boolean() }).optional(),
  place: namedUnit.optional(),
  holder: namedUnit.optional(),
  handler: namedUnit.optional(),
})
export type ConditionNames = z.output<typeof conditionNames>

/** Matters and the voices in them; the count stops at `cap`, and then there is no sum of voices. */
export const listTotal = z.object({
  cap: z.number().int(),
  matters: z.number().int(),
  appeals: z.number().int().nullable(),
})
