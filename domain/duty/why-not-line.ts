import type { Day } from '../calendar/days.ts'
import type { Level, UnitKind } from '../org/roles.ts'
import { isWithin, parentPath, servesPath } from '../org/tree.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type DutyLine, overlaps, type PlaceLevel, placeLevels } from './line.ts'

/** A unit as a line names it. */
export type Named = { id: string; name: string; kind: UnitKind; path: string; isClosed: boolean }
/** A category as a line names it. */
export type NamedCategory = { code: string; name: string; isClosed: boolean }

/** A line as somebody writes it, with what it names. `main` null: the office of `level` at the place. */
export type Written = {
  category: NamedCategory
  area: Named
  main: Named | null
  level: Level
  assists: readonly Named[]
  assistLevels: readonly PlaceLevel[]
  fromOn: Day
  toOn: Day | null
}

/** The kinds of unit that handle matters; a district, a building or a room has nobody to sign. */
const handlers: ReadonlySet<UnitKind> = new Set<UnitKind>([
  ...(['street', 'community', 'grid', 'centre', 'department', 'committee', 'studio', 'company'] as const),
])
/** Kinds of unit that are an area. */
const areas: ReadonlySet<UnitKind> = new Set<UnitKind>(['district', 'street', 'community', 'grid'])

/** Where a unit works: departments and companies for what lies below the unit they hang under. */
const reachPath = (unit: Pick<Named, 'kind' | 'path'>) =>
  unit.kind === 'department' || unit.kind === 'company' ? parentPath(unit.path) : servesPath(unit)

/** Whether a unit can work for some part of an area. */
export function servesSome(unit: Pick<Named, 'kind' | 'path'>, areaPath: string): boolean {
  const reach = reachPath(unit)
  return isWithin(areaPath, reach) || isWithin(reach, areaPath)
}

/** The first of those named that cannot stand there, and where. */
function whyNotUnit(unit: Named, area: Named, field: string): Refusal | undefined {
  const facts = { unit: unit.name }
  if (unit.isClosed) return refuse('closedUnit', facts, field)
  if (!handlers.has(unit.kind)) return refuse('notAHandler', facts, field)
  return servesSome(unit, area.path) ? undefined : refuse('elsewhere', { ...facts, area: area.name }, field)
}

/** Whether somebody stands twice in a line: as main handler and assistant, by name or as the office of the place. */
const isTwice = ({ main, level, assists, assistLevels }: Written) =>
  new Set(assists.map(({ id }) => id)).size !== assists.length ||
  (main === null ? assistLevels.some((one) => one === level) : assists.some(({ id }) => id === main.id))

/**
 * Whether a line may be written. In: the line, the number it has (0: a new one), and the lines that stand for the same category.
 * Refusals, each naming the field to mend: `closedCategory`, `closedUnit`, `notAHandler`, `notAnArea`, `elsewhere` (its handler does
 * not work there), `mainMissing`, `assistsTwice`, `badSpan`, `dutyTwice` (facts: the line that says it already).
 */
export function whyNotLine(line: Written, no: number, standing: readonly DutyLine[]): Refusal | undefined {
  const { category, area, main, level, assists, fromOn, toOn } = line
  if (category.isClosed) return refuse('closedCategory', { category: category.name }, 'categoryCode')
  if (area.isClosed) return refuse('closedUnit', { unit: area.name }, 'areaId')
  if (!areas.has(area.kind)) return refuse('notAnArea', { unit: area.name }, 'areaId')
  if (main === null && !(placeLevels as readonly Level[]).includes(level))
    return refuse('mainMissing', undefined, 'mainId')
  const wrong =
    (main && whyNotUnit(main, area, 'mainId')) ??
    assists.map((unit) => whyNotUnit(unit, area, 'assistIds')).find((one) => one !== undefined)
  if (wrong) return wrong
  if (isTwice(line)) return refuse('assistsTwice', undefined, 'assistIds')
  if (toOn !== null && toOn < fromOn) return refuse('badSpan', { day: fromOn }, 'toOn')
  const same = standing.find(
    (other) =>
      other.no !== no &&
      other.categoryCode === category.code &&
      other.areaPath === area.path &&
      overlaps(other, line),
  )
  return same && refuse('dutyTwice', { line: same.no }, 'categoryCode')
}
