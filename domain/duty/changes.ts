import { type DutyLine, findLine } from './line.ts'

/** One place of the list where another line counts: the category, the area it was looked at for, and the lines before and after. */
export type Shift = { categoryCode: string; areaPath: string; was: DutyLine | null; is: DutyLine | null }

const says = (line: DutyLine | undefined) =>
  line && JSON.stringify([line.mainId, line.level, [...line.assistIds].sort(), [...line.assistLevels].sort()])

/**
 * What a change of the list changes for whoever dispatches: for each category that one of the lines touches, and each area that some
 * line names for it, who handles it before and after, on a day. Lines that say the same are no change.
 */
export function shiftsBetween(
  was: readonly DutyLine[],
  is: readonly DutyLine[],
  categories: readonly { code: string; classCode: string | null }[],
  day: string,
): Shift[] {
  const areasFor = (code: string, classCode: string | null) =>
    [
      ...new Set(
        [...was, ...is]
          .filter((l) => l.categoryCode === code || l.categoryCode === classCode)
          .map((l) => l.areaPath),
      ),
    ].sort()
  return categories.flatMap(({ code, classCode }) =>
    areasFor(code, classCode).flatMap((areaPath): Shift[] => {
      const asked = { categoryCode: code, classCode, placePath: areaPath, day }
      const [before, after] = [findLine(was, asked)?.line, findLine(is, asked)?.line]
      return says(before) === says(after)
        ? []
        : [{ categoryCode: code, areaPath, was: before ?? null, is: after ?? null }]
    }),
  )
}
