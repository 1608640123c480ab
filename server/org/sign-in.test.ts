import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tidy } from '#server/jobs/rounds.ts'
import { district, freshId, type Login, password } from '#test/factory.ts'
import { Jar } from '#test/jar.ts'
import { day, hour, minute, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.owner.query('delete from sign_in_wait')
})

const browser = (address?: string) => new Jar(server.app, address)
const signIn = (jar: Jar, login: string, given = password) =>
  jar.send('signIn', { body: { login, password: given } })
const sign = async (jar: Jar, login: Login) => (await signIn(jar, login)).json()

describe('wrong passwords', () => {
  test('from elsewhere do not keep a person out who has signed in on this device before', async () => {
    const own = browser('192.0.2.1')
    await sign(own, 'clerk')
    own.forgetSession()
    const stranger = browser('192.0.2.66')
    for (let i = 0; i < 12; i++) await signIn(stranger, 'clerk', 'guess')
    expect((await signIn(stranger, 'clerk')).json()).toMatchObject({ refused: 'lockedOut' })
    expect((await signIn(own, 'clerk')).statusCode).toBe(200)
    const beside = browser('192.0.2.66')
    beside.cookies.set('maple-device', own.cookies.get('maple-device') ?? '')
    beside.cookies.delete('maple')
    expect((await signIn(beside, 'clerk')).statusCode, 'even behind the same address').toBe(200)
    const other = browser('192.0.2.2')
    expect((await signIn(other, 'clerk')).statusCode, 'and another address has its own budget').toBe(200)
  })

  test('on a device that is known use up the budget of that device, and a device known to another account has none', async () => {
    const own = browser('192.0.2.1')
    await sign(own, 'colleague')
    own.forgetSession()
    for (let i = 0; i < 5; i++) await signIn(own, 'colleague', 'guess')
    expect((await signIn(own, 'colleague')).json()).toMatchObject({
      refused: 'lockedOut',
      facts: { minutes: 5 },
    })
    // this device has signed in as somebody else, so for the head it counts as its address does
    for (let i = 0; i < 5; i++) await signIn(own, 'head', 'guess')
    expect((await signIn(browser('192.0.2.1'), 'head')).json()).toMatchObject({ refused: 'lockedOut' })
    server.pass(5 * minute)
    expect((await signIn(own, 'colleague')).statusCode).toBe(200)
  })

  test('from many addresses, a few from each, make all unknown places wait, and the known device still comes in', async () => {
    const own = browser('192.0.2.1')
    await sign(own, 'mediator')
    own.forgetSession()
    for (let i = 0; i < 50; i++)
      expect((await signIn(browser(`198.51.100.${i}`), 'mediator', 'guess')).statusCode).toBe(401)
    expect((await signIn(browser('203.0.113.5'), 'mediator')).json()).toMatchObject({ refused: 'lockedOut' })
    expect((await signIn(own, 'mediator')).statusCode).toBe(200)
    expect((await signIn(browser('203.0.113.5'), 'mediator')).statusCode, 'which lets nobody else in').toBe(
      429,
    )
  })

  test('wait alike at a name that nobody has, so that no answer tells which names exist', async () => {
    const answers = async (login: string, address: string) => {
      const jar = browser(address)
      const seen = []
      for (let i = 0; i < 7; i++) {
        const { requestId: _, ...rest } = (await signIn(jar, login, 'guess')).json()
        seen.push(rest)
      }
      return seen
    }
    expect(await answers('nobody-at-all', '192.0.2.3')).toEqual(await answers('desk', '192.0.2.3'))
  })

  test('of one IPv6 block count together', async () => {
    for (let i = 0; i < 5; i++) await signIn(browser(`2001:db8:1:2::${i + 1}`), 'expert', 'guess')
    expect((await signIn(browser('2001:db8:1:2:aaaa::9'), 'expert')).statusCode).toBe(429)
    expect((await signIn(browser('2001:db8:1:3::9'), 'expert')).statusCode).toBe(200)
  })

  test('are forgotten after a day without one, and a right one forgets those from the same place', async () => {
    const jar = browser('192.0.2.4')
    for (let i = 0; i < 4; i++) await signIn(jar, 'housing', 'guess')
    await sign(jar, 'housing')
    const { rows } = await server.owner.query('select failed from sign_in_wait order by 1')
    expect(rows, 'only the count over all places is left').toEqual([{ failed: 4 }])
    server.pass(day + minute)
    await tidy(server.platform)
    expect((await server.owner.query('select from sign_in_wait')).rowCount).toBe(0)
  })

  test('show on the page of the person until when somebody has to wait, and a new password ends it', async () => {
    const jar = browser('192.0.2.5')
    for (let i = 0; i < 5; i++) await signIn(jar, 'water', 'guess')
    const params = { id: server.town.staff.water.personId }
    const page = await server.as('admin').ok('getPerson', { params })
    expect(Date.parse(page.lockedUntil ?? '')).toBe(server.now + 5 * minute)
    const reset = await server.as('admin').ok('resetPassword', { params, body: { commandId: freshId() } })
    expect(reset.lockedUntil).toBeNull()
    expect((await signIn(jar, 'water', reset.password ?? '')).statusCode).toBe(200)
  })
})

describe('sessions', () => {
  test('are at most five: one more ends the one used longest ago, and both devices are told', async () => {
    const jars = Array.from({ length: 6 }, () => browser())
    const answers = []
    for (const jar of jars) {
      answers.push(await sign(jar, 'sorter'))
      server.pass(minute)
    }
    expect(answers.map(({ ended }) => ended !== null)).toEqual([false, false, false, false, false, true])
    const [first, ...others] = jars
    expect(await first?.no('getMe')).toMatchObject({ refused: 'signInFirst', facts: { why: 'more' } })
    for (const jar of others) await jar.ok('getMe')
    const { rows } = await (jars[5] as Jar).ok('listSessions')
    expect(rows).toHaveLength(5)
  })

  test('two that begin at once leave no more than five', async () => {
    const jars = Array.from({ length: 9 }, () => browser())
    await Promise.all(jars.map((jar) => sign(jar, 'topsorter')))
    const statuses = await Promise.all(jars.map(async (jar) => (await jar.send('getMe')).statusCode))
    expect(statuses.filter((status) => status === 200)).toHaveLength(5)
  })

  test('that I end from elsewhere say so, and one left alone says that too', async () => {
    const [here, there] = [browser(), browser()]
    await sign(here, 'lawyer')
    await sign(there, 'lawyer')
    expect(await here.ok('signOutEverywhere')).toEqual({ ended: 1 })
    expect(await there.no('getMe')).toMatchObject({ refused: 'signInFirst', facts: { why: 'remote' } })
    server.pass(2 * hour)
    expect(await here.no('getMe')).toMatchObject({ refused: 'signInFirst', facts: { why: 'idle' } })
  })

  test('are not kept awake by a page that asks by itself', async () => {
    const jar = browser()
    await sign(jar, 'leader')
    server.pass(hour + 30 * minute)
    expect((await jar.send('getMe', {}, { 'x-maple-quiet': '1' })).statusCode).toBe(200)
    server.pass(hour)
    expect((await jar.send('getMe')).statusCode).toBe(401)
  })

  test('follow the policy of the district from the next request on', async () => {
    const keeper = browser()
    await sign(keeper, 'security')
    const { version, data } = await keeper.ok('getPolicy')
    const body = { commandId: freshId(), version, reason: '等保三级', data: { ...data, idleMinutes: 15 } }
    const published = await keeper.ok('publishPolicy', { body })
    expect(published).toMatchObject({ version: 1, reason: '等保三级', data: { idleMinutes: 15 } })
    expect(await keeper.ok('publishPolicy', { body }), 'once only').toEqual(published)
    const jar = browser()
    await sign(jar, 'gridder')
    server.pass(16 * minute)
    expect(await jar.no('getMe')).toMatchObject({ facts: { why: 'idle' } })
    await server.owner.query('delete from security_policy')
  })
})

describe('the policy', () => {
  test('is refused outside its bounds by name, against an older version, and without a change', async () => {
    const keeper = browser()
    await sign(keeper, 'security')
    const { version, data } = await keeper.ok('getPolicy')
    const send = (more: object) =>
      keeper.no('publishPolicy', { body: { commandId: freshId(), version, data, reason: '试', ...more } })
    expect(await send({ data: { ...data, sessionsMost: 0 } })).toMatchObject({
      refused: 'policyProblem',
      facts: { field: 'sessionsMost', min: 1, max: 20 },
    })
    expect(await send({ version: 7, data: { ...data, idleMinutes: 30 } })).toMatchObject({
      refused: 'staleVersion',
    })
    expect(await send({})).toMatchObject({ refused: 'nothingChanged' })
  })

  test('asks for a fresh proof ten minutes after signing in', async () => {
    const keeper = browser()
    await sign(keeper, 'security')
    const { version, data } = await keeper.ok('getPolicy')
    server.pass(11 * minute)
    const body = { commandId: freshId(), version, data: { ...data, idleMinutes: 60 }, reason: '试' }
    expect(await keeper.no('publishPolicy', { body })).toMatchObject({ refused: 'proveFirst' })
    expect(await keeper.no('prove', { body: { password: 'not it' } })).toMatchObject({
      refused: 'wrongPassword',
    })
    await keeper.ok('prove', { body: { password } })
    await keeper.ok('publishPolicy', { body })
    await server.owner.query('delete from security_policy')
  })

  test('may make passwords grow old', async () => {
    await server.owner.query(
      `insert into security_policy (district_id, version, data, reason, published_at, published_by)
        values ($1, 1, '{"passwordDays": 90}', '每季度', now(), $2)`,
      [district, server.town.staff.security.accountId],
    )
    const jar = browser()
    await server.owner.query(`update account set password_changed_at = $1 where login = 'power'`, [
      new Date(server.now - 91 * day),
    ])
    expect(await sign(jar, 'power')).toMatchObject({ gate: 'password', mustChangePassword: true })
    expect(await jar.no('countMatters')).toMatchObject({ refused: 'changePassword' })
    await jar.ok('changePassword', { body: { old: password, new: '溪边三棵柳 1963' } })
    await jar.ok('countMatters')
    await server.owner.query('delete from security_policy')
  })
})
