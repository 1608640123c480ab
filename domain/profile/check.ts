import { weightOf } from '../evaluation/score.ts'
import { type ClockKind, clockKinds, type LimitRule } from '../matter/clocks.ts'
import type { Limit } from '../matter/due.ts'
import type { State } from '../matter/matter.ts'
import { channels, kinds, urgencies } from '../matter/matter.ts'
import { levels } from '../org/roles.ts'
import { type LimitedStep, limitedSteps, type WhistleKind, whistleKinds } from '../whistle/limits.ts'
import { clocksWithoutLimit, type Profile } from './profile.ts'
import { type SettingName, settingNames, settingOf } from './settings.ts'
import { statesTimedBy } from './states.ts'

/** The most that a limit of each unit may say: a year, or as many office minutes as a year of working days has. */
export const mostOf: Record<Limit['unit'], number> = {
  minutes: 525_600,
  workMinutes: 120_000,
  days: 366,
  workDays: 250,
}

/**
 * Something about a profile that has to be mended, or with `isGrave` false only looked at. `line`: the place in its limits;
 * `by`: the lines before that leave nothing to it.
 */
export type ProfileProblem =
  /** `states`: those in which matters would wait without this clock. */
  | { code: 'noLast'; isGrave: true; clock: ClockKind; states: State[] }
  /** A step of a whistle would run without a limit, or with one that makes no sense. */
  | { code: 'badStep'; isGrave: true; step: LimitedStep; kind: WhistleKind; max: number }
  | { code: 'badPlanDays'; isGrave: true; setting: SettingName; kind: WhistleKind; min: number; max: number }
  | { code: 'badAmount'; isGrave: true; line: number; max: number }
  | { code: 'outOfRange'; isGrave: true; setting: SettingName; min: number; max: number }
  | { code: 'badHours'; isGrave: true; setting: SettingName }
  | { code: 'badClasses'; isGrave: true; setting: SettingName }
  | { code: 'badRates'; isGrave: true; setting: SettingName }
  | { code: 'badWeights'; isGrave: true; setting: SettingName; sum: number }
  | { code: 'unreachable'; isGrave: false; line: number; by: number[] }

const isWhole = (amount: number, min: number, max: number) =>
  Number.isSafeInteger(amount) && amount >= min && amount <= max

/** Hours of a day that can be worked by: one to four spans of whole minutes, each with a length, in order and apart. */
function areHours(hours: Profile['officeHours']): boolean {
  const isSpan = ([from, to]: readonly [number, number], i: number) =>
    isWhole(from, hours[i - 1]?.[1] ?? 0, 1440) && isWhole(to, from + 1, 1440)
  return hours.length > 0 && hours.length <= 4 && hours.every(isSpan)
}

/** One to ten classes, each with a short code of its own, kept for one to two hundred years or for ever. */
function areClasses(classes: Profile['retention']): boolean {
  const codes = new Set(classes.map(({ code }) => code.trim()))
  const isClass = ({ code, years }: Profile['retention'][number]) =>
    code.trim() !== '' && code.length <= 20 && (years === null || isWhole(years, 1, 200))
  return classes.length > 0 && classes.length <= 10 && codes.size === classes.length && classes.every(isClass)
}

/** The most that one case is paid with: ten thousand yuan, in fen. */
const mostRate = 1_000_000

/** A line a level at most, each with three amounts of whole fen that do not fall with the tier; none: nothing is paid. */
function areRates(rates: Profile['subsidy']): boolean {
  const isRate = ({ ordinary, difficult, major }: Profile['subsidy'][number]) =>
    isWhole(ordinary, 0, difficult) && isWhole(difficult, 0, major) && isWhole(major, 0, mostRate)
  return new Set(rates.map(({ level }) => level)).size === rates.length && rates.every(isRate)
}

/** Steps of whistles whose limit is missing or no whole amount within bounds. */
const badSteps = ({ whistleLimits }: Profile): ProfileProblem[] =>
  limitedSteps.flatMap((step) =>
    whistleKinds.flatMap((kind) => {
      const limit = (whistleLimits as Partial<Profile['whistleLimits']>)[step]?.[kind]
      const max = mostOf[limit?.unit ?? 'workDays']
      const isFine = limit !== undefined && isWhole(limit.amount, 1, max)
      return isFine ? [] : [{ code: 'badStep', isGrave: true, step, kind, max } as const]
    }),
  )

function problemOfSetting(profile: Profile, name: SettingName): ProfileProblem | undefined {
  const setting = settingOf(name)
  if (setting.kind === 'steps') return undefined
  if (setting.kind === 'planDays') {
    const { min, max } = setting
    const kind = whistleKinds.find((one) => !isWhole(profile.whistlePlanDays[one], min, max))
    return kind && { code: 'badPlanDays', isGrave: true, setting: name, kind, min, max }
  }
  if (setting.kind === 'hours')
    return areHours(profile.officeHours) ? undefined : { code: 'badHours', isGrave: true, setting: name }
  if (setting.kind === 'classes')
    return areClasses(profile.retention) ? undefined : { code: 'badClasses', isGrave: true, setting: name }
  if (setting.kind === 'rates')
    return areRates(profile.subsidy) ? undefined : { code: 'badRates', isGrave: true, setting: name }
  const { kind, min, max } = setting
  const value = profile[name] as number
  const isFine = kind === 'whole' ? isWhole(value, min, max) : value >= min && value <= max
  return isFine ? undefined : { code: 'outOfRange', isGrave: true, setting: name, min, max }
}

/** The weights of the rates are one hundred together, or a sum of them would mean nothing. */
function problemOfWeights(profile: Profile): ProfileProblem[] {
  const sum = Object.values(weightOf).reduce((all, name) => all + profile[name], 0)
  return sum === 100 ? [] : [{ code: 'badWeights', isGrave: true, setting: 'weightResponse', sum }]
}

/** All that stands in the way of publishing a profile, and the lines that can never count. Empty: nothing. */
export function problemsOf(profile: Profile): ProfileProblem[] {
  return [
    ...clocksWithoutLimit(profile).map(
      (clock) => ({ code: 'noLast', isGrave: true, clock, states: statesTimedBy(clock) }) as const,
    ),
    ...profile.limits.flatMap(({ limit }, line) => {
      const max = mostOf[limit.unit]
      return isWhole(limit.amount, 1, max) ? [] : [{ code: 'badAmount', isGrave: true, line, max } as const]
    }),
    ...badSteps(profile),
    ...problemOfWeights(profile),
    ...settingNames.map((name) => problemOfSetting(profile, name)).filter((one) => one !== undefined),
    ...unreachableLines(profile.limits).map(
      ({ line, by }) => ({ code: 'unreachable', isGrave: false, line, by }) as const,
    ),
  ]
}

const all = { level: levels, kind: kinds, urgency: urgencies, channel: channels } as const
type Conditions = Record<keyof typeof all, string>
const dimensions = Object.keys(all) as (keyof typeof all)[]

/** The values of a condition that some line names, and one that stands for all the others. */
function telling(rules: readonly LimitRule[], dimension: keyof typeof all): readonly string[] {
  const named = new Set(rules.map((rule) => rule[dimension]).filter((value) => value !== undefined))
  const other = all[dimension].find((value) => !(named as ReadonlySet<string>).has(value))
  return other === undefined ? [...named] : [...named, other]
}

const holds = (rule: LimitRule, facts: Conditions) =>
  dimensions.every((dimension) => rule[dimension] === undefined || rule[dimension] === facts[dimension])

/**
 * The lines that can never be the first to fit, whatever a matter is like, with the earlier lines that take everything from
 * them. Exact: every combination that the lines of a clock can tell apart is tried.
 */
export function unreachableLines(limits: readonly LimitRule[]): { line: number; by: number[] }[] {
  return clockKinds.flatMap((clock) => {
    const lines = limits.map((rule, line) => ({ rule, line })).filter(({ rule }) => rule.clock === clock)
    const values = dimensions.map((dimension) =>
      telling(
        lines.map(({ rule }) => rule),
        dimension,
      ),
    )
    const takenBy = new Map(lines.map(({ line }) => [line, new Set<number>()]))
    for (const facts of combinations(values)) {
      const fitting = lines.filter(({ rule }) => holds(rule, facts))
      for (const { line } of fitting) takenBy.get(line)?.add(fitting[0]?.line ?? line)
    }
    return [...takenBy]
      .filter(([line, by]) => !by.has(line))
      .map(([line, by]) => ({ line, by: [...by].sort((a, b) => a - b) }))
  })
}

function* combinations(values: readonly (readonly string[])[]): Generator<Conditions> {
  const [level = [], kind = [], urgency = [], channel = []] = values
  for (const l of level)
    for (const k of kind)
      for (const u of urgency) for (const c of channel) yield { level: l, kind: k, urgency: u, channel: c }
}
