import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkKinds, seenFromThere } from './links.ts'
import { boxAround, metresBetween, offset } from './metres.ts'

const spot = fc.record({
  lng: fc.double({ min: 73, max: 135, noNaN: true }),
  lat: fc.double({ min: 18, max: 54, noNaN: true }),
})

test('a thousandth of a degree to the north is 111 metres', () => {
  const from = { lng: 114.6, lat: 29.9 }
  expect(Math.round(metresBetween(from, { lng: 114.6, lat: 29.901 }))).toBe(111)
  expect(offset(from, { lng: 114.601, lat: 29.9 }).east).toBeCloseTo(96.5, 0)
})

test('whatever is within the range is within the box, and the box is not much larger', () => {
  fc.assert(
    fc.property(
      spot,
      fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      fc.double({ min: 1, max: 990, noNaN: true }),
      (from, angle, far) => {
        const box = boxAround(from, 1000)
        const degrees = offset(from, { lng: from.lng + 1, lat: from.lat + 1 })
        const to = {
          lng: from.lng + (Math.cos(angle) * far) / degrees.east,
          lat: from.lat + (Math.sin(angle) * far) / degrees.north,
        }
        expect(metresBetween(from, to)).toBeLessThan(1000)
        expect(to.lng).toBeGreaterThanOrEqual(box.west)
        expect(to.lng).toBeLessThanOrEqual(box.east)
        expect(to.lat).toBeGreaterThanOrEqual(box.south)
        expect(to.lat).toBeLessThanOrEqual(box.north)
        expect(metresBetween(from, { lng: box.east, lat: box.north })).toBeLessThan(1500)
      },
    ),
  )
})

test('a relation seen from there and back is what it was', () => {
  for (const kind of linkKinds) expect(seenFromThere(seenFromThere(kind))).toBe(kind)
})
