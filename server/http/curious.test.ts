import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '#test/client.ts'
import { district, freshId, type Login, logins } from '#test/factory.ts'
import { appealBody } from '#test/matters.ts'
import { routeNames, routeOf, type Sample, sampleOf } from '#test/samples.ts'
import { known, makeOutsiders, makeSecret, outsiders, type Secret, secrets, strangers } from '#test/secret.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
let secret: Secret
let others: Map<string, Client>
beforeAll(async () => {
  server = await startServer()
  secret = await makeSecret(server)
  others = await makeOutsiders(server)
})
afterAll(() => server.close())

const clientOf = (who: string) => others.get(who) ?? server.as(who as Login)
const curious = [...strangers, ...outsiders]

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
const asked = routeNames.filter(
  (name) => !['live', 'signOut', 'signOutEverywhere', 'signIn', 'leave', 'leaveEverywhere'].includes(name),
)
const ids = () => [secret.id, secret.appealId, secret.fileId, secret.viewId, secret.exportId]

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
      /^\/api\/(matters|files|exports|views|bulks|my\/:district\/appeals)\/:id/.test(routeOf(name).path),
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
    await loud.visitor.send('askCode', {
      params: { district },
      body: { id: freshId(), phone: known.phone },
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
