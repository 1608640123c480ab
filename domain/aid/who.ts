import type { Seat, StaffActor } from '../actor.ts'
import { reachOf } from '../org/grants.ts'
import type { UnitKind } from '../org/roles.ts'
import { isWithin, levelOf } from '../org/tree.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Aid, AidLine } from './aid.ts'
import type { AidSide } from './moves.ts'

/** Who acts: a person, and the teams in which they may work today. */
export type Hand = { actor: StaffActor; teamIds: readonly string[] }

/** Whose people post: a street, community, grid or building; a street's centre posts for its street. */
const postingKinds: ReadonlySet<UnitKind> = new Set<UnitKind>([
  'street',
  'community',
  'grid',
  'building',
  'centre',
])

/** The area for which a post may order help; undefined for all others, the district's own among them. */
export function postingPath(seat: Seat): string | undefined {
  const isBelow = levelOf({ kind: seat.unitKind, path: seat.unitPath }) !== 'district'
  const mayPost = reachOf(seat, 'aid.post') !== undefined && postingKinds.has(seat.unitKind)
  return mayPost && isBelow ? seat.servesPath : undefined
}

/** The area whose centre dispatches what a unit posts: its street. `/339901/001/002/` → `/339901/001/`. */
export function dispatchingPath(path: string): string {
  const codes = path.split('/').filter(Boolean)
  return `/${codes.slice(0, 2).join('/')}/`
}

const answersFor = (seat: Seat, unitId: string) =>
  reachOf(seat, 'aid.answer') !== undefined && seat.unitId === unitId
const dispatchesFor = (seat: Seat, path: string) =>
  reachOf(seat, 'aid.dispatch') !== undefined && seat.servesPath === path

/** Whether somebody stands at a side of an order, and of one of its lines. */
export function isAtAid(
  side: AidSide,
  aid: Aid,
  line: AidLine | undefined,
  { actor, teamIds }: Hand,
): boolean {
  const { seats } = actor
  if (side === 'orderer') return seats.some((seat) => postingPath(seat) === aid.unitPath)
  if (side === 'centre') return seats.some((seat) => dispatchesFor(seat, aid.centrePath))
  if (line === undefined) return false
  if (line.teamId !== null) return teamIds.includes(line.teamId)
  return seats.some((seat) => answersFor(seat, line.unitId))
}

/**
 * Whether somebody may see an order: who posted it, whose centre dispatches it, in whose area it was posted or asked; the asked
 * units, and who works in an asked team today. `isLocked`: a linked matter is kept from this person, so that only the
 * orderer, the asked and the dispatching centre still see it. The SQL twin is `inAidSight` of server/aid/sight.ts.
 */
export function maySeeAid(aid: Aid, lines: readonly AidLine[], hand: Hand, isLocked: boolean): boolean {
  const { actor } = hand
  if (aid.byId === actor.accountId) return true
  if (isAtAid('orderer', aid, undefined, hand) || isAtAid('centre', aid, undefined, hand)) return true
  if (lines.some((line) => isAtAid('asked', aid, line, hand))) return true
  if (isLocked) return false
  return actor.seats.some((seat) => {
    if (reachOf(seat, 'aid.read') !== 'subtree') return false
    return [aid.unitPath, ...lines.map(({ unitPath }) => unitPath)].some((path) =>
      isWithin(path, seat.servesPath),
    )
  })
}

/** Which kinds of unit can be asked for help: those with people of their own who answer. */
export const askableKinds: ReadonlySet<UnitKind> = new Set<UnitKind>([
  'department',
  'company',
  'committee',
  'studio',
  'community',
])

type Asked = { id: string; name: string; kind: UnitKind; path: string; isClosed: boolean }

/** Whether a unit is one that a centre may ask: of its area, or an office of the district itself, such as a department. */
function isInReach(unit: Asked, centrePath: string): boolean {
  if (isWithin(unit.path, centrePath)) return true
  return unit.kind !== 'community' && levelOf(unit) === 'district'
}

/**
 * Why a centre may not ask a unit. In: the unit, the order, which units have an open line already, the field to mend. Refusals:
 * `aidTwice`, `closedUnit`, `aidOwn` (who posted), `aidNobody` (no unit that can be asked from here). Facts: its name.
 */
export function whyNotAsk(
  unit: Asked,
  aid: Pick<Aid, 'unitId' | 'centrePath'>,
  open: readonly string[],
  field: string,
): Refusal | undefined {
  const facts = { unit: unit.name }
  if (open.includes(unit.id)) return refuse('aidTwice', facts, field)
  if (unit.isClosed) return refuse('closedUnit', facts, field)
  if (unit.id === aid.unitId) return refuse('aidOwn', facts, field)
  const isAskable = askableKinds.has(unit.kind) && isInReach(unit, aid.centrePath)
  return isAskable ? undefined : refuse('aidNobody', facts, field)
}
