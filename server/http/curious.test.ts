import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#domain/org/roles.ts'
import { insertRows } from '#server/db/insert-rows.ts'
import { newDistrict } from '#server/org/new-district.ts'
import { hashPassword } from '#server/org/passwords.ts'
import { Client } from '#test/client.ts'
import { district, freshId, type Login, logins, password } from '#test/factory.ts'
import { appealBody, triage } from '#test/matters.ts'
import { makePartner } from '#test/partners.ts'
import { routeNames, routeOf, type Sample, sampleOf } from '#test/samples.ts'
import { day, startServer, type TestServer } from '#test/server.ts'

/** What somebody could know and look for, and what must then not be told: each text of the matter has both. */
const known = { words: '苔绿色水箱在漏水', phone: '199-0000-5678', title: '苔绿色水箱' }
const secrets = ['密语壹', '密语贰', '密语叁', '密语肆', '密语伍', '密语陆', '密语柒', '苗可见', '00005678']

/** Everybody of the town who has nothing to do with the matter. */
const strangers: Login[] = [
  ...(['plumclerk', 'reedclerk', 'southsorter', 'expert', 'lawyer', 'water', 'power'] as const),
  ...(['mediator', 'head', 'admin', 'auditor'] as const),
]

let server: TestServer
let secret: {
  id: string
  number: string
  queryCode: string
  appealId: string
  fileId: string
  viewId: string
}
let exportId: string
const others = new Map<string, Client>()

/** Somebody with one post somewhere, made past the product; the post has ended where a last day is given. */
async function employ(at: number, unitId: string, role: Role, login: string, toOn?: string): Promise<void> {
  const [personId, accountId, now] = [freshId(), freshId(), new Date(server.now).toISOString()]
  const key = { district_id: at }
  await insertRows(server.owner, 'person', [
    { ...key, id: personId, name: '外人', pinyin: 'wairen', created_at: now },
  ])
  await insertRows(server.owner, 'account', [
    {
      ...{ ...key, id: accountId, person_id: personId, login, password_hash: await hashPassword(password) },
      ...{ password_changed_at: now, failed: 0, is_demo: false, settings: {} },
    },
  ])
  await insertRows(server.owner, 'login_key', [{ ...key, login, account_id: accountId }])
  await insertRows(server.owner, 'post', [
    {
      ...{ ...key, id: freshId(), person_id: personId, unit_id: unitId, role, from_on: '2020-01-01' },
      ...(toOn ? { to_on: toOn } : {}),
    },
  ])
  const reached = { app: server.app, clock: () => server.now, faults: server.faults }
  others.set(login, new Client(reached, { login, password }))
}

beforeAll(async () => {
  server = await startServer()
  const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#383' } })
    .jpeg()
    .toBuffer()
  const fileId = freshId()
  await server.visitor.ok('uploadPublicFile', {
    params: { district, id: fileId },
    query: { name: '密语壹.jpg' },
    file: picture,
  })
  const body = appealBody(server.town, {
    ...{ words: `${known.words}，密语贰`, name: '苗可见', phone: known.phone, files: [fileId] },
  })
  const { number, queryCode } = await server.visitor.ok('sendAppeal', { params: { district }, body })
  const [sorter, housing, clerk] = [server.as('sorter'), server.as('housing'), server.as('clerk')]
  await clerk.move(body.matterId, 'accept', { note: '密语叁' })
  await clerk.move(body.matterId, 'triage', { ...triage, title: `${known.title}密语肆` })
  await sorter.move(body.matterId, 'dispatch', {
    ...{ unitId: server.town.units.housing.id, instruction: '密语伍' },
  })
  await housing.move(body.matterId, 'sign', {})
  await housing.move(body.matterId, 'progress', { text: '密语陆', toPerson: true })
  await sorter.ok('followMatter', { params: { id: body.matterId } })
  const viewId = freshId()
  await sorter.ok('saveView', {
    params: { id: viewId },
    body: { name: '密语柒', query: { box: 'area', q: '水箱' }, unitId: null, version: 0 },
  })
  exportId = freshId()
  await sorter.ok('startExport', {
    params: { id: exportId },
    body: { query: { box: 'area', q: '水箱' }, purpose: '密语柒', language: 'zh' },
  })
  secret = { id: body.matterId, number, queryCode, appealId: body.id, fileId, viewId }

  const elsewhere = await newDistrict(server.owner, {
    ...{ id: 339_903, name: '邻区', city: '临川江市', isDemo: false, now: server.now - day },
  })
  for (const role of ['dispatcher', 'leader', 'administrator'] as const)
    await employ(339_903, elsewhere.unitId, role, `foreign-${role}`)
  await employ(district, server.town.units.willow.id, 'communityClerk', 'ended-clerk', '2026-11-20')
  others.set(
    'a partner of the south',
    (await makePartner(server, { unitId: server.town.units.south.id })).client,
  )
  others.set('nobody', server.visitor)
})
afterAll(() => server.close())

const clientOf = (who: string) => others.get(who) ?? server.as(who as Login)
const curious = [
  ...strangers,
  ...['foreign-dispatcher', 'foreign-leader', 'foreign-administrator', 'ended-clerk'],
  ...['a partner of the south', 'nobody'],
]

const isId = (value: unknown): value is string => typeof value === 'string' && value.length === 36
const fresh = new Set(['commandId', 'screenId', 'keyId', 'postId'])

/** A request aimed at what is secret: ids of it wherever ids stand, words of it wherever something is searched. */
function aim(value: unknown, key: string, id: string): unknown {
  if (Array.isArray(value)) return value.map((one) => aim(one, key, id))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, aim(inner, name, id)]))
  if (isId(value) && !fresh.has(key)) {
    if (key.startsWith('appealId')) return secret.appealId
    if (key.startsWith('file')) return secret.fileId
    if (['id', 'ids', 'matterId', 'intoId'].includes(key)) return id
  }
  if (key === 'q') return known.title
  if (key === 'words' || key === 'text') return known.words
  return key === 'phone' ? known.phone : value
}

/** Without the number of the request, and with every id alike: what is left tells two answers apart. */
const bare = (text: string) =>
  text.replaceAll(/"requestId":"[^"]*"/g, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')

const given = ({ login: _, file, ...rest }: Sample) => (file ? { ...rest, file: Buffer.from('x') } : rest)
const asked = routeNames.filter((name) => !['live', 'signOut', 'signOutEverywhere', 'signIn'].includes(name))
const ids = () => [secret.id, secret.appealId, secret.fileId, secret.viewId, exportId]

test('only these have nothing to do with the matter, and whoever has sees it', async () => {
  const blind = []
  for (const login of logins) {
    const { statusCode, body } = await server.as(login).send('getMatter', { params: { id: secret.id } })
    if (statusCode === 200) expect(body, login).toContain('密语肆')
    else blind.push(login)
  }
  expect(new Set(blind)).toEqual(new Set(strangers))
})

describe.each(curious)('%s', (who) => {
  test('cannot tell by any answer that it is there', async () => {
    const client = clientOf(who)
    const one = asked.filter((name) =>
      /^\/api\/(matters|files|exports|views|bulks)\/:id/.test(routeOf(name).path),
    )
    const made = ['saveView', 'startExport', 'startBulk', 'uploadFile']
    expect(one.length).toBeGreaterThan(15)
    for (const name of one.filter((route) => !made.includes(route))) {
      const sample = sampleOf(name, server.town)
      for (const id of ids()) {
        const [there, not] = await Promise.all(
          [id, freshId()].map((tried) => client.send(name, given(aim(sample, '', tried) as Sample))),
        )
        expect([there?.statusCode, bare(there?.body ?? '')], `${name} ${id}`).toEqual([
          not?.statusCode,
          bare(not?.body ?? ''),
        ])
      }
    }
  })

  test('is told nothing of it by any route, whatever ids and words are tried', async () => {
    const client = clientOf(who)
    for (const name of asked) {
      const sample = sampleOf(name, server.town)
      const hasId = JSON.stringify([sample.params, sample.body]).match(/[0-9a-f]{8}-[0-9a-f-]{27}/) !== null
      for (const id of hasId ? ids() : [secret.id]) {
        const response = await client.send(name, given(aim(sample, '', id) as Sample))
        const what = `${name} ${response.statusCode}`
        expect(response.statusCode, `${what} ${response.body.slice(0, 300)}`).toBeLessThan(500)
        for (const said of [...secrets, secret.number, secret.queryCode])
          expect(response.body, what).not.toContain(said)
      }
    }
  })
})

test('nothing of it was changed by anything that was tried', async () => {
  const { rows } = await server.owner.query(
    `select m.version, m.last_seq, (select count(*)::int from matter_action a where a.matter_id = m.id) actions
      from matter m where m.id = $1`,
    [secret.id],
  )
  expect(rows).toEqual([{ version: 6, last_seq: 6, actions: 6 }])
  expect((await server.as('sorter').ok('listViews', {})).rows.map((view) => view.name)).toContain('密语柒')
})

test('what the log of the product says holds nothing of it', async () => {
  const lines: string[] = []
  const loud = await startServer({
    logs: { write: (line: string) => void lines.push(line) },
    isProduction: true,
  })
  try {
    await loud.visitor.send('sendAppeal', {
      params: { district },
      body: appealBody(loud.town, { words: `${known.words}密语贰`, name: '苗可见', phone: known.phone }),
    })
    await loud.as('sorter').send('suggest', { body: { q: known.title } })
    await loud.as('sorter').send('listMatters', { query: { box: 'area', q: known.title } })
    await loud.as('sorter').send('findSaid', { body: { commandId: freshId(), phone: known.phone } })
    await loud.visitor.inject({
      method: 'POST',
      url: '/api/public/1/appeals',
      payload: `{"words":"${known.words}`,
    })
    const all = lines.join('\n')
    for (const said of [...secrets, known.title, known.words, '199-0000', '19900005678'])
      expect(all).not.toContain(said)
  } finally {
    await loud.close()
  }
})
