import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type UnitKind, unitKinds } from './roles.ts'
import { isOpenOn, kindsUnder, unitCode, whyNotClose, whyNotUnder } from './units.ts'

const kind = fc.constantFrom(...unitKinds)
const under = (above: UnitKind): readonly UnitKind[] => kindsUnder[above]

describe('where a kind of unit hangs', () => {
  test('every kind but the district hangs somewhere, and the district nowhere', () => {
    const hanging = new Set(unitKinds.flatMap(under))
    expect(unitKinds.filter((one) => !hanging.has(one))).toEqual(['district'])
  })

  test('however units are added, no tree grows deeper than the five divisions and one office', () => {
    fc.assert(
      fc.property(fc.array(kind, { maxLength: 30 }), (wished) => {
        const branch: UnitKind[] = ['district']
        for (const next of wished) {
          const above = branch.at(-1) as UnitKind
          const isAdded = !whyNotUnder(next, { kind: above, name: '某处', isClosed: false })
          if (isAdded) branch.push(next)
          expect(isAdded).toBe(under(above).includes(next))
        }
        expect(branch.length).toBeLessThanOrEqual(5)
        expect(new Set(branch).size, 'no kind stands below itself').toBe(branch.length)
      }),
    )
  })

  test('nothing hangs under a unit that has ended', () => {
    fc.assert(
      fc.property(kind, kind, (one, above) => {
        expect(whyNotUnder(one, { kind: above, name: '某处', isClosed: true })).toEqual({
          ...{ refused: 'closedUnit', facts: { unit: '某处' }, field: 'parentId' },
        })
      }),
    )
  })

  test('a code never breaks a path', () => {
    for (const bad of ['', 'a', '1/2', ' 1', '1234567890123', '网格']) expect(unitCode.test(bad)).toBe(false)
    for (const good of ['0', '001', 'ZX', 'GZ1', '339901']) expect(unitCode.test(good)).toBe(true)
  })
})

describe('closing', () => {
  const left = {
    kind: 'grid',
    name: '某网格',
    ...{ matters: 0, whistles: 0, aids: 0, tickets: 0, tasks: 0, posts: 0, units: 0 },
  } as const
  test('is free only where nothing is left', () => {
    fc.assert(
      fc.property(
        kind,
        ...([fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2)] as const),
        (which, matters, whistles, aids, tickets, tasks, posts, units) => {
          const left = { matters, whistles, aids, tickets, tasks, posts, units }
          const isFree = !whyNotClose({ kind: which, name: '某处', ...left })
          const sum = Object.values(left).reduce((all, one) => all + one, 0)
          expect(isFree).toBe(which !== 'district' && sum === 0)
        },
      ),
    )
  })
  test('says what is left and how much', () => {
    expect(whyNotClose({ ...left, matters: 3, posts: 1 })).toEqual({
      ...{ refused: 'unitHasWork', facts: { unit: '某网格', matters: 3 } },
    })
    expect(whyNotClose({ ...left, whistles: 2, posts: 1 })).toEqual({
      ...{ refused: 'unitHasWhistles', facts: { unit: '某网格', whistles: 2 } },
    })
    expect(whyNotClose({ ...left, aids: 3 })?.facts).toEqual({ unit: '某网格', aids: 3 })
    expect(whyNotClose({ ...left, tasks: 5 })?.facts).toEqual({ unit: '某网格', tasks: 5 })
    expect(whyNotClose({ ...left, tickets: 4 })?.facts).toEqual({ unit: '某网格', tickets: 4 })
    expect(whyNotClose({ ...left, units: 2, posts: 1 })?.refused).toBe('unitHasUnits')
    expect(whyNotClose({ ...left, posts: 1 })?.refused).toBe('unitHasPosts')
  })
})

test('a unit counts from its first to its last day', () => {
  const unit = { validFrom: '2026-01-01', validTo: '2026-01-31' }
  const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01']
  expect(days.map((day) => isOpenOn(unit, day))).toEqual([false, true, true, false])
  expect(isOpenOn({ ...unit, validTo: null }, '2126-01-01')).toBe(true)
})
