import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askFor, browserAt, freshAddress, signInBy, textIn } from '#test/callers.ts'
import { district, freshId } from '#test/factory.ts'
import type { Jar } from '#test/jar.ts'
import { report } from '#test/matters.ts'
import { day, hour, minute, startServer, type TestServer } from '#test/server.ts'
import { tidy } from '../jobs/rounds.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const params = { district }
let numbers = 0
const freshPhone = () => `1990001${String(++numbers).padStart(4, '0')}`
const newJar = () => browserAt(server, freshAddress())
const give = (jar: Jar, id: string, phone: string, code: string) =>
  jar.send('giveCode', { params, body: { id, phone, code } })
const wrongOf = (code: string) => (code === '111111' ? '222222' : '111111')
const list = (jar: Jar) => jar.send('listOwn', { params, query: {} })

describe('a code', () => {
  test('signs the browser in that asked for it, once, with the number in any shape', async () => {
    const [jar, phone] = [newJar(), freshPhone()]
    const id = freshId()
    const shapes = { ask: `+86 ${phone.slice(0, 3)}-${phone.slice(3)}`, give: phone }
    const answer = await jar.ok('askCode', { params, body: { id, phone: shapes.ask } })
    expect(answer).toEqual({ nextSeconds: 60, lifeSeconds: 300, shownCode: null })
    const code = await textIn(server, id)
    expect(code).toMatch(/^\d{6}$/)
    const entered = await give(jar, id, shapes.give, ` ${code.slice(0, 3)} ${code.slice(3)} `)
    expect(entered.json()).toEqual({
      phone: `199****${phone.slice(-4)}`,
      expiresAt: new Date(server.now + 30 * day).toISOString(),
    })
    expect((await list(jar)).json()).toMatchObject({
      phone: `199****${phone.slice(-4)}`,
      rows: [],
      next: null,
    })
    expect((await give(jar, id, phone, code)).json()).toMatchObject({ refused: 'codeGone', field: 'code' })
  })

  test('is tried five times, each wrong one says how many are left, then it is dead', async () => {
    const [jar, phone] = [newJar(), freshPhone()]
    const { id } = await askFor(jar, phone)
    const code = await textIn(server, id)
    for (const left of [4, 3, 2, 1])
      expect((await give(jar, id, phone, wrongOf(code))).json()).toMatchObject({
        ...{ refused: 'codeNotRight', facts: { left }, field: 'code' },
      })
    expect((await give(jar, id, phone, wrongOf(code))).json()).toMatchObject({ refused: 'codeDead' })
    expect((await give(jar, id, phone, code)).json()).toMatchObject({ refused: 'codeDead' })
    expect((await list(jar)).statusCode).toBe(401)
  })

  test('is not tried more often by trying at once', async () => {
    const [jar, phone] = [newJar(), freshPhone()]
    const { id } = await askFor(jar, phone)
    const code = await textIn(server, id)
    const tried = await Promise.all(Array.from({ length: 12 }, () => give(jar, id, phone, wrongOf(code))))
    expect(tried.filter((one) => one.json().refused === 'codeNotRight')).toHaveLength(4)
    expect(tried.filter((one) => one.json().refused === 'codeDead')).toHaveLength(8)
  })

  test('lives five minutes', async () => {
    const [jar, phone] = [newJar(), freshPhone()]
    const { id } = await askFor(jar, phone)
    const code = await textIn(server, id)
    server.pass(5 * minute)
    expect((await give(jar, id, phone, code)).json()).toMatchObject({ refused: 'codeGone' })
  })

  test('is made void by a new one, and the same request sent again makes none', async () => {
    const [jar, phone] = [newJar(), freshPhone()]
    const first = await askFor(jar, phone)
    const code = await textIn(server, first.id)
    const again = await jar.ok('askCode', { params, body: { id: first.id, phone } })
    expect(again.nextSeconds).toBe(60)
    server.pass(minute)
    const second = await askFor(jar, phone)
    expect((await give(jar, first.id, phone, code)).json()).toMatchObject({ refused: 'codeGone' })
    const { rows } = await server.owner.query(
      `select count(*)::int n from outbox where payload->>'ask' = any ($1)`,
      [[first.id, second.id]],
    )
    expect(rows).toEqual([{ n: 2 }])
    expect((await give(jar, second.id, phone, await textIn(server, second.id))).statusCode).toBe(200)
  })

  test('opens nothing with another number, another id, or in another district', async () => {
    const [jar, phone] = [newJar(), freshPhone()]
    const { id } = await askFor(jar, phone)
    const code = await textIn(server, id)
    for (const [otherId, otherPhone] of [
      [freshId(), phone],
      [id, freshPhone()],
    ] as const)
      expect((await give(jar, otherId, otherPhone, code)).json()).toMatchObject({ refused: 'codeGone' })
    const there = await jar.send('giveCode', {
      params: { district: 339_902 },
      body: { id, phone, code },
    })
    expect(there.statusCode).toBe(409)
    const body = { id, phone: freshPhone() }
    expect((await jar.send('askCode', { params, body })).json()).toMatchObject({ refused: 'commandReused' })
    expect((await give(jar, id, phone, code)).statusCode).toBe(200)
  })

  test('goes to mobile numbers only', async () => {
    for (const phone of ['0799-5550101', '12345', '95588', '2000000000000'])
      expect((await askFor(newJar(), phone)).answer.json()).toMatchObject({
        ...{ refused: 'mobileOnly', field: 'phone' },
      })
  })

  test('and its number stand nowhere in the clear', async () => {
    const [jar, phone] = [newJar(), freshPhone()]
    const { id } = await askFor(jar, phone)
    const code = await textIn(server, id)
    await give(jar, id, phone, code)
    const { rows } = await server.owner.query<{ said: string }>(
      ['resident_ask', 'resident_session', 'resident_device', 'resident_event', 'outbox']
        .map((name) => `select coalesce(string_agg(row_to_json(x)::text, ' '), '') said from ${name} x`)
        .join(' union all '),
    )
    const all = rows.map(({ said }) => said).join()
    expect(all).toContain(id)
    expect(all).not.toContain(phone)
    expect(all).not.toMatch(new RegExp(`[":]${code}[",]`))
  })
})

describe('asking', () => {
  test('is answered alike whether or not any appeal stands with the number', async () => {
    const [known, unknown] = [freshPhone(), freshPhone()]
    await report(server, { phone: known })
    const answers = await Promise.all([known, unknown].map((phone) => askFor(newJar(), phone)))
    const [one, other] = answers.map(({ answer }) => [answer.statusCode, answer.json(), answer.headers])
    expect([one?.[0], one?.[1]]).toEqual([other?.[0], other?.[1]])
    const { rows } = await server.owner.query(
      `select count(*)::int n from outbox where topic = 'text' and payload->>'ask' = any ($1)`,
      [answers.map(({ id }) => id)],
    )
    expect(rows).toEqual([{ n: 2 }])
  })

  test('again within a minute is put off by the seconds that are left; the limits of the hour by minutes', async () => {
    const [jar, phone] = [newJar(), freshPhone()]
    await askFor(jar, phone)
    server.pass(20_500)
    expect((await askFor(jar, phone)).answer.json()).toMatchObject({
      ...{ refused: 'codeWait', facts: { seconds: 40 } },
    })
    for (let i = 0; i < 4; i++) {
      server.pass(minute)
      expect((await askFor(jar, phone)).answer.statusCode).toBe(200)
    }
    server.pass(minute)
    const full = (await askFor(jar, phone)).answer
    expect([full.statusCode, full.json().refused, full.json().facts.minutes]).toEqual([
      429,
      'codesEnough',
      55,
    ])
  })

  test('by a stranger at another address neither uses up a code nor keeps its holder waiting over a minute', async () => {
    const [holder, stranger, phone] = [newJar(), newJar(), freshPhone()]
    await askFor(stranger, phone)
    server.pass(10_000)
    expect((await askFor(holder, phone)).answer.json()).toMatchObject({ facts: { seconds: 50 } })
    server.pass(50_000)
    // the stranger comes first, but somebody was turned away meanwhile
    expect((await askFor(stranger, phone)).answer.statusCode).toBe(429)
    const mine = await askFor(holder, phone)
    expect(mine.answer.statusCode).toBe(200)
    const code = await textIn(server, mine.id)
    server.pass(minute)
    const theirs = await askFor(stranger, phone)
    expect(theirs.answer.statusCode).toBe(200)
    for (let i = 0; i < 5; i++) await give(stranger, theirs.id, phone, '000000')
    expect((await give(holder, mine.id, phone, code)).statusCode).toBe(200)
  })

  test('from a device that has signed in with the number is not put off by anybody else', async () => {
    const phone = freshPhone()
    const own = await signInBy(server, phone)
    server.pass(minute)
    await askFor(newJar(), phone)
    server.pass(1_000)
    expect((await askFor(newJar(), phone)).answer.statusCode).toBe(429)
    const { id, answer } = await askFor(own, phone)
    expect(answer.statusCode, answer.body).toBe(200)
    expect((await give(own, id, phone, await textIn(server, id))).statusCode).toBe(200)
  })

  test('for many numbers from one address ends after sixty an hour, for a district after a thousand', async () => {
    const jar = newJar()
    const sent = async () => (await askFor(jar, freshPhone())).answer.statusCode
    for (let i = 0; i < 60; i++) expect(await sent()).toBe(200)
    expect(await sent()).toBe(429)
    expect((await askFor(newJar(), freshPhone())).answer.statusCode).toBe(200)
    await server.owner.query(
      `insert into resident_ask (district_id, id, phone_index, asker_hash, is_known, source_hash, at, code_hash)
        select $1, gen_random_uuid(), decode(lpad(n::text, 16, '0'), 'hex'), 'x', false, 'y', $2, 'z'
        from generate_series(1, 1000) n`,
      [district, new Date(server.now)],
    )
    const full = (await askFor(newJar(), freshPhone())).answer.json()
    expect(full).toMatchObject({ refused: 'codesEnough', facts: { minutes: 60 } })
    server.pass(hour)
    expect(await sent()).toBe(200)
  })
})

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
    server.pass(1_000)
    const { rows: before } = await server.owner.query('select count(*)::int n from resident_event')
    const { id } = await askFor(jar, phone)
    const code = await textIn(server, id)
    await give(jar, id, phone, wrongOf(code))
    server.pass(1_000)
    await give(jar, id, phone, code)
    server.pass(1_000)
    await jar.ok('leave', { params })
    const { rows } = await server.owner.query(
      'select outcome, phone_index, address from resident_event order by id offset $1',
      [before[0].n],
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual(['wrongCode', 'in', 'out'])
    expect(new Set(rows.map((row) => String(row.phone_index))).size).toBe(1)
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
