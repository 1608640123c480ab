import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foreignUnit, seatAt, type UnitName, units } from '#test/rules/scene.ts'
import { isRefusal } from '../refusal.ts'
import { whyNotTarget } from './targets.ts'

const names = Object.keys(units) as UnitName[]
const reachedFrom = (at: UnitName) =>
  names.filter((name) => whyNotTarget(seatAt('dispatcher', units[at]), units[name]) === undefined)

describe('whom a post may dispatch to', () => {
  test.each<[UnitName, UnitName[]]>([
    ['community', ['community', 'committee', 'company', 'studio', 'grid', 'siblingGrid']],
    [
      'streetCentre',
      [
        'department',
        'otherDepartment',
        'street',
        'streetCentre',
        'community',
        'committee',
        'company',
        'studio',
        'grid',
        'siblingGrid',
        'siblingCommunity',
      ],
    ],
    ['grid', ['company', 'grid']],
    ['siblingCommunity', ['siblingCommunity']],
  ])('from %s: %j', (at, expected) => expect(reachedFrom(at)).toEqual(expected))

  test('the street reaches as far from its own office as from its centre', () => {
    expect(reachedFrom('street')).toEqual(reachedFrom('streetCentre'))
  })

  test('the district reaches everything but itself and the buildings, where nobody signs', () => {
    expect(names.filter((name) => !reachedFrom('districtCentre').includes(name))).toEqual([
      'district',
      'building',
    ])
  })

  test('a community does not call a department past its street', () => {
    expect(whyNotTarget(seatAt('communityClerk', units.community), units.department)).toEqual({
      refused: 'notATarget',
      facts: { unit: '城市管理局' },
      field: 'unitId',
    })
  })

  test('a company that serves a whole street is reached from each of its communities, and from no other street', () => {
    const streetCompany = { ...units.company, path: '/339901/001/Q02/' }
    expect(whyNotTarget(seatAt('communityClerk', units.siblingCommunity), streetCompany)).toBeUndefined()
    expect(whyNotTarget(seatAt('communityClerk', units.otherCommunity), streetCompany)).toBeDefined()
  })

  test('nobody dispatches into another district', () => {
    for (const name of names) {
      const district = { ...foreignUnit, kind: 'department', path: '/339902/D01/' } as const
      expect(whyNotTarget(seatAt('dispatcher', units[name]), district)).toBeDefined()
    }
  })
})

test('a unit that has ended is refused by name, wherever one stands', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (at, name) => {
      const refusal = whyNotTarget(seatAt('dispatcher', units[at]), { ...units[name], isClosed: true })
      expect(isRefusal(refusal) && refusal.refused).toBe('closedUnit')
    }),
  )
})
