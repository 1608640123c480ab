import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMetrics, serveMetrics } from '#server/ops/metrics.ts'
import { freshId } from '#test/factory.ts'
import { report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
let address: string
let close: () => void
beforeAll(async () => {
  server = await startServer({ securityContact: 'security@example.org' })
  const metrics = makeMetrics(server.platform.db, server.pool, () => server.now)
  metrics.watch(server.app)
  const listening = await serveMetrics(metrics, '127.0.0.1', 0)
  address = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  close = () => listening.close()
})
afterAll(async () => {
  close()
  await server.close()
})

const told = async () => (await fetch(`${address}/metrics`)).text()
const figure = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1],
  )

test('tells how long routes took by their names, and nothing of what was asked for', async () => {
  const { id } = await report(server)
  await server.as('clerk').ok('getMatter', { params: { id } })
  await server.as('clerk').ok('listMatters', { query: { box: 'area', q: '楼道灯' } })
  await server.as('clerk').no('getMatter', { params: { id: freshId() } })
  const text = await told()
  const of = (status: string) =>
    `maple_http_seconds_count{method="GET",route="/api/matters/:id",status="${status}"}`
  expect(figure(text, of('2xx'))).toBe(1)
  expect(figure(text, of('4xx'))).toBe(1)
  expect(text).not.toContain(id)
  expect(text).not.toContain('楼道')
  expect(figure(text, 'maple_database_connections{state="open"}')).toBeGreaterThan(0)
})

test('tells when the worker was last heard of and which clocks nobody was told of', async () => {
  expect(figure(await told(), 'maple_worker_silent_seconds')).toBe(-1)
  await server.owner.query(`insert into heartbeat (process, at, facts) values ('worker', $1, '{}')`, [
    new Date(server.now - 42_000),
  ])
  expect(figure(await told(), 'maple_worker_silent_seconds')).toBe(42)
  expect(figure(await told(), 'maple_waiting{what="clocks_untold"}')).toBe(0)
  await server.owner.query('update clock set next_at = $1 where stopped_at is null', [
    new Date(server.now - 120_000),
  ])
  expect(figure(await told(), 'maple_waiting{what="clocks_untold"}')).toBeGreaterThan(0)
})

test('answers at one address only', async () => {
  expect((await fetch(`${address}/`)).status).toBe(404)
  expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(404)
})

test('says where weaknesses are reported, and for how long that holds', async () => {
  const { statusCode, headers, body } = await server.visitor.inject({
    ...{ method: 'GET', url: '/.well-known/security.txt' },
  })
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
  expect(body).toContain('Contact: mailto:security@example.org\n')
  const until = Date.parse(/^Expires: (.*)$/m.exec(body)?.[1] ?? '')
  expect(until).toBeGreaterThan(server.now)
  expect(until).toBeLessThan(server.now + 366 * 86_400_000)
})
