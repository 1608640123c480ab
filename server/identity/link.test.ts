import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { statusesOf } from '#test/client.ts'
import { freshId, type Login, password } from '#test/factory.ts'
import { type IdentityProvider, startProvider, type Visit } from '#test/identity-provider.ts'
import { Jar } from '#test/jar.ts'
import { minute, startServer, type TestServer } from '#test/server.ts'
import { openProvider } from './provider.ts'
import type { ProviderSettings } from './settings.ts'

let platform: IdentityProvider
let server: TestServer
beforeAll(async () => {
  platform = await startProvider('http://localhost')
  server = await startServer({ now: Date.now(), provider: platform.settings })
})
afterAll(async () => {
  await server.close()
  await platform.close()
})
beforeEach(async () => {
  server.now = Date.now()
  server.platform.provider = openProvider(platform.settings)
  for (const table of ['identity_link', 'identity_key', 'sign_in_wait'])
    await server.owner.query(`delete from ${table}`)
})

async function signedIn(login: Login): Promise<Jar> {
  const jar = new Jar(server.app)
  await jar.ok('signIn', { body: { login, password } })
  return jar
}

async function comeBack(jar: Jar, visit: Visit) {
  const { url } = await jar.ok('askIdentity')
  return platform.visit(url, visit)
}

const link = async (jar: Jar, visit: Visit) => jar.ok('linkIdentity', { body: await comeBack(jar, visit) })

async function enter(visit: Visit) {
  const jar = new Jar(server.app)
  const { url } = await jar.ok('askProvider', { body: {} })
  return { jar, response: await jar.send('signInByProvider', { body: await platform.visit(url, visit) }) }
}

const loginOf = async (visit: Visit) => (await enter(visit)).response.json().login as string | undefined

describe('linking who I am at the platform', () => {
  test('asks for a fresh proof on the way there and on the way back, and loses nothing meanwhile', async () => {
    const jar = await signedIn('clerk')
    server.pass(5 * minute)
    const body = await comeBack(jar, { login: 'staff-00014821' })
    server.pass(5 * minute + 1)
    expect(await jar.no('askIdentity')).toMatchObject({ refused: 'proveFirst' })
    server.pass(-2)
    server.pass(1)
    expect(await jar.no('linkIdentity', { body })).toMatchObject({ refused: 'proveFirst' })
    await jar.ok('prove', { body: { password } })
    server.pass(-1)
    expect((await jar.ok('linkIdentity', { body })).link).toMatchObject({ shown: '4821', isCurrent: true })
  })

  test('asks the platform to have it shown anew, so that nobody links whoever was there before', async () => {
    const jar = await signedIn('clerk')
    const { url } = await jar.ok('askIdentity')
    expect(new URL(url).searchParams.get('prompt')).toBe('login')
    const { url: toSignIn } = await new Jar(server.app).ok('askProvider', { body: {} })
    expect(new URL(toSignIn).searchParams.has('prompt')).toBe(false)
  })

  test('keeps a keyed hash and a sealed text, and puts the deed on record', async () => {
    const jar = await signedIn('desk')
    expect(await jar.ok('getIdentity')).toEqual({ provider: '统一身份认证', link: null })
    await link(jar, { login: 'staff-00014821' })
    const { rows } = await server.owner.query<{ all: string }>(
      `select row_to_json(l)::text || row_to_json(k)::text || encode(l.subject_sealed, 'escape') "all"
        from identity_link l join identity_key k using (subject_index)`,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.all).not.toMatch(/00014821|staff/)
    const { rows: events } = await server.owner.query(
      `select outcome, way from account_event where account_id = $1 and way = 'provider'`,
      [server.town.staff.desk.accountId],
    )
    expect(events).toEqual([{ outcome: 'identityLinked', way: 'provider' }])
    const { rows: audit } = await server
      .as('auditor')
      .ok('listAudit', { query: { kind: 'proof', limit: '1', account: server.town.staff.desk.accountId } })
    expect(audit[0]).toMatchObject({ verb: 'identityLinked', way: 'provider', by: { login: 'desk' } })
  })

  test('shows nothing of what is too short to be shown in part', async () => {
    expect((await link(await signedIn('desk'), { login: '1234567' })).link?.shown).toBe('')
    expect((await (await signedIn('desk')).ok('getIdentity')).link?.shown).toBe('')
  })

  test('is one to one: no second identity, and no second account', async () => {
    const jar = await signedIn('clerk')
    await link(jar, { login: 'lin' })
    expect((await link(jar, { login: 'lin' })).link, 'the same once more').not.toBeNull()
    expect(await jar.no('linkIdentity', { body: await comeBack(jar, { login: 'wen' }) })).toMatchObject({
      ...{ status: 409, refused: 'identityKept' },
    })
    const other = await signedIn('sorter')
    expect(await other.no('linkIdentity', { body: await comeBack(other, { login: 'lin' }) })).toMatchObject({
      ...{ status: 409, refused: 'identityTaken', facts: { provider: '统一身份认证' } },
    })
    await link(other, { login: 'wen' })
    expect([await loginOf({ login: 'lin' }), await loginOf({ login: 'wen' })]).toEqual(['clerk', 'sorter'])
  })

  test('of two who come with one identity at the same moment takes one', async () => {
    const jars = [await signedIn('clerk'), await signedIn('sorter')]
    const bodies = await Promise.all(jars.map((jar) => comeBack(jar, { login: 'lin' })))
    const answers = await Promise.all(jars.map((jar, i) => jar.send('linkIdentity', { body: bodies[i] })))
    expect(statusesOf(answers)).toEqual([200, 409])
  })

  test('takes only a way that this account began to link itself', async () => {
    const jar = await signedIn('clerk')
    const late = { status: 409, refused: 'providerLate' }
    const toLink = await comeBack(jar, { login: 'lin' })
    expect(await jar.no('signInByProvider', { body: toLink }), 'a way to link signs nobody in').toMatchObject(
      late,
    )
    const { url } = await jar.ok('askProvider', { body: {} })
    const toSignIn = await platform.visit(url, { login: 'lin' })
    expect(await jar.no('linkIdentity', { body: toSignIn }), 'nor the other way round').toMatchObject(late)
    const begun = await comeBack(jar, { login: 'lin' })
    await jar.ok('signIn', { body: { login: 'sorter', password } })
    expect(await jar.no('linkIdentity', { body: begun }), 'nor for whoever sits there next').toMatchObject(
      late,
    )
    expect((await jar.ok('getIdentity')).link).toBeNull()
  })

  test('is ended by its owner, on record, and then opens nothing', async () => {
    const jar = await signedIn('clerk')
    await link(jar, { login: 'lin' })
    server.pass(11 * minute)
    expect(await jar.no('unlinkIdentity')).toMatchObject({ refused: 'proveFirst' })
    await jar.ok('prove', { body: { password } })
    expect((await jar.ok('unlinkIdentity')).link).toBeNull()
    expect(await jar.no('unlinkIdentity')).toMatchObject({ refused: 'notFound' })
    server.now = Date.now()
    expect((await enter({ login: 'lin' })).response.json()).toMatchObject({ refused: 'identityUnknown' })
    await link(await signedIn('sorter'), { login: 'lin' })
    const { rows } = await server.owner.query(
      `select count(*)::int n from account_event where outcome = 'identityUnlinked'`,
    )
    expect(rows[0]).toEqual({ n: 1 })
  })

  test('is ended by a security administrator for a reason, and the person is signed out', async () => {
    const jar = await signedIn('clerk')
    await link(jar, { login: 'lin' })
    const keeper = await signedIn('security')
    const { accountId } = server.town.staff.clerk
    const { rows } = await keeper.ok('listSecured', { query: { q: 'clerk' } })
    expect(rows[0]).toMatchObject({ id: accountId, hasIdentity: true, hasTotp: false })
    const given = { params: { id: accountId }, body: { commandId: freshId(), reason: '调离本区' } }
    expect(await (await signedIn('admin')).no('removeIdentity', given)).toMatchObject({ refused: 'notYours' })
    for (let i = 0; i < 2; i++)
      expect(await keeper.ok('removeIdentity', given)).toMatchObject({ hasIdentity: false })
    expect(await jar.no('getMe')).toMatchObject({ refused: 'signInFirst' })
    expect((await enter({ login: 'lin' })).response.json()).toMatchObject({ refused: 'identityUnknown' })
    const again = { ...given, body: { commandId: freshId(), reason: '调离本区' } }
    expect(await keeper.no('removeIdentity', again)).toMatchObject({ refused: 'nothingChanged' })
    expect(await keeper.no('removeIdentity', { ...again, params: { id: freshId() } })).toMatchObject({
      refused: 'notFound',
    })
    const { rows: audit } = await server
      .as('auditor')
      .ok('listAudit', { query: { kind: 'people', limit: '1' } })
    expect(audit[0]).toMatchObject({ verb: 'removeIdentity', reason: '调离本区', subject: '文甲' })
  })
})

describe('another platform', () => {
  const use = (settings: Partial<ProviderSettings>) => {
    server.platform.provider = openProvider({ ...platform.settings, ...settings })
  }

  test('is asked for the claim that names a person, and without it nobody is taken in', async () => {
    use({ claim: 'staff_no', scope: 'openid staff' })
    const jar = await signedIn('clerk')
    expect((await link(jar, { login: '00014821' })).link?.shown).toBe('4821')
    expect(await loginOf({ login: '00014821' })).toBe('clerk')
    expect(platform.asked).toContain('GET /me')
    use({ claim: 'staff_no' })
    expect((await enter({ login: '00014821' })).response.json()).toMatchObject({ refused: 'badProvider' })
  })

  test('does not know those of the one before: the same text is somebody else', async () => {
    const jar = await signedIn('clerk')
    await link(jar, { login: 'lin' })
    use({ claim: 'staff_no', scope: 'openid staff' })
    expect((await jar.ok('getIdentity')).link).toMatchObject({ isCurrent: false })
    use({})
    expect((await jar.ok('getIdentity')).link).toMatchObject({ isCurrent: true })
  })

  test('that knows us under another secret is not believed', async () => {
    use({ clientSecret: 'not it' })
    expect((await enter({ login: 'lin' })).response.json()).toMatchObject({ refused: 'badProvider' })
  })

  test('that sends us to another host is not followed', async () => {
    const asked: string[] = []
    const elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('{}')
    })
    await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done))
    const other = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
    const liar = createServer((_, response) => {
      const issuer = `http://${_.headers.host}`
      response.setHeader('content-type', 'application/json')
      response.end(
        JSON.stringify({
          ...{ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${other}/token` },
          ...{ jwks_uri: `${other}/jwks`, response_types_supported: ['code'] },
        }),
      )
    })
    await new Promise<void>((done) => liar.listen(0, '127.0.0.1', done))
    const host = `127.0.0.1:${(liar.address() as AddressInfo).port}`
    use({ issuer: `http://${host}`, hosts: [host] })
    const jar = new Jar(server.app)
    const { url } = await jar.ok('askProvider', { body: {} })
    const state = new URL(url).searchParams.get('state')
    expect(await jar.no('signInByProvider', { body: { state, code: 'code' } })).toMatchObject({
      refused: 'badProvider',
    })
    expect(asked).toEqual([])
    use({ issuer: `http://${host}`, hosts: ['127.0.0.1:1'] })
    expect(await jar.no('askProvider', { body: {} })).toMatchObject({ refused: 'badProvider' })
    elsewhere.close()
    liar.close()
  })

  test('is none at all: the button is not there, and every way says so', async () => {
    expect(await server.visitor.ok('health', {})).toMatchObject({ provider: '统一身份认证' })
    server.platform.provider = undefined
    expect(await server.visitor.ok('health', {})).not.toHaveProperty('provider')
    const jar = await signedIn('clerk')
    expect(await jar.ok('getIdentity')).toEqual({ provider: null, link: null })
    const back = { code: 'code' }
    const off = { status: 409, refused: 'providerOff' }
    expect(await jar.no('askProvider', { body: {} })).toMatchObject(off)
    expect(await jar.no('askIdentity')).toMatchObject(off)
    for (const [name, state] of [
      ['signInByProvider', `in.${'x'.repeat(43)}`],
      ['linkIdentity', `link.${'x'.repeat(43)}`],
    ] as const)
      expect(await jar.no(name, { body: { ...back, state } })).toMatchObject(off)
  })
})

test('in production the browser is bound by a cookie of this host alone, and comes back to the public address', async () => {
  const real = await startServer({
    now: Date.now(),
    provider: platform.settings,
    isProduction: true,
    rateLimits: true,
  })
  const jar = new Jar(real.app)
  const response = await jar.send('askProvider', { body: {} }, { host: 'localhost:1' })
  expect(response.cookies[0]).toMatchObject({
    ...{
      name: '__Host-maple-trip',
      httpOnly: true,
      secure: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: 600,
    },
  })
  expect(new URL(response.json().url).searchParams.get('redirect_uri')).toBe(
    'http://maple.test/console/sign-in/back',
  )
  const answers = []
  for (let i = 0; i < 30; i++) answers.push((await jar.send('askProvider', { body: {} })).statusCode)
  expect(answers.filter((status) => status === 429)).toHaveLength(1)
  await real.close()
})
