import { type Level, type UnitKind } from './roles.ts'

/** A node of the organisation tree. `path` is the codes from the district down: `/339901/001/003/`. */
export type Unit = {
  id: string
  kind: UnitKind
  code: string
  name: string
  path: string
  parentId: string | null
}

/** Offices whose work covers the unit they belong to, not only themselves: a street's centre serves its street. */
export const serveTheirParent: ReadonlySet<UnitKind> = new Set(['centre', 'committee', 'studio', 'room'])

/** The path one step up. The district's own path is its own parent. */
export function parentPath(path: string): string {
  const end = path.lastIndexOf('/', path.length - 2)
  return end <= 0 ? path : path.slice(0, end + 1)
}

/** The area a post at this unit works for, as a path. */
export function servesPath(unit: Pick<Unit, 'kind' | 'path'>): string {
  return serveTheirParent.has(unit.kind) ? parentPath(unit.path) : unit.path
}

/** Whether `path` lies at or below `above`. Paths end in a slash, so `/1/00/` is not below `/1/0/`. */
export function isWithin(path: string, above: string): boolean {
  return path.startsWith(above)
}

/**
 * The level at which a unit works (社区前哨、街道主战、区级兜底), read from the depth of its area.
 * Units hanging directly under the district (departments, companies, the district's centre) are district level.
 */
export function levelOf(unit: Pick<Unit, 'kind' | 'path'>): Level {
  const depth = servesPath(unit).split('/').length - 2
  if (unit.kind === 'department' || unit.kind === 'company')
    return depth >= 4 ? 'community' : depth === 3 ? 'street' : 'district'
  return depth >= 3 ? 'community' : depth === 2 ? 'street' : 'district'
}
