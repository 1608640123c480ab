import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askFor, browserAt, freshAddress, signInBy, textIn } from '#test/callers.ts'
import { district, freshId } from '#test/factory.ts'
import type { Jar } from '#test/jar.ts'
import { report } from '#test/matters.ts'
import { day, hour, minute, startServer, type TestServer } from '#test/server.ts'

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
