import fc from 'fast-check'
import type { Seat, StaffActor } from '#domain/actor.ts'
import { type Role, roles, unitKinds } from '#domain/org/roles.ts'
import { servesPath } from '#domain/org/tree.ts'
import { district, freshId } from '#test/factory.ts'
import type { TestServer } from '#test/server.ts'

export type Node = { id: string; path: string; kind: (typeof unitKinds)[number] }

/** A tree by the index of each node's parent; codes that are prefixes of one another are the trap. */
export const trees = fc.array(
  fc.record({
    above: fc.nat(),
    code: fc.constantFrom('0', '00', '001', '0011', '1', '10', 'A', 'AB'),
    kind: fc.constantFrom(...unitKinds),
  }),
  { minLength: 2, maxLength: 14 },
)
/** The posts of one person: a role, and the index of a node. */
export const posts = fc.array(fc.record({ role: fc.constantFrom(...roles), at: fc.nat() }), { maxLength: 3 })
/** The nodes that were drawn, below the district of the town; what stands at a path of the town is left out. */
export function grow(
  server: TestServer,
  lines: { above: number; code: string; kind: Node['kind'] }[],
): Node[] {
  const root = server.town.units.district
  const nodes: Node[] = [{ id: root.id, path: root.path, kind: 'district' }]
  for (const { above, code, kind } of lines) {
    const parent = nodes[above % nodes.length]
    const path = `${parent?.path}${code}/`
    // The town's own units stand at some of these paths.
    const isTaken = nodes.some((node) => node.path === path) || townPaths(server).has(path)
    if (!isTaken) nodes.push({ id: freshId(), path, kind })
  }
  return nodes
}
const townPaths = (server: TestServer) => new Set(Object.values(server.town.units).map((unit) => unit.path))

export const inserting = (nodes: Node[]) =>
  nodes.slice(1).map((node) => ({
    ...{ district_id: district, id: node.id, parent_id: null, kind: node.kind, code: '0', name: '某单位' },
    ...{ path: node.path, pinyin: '', valid_from: '2020-01-01' },
  }))

/** Somebody with the drawn posts. In: the node at an index. */
export const personAt = (seats: { role: Role; at: number }[], pick: (n: number) => Node): StaffActor => ({
  kind: 'staff',
  districtId: district,
  accountId: freshId(),
  name: '某人',
  seats: seats.map(({ role, at }): Seat => {
    const unit = pick(at)
    const { id: unitId, kind: unitKind, path: unitPath } = unit
    return { postId: freshId(), role, unitId, unitKind, unitName: '', unitPath, servesPath: servesPath(unit) }
  }),
})
