import type { Day } from '../calendar/days.ts'
import type { Level, UnitKind } from '../org/roles.ts'
import { isWithin, levelOf, parentPath, servesPath } from '../org/tree.ts'

/** Levels that a line may name by the place of a matter instead of by name: its community 属地社区, its street 属地街道. */
export const placeLevels = ['community', 'street'] as const
export type PlaceLevel = (typeof placeLevels)[number]

/** One line of the responsibility list 职责清单: who handles a kind of matter in an area, on what basis, from day to day. */
export type DutyLine = {
  id: string
  /** The number by which people call it; its versions share it. */
  no: number
  /** A category, or a class for all of its categories. */
  categoryCode: string
  /** The area it is for, as a path; the district's own for all of it. */
  areaPath: string
  /** The main handler 主办; null: the office of `level` at the place. */
  mainId: string | null
  mainPath: string | null
  level: Level
  assistIds: readonly string[]
  /** Offices at the place that assist 协办. */
  assistLevels: readonly PlaceLevel[]
  fromOn: Day
  toOn: Day | null
}

/** What a line is looked up for. `classCode`: the class of the category; null where it is one itself. */
export type Asked = { categoryCode: string; classCode: string | null; placePath: string; day: Day }

/** Whether a line counts on a day. */
export const countsOn = ({ fromOn, toOn }: Pick<DutyLine, 'fromOn' | 'toOn'>, day: Day): boolean =>
  fromOn <= day && (toOn === null || toOn >= day)

/** Whether two lines count on some day together. */
export const overlaps = (
  one: Pick<DutyLine, 'fromOn' | 'toOn'>,
  other: Pick<DutyLine, 'fromOn' | 'toOn'>,
): boolean =>
  (one.toOn === null || other.fromOn <= one.toOn) && (other.toOn === null || one.fromOn <= other.toOn)

/** Whether a line is for this category, at this place, on this day. */
export const fits = (line: DutyLine, asked: Asked): boolean =>
  (line.categoryCode === asked.categoryCode || line.categoryCode === asked.classCode) &&
  isWithin(asked.placePath, line.areaPath) &&
  countsOn(line, asked.day)

/**
 * The order of exactness: the category itself before its class, then the nearer area before the wider; of what is left the
 * line that began later, so that there is always one answer. Negative: the first is more exact.
 */
export function byExactness(categoryCode: string): (one: DutyLine, other: DutyLine) => number {
  const isOwn = (line: DutyLine) => (line.categoryCode === categoryCode ? 0 : 1)
  return (one, other) =>
    isOwn(one) - isOwn(other) ||
    other.areaPath.length - one.areaPath.length ||
    (one.fromOn < other.fromOn ? 1 : one.fromOn > other.fromOn ? -1 : one.no - other.no)
}

/** Why a line is the one that counts: what it names, and how many less exact lines it goes before. */
export type Found = { line: DutyLine; by: 'category' | 'class'; before: number }

/** The line that counts for a matter (Beijing regulation art. 11, dispatch catalogue 派单目录); undefined: none does. */
export function findLine(lines: readonly DutyLine[], asked: Asked): Found | undefined {
  const fitting = lines.filter((line) => fits(line, asked)).sort(byExactness(asked.categoryCode))
  const [line] = fitting
  if (!line) return undefined
  const by = line.categoryCode === asked.categoryCode ? 'category' : 'class'
  return { line, by, before: fitting.length - 1 }
}

/** A unit as the list looks at it. */
export type Office = { id: string; kind: UnitKind; path: string }

/** The offices that are a community or a street; a grid works for its community, a centre for its street. */
const officesOf: Record<PlaceLevel, ReadonlySet<UnitKind>> = {
  community: new Set<UnitKind>(['community', 'grid']),
  street: new Set<UnitKind>(['street', 'centre']),
}

/** The area of the community or street that an office belongs to. */
const areaOf = (unit: Office) => (unit.kind === 'grid' ? parentPath(unit.path) : servesPath(unit))

/** Whether a unit is the office of a level at a place. */
export const isOfPlace = (unit: Office, level: Level, placePath: string): boolean =>
  level !== 'district' &&
  officesOf[level].has(unit.kind) &&
  (unit.kind === 'grid' ? 'community' : levelOf(unit)) === level &&
  isWithin(placePath, areaOf(unit))

/** Whether a unit is the main handler that a line names for a place. A grid stands for its community. */
export function isMain(line: DutyLine, unit: Office, placePath: string): boolean {
  if (line.mainId === null) return isOfPlace(unit, line.level, placePath)
  return unit.id === line.mainId || (unit.kind === 'grid' && parentPath(unit.path) === line.mainPath)
}

/** Whether a unit only assists 协办 by a line. */
export const isAssistant = (line: DutyLine, unit: Office, placePath: string): boolean =>
  !isMain(line, unit, placePath) &&
  (line.assistIds.includes(unit.id) || line.assistLevels.some((level) => isOfPlace(unit, level, placePath)))
