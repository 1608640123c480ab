import type { Seat, StaffActor } from '../actor.ts'
import { reachOf } from '../org/grants.ts'
import type { UnitKind } from '../org/roles.ts'
import { isWithin, levelOf } from '../org/tree.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { routineRoles, type WhistleKind } from './limits.ts'
import type { Side } from './moves.ts'
import type { Line, Whistle } from './whistle.ts'

/** Whether a post answers for a called department. */
const answersFor = (seat: Seat, unitId: string) =>
  reachOf(seat, 'whistle.answer') !== undefined && seat.unitId === unitId

/** Where those work who blow for a street or community: there, or in its centre. */
const blowingKinds: ReadonlySet<UnitKind> = new Set<UnitKind>(['street', 'community', 'centre'])

/** The area for which a post may blow a whistle: its street or community; undefined for all others, the district's own among them. */
export function blowingPath(seat: Seat): string | undefined {
  const isBelow = levelOf({ kind: seat.unitKind, path: seat.unitPath }) !== 'district'
  const mayBlow = reachOf(seat, 'whistle.blow') !== undefined && blowingKinds.has(seat.unitKind)
  return mayBlow && isBelow ? seat.servesPath : undefined
}

/** A leader of the very unit, not of its centre nor of one above it. */
const leads = (seat: Seat, path: string) => seat.role === 'leader' && seat.unitPath === path

/**
 * The kinds of whistle that somebody may blow for an area: a leader each, whoever else may blow for it the routine ones as
 * far as the district lets them, and emergencies (Gulou; domain rules §5). A hard one still needs a second leader.
 */
export function kindsFor(actor: StaffActor, path: string): WhistleKind[] {
  const seats = actor.seats.filter((seat) => blowingPath(seat) === path)
  if (seats.length === 0) return []
  return [
    ...(seats.some((seat) => routineRoles.has(seat.role)) ? (['routine'] as const) : []),
    ...(seats.some((seat) => leads(seat, path)) ? (['hard'] as const) : []),
    'emergency',
  ]
}

const judges = (seat: Seat, district: number) =>
  reachOf(seat, 'whistle.rule') !== undefined && seat.servesPath === `/${district}/`

/** Whether somebody stands at a side of a whistle, and of one of its lines. Nobody is the second approval of what they asked for. */
export function isAt(side: Side, whistle: Whistle, line: Line | undefined, actor: StaffActor): boolean {
  const { seats } = actor
  switch (side) {
    case 'unit':
      return line !== undefined && seats.some((seat) => answersFor(seat, line.unitId))
    case 'blower':
      return seats.some((seat) => blowingPath(seat) === whistle.unitPath)
    case 'holder':
      return isAt(whistle.upgradedAt === null ? 'blower' : 'judge', whistle, line, actor)
    case 'second':
      return actor.accountId !== whistle.byId && seats.some((seat) => leads(seat, whistle.unitPath))
    case 'judge':
      return seats.some((seat) => judges(seat, actor.districtId))
  }
}

/**
 * Whether somebody may see a whistle: in whose area it was blown; in whose area it called somebody, once it has sounded; and the
 * called departments themselves. `isLocked`: one of its matters is kept from this person, so that only those who blew it, are
 * called or have to rule still see it. The SQL twin is `inSight` of server/whistle/sight.ts.
 */
export function maySee(
  whistle: Whistle,
  lines: readonly Line[],
  actor: StaffActor,
  isLocked: boolean,
): boolean {
  const called = whistle.soundedAt === null ? [] : lines
  if (whistle.byId === actor.accountId || whistle.secondId === actor.accountId) return true
  if (called.some((line) => isAt('unit', whistle, line, actor))) return true
  if (called.some((line) => line.step === 'rule') && isAt('judge', whistle, undefined, actor)) return true
  if (isLocked) return false
  return actor.seats.some((seat) => {
    if (reachOf(seat, 'whistle.read') !== 'subtree') return false
    const paths = [whistle.unitPath, ...called.map((line) => line.unitPath)]
    return paths.some((path) => isWithin(path, seat.servesPath))
  })
}

/** Whom a whistle may call: those that the district, a street or a company of the place set up for work of their own. */
export const callableKinds: ReadonlySet<UnitKind> = new Set<UnitKind>(['department', 'company'])

type Called = { id: string; name: string; kind: UnitKind; path: string; isClosed: boolean }

/**
 * Why a unit may not be called from an area. In: the unit, the area, who is called already, the field it stands in. Refusals:
 * `whistleTwice`, `closedUnit`, `whistleOwn` (the own unit or one below it), `whistleNobody` (not a department). Facts: its name.
 */
export function whyNotCall(
  unit: Called,
  blowing: string,
  already: readonly string[],
  field: string,
): Refusal | undefined {
  const facts = { unit: unit.name }
  if (already.includes(unit.id)) return refuse('whistleTwice', facts, field)
  if (unit.isClosed) return refuse('closedUnit', facts, field)
  if (isWithin(unit.path, blowing)) return refuse('whistleOwn', facts, field)
  return callableKinds.has(unit.kind) ? undefined : refuse('whistleNobody', facts, field)
}
