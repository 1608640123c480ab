import type { Day } from '../calendar/days.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { UnitKind } from './roles.ts'

/**
 * Kind of unit → kinds that may hang under it. What is not written is not allowed. District, street, community, grid and
 * building are the administrative divisions; the offices hang beside them, and only a centre has rooms of its own.
 */
export const kindsUnder = {
  district: ['street', 'centre', 'department', 'committee', 'studio', 'room', 'company'],
  street: ['community', 'centre', 'department', 'committee', 'studio', 'room', 'company'],
  community: ['grid', 'committee', 'studio', 'room', 'company'],
  grid: ['building', 'company'],
  building: [],
  centre: ['room', 'studio'],
  department: [],
  committee: [],
  studio: [],
  room: [],
  company: [],
} as const satisfies Record<UnitKind, readonly UnitKind[]>

/** Kinds of unit where a code to scan may hang. */
export const kindsWithPlaces: ReadonlySet<UnitKind> = new Set(['community', 'grid', 'building'])

/** A code is digits and capital letters, at most twelve: it is part of the path of everything below. */
export const unitCode = /^[0-9A-Z]{1,12}$/

type Parent = { kind: UnitKind; name: string; isClosed: boolean }

/** Whether a kind of unit may be added under another. Refusals: `closedUnit`, `kindNotHere` (facts: the unit above). */
export function whyNotUnder(kind: UnitKind, parent: Parent): Refusal | undefined {
  const facts = { unit: parent.name }
  if (parent.isClosed) return refuse('closedUnit', facts, 'parentId')
  const here: readonly UnitKind[] = kindsUnder[parent.kind]
  return here.includes(kind) ? undefined : refuse('kindNotHere', facts, 'kind')
}

/** What still hangs on a unit after its last day: matters held, handled or sorted there, whistles, orders for help, tickets of its hall, tasks of meetings, posts, units below. */
export type Left = {
  kind: UnitKind
  name: string
  matters: number
  whistles: number
  aids: number
  tickets: number
  tasks: number
  posts: number
  units: number
}

/**
 * Whether a unit may be closed: nothing open, nobody left, nothing below it, and never the district itself.
 * Refusals: `rootStays`, `unitHasUnits`, `unitHasWork`, `unitHasWhistles`, `unitHasAids`, `unitHasTickets`, `unitHasTasks`, `unitHasPosts` (facts: the unit's name
 * and how many).
 */
export function whyNotClose({ kind, name: unit, ...left }: Left): Refusal | undefined {
  const { matters, whistles, aids, tickets, tasks, posts, units } = left
  if (kind === 'district') return refuse('rootStays')
  if (matters > 0) return refuse('unitHasWork', { unit, matters })
  if (whistles > 0) return refuse('unitHasWhistles', { unit, whistles })
  if (aids > 0) return refuse('unitHasAids', { unit, aids })
  if (tickets > 0) return refuse('unitHasTickets', { unit, tickets })
  if (tasks > 0) return refuse('unitHasTasks', { unit, tasks })
  if (units > 0) return refuse('unitHasUnits', { unit, units })
  return posts > 0 ? refuse('unitHasPosts', { unit, posts }) : undefined
}

/** Whether a unit counts on a day. */
export function isOpenOn(unit: { validFrom: Day; validTo: Day | null }, day: Day): boolean {
  return unit.validFrom <= day && (unit.validTo === null || unit.validTo >= day)
}
