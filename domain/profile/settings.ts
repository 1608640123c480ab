import type { Profile } from './profile.ts'

/** How a figure of the profile is written and held within bounds: a whole number, a share of a limit, office hours, classes of retention, rates of subsidy, or the limits and days of whistles. */
export type Setting =
  | { kind: 'whole'; min: number; max: number }
  | { kind: 'share'; min: number; max: number }
  | { kind: 'hours' }
  | { kind: 'classes' }
  | { kind: 'rates' }
  | { kind: 'steps' }
  | { kind: 'planDays'; min: number; max: number }

/** Every figure beside the limits, in the order in which they are shown. A new one needs a row here and its words. */
export const settings = {
  warnShare: { kind: 'share', min: 0.1, max: 0.95 },
  overShare: { kind: 'share', min: 1.05, max: 5 },
  officeHours: { kind: 'hours' },
  returnWorkDays: { kind: 'whole', min: 1, max: 30 },
  reopenDays: { kind: 'whole', min: 1, max: 365 },
  returnsBeforeRuling: { kind: 'whole', min: 1, max: 5 },
  extensionsMost: { kind: 'whole', min: 0, max: 5 },
  holdDaysMost: { kind: 'whole', min: 1, max: 366 },
  revisitTries: { kind: 'whole', min: 1, max: 10 },
  retention: { kind: 'classes' },
  subsidy: { kind: 'rates' },
  whistleLimits: { kind: 'steps' },
  whistlePlanDays: { kind: 'planDays', min: 1, max: 60 },
  whistleFarShare: { kind: 'share', min: 1.1, max: 5 },
  weightResponse: { kind: 'whole', min: 0, max: 100 },
  weightSolution: { kind: 'whole', min: 0, max: 100 },
  weightSatisfaction: { kind: 'whole', min: 0, max: 100 },
  weightOnTime: { kind: 'whole', min: 0, max: 100 },
  basicallyShare: { kind: 'share', min: 0, max: 1 },
  fewestCases: { kind: 'whole', min: 1, max: 50 },
  freezeWorkDay: { kind: 'whole', min: 1, max: 15 },
  exclusionAskDays: { kind: 'whole', min: 1, max: 60 },
  exclusionVoteDays: { kind: 'whole', min: 1, max: 30 },
  exclusionAppealDays: { kind: 'whole', min: 1, max: 30 },
} as const satisfies Record<Exclude<keyof Profile, 'limits'>, Setting>
export type SettingName = keyof typeof settings
export const settingNames = Object.keys(settings) as SettingName[]

/** The row of one figure, with every column readable. */
export function settingOf(name: SettingName): Setting {
  return settings[name]
}
