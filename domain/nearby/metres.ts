/** How far around a matter is looked, in metres, as the address has it. */
export const ranges = ['300', '1000'] as const

export type Spot = { lng: number; lat: number }

const metresPerDegree = 111_320
const widthAt = (lat: number) => metresPerDegree * Math.cos((lat * Math.PI) / 180)

/** Where a spot lies from another, in metres to the east and to the north; flat, so only for a few kilometres. */
export function offset(from: Spot, to: Spot): { east: number; north: number } {
  return {
    east: (to.lng - from.lng) * widthAt(from.lat),
    north: (to.lat - from.lat) * metresPerDegree,
  }
}

export function metresBetween(from: Spot, to: Spot): number {
  const { east, north } = offset(from, to)
  return Math.hypot(east, north)
}

/** The box in degrees around a spot that holds everything within so many metres. */
export function boxAround({ lng, lat }: Spot, metres: number) {
  // at the poles a degree of longitude has no width; nobody lives there, and nothing may be infinite
  const [x, y] = [metres / Math.max(widthAt(lat), 1), metres / metresPerDegree]
  return { west: lng - x, east: lng + x, south: lat - y, north: lat + y }
}
