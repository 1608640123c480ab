import type { Limit } from '../matter/due.ts'
import type { Role } from '../org/roles.ts'

/**
 * What a whistle is blown for: to get routine work on 工作推进哨, for something hard 攻坚克难哨, in an emergency 应急哨 (Gulou,
 * Nanjing; Beijing names livelihood, joint enforcement and emergencies).
 */
export const whistleKinds = ['routine', 'hard', 'emergency'] as const
export type WhistleKind = (typeof whistleKinds)[number]

/** The steps that run against a limit from a fixed start; finishing runs to the day that the department planned itself. */
export const limitedSteps = ['approve', 'sign', 'contact', 'arrive', 'plan', 'confirm', 'rule'] as const
export type LimitedStep = (typeof limitedSteps)[number]

/** The limits of one step by the kind of whistle, and whose practice they follow. */
export type StepRule = Record<WhistleKind, Limit> & { source?: string | undefined }
export type WhistleLimits = Record<LimitedStep, StepRule>

const minutes = (amount: number): Limit => ({ amount, unit: 'minutes' })
const workMinutes = (amount: number): Limit => ({ amount, unit: 'workMinutes' })
const workDays = (amount: number): Limit => ({ amount, unit: 'workDays' })

/**
 * How long each step of each kind may take where a district has not said otherwise in its profile (domain rules §5). Signing, contact
 * and arrival run from the whistle.
 */
export const defaultWhistleLimits: WhistleLimits = {
  approve: {
    ...{ routine: workDays(1), hard: workDays(1), emergency: workDays(1) },
    source: 'local choice; only a hard whistle waits for a second approval',
  },
  sign: {
    ...{ routine: workMinutes(60), hard: workMinutes(60), emergency: minutes(15) },
    source: 'Gulou: 1 h; emergencies: local choice',
  },
  contact: {
    ...{ routine: minutes(1440), hard: minutes(1440), emergency: minutes(30) },
    source: 'Gulou: 24 h; emergencies: local choice',
  },
  arrive: {
    ...{ routine: workDays(3), hard: workDays(5), emergency: minutes(120) },
    source: 'Gulou: 3 and 5 working days; emergencies: local choice',
  },
  plan: {
    ...{ routine: workDays(1), hard: workDays(2), emergency: minutes(120) },
    source: 'local choice',
  },
  confirm: {
    ...{ routine: workDays(2), hard: workDays(2), emergency: workDays(1) },
    source: 'local choice',
  },
  rule: {
    ...{ routine: workDays(1), hard: workDays(1), emergency: minutes(120) },
    source: 'Shandong, Xuzhou: one working day; emergencies: local choice',
  },
}

/** Working days that a plan may reach ahead at most by default; what takes longer is planned in stages (Guangling: complex ones 10 working days). */
export const defaultPlanDays: Record<WhistleKind, number> = { routine: 10, hard: 20, emergency: 10 }

/** After so many limits a line counts as far over by default: more than twice the time. */
export const defaultFarShare = 2

/** Who may blow a routine whistle beside the leaders of a unit (local choice; Gulou: only its leaders). */
export const routineRoles: ReadonlySet<Role> = new Set<Role>(['leader', 'dispatcher', 'communityClerk'])

/** The most departments one whistle may call: one leads, the others assist. */
export const mostCalled = 8
