import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freshId, type Login } from '#test/factory.ts'
import { report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { hearSign } from './presence.ts'

let server: TestServer
let address: string
beforeAll(async () => {
  server = await startServer()
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  address = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const screens = new Map<Login, string>()
const screenOf = (login: Login) => screens.get(login) ?? screens.set(login, freshId()).get(login) ?? ''
const sign = (login: Login, id: string, more: object = {}) => ({
  params: { id },
  body: { screenId: screenOf(login), verb: null, ...more },
})
const present = async (login: Login, id: string, more: object = {}) =>
  (await server.as(login).ok('signPresence', sign(login, id, more))).rows
const idOf = (login: Login) => server.town.staff[login].accountId
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 8000, interval: 20 })

test('colleagues who have a matter open learn of each other, and who writes in which form', async () => {
  const { id } = await report(server)
  expect(await present('clerk', id, { verb: 'accept' })).toEqual([])
  await eventually(async () =>
    expect(await present('sorter', id)).toMatchObject([{ accountId: idOf('clerk'), verb: 'accept' }]),
  )
  await eventually(async () =>
    expect(await present('clerk', id)).toMatchObject([{ accountId: idOf('sorter'), verb: null }]),
  )
})

test('a person on two screens is one person, who writes where either does', async () => {
  const { id } = await report(server)
  await present('clerk', id)
  await present('clerk', id, { screenId: freshId(), verb: 'note' })
  await eventually(async () =>
    expect(await present('sorter', id)).toMatchObject([{ accountId: idOf('clerk'), verb: 'note' }]),
  )
})

test('nobody is there any more after half a minute without a sign, or at once on leaving', async () => {
  const { id } = await report(server)
  await present('clerk', id)
  await eventually(async () => expect(await present('sorter', id)).toHaveLength(1))
  await present('clerk', id, { isLeaving: true })
  await eventually(async () => expect(await present('sorter', id)).toHaveLength(0))
  await present('clerk', id)
  await eventually(async () => expect(await present('sorter', id)).toHaveLength(1))
  server.pass(30_000)
  expect(await present('sorter', id)).toHaveLength(0)
})

test('who may not see a matter can neither sign at it nor learn who has it open', async () => {
  const { id } = await report(server)
  await present('clerk', id)
  expect(await server.as('plumclerk').no('signPresence', sign('plumclerk', id))).toMatchObject({
    status: 404,
  })
  expect(await server.as('admin').no('signPresence', sign('admin', id))).toMatchObject({ status: 403 })
  await server.owner.query('update matter set sensitive = true, need_to_know = $1 where id = $2', [
    [idOf('clerk')],
    id,
  ])
  expect(await server.as('sorter').no('signPresence', sign('sorter', id))).toMatchObject({ status: 404 })
})

test('nothing of it is written down', async () => {
  const { id } = await report(server)
  const count = async () =>
    (
      await server.owner.query(
        'select count(*)::int n from read_log union all select count(*)::int from matter_action',
      )
    ).rows
  const before = await count()
  await present('clerk', id, { verb: 'note' })
  expect(await count()).toEqual(before)
})

test('only who has the matter open is nudged, with ids alone, and not by signs that say nothing new', async () => {
  const { id } = await report(server)
  const listen = async (login: Login) => {
    const cookie = (await server.as(login).cookie()) ?? ''
    const ending = new AbortController()
    const response = await fetch(`${address}/api/live`, { headers: { cookie }, signal: ending.signal })
    const heard: unknown[] = []
    void (async () => {
      const decoder = new TextDecoder()
      for await (const bytes of response.body ?? [])
        for (const line of decoder.decode(bytes, { stream: true }).split('\n\n'))
          if (line.startsWith('data: ') && line.includes('presence')) heard.push(JSON.parse(line.slice(6)))
    })().catch(() => undefined)
    return { heard, end: () => ending.abort() }
  }
  const [clerk, sorter, leader] = [await listen('clerk'), await listen('sorter'), await listen('leader')]
  await present('clerk', id)
  await present('sorter', id)
  await eventually(async () => expect(clerk.heard).toEqual([{ kind: 'presence', id, version: 0 }]))
  await present('sorter', id)
  await present('sorter', id, { verb: 'note' })
  await eventually(async () => expect(clerk.heard).toHaveLength(2))
  expect([sorter.heard, leader.heard]).toEqual([[], []])
  for (const { end } of [clerk, sorter, leader]) end()
})

test('matters that nobody has open are swept out of the memory', () => {
  const at = Date.UTC(2030, 0, 1)
  const one = (matterId: string, later = 0) =>
    hearSign({ matterId, accountId: 'a', screenId: matterId, verb: null, at: at + later, isLeaving: false })
  for (let i = 0; i < 600; i++) one(`m${i}`)
  one('late', 60_000)
  const other = {
    matterId: 'm1',
    accountId: 'b',
    screenId: 's',
    verb: null,
    at: at + 60_000,
    isLeaving: false,
  }
  expect([...hearSign(other)]).toEqual([])
})
