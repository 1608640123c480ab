import { afterAll, beforeAll, expect, test } from 'vitest'
import { goRound } from '#server/jobs/rounds.ts'
import type { Login } from '#test/factory.ts'
import { report } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const notices = (login: Login) => server.as(login).ok('listNotices', {})

test('what a clock told my unit is new until I have seen it, and only for me', async () => {
  const { id, number } = await report(server)
  server.now = Date.UTC(2026, 10, 24, 12)
  await goRound(server.platform)
  expect(await notices('clerk')).toMatchObject({
    fresh: 1,
    rows: [{ kind: 'clockLate', clock: 'accept', unitName: '柳岸社区', matter: { id, number }, isNew: true }],
  })
  await server.as('clerk').ok('seeNotices', {})
  expect(await notices('clerk')).toMatchObject({ fresh: 0, rows: [{ isNew: false }] })
  expect((await notices('colleague')).fresh).toBe(1)
  expect((await notices('plumclerk')).rows).toEqual([])
})

test('a notice of a matter that I may no longer see is not shown, and after a fortnight none is', async () => {
  const { id } = await report(server)
  server.pass(2 * day)
  await goRound(server.platform)
  const shows = async () => (await notices('clerk')).rows.some((row) => row.matter.id === id)
  expect(await shows()).toBe(true)
  await server.owner.query('update matter set sensitive = true where id = $1', [id])
  expect(await shows()).toBe(false)
  await server.owner.query('update matter set sensitive = false where id = $1', [id])
  server.pass(15 * day)
  expect((await notices('clerk')).rows).toEqual([])
})
