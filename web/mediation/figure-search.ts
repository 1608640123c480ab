import { dayOf, isCalendarDay } from '#domain/calendar/days.ts'
import {
  type FigureName,
  type FigurePeriod,
  figureNames,
  figurePeriods,
  figureSpan,
} from '#domain/mediation/figures.ts'
import { type MediationSource, mediationSources } from '#domain/mediation/mediation.ts'
import { type JusticeLine, justiceLines } from '#domain/triage/category.ts'

type Search = Record<string, unknown>
const oneOf = <T extends string>(words: readonly T[], word: unknown): T | undefined =>
  words.find((one) => one === word)
const dayIn = (text: unknown) => (typeof text === 'string' && isCalendarDay(text) ? text : undefined)

/** What the address of the figures says: of which unit and which days. Two days go before a period. */
export type FigureSearch = { unit?: string; period?: FigurePeriod; from?: string; to?: string }

export function figureSearch({ unit, period, from, to }: Search): FigureSearch {
  const [first, last, named] = [dayIn(from), dayIn(to), oneOf(figurePeriods, period)]
  return {
    ...(typeof unit === 'string' && unit !== '' ? { unit } : {}),
    ...(first && last ? { from: first, to: last } : named ? { period: named } : {}),
  }
}

/** The days that are asked for, today in China. */
export function daysOf({ period = 'thisQuarter', from, to }: FigureSearch, today: string) {
  return from && to ? { from, to } : figureSpan(period, today)
}

/** What the address of a list behind a figure says. */
export type CountedSearch = {
  figure: FigureName
  from: string
  to: string
  unit?: string
  source?: MediationSource
  line?: JusticeLine | 'none'
}

export function countedSearch({ figure, from, to, unit, source, line }: Search): CountedSearch {
  const [from_, lines] = [oneOf(mediationSources, source), oneOf([...justiceLines, 'none'] as const, line)]
  const today = dayOf(Date.now())
  return {
    ...{ figure: oneOf(figureNames, figure) ?? 'opened', from: dayIn(from) ?? today, to: dayIn(to) ?? today },
    ...(typeof unit === 'string' && unit !== '' ? { unit } : {}),
    ...(from_ ? { source: from_ } : {}),
    ...(lines ? { line: lines } : {}),
  }
}
