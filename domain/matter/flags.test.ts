import { describe, expect, test } from 'vitest'
import { born, played } from '#test/rules/play.ts'
import { units } from '#test/rules/scene.ts'
import { situations } from '#test/rules/situations.ts'
import { type Flag, flagsOf } from './flags.ts'
import type { Matter } from './matter.ts'

const clock = { warnAt: 70, dueAt: 100, overAt: 150 }
const flagsAt = (now: number) => flagsOf(born(), [clock], now)
const of = (facts: Partial<Matter>) => flagsOf({ ...born(), ...facts }, [], 0)

describe('what the clocks say', () => {
  test.each<[number, Flag[]]>([
    [70, []],
    [71, ['nearing']],
    [100, ['nearing']],
    [101, ['late']],
    [150, ['late']],
    [151, ['late', 'farOver']],
  ])('at minute %i: %j', (now, flags) => expect(flagsAt(now)).toEqual(flags))

  test('a clock that stands still says nothing', () => {
    expect(flagsOf(born(), [{ warnAt: null, dueAt: null, overAt: null }], 1e15)).toEqual([])
  })

  test('one late clock outweighs another that is only near', () => {
    expect(flagsOf(born(), [clock, { ...clock, dueAt: 71, overAt: 200 }], 90)).toEqual(['late'])
  })

  test('without a clock nothing is late', () => expect(flagsOf(born(), [], 1e15)).toEqual([]))
})

describe('what the facts say', () => {
  test('nothing of a new and ordinary matter', () => expect(of({})).toEqual([]))

  test.each<[Flag, Partial<Matter>]>([
    ['awaitingPerson', { questionOpen: true }],
    ['reopenAsked', { reopenAsked: true }],
    ['reopened', { reopenings: 1 }],
    ['returned', { returnedBy: ['unit'] }],
    ['group', { appeals: 5 }],
    ['sensitive', { sensitive: true }],
    ['urgent', { urgency: 'urgent' }],
    ['critical', { urgency: 'critical' }],
    ['unhappy', { satisfied: 'unsatisfied' }],
    ['unhappy', { solved: false, satisfied: 'basically' }],
  ])('%s of %j', (flag, facts) => expect(of(facts)).toEqual([flag]))

  test('four voices are not yet a group', () => expect(of({ appeals: 4 })).toEqual([]))

  test('a closed matter no longer counts as returned', () => {
    expect(of({ returnedBy: ['unit'], state: 'closed' })).toEqual([])
  })
})

test('a reopened matter wears its past, and a refused one waits for nobody', () => {
  const { closed } = situations(units.community, units.department)
  if (!closed) throw new Error('no such situation')
  expect(flagsOf(played(closed, ['askReopen'], ['reopen']), [], 0)).toEqual(['reopened'])
  expect(flagsOf(played(born(), ['ask'], ['refuse', { route: 'court' }]), [], 0)).toEqual([])
})
