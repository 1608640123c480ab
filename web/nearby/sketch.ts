/** The sketch is a square of so many units, its middle the matter itself, north above. */
export const size = 320
const middle = size / 2
/** The outermost ring lies so far from the middle; the rest is margin for what lies on it. */
export const reach = 138
/** The radius of a point, and how close two may stand so that each can be pressed. */
export const pointRadius = 11
const apart = pointRadius * 2 + 2

export type Placed<T> = { row: T; x: number; y: number; spotX: number; spotY: number }

export const unitsOf = (metres: number, within: number) => (metres * reach) / within

/** Where a spot lies in the sketch. In: metres to the east and to the north, and the range drawn. */
export function spotOf(east: number, north: number, within: number): { x: number; y: number } {
  return { x: middle + unitsOf(east, within), y: middle - unitsOf(north, within) }
}

/**
 * Puts every point where it belongs, or as near to it as there is room, since many matters lie in one building: each stays
 * apart from the others and from the middle. The same rows always give the same picture.
 */
export function placed<T extends { east: number; north: number }>(
  rows: readonly T[],
  within: number,
): Placed<T>[] {
  const taken = [{ x: middle, y: middle }]
  const edge = pointRadius + 1
  const inside = (value: number) => value >= edge && value <= size - edge
  return rows.map((row) => {
    const spot = spotOf(row.east, row.north, within)
    let { x, y } = spot
    // a sunflower: each step a little farther out, never twice in one direction
    for (let step = 1; step < 2000 && !isFree(x, y); step++) {
      const [angle, far] = [step * 2.399_963, 4 * Math.sqrt(step)]
      x = spot.x + far * Math.cos(angle)
      y = spot.y + far * Math.sin(angle)
    }
    taken.push({ x, y })
    return { row, x, y, spotX: spot.x, spotY: spot.y }
  })

  function isFree(x: number, y: number): boolean {
    return inside(x) && inside(y) && taken.every((one) => Math.hypot(one.x - x, one.y - y) >= apart)
  }
}

/** The rings drawn, in metres. */
export const ringsOf = (within: number): number[] => (within <= 300 ? [100, 200, 300] : [250, 500, 1000])

const ways = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Way = (typeof ways)[number]

/** In which of eight directions something lies. */
export function wayTo(east: number, north: number): Way {
  const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4))
  return ways[(eighth + 8) % 8] ?? 'n'
}

/** The path of the rings of an outline. */
export function pathOf(rings: readonly (readonly (readonly [number, number])[])[], within: number): string {
  const corner = ([east, north]: readonly [number, number]) => {
    const { x, y } = spotOf(east, north, within)
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  }
  return rings.map((ring) => `M${ring.map(corner).join('L')}Z`).join('')
}
