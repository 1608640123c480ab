import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UnitKind } from '../org/roles.ts'
import { isWithin, levelOf } from '../org/tree.ts'
import { whyNotCommunity } from './bound.ts'
import { shiftsBetween } from './changes.ts'
import { gapsOf } from './gaps.ts'
import { type DutyLine, findLine, fits, isAssistant, isMain } from './line.ts'
import { type Named, type Written, whyNotLine } from './why-not-line.ts'

const kindAt = (depth: number): UnitKind =>
  (['district', 'street', 'community', 'grid'] as const)[depth - 1] ?? 'building'
const areaPaths = ['/1/', '/1/1/', '/1/2/', '/1/1/1/', '/1/1/2/', '/1/2/1/', '/1/1/1/1/', '/1/1/1/2/']
const areas: Named[] = areaPaths.map((path) => ({
  ...{ id: path, name: path, path, kind: kindAt(path.split('/').length - 2), isClosed: false },
}))
const offices: Named[] = (
  [
    ['/1/D/', 'department'],
    ['/1/1/D/', 'department'],
    ['/1/1/Z/', 'centre'],
    ['/1/1/1/T/', 'committee'],
  ] as const
).map(([path, kind]) => ({ id: path, name: path, path, kind, isClosed: false }))
const units = [...areas, ...offices]
const categories = ['A', 'A1', 'A2', 'B', 'B1'].map((code) => ({
  ...{ code, name: code, isClosed: false, classCode: code.length === 1 ? null : code.charAt(0) },
}))
const days = ['2026-01-01', '2026-03-01', '2026-06-01', '2026-09-01'] as const

const writtenArb: fc.Arbitrary<Written> = fc.record({
  category: fc.constantFrom(...categories),
  area: fc.constantFrom(...areas),
  main: fc.option(fc.constantFrom(...units)),
  level: fc.constantFrom('community', 'street', 'district'),
  assists: fc.array(fc.constantFrom(...units), { maxLength: 2 }),
  assistLevels: fc.uniqueArray(fc.constantFrom('community', 'street'), { maxLength: 2 }),
  fromOn: fc.constantFrom(...days),
  toOn: fc.option(fc.constantFrom(...days)),
})
const lineOf = (w: Written, no: number): DutyLine => ({
  ...{ id: `${no}`, no, categoryCode: w.category.code, areaPath: w.area.path },
  ...{
    mainId: w.main?.id ?? null,
    mainPath: w.main?.path ?? null,
    level: w.main ? levelOf(w.main) : w.level,
  },
  ...{
    assistIds: w.assists.map(({ id }) => id),
    assistLevels: w.assistLevels,
    fromOn: w.fromOn,
    toOn: w.toOn,
  },
})
/** A list as it is written: each line is asked for against those before it. */
const listArb = fc.array(writtenArb, { maxLength: 25 }).map((all) => {
  const lines: DutyLine[] = []
  for (const written of all) if (!whyNotLine(written, 0, lines)) lines.push(lineOf(written, lines.length + 1))
  return lines
})
const askedArb = fc
  .record({
    category: fc.constantFrom(...categories.filter(({ classCode }) => classCode !== null)),
    placePath: fc.constantFrom(...areaPaths, '/1/1/1/1/7/'),
    day: fc.constantFrom(...days),
  })
  .map(({ category: { code, classCode }, ...rest }) => ({ categoryCode: code, classCode, ...rest }))

test('the line that counts fits, and none that fits is more exact', () => {
  fc.assert(
    fc.property(listArb, askedArb, (lines, asked) => {
      const fitting = lines.filter((line) => fits(line, asked))
      const found = findLine(lines, asked)
      expect(found === undefined).toBe(fitting.length === 0)
      if (!found) return
      expect(fitting).toContain(found.line)
      expect(found.before).toBe(fitting.length - 1)
      for (const other of fitting) {
        if (found.by === 'class') expect(other.categoryCode).toBe(asked.classCode)
        if (other.categoryCode === found.line.categoryCode)
          expect(isWithin(found.line.areaPath, other.areaPath)).toBe(true)
      }
    }),
  )
})

test('in what order the lines stand does not matter, for no two of a written list are equally exact', () => {
  fc.assert(
    fc.property(listArb, askedArb, (lines, asked) => {
      expect(findLine([...lines].reverse(), asked)).toEqual(findLine(lines, asked))
    }),
  )
})

test('a list written line by line holds no contradiction and no unit out of place', () => {
  fc.assert(
    fc.property(listArb, fc.constantFrom(...days), (lines, day) => {
      const kinds = gapsOf(lines, { categories, units, day }).map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind !== 'noLine')).toEqual([])
    }),
  )
})

test('a category is a gap exactly where no matter of it would find a line anywhere', () => {
  fc.assert(
    fc.property(listArb, fc.constantFrom(...days), (lines, day) => {
      const lacking = gapsOf(lines, { categories, units, day }).flatMap((gap) =>
        gap.kind === 'noLine' ? [gap.categoryCode] : [],
      )
      for (const { code, classCode } of categories) {
        if (classCode === null) continue
        const asked = { categoryCode: code, classCode, day }
        const isFound = areaPaths.some((placePath) => findLine(lines, { ...asked, placePath }) !== undefined)
        expect(lacking.includes(code)).toBe(!isFound)
      }
    }),
  )
})

test('with the list in force a community is main handler only by a line that names a community; nobody else is bound by it', () => {
  fc.assert(
    fc.property(listArb, askedArb, fc.constantFrom(...units), fc.boolean(), (lines, asked, unit, inForce) => {
      const line = findLine(lines, asked)?.line
      const refusal = whyNotCommunity(line, unit, asked.placePath, { inForce, category: 'x' })
      const isProtected = unit.kind === 'community' || unit.kind === 'grid'
      if (!inForce || !isProtected) {
        expect(refusal).toBeUndefined()
        return
      }
      if (!refusal) {
        expect(line?.level).toBe('community')
        return
      }
      expect(line !== undefined && isMain(line, unit, asked.placePath)).toBe(false)
      if (refusal.refused === 'communityAssists')
        expect(line !== undefined && isAssistant(line, unit, asked.placePath)).toBe(true)
    }),
  )
})

test('nobody is main handler and assistant of one line at once', () => {
  fc.assert(
    fc.property(listArb, askedArb, fc.constantFrom(...units), (lines, { placePath }, unit) => {
      for (const line of lines)
        expect(isMain(line, unit, placePath) && isAssistant(line, unit, placePath)).toBe(false)
    }),
  )
})

test('leaving the list as it is shifts nothing, and ending a line shifts only what it had named', () => {
  fc.assert(
    fc.property(listArb, fc.nat(), fc.constantFrom(...days), (lines, at, day) => {
      expect(shiftsBetween(lines, lines, categories, day)).toEqual([])
      if (lines.length === 0) return
      const [ended] = lines.slice(at % lines.length)
      for (const shift of shiftsBetween(
        lines,
        lines.filter((line) => line !== ended),
        categories,
        day,
      ))
        expect(shift.was).toBe(ended)
    }),
  )
})
