import type { Day } from '../calendar/days.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type DutyLine, isAssistant, isMain, type Office } from './line.ts'

/** The offices that the community list protects: the community and its grids. Committees and studios mediate, they are no administration. */
const protectedKinds: ReadonlySet<Office['kind']> = new Set<Office['kind']>(['community', 'grid'])

/** Whether the community list of a district is in force on a day. In: since when; null: never put into force. */
export const isInForce = (communityFrom: Day | null, day: Day): boolean =>
  communityFrom !== null && communityFrom <= day

/** Whether a line stands on the list of communities: one of them, or the one of the place, is its main handler. */
const isOnCommunityList = (line: DutyLine, unit: Office, placePath: string) =>
  isMain(line, unit, placePath) || (line.mainId === null && line.level === 'community')

/**
 * Whether a unit may be made main handler as far as the list goes. Once the community list is in force, a community gets only
 * what the list names it for, and never as main handler where it only assists (Beijing regulation art. 17). Without the list in
 * force nothing is refused, so that a new district can work.
 * In: the line that counts, or none; the unit; where it happened; whether the list is in force; the name of the category.
 * Refusals: `communityAssists`, `otherHandles` (facts: the number of the line), `notOnCommunityList` (facts: the category).
 */
export function whyNotCommunity(
  line: DutyLine | undefined,
  unit: Office,
  placePath: string,
  { inForce, category }: { inForce: boolean; category: string },
): Refusal | undefined {
  if (!inForce || !protectedKinds.has(unit.kind)) return undefined
  if (!line) return refuse('notOnCommunityList', { category }, 'unitId')
  if (isOnCommunityList(line, unit, placePath)) return undefined
  const facts = { category, line: line.no }
  return isAssistant(line, unit, placePath)
    ? refuse('communityAssists', facts, 'unitId')
    : refuse('otherHandles', facts, 'unitId')
}

/**
 * Whether a dispatch may leave the list: only with a word why, which stays on record and shows where the list has to be mended.
 * Nothing is asked where the main handler that the list names cannot be sent to. Refusal: `dutyReason` (facts: the line).
 */
export function whyNotOther(
  line: DutyLine | undefined,
  unit: Office,
  placePath: string,
  { canFollow, why }: { canFollow: boolean; why: string | undefined },
): Refusal | undefined {
  if (!line || !canFollow || why || isMain(line, unit, placePath)) return undefined
  return refuse('dutyReason', { line: line.no }, 'whyOther')
}
