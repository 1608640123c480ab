import { type ClockKind, clockKinds, type LimitRule } from '../matter/clocks.ts'
import type { Limit } from '../matter/due.ts'
import { type LimitedStep, limitedSteps, type WhistleKind, whistleKinds } from '../whistle/limits.ts'
import type { Profile } from './profile.ts'
import { type SettingName, settingNames } from './settings.ts'

/** One difference between two versions of a profile. */
export type ProfileChange =
  | { kind: 'added'; rule: LimitRule }
  | { kind: 'removed'; rule: LimitRule }
  | { kind: 'limit'; rule: LimitRule; was: Limit }
  | { kind: 'source'; rule: LimitRule }
  /** The same lines in another order, where the first that fits counts. */
  | { kind: 'order'; clock: ClockKind }
  /** Another limit of a step of whistles of one kind. */
  | { kind: 'step'; step: LimitedStep; whistle: WhistleKind; was: Limit; is: Limit }
  | { kind: 'stepSource'; step: LimitedStep }
  | { kind: 'setting'; setting: SettingName; was: Profile[SettingName]; is: Profile[SettingName] }

const keyOf = ({ clock, level, kind, urgency, channel }: LimitRule) =>
  [clock, level, kind, urgency, channel].join('|')

/** Lines by what they are for. Of two for the same only the first counts, so only that is looked at. */
function byKey(limits: readonly LimitRule[]): Map<string, LimitRule> {
  const found = new Map<string, LimitRule>()
  for (const rule of limits) if (!found.has(keyOf(rule))) found.set(keyOf(rule), rule)
  return found
}

/** A value as text that does not depend on the order of its keys, which the database keeps as it likes. */
const canon = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

/** Whether two profiles say the same, word for word. */
export const isSameProfile = (one: Profile, other: Profile): boolean => canon(one) === canon(other)

/** Steps of whistles one by one: the whole table in a sentence would tell nobody anything. */
function stepsBetween(was: Profile, is: Profile): ProfileChange[] {
  return limitedSteps.flatMap((step) => {
    const [before, after] = [was.whistleLimits[step], is.whistleLimits[step]]
    const limits = whistleKinds.flatMap((whistle): ProfileChange[] =>
      before[whistle].amount === after[whistle].amount && before[whistle].unit === after[whistle].unit
        ? []
        : [{ kind: 'step', step, whistle, was: before[whistle], is: after[whistle] }],
    )
    const isElse = limits.length === 0 && (before.source ?? '') !== (after.source ?? '')
    return isElse ? [{ kind: 'stepSource', step } as const] : limits
  })
}

/** What changed from one profile to another, lines first, in the order of the new one. Empty: nothing that counts. */
export function changesBetween(was: Profile, is: Profile): ProfileChange[] {
  const [before, after] = [byKey(was.limits), byKey(is.limits)]
  const changes: ProfileChange[] = []
  for (const [key, rule] of after) {
    const old = before.get(key)
    if (!old) changes.push({ kind: 'added', rule })
    else if (old.limit.amount !== rule.limit.amount || old.limit.unit !== rule.limit.unit)
      changes.push({ kind: 'limit', rule, was: old.limit })
    else if ((old.source ?? '') !== (rule.source ?? '')) changes.push({ kind: 'source', rule })
  }
  for (const [key, rule] of before) if (!after.has(key)) changes.push({ kind: 'removed', rule })
  for (const clock of clockKinds) {
    const order = (from: typeof before, inBoth: typeof after) =>
      [...from].filter(([key, rule]) => rule.clock === clock && inBoth.has(key)).map(([key]) => key)
    if (order(before, after).join() !== order(after, before).join()) changes.push({ kind: 'order', clock })
  }
  changes.push(...stepsBetween(was, is))
  for (const setting of settingNames)
    if (setting !== 'whistleLimits' && canon(was[setting]) !== canon(is[setting]))
      changes.push({ kind: 'setting', setting, was: was[setting], is: is[setting] })
  return changes
}
