import { describe, expect, test } from 'vitest'
import { type Day, instantAt } from '../calendar/days.ts'
import { calendarOf } from '../calendar/working-days.ts'
import type { Session } from '../mediation/mediation.ts'
import { failingsOf, type Trace, unconsentedIn } from './failings.ts'
import { shownCounts } from './sample.ts'

const calendar = calendarOf({ days: [], years: [], hours: [[540, 1020]], version: 1 })
const at = (day: Day, minute = 600) => instantAt(day, minute)
const now = at('2026-11-25')
type Done = Trace['actions'][number]
const did = (
  seq: number,
  verb: Done['verb'],
  day: Day = '2026-11-23',
  unitId: string | null = 'unit',
): Done => ({
  ...{ seq, verb, at: at(day), unitId },
})
const trace: Trace = {
  ...{ state: 'handling', closureKind: null, holderId: 'unit', centreId: 'centre' },
  ...{ isHeld: false, hasContact: true, actions: [did(1, 'receive')], clocks: [], mediations: [] },
}
const rulesIn = (more: Partial<Trace>) =>
  failingsOf({ ...trace, ...more }, now, calendar).map(({ rule }) => rule)

describe('the three failings are found by what the record shows', () => {
  test('a running clock past its time, at the unit that has it, once for each clock', () => {
    const clock = (id: string, kind: Trace['clocks'][number]['kind'], day: Day) => ({
      ...{ id, kind, unitId: 'late', dueAt: at(day) },
    })
    const clocks = [
      clock('c1', 'accept', '2026-11-24'),
      clock('c2', 'handle', '2026-11-24'),
      clock('c3', 'sign', '2026-11-26'),
      clock('c4', 'revisit', '2026-11-01'),
    ]
    expect(failingsOf({ ...trace, clocks }, now, calendar)).toMatchObject([
      {
        rule: 'acceptLate',
        unitId: 'late',
        key: 'c1',
        evidence: { clockKind: 'accept', since: at('2026-11-24') },
      },
      { rule: 'handleLate', unitId: 'late', key: 'c2' },
    ])
    expect(rulesIn({ clocks: [{ id: 'c', kind: 'handle', unitId: 'u', dueAt: null }] })).toEqual([])
  })

  test('a refusal that was reopened, and a second return; not the first', () => {
    expect(rulesIn({ actions: [did(1, 'receive'), did(2, 'refuse'), did(3, 'reopen')] })).toEqual([
      'refusedWrongly',
    ])
    expect(rulesIn({ state: 'closed', actions: [did(1, 'receive'), did(2, 'refuse')] })).toEqual([])
    const returns = [did(1, 'dispatch'), did(2, 'return'), did(3, 'dispatch')]
    expect(rulesIn({ actions: returns })).toEqual([])
    const [second] = failingsOf(
      { ...trace, actions: [...returns, did(4, 'return', '2026-11-24', 'other')] },
      now,
      calendar,
    )
    expect(second).toMatchObject({ rule: 'returnedTwice', unitId: 'other', evidence: { seq: 4, count: 2 } })
  })

  test('nothing for more than five working days, unless it is held', () => {
    // 17 to 25 November: six working days
    const idle = { actions: [did(1, 'sign', '2026-11-17')] }
    expect(failingsOf({ ...trace, ...idle }, now, calendar)).toMatchObject([
      { rule: 'idle', unitId: 'unit', key: '1', evidence: { count: 6 } },
    ])
    expect(rulesIn({ ...idle, isHeld: true })).toEqual([])
    expect(rulesIn({ ...idle, state: 'accepted' })).toEqual([])
    expect(rulesIn({ actions: [did(1, 'sign', '2026-11-18')] })).toEqual([])
  })

  test('closed as solved with nobody asked or nothing answered', () => {
    const closed = { state: 'closed', closureKind: 'resolved' } as const
    const whole = [did(1, 'dispatch'), did(2, 'submit'), did(3, 'verify'), did(4, 'revisit'), did(5, 'close')]
    expect(rulesIn({ ...closed, actions: whole })).toEqual([])
    const without = (verb: Done['verb']) => whole.filter((one) => one.verb !== verb)
    expect(rulesIn({ ...closed, actions: without('revisit') })).toEqual(['unrevisited'])
    expect(rulesIn({ ...closed, actions: without('revisit'), hasContact: false })).toEqual([])
    expect(rulesIn({ ...closed, closureKind: 'procedural', actions: without('revisit') })).toEqual([])
    expect(rulesIn({ ...closed, actions: without('submit') })).toEqual(['unanswered'])
    const again = [...whole, did(6, 'reopen'), did(7, 'dispatch'), did(8, 'revisit'), did(9, 'close')]
    expect(rulesIn({ ...closed, actions: again })).toEqual(['unanswered'])
  })

  test('mediating beyond its day, and a session with a party that had not agreed', () => {
    const mediation = {
      id: 'm',
      committeeId: 'committee',
      isOpen: true,
      dueOn: '2026-11-24' as Day,
      unconsented: ['s'],
    }
    expect(failingsOf({ ...trace, mediations: [mediation] }, now, calendar)).toMatchObject([
      { rule: 'overrun', unitId: 'committee' },
      { rule: 'unconsented', key: 's' },
    ])
    expect(rulesIn({ mediations: [{ ...mediation, dueOn: '2026-11-25', unconsented: [] }] })).toEqual([])
    const consent = (day: Day, answer = true) => ({
      ...{ topic: 'mediate' as const, answer, round: 1, at: at(day), by: 'p' },
      ...{ way: 'oral' as const, fileId: null, textId: null },
    })
    const party = (partyId: string, consents: ReturnType<typeof consent>[]) => ({
      ...{ partyId, side: 'a' as const, standing: 'in' as const, told: null, consents, outAt: null },
    })
    const session: Session = {
      id: 's',
      no: 1,
      kind: 'joint',
      way: 'onSite',
      startsAt: 0,
      minutes: 60,
      roomId: null,
      partyIds: [],
      replies: [],
      state: 'held',
      heldAt: at('2026-11-20'),
      present: ['p', 'q'],
      methods: [],
      recordId: null,
      signed: [],
    }
    const [early, late] = [consent('2026-11-19'), consent('2026-11-21')]
    const of = (q: ReturnType<typeof consent>[]) =>
      unconsentedIn({ sessions: [session], participants: [party('p', [early]), party('q', q)] })
    expect(of([early])).toEqual([])
    expect(of([late])).toEqual(['s'])
    expect(of([consent('2026-11-19', false)])).toEqual(['s'])
  })
})

test('of other units nothing under five is shown', () => {
  const counted = { closed: 30, drawn: 6, checked: 5, solved: 3, unsolved: 0, unreachable: 1, false: 1 }
  expect(shownCounts(counted, false)).toMatchObject({ drawn: 6, judged: null, outcomes: null })
  expect(shownCounts(counted, true)).toMatchObject({ judged: 4, outcomes: { false: 1 } })
  expect(shownCounts({ ...counted, checked: 6, solved: 4 }, false)).toMatchObject({ judged: 5 })
})
