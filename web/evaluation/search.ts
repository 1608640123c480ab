import { exclusionBoxes } from '#contract/exclusion.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { type Class, classes, type Measure, measures } from '#domain/evaluation/measures.ts'
import { type Month, monthBefore, monthOf } from '#domain/evaluation/month.ts'

type Search = Record<string, unknown>
const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.find((one) => one === value)
const idOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const monthIn = (value: unknown): Month | undefined =>
  typeof value === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(value) ? value : undefined
/** Without what is not there, so that the address stays short. */
const bare = <T extends object>(search: T): Partial<T> =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Partial<T>

export type As = 'frozen' | 'present'
/** The address says a bare 1 as a number. */
const wordOf = (value: unknown) => (typeof value === 'number' ? String(value) : value)
const as = (value: unknown) => oneOf(['frozen', 'present'] as const, value)

/** Which month, of which area, and whether as it was frozen or as it is. */
export type MonthSearch = { month?: Month; unit?: string; as?: As }
export const monthSearch = (search: Search): MonthSearch =>
  bare({ month: monthIn(search['month']), unit: idOf(search['unit']), as: as(search['as']) })

/** The month that is looked at where the address names none: the last one that is over. */
export const monthShown = ({ month }: MonthSearch, now: number): Month =>
  month ?? monthBefore(monthOf(dayOf(now)))

/** Behind which number. */
export type LineSearch = MonthSearch & {
  measure: Measure
  class?: Class
  excluded?: '0' | '1'
  own?: '1'
}
export const lineSearch = (search: Search): LineSearch => ({
  ...monthSearch(search),
  measure: oneOf(measures, search['measure']) ?? 'response',
  ...bare({
    class: oneOf(classes, search['class']),
    excluded: oneOf(['0', '1'] as const, wordOf(search['excluded'])),
    own: oneOf(['1'] as const, wordOf(search['own'])),
  }),
})

export type ExclusionBox = (typeof exclusionBoxes)[number]
export type ExclusionSearch = { box?: ExclusionBox }
export const exclusionSearch = (search: Search): ExclusionSearch =>
  bare({ box: oneOf(exclusionBoxes, search['box']) })

export type AskSearch = { matter?: string }
export const askSearch = (search: Search): AskSearch => bare({ matter: idOf(search['matter']) })
