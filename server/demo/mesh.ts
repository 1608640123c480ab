import { cellsOf, centroidOf, isInside, type Point, unionOf } from './polygons.ts'
import type { Random } from './random.ts'

/** An invented spot: no such district lies there. */
const middle = { lng: 114.62, lat: 29.88 }
const metresPerDegree = 111_320
const radius = 2450
const stretch = [1.12, 0.92] as const

export type Mesh = {
  district: Point[]
  /** Streets of communities of grids. */
  streets: { ring: Point[]; communities: { ring: Point[]; grids: Point[][] }[] }[]
}

/**
 * Draws an irregular district and cuts it into grids that fit together without gaps, each well under a square kilometre
 * (domain rules §6.1). In: how many streets, communities of a street, grids of a community.
 */
export function drawMesh(random: Random, streets: number, communities: number, grids: number): Mesh {
  const outline = outlineOf(random)
  const cells = relaxedCells(random, outline, streets * communities * grids)
  const bent = bend(cells, outline)
  const groups = split(bent, streets, 0).map((street) => ({
    grids: street,
    communities: split(street, communities, 1),
  }))
  return {
    district: unionOf(bent),
    streets: groups.map((street) => ({
      ring: unionOf(street.grids),
      communities: street.communities.map((own) => ({ ring: unionOf(own), grids: own })),
    })),
  }
}

/** WGS-84 longitude and latitude of a point, to about ten centimetres. */
export function lngLatOf([x, y]: Point): { lng: number; lat: number } {
  const lat = middle.lat + y / metresPerDegree
  const lng = middle.lng + x / (metresPerDegree * Math.cos((middle.lat * Math.PI) / 180))
  return { lng: Math.round(lng * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6 }
}

export function geoJsonOf(ring: readonly Point[]): { type: 'Polygon'; coordinates: number[][][] } {
  const corners = [...ring, ...ring.slice(0, 1)].map((point) => {
    const { lng, lat } = lngLatOf(point)
    return [lng, lat]
  })
  return { type: 'Polygon', coordinates: [corners] }
}

function outlineOf(random: Random): Point[] {
  const phases = [random.next(), random.next(), random.next()].map((p) => p * 2 * Math.PI)
  const [a = 0, b = 0, c = 0] = phases
  return Array.from({ length: 72 }, (_, i): Point => {
    const angle = (i / 72) * 2 * Math.PI
    const wave =
      0.1 * Math.sin(2 * angle + a) + 0.05 * Math.sin(3 * angle + b) + 0.03 * Math.sin(7 * angle + c)
    const r = radius * (1 + wave + (random.next() - 0.5) * 0.02)
    return [stretch[0] * r * Math.cos(angle), stretch[1] * r * Math.sin(angle)]
  })
}

function relaxedCells(random: Random, outline: readonly Point[], count: number): Point[][] {
  let seeds = Array.from({ length: count }, (_, i): Point => {
    // A sunflower spreads evenly; a little chance takes the pattern out of it.
    const r = radius * 0.95 * Math.sqrt((i + 0.5) / count)
    const angle = i * 2.399_963 + random.next() * 0.5
    let seed: Point = [
      stretch[0] * r * Math.cos(angle) + (random.next() - 0.5) * 220,
      stretch[1] * r * Math.sin(angle) + (random.next() - 0.5) * 220,
    ]
    while (!isInside(outline, seed)) seed = [seed[0] * 0.9, seed[1] * 0.9]
    return seed
  })
  for (let round = 0; round < 4; round++) {
    seeds = cellsOf(seeds, outline).map((cell, i) => {
      const [sx, sy] = seeds[i] ?? [0, 0]
      const [cx, cy] = centroidOf(cell)
      return [sx + (cx - sx) * 0.8, sy + (cy - sy) * 0.8]
    })
  }
  return cellsOf(seeds, outline)
}

/**
 * Welds corners that are the same and bends every shared border a little, the same way for both sides: streets and
 * ditches are seldom straight.
 */
function bend(cells: readonly Point[][], outline: readonly Point[]): Point[][] {
  const welded: Point[] = []
  const weld = ([x, y]: Point): Point => {
    const known = welded.find((p) => Math.hypot(p[0] - x, p[1] - y) < 0.5)
    if (known) return known
    const fresh: Point = [Math.round(x * 10) / 10, Math.round(y * 10) / 10]
    welded.push(fresh)
    return fresh
  }
  const edge = new Set(outline.map(weld))
  return cells.map((cell) => {
    const corners = cell.map(weld).filter((p, i, all) => p !== all[(i + 1) % all.length])
    return corners.flatMap((from, i) => {
      const to = corners[(i + 1) % corners.length] ?? from
      const length = Math.hypot(to[0] - from[0], to[1] - from[1])
      if (length < 120 || (edge.has(from) && edge.has(to))) return [from]
      const isForward = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1])
      const [p, q] = isForward ? [from, to] : [to, from]
      const sway = Math.sin(p[0] * 0.013 + p[1] * 0.021 + q[0] * 0.017) * Math.min(16, length * 0.05)
      const normal = [-(q[1] - p[1]) / length, (q[0] - p[0]) / length]
      const at = (t: number, by: number): Point => [
        Math.round((p[0] + (q[0] - p[0]) * t + (normal[0] ?? 0) * by) * 10) / 10,
        Math.round((p[1] + (q[1] - p[1]) * t + (normal[1] ?? 0) * by) * 10) / 10,
      ]
      const between = [at(0.33, sway), at(0.66, -sway * 0.6)]
      return [from, ...(isForward ? between : between.reverse())]
    })
  })
}

/** Parts rings into so many groups of equal number, by their middles along one axis turned a little. */
function split(rings: readonly Point[][], parts: number, axis: 0 | 1): Point[][][] {
  const along = (ring: readonly Point[]) => {
    const [x, y] = centroidOf(ring)
    return axis === 0 ? x + 0.25 * y : y - 0.2 * x
  }
  const sorted = [...rings].sort((a, b) => along(a) - along(b))
  const size = Math.ceil(sorted.length / parts)
  return Array.from({ length: parts }, (_, i) => sorted.slice(i * size, (i + 1) * size))
}
