import { addDays, type Day } from '../calendar/days.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Role, UnitKind } from './roles.ts'

/**
 * Kind of unit → roles that may stand there. What is not written is not allowed; above all, whoever administers the whole
 * district or audits it does so from the district itself.
 */
export const rolesAt = {
  district: ['leader', 'supervisor', 'administrator', 'securityAdministrator', 'auditor'],
  street: ['deskOfficer', 'dispatcher', 'departmentOfficer', 'supervisor', 'leader'],
  community: [
    'communityClerk',
    'deskOfficer',
    'dispatcher',
    'mediator',
    'legalPartner',
    'supervisor',
    'leader',
  ],
  grid: ['gridWorker', 'legalPartner'],
  building: ['buildingHead'],
  centre: ['deskOfficer', 'dispatcher', 'mediator', 'expert', 'legalPartner', 'supervisor', 'leader'],
  department: ['departmentOfficer', 'mediator', 'expert', 'legalPartner', 'supervisor', 'leader'],
  committee: ['mediator', 'expert', 'legalPartner'],
  studio: ['mediator', 'expert', 'legalPartner'],
  room: ['deskOfficer', 'mediator', 'legalPartner'],
  company: ['departmentOfficer'],
} as const satisfies Record<UnitKind, readonly Role[]>

/** 三员分立: no person holds two of these in the same days (GB/T 22239-2019, 8.1.5: separated management). */
export const threeDuties = ['administrator', 'securityAdministrator', 'auditor'] as const satisfies Role[]
const isDuty = (role: Role) => (threeDuties as readonly Role[]).includes(role)

/** Which of the roles that are held keeps a person from another one of the three duties. */
export function apartFrom(role: Role, held: readonly { role: Role }[]): Role | undefined {
  return isDuty(role) ? held.find((one) => isDuty(one.role) && one.role !== role)?.role : undefined
}

export type HeldPost = { role: Role; fromOn: Day; toOn: Day | null }

/** Whether a further post keeps the three duties apart. Refusal: `dutiesApart` (facts: the role that is held). */
export function whyNotBoth(post: HeldPost, held: readonly HeldPost[]): Refusal | undefined {
  const meets = (a: HeldPost, b: HeldPost) => a.toOn === null || a.toOn >= b.fromOn
  const role = apartFrom(
    post.role,
    held.filter((one) => meets(one, post) && meets(post, one)),
  )
  return role && refuse('dutiesApart', { role }, 'role')
}

/** Whether a role may stand at a unit. Refusals: `closedUnit`, `roleNotHere` (facts: the unit's name). */
export function whyNotPost(
  role: Role,
  at: { kind: UnitKind; name: string; isClosed: boolean },
): Refusal | undefined {
  const facts = { unit: at.name }
  if (at.isClosed) return refuse('closedUnit', facts, 'unitId')
  const here: readonly Role[] = rolesAt[at.kind]
  return here.includes(role) ? undefined : refuse('roleNotHere', facts, 'role')
}

/**
 * The last day of a post that ends. In: its first day, the day asked for, or null for at once; today. Out: the day; a post
 * that ends at once ended yesterday, and one that had not begun on the day before it would have.
 */
export function lastDayOf(fromOn: Day, asked: Day | null, today: Day): Day {
  if (asked !== null) return asked
  const [yesterday, never] = [addDays(today, -1), addDays(fromOn, -1)]
  return yesterday < never ? never : yesterday
}

/** What stands in the way of a person leaving a post or an account. `others`: administrators that would remain. */
export type Leaving = { name: string; matters: number; isAdministrator: boolean; others: number }

/**
 * Whether a person may leave: nobody who has signed for open matters, and never the last administrator.
 * Refusals: `hasOpenWork` (facts: name, matters), `lastAdministrator`.
 */
export function whyNotLeave({ name, matters, isAdministrator, others }: Leaving): Refusal | undefined {
  if (isAdministrator && others === 0) return refuse('lastAdministrator')
  return matters > 0 ? refuse('hasOpenWork', { name, matters }) : undefined
}
