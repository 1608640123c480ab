import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '#domain/actor.ts'
import { addDays, dayOf, startOfDay } from '#domain/calendar/days.ts'
import { seatsPassedOn } from '#domain/org/absence.ts'
import { permissions, type Reachable, reachingSeat } from '#domain/org/grants.ts'
import { isWithin } from '#domain/org/tree.ts'
import { blankScope, inScope, scopeOf } from '#server/db/scope.ts'
import { statusesOf } from '#test/client.ts'
import { district, freshId, type Login, logins, nameOf } from '#test/factory.ts'
import { bring, report } from '#test/matters.ts'
import { day, hour, startServer, type TestServer } from '#test/server.ts'
import { findSession } from './session-queries.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
beforeEach(() => server.owner.query('delete from absence'))
afterAll(() => server.close())

const admin = () => server.as('admin')
const personOf = (login: Login) => server.town.staff[login].personId
const today = () => dayOf(server.now)
const away = (who: Login, by: Login, from = 0, to = 2) => ({
  ...{ commandId: freshId(), id: freshId(), personId: personOf(who), substituteId: personOf(by) },
  ...{ fromOn: addDays(today(), from), toOn: addDays(today(), to) },
})

/** Somebody as the product sees them at noon of a day. */
async function actorOn(login: Login, on: string): Promise<StaffActor> {
  const now = startOfDay(on) + 12 * hour
  const hash = randomBytes(32)
  await server.owner.query(
    `insert into session (district_id, token_hash, id, account_id, device, created_at, seen_at, expires_at)
      values ($1, $2, $3, $4, '', $5, $5, $6)`,
    [district, hash, freshId(), server.town.staff[login].accountId, new Date(now), new Date(now + day)],
  )
  const held = await inScope(server.platform.db, blankScope(district), (tx) =>
    findSession(tx, { district, hash }, now),
  )
  if (!held) throw new Error('no session')
  return held.actor
}
const ownSeats = ({ seats }: StaffActor) => seats.filter(({ standsInFor }) => !standsInFor)
const lentSeats = ({ seats }: StaffActor) => seats.filter(({ standsInFor }) => standsInFor)
const postsOf = (seats: StaffActor['seats']) => seats.map(({ postId }) => postId).sort()

describe('a substitute', () => {
  test('has exactly the absent person’s reach in these days, and nothing before or after', async () => {
    const units = Object.entries(server.town.units)
    const unit = fc.constantFrom(...units.map(([, one]) => one))
    const matter: fc.Arbitrary<Reachable> = fc
      .record({ place: unit, centre: unit, holder: unit, others: fc.array(unit, { maxLength: 2 }) })
      .map(({ place, centre, holder, others }) => ({
        ...{ placePath: place.path, holderPath: holder.path, centrePath: centre.path },
        ...{ involved: [holder, ...others].map(({ id }) => id), sensitive: false, needToKnow: [] },
        parts: others.map(({ id }) => ({ unitId: id, outcome: null })),
      }))
    const who = fc.constantFrom(...logins)
    // two of one unit or of one above the other are few among all pairs, and are drawn as often as the others
    const near: [Login, Login][] = [
      ...([
        ['clerk', 'colleague'],
        ['housing2', 'housing'],
        ['expert', 'lawyer'],
      ] as [Login, Login][]),
      ...([
        ['gridder', 'clerk'],
        ['plumclerk', 'sorter'],
        ['desk', 'sorter'],
      ] as [Login, Login][]),
    ]
    const pair = fc.oneof(fc.tuple(who, who), fc.constantFrom(...near))
    let [set, refused] = [0, 0]
    await fc.assert(
      fc.asyncProperty(
        ...[pair, fc.nat(3), fc.nat(3), fc.array(matter, { minLength: 5, maxLength: 10 })],
        async ([absent, by], from, length, matters) => {
          const body = away(absent, by, from, from + length)
          const answer = await admin().send('setAbsence', { body })
          if (answer.statusCode === 200) set++
          else refused++
          for (let on = addDays(today(), -1); on <= addDays(body.toOn, 2); on = addDays(on, 1)) {
            const [substitute, person] = [await actorOn(by, on), await actorOn(absent, on)]
            const isAway = answer.statusCode === 200 && body.fromOn <= on && on <= body.toOn
            const lent = lentSeats(substitute)
            const passed = ownSeats(person).filter(
              ({ role }) => role !== 'administrator' && role !== 'auditor',
            )
            expect(postsOf(lent)).toEqual(isAway ? postsOf(passed) : [])
            expect(person.accountId === substitute.accountId ? [] : lentSeats(person)).toEqual([])
            for (const permission of permissions)
              for (const one of matters) {
                const reaches = (seats: StaffActor['seats']) =>
                  reachingSeat({ ...substitute, seats }, permission, one) !== undefined
                const expected = reaches(ownSeats(substitute)) || (isAway && reaches(passed))
                expect(reaches(substitute.seats), `${permission} on ${on}`).toBe(expected)
              }
          }
          await server.owner.query('delete from absence')
        },
      ),
      { numRuns: 25 },
    )
    // Both ways have been gone.
    expect(set).toBeGreaterThan(1)
    expect(refused).toBeGreaterThan(1)
  }, 120_000)

  test('never gets what is kept apart, and the scope of the database follows the seats', async () => {
    await admin().ok('setAbsence', { body: away('clerk', 'colleague') })
    for (const login of logins) {
      const actor = await actorOn(login, today())
      for (const seat of lentSeats(actor)) expect(['administrator', 'auditor']).not.toContain(seat.role)
    }
    await server.owner.query('delete from absence')
    const before = scopeOf(await actorOn('sorter', today()))
    await admin().ok('setAbsence', { body: away('clerk', 'sorter') })
    const during = scopeOf(await actorOn('sorter', today()))
    expect(during.units).toContain(server.town.units.willow.id)
    expect(before.units).not.toContain(server.town.units.willow.id)
    expect(during.areas.every((area) => isWithin(area, server.town.units.north.path))).toBe(true)
  })

  test('passes nothing on, even where the rows say so', async () => {
    const values = [personOf('clerk'), personOf('colleague'), personOf('sorter')]
    const insert = `insert into absence (district_id, id, person_id, substitute_id, from_on, to_on, by_account, created_at)
      values ($1, gen_random_uuid(), $2, $3, $4, $4, $5, now())`
    const by = server.town.staff.admin.accountId
    await server.owner.query(insert, [district, values[0], values[1], today(), by])
    await server.owner.query(insert, [district, values[1], values[2], today(), by])
    const third = lentSeats(await actorOn('sorter', today()))
    expect(postsOf(third)).toEqual([server.town.staff.colleague.postId])
  })

  test('stands in no longer once the own post has ended, or the absent account is disabled', async () => {
    await admin().ok('setAbsence', { body: away('clerk', 'colleague') })
    const lent = async () => lentSeats(await actorOn('colleague', today())).length
    expect(await lent()).toBe(1)
    const disable = 'update account set disabled_at = $2 where id = $1'
    await server.owner.query(disable, [server.town.staff.clerk.accountId, new Date(server.now)])
    expect(await lent()).toBe(0)
    await server.owner.query(disable, [server.town.staff.clerk.accountId, null])
    const end = 'update post set to_on = $2 where id = $1'
    await server.owner.query(end, [server.town.staff.colleague.postId, addDays(today(), -1)])
    expect(await lent()).toBe(0)
    await server.owner.query(end, [server.town.staff.colleague.postId, null])
    expect(seatsPassedOn([], ownSeats(await actorOn('clerk', today())))).toEqual([])
  })

  test('signs by the absent person’s post, and the history says for whom', async () => {
    await admin().ok('setAbsence', { body: away('housing', 'housing2') })
    const { id } = await report(server)
    await bring(server, id, 'dispatched')
    const me = await server.as('housing2').ok('getMe', {})
    expect(me.seats.map(({ standsInFor }) => standsInFor?.name ?? null)).toEqual([null, nameOf('housing')])
    // The own seat reaches it as well, and what is one's own comes first.
    await server.as('housing2').move(id, 'sign', {})
    await server.owner.query('delete from absence')
    const own = (await server.as('clerk').ok('getMatter', { params: { id } })).actionLog.at(-1)
    expect(own?.actor).toMatchObject({ name: nameOf('housing2') })
    expect(own?.actor.forName).toBeUndefined()
  })

  test('of another unit acts where only the absent person could', async () => {
    await admin().ok('setAbsence', { body: away('clerk', 'sorter') })
    const { id } = await report(server)
    await server.as('clerk').move(id, 'accept', {})
    await server
      .as('clerk')
      .move(id, 'triage', { title: '灯', kind: 'request', categoryCode: 'S0101', urgency: 'normal' })
    await server.as('sorter').move(id, 'dispatch', { unitId: server.town.units.willow.id })
    expect((await server.as('sorter').ok('getMatter', { params: { id } })).may).toContain('sign')
    await server.as('sorter').move(id, 'sign', {})
    const last = (await server.as('clerk').ok('getMatter', { params: { id } })).actionLog.at(-1)
    expect(last?.actor).toMatchObject({
      ...{ name: nameOf('sorter'), forName: nameOf('clerk'), unitName: '柳岸社区', role: 'communityClerk' },
    })
    const { rows } = await server.owner.query(
      `select actor_id, post_id from matter_action where matter_id = $1 and verb = 'sign'`,
      [id],
    )
    expect(rows).toEqual([
      { actor_id: server.town.staff.sorter.accountId, post_id: server.town.staff.clerk.postId },
    ])
    await server.owner.query('delete from absence')
    expect((await server.as('sorter').ok('getMatter', { params: { id } })).may).not.toContain('submit')
  })
})

describe('an absence', () => {
  test('is set by oneself, by the leader, by an administrator, and by nobody else', async () => {
    for (const login of ['clerk', 'leader', 'admin'] as const) {
      const body = away('clerk', 'colleague')
      expect(await server.as(login).ok('setAbsence', { body }), login).toMatchObject({ when: 'now' })
      await server.owner.query('delete from absence')
    }
    for (const login of logins.filter((one) => !['clerk', 'leader', 'admin'].includes(one))) {
      const body = away('clerk', 'colleague')
      expect(await server.as(login).no('setAbsence', { body }), login).toMatchObject({
        ...{ status: 403, refused: 'notYours' },
      })
    }
  })

  test('sent twice and at once is one, on record; another under its number is refused', async () => {
    const body = away('clerk', 'colleague', 1, 3)
    const answers = await Promise.all([1, 2, 3].map(() => server.as('clerk').send('setAbsence', { body })))
    expect(statusesOf(answers)).toEqual([200, 200, 200])
    const { rows } = await server.owner.query('select verb, payload from org_action where subject = $1', [
      body.personId,
    ])
    expect(rows.at(-1)).toMatchObject({ verb: 'setAbsence', payload: { fromOn: body.fromOn } })
    const other = { ...body, toOn: addDays(body.toOn, 1) }
    expect(await server.as('clerk').no('setAbsence', { body: other })).toMatchObject({
      refused: 'commandReused',
    })
  })

  test.each<[string, () => object, number, string]>([
    ['in the past', () => away('clerk', 'colleague', -2, 2), 422, 'dayPassed'],
    ['upside down', () => away('clerk', 'colleague', 2, 1), 422, 'badSpan'],
    ['with a neighbour', () => away('clerk', 'plumclerk'), 422, 'cannotStandIn'],
    ['with the administrator', () => away('leader', 'admin'), 422, 'cannotStandIn'],
    ['of an administrator', () => away('admin', 'leader'), 422, 'nothingToPassOn'],
    ['with nobody', () => ({ ...away('clerk', 'colleague'), substituteId: freshId() }), 404, 'notFound'],
  ])('%s is refused', async (_, body, status, refused) => {
    expect(await admin().no('setAbsence', { body: body() })).toMatchObject({ status, refused })
  })

  test('overlaps none of the same person, makes no circle and no chain, even at once', async () => {
    await admin().ok('setAbsence', { body: away('clerk', 'colleague', 1, 5) })
    const no = async (body: object) => (await admin().no('setAbsence', { body })).refused
    expect(await no(away('clerk', 'sorter', 5, 6))).toBe('alreadyAway')
    expect(await no(away('colleague', 'clerk', 3, 4))).toBe('substituteAway')
    expect(await no(away('colleague', 'sorter', 3, 4))).toBe('standsInMeanwhile')
    const twins = [away('housing', 'housing2', 1, 2), away('housing2', 'housing', 1, 2)]
    const answers = await Promise.all(twins.map((body) => admin().send('setAbsence', { body })))
    expect(statusesOf(answers)).toEqual([200, 409])
  })

  test('ends earlier, or is called off, and then counts no more', async () => {
    const body = away('clerk', 'colleague')
    await server.as('clerk').ok('setAbsence', { body })
    const params = { id: body.id }
    const end = { params, body: { commandId: freshId(), lastOn: null } }
    expect(await server.as('plumclerk').no('endAbsence', end)).toMatchObject({ status: 403 })
    const late = { params, body: { commandId: freshId(), lastOn: addDays(body.toOn, 1) } }
    expect(await server.as('clerk').no('endAbsence', late)).toMatchObject({ refused: 'endsSooner' })
    const ended = await server.as('clerk').ok('endAbsence', end)
    expect(ended).toMatchObject({ when: 'past', toOn: addDays(today(), -1) })
    expect(await server.as('clerk').ok('endAbsence', end)).toEqual(ended)
    expect(lentSeats(await actorOn('colleague', today()))).toEqual([])
    expect(await server.as('clerk').ok('setAbsence', { body: away('clerk', 'colleague') })).toMatchObject({
      when: 'now',
    })
  })

  test('is shown to whom it concerns; who may stand in is proposed, those of the unit first', async () => {
    await admin().ok('setAbsence', { body: away('clerk', 'colleague') })
    const seen = await server
      .as('colleague')
      .ok('listAbsences', { query: { personId: personOf('colleague') } })
    expect(seen).toMatchObject({ maySet: true, rows: [{ person: { name: nameOf('clerk') }, when: 'now' }] })
    expect((await server.as('clerk').ok('getMe', {})).absence).toEqual({
      ...{ toOn: addDays(today(), 2), substituteName: nameOf('colleague') },
    })
    const foreign = { query: { personId: personOf('plumclerk') } }
    expect(await server.as('clerk').no('listAbsences', foreign)).toMatchObject({ status: 404 })
    const days = { fromOn: addDays(today(), 9), toOn: addDays(today(), 9) }
    const asked = { query: { personId: personOf('clerk'), ...days } }
    const { rows } = await server.as('clerk').ok('listSubstitutes', asked)
    expect(rows[0]).toMatchObject({ name: nameOf('colleague'), unitName: '柳岸社区' })
    const names = rows.map(({ name }) => name)
    expect(names).toContain(nameOf('sorter'))
    for (const login of ['plumclerk', 'admin', 'auditor', 'gridder', 'lawyer', 'southsorter'] as const)
      expect(names, login).not.toContain(nameOf(login))
    const now = { query: { personId: personOf('clerk'), fromOn: today(), toOn: today() } }
    expect((await server.as('clerk').ok('listSubstitutes', now)).rows.length).toBeGreaterThan(0)
    expect(await server.as('plumclerk').no('listSubstitutes', asked)).toMatchObject({ status: 404 })
  })

  test('of colleagues are kept by whoever leads the unit', async () => {
    const colleagues = async (login: Login) =>
      (await server.as(login).ok('listAbsencePeople', { query: {} })).rows.map(({ name }) => name)
    expect(await colleagues('clerk')).toEqual([nameOf('clerk')])
    expect(await colleagues('leader')).toHaveLength(logins.length)
    const found = await server.as('leader').ok('listAbsencePeople', { query: { q: 'plum' } })
    expect(found.rows.map(({ name }) => name)).toEqual([nameOf('leader'), nameOf('plumclerk')])
  })
})
