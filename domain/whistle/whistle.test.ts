import { describe, expect, test } from 'vitest'
import { calendarOf } from '../calendar/working-days.ts'
import { latenessAt, stepMarks } from './clocks.ts'
import { lineAfter } from './effects.ts'
import { blowerFigures, unitFigures } from './figures.ts'
import { defaultFarShare, defaultPlanDays, defaultWhistleLimits } from './limits.ts'
import { newLine, whistleNumber } from './whistle.ts'
import { whyNotCall } from './who.ts'
import { whyNotPlan, whyNotRate, whyNotRateBack } from './why-not.ts'

const calendar = calendarOf({
  days: [
    { day: '2026-10-01', isWorking: false },
    { day: '2026-10-02', isWorking: false },
    { day: '2026-10-10', isWorking: true },
  ],
  years: [[2026, 'official']],
  hours: [
    [540, 720],
    [810, 1050],
  ],
  version: 1,
})
const given = { calendar, warnShare: 0.7, farShare: defaultFarShare, limits: defaultWhistleLimits }
/** In China: a day and a time. */
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+08:00`)
const called = (day: string, time: string) =>
  newLine({ id: 'l', unitId: 'housing', unitPath: '/1/D1/' }, 'lead', at(day, time))

describe('limits', () => {
  const monday = called('2026-09-28', '10:00')
  test('of a routine whistle: an office hour, a day, three working days over a holiday', () => {
    expect(stepMarks(monday, 'sign', 'routine', given).due).toBe(at('2026-09-28', '11:00'))
    expect(stepMarks(monday, 'contact', 'routine', given).due).toBe(at('2026-09-29', '10:00'))
    const wednesday = called('2026-09-30', '16:50')
    expect(stepMarks(wednesday, 'sign', 'routine', given).due).toBe(at('2026-10-05', '09:20'))
    expect(stepMarks(wednesday, 'arrive', 'routine', given).due).toBe(at('2026-10-07', '17:30'))
  })
  test('of a hard one five working days, with a make-up Saturday; of an emergency minutes at any hour', () => {
    const monday2 = called('2026-10-05', '10:00')
    expect(stepMarks(monday2, 'arrive', 'hard', given).due).toBe(at('2026-10-10', '17:30'))
    const night = called('2026-10-03', '23:50')
    expect(stepMarks(night, 'sign', 'emergency', given).due).toBe(at('2026-10-04', '00:05'))
    expect(stepMarks(night, 'arrive', 'emergency', given).due).toBe(at('2026-10-04', '01:50'))
  })
  test('near, late, and far over once more than twice the time has gone', () => {
    const marks = stepMarks(monday, 'sign', 'routine', given)
    const seen = ['10:42', '10:43', '11:00', '11:01', '12:00'].map((time) =>
      latenessAt(marks, at('2026-09-28', time)),
    )
    expect(seen).toEqual(['fine', 'near', 'near', 'late', 'late'])
    expect(latenessAt(marks, at('2026-09-28', '13:31'))).toBe('far')
  })
  test('of finishing is the day that was planned, to the close of business', () => {
    const planned = lineAfter(monday, 'plan', { until: '2026-09-30' }, at('2026-09-28', '15:00'), null)
    expect(stepMarks(planned, 'finish', 'routine', given).due).toBe(at('2026-09-30', '17:30'))
    const late = lineAfter(monday, 'plan', { until: '2026-09-28' }, at('2026-09-28', '20:00'), null)
    expect(stepMarks(late, 'finish', 'routine', given).due).toBe(at('2026-09-29', '00:00'))
  })
})

describe('what is handed in', () => {
  const now = at('2026-09-28', '15:00')
  test('a plan reaches from today to ten working days ahead', () => {
    expect(whyNotPlan('2026-09-27', defaultPlanDays.routine, calendar, now)).toMatchObject({
      refused: 'planPast',
      field: 'until',
    })
    expect(whyNotPlan('2026-09-28', defaultPlanDays.routine, calendar, now)).toBeUndefined()
    expect(whyNotPlan('2026-10-13', defaultPlanDays.routine, calendar, now)).toBeUndefined()
    expect(whyNotPlan('2026-10-14', defaultPlanDays.routine, calendar, now)).toMatchObject({
      ...{ refused: 'planTooFar', facts: { days: 10 } },
    })
  })
  test('who is not content says why', () => {
    const rating = { speed: 'satisfied', help: 'basically', result: 'unsatisfied' } as const
    expect(whyNotRate(rating, '')).toMatchObject({ refused: 'missingField', field: 'reason' })
    expect(whyNotRate(rating, '来了三次才带工具')).toBeUndefined()
    expect(whyNotRate({ ...rating, result: 'basically' }, undefined)).toBeUndefined()
    expect(whyNotRateBack(false, undefined)).toMatchObject({ field: 'reason' })
    expect(whyNotRateBack(true, undefined)).toBeUndefined()
  })
  test('nobody whistles to themselves, to who is closed or called already, or to what is no department', () => {
    const unit = { id: 'd', name: '住建局', kind: 'department', path: '/1/D1/', isClosed: false } as const
    const why = (more: object, already: string[] = []) =>
      whyNotCall({ ...unit, ...more }, '/1/001/', already, 'leadId')?.refused
    expect(why({})).toBeUndefined()
    expect(why({ isClosed: true })).toBe('closedUnit')
    expect(why({ path: '/1/001/D1/' })).toBe('whistleOwn')
    expect(why({ path: '/1/001/', kind: 'street' })).toBe('whistleOwn')
    expect(why({ path: '/1/002/', kind: 'street' })).toBe('whistleNobody')
    expect(why({}, ['d'])).toBe('whistleTwice')
  })
})

describe('figures', () => {
  const fresh = { ...called('2026-09-28', '10:00'), dueAt: at('2026-09-28', '11:00') }
  const taken = (dueAt: number, when: number) => ({ at: when, dueAt })
  test('count as late what is open past its time, and leave out what is not due yet', () => {
    const now = at('2026-09-28', '12:00')
    expect(unitFigures([fresh], at('2026-09-28', '10:30')).sign).toEqual({ n: 0, of: 0 })
    expect(unitFigures([fresh], now).sign).toEqual({ n: 0, of: 1 })
    const signed = { ...fresh, step: 'contact' as const, dueAt: null, steps: { sign: taken(2, 1) } }
    expect(unitFigures([fresh, signed], now).sign).toEqual({ n: 1, of: 2 })
    expect(unitFigures([fresh, signed], now).arrive).toEqual({ n: 0, of: 0 })
  })
  test('count both sides with what each is a share of', () => {
    const rating = { speed: 'satisfied', help: 'satisfied', result: 'unsatisfied', at: 1 } as const
    const confirmed = {
      ...{ ...fresh, step: null, outcome: 'confirmed' as const, dueAt: null, rating },
      steps: { finish: taken(5, 9), confirm: taken(9, 9) },
      ratedBack: { accurate: true, at: 1 },
    }
    const objection = { at: 1, ruling: 'upheld' as const, ruledAt: 2, dueAt: 3 }
    const released = { ...fresh, step: null, outcome: 'released' as const, dueAt: null, objection }
    const figures = unitFigures([confirmed, released], 10)
    expect(figures).toMatchObject({
      ...{ called: 2, finish: { n: 0, of: 1 }, finished: { n: 1, of: 1 }, overruled: { n: 0, of: 1 } },
      ...{ rated: { n: 1, of: 1 }, ratings: { result: { satisfied: 0, basically: 0, unsatisfied: 1 } } },
    })
    expect(blowerFigures([{ state: 'over', misusedAt: null, lines: [confirmed, released] }], 10)).toEqual({
      ...{ blown: 1, lines: 2, accurate: { n: 1, of: 1 }, released: { n: 1, of: 2 } },
      ...{ confirmed: { n: 1, of: 1 }, misused: { n: 0, of: 1 }, calledOff: { n: 0, of: 1 } },
    })
  })
  test('the number of a whistle has its year', () => expect(whistleNumber(2026, 7)).toBe('CS2026-0007'))
})
