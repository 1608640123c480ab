import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Login } from '#test/factory.ts'
import { report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const list = async (login: Login, box: 'followed' | 'recent') =>
  (await server.as(login).ok('listMatters', { query: { box, sort: 'new', limit: 100 } })).rows
const open = (login: Login, id: string, version = 1) =>
  server.as(login).ok('openMatter', { params: { id }, body: { version } })

describe('a followed matter', () => {
  test('stands in my box until I let it go, and in nobody else’s', async () => {
    const { id } = await report(server)
    for (let i = 0; i < 2; i++)
      expect(await server.as('clerk').ok('followMatter', { params: { id } })).toEqual({ isFollowed: true })
    expect((await list('clerk', 'followed')).map((row) => row.id)).toEqual([id])
    expect(await list('colleague', 'followed')).toEqual([])
    for (let i = 0; i < 2; i++) await server.as('clerk').ok('unfollowMatter', { params: { id } })
    expect(await list('clerk', 'followed')).toEqual([])
  })

  test('is marked as new when it changes, until it is opened again', async () => {
    const { id } = await report(server)
    await server.as('sorter').ok('followMatter', { params: { id } })
    const news = async () => (await list('sorter', 'followed')).find((row) => row.id === id)?.hasNews
    const count = async () => (await server.as('sorter').ok('countMatters', {})).news
    expect([await news(), await count()]).toEqual([false, 0])
    const { version } = await server.as('clerk').move(id, 'accept', {})
    expect([await news(), await count()]).toEqual([true, 1])
    expect(await open('sorter', id, version)).toEqual({ isFollowed: true })
    expect([await news(), await count()]).toEqual([false, 0])
    // an old page that reports late takes nothing back
    await open('sorter', id, 1)
    expect(await news()).toBe(false)
  })

  test('beyond my reach cannot be followed or opened, and one that left my reach is not shown', async () => {
    const { id } = await report(server, { placeCode: server.town.places.reed })
    expect(await server.as('clerk').no('followMatter', { params: { id } })).toMatchObject({ status: 404 })
    const body = { version: 1 }
    expect(await server.as('clerk').no('openMatter', { params: { id }, body })).toMatchObject({ status: 404 })
    await server.as('reedclerk').ok('followMatter', { params: { id } })
    await server.owner.query(`update matter set sensitive = true where id = $1`, [id])
    expect(await list('reedclerk', 'followed')).toEqual([])
  })
})

test('the last fifty matters I opened come back, the latest first', async () => {
  const ids: string[] = []
  for (let i = 0; i < 52; i++) ids.push((await report(server)).id)
  for (const id of ids) {
    server.pass(1000)
    expect(await open('clerk', id)).toEqual({ isFollowed: false })
  }
  server.pass(1000)
  await open('clerk', ids[10] ?? '')
  const shown = (await list('clerk', 'recent')).map((row) => row.id)
  expect(shown).toEqual([
    ids[10],
    ...ids
      .slice(2)
      .toReversed()
      .filter((id) => id !== ids[10]),
  ])
  expect(await list('colleague', 'recent')).toEqual([])
  const narrowed = await server
    .as('clerk')
    .ok('listMatters', { query: { box: 'recent', sort: 'new', kind: 'wish' } })
  expect(narrowed.rows).toEqual([])
})
