import { describe, expect, test } from 'vitest'
import { calendarOf } from '../calendar/working-days.ts'
import { aidNumber, newAidLine } from './aid.ts'
import { aidLineMarks, aidMarks } from './clocks.ts'
import { aidLineAfter } from './effects.ts'
import { askedFigures, ordererFigures } from './figures.ts'
import { dispatchingPath, whyNotAsk } from './who.ts'

const calendar = calendarOf({
  days: [],
  years: [[2026, 'official']],
  hours: [
    [540, 720],
    [810, 1050],
  ],
  version: 1,
})
const given = { calendar, warnShare: 0.7 }
/** An instant in China time. */
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+08:00`)
const asked = newAidLine(
  { id: 'l', unitId: 'housing', teamId: null, unitPath: '/1/D1/' },
  at('2026-09-21', '10:00'),
)

describe('clocks', () => {
  test('give the centre one working day, whoever is asked one, and the work the close of the day that was planned', () => {
    const posted = { state: 'posted', since: at('2026-09-25', '16:00') } as const
    expect(aidMarks(posted, given).due).toBe(at('2026-09-28', '17:30'))
    expect(aidMarks({ ...posted, state: 'dispatched' }, given).due).toBeNull()
    expect(aidLineMarks(asked, given).due).toBe(at('2026-09-22', '17:30'))
    const planned = {
      ...asked,
      step: 'finish' as const,
      planOn: '2026-09-23',
      since: at('2026-09-22', '10:00'),
    }
    expect(aidLineMarks(planned, given).due).toBe(at('2026-09-23', '17:30'))
    // planned in the evening for the same day: the day has still to end
    const evening = { ...planned, planOn: '2026-09-22', since: at('2026-09-22', '20:00') }
    expect(aidLineMarks(evening, given).due).toBe(at('2026-09-23', '00:00'))
  })
  test('keep with a step when it was due', () => {
    const due = aidLineMarks(asked, given).due
    const taken = aidLineAfter(asked, 'accept', {}, at('2026-09-24', '10:00'), due)
    expect(taken.steps.accept).toEqual({ at: at('2026-09-24', '10:00'), dueAt: due })
    const refused = aidLineAfter(asked, 'refuse', {}, at('2026-09-22', '10:00'), due)
    expect(askedFigures([{ ...refused, dueAt: null }], 0).accept).toEqual({ n: 1, of: 1 })
  })
})

describe('who may be asked', () => {
  const aid = { unitId: 'willow', centrePath: '/1/001/' }
  const unit = { id: 'd', name: '住建局', kind: 'department', path: '/1/D1/', isClosed: false } as const
  const why = (more: object, open: string[] = []) => whyNotAsk({ ...unit, ...more }, aid, open, 'f')?.refused
  test('is an office of the district, or of the own street; no other street, nobody twice, not the orderer', () => {
    expect(why({})).toBeUndefined()
    expect(why({ kind: 'community', path: '/1/001/002/' })).toBeUndefined()
    expect(why({ kind: 'community', path: '/1/002/001/' })).toBe('aidNobody')
    expect(why({ kind: 'studio', path: '/1/002/GZ/' })).toBe('aidNobody')
    expect(why({ kind: 'street', path: '/1/001/' })).toBe('aidNobody')
    expect(why({ id: 'willow', kind: 'community', path: '/1/001/001/' })).toBe('aidOwn')
    expect(why({ isClosed: true })).toBe('closedUnit')
    expect(why({}, ['d'])).toBe('aidTwice')
  })
  test('is said by the centre of the street where it was posted', () => {
    expect(dispatchingPath('/1/001/001/G01/B01/')).toBe('/1/001/')
    expect(dispatchingPath('/1/001/')).toBe('/1/001/')
  })
})

describe('figures', () => {
  const line = { ...asked, dueAt: at('2026-09-22', '17:30') }
  test('count as late what is open past its time, and leave out what is not due yet and what was taken back', () => {
    expect(askedFigures([line], at('2026-09-22', '10:00')).accept).toEqual({ n: 0, of: 0 })
    expect(askedFigures([line], at('2026-09-23', '10:00')).accept).toEqual({ n: 0, of: 1 })
    const taken = { ...line, step: 'plan' as const, dueAt: null, steps: { accept: { at: 1, dueAt: 2 } } }
    expect(askedFigures([line, taken], at('2026-09-23', '10:00')).accept).toEqual({ n: 1, of: 2 })
    const dropped = { ...line, step: null, outcome: 'dropped' as const, dueAt: null }
    expect(askedFigures([taken, dropped], 3)).toMatchObject({ asked: 2, refused: { n: 0, of: 1 } })
  })
  test('count what the centre had to do, and what became of the orders', () => {
    const steps = [
      { verb: 'back', at: 1, dueAt: 2 },
      { verb: 'again', at: 9, dueAt: 5 },
      { verb: 'dispatch', at: 12, dueAt: 11 },
    ] as const
    const aids = [
      { state: 'over', steps, dueAt: null, lines: [] },
      { state: 'posted', steps: [], dueAt: 4, lines: [] },
    ] as const
    expect(ordererFigures(aids, 10)).toMatchObject({
      ...{ posted: 2, dispatched: { n: 1, of: 3 }, helped: { n: 1, of: 2 }, withdrawn: { n: 0, of: 2 } },
    })
  })
  test('the number of an order has its year', () => expect(aidNumber(2026, 7)).toBe('DD2026-0007'))
})
