import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Client } from '#test/client.ts'
import { type Login, password } from '#test/factory.ts'
import { matterIn, report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { startHub } from './hub.ts'

type Nudge = { kind: string; id: string; version: number }
type Stream = { nudges: Nudge[]; isOpen: boolean; close(): void }

let server: TestServer
let address: string
const streams: Stream[] = []
beforeAll(async () => {
  server = await startServer()
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  address = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
})
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close()
})
afterAll(() => server.close())

const sessionOf = async (login: Login) => {
  const client = new Client({ app: server.app, clock: () => 0, faults: server.faults }, { login, password })
  return { client, cookie: (await client.cookie()) ?? '' }
}

/** Opens a stream as a browser does, and gathers what it says. */
async function listen(cookie: string): Promise<Stream> {
  const ending = new AbortController()
  const response = await fetch(`${address}/api/live`, { headers: { cookie }, signal: ending.signal })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const stream: Stream = { nudges: [], isOpen: true, close: () => ending.abort() }
  streams.push(stream)
  void (async () => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const bytes of response.body ?? []) {
      text += decoder.decode(bytes, { stream: true })
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events)
        if (event.startsWith('data: ')) stream.nudges.push(JSON.parse(event.slice(6)) as Nudge)
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      stream.isOpen = false
    })
  return stream
}
const listenAs = async (login: Login) => listen((await sessionOf(login)).cookie)
const heard = (stream: Stream, id: string) => stream.nudges.filter((nudge) => nudge.id === id)
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 8000, interval: 20 })

test('who has not signed in gets no stream', async () => {
  const response = await fetch(`${address}/api/live`)
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ refused: 'signInFirst' })
})

test('a nudge reaches who may see the matter, says nothing but ids, and reaches nobody else', async () => {
  const [clerk, leader, gridder] = [
    await listenAs('clerk'),
    await listenAs('leader'),
    await listenAs('gridder'),
  ]
  const [plum, housing, admin] = [
    await listenAs('plumclerk'),
    await listenAs('housing'),
    await listenAs('admin'),
  ]
  const { id } = await report(server)
  await eventually(() => {
    for (const stream of [clerk, leader, gridder])
      expect(heard(stream, id)).toEqual([{ kind: 'matter', id, version: 1 }])
  })
  const last = await report(server, { placeCode: server.town.places.plum })
  await eventually(() => expect(heard(plum, last.id)).toHaveLength(1))
  for (const stream of [plum, housing, admin]) expect(heard(stream, id)).toEqual([])
})

test('a dispatch shows at the receiver as soon as it is committed, and not when it is refused', async () => {
  const { id } = await matterIn(server, 'accepted')
  const housing = await listenAs('housing')
  await server.as('sorter').moveNo(id, 'dispatch', { unitId: server.town.units.willowHouse.id })
  await server.as('sorter').move(id, 'dispatch', { unitId: server.town.units.housing.id })
  await eventually(() => expect(heard(housing, id)).toEqual([{ kind: 'matter', id, version: 4 }]))
})

test('a sensitive matter nudges only who needs to know', async () => {
  const { id } = await report(server)
  const need = [server.town.staff.clerk.accountId]
  await server.owner.query('update matter set sensitive = true, need_to_know = $1 where id = $2', [need, id])
  const [clerk, sorter] = [await listenAs('clerk'), await listenAs('sorter')]
  await server.as('clerk').move(id, 'note', { text: '只有我看得到' })
  await eventually(() => expect(heard(clerk, id)).toHaveLength(1))
  expect(heard(sorter, id)).toEqual([])
})

test('the stream comes back by itself when the database drops the listener, and tells every reader to look again', async () => {
  const clerk = await listenAs('clerk')
  const { rowCount } = await server.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'maple-live' and datname = current_database()`,
  )
  expect(rowCount).toBe(1)
  await eventually(() => expect(clerk.nudges).toContainEqual({ kind: 'rules', id: 'again', version: 0 }))
  const { id } = await report(server)
  await eventually(() => expect(heard(clerk, id)).toHaveLength(1))
})

test('signing out everywhere ends the streams of the account at once; other people’s stay', async () => {
  const { client, cookie } = await sessionOf('supervisor')
  const other = await sessionOf('supervisor')
  const [mine, theirs, clerk] = [await listen(cookie), await listen(other.cookie), await listenAs('clerk')]
  await client.ok('signOutEverywhere', {})
  await eventually(() => expect([mine.isOpen, theirs.isOpen]).toEqual([false, false]))
  expect(clerk.isOpen).toBe(true)
  expect(clerk.nudges).toEqual([])
  await listen(cookie)
  const again = await fetch(`${address}/api/live`, { headers: { cookie: other.cookie } })
  expect(again.status).toBe(401)
  await again.body?.cancel()
})

test('a reader that went away is forgotten', async () => {
  const stream = await listenAs('clerk')
  stream.close()
  await eventually(() => expect(stream.isOpen).toBe(false))
  const before = server.faults.length
  await report(server)
  expect(server.faults.slice(before)).toEqual([])
})

test('a reader who has stopped reading is dropped instead of being written to for ever, and harms nobody', async () => {
  const { client, cookie } = await sessionOf('colleague')
  const clerk = await listenAs('clerk')
  const port = (server.app.server.address() as AddressInfo).port
  const stuck = connect({ host: '127.0.0.1', port })
  stuck.on('error', () => undefined)
  stuck.write(`GET /api/live HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\n\r\n`)
  await new Promise((resolve) => stuck.once('readable', resolve))
  /** More than the buffers of the system take, in pieces that whoever reads can follow. */
  const flood = async () => {
    for (let i = 0; i < 30; i++) {
      const before = clerk.nudges.length
      await server.owner.query(
        `select pg_notify('maple', json_build_object('kind', 'import', 'district', 339901, 'version', i,
          'id', repeat('x', 7000))::text) from generate_series(1, 100) i`,
      )
      await eventually(() => expect(clerk.nudges.length).toBeGreaterThanOrEqual(before + 100))
    }
  }
  await flood()
  await client.ok('signOut', {})
  await flood()
  const gone = new Promise((resolve) => stuck.once('close', resolve))
  stuck.resume()
  await gone
  const { id } = await report(server)
  await eventually(() => expect(heard(clerk, id)).toHaveLength(1))
})

test('stops while it is connecting again, as when product and database go down together', async () => {
  const sockets: Socket[] = []
  const mute = createServer((socket) => void sockets.push(socket))
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  const { port } = mute.address() as AddressInfo
  const hub = startHub(server.platform.db, `postgres://maple@127.0.0.1:${port}/none`, () => undefined)
  await eventually(() => expect(sockets).toHaveLength(1))
  const stopped = hub.stop().then(() => 'stopped')
  for (const socket of sockets) socket.destroy()
  const late = new Promise((resolve) => setTimeout(() => resolve('hangs'), 3_000))
  expect(await Promise.race([stopped, late])).toBe('stopped')
  mute.close()
})
