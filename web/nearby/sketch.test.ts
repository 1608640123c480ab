import { expect, test } from 'vitest'
import { pathOf, placed, pointRadius, reach, ringsOf, size, spotOf, wayTo } from './sketch.ts'

test('the matter is the middle, north is above, and the outermost ring is the range', () => {
  expect(spotOf(0, 0, 300)).toEqual({ x: 160, y: 160 })
  expect(spotOf(0, 300, 300)).toEqual({ x: 160, y: 160 - reach })
  expect(spotOf(1000, 0, 1000).x).toBe(160 + reach)
  for (const within of [300, 1000]) expect(Math.max(...ringsOf(within))).toBe(within)
})

test('forty matters in one building stand apart, inside the sketch, and always in the same way', () => {
  const rows = Array.from({ length: 40 }, (_, i) => ({
    id: i,
    east: i < 30 ? 290 : 0,
    north: i < 30 ? 60 : 0,
  }))
  const points = placed(rows, 300)
  for (const [i, a] of points.entries()) {
    for (const b of points.slice(i + 1))
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(2 * pointRadius)
    expect(Math.min(a.x, a.y, size - a.x, size - a.y)).toBeGreaterThanOrEqual(pointRadius)
    expect(Math.hypot(a.x - 160, a.y - 160)).toBeGreaterThanOrEqual(2 * pointRadius)
  }
  expect(placed(rows, 300)).toEqual(points)
})

test('a point with room around it stands where it belongs', () => {
  const [point] = placed([{ east: 150, north: -150 }], 300)
  expect(point).toMatchObject({ x: point?.spotX, y: point?.spotY })
})

test.each([
  [0, 10, 'n'],
  [10, 10, 'ne'],
  [10, 0, 'e'],
  [10, -10, 'se'],
  [0, -10, 's'],
  [-10, -10, 'sw'],
  [-10, 0, 'w'],
  [-10, 10, 'nw'],
  [-1, 10, 'n'],
] as const)('%i metres east and %i north lies to the %s', (east, north, way) => {
  expect(wayTo(east, north)).toBe(way)
})

test('an outline is one closed path', () => {
  expect(
    pathOf(
      [
        [
          [0, 0],
          [300, 0],
          [0, 300],
        ],
      ],
      300,
    ),
  ).toBe('M160.0 160.0L298.0 160.0L160.0 22.0Z')
})
