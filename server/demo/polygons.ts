/** A point in metres, east and north of the middle of the district. */
export type Point = readonly [x: number, y: number]
/** Corners counter-clockwise, the first not repeated. */
export type Ring = readonly Point[]

/** Signed area in square metres. */
export function areaOf(ring: Ring): number {
  let sum = 0
  for (const [i, [x, y]] of ring.entries()) {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [0, 0]
    sum += x * ny - nx * y
  }
  return sum / 2
}

export function centroidOf(ring: Ring): Point {
  let [cx, cy] = [0, 0]
  for (const [i, [x, y]] of ring.entries()) {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [0, 0]
    const cross = x * ny - nx * y
    cx += (x + nx) * cross
    cy += (y + ny) * cross
  }
  const six = 6 * areaOf(ring)
  return [cx / six, cy / six]
}

export function isInside(ring: Ring, [x, y]: Point): boolean {
  let inside = false
  for (const [i, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(i + ring.length - 1) % ring.length] ?? [0, 0]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** What of a ring lies nearer to `here` than to `there`. */
function nearerHalf(ring: Ring, here: Point, there: Point): Point[] {
  const [mx, my] = [(here[0] + there[0]) / 2, (here[1] + there[1]) / 2]
  const [dx, dy] = [there[0] - here[0], there[1] - here[1]]
  const side = ([x, y]: Point) => (x - mx) * dx + (y - my) * dy
  const kept: Point[] = []
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + 1) % ring.length] ?? a
    const [sa, sb] = [side(a), side(b)]
    if (sa <= 0) kept.push(a)
    if (sa < 0 !== sb < 0 && sa !== 0 && sb !== 0) {
      const t = sa / (sa - sb)
      kept.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t])
    }
  }
  return kept
}

/** The Voronoi cells of the seeds within an outline, in the order of the seeds. */
export function cellsOf(seeds: readonly Point[], outline: Ring): Point[][] {
  return seeds.map((seed) => {
    const others = seeds
      .filter((other) => other !== seed)
      .sort((a, b) => distance(seed, a) - distance(seed, b))
    return others.slice(0, 30).reduce<Point[]>((ring, other) => nearerHalf(ring, seed, other), [...outline])
  })
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** The outer ring of rings that share whole edges: an edge walked both ways lies inside and falls away. */
export function unionOf(rings: readonly Ring[]): Point[] {
  const keyOf = (p: Point) => `${p[0]},${p[1]}`
  const edges = new Map<string, { from: Point; to: Point }>()
  for (const ring of rings) {
    for (const [i, from] of ring.entries()) {
      const to = ring[(i + 1) % ring.length] ?? from
      const back = `${keyOf(to)}>${keyOf(from)}`
      if (!edges.delete(back)) edges.set(`${keyOf(from)}>${keyOf(to)}`, { from, to })
    }
  }
  const nextFrom = new Map([...edges.values()].map((edge) => [keyOf(edge.from), edge]))
  let longest: Point[] = []
  while (nextFrom.size > 0) {
    const ring: Point[] = []
    let edge = nextFrom.values().next().value
    while (edge) {
      nextFrom.delete(keyOf(edge.from))
      ring.push(edge.from)
      edge = nextFrom.get(keyOf(edge.to))
    }
    if (ring.length > longest.length) longest = ring
  }
  return longest
}
