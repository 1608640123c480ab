import { expect, test } from 'vitest'
import { drawMesh, geoJsonOf, lngLatOf } from './mesh.ts'
import { areaOf, isInside } from './polygons.ts'
import { randomFrom } from './random.ts'
import { hire } from './staff.ts'
import { growTree } from './units.ts'

const root = { unitId: '00000000-0000-7000-8000-000000000000', path: '/339901/' }
const at = Date.UTC(2026, 0, 5)
const tree = growTree(randomFrom(1), root, at)

test('grids fill the district without gap or overlap, each under a square kilometre', () => {
  const mesh = drawMesh(randomFrom(1), 3, 4, 5)
  const communities = mesh.streets.flatMap((street) => street.communities)
  const areas = communities.flatMap((community) => community.grids).map(areaOf)
  expect(areas).toHaveLength(60)
  for (const area of areas) {
    expect(area).toBeGreaterThan(50_000)
    expect(area).toBeLessThan(1_000_000)
  }
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
  expect(sum(areas)).toBeCloseTo(areaOf(mesh.district), 0)
  expect(sum(communities.map((community) => areaOf(community.ring)))).toBeCloseTo(areaOf(mesh.district), 0)
})

test('an outline ends where it began', () => {
  const [first, ...rest] =
    geoJsonOf([
      [0, 0],
      [100, 0],
      [0, 100],
    ]).coordinates[0] ?? []
  expect(rest.at(-1)).toEqual(first)
})

test('the tree has the size of a district and every building stands in its own grid', () => {
  const count = (kind: string) => tree.units.filter((unit) => unit.kind === kind).length
  expect(['street', 'community', 'grid', 'building', 'department', 'centre'].map(count)).toEqual([
    3, 12, 60, 400, 20, 4,
  ])
  const rings = tree.mesh.streets.flatMap((street) =>
    street.communities.flatMap((community) => community.grids),
  )
  const shown = rings.map((ring) => ring.map(lngLatOf).map(({ lng, lat }) => [lng, lat] as const))
  const grids = tree.units.filter((unit) => unit.kind === 'grid')
  for (const building of tree.units.filter((unit) => unit.kind === 'building')) {
    const ring = shown[grids.findIndex((grid) => grid.id === building.parentId)] ?? []
    expect(isInside(ring, [building.lng ?? 0, building.lat ?? 0]), building.name).toBe(true)
  }
})

test('every stairwell has a code of its own that can be read out', () => {
  const codes = tree.places.map((place) => place.code)
  expect(new Set(codes).size).toBe(400)
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/)
})

test('paths are the codes from the district down', () => {
  const paths = new Map(tree.units.map((unit) => [unit.id, unit.path]))
  for (const unit of tree.units)
    expect(unit.path).toBe(`${paths.get(unit.parentId) ?? root.path}${unit.code}/`)
})

test('one hundred and twenty people are hired, each with a login of their own, and no grid is without somebody', () => {
  const members = hire(randomFrom(2), tree, root, at)
  expect(members).toHaveLength(120)
  expect(new Set(members.map((member) => member.login)).size).toBe(120)
  for (const member of members) expect(member.login).toMatch(/^[a-z0-9][a-z0-9._-]{1,39}$/)
  const kept = new Set(
    members.flatMap((m) => m.posts.filter((post) => post.role === 'gridWorker').map((post) => post.unit.id)),
  )
  expect(kept.size).toBe(60)
})

test('the same seed draws the same district', () => {
  const again = growTree(randomFrom(1), root, at)
  expect(again.units).toEqual(tree.units)
  expect(growTree(randomFrom(3), root, at).units).not.toEqual(tree.units)
})
