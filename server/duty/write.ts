import type { CategoryView } from '#contract/category.ts'
import type { DutyFacts } from '#contract/duty.ts'
import { addDays } from '#domain/calendar/days.ts'
import type { DutyLine } from '#domain/duty/line.ts'
import { type Named, whyNotLine } from '#domain/duty/why-not-line.ts'
import { levelOf } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import { listAll } from '../category/queries.ts'
import { insist, Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { findUnitByPath } from '../org/queries.ts'
import type { Inside } from '../rules/record.ts'
import { readUnits } from './names.ts'
import { insertDuty, type Stored, writeDuty, writeEnd } from './store.ts'

type Facts = Omit<DutyFacts, 'basis'> & { basis?: string }

/** The unit that stands for the whole district. */
export async function rootOf({ tx, actor, now }: Inside): Promise<Named> {
  const [code] = [String(actor.districtId)]
  const root = await findUnitByPath(tx, actor.districtId, `/${code}/`, now)
  if (!root) throw new Error(`district ${code} has no unit`)
  return root
}

/**
 * A line as it would be stored, with whatever it names looked up and held against the list. In: its id, its number (0: a new one),
 * the lines that stand for its category. Refusals: those of `whyNotLine`, `badInput` (a category or unit that is not there).
 */
export async function checkedLine(
  inside: Inside,
  facts: Facts,
  own: { id: string; no: number; categories?: readonly CategoryView[] },
  standing: readonly DutyLine[],
): Promise<Stored> {
  const { tx, actor, now } = inside
  const categories = own.categories ?? (await listAll(tx, actor.districtId, now))
  const category = categories.find(({ code }) => code === facts.categoryCode)
  if (!category)
    throw new Refused(refuse('badInput', { field: 'categoryCode', hint: facts.categoryCode }, 'categoryCode'))
  const units = await readUnits(tx, actor.districtId, [facts.areaId, facts.mainId, ...facts.assistIds], now)
  const unit = (id: string, field: string): Named => {
    const named = units.get(id)
    if (!named) throw new Refused(refuse('badInput', { field, hint: 'uuid' }, field))
    return named
  }
  const area = facts.areaId === null ? await rootOf(inside) : unit(facts.areaId, 'areaId')
  const main = facts.mainId === null ? null : unit(facts.mainId, 'mainId')
  const assists = facts.assistIds.map((id) => unit(id, 'assistIds'))
  const level = main ? levelOf(main) : (facts.level ?? 'district')
  const named = { code: category.code, name: category.nameZh, isClosed: category.isClosed }
  const { assistLevels, fromOn, toOn } = facts
  insist(
    whyNotLine({ category: named, area, main, level, assists, assistLevels, fromOn, toOn }, own.no, standing),
  )
  return {
    ...{ id: own.id, categoryCode: category.code, areaId: area.id, areaPath: area.path, level },
    ...{ mainId: main?.id ?? null, mainPath: main?.path ?? null, basis: facts.basis ?? '' },
    ...{ assistIds: facts.assistIds, assistLevels, fromOn, toOn },
  }
}

/**
 * Puts a changed line in the place of the old: from a day after its first one the old ends the day before and the new goes on under
 * the same number; otherwise the old is corrected. In: the versions of the line, the newest first. Out: the id that counts then.
 * Refusals: `badSpan`, where it would begin before the version before has ended.
 */
export async function replaceLine(
  { tx, actor, now }: Inside,
  versions: readonly Pick<DutyLine, 'id' | 'no' | 'fromOn' | 'toOn'>[],
  line: Stored,
): Promise<string> {
  const [old, before] = versions
  if (!old) throw new Error('a line without a version')
  if (line.fromOn > old.fromOn) {
    const lastOn = addDays(line.fromOn, -1)
    if (old.toOn === null || old.toOn > lastOn) await writeEnd(tx, actor.districtId, old.id, lastOn)
    const id = newId(now)
    await insertDuty(tx, actor.districtId, old.no, { ...line, id })
    return id
  }
  if (before && (before.toOn === null || before.toOn >= line.fromOn))
    throw new Refused(refuse('badSpan', { day: before.fromOn }, 'fromOn'))
  await writeDuty(tx, actor.districtId, { ...line, id: old.id })
  return old.id
}
