import { describe, expect, test } from 'vitest'
import { placeBook } from './places.ts'

const spot = (id: string, kind: string, path: string, name: string) => ({
  id,
  kind,
  path,
  name,
  lng: 1,
  lat: 2,
})
const district = spot('d', 'district', '/1/', '枫溪区')
const spots = [
  spot('s1', 'street', '/1/1/', '北桥街道'),
  spot('s2', 'street', '/1/2/', '南塘镇'),
  spot('c11', 'community', '/1/1/1/', '东门社区'),
  spot('c12', 'community', '/1/1/2/', '柳岸新村社区'),
  spot('c21', 'community', '/1/2/1/', '东门社区'),
]
const unitOf = (street?: string, community?: string) =>
  placeBook(district, spots)({ street, community }).unitId

describe('where an order lies', () => {
  test.each([
    ['北桥街道', undefined, 's1'],
    ['北桥', undefined, 's1'],
    ['北桥街道办事处', undefined, 's1'],
    ['北 桥 街道', '', 's1'],
    ['北桥街道', '东门', 'c11'],
    ['南塘', '东门居委会', 'c21'],
    [undefined, '柳岸新村', 'c12'],
    [undefined, '柳岸新村社区居民委员会', 'c12'],
    ['北桥街道', '没有的社区', 's1'],
  ])('street %j, community %j: %s', (street, community, unit) => expect(unitOf(street, community)).toBe(unit))

  test('is the whole area where two communities have the name, or the street is none of ours', () => {
    expect(unitOf(undefined, '东门社区')).toBe('d')
    expect(unitOf('西岭街道', '柳岸新村社区')).toBe('d')
    expect(unitOf()).toBe('d')
  })

  test('keeps the words of the hotline, and the name of the unit where there are none', () => {
    const book = placeBook(district, spots)
    expect(book({ place: '东门里 3 号', street: '北桥街道' }).text).toBe('东门里 3 号')
    expect(book({ street: '西岭街道', community: '西门社区' }).text).toBe('西岭街道西门社区')
    expect(book({ street: '北桥', community: '东门' }).text).toBe('东门社区')
  })
})
