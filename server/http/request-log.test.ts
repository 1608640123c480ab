import { afterAll, beforeAll, expect, test } from 'vitest'
import { district } from '#test/factory.ts'
import { appealBody } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
const lines: string[] = []
beforeAll(async () => {
  server = await startServer({ isProduction: true, logs: { write: (line) => void lines.push(line) } })
})
afterAll(() => server.close())

const told = (route: string) =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line['route'] === route)

test('every answer leaves one line that says which route, how it ended and how long it took', async () => {
  const { headers } = await server.as('clerk').send('listMatters', { query: { q: '林小满 19900001234' } })
  const [line] = told('/api/matters')
  expect(line).toMatchObject({
    ...{ level: 30, method: 'GET', route: '/api/matters', status: 200, msg: 'answered' },
    ...{ requestId: headers['x-request-id'], ms: expect.any(Number) },
    account: server.town.staff.clerk.accountId,
  })
})

test('a refusal says which, under the number that the reader was told', async () => {
  const { requestId } = (
    await server.visitor.send('track', { params: { district }, body: { queryCode: '123456789012' } })
  ).json<{ requestId: string }>()
  expect(told('/api/public/:district/track')).toMatchObject([{ requestId, refused: 'unknownCode' }])
})

test('a fault stands beside its line', async () => {
  await server.owner.query('alter table category rename to mislaid')
  const { requestId } = (await server.as('clerk').send('listCategories', {})).json<{ requestId: string }>()
  await server.owner.query('alter table mislaid rename to category')
  const about = lines.map((line) => JSON.parse(line)).filter((line) => line.requestId === requestId)
  expect(about.map(({ msg, level }) => [msg, level])).toEqual([
    ['fault', 50],
    ['answered', 30],
  ])
})

test('no line holds a word, a name, a number, a code or an address', async () => {
  const body = appealBody(server.town, { words: '密语壹贰' })
  const { queryCode } = await server.visitor.ok('sendAppeal', { params: { district }, body })
  await server.visitor.ok('track', { params: { district }, body: { queryCode } })
  await server.as('clerk').ok('listMatters', { query: { q: '密语壹贰' } })
  const all = lines.join('')
  expect(all).toContain('/api/public/:district/track')
  for (const secret of [
    '密语',
    '林小满',
    '19900001234',
    '199-0000',
    queryCode,
    '127.0.0.1',
    '%E5%AF%86',
    '?',
  ])
    expect(all, secret).not.toContain(secret)
})

test('what is asked all the time says nothing', async () => {
  await server.visitor.ok('health', {})
  expect(told('/api/health')).toEqual([])
})
