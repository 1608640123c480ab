import { afterAll, beforeAll, expect, test } from 'vitest'
import { askFor, browserAt, freshAddress, textIn } from '#test/callers.ts'
import { district, freshId, nameOf, password } from '#test/factory.ts'
import { Jar } from '#test/jar.ts'
import { matterIn } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { newDistrict } from './new-district.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const ask = (query: Record<string, string> = {}) => server.as('auditor').ok('listAudit', { query })

test('signing in, failing to and going out stand with their device and address', async () => {
  const jar = new Jar(server.app, '192.0.2.77')
  const headers = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/130' }
  await jar.send('signIn', { body: { login: 'head', password: 'guess' } }, headers)
  server.pass(1000)
  await jar.send('signIn', { body: { login: 'head', password } }, headers)
  server.pass(1000)
  await jar.send('signOut', {}, headers)
  const account = server.town.staff.head.accountId
  const { rows } = await ask({ account })
  expect(rows.map(({ kind, verb, way }) => [kind, verb, way])).toEqual([
    ['signIn', 'out', 'none'],
    ['signIn', 'in', 'password'],
    ['failed', 'wrongPassword', 'password'],
  ])
  expect(rows[2]).toMatchObject({
    by: { login: 'head' },
    address: '192.0.2.77',
    device: expect.stringContaining('Windows'),
  })
  expect((await ask({ account, kind: 'failed' })).rows).toHaveLength(1)
})

test('posts that were given stand with the person and the role, resets with their reason', async () => {
  const { willow } = server.town.units
  const { personId } = server.town.staff.mediator
  await server.as('admin').ok('givePost', {
    params: { id: personId },
    body: {
      ...{ commandId: freshId(), postId: freshId(), unitId: willow.id, role: 'mediator' },
      ...{ fromOn: '2026-11-23', toOn: null },
    },
  })
  const { rows } = await ask({ kind: 'people' })
  expect(rows[0]).toMatchObject({
    ...{ kind: 'people', verb: 'givePost', role: 'mediator', way: null },
    ...{ by: { login: 'admin' }, subject: nameOf('mediator') },
  })
})

test('who looked at a name stands with the number of the matter and the purpose, and the auditor reads no matter', async () => {
  const { id, appealId } = await matterIn(server, 'accepted')
  await server.as('clerk').ok('revealContact', {
    params: { id },
    body: { commandId: freshId(), appealId, purpose: '约时间上门' },
  })
  const { rows } = await ask({ kind: 'reveal' })
  const { number } = await server.as('clerk').ok('getMatter', { params: { id } })
  expect(rows).toMatchObject([
    { by: { login: 'clerk' }, subject: number, reason: '约时间上门', verb: 'read', kind: 'reveal' },
  ])
  expect((await server.as('auditor').send('getMatter', { params: { id } })).statusCode).not.toBe(200)
})

test('pages by key show every record of every kind once, newest first, within the days asked for', async () => {
  const { accountId } = server.town.staff.leader
  await server.owner.query(
    `insert into account_event (district_id, id, at, account_id, outcome, way, device, address)
      select $1, id, $2::timestamptz - (n / 3) * interval '1 minute', $3, 'in', 'password', '', '192.0.2.1'
      from unnest($4::uuid[]) with ordinality x(id, n)`,
    [district, new Date(server.now - 40 * day), accountId, Array.from({ length: 40 }, freshId)],
  )
  await server.owner.query(
    `insert into read_log (district_id, id, at, account_id, what, subject, purpose)
      select $1, id, $2::timestamptz - (n / 3) * interval '1 minute', $3, 'export', 'list_export:x', '周报'
      from unnest($4::uuid[]) with ordinality x(id, n)`,
    [district, new Date(server.now - 40 * day), accountId, Array.from({ length: 20 }, freshId)],
  )
  const seen: { id: string; at: string }[] = []
  let cursor: string | undefined
  do {
    const page = await ask({
      account: accountId,
      limit: '7',
      to: '2026-11-01',
      ...(cursor ? { cursor } : {}),
    })
    seen.push(...page.rows)
    cursor = page.next ?? undefined
  } while (cursor)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(60)
  expect(seen).toHaveLength(60)
  expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).toSorted((a, b) => (a < b ? 1 : -1)))
  expect((await ask({ account: accountId, from: '2026-11-01', limit: '7' })).rows).toEqual([])
})

test('what residents did at their door stands beside, by a mark of the number from which nobody has the number', async () => {
  const phone = '19900003377'
  const [address, params] = [freshAddress(), { district }]
  const jar = browserAt(server, address)
  server.pass(1_000)
  const { id } = await askFor(jar, phone)
  const code = await textIn(server, id)
  const give = (digits: string) => jar.send('giveCode', { params, body: { id, phone, code: digits } })
  expect((await give(code === '000000' ? '000001' : '000000')).statusCode).toBe(422)
  server.pass(1_000)
  expect((await give(code)).statusCode).toBe(200)
  server.pass(1_000)
  await jar.ok('leave', { params })
  const page = await ask({ kind: 'resident' })
  expect(page.rows.map(({ verb, by, kind }) => [verb, by, kind])).toEqual(
    ['out', 'in', 'wrongCode'].map((verb) => [verb, null, 'resident']),
  )
  expect(page.rows.map((row) => row.address)).toEqual([address, address, address])
  const marks = new Set(page.rows.map(({ subject }) => subject))
  expect(marks.size).toBe(1)
  expect([...marks][0]).toMatch(/^phone:[0-9a-f]{8}$/)
  expect(JSON.stringify(page)).not.toMatch(/0000\D?3377/)
  // among everything else, in its place
  expect((await ask()).rows.slice(0, 3)).toEqual(page.rows)

  const other = browserAt(server, freshAddress())
  server.pass(1_000)
  const again = await askFor(other, '19900003388')
  await other.send('giveCode', { params, body: { id: again.id, phone: '19900003388', code: '9' } })
  await other.send('giveCode', {
    ...{ params, body: { id: again.id, phone: '19900003388', code: await textIn(server, again.id) } },
  })
  expect((await ask({ kind: 'resident', limit: '1' })).rows[0]?.subject).not.toBe([...marks][0])
})

test('residents are asked for by day and page by page, belong to no account, and stay in their district', async () => {
  const { accountId } = server.town.staff.leader
  const there = 339_903
  await newDistrict(server.owner, {
    ...{ id: there, name: '邻区', city: '临川江市', isDemo: false, now: server.now - day },
  })
  for (const [at, many] of [
    [district, 40],
    [there, 3],
  ])
    await server.owner.query(
      `insert into resident_event (district_id, id, at, phone_index, outcome, device, address)
        select $1, id, $2::timestamptz - (n / 3) * interval '1 minute', '\\x0011223344', 'in', '', '192.0.2.1'
        from unnest($3::uuid[]) with ordinality x(id, n)`,
      [at, new Date(server.now - 40 * day), Array.from({ length: many ?? 0 }, freshId)],
    )
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await ask({ kind: 'resident', limit: '7', to: '2026-11-01', ...(cursor ? { cursor } : {}) })
    expect(page.rows.every(({ kind }) => kind === 'resident')).toBe(true)
    seen.push(...page.rows.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect([seen.length, new Set(seen).size]).toEqual([40, 40])
  expect(await ask({ kind: 'resident', account: accountId })).toEqual({ rows: [], next: null })
  for (const login of ['admin', 'security', 'leader', 'topsorter'] as const)
    expect(await server.as(login).no('listAudit', { query: { kind: 'resident' } })).toMatchObject({
      refused: 'notYours',
    })
})

test('the record cannot be changed by the product, nor read by anybody else', async () => {
  await expect(server.pool.query('update account_event set address = $1', ['x'])).rejects.toThrow(
    /permission/,
  )
  await expect(server.pool.query('delete from account_event')).rejects.toThrow(/permission/)
  for (const login of ['admin', 'security', 'leader'] as const)
    expect(await server.as(login).no('listAudit', { query: {} })).toMatchObject({ refused: 'notYours' })
})

test('accounts are found by name, login or pinyin, also those that are disabled', async () => {
  await server.owner.query(`update account set disabled_at = now() where login = 'power'`)
  const { rows } = await server.as('auditor').ok('listAudited', { query: { q: 'power' } })
  expect(rows).toMatchObject([{ login: 'power' }])
})
