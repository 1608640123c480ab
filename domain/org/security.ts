import { type Refusal, refuse } from '../refusal.ts'
import { type Role, roles } from './roles.ts'
import { threeDuties } from './staffing.ts'

/** What a district demands of whoever signs in; versioned, each version with a reason. */
export type SecurityPolicy = {
  /** A session ends after so many minutes without a request, and after so many hours whatever happens. */
  idleMinutes: number
  sessionHours: number
  /** Sessions of one account at once; one more ends the one that was used longest ago. */
  sessionsMost: number
  /** Days after which a password has to be replaced; 0: never because of its age. */
  passwordDays: number
  /** Whoever holds one of these needs a second factor. */
  factorRoles: readonly Role[]
}

type Figure = Exclude<keyof SecurityPolicy, 'factorRoles'>

/** The bounds of every figure, in the order in which they are shown. */
export const policyFigures = {
  idleMinutes: { min: 5, max: 480 },
  sessionHours: { min: 1, max: 24 },
  sessionsMost: { min: 1, max: 20 },
  passwordDays: { min: 0, max: 365 },
} as const satisfies Record<Figure, { min: number; max: number }>

/**
 * The defaults (GB/T 22239-2019 level 3, 8.1.4.1: time-out, limit of sessions, two ways of proof). In production the three
 * duties need a second factor; anywhere else a district asks for it itself.
 */
export function defaultPolicy(isProduction: boolean): SecurityPolicy {
  return {
    idleMinutes: 120,
    sessionHours: 12,
    sessionsMost: 5,
    passwordDays: 0,
    factorRoles: isProduction ? threeDuties : [],
  }
}

/** What is wrong with a policy. Refusal: `policyProblem` (facts: field, min, max). */
export function whyNotPolicy(policy: SecurityPolicy): Refusal | undefined {
  for (const [field, { min, max }] of Object.entries(policyFigures)) {
    const value = policy[field as Figure]
    if (!Number.isInteger(value) || value < min || value > max)
      return refuse('policyProblem', { field, min, max }, field)
  }
  return undefined
}

/** Whether somebody has to have a second factor: by the roles held, never in the demo, whose password is printed. */
export function needsFactor(
  policy: SecurityPolicy,
  { held, isDemo }: { held: readonly Role[]; isDemo: boolean },
): boolean {
  return !isDemo && held.some((role) => policy.factorRoles.includes(role))
}

const minuteMs = 60_000
const dayMs = 1440 * minuteMs

/** Whether a session has been left alone for too long. */
export function isIdle(policy: SecurityPolicy, seenAt: number, now: number): boolean {
  return now - seenAt >= policy.idleMinutes * minuteMs
}

/** Whether a password is older than the policy allows. */
export function isPasswordOld(policy: SecurityPolicy, changedAt: number, now: number): boolean {
  return policy.passwordDays > 0 && now - changedAt > policy.passwordDays * dayMs
}

/** How long a proof of who one is lasts for what needs a fresh one. */
export const proofMs = 10 * minuteMs

export function isFresh(provedAt: number | null, now: number): boolean {
  return provedAt !== null && now - provedAt < proofMs
}

/** Every role in the order of the list, for a policy that is compared and shown. */
export function inOrder(chosen: readonly Role[]): Role[] {
  return roles.filter((role) => chosen.includes(role))
}
