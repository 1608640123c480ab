import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestsPerMinute } from '#domain/door/partner.ts'
import { statusesOf } from '#test/client.ts'
import { freshId, type Login, logins } from '#test/factory.ts'
import { freshNo, makeKey, makePartner, orderBody, partnerBody, withKey } from '#test/partners.ts'
import { day, minute, startServer, type TestServer } from '#test/server.ts'

const lines: string[] = []
let server: TestServer
beforeAll(async () => {
  server = await startServer({ logs: { write: (line) => void lines.push(line) } })
})
afterAll(() => server.close())

const admin = () => server.as('admin')
const ping = (key: string) => withKey(server, key).send('doorPing', {})
const viewOf = async (id: string) =>
  (await admin().ok('listPartners', { query: {} })).rows.find((row) => row.id === id)

describe('a key', () => {
  test('is told once, in no answer and no table afterwards, and opens the door', async () => {
    const { id } = await admin().ok('addPartner', { body: partnerBody(server) })
    const given = { params: { id }, body: { commandId: freshId(), keyId: freshId() } }
    const first = await admin().ok('addPartnerKey', given)
    const key = first.key ?? ''
    expect(key).toMatch(/^maple\.339901\.[A-Za-z0-9_-]{43}$/)
    expect(first.keys).toMatchObject([
      { prefix: key.split('.')[2]?.slice(0, 8), state: 'good', usedAt: null },
    ])
    expect(await admin().ok('addPartnerKey', given)).toEqual({ ...first, key: null })
    const { rows } = await server.owner.query(
      'select to_jsonb(k)::text kept from partner_key k where id = $1',
      [given.body.keyId],
    )
    expect(rows[0].kept).not.toContain(key.split('.')[2])
    expect((await ping(key)).json()).toMatchObject({
      ...{ partner: '市 12345 平台', channel: 'hotline', area: '北桥街道' },
      scopes: ['orders.write', 'orders.read'],
    })
    expect((await viewOf(id))?.keys[0]?.usedAt).toBe(new Date(server.now).toISOString())
  })

  test('is one of two at most, so that a new one is in use before the old one is revoked', async () => {
    const { id, keyId, key } = await makePartner(server)
    const second = await makeKey(server, id)
    const third = { params: { id }, body: { commandId: freshId(), keyId: freshId() } }
    expect(await admin().no('addPartnerKey', third)).toMatchObject({
      status: 409,
      refused: 'tooManyKeys',
      facts: { max: 2 },
    })
    await admin().ok('revokePartnerKey', { params: { id, keyId }, body: { commandId: freshId() } })
    expect((await ping(key)).statusCode).toBe(401)
    expect((await ping(second.key)).statusCode).toBe(200)
    await admin().ok('addPartnerKey', third)
    expect((await viewOf(id))?.keys.map(({ state }) => state)).toEqual(['good', 'good', 'revoked'])
  })

  test('three asked for at once are two', async () => {
    const { id } = await admin().ok('addPartner', { body: partnerBody(server) })
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        admin().send('addPartnerKey', { params: { id }, body: { commandId: freshId(), keyId: freshId() } }),
      ),
    )
    expect(statusesOf(answers)).toEqual([200, 200, 409])
  })

  test('wrong, revoked, too early and too late is answered with the same words', async () => {
    const revoked = await makePartner(server)
    await admin().ok('revokePartnerKey', {
      params: { id: revoked.id, keyId: revoked.keyId },
      body: { commandId: freshId() },
    })
    const early = await makePartner(server, { validFrom: '2026-11-24' })
    const late = await makePartner(server, { validFrom: '2026-11-01', validTo: '2026-11-22' })
    const good = await makePartner(server, { validTo: '2026-11-23' })
    const [, , secret = ''] = good.key.split('.')
    const wrong = [
      ...[
        revoked.key,
        early.key,
        late.key,
        '',
        'maple.339901.x',
        `maple.339902.${secret}`,
        `maple.0.${secret}`,
      ],
      ...[
        `maple.339901.${'A'.repeat(43)}`,
        `maple.339901.${secret.slice(0, -1)}${secret.endsWith('A') ? 'Q' : 'A'}`,
      ],
      ...[secret, `${good.key} `.repeat(2), good.key.toUpperCase()],
    ]
    for (const key of wrong) {
      const response = await ping(key)
      expect([response.statusCode, { ...response.json(), requestId: '' }], key).toEqual([
        401,
        { refused: 'badKey', requestId: '' },
      ])
    }
    expect((await ping(good.key)).statusCode).toBe(200)
    server.pass(day)
    expect((await ping(good.key)).statusCode).toBe(401)
    expect((await ping(early.key)).statusCode).toBe(200)
    await admin().ok('extendPartner', {
      params: { id: good.id },
      body: { commandId: freshId(), validTo: null },
    })
    expect((await ping(good.key)).statusCode).toBe(200)
    const before = { params: { id: good.id }, body: { commandId: freshId(), validTo: '2026-10-01' } }
    expect(await admin().no('extendPartner', before)).toMatchObject({
      status: 422,
      refused: 'badSpan',
      field: 'validTo',
    })
  })

  test('does what it carries and no more', async () => {
    const reader = await makePartner(server, { scopes: ['orders.read'] })
    const writer = await makePartner(server, { scopes: ['orders.write'], channel: 'court' })
    const given = { params: { orderNo: freshNo() }, body: orderBody() }
    expect(await reader.client.no('putOrder', given)).toMatchObject({
      status: 403,
      refused: 'notInScope',
      facts: { scope: 'orders.write' },
    })
    await writer.client.ok('putOrder', given)
    expect(await writer.client.no('getOrder', given)).toMatchObject({
      status: 403,
      facts: { scope: 'orders.read' },
    })
    expect(await writer.client.no('listChangedOrders', { query: {} })).toMatchObject({
      refused: 'notInScope',
    })
  })

  test('that asks too fast waits, and another key goes on', async () => {
    server.pass(minute)
    const [fast, other] = [await makePartner(server), await makePartner(server)]
    for (let i = 0; i < requestsPerMinute; i += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => ping(fast.key)))
      expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]))
    }
    server.pass(20_000)
    const refused = await ping(fast.key)
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '40'])
    expect(refused.json()).toMatchObject({ refused: 'tooBusy', facts: { seconds: 40 } })
    expect((await ping(other.key)).statusCode).toBe(200)
    server.pass(40_000)
    expect((await ping(fast.key)).statusCode).toBe(200)
  })
})

describe('an administrator', () => {
  test('sees what each system asked in thirty days, and what was refused and why', async () => {
    const { id, key, client } = await makePartner(server)
    const orderNo = freshNo()
    for (const place of [{ unit: server.town.units.reed.path }, undefined, undefined])
      await client.send('putOrder', { params: { orderNo }, body: orderBody({ place }) })
    await client.send('getOrder', { params: { orderNo: freshNo() } })
    await ping(key)
    const seen = await viewOf(id)
    expect(seen).toMatchObject({ orders: 1, name: '市 12345 平台', unit: { name: '北桥街道' } })
    expect(seen?.uses).toEqual([
      { outcome: 'ok', count: 3 },
      { outcome: 'notFound', count: 1 },
      { outcome: 'outsideArea', count: 1 },
    ])
    server.pass(30 * day)
    expect((await viewOf(id))?.uses).toEqual([])
  })

  test('is the only one who sees the systems and makes keys', async () => {
    const { id, keyId } = await makePartner(server)
    const commandId = freshId()
    for (const login of logins.filter((one: Login) => one !== 'admin')) {
      const no = { status: 403, refused: 'notYours' }
      const who = server.as(login)
      expect(await who.no('listPartners', { query: {} }), login).toMatchObject(no)
      expect(await who.no('addPartner', { body: partnerBody(server) }), login).toMatchObject(no)
      expect(
        await who.no('addPartnerKey', { params: { id }, body: { commandId, keyId: freshId() } }),
      ).toMatchObject(no)
      expect(await who.no('revokePartnerKey', { params: { id, keyId }, body: { commandId } })).toMatchObject(
        no,
      )
    }
  })

  test('leaves a record of each command, which nobody can edit; a command is done once', async () => {
    const body = partnerBody(server)
    const first = await admin().ok('addPartner', { body })
    expect(await admin().ok('addPartner', { body })).toEqual(first)
    const other = { ...body, name: '另一个' }
    expect(await admin().no('addPartner', { body: other })).toMatchObject({
      status: 409,
      refused: 'commandReused',
    })
    const { keyId } = await makeKey(server, body.id)
    const revoke = { params: { id: body.id, keyId }, body: { commandId: freshId() } }
    expect(await admin().ok('revokePartnerKey', revoke)).toEqual(await admin().ok('revokePartnerKey', revoke))
    expect(
      await admin().no('revokePartnerKey', { ...revoke, params: { id: body.id, keyId: freshId() } }),
    ).toMatchObject({ status: 404 })
    const { rows } = await server.owner.query(
      'select verb from partner_action where partner_id = $1 order by at, id',
      [body.id],
    )
    expect(rows.map(({ verb }) => verb)).toEqual(['addPartner', 'addKey', 'revokeKey'])
    const { rows: grants } = await server.owner.query(
      `select privilege_type from information_schema.role_table_grants where grantee = 'maple_app' and table_name = 'partner_action'`,
    )
    expect(grants.map((grant) => String(grant.privilege_type)).toSorted()).toEqual(['INSERT', 'SELECT'])
  })

  test('gives no system an area that is closed or not ours', async () => {
    const { units } = server.town
    await server.owner.query(`update unit set valid_to = '2026-01-01' where id = $1`, [units.plum.id])
    const closed = partnerBody(server, { unitId: units.plum.id })
    expect(await admin().no('addPartner', { body: closed })).toMatchObject({
      status: 422,
      refused: 'closedUnit',
    })
    const foreign = partnerBody(server, { unitId: freshId() })
    expect(await admin().no('addPartner', { body: foreign })).toMatchObject({ status: 404, field: 'unitId' })
  })

  test('pages through the systems, the newest first', async () => {
    const { rows, next } = await admin().ok('listPartners', { query: { limit: 2 } })
    expect(rows).toHaveLength(2)
    const more = await admin().ok('listPartners', { query: { limit: 2, cursor: next ?? undefined } })
    expect((more.rows[0]?.id ?? '') < (rows[1]?.id ?? '')).toBe(true)
  })
})

test('a key is in no log, not even when we are at fault', async () => {
  const { key, client } = await makePartner(server)
  const orderNo = freshNo()
  await server.owner.query('alter table partner_order rename to mislaid')
  const response = await client.send('putOrder', {
    params: { orderNo },
    body: orderBody({ name: '林小满', phone: '19900007009' }),
  })
  await server.owner.query('alter table mislaid rename to partner_order')
  expect([response.statusCode, response.json()]).toEqual([
    500,
    { fault: true, requestId: expect.any(String) },
  ])
  const logged = lines.join('\n')
  expect(logged).toContain(response.json().requestId)
  expect(logged).not.toContain(key.split('.')[2])
  expect(logged).not.toMatch(/authorization|林小满|19900007009/i)
  expect((await client.send('putOrder', { params: { orderNo }, body: orderBody() })).statusCode).toBe(200)
})
