import { type ClockKind, clockKinds, type LimitRule } from '../matter/clocks.ts'
import type { SubsidyRate } from '../mediation/subsidy.ts'
import {
  defaultFarShare,
  defaultPlanDays,
  defaultWhistleLimits,
  type WhistleKind,
  type WhistleLimits,
} from '../whistle/limits.ts'

/** What a place decides for itself; versioned, and a matter ends under the version it began with. */
export type Profile = {
  limits: readonly LimitRule[]
  /** Share of a limit after which its holder is warned, and at which it is called far over; both of the whole limit. */
  warnShare: number
  overShare: number
  /** Office hours as minutes of the day. */
  officeHours: readonly (readonly [number, number])[]
  /** Working days in which a unit may argue that a dispatch is not its own, or with a request that was denied. */
  returnWorkDays: number
  /** Calendar days after closing in which the person may ask to reopen. */
  reopenDays: number
  /** Returns in one round after which the centre has to rule instead of dispatching on. */
  returnsBeforeRuling: number
  /** How often the limit of handling may be extended in one round. */
  extensionsMost: number
  /** Calendar days a hold may last at most. */
  holdDaysMost: number
  /** Classes of retention 保管期限 and their years; null: for ever. */
  retention: readonly { code: string; years: number | null }[]
  /** Tries to reach a person in the revisit before "could not be reached" may stand. */
  revisitTries: number
  /** What a mediated case is paid with 以案定补, in fen, by the level of the committee; a level without a line is not paid. */
  subsidy: readonly SubsidyRate[]
  /** How long each step of a whistle may take, by its kind. */
  whistleLimits: WhistleLimits
  /** Working days that the plan of a called department may reach ahead, by the kind of whistle. */
  whistlePlanDays: Record<WhistleKind, number>
  /** The share of a step's limit at which it is far over. */
  whistleFarShare: number
  /** What each rate weighs in the figure of a month: whole points, one hundred together. */
  weightResponse: number
  weightSolution: number
  weightSatisfaction: number
  weightOnTime: number
  /** What "basically satisfied" counts in the satisfaction rate, as a share of "satisfied". */
  basicallyShare: number
  /** Below so many cases no rate is shown. */
  fewestCases: number
  /** The working day of the next month on which a month is frozen. */
  freezeWorkDay: number
  /** Working days: to ask for an exclusion after closing, to vote on it, and to appeal against a refusal. */
  exclusionAskDays: number
  exclusionVoteDays: number
  exclusionAppealDays: number
}

/** The defaults, each from the place named; a district changes them in its own profile (domain rules, last table). */
export const defaultProfile: Profile = {
  limits: [
    { clock: 'accept', urgency: 'critical', limit: { amount: 15, unit: 'minutes' }, source: 'local choice' },
    { clock: 'accept', channel: 'desk', limit: { amount: 60, unit: 'workMinutes' }, source: 'Gaoyou' },
    { clock: 'accept', limit: { amount: 1, unit: 'workDays' }, source: 'Bengbu' },
    { clock: 'dispatch', urgency: 'critical', limit: { amount: 15, unit: 'minutes' }, source: 'Wuhe' },
    { clock: 'dispatch', urgency: 'urgent', limit: { amount: 60, unit: 'workMinutes' }, source: 'Wuhe' },
    { clock: 'dispatch', limit: { amount: 240, unit: 'workMinutes' }, source: 'Wuhe' },
    { clock: 'sign', urgency: 'critical', limit: { amount: 30, unit: 'minutes' }, source: 'local choice' },
    { clock: 'sign', limit: { amount: 1, unit: 'workDays' }, source: 'Bengbu' },
    { clock: 'contact', urgency: 'critical', limit: { amount: 60, unit: 'minutes' }, source: 'local choice' },
    { clock: 'contact', limit: { amount: 1440, unit: 'minutes' }, source: 'Gulou, Wuhe: 24 h' },
    {
      clock: 'handle',
      urgency: 'critical',
      limit: { amount: 120, unit: 'minutes' },
      source: 'Beijing: emergencies 2 h',
    },
    {
      clock: 'handle',
      kind: 'dispute',
      limit: { amount: 30, unit: 'days' },
      source: 'Ningbo, Shenzhen, Ministry of Justice order 75',
    },
    {
      clock: 'handle',
      urgency: 'urgent',
      limit: { amount: 1440, unit: 'minutes' },
      source: 'Beijing: water, power, gas and heat 24 h',
    },
    {
      clock: 'handle',
      kind: 'consultation',
      limit: { amount: 1, unit: 'workDays' },
      source: 'Shanghai Daning',
    },
    { clock: 'handle', kind: 'suggestion', limit: { amount: 15, unit: 'workDays' }, source: 'local choice' },
    {
      clock: 'handle',
      level: 'district',
      limit: { amount: 15, unit: 'workDays' },
      source: 'Jinan, Shanghai: complex matters',
    },
    { clock: 'handle', limit: { amount: 5, unit: 'workDays' }, source: 'Jinan, Weifang' },
    { clock: 'verify', limit: { amount: 1, unit: 'workDays' }, source: 'local choice' },
    { clock: 'revisit', limit: { amount: 7, unit: 'days' }, source: 'local choice' },
    { clock: 'reopen', limit: { amount: 2, unit: 'workDays' }, source: 'local choice' },
    { clock: 'approve', urgency: 'critical', limit: { amount: 60, unit: 'minutes' }, source: 'local choice' },
    { clock: 'approve', limit: { amount: 1, unit: 'workDays' }, source: 'Shandong, Xuzhou' },
    { clock: 'hold', limit: { amount: 90, unit: 'days' }, source: 'said when it is granted' },
  ],
  warnShare: 0.7,
  overShare: 1.5,
  officeHours: [
    [540, 720],
    [810, 1050],
  ],
  returnWorkDays: 2,
  returnsBeforeRuling: 2,
  extensionsMost: 2,
  holdDaysMost: 90,
  retention: [
    { code: 'short', years: 10 },
    { code: 'long', years: 30 },
    { code: 'permanent', years: null },
  ],
  reopenDays: 30,
  revisitTries: 3,
  subsidy: [
    { level: 'street', ordinary: 5_000, difficult: 20_000, major: 40_000 },
    { level: 'community', ordinary: 3_000, difficult: 8_000, major: 15_000 },
  ],
  whistleLimits: defaultWhistleLimits,
  whistlePlanDays: defaultPlanDays,
  whistleFarShare: defaultFarShare,
  weightResponse: 30,
  weightSolution: 35,
  weightSatisfaction: 35,
  weightOnTime: 0,
  basicallyShare: 0.6,
  fewestCases: 5,
  freezeWorkDay: 5,
  exclusionAskDays: 10,
  exclusionVoteDays: 5,
  exclusionAppealDays: 5,
}

/** Where the other defaults come from. */
export const profileSources: Record<Exclude<keyof Profile, 'limits'>, string> = {
  warnShare: 'local choice',
  overShare: 'local choice',
  officeHours: 'local choice',
  returnWorkDays: 'Shandong, Xuzhou',
  returnsBeforeRuling: 'Shandong, Xuzhou: one return, then a ruling; local choice for several units',
  extensionsMost: 'local choice',
  holdDaysMost: 'local choice',
  retention: 'local practice: short, long, permanent',
  reopenDays: 'local choice',
  revisitTries: 'local choice',
  subsidy: 'Linping, Houjie, Shuangbai: examples of what a case is paid with',
  whistleLimits: 'Gulou: signing, contact and arrival; the rest local choice',
  whistlePlanDays: 'Guangling: complex ones 10 working days; hard ones local choice',
  whistleFarShare: 'local choice',
  weightResponse: 'Jungar Banner: 30/35/35',
  weightSolution: 'Jungar Banner: 30/35/35',
  weightSatisfaction: 'Jungar Banner: 30/35/35',
  weightOnTime: 'local choice',
  basicallyShare: 'local choice',
  fewestCases: 'local choice',
  freezeWorkDay: 'local choice',
  exclusionAskDays: 'local choice',
  exclusionVoteDays: 'local choice',
  exclusionAppealDays: 'local choice',
}

/** The clocks for which a profile has no unconditional line; empty when the profile is complete. */
export function clocksWithoutLimit(profile: Profile): ClockKind[] {
  return clockKinds.filter(
    (clock) =>
      !profile.limits.some((r) => r.clock === clock && !r.level && !r.kind && !r.urgency && !r.channel),
  )
}

/** A profile as it was kept, completed by the defaults for what did not exist when it was written. */
export function completed(kept: Partial<Profile>): Profile {
  const limits = kept.limits ?? defaultProfile.limits
  const lacking = clocksWithoutLimit({ ...defaultProfile, limits })
  const more = defaultProfile.limits.filter(({ clock }) => lacking.includes(clock))
  return {
    ...{ ...defaultProfile, ...kept, limits: [...limits, ...more] },
    whistleLimits: { ...defaultProfile.whistleLimits, ...kept.whistleLimits },
  }
}
