import { type AddressInfo, connect } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { district, freshId } from '#test/factory.ts'
import { appealBody, report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('no answer of the product is kept by anybody on the way, and none may run a script or stand in a frame', async () => {
  const { headers } = await server.as('clerk').send('listMatters', { query: {} })
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['x-content-type-options']).toBe('nosniff')
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain(`default-src 'self'`)
  expect(policy).toContain(`script-src 'self'`)
  expect(policy).toContain(`frame-ancestors 'none'`)
  expect(policy).not.toContain('unsafe')
})

test('a fault of ours is answered with its number and nothing from inside', async () => {
  await server.owner.query('alter table category rename to mislaid')
  const response = await server.as('clerk').send('listCategories', {})
  await server.owner.query('alter table mislaid rename to category')
  expect(response.statusCode).toBe(500)
  expect(response.json()).toEqual({ fault: true, requestId: expect.any(String) })
  expect((await server.as('clerk').send('listCategories', {})).statusCode).toBe(200)
})

test('what was begun when a fault came is not half there', async () => {
  const before = await server.owner.query('select count(*)::int n from matter')
  await server.owner.query('alter table matter_text add constraint never check (matter_id is null) not valid')
  const body = appealBody(server.town)
  const response = await server.visitor.send('sendAppeal', { params: { district }, body })
  expect(response.statusCode).toBe(500)
  await server.owner.query('alter table matter_text drop constraint never')
  expect((await server.owner.query('select count(*)::int n from matter')).rows).toEqual(before.rows)
  expect((await server.owner.query('select from appeal where id = $1', [body.id])).rowCount).toBe(0)
  expect((await server.visitor.send('sendAppeal', { params: { district }, body })).statusCode).toBe(200)
})

test('the product works on when the database has dropped its connections', async () => {
  await report(server)
  await server.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'maple-live'`,
  )
  await new Promise((resolve) => setTimeout(resolve, 100))
  await report(server)
})

test('a connection that breaks in the middle of a request harms that request only, which may be sent again', async () => {
  const { id } = await report(server)
  const owner = await server.owner.connect()
  await owner.query('begin')
  await owner.query('select from matter where id = $1 for update', [id])
  const version = await server.as('clerk').version(id)
  const given = { params: { id }, body: { commandId: freshId(), version, verb: 'accept', input: {} } }
  const answer = server.as('clerk').send('moveMatter', given)
  await vi.waitFor(async () => {
    const { rows } = await owner.query(`select from pg_stat_activity where wait_event_type = 'Lock'
      and datname = current_database()`)
    expect(rows).toHaveLength(1)
  })
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  )
  const { statusCode, headers, body } = await answer
  expect(statusCode).toBe(503)
  expect(headers['retry-after']).toBe('2')
  expect(JSON.parse(body)).toEqual({ fault: true, requestId: expect.any(String) })
  await owner.query('rollback')
  owner.release()
  expect((await server.as('clerk').ok('moveMatter', given)).state).toBe('accepted')
})

test('while the database cannot be reached the sign of life says so, and everything works again after', async () => {
  const admin = new pg.Client({ connectionString: inject('server').url })
  await admin.connect()
  const name = new URL(server.url).pathname.slice(1)
  await admin.query(`alter database ${name} allow_connections false`)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  await new Promise((resolve) => setTimeout(resolve, 100))
  const response = await server.visitor.send('health', {})
  expect(response.statusCode).toBe(503)
  expect(response.json()).toMatchObject({ ok: false, database: false, workerSeconds: null })
  const unheard = await server.as('clerk').send('listMatters', { query: {} })
  expect(unheard.statusCode).toBe(503)
  expect(unheard.headers['retry-after']).toBe('2')
  expect(unheard.json()).toEqual({ fault: true, requestId: expect.any(String) })
  await admin.query(`alter database ${name} allow_connections true`)
  await admin.end()
  expect(await server.visitor.ok('health', {})).toMatchObject({ database: true })
  await report(server)
})

test('who hangs up in the middle of sending harms nobody', async () => {
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.app.server.address() as AddressInfo
  const hangUp = async (head: string) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.on('error', () => undefined)
    await new Promise<void>((sent) => socket.write(head, () => sent()))
    await new Promise((resolve) => setTimeout(resolve, 20))
    socket.destroy()
  }
  const head = (method: string, path: string, mime: string) =>
    `${method} ${path} HTTP/1.1\r\nhost: x\r\nx-maple: 1\r\ncontent-type: ${mime}\r\ncontent-length: 5000\r\n\r\nabc`
  await hangUp(head('PUT', `/api/public/${district}/files/${freshId()}`, 'image/jpeg'))
  await hangUp(head('POST', `/api/public/${district}/appeals`, 'application/json'))
  await hangUp('GET /api/health HTTP/1.1\r\nhost: x\r\n\r\n')
  await hangUp('nonsense\r\n\r\n')
  await report(server)
})
