import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seatAt, units } from '#test/rules/scene.ts'
import { addDays, type Day } from '../calendar/days.ts'
import {
  type Asked,
  type Away,
  coversSeat,
  haveCommonDay,
  longestDays,
  seatsPassedOn,
  whyNotAway,
} from './absence.ts'
import { roles } from './roles.ts'
import { isWithin } from './tree.ts'

const seat = fc
  .tuple(fc.constantFrom(...roles), fc.constantFrom(...Object.values(units)))
  .map(([role, unit]) => seatAt(role, unit))

describe('standing in', () => {
  test('is for the same unit or a unit above, and never for duties kept apart', () => {
    fc.assert(
      fc.property(seat, seat, (own, absent) => {
        if (!coversSeat(own, absent)) return
        expect(isWithin(absent.unitPath, own.servesPath) || own.unitId === absent.unitId).toBe(true)
        for (const { role } of [own, absent]) expect(['administrator', 'auditor']).not.toContain(role)
      }),
    )
  })

  test('a neighbour or a guest from outside stands in for their own like only', () => {
    fc.assert(
      fc.property(seat, seat, (own, absent) => {
        const isGuest = ['buildingHead', 'expert', 'legalPartner'].includes(own.role)
        if (isGuest && own.role !== absent.role) expect(coversSeat(own, absent)).toBe(false)
      }),
    )
  })

  test('a colleague of the same unit and a dispatcher of the street’s centre cover a clerk; a neighbouring community does not', () => {
    const clerk = seatAt('communityClerk', units.community)
    expect(coversSeat(clerk, clerk)).toBe(true)
    expect(coversSeat(seatAt('dispatcher', units.streetCentre), clerk)).toBe(true)
    expect(coversSeat(seatAt('dispatcher', units.otherStreetCentre), clerk)).toBe(false)
    expect(coversSeat(seatAt('gridWorker', units.grid), clerk)).toBe(false)
  })

  test('passes on nothing that is not the absent person’s, and nothing without a post of one’s own', () => {
    fc.assert(
      fc.property(fc.array(seat, { maxLength: 3 }), fc.array(seat, { maxLength: 3 }), (own, absent) => {
        const passed = seatsPassedOn(own, absent)
        for (const one of passed) expect(absent).toContain(one)
        if (own.length === 0) expect(passed).toEqual([])
      }),
    )
  })
})

const today = '2026-11-23'
const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays(today, n))
const span = fc
  .tuple(day, fc.integer({ min: 0, max: 9 }))
  .map(([fromOn, n]) => ({ fromOn, toOn: addDays(fromOn, n) }))
const daysOf = ({ fromOn, toOn }: { fromOn: Day; toOn: Day }) => {
  const days: Day[] = []
  for (let one = fromOn; one <= toOn; one = addDays(one, 1)) days.push(one)
  return days
}

test('two spans have a day in common exactly where their days do', () => {
  fc.assert(
    fc.property(span, span, (a, b) => {
      expect(haveCommonDay(a, b)).toBe(daysOf(a).some((one) => daysOf(b).includes(one)))
    }),
  )
  const never = { fromOn: '2026-11-23', toOn: '2026-11-22' }
  expect(haveCommonDay(never, { fromOn: '2026-11-01', toOn: '2026-12-01' })).toBe(false)
})

describe('setting an absence', () => {
  const seats = [seatAt('communityClerk', units.community)]
  const who = (id: string) => ({ id, name: id, seats })
  const asked = (more: Partial<Asked> = {}): Asked => ({
    ...{
      person: who('甲'),
      substitute: who('乙'),
      fromOn: '2026-11-24',
      toOn: '2026-11-30',
      today,
      others: [],
    },
    ...more,
  })
  const away = (
    personId: string,
    substituteId: string,
    fromOn = '2026-11-28',
    toOn = '2026-12-02',
  ): Away => ({
    ...{ personId, substituteId, fromOn, toOn, personName: personId },
  })
  const refusedWith = (more: Partial<Asked>) => whyNotAway(asked(more))?.refused

  test('is free between two colleagues', () => expect(refusedWith({})).toBeUndefined())

  test.each<[string, Partial<Asked>, string]>([
    ['ends before it begins', { toOn: '2026-11-23' }, 'badSpan'],
    ['begins in the past', { fromOn: '2026-11-22' }, 'dayPassed'],
    ['has no end in sight', { toOn: addDays('2026-11-24', longestDays) }, 'tooLongAway'],
    ['has oneself as substitute', { substitute: who('甲') }, 'notYourOwnSubstitute'],
    [
      'has nothing to pass on',
      { person: { ...who('甲'), seats: [seatAt('administrator', units.district)] } },
      'nothingToPassOn',
    ],
    ['has a substitute without a post', { substitute: { ...who('乙'), seats: [] } }, 'cannotStandIn'],
    [
      'has an administrator as substitute',
      { substitute: { ...who('乙'), seats: [seatAt('administrator', units.district)] } },
      'cannotStandIn',
    ],
    ['overlaps another of the same person', { others: [away('甲', '丙')] }, 'alreadyAway'],
    ['has a substitute who is away', { others: [away('乙', '丙')] }, 'substituteAway'],
    ['would make a circle', { others: [away('乙', '甲')] }, 'substituteAway'],
    ['would pass on what is stood in for', { others: [away('丙', '甲')] }, 'standsInMeanwhile'],
  ])('is refused where it %s', (_, more, refused) => expect(refusedWith(more)).toBe(refused))

  test('one may stand in for two, and be away on other days', () => {
    expect(refusedWith({ others: [away('丙', '乙')] })).toBeUndefined()
    expect(refusedWith({ others: [away('乙', '丙', '2026-12-01', '2026-12-09')] })).toBeUndefined()
    expect(refusedWith({ others: [away('甲', '丙', '2026-11-28', '2026-11-27')] })).toBeUndefined()
  })

  test('however absences are asked for, nobody is ever away twice, and no seat is passed on twice', () => {
    const people = ['甲', '乙', '丙', '丁']
    const one = fc.record({ from: fc.nat(3), to: fc.nat(3), when: span })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 25 }), (wishes) => {
        const set: Away[] = []
        for (const { from, to, when } of wishes) {
          const [personId, substituteId] = [people[from] ?? '', people[to] ?? '']
          const others = set.filter((a) =>
            [a.personId, a.substituteId].some((id) => id === personId || id === substituteId),
          )
          const refusal = whyNotAway({
            ...asked(when),
            person: who(personId),
            substitute: who(substituteId),
            others,
          })
          if (!refusal) set.push({ ...when, personId, substituteId, personName: personId })
        }
        for (let n = 0; n <= 50; n++) {
          const on = addDays(today, n)
          const now = set.filter(({ fromOn, toOn }) => fromOn <= on && on <= toOn)
          const gone = now.map(({ personId }) => personId)
          expect(new Set(gone).size).toBe(gone.length)
          for (const { substituteId } of now) expect(gone).not.toContain(substituteId)
        }
      }),
    )
  })
})
