import type { CategoryView, categoryRoutes } from '#contract/category.ts'
import { refuse } from '#domain/refusal.ts'
import { findBadWord, tidyWords } from '#domain/triage/rule.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { nudge } from '../matter/store.ts'
import { type Inside, insistFresh, onceForRules } from '../rules/record.ts'
import { listAll } from './queries.ts'
import { type CategoryFacts, insertCategory, swapPlaces, writeCategory, writeLastDay } from './store.ts'
import { forgetWords } from './table.ts'

type Given = Omit<Call<typeof categoryRoutes.editCategory>['body'], 'commandId' | 'version'>

/** The facts as they are stored. Refusal: `badWord`, naming the line. */
export function factsOf(given: Given): CategoryFacts {
  const words = { sure: tidyWords(given.sure), likely: tidyWords(given.likely), hint: tidyWords(given.hint) }
  for (const [line, typed] of Object.entries(words)) {
    const word = findBadWord(typed)
    if (word !== undefined) throw new Refused(refuse('badWord', { word }, line))
  }
  return {
    ...{ name_zh: given.nameZh, name_en: given.nameEn, kind: given.kind, mediable: given.mediable, ...words },
    ...{ governance_code: given.governanceCode, old_code: given.oldCode, justice_line: given.justiceLine },
  }
}

/** The category as it stands. Refusal: `notFound`. */
async function getCategory({ tx, actor, now }: Inside, code: string) {
  const rows = await listAll(tx, actor.districtId, now)
  const row = rows.find((one) => one.code === code)
  if (!row) throw new Refused(refuse('notFound'))
  return { row, rows }
}

async function told({ tx, actor }: Inside, { code, version }: CategoryView): Promise<void> {
  forgetWords(actor.districtId)
  await nudge(tx, { kind: 'rules', district: actor.districtId, id: `category:${code}`, version })
}

/** Adds a category to a class, or a class. Refusals: `codeTaken`, `closedAbove`, `badInput` (the class), `badWord`. */
export async function addCategory(call: Call<typeof categoryRoutes.addCategory>) {
  const { tx, actor, body, now } = call
  const { commandId, code, parentCode, ...given } = body
  const payload = { parentCode, ...given }
  await onceForRules(call, { commandId, verb: 'addCategory', subject: code, payload }, async () => {
    if (parentCode !== null) insistClass(await listAll(tx, actor.districtId, now), parentCode)
    if (!(await insertCategory(tx, actor.districtId, { code, parentCode }, factsOf(given))))
      throw new Refused(refuse('codeTaken', { code }, 'code'))
    await told(call, { ...(await getCategory(call, code)).row })
  })
  return (await getCategory(call, code)).row
}

/** Only a class that is still offered takes members. Refusals: `badInput`, `closedAbove`. */
export function insistClass(rows: readonly CategoryView[], code: string): void {
  const above = rows.find((one) => one.code === code)
  if (!above || above.parentCode !== null)
    throw new Refused(refuse('badInput', { field: 'parentCode', hint: code }, 'parentCode'))
  if (above.lastOn !== null)
    throw new Refused(refuse('closedAbove', { category: above.nameZh }, 'parentCode'))
}

/** Changes all of a category but its code and its class. Refusals: `notFound`, `staleVersion`, `badWord`. */
export async function editCategory(call: Call<typeof categoryRoutes.editCategory>) {
  const { tx, actor, params, body } = call
  const { commandId, version, ...given } = body
  const deed = {
    commandId,
    verb: 'editCategory',
    subject: params.code,
    payload: { version, ...given },
  } as const
  await onceForRules(call, deed, async () => {
    const { row } = await getCategory(call, params.code)
    insistFresh(version, row.version)
    await writeCategory(tx, actor.districtId, row.code, factsOf(given))
    await told(call, row)
  })
  return (await getCategory(call, params.code)).row
}

/** Moves a category past its neighbour in the same class. Refusals: `notFound`, `noNeighbour`. */
export async function moveCategory(call: Call<typeof categoryRoutes.moveCategory>) {
  const { tx, actor, params, body } = call
  const { commandId, to } = body
  await onceForRules(
    call,
    { commandId, verb: 'moveCategory', subject: params.code, payload: { to } },
    async () => {
      const { row, rows } = await getCategory(call, params.code)
      const siblings = rows.filter(({ parentCode }) => parentCode === row.parentCode)
      const other = siblings[siblings.indexOf(row) + (to === 'up' ? -1 : 1)]
      if (!other) throw new Refused(refuse('noNeighbour'))
      await swapPlaces(tx, actor.districtId, row.code, other.code)
      await told(call, row)
    },
  )
  return (await getCategory(call, params.code)).row
}

/**
 * Offers a category until a day, or again without an end; matters that have it keep it. A class takes its members along.
 * Refusals: `notFound`, `staleVersion`, `closedAbove`.
 */
export async function closeCategory(call: Call<typeof categoryRoutes.closeCategory>) {
  const { tx, actor, params, body } = call
  const { commandId, version, lastOn } = body
  const deed = {
    commandId,
    verb: 'closeCategory',
    subject: params.code,
    payload: { version, lastOn },
  } as const
  await onceForRules(call, deed, async () => {
    const { row, rows } = await getCategory(call, params.code)
    insistFresh(version, row.version)
    if (lastOn === null && row.parentCode !== null) insistClass(rows, row.parentCode)
    await writeLastDay(tx, actor.districtId, row.code, lastOn)
    await told(call, row)
  })
  return (await getCategory(call, params.code)).row
}
