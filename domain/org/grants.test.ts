import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { districtId, seatAt, units } from '#test/rules/scene.ts'
import type { StaffActor } from '../actor.ts'
import { grants, ofCentre, permissions, type Reachable, reachingSeat, reachOf, seatsWith } from './grants.ts'
import { roles } from './roles.ts'
import { isWithin, servesPath } from './tree.ts'

const unit = fc.constantFrom(...Object.values(units))
const seat = fc.tuple(fc.constantFrom(...roles), unit).map(([role, at]) => seatAt(role, at))
const actor = fc
  .array(seat, { maxLength: 3 })
  .map((seats): StaffActor => ({ kind: 'staff', districtId, accountId: 'me', name: '某人', seats }))
const permission = fc.constantFrom(...permissions)
const matter: fc.Arbitrary<Reachable> = fc
  .record({ place: unit, centre: unit, holder: unit, others: fc.array(unit, { maxLength: 3 }) })
  // A centre sorts what lies in the area that it serves.
  .filter(({ place, centre }) => isWithin(place.path, servesPath(centre)))
  .map(({ place, centre, holder, others }) => ({
    placePath: place.path,
    holderPath: holder.path,
    centrePath: centre.path,
    involved: [holder.id, ...others.map(({ id }) => id)],
    sensitive: false,
    needToKnow: [],
    parts: [],
  }))
const reaches = (who: StaffActor, what: (typeof permissions)[number], which: Reachable) =>
  reachingSeat(who, what, which) !== undefined

describe('how far a permission reaches', () => {
  test('what is not granted to a role is reached from nowhere', () => {
    fc.assert(
      fc.property(actor, permission, matter, (who, what, which) => {
        if (who.seats.every((s) => reachOf(s, what) === undefined))
          expect(reaches(who, what, which)).toBe(false)
      }),
    )
  })

  test('nobody without a post reaches anything', () => {
    const nobody: StaffActor = { kind: 'staff', districtId, accountId: 'me', name: '某人', seats: [] }
    fc.assert(fc.property(permission, matter, (what, which) => !reaches(nobody, what, which)))
  })

  test('a further post never takes anything away', () => {
    fc.assert(
      fc.property(actor, seat, permission, matter, (who, more, what, which) => {
        if (reaches(who, what, which))
          expect(reaches({ ...who, seats: [more, ...who.seats] }, what, which)).toBe(true)
      }),
    )
  })

  test('what one may do to a matter, one may also read', () => {
    fc.assert(
      fc.property(actor, permission, matter, (who, what, which) => {
        // To receive begins a matter, of which who brings it in need not read the rest.
        const isOfMatters =
          (what.startsWith('matter.') && what !== 'matter.receive') || what === 'contact.reveal'
        if (isOfMatters && reaches(who, what, which)) expect(reaches(who, 'matter.read', which)).toBe(true)
      }),
    )
  })

  test('over an area one reaches what lies there and what is held there, and nothing held and lying elsewhere', () => {
    fc.assert(
      fc.property(unit, matter, (at, which) => {
        const dispatcher = seatAt('dispatcher', at)
        const who: StaffActor = {
          kind: 'staff',
          districtId,
          accountId: 'me',
          name: '某人',
          seats: [dispatcher],
        }
        const isThere =
          isWithin(which.placePath, dispatcher.servesPath) ||
          isWithin(which.holderPath, dispatcher.servesPath)
        expect(reaches(who, 'contact.reveal', which)).toBe(isThere || which.holderPath === at.path)
      }),
    )
  })

  test('what belongs to the centre is done where it is sorted, and by no other unit because of the place', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom(...ofCentre), matter, (who, what, which) => {
        const inArea = seatsWith(who, what).filter((s) => isWithin(which.centrePath, s.servesPath))
        const inGrid = seatsWith(who, what).filter(
          ({ unitKind, unitPath }) =>
            unitKind === 'grid' &&
            isWithin(which.placePath, unitPath) &&
            isWithin(unitPath, which.centrePath),
        )
        if (inArea.length > 0) expect(reaches(who, what, which)).toBe(true)
        if (inArea.length + inGrid.length === 0) expect(reaches(who, what, which)).toBe(false)
      }),
    )
  })

  const atGrid = (centrePath: string): Reachable => ({
    placePath: units.building.path,
    holderPath: centrePath,
    centrePath,
    involved: [],
    sensitive: false,
    needToKnow: [],
    parts: [],
  })
  const one = (role: (typeof roles)[number], at: (typeof units)[keyof typeof units]): StaffActor => ({
    kind: 'staff',
    districtId,
    accountId: 'me',
    name: '某人',
    seats: [seatAt(role, at)],
  })
  const mayOf = (who: StaffActor, which: Reachable) =>
    [...ofCentre].filter((what) => reaches(who, what, which)).map((what) => what.slice('matter.'.length))

  test('a grid takes in, sorts and dispatches for its own community, and neither refuses nor withdraws nor checks', () => {
    const worker = one('gridWorker', units.grid)
    expect(mayOf(worker, atGrid(units.community.path))).toEqual(['accept', 'triage', 'dispatch', 'correct'])
    expect(mayOf(worker, atGrid(units.streetCentre.path))).toEqual([])
    expect(mayOf(one('gridWorker', units.siblingGrid), atGrid(units.community.path))).toEqual([])
  })

  test('a community leaves alone what the street’s centre sorts, and the street may help its communities', () => {
    expect(mayOf(one('communityClerk', units.community), atGrid(units.streetCentre.path))).toEqual([])
    expect(mayOf(one('dispatcher', units.streetCentre), atGrid(units.community.path))).toHaveLength(
      ofCentre.size,
    )
    expect(mayOf(one('dispatcher', units.otherStreetCentre), atGrid(units.community.path))).toEqual([])
  })

  test('a head of a building reads no matter for living there', () => {
    expect(reaches(one('buildingHead', units.building), 'matter.read', atGrid(units.community.path))).toBe(
      false,
    )
  })

  test('one handles only what one’s own unit holds, however large one’s area', () => {
    fc.assert(
      fc.property(actor, matter, (who, which) => {
        const found = reachingSeat(who, 'matter.handle', which)
        if (found) expect(found.unitPath).toBe(which.holderPath)
      }),
    )
  })

  test('whoever held it may read on, but no longer do anything', () => {
    const which: Reachable = {
      placePath: units.building.path,
      holderPath: units.community.path,
      centrePath: units.community.path,
      involved: [units.community.id, units.department.id],
      sensitive: false,
      needToKnow: [],
      parts: [],
    }
    const seats = [seatAt('departmentOfficer', units.department)]
    const officer: StaffActor = { kind: 'staff', districtId, accountId: 'me', name: '某人', seats }
    expect(permissions.filter((what) => what.startsWith('matter.') && reaches(officer, what, which))).toEqual(
      ['matter.read'],
    )
  })

  test('the seat that is named is one of one’s own and carries the permission', () => {
    fc.assert(
      fc.property(actor, permission, matter, (who, what, which) => {
        const found = reachingSeat(who, what, which)
        if (found) expect(seatsWith(who, what)).toContain(found)
      }),
    )
  })

  test('what is sensitive is reached only by those who need to know, and by them no further than otherwise', () => {
    fc.assert(
      fc.property(actor, permission, matter, fc.boolean(), (who, what, which, knows) => {
        const secret = { ...which, sensitive: true, needToKnow: knows ? [who.accountId] : ['another'] }
        expect(reaches(who, what, secret)).toBe(knows && reaches(who, what, which))
      }),
    )
  })
})

describe('duties kept apart', () => {
  test('whoever administers accounts and whoever audits see no matter', () => {
    for (const role of ['administrator', 'auditor'] as const)
      expect(permissions.filter((what) => what.startsWith('matter.') && reachOf({ role }, what))).toEqual([])
  })

  test('no grant over matters reaches the whole district whatever the post', () => {
    const wide = roles.flatMap((role) =>
      Object.entries(grants[role]).filter(([what, reach]) => what.startsWith('matter.') && reach === 'all'),
    )
    expect(wide).toEqual([])
  })

  test('who handles does not verify, but for the clerk of a community, who may not verify the own work', () => {
    const both = roles.filter(
      (role) => reachOf({ role }, 'matter.handle') && reachOf({ role }, 'matter.verify'),
    )
    expect(both).toEqual(['communityClerk'])
  })
})
