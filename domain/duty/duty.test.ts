import { describe, expect, test } from 'vitest'
import type { UnitKind } from '../org/roles.ts'
import { isInForce, whyNotCommunity, whyNotOther } from './bound.ts'
import { shiftsBetween } from './changes.ts'
import { gapsOf } from './gaps.ts'
import { type DutyLine, findLine, isAssistant, isMain } from './line.ts'
import { type Named, type Written, whyNotLine } from './why-not-line.ts'

const unit = (id: string, kind: UnitKind, path: string, isClosed = false): Named => ({
  ...{ id, name: id, kind, path, isClosed },
})
const district = unit('district', 'district', '/1/')
const street = unit('street', 'street', '/1/001/')
const centre = unit('centre', 'centre', '/1/001/ZX/')
const willow = unit('willow', 'community', '/1/001/001/')
const willowGrid = unit('willowGrid', 'grid', '/1/001/001/01/')
const plum = unit('plum', 'community', '/1/001/002/')
const elsewhere = unit('elsewhere', 'street', '/1/002/')
const city = unit('city', 'department', '/1/CG/')
const shut = unit('shut', 'department', '/1/X/', true)
const room = unit('room', 'room', '/1/001/ZX/A/')

const line = (no: number, facts: Partial<DutyLine>): DutyLine => ({
  ...{ id: `${no}`, no, categoryCode: 'S01', areaPath: '/1/', mainId: null, mainPath: null, level: 'street' },
  ...{ assistIds: [], assistLevels: [], fromOn: '2026-01-01', toOn: null },
  ...facts,
})
const asked = { categoryCode: 'S0101', classCode: 'S01', placePath: '/1/001/001/01/', day: '2026-06-01' }

describe('the line that counts', () => {
  const wide = line(1, {})
  const near = line(2, { areaPath: '/1/001/' })
  const own = line(3, { categoryCode: 'S0101' })

  test('is the one of the category itself before one of its class, however near that is', () => {
    expect(findLine([wide, near, own], asked)).toEqual({ line: own, by: 'category', before: 2 })
  })
  test('is the nearer area before the wider one', () => {
    expect(findLine([wide, near], asked)).toEqual({ line: near, by: 'class', before: 1 })
    expect(findLine([wide, near], { ...asked, placePath: '/1/002/001/' })?.line).toBe(wide)
  })
  test('is none before it begins and after it ends', () => {
    const brief = line(4, { fromOn: '2026-05-01', toOn: '2026-05-31' })
    expect(findLine([brief], asked)).toBeUndefined()
    expect(findLine([brief], { ...asked, day: '2026-05-31' })?.line).toBe(brief)
    expect(findLine([brief], { ...asked, day: '2026-04-30' })).toBeUndefined()
  })
})

describe('whom a line names', () => {
  test('the office of the place: its community with the grids, its street with the centre', () => {
    const local = line(1, { level: 'community' })
    const place = '/1/001/001/01/03/'
    expect([willow, willowGrid].every((one) => isMain(local, one, place))).toBe(true)
    expect([plum, street, centre, city].some((one) => isMain(local, one, place))).toBe(false)
    const high = line(2, { assistLevels: ['community'] })
    expect([street, centre].every((one) => isMain(high, one, place))).toBe(true)
    expect(isMain(high, elsewhere, place)).toBe(false)
    expect(isAssistant(high, willow, place)).toBe(true)
    expect(isAssistant(high, plum, place)).toBe(false)
  })
  test('a unit by name; a grid stands for the community that is named', () => {
    const named = line(1, { mainId: 'willow', mainPath: willow.path, level: 'community' })
    expect(isMain(named, willowGrid, '/1/001/002/')).toBe(true)
    expect(isMain(named, plum, '/1/001/002/')).toBe(false)
  })
})

describe('a community', () => {
  const place = '/1/001/001/01/'
  const bound = { inForce: true, category: '路灯' }
  const byCity = line(7, { mainId: 'city', mainPath: city.path, level: 'district' })

  test('gets nothing as main handler that its list does not hold, and is told which line to look at', () => {
    expect(whyNotCommunity(undefined, willow, place, bound)).toMatchObject({ refused: 'notOnCommunityList' })
    expect(whyNotCommunity(byCity, willowGrid, place, bound)).toMatchObject({
      ...{ refused: 'otherHandles', field: 'unitId', facts: { line: 7 } },
    })
    const helping = { ...byCity, assistLevels: ['community'] as const }
    expect(whyNotCommunity(helping, willow, place, bound)).toMatchObject({ refused: 'communityAssists' })
    expect(whyNotCommunity(byCity, city, place, bound)).toBeUndefined()
    expect(whyNotCommunity(undefined, street, place, bound)).toBeUndefined()
  })
  test('may be given anything while the list is not in force', () => {
    expect(isInForce(null, '2026-06-01')).toBe(false)
    expect(isInForce('2026-06-02', '2026-06-01')).toBe(false)
    expect(isInForce('2026-06-01', '2026-06-01')).toBe(true)
    expect(whyNotCommunity(byCity, willow, place, { ...bound, inForce: false })).toBeUndefined()
  })
  test('of another place is not shut out from what communities do', () => {
    const local = line(1, { level: 'community' })
    expect(whyNotCommunity(local, plum, place, bound)).toBeUndefined()
    expect(whyNotOther(local, plum, place, { canFollow: true, why: undefined })).toMatchObject({
      ...{ refused: 'dutyReason', field: 'whyOther', facts: { line: 1 } },
    })
    expect(whyNotOther(local, plum, place, { canFollow: true, why: '两社区交界' })).toBeUndefined()
    expect(whyNotOther(local, plum, place, { canFollow: false, why: undefined })).toBeUndefined()
  })
})

describe('writing a line', () => {
  const written: Written = {
    ...{ category: { code: 'S0101', name: '路灯', isClosed: false }, area: district, main: city },
    ...{ level: 'district', assists: [], assistLevels: ['community'], fromOn: '2026-01-01', toOn: null },
  }
  test.each<[string, Partial<Written>, string]>([
    ['a closed category', { category: { code: 'S0101', name: '路灯', isClosed: true } }, 'closedCategory'],
    ['a closed main handler', { main: shut }, 'closedUnit'],
    ['a closed assistant', { assists: [shut] }, 'closedUnit'],
    ['a room', { main: room }, 'notAHandler'],
    ['an office as area', { area: city }, 'notAnArea'],
    ['a handler from elsewhere', { area: street, main: elsewhere }, 'elsewhere'],
    ['nobody', { main: null }, 'mainMissing'],
    ['the same unit twice', { assists: [city] }, 'assistsTwice'],
    ['the same office twice', { main: null, level: 'community' }, 'assistsTwice'],
    ['an end before its beginning', { toOn: '2025-12-31' }, 'badSpan'],
  ])('is refused with %s', (_, change, refused) => {
    expect(whyNotLine({ ...written, ...change }, 0, [])?.refused).toBe(refused)
  })
  test('is refused where another line says it already at that time, and not after that has ended', () => {
    const other = line(9, { categoryCode: 'S0101', toOn: '2026-03-31' })
    expect(whyNotLine(written, 0, [other])).toMatchObject({ refused: 'dutyTwice', facts: { line: 9 } })
    expect(whyNotLine(written, 9, [other])).toBeUndefined()
    expect(whyNotLine({ ...written, fromOn: '2026-04-01' }, 0, [other])).toBeUndefined()
    expect(whyNotLine({ ...written, area: street }, 0, [other])).toBeUndefined()
  })
})

test('the gaps are named with the line to look at, and what is only a class to sort by is none', () => {
  const categories = [
    { code: 'S01', name: '', isClosed: false, classCode: null },
    { code: 'S0101', name: '', isClosed: false, classCode: 'S01' },
    { code: 'S0201', name: '', isClosed: false, classCode: 'S02' },
    { code: 'S0301', name: '', isClosed: true, classCode: 'S03' },
  ]
  const lines = [
    line(1, {}),
    line(2, { level: 'community' }),
    line(3, { categoryCode: 'S0301' }),
    line(4, { areaPath: '/1/001/', mainId: 'elsewhere', mainPath: elsewhere.path }),
    line(5, { areaPath: '/1/002/', assistIds: ['shut'] }),
    line(6, { areaPath: '/1/003/', toOn: '2026-01-31', mainId: 'shut' }),
  ]
  expect(
    gapsOf(lines, { categories, units: [district, street, elsewhere, shut], day: '2026-06-01' }),
  ).toEqual([
    { kind: 'contradiction', no: 1, other: 2, categoryCode: 'S01' },
    { kind: 'closedUnit', no: 5, categoryCode: 'S01', unitId: 'shut' },
    { kind: 'closedCategory', no: 3, categoryCode: 'S0301' },
    { kind: 'elsewhere', no: 4, categoryCode: 'S01', unitId: 'elsewhere' },
    { kind: 'noLine', categoryCode: 'S0201' },
  ])
})

test('a change is told for every category and area where somebody else handles it afterwards', () => {
  const categories = [
    { code: 'S0101', classCode: 'S01' },
    { code: 'S0102', classCode: 'S01' },
  ]
  const before = [line(1, {}), line(2, { categoryCode: 'S0102', level: 'community' })]
  const byCity = line(1, { mainId: 'city', mainPath: city.path, level: 'district' })
  const shifts = shiftsBetween(before, [byCity, ...before.slice(1)], categories, '2026-06-01')
  expect(shifts).toEqual([{ categoryCode: 'S0101', areaPath: '/1/', was: before[0], is: byCity }])
})
