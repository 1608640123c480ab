import type { Category, CategoryRow } from './category.ts'
import { disputeCategories } from './dispute-categories.ts'
import { disputeRules } from './dispute-rules.ts'
import { peopleRules } from './people-rules.ts'
import { placeRules } from './place-rules.ts'
import { serviceCategories } from './service-categories.ts'

/** Administrative, court, discipline and religious matters have their own legal routes (domain rules §6.4). */
const notMediable = new Set(['13', '14', '15', '16'])

const ruleByCode = new Map([...disputeRules, ...placeRules, ...peopleRules].map((rule) => [rule.code, rule]))

function categoryOf([code, nameZh, nameEn, kind, oldCode = null, justiceLine = null]: CategoryRow): Category {
  const isService = code.startsWith('S')
  const top = code.slice(0, isService ? 3 : 2)
  const { sure = '', likely = '', hint = '' } = ruleByCode.get(code) ?? {}
  return {
    code,
    parentCode: code === top ? null : top,
    nameZh,
    nameEn,
    kind,
    mediable: !isService && !notMediable.has(top),
    oldCode,
    justiceLine,
    governanceCode: isService ? null : code,
    sure,
    likely,
    hint,
  }
}

/** The categories a new district begins with, every class before its members. A district may end or add its own. */
export const categories: readonly Category[] = [...disputeCategories, ...serviceCategories].map(categoryOf)

const byCode = new Map(categories.map((category) => [category.code, category]))

/** The shipped category of a code, or undefined when a district has made it up itself. */
export function findCategory(code: string): Category | undefined {
  return byCode.get(code)
}
