import { centroidOf, distance, isInside, type Point } from './polygons.ts'
import type { Random } from './random.ts'

/** Metres between the middles of two buildings of a row, and between rows. */
const spacing = [64, 48] as const
/** How far from the border of its grid a building stands at least. */
const margin = 14

/** Where the buildings of an estate stand: in rows around the middle of the grid, turned the way its builder liked. */
export function buildingPoints(random: Random, ring: readonly Point[], count: number): Point[] {
  const [cx, cy] = centroidOf(ring)
  const turn = (random.next() - 0.5) * 0.7
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const spots: Point[] = []
  for (let row = -7; row <= 7; row++) {
    for (let column = -7; column <= 7; column++) {
      const [x, y] = [column * spacing[0] + (row % 2 ? 20 : 0), row * spacing[1]]
      const spot: Point = [cx + x * cos - y * sin, cy + x * sin + y * cos]
      const around = [0, 1, 2, 3].map(
        (i): Point => [spot[0] + [margin, -margin, 0, 0][i]!, spot[1] + [0, 0, margin, -margin][i]!],
      )
      if (isInside(ring, spot) && around.every((point) => isInside(ring, point))) spots.push(spot)
    }
  }
  const near = spots.sort((a, b) => distance(a, [cx, cy]) - distance(b, [cx, cy])).slice(0, count)
  if (near.length < count) throw new Error('a grid too small for its buildings')
  // Numbered like a book is read: row by row from the north-west.
  return near.sort((a, b) => Math.round((b[1] - a[1]) / spacing[1]) || a[0] - b[0])
}
