import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../refusal.ts'
import { mostPoints, readOutline } from './outline.ts'

const ring = [
  [119, 29],
  [119.1, 29],
  [119.1, 29.1],
  [119, 29],
]

test('a polygon, several, and one inside a feature are read', () => {
  const polygon = { type: 'Polygon', coordinates: [ring] }
  expect(readOutline(polygon)).toEqual(polygon)
  expect(readOutline({ type: 'Feature', properties: {}, geometry: polygon })).toEqual(polygon)
  const collection = { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon }] }
  expect(readOutline(collection)).toEqual(polygon)
  const several = { type: 'MultiPolygon', coordinates: [[ring], [ring]] }
  expect(readOutline(several)).toEqual(several)
})

test('an open ring is closed, and heights are dropped', () => {
  const open = ring.slice(0, 3).map((point) => [...point, 12])
  expect(readOutline({ type: 'Polygon', coordinates: [open] })).toEqual({
    ...{ type: 'Polygon', coordinates: [ring] },
  })
})

test('what cannot be drawn is refused', () => {
  const many = Array.from({ length: mostPoints + 1 }, (_, i) => [i / 1000, 0])
  const bad: unknown[] = [
    ...[null, 'Polygon', [], {}, { type: 'Point', coordinates: [1, 2] }],
    { type: 'Polygon', coordinates: [] },
    { type: 'Polygon', coordinates: [ring.slice(0, 2)] },
    { type: 'Polygon', coordinates: [[...ring, [200, 0]]] },
    { type: 'Polygon', coordinates: [[...ring, ['119', '29']]] },
    { type: 'Polygon', coordinates: [many] },
    { type: 'MultiPolygon', coordinates: [] },
    { type: 'FeatureCollection', features: [] },
  ]
  for (const one of bad) expect(readOutline(one), JSON.stringify(one)?.slice(0, 60)).toHaveProperty('refused')
})

test('whatever is given, it answers an outline or the refusal', () => {
  fc.assert(
    fc.property(fc.anything(), (given) => {
      const read = readOutline(given)
      expect(isRefusal(read) ? read.refused : read.type).toMatch(/^(badOutline|Polygon|MultiPolygon)$/)
    }),
  )
})
