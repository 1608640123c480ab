import type { Limit } from '../matter/due.ts'
import type { AidLineStep } from './aid.ts'

/** What runs against a limit; doing the work runs to the day that was planned. */
export const aidLimitedSteps = ['dispatch', 'again', 'accept', 'plan', 'confirm', 'handOver'] as const
export type AidLimitedStep = (typeof aidLimitedSteps)[number]

type Rule = Limit & { source: string }
const workDays = (amount: number, source: string): Rule => ({ amount, unit: 'workDays', source })

/**
 * How long each step of an order for help may take, from when it became somebody's turn. The field tells the chain 点单—派单—接单
 * and no days (Minyi street, Wuhan), so each is a local choice; working days by Civil Code arts 201 and 203.
 */
export const aidLimits: Record<AidLimitedStep, Rule> = {
  dispatch: workDays(1, 'local choice'),
  again: workDays(3, 'local choice'),
  accept: workDays(1, 'local choice'),
  plan: workDays(2, 'local choice'),
  confirm: workDays(3, 'local choice'),
  handOver: workDays(1, 'local choice'),
}

/** Which limit a step of a line runs against; `finish` against none of them. */
export const limitOfStep = {
  accept: 'accept',
  plan: 'plan',
  confirm: 'confirm',
  handOver: 'handOver',
} as const satisfies Partial<Record<AidLineStep, AidLimitedStep>>

/** Working days that a plan may reach ahead at most; what takes longer is planned in stages (local choice). */
export const aidPlanDaysMost = 20

/** Days ahead by which help may be asked for at most. */
export const neededDaysMost = 366

/** The most units and teams that one dispatch may ask. */
export const mostAsked = 8
/** The most that may ever be asked for one order. */
export const mostLines = 24

/** After so many limits a line counts as far over (local choice, as whistles by default). */
export const farOverShare = 2
