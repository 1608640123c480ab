import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { units } from '#test/rules/scene.ts'
import { unitKinds } from './roles.ts'
import { isWithin, levelOf, parentPath, servesPath } from './tree.ts'

const path = fc
  .array(fc.stringMatching(/^[A-Z0-9]{1,4}$/), { minLength: 1, maxLength: 6 })
  .map((codes) => `/${codes.join('/')}/`)
const kind = fc.constantFrom(...unitKinds)

describe('paths', () => {
  test.each([
    ['/339901/001/002/', '/339901/001/'],
    ['/339901/001/', '/339901/'],
    ['/339901/', '/339901/'],
  ])('above %s lies %s', (below, above) => expect(parentPath(below)).toBe(above))

  test('everything lies within itself and within what is above it', () => {
    fc.assert(fc.property(path, (p) => isWithin(p, p) && isWithin(p, parentPath(p))))
  })

  test('what is within something within a third lies within the third', () => {
    fc.assert(
      fc.property(path, path, path, (a, b, c) => !(isWithin(a, b) && isWithin(b, c)) || isWithin(a, c)),
    )
    fc.assert(
      fc.property(path, path, (top, tail) => {
        const middle = top + tail.slice(1)
        return isWithin(middle, top) && (middle === top || !isWithin(top, middle))
      }),
    )
  })

  test('a code that begins like another is another unit', () => {
    expect(isWithin('/339901/0010/', '/339901/001/')).toBe(false)
    expect(isWithin('/339901/001/0010/', '/339901/001/001/')).toBe(false)
  })
})

describe('the area a post works for', () => {
  test('of a centre, a committee or a studio is all that the unit above it covers', () => {
    expect(servesPath(units.streetCentre)).toBe(units.street.path)
    expect(servesPath(units.districtCentre)).toBe(units.district.path)
    expect(servesPath(units.committee)).toBe(units.community.path)
    expect(servesPath(units.studio)).toBe(units.community.path)
  })

  test('of a place, a department or a company is the unit itself', () => {
    for (const unit of [units.street, units.community, units.grid, units.department, units.company])
      expect(servesPath(unit)).toBe(unit.path)
  })

  test('always covers the unit itself', () => {
    fc.assert(fc.property(kind, path, (k, p) => isWithin(p, servesPath({ kind: k, path: p }))))
  })
})

describe('the level of a unit', () => {
  test.each([
    ['district', 'district'],
    ['districtCentre', 'district'],
    ['department', 'district'],
    ['street', 'street'],
    ['streetCentre', 'street'],
    ['community', 'community'],
    ['committee', 'community'],
    ['company', 'community'],
    ['grid', 'community'],
    ['building', 'community'],
  ] as const)('%s works at the level %s', (name, level) => expect(levelOf(units[name])).toBe(level))

  test('a department or company of a street works at the level of the street', () => {
    for (const k of ['department', 'company'] as const)
      expect(levelOf({ kind: k, path: '/339901/001/D01/' })).toBe('street')
  })
})
