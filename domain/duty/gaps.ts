import type { Day } from '../calendar/days.ts'
import { countsOn, type DutyLine, overlaps } from './line.ts'
import { type Named, type NamedCategory, servesSome } from './why-not-line.ts'

/** What the list lacks or says wrongly, worst first. */
export const gapKinds = ['contradiction', 'closedUnit', 'closedCategory', 'elsewhere', 'noLine'] as const
export type GapKind = (typeof gapKinds)[number]

/** `no`: of the line to look at; `other`: of the line that says otherwise; `unitId`: the unit that it is about. */
export type Gap =
  | { kind: 'contradiction'; no: number; other: number; categoryCode: string }
  | { kind: 'closedUnit' | 'elsewhere'; no: number; categoryCode: string; unitId: string }
  | { kind: 'closedCategory'; no: number; categoryCode: string }
  | { kind: 'noLine'; categoryCode: string }

/** The categories beside their class, in the order of the district; a class has none above it. */
export type Counted = NamedCategory & { classCode: string | null }

/** Lines that cannot both be meant: for the same category and area at the same time. Each pair once, the lower number first. */
function contradictions(lines: readonly DutyLine[]): Gap[] {
  return lines.flatMap((one, i) =>
    lines.slice(i + 1).flatMap((other): Gap[] => {
      const isSame =
        one.no !== other.no &&
        one.categoryCode === other.categoryCode &&
        one.areaPath === other.areaPath &&
        overlaps(one, other)
      const [no = 0, second = 0] = [one.no, other.no].sort((a, b) => a - b)
      return isSame ? [{ kind: 'contradiction', no, other: second, categoryCode: one.categoryCode }] : []
    }),
  )
}

function wrongUnits(line: DutyLine, units: ReadonlyMap<string, Named>, area: Named | undefined): Gap[] {
  const { no, categoryCode, areaPath } = line
  const closedArea: Gap[] = area?.isClosed ? [{ kind: 'closedUnit', no, categoryCode, unitId: area.id }] : []
  const ids = [...(line.mainId === null ? [] : [line.mainId]), ...line.assistIds]
  return [
    ...closedArea,
    ...ids.flatMap((id): Gap[] => {
      const unit = units.get(id)
      if (!unit || unit.isClosed) return [{ kind: 'closedUnit', no, categoryCode, unitId: id }]
      return servesSome(unit, areaPath) ? [] : [{ kind: 'elsewhere', no, categoryCode, unitId: id }]
    }),
  ]
}

/**
 * All that has to be looked at in the list of a district on a day: lines that contradict each other, lines whose unit or category
 * is closed, lines whose unit does not work in their area, and open categories for which no line counts anywhere, though neither for
 * their class (Beijing regulation art. 11: kept dynamic). In: the lines that count now or later.
 */
export function gapsOf(
  lines: readonly DutyLine[],
  given: { categories: readonly Counted[]; units: readonly Named[]; day: Day },
): Gap[] {
  const living = lines.filter(({ toOn }) => toOn === null || toOn >= given.day)
  const units = new Map(given.units.map((unit) => [unit.id, unit]))
  const areas = new Map(given.units.map((unit) => [unit.path, unit]))
  const closed = new Set(given.categories.filter(({ isClosed }) => isClosed).map(({ code }) => code))
  const named = new Set(living.filter((line) => countsOn(line, given.day)).map((line) => line.categoryCode))
  const isNamed = ({ code, classCode }: Counted) =>
    named.has(code) || (classCode !== null && named.has(classCode))
  // A class is only to sort by: its members are what matters have.
  const lacking = given.categories.filter((one) => one.classCode !== null && !one.isClosed && !isNamed(one))
  const gaps: Gap[] = [
    ...contradictions(living),
    ...living.flatMap((line) => wrongUnits(line, units, areas.get(line.areaPath))),
    ...living
      .filter(({ categoryCode }) => closed.has(categoryCode))
      .map(({ no, categoryCode }) => ({ kind: 'closedCategory', no, categoryCode }) as const),
    ...lacking.map(({ code }) => ({ kind: 'noLine', categoryCode: code }) as const),
  ]
  return gaps.sort((a, b) => gapKinds.indexOf(a.kind) - gapKinds.indexOf(b.kind))
}
