import { afterAll, beforeAll, expect, test } from 'vitest'
import { report } from '#test/matters.ts'
import { minute, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const audited = async (kind: 'open' | 'list') =>
  (await server.as('auditor').ok('listAudit', { query: { kind } })).rows
const open = (id: string) => server.as('clerk').ok('getMatter', { params: { id } })

test('who opened a matter stands on record, once in ten minutes however often the page asks', async () => {
  const { id, number } = await report(server)
  await Promise.all([1, 2, 3, 4].map(() => open(id)))
  expect(await audited('open')).toMatchObject([{ by: { login: 'clerk' }, subject: number, kind: 'open' }])
  server.pass(11 * minute)
  await open(id)
  await server.as('sorter').ok('getMatter', { params: { id } })
  expect(new Set((await audited('open')).map(({ by }) => by?.login))).toEqual(new Set(['clerk', 'sorter']))
  expect(await audited('open')).toHaveLength(3)
})

test('a matter that one may not see was not opened, and nothing says that it is there', async () => {
  const { id } = await report(server, { placeCode: server.town.places.reed })
  const before = (await audited('open')).length
  await server.as('clerk').no('getMatter', { params: { id } })
  expect(await audited('open')).toHaveLength(before)
})

test('who looked through a list stands on record by what narrowed it, without the words that were searched for', async () => {
  await server.as('clerk').ok('listMatters', {
    query: { box: 'area', state: 'received', q: '林小满', sort: 'new' },
  })
  const [row] = await audited('list')
  expect(row).toMatchObject({ by: { login: 'clerk' }, subject: 'list:area', reason: 'state=received q' })
  const { rows } = await server.owner.query('select string_agg(v::text, chr(10)) everything from view_log v')
  expect(rows[0].everything).not.toContain('林小满')
})

test('what was done is read without what was looked at', async () => {
  const { rows } = await server.as('auditor').ok('listAudit', { query: {} })
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ kind }) => kind === 'open' || kind === 'list')).toEqual([])
})

test('nobody takes it back', async () => {
  await expect(server.owner.query('delete from view_log')).rejects.toThrow(/append-only/)
})
