import type { Seat, StaffActor } from '../actor.ts'
import type { Role, UnitKind } from '../org/roles.ts'
import { isWithin, servesPath } from '../org/tree.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** Roles that say for a unit what its people look at together. */
const sharing: ReadonlySet<Role> = new Set<Role>(['leader', 'dispatcher', 'communityClerk'])

/** The posts by which a person may share a view: with the unit of the post, and whoever works below its area. */
export function sharingSeats(actor: StaffActor): Seat[] {
  return actor.seats.filter((seat) => sharing.has(seat.role))
}

/** A view as the rules see it: whose it is, and the unit it is shared with. */
export type OwnedView = { accountId: string; unit: { id: string; kind: UnitKind; path: string } | null }

/** Whether a person finds a view among the lists: one's own, or shared with an area one's post stands in. */
export function seesView(actor: StaffActor, { accountId, unit }: OwnedView): boolean {
  if (accountId === actor.accountId) return true
  return unit !== null && actor.seats.some((seat) => isWithin(seat.unitPath, servesPath(unit)))
}

/** Whether a person may change or delete a view: its owner, and whoever may share with its unit, so that none is orphaned. */
export function mayMendView(actor: StaffActor, { accountId, unit }: OwnedView): boolean {
  if (accountId === actor.accountId) return true
  return unit !== null && sharingSeats(actor).some((seat) => seat.unitId === unit.id)
}

/** Whether a view may be shared with a unit; null shares it with nobody. Refusal: `notYours`. */
export function whyNotShare(actor: StaffActor, unitId: string | null): Refusal | undefined {
  if (unitId === null || sharingSeats(actor).some((seat) => seat.unitId === unitId)) return undefined
  return refuse('notYours', undefined, 'unitId')
}

/** The views in the order a person chose; those never placed come last, as they are given. */
export function inOrder<V extends { id: string }>(views: readonly V[], order: readonly string[]): V[] {
  const placeOf = new Map(order.map((id, at) => [id, at]))
  return views.toSorted((a, b) => (placeOf.get(a.id) ?? Infinity) - (placeOf.get(b.id) ?? Infinity) || 0)
}
