import type { Seat } from '../actor.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { reachOf } from './grants.ts'
import type { UnitKind } from './roles.ts'
import { isWithin, parentPath } from './tree.ts'

export type Target = { id: string; name: string; kind: UnitKind; path: string; isClosed: boolean }

/** Kinds of unit that handle matters; a district, a building or a room has nobody to sign. */
const handlers: ReadonlySet<UnitKind> = new Set([
  'street',
  'community',
  'grid',
  'centre',
  'department',
  'committee',
  'studio',
  'company',
])

/** Departments and companies hang under the district or a street and serve what lies below that. */
function serves(target: Target, area: string): boolean {
  return (
    (target.kind === 'department' || target.kind === 'company') && isWithin(area, parentPath(target.path))
  )
}

/** Units that may be asked to help from anywhere in the district, by whoever handles a matter. */
const helpers: ReadonlySet<UnitKind> = new Set(['department', 'company', 'centre'])

/**
 * Whether a post may ask a unit to assist or tell it for information: whoever sorts matters within the same bounds as for a
 * dispatch, so that nobody's duty list is passed over; whoever handles one may ask departments, companies and centres.
 * Refusals: `notATarget`, `closedUnit` (facts: the unit).
 */
export function whyNotHelper(seat: Seat, target: Target): Refusal | undefined {
  if (reachOf(seat, 'matter.dispatch') !== undefined) return whyNotTarget(seat, target)
  const facts = { unit: target.name }
  if (target.isClosed) return refuse('closedUnit', facts, 'unitIds')
  return helpers.has(target.kind) ? undefined : refuse('notATarget', facts, 'unitIds')
}

/**
 * Whether a post may dispatch to a unit: what lies in its own area, and the departments and companies that serve it.
 * A community reaches companies but not departments, so that no department is pushed aside or called past the street
 * (domain rules §12.6; Beijing regulation arts 12 and 17). Refusals: `notATarget`, `closedUnit` (facts: the unit).
 */
export function whyNotTarget(seat: Seat, target: Target): Refusal | undefined {
  const facts = { unit: target.name }
  if (target.isClosed) return refuse('closedUnit', facts, 'unitId')
  const inArea = isWithin(target.path, seat.servesPath)
  const depth = seat.servesPath.split('/').length - 2
  const beside = serves(target, seat.servesPath) && (target.kind === 'company' || depth <= 2)
  return handlers.has(target.kind) && (inArea || beside) ? undefined : refuse('notATarget', facts, 'unitId')
}
