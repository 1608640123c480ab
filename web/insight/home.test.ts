import { expect, test } from 'vitest'
import { grants, permissions } from '#domain/org/grants.ts'
import { type Role, roles } from '#domain/org/roles.ts'
import { homeOf } from './home.ts'

const home = (...held: Role[]) =>
  homeOf({
    permissions: permissions.filter((permission) => held.some((role) => permission in grants[role])),
    seats: held.map((role) => ({ role, postId: '', unitId: '', unitName: '', unitKind: 'community' })),
  })

test('those who sort, watch or answer for an area begin with its numbers, everybody else with the queue', () => {
  const starting = roles.filter((role) => home(role) === '/start')
  expect(starting).toEqual(['communityClerk', 'dispatcher', 'supervisor', 'leader'])
  expect(home('mediator', 'supervisor')).toBe('/start')
  expect(home('mediator')).toBe('/matters/mine')
})

test('who keeps the security or audits begins with that', () => {
  expect([home('securityAdministrator'), home('auditor')]).toEqual(['/security', '/audit'])
})

test('who may read no matter is never sent to the queue', () => {
  expect([home('administrator'), home()]).toEqual(['/calendar', '/account'])
})
