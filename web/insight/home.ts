import type { Me } from '#contract/session.ts'
import type { Role } from '#domain/org/roles.ts'

/** Who sorts, watches or answers for an area begins with its numbers; who handles begins with the queue. */
const starters: ReadonlySet<Role> = new Set(['dispatcher', 'communityClerk', 'supervisor', 'leader'])

/** The page on which a person's day begins. */
export function homeOf(
  me: Pick<Me, 'seats' | 'permissions'>,
): '/start' | '/matters/mine' | '/security' | '/audit' | '/calendar' | '/account' {
  const roles = new Set(me.seats.map(({ role }) => role))
  if (roles.size === 1 && roles.has('securityAdministrator')) return '/security'
  if (roles.size === 1 && roles.has('auditor')) return '/audit'
  if (me.permissions.includes('matter.read'))
    return me.seats.some((seat) => starters.has(seat.role)) ? '/start' : '/matters/mine'
  return me.permissions.includes('calendar.read') ? '/calendar' : '/account'
}
