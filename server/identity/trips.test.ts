import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { statusesOf } from '#test/client.ts'
import { type IdentityProvider, startProvider } from '#test/identity-provider.ts'
import { Jar } from '#test/jar.ts'
import { hour, minute, startServer, type TestServer } from '#test/server.ts'
import { signOn } from '#test/sign-on.ts'
import { tidy } from '../jobs/rounds.ts'

let platform: IdentityProvider
let server: TestServer
const lines: string[] = []
beforeAll(async () => {
  platform = await startProvider('http://localhost')
  const logs = { write: (line: string) => lines.push(line) }
  server = await startServer({ now: Date.now(), provider: platform.settings, logs })
})
afterAll(async () => {
  await server.close()
  await platform.close()
})
beforeEach(async () => {
  server.now = Date.now()
  for (const table of ['identity_link', 'identity_key', 'identity_trip'])
    await server.owner.query(`delete from ${table}`)
})

const { comeBack, enter, linked } = signOn(() => ({ server, platform }))

describe('a way to the platform and back', () => {
  test('belongs to one browser', async () => {
    await linked('clerk')
    const [mine, other] = [new Jar(server.app), new Jar(server.app)]
    const back = await comeBack(mine, { login: 'id-of-clerk' })
    expect(await other.no('signInByProvider', { body: back })).toMatchObject({ refused: 'providerLate' })
    await other.ok('askProvider', { body: {} })
    expect(await other.no('signInByProvider', { body: back })).toMatchObject({ refused: 'providerLate' })
    expect((await mine.ok('signInByProvider', { body: back })).login).toBe('clerk')
  })

  test('counts once, also when it comes twice at the same moment', async () => {
    await linked('clerk')
    const jar = new Jar(server.app)
    const back = await comeBack(jar, { login: 'id-of-clerk' })
    const answers = await Promise.all([1, 2, 3].map(() => jar.send('signInByProvider', { body: back })))
    expect(statusesOf(answers)).toEqual([200, 409, 409])
    expect(await jar.no('signInByProvider', { body: back })).toMatchObject({ refused: 'providerLate' })
  })

  test('lets two windows of one browser be on their way', async () => {
    await linked('clerk')
    const jar = new Jar(server.app)
    const first = await comeBack(jar, { login: 'id-of-clerk' }, '/console/calendar')
    const second = await comeBack(jar, { login: 'id-of-clerk' }, '/console/account')
    expect((await jar.ok('signInByProvider', { body: first })).from).toBe('/console/calendar')
    expect((await jar.ok('signInByProvider', { body: second })).from).toBe('/console/account')
  })

  test('ends after ten minutes, and what is left of it is forgotten', async () => {
    await linked('clerk')
    const jar = new Jar(server.app)
    const back = await comeBack(jar, { login: 'id-of-clerk' })
    await comeBack(jar, { login: 'id-of-clerk' })
    server.pass(10 * minute)
    expect(await jar.no('signInByProvider', { body: back })).toMatchObject({ refused: 'providerLate' })
    server.pass(1)
    await tidy({ db: server.platform.db, files: server.platform.files, clock: () => server.now })
    const { rows } = await server.owner.query('select from identity_trip')
    expect(rows).toHaveLength(0)
  })

  test('goes back to pages of this place only', async () => {
    const jar = new Jar(server.app)
    for (const from of ['https://evil.test', '//evil.test', '/\\evil.test', 'console', '/a b', '/x\\y'])
      expect(await jar.no('askProvider', { body: { from } }), from).toMatchObject({ field: 'from' })
  })

  test('keeps its state, nonce and verifier sealed and nothing else', async () => {
    const jar = new Jar(server.app)
    const { url } = await jar.ok('askProvider', { body: { from: '/console/account' } })
    const { rows } = await server.owner.query<{ all: string }>(
      `select encode(sealed, 'escape') || encode(state_hash, 'escape') "all" from identity_trip`,
    )
    const { searchParams } = new URL(url)
    for (const part of [searchParams.get('state'), searchParams.get('nonce'), '/console/account'])
      expect(rows[0]?.all).not.toContain(part)
    expect(searchParams.get('code_challenge_method')).toBe('S256')
    expect(url).not.toContain('verifier')
  })
})

describe('what does not go well', () => {
  test.each(['login', 'consent'] as const)('somebody turns back at the %s', async (cancel) => {
    const jar = new Jar(server.app)
    const body = await comeBack(jar, { login: 'turns', cancel })
    expect(await jar.no('signInByProvider', { body })).toMatchObject({
      ...{ refused: 'providerDenied', facts: { provider: '统一身份认证' } },
    })
    expect(jar.cookies.has('maple')).toBe(false)
  })

  test('the platform is away when it is needed, and back again', async () => {
    await linked('clerk')
    const jar = new Jar(server.app)
    const body = await comeBack(jar, { login: 'id-of-clerk' })
    await platform.stop()
    try {
      expect(await jar.no('signInByProvider', { body })).toMatchObject({ refused: 'providerDown' })
      server.pass(minute)
      expect(await jar.no('askProvider', { body: {} })).toMatchObject({ refused: 'providerDown' })
    } finally {
      await platform.start()
    }
    server.now = Date.now()
    await enter(jar, { login: 'id-of-clerk' })
  })

  test.each([
    ['behind', 2],
    ['ahead', -2],
  ])('the clock of the platform is far %s', async (_, hours) => {
    await linked('clerk')
    server.pass(hours * hour)
    const jar = new Jar(server.app)
    expect(
      await jar.no('signInByProvider', { body: await comeBack(jar, { login: 'id-of-clerk' }) }),
    ).toMatchObject({ refused: 'providerClock' })
  })

  test('an answer to another question is not taken', async () => {
    await linked('clerk')
    const jar = new Jar(server.app)
    const changed = async (change: (params: URLSearchParams) => void, back: Record<string, string> = {}) => {
      const { url } = await jar.ok('askProvider', { body: {} })
      const other = new URL(url)
      change(other.searchParams)
      const body = { ...(await platform.visit(other.href, { login: 'id-of-clerk' })), ...back }
      return (await jar.no('signInByProvider', { body })).refused
    }
    expect(await changed((params) => params.set('nonce', 'x'.repeat(43)))).toBe('badProvider')
    expect(await changed((params) => params.set('code_challenge', 'x'.repeat(43)))).toBe('providerLate')
    expect(await changed(() => undefined, { iss: 'https://other.test' })).toBe('badProvider')
    expect(await changed(() => undefined, { code: 'made-up' })).toBe('providerLate')
    expect(await changed(() => undefined, { state: `in.${'x'.repeat(43)}` })).toBe('providerLate')
    expect(await changed(() => undefined, { error: 'server_error' })).toBe('badProvider')
    expect(jar.cookies.has('maple')).toBe(false)
  })

  test('the logs say why, and nothing of a person, a code or a token', async () => {
    expect(lines.length).toBeGreaterThan(5)
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(told.find(({ refused }) => refused === 'providerDown')).toMatchObject({ msg: 'provider' })
    expect(lines.join('\n')).not.toMatch(/id-of|eyJ|in\.[\w-]{43}|code=|"sub"/)
    expect(server.faults).toEqual([])
  })
})
