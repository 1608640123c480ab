import type { Seat, StaffActor } from '../actor.ts'
import { reachOf } from '../org/grants.ts'
import type { UnitKind } from '../org/roles.ts'
import { isWithin, parentPath } from '../org/tree.ts'

/** A unit that calls numbers: a centre, or a community as its own outpost. */
export type Hall = { id: string; kind: UnitKind; path: string }

export const hallKinds: ReadonlySet<UnitKind> = new Set(['centre', 'community'])
const windowKinds: ReadonlySet<UnitKind> = new Set(['room', 'studio', 'committee'])

/** What works in a centre without lying below it: the studios and committees of the same area. */
function isBeside(unit: { kind: UnitKind; path: string }, hall: Hall): boolean {
  const isGuest = unit.kind === 'studio' || unit.kind === 'committee'
  return hall.kind === 'centre' && isGuest && parentPath(unit.path) === parentPath(hall.path)
}

/** Whether numbers of the hall are called to this unit: its rooms, and the studios and committees that work in it. */
export function isWindowOf(unit: { kind: UnitKind; path: string }, hall: Hall): boolean {
  return windowKinds.has(unit.kind) && (isWithin(unit.path, hall.path) || isBeside(unit, hall))
}

/** Whether a post works in the hall: at the unit itself, below it, or in a studio or committee beside it. */
function worksIn(seat: Seat, hall: Hall): boolean {
  return isWithin(seat.unitPath, hall.path) || isBeside({ kind: seat.unitKind, path: seat.unitPath }, hall)
}

/** The posts by which somebody works in a hall with a permission; none means the hall is not theirs. */
export function seatsIn(actor: StaffActor, hall: Hall, permission: 'hall.serve' | 'hall.take'): Seat[] {
  return actor.seats.filter((seat) => reachOf(seat, permission) !== undefined && worksIn(seat, hall))
}
