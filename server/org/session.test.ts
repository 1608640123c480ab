import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Client } from '#test/client.ts'
import { district, type Login, password } from '#test/factory.ts'
import { day, hour, minute, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.owner.query('delete from sign_in_wait')
  await server.owner.query('update account set disabled_at = null')
})

const signIn = (login: string, given = password) =>
  server.visitor.send('signIn', { body: { login, password: given } })
const wrong = { status: 401, refused: 'wrongPassword' }
/** A new session of its own, which never signs in again by itself. */
async function sessionOf(login: Login): Promise<Client> {
  const client = new Client({ app: server.app, clock: () => 0, faults: server.faults }, { login, password })
  await client.cookie()
  return client
}

describe('signing in', () => {
  test('with the right password gives who I am and a cookie no script can read', async () => {
    const response = await signIn(' CLERK ')
    expect(response.json()).toMatchObject({ login: 'clerk', districtName: '枫溪区', name: '文甲' })
    expect(response.json().permissions).toContain('matter.accept')
    expect(response.json().permissions).not.toContain('calendar.edit')
    expect(response.cookies).toMatchObject([
      { name: 'maple', httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 43_200 },
      { name: 'maple-device', httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 400 * 86_400 },
    ])
    const stored = await server.owner.query('select token_hash from session')
    const secret = response.cookies[0]?.value.split('.')[1] ?? ''
    expect(stored.rows.every((row) => !row.token_hash.includes(Buffer.from(secret, 'base64url')))).toBe(true)
  })

  test('in production gives a cookie bound to this host and to TLS', async () => {
    const production = await startServer({ isProduction: true })
    const response = await production.visitor.send('signIn', { body: { login: 'clerk', password } })
    expect(response.cookies).toMatchObject([
      { name: '__Host-maple', secure: true, httpOnly: true, path: '/' },
      { name: '__Host-maple-device', secure: true, httpOnly: true, path: '/' },
    ])
    await production.close()
  })

  test('with a wrong password and with an unknown name gets the same answer', async () => {
    const [known, unknown] = [await signIn('clerk', 'not it'), await signIn('nobody', 'not it')]
    expect(known.json()).toMatchObject({ refused: 'wrongPassword' })
    const { requestId: _, ...one } = known.json()
    const { requestId: __, ...other } = unknown.json()
    expect([unknown.statusCode, other]).toEqual([known.statusCode, one])
    expect(known.cookies).toEqual([])
  })

  test('rests after five wrong passwords, even for the right one, and works again after five minutes', async () => {
    for (let i = 0; i < 5; i++) expect((await signIn('gridder', 'not it')).statusCode).toBe(401)
    expect(await server.visitor.no('signIn', { body: { login: 'gridder', password } })).toMatchObject({
      status: 429,
      refused: 'lockedOut',
      facts: { minutes: 5 },
    })
    expect((await signIn('clerk')).statusCode).toBe(200)
    server.pass(5 * minute)
    expect((await signIn('gridder')).statusCode).toBe(200)
  })

  test('rests longer after five more, but never over an hour', async () => {
    const fail = async () => {
      for (let i = 0; i < 5; i++) await signIn('head', 'not it')
      return (await server.visitor.no('signIn', { body: { login: 'head', password } })).facts?.['minutes']
    }
    const rests = []
    for (let i = 0; i < 6; i++) {
      rests.push(await fail())
      server.pass(61 * minute)
    }
    expect(rests).toEqual([5, 10, 20, 40, 60, 60])
  })

  test('ten wrong passwords at once are all counted', async () => {
    await Promise.all(Array.from({ length: 10 }, () => signIn('desk', 'not it')))
    const { rows } = await server.owner.query('select failed, until from sign_in_wait order by until')
    expect(rows[0].failed).toBeGreaterThanOrEqual(5)
    expect(rows[0].until).not.toBeNull()
  })

  test('a disabled account is refused like a wrong password', async () => {
    await server.owner.query(`update account set disabled_at = now() where login = 'auditor'`)
    expect(await server.visitor.no('signIn', { body: { login: 'auditor', password } })).toMatchObject(wrong)
  })

  test('without the mark of our own pages nothing is changed', async () => {
    const response = await server.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login: 'clerk', password },
    })
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ refused: 'badInput', field: 'x-maple' })
    expect(response.cookies).toEqual([])
  })
})

describe('a session', () => {
  const whoAmI = (client: Client) => client.send('getMe', {})

  test('ends after two hours without a request, and any request keeps it', async () => {
    const client = await sessionOf('leader')
    server.pass(hour + 50 * minute)
    expect((await client.send('countMatters', {})).statusCode).toBe(200)
    server.pass(hour + 50 * minute)
    expect((await client.send('listCategories', {})).statusCode).toBe(200)
    server.pass(2 * hour + minute)
    expect(await client.no('getMe', {})).toMatchObject({ status: 401, refused: 'signInFirst' })
  })

  test('ends after twelve hours whatever happens', async () => {
    const client = await sessionOf('leader')
    for (let i = 0; i < 11; i++) {
      server.pass(hour)
      expect((await whoAmI(client)).statusCode).toBe(200)
    }
    server.pass(hour)
    expect((await whoAmI(client)).statusCode).toBe(401)
  })

  test('is gone at once when signed out, when the account is disabled, and when no post is left for a route', async () => {
    const [out, disabled, ended] = [
      await sessionOf('expert'),
      await sessionOf('lawyer'),
      await sessionOf('power'),
    ]
    await out.ok('signOut', {})
    expect((await whoAmI(out)).statusCode).toBe(401)
    await server.owner.query(`update account set disabled_at = now() where login = 'lawyer'`)
    expect((await whoAmI(disabled)).statusCode).toBe(401)
    const yesterday = new Date(server.now - day).toISOString().slice(0, 10)
    await server.owner.query('update post set to_on = $1 where id = $2', [
      yesterday,
      server.town.staff.power.postId,
    ])
    expect(await ended.no('listMatters', { query: {} })).toMatchObject({ status: 403, refused: 'notYours' })
    expect(await ended.ok('getMe', {})).toMatchObject({ seats: [], permissions: [] })
  })

  test('a post from tomorrow on does not count today', async () => {
    const client = await sessionOf('supervisor')
    await server.owner.query('update post set from_on = $1 where id = $2', [
      new Date(server.now + day).toISOString().slice(0, 10),
      server.town.staff.supervisor.postId,
    ])
    expect((await client.ok('getMe', {})).seats).toEqual([])
    server.pass(day)
    const next = await sessionOf('supervisor')
    expect((await next.ok('getMe', {})).seats).toHaveLength(1)
  })

  test('stands in the list of my sessions, can be ended alone, and signing out everywhere keeps only this one', async () => {
    const [one, two, three] = [
      await sessionOf('topsorter'),
      await sessionOf('topsorter'),
      await sessionOf('topsorter'),
    ]
    const { rows } = await one.ok('listSessions', {})
    expect(rows.filter((row) => row.isThis)).toHaveLength(1)
    const other = await two.ok('listSessions', {})
    const id = other.rows.find((row) => row.isThis)?.id ?? ''
    expect(await server.as('clerk').no('endSession', { params: { id } })).toMatchObject({ status: 404 })
    expect((await whoAmI(two)).statusCode).toBe(200)
    await one.ok('endSession', { params: { id } })
    expect((await whoAmI(two)).statusCode).toBe(401)
    expect((await one.ok('signOutEverywhere', {})).ended).toBeGreaterThanOrEqual(1)
    expect([(await whoAmI(one)).statusCode, (await whoAmI(three)).statusCode]).toEqual([200, 401])
  })

  test('changing the password asks for the old one, refuses weak ones and ends the other sessions', async () => {
    const [mine, other] = [await sessionOf('plumclerk'), await sessionOf('plumclerk')]
    const change = (old: string, fresh: string) => mine.send('changePassword', { body: { old, new: fresh } })
    expect((await change('not it', 'long enough 1')).json()).toMatchObject({
      refused: 'wrongPassword',
      field: 'old',
    })
    for (const weak of ['short', 'aaaaaaaaaaaa', 'xxplumclerkxx', '1234567890'])
      expect((await change(password, weak)).json()).toMatchObject({
        refused: 'weakPassword',
        facts: { min: 10 },
      })
    expect((await change(password, '一条新的长密码 2026')).statusCode).toBe(200)
    expect([(await whoAmI(mine)).statusCode, (await whoAmI(other)).statusCode]).toEqual([200, 401])
    expect((await signIn('plumclerk')).statusCode).toBe(401)
    expect((await signIn('plumclerk', '一条新的长密码 2026')).statusCode).toBe(200)
  })

  test('a made-up or foreign cookie opens nothing', async () => {
    const real = (await (await sessionOf('clerk')).cookie()) ?? ''
    const secret = real.split('.')[1] ?? ''
    for (const cookie of [
      'maple=339901.x',
      `maple=339901.${'A'.repeat(43)}`,
      `maple=339902.${secret}`,
      `maple=0.${secret}`,
      'maple=',
    ]) {
      const response = await server.app.inject({ method: 'GET', url: '/api/session', headers: { cookie } })
      expect(response.statusCode, cookie).toBe(401)
    }
  })
})

test('the door of signing in takes only so many knocks a minute from one address, and says when to come back', async () => {
  const limited = await startServer({ rateLimits: true })
  const answers = []
  for (let i = 0; i < 31; i++)
    answers.push(await limited.visitor.send('signIn', { body: { login: `nobody${i}`, password: 'not it' } }))
  expect(answers.slice(0, 30).every((answer) => answer.statusCode === 401)).toBe(true)
  const last = answers.at(-1)
  expect(last?.statusCode).toBe(429)
  expect(last?.json()).toMatchObject({ refused: 'tooBusy', facts: { seconds: expect.any(Number) } })
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
  const track = await limited.visitor.send('track', { params: { district }, body: { queryCode: '0' } })
  expect(track.statusCode, 'the other doors stay open').toBe(404)
  await limited.close()
})

test('a whole office may open the console for the first time from one address, and its questions have a limit of their own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'maple-web-'))
  for (const path of ['console', 'public', 'assets']) await mkdir(join(folder, path))
  for (const page of ['console', 'public']) await writeFile(join(folder, page, 'index.html'), '<head></head>')
  await writeFile(join(folder, 'assets', 'chunk.js'), '')
  const limited = await startServer({ rateLimits: true, webFolder: new URL(`file://${folder}/`) })
  const get = async (url: string) => (await limited.app.inject({ url })).statusCode
  for (let i = 0; i < 1300; i++) expect(await get('/assets/chunk.js')).toBe(200)
  expect(await get('/console/')).toBe(200)
  const asked: number[] = []
  for (let i = 0; i < 6001; i++) asked.push(await get('/api/session'))
  expect(new Set(asked.slice(0, 6000))).toEqual(new Set([401]))
  expect(asked.at(-1)).toBe(429)
  expect(await get('/assets/chunk.js')).toBe(200)
  await limited.close()
  await rm(folder, { recursive: true })
})

test('behind a proxy the limit counts the address that the proxy saw, not the ones that the knocker writes', async () => {
  const limited = await startServer({ rateLimits: true, trustProxy: true })
  const knock = (written: string, seen: string) =>
    limited.visitor.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-forwarded-for': `${written}, ${seen}` },
      payload: { login: 'nobody', password: 'not it' },
    })
  const codes = []
  for (let i = 0; i < 31; i++) codes.push((await knock(`10.0.0.${i}`, '192.0.2.1')).statusCode)
  expect(codes.at(-1)).toBe(429)
  expect((await knock('10.0.0.1', '192.0.2.2')).statusCode).toBe(401)
  await limited.close()
})
