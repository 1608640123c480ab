import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askFor, browserAt, freshAddress, signInBy, textIn } from '#test/callers.ts'
import { district } from '#test/factory.ts'
import type { Jar } from '#test/jar.ts'
import { day, minute, startServer, type TestServer } from '#test/server.ts'
import { tidy } from '../jobs/rounds.ts'
import { blindIndex } from '../secrets.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const params = { district }
let numbers = 0
const freshPhone = () => `1990004${String(++numbers).padStart(4, '0')}`
const newJar = () => browserAt(server, freshAddress())
const give = (jar: Jar, id: string, phone: string, code: string) =>
  jar.send('giveCode', { params, body: { id, phone, code } })
const wrongOf = (code: string) => (code === '111111' ? '222222' : '111111')
const list = (jar: Jar) => jar.send('listOwn', { params, query: {} })

describe('a session', () => {
  test('is a cookie no script reads and no other site sends, and only its hash is kept', async () => {
    const [jar, phone] = [newJar(), freshPhone()]
    const { id } = await askFor(jar, phone)
    const { cookies } = await give(jar, id, phone, await textIn(server, id))
    const cookie = cookies.find(({ name }) => name === 'maple-my')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 30 * 86_400 })
    const secret = cookie?.value.split('.')[1] ?? ''
    const { rows } = await server.owner.query<{ said: string }>(
      'select row_to_json(s)::text said from resident_session s',
    )
    expect(rows.map(({ said }) => said).join()).not.toContain(secret)
  })

  test('ends thirty days after signing in, however much it is used, and is then forgotten', async () => {
    const jar = await signInBy(server, freshPhone())
    for (let i = 0; i < 29; i++) {
      server.pass(day)
      expect((await list(jar)).statusCode).toBe(200)
    }
    server.pass(day)
    expect((await list(jar)).json()).toMatchObject({ refused: 'phoneFirst' })
    await tidy({ ...server.platform, clock: () => server.now })
    const { rows } = await server.owner.query(
      'select count(*)::int n from resident_session where expires_at < $1',
      [new Date(server.now)],
    )
    expect(rows).toEqual([{ n: 0 }])
    expect((await server.owner.query('select from resident_ask')).rowCount).toBe(0)
  })

  test('that was made while the clock was ahead ends with the mistake, and its holder may sign in at once', async () => {
    const phone = freshPhone()
    server.pass(400 * day)
    const jar = await signInBy(server, phone)
    const { id } = await askFor(newJar(), freshPhone())
    server.pass(-400 * day)
    expect((await list(jar)).statusCode).toBe(401)
    await expect(textIn(server, id)).rejects.toThrow('no code waits')
    await signInBy(server, phone, jar)
    expect((await list(jar)).statusCode).toBe(200)
  })

  test('is ended on this device alone, or everywhere', async () => {
    const phone = freshPhone()
    const [one, two, other] = [
      await signInBy(server, phone),
      await (server.pass(minute), signInBy(server, phone)),
      await signInBy(server, freshPhone()),
    ]
    expect(one.cookies.get('maple-my')).toBeDefined()
    const kept = one.cookies.get('maple-my') ?? ''
    await one.ok('leave', { params })
    expect(one.cookies.has('maple-my')).toBe(false)
    one.cookies.set('maple-my', kept)
    expect((await list(one)).statusCode).toBe(401)
    expect((await list(two)).statusCode).toBe(200)
    server.pass(minute)
    const three = await signInBy(server, phone)
    expect(await three.ok('leaveEverywhere', { params })).toEqual({ ended: 2 })
    expect((await list(two)).statusCode).toBe(401)
    expect((await list(other)).statusCode).toBe(200)
  })

  test('takes the place of the one before in the same browser, and ten devices have one at most', async () => {
    const [jar, phone] = [newJar(), freshPhone()]
    const count = async () =>
      (await server.owner.query('select from resident_session where expires_at > $1', [new Date(server.now)]))
        .rowCount ?? 0
    const before = await count()
    await signInBy(server, phone, jar)
    server.pass(minute)
    await signInBy(server, phone, jar)
    expect((await count()) - before).toBe(1)
    const first = jar
    for (let i = 0; i < 10; i++) {
      server.pass(61 * minute)
      await signInBy(server, phone)
    }
    expect((await list(first)).statusCode).toBe(401)
  })

  test('is of one district, of no staff, and the staff’s opens nothing of it', async () => {
    const jar = await signInBy(server, freshPhone())
    const elsewhere = await jar.send('listOwn', { params: { district: 339_902 }, query: {} })
    expect([elsewhere.statusCode, elsewhere.json().refused]).toEqual([401, 'phoneFirst'])
    expect((await jar.send('getMe')).json()).toMatchObject({ refused: 'signInFirst' })
    const staff = await server.as('clerk').cookie()
    const [, value = ''] = staff?.split('=') ?? []
    jar.cookies.set('maple', jar.cookies.get('maple-my') ?? '')
    expect((await jar.send('getMe')).statusCode).toBe(401)
    jar.cookies.set('maple-my', value)
    expect((await list(jar)).statusCode).toBe(401)
  })

  test('leaves a record of who came in and who tried, without the number, that nobody can change', async () => {
    const [jar, phone] = [newJar(), freshPhone()]
    const { id } = await askFor(jar, phone)
    const code = await textIn(server, id)
    await give(jar, id, phone, wrongOf(code))
    server.pass(1_000)
    await give(jar, id, phone, code)
    server.pass(1_000)
    await jar.ok('leave', { params })
    const { rows } = await server.owner.query(
      'select outcome from resident_event where phone_index = $1 order by id',
      [blindIndex(phone, 'phone')],
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual(['wrongCode', 'in', 'out'])
    await expect(server.owner.query(`update resident_event set address = ''`)).rejects.toThrow(/append-only/)
  })
})

describe('without a gateway', () => {
  const door = async (settings: { isProduction?: boolean; isDemo: boolean }) => {
    const other = await startServer({ isTextOn: false, isProduction: settings.isProduction ?? false })
    await other.owner.query('update district set is_demo = $1', [settings.isDemo])
    const jar = browserAt(other, freshAddress())
    const { way } = await jar.ok('findDoor', { params })
    const phone = freshPhone()
    const { id, answer } = await askFor(jar, phone)
    const code = answer.json().shownCode
    const given = await jar.send('giveCode', { params, body: { id, phone, code: code ?? '000000' } })
    const sent = (await other.owner.query('select from outbox')).rowCount
    await other.close()
    return { way, asked: answer.json().refused ?? 'asked', code, given: given.json().refused ?? 'in', sent }
  }

  test('a demonstration shows the code on the page and sends nothing', async () => {
    expect(await door({ isDemo: true })).toEqual({
      ...{ way: 'demo', asked: 'asked', code: expect.stringMatching(/^\d{6}$/), given: 'in', sent: 0 },
    })
  })

  test('any other district, and all of production, offers nothing and says so', async () => {
    const off = { way: 'off', asked: 'phoneOff', code: undefined, given: 'phoneOff', sent: 0 }
    expect(await door({ isDemo: false })).toEqual(off)
    expect(await door({ isDemo: true, isProduction: true })).toEqual(off)
  })

  test('with one a code is never shown, not even in a demonstration', async () => {
    await server.owner.query('update district set is_demo = true')
    expect(await newJar().ok('findDoor', { params })).toEqual({ way: 'text' })
    const { answer } = await askFor(newJar(), freshPhone())
    expect(answer.json()).toMatchObject({ shownCode: null })
    await server.owner.query('update district set is_demo = false')
  })
})
