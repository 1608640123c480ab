import { createServer, type Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { workerSeconds } from '../calendar/queries.ts'
import type { Database } from '../db/pool.ts'
import { blankScope, inScope, scopeOf } from '../db/scope.ts'
import { listDistricts } from '../org/queries.ts'

/** What waits is counted up to here: a number that is far too high is high enough. */
const cap = 10_000

export type Metrics = { registry: Registry; watch(app: FastifyInstance): void }

/**
 * The figures of one web process in the text form of Prometheus: how long answers take by route, connections, and of the
 * work in the database how long ago the worker was heard of, what waits to leave the house and which clocks nobody was
 * told of. Labels are names of routes and states only, never an address that was asked for.
 */
export function makeMetrics(db: Database, pool: pg.Pool, clock: () => number): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answered = new Histogram({
    name: 'maple_http_seconds',
    help: 'How long answers took, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  registry.registerMetric(
    new Gauge({
      name: 'maple_database_connections',
      help: 'Connections of this process',
      labelNames: ['state'],
      registers: [],
      collect() {
        this.set({ state: 'open' }, pool.totalCount)
        this.set({ state: 'idle' }, pool.idleCount)
        this.set({ state: 'waited_for' }, pool.waitingCount)
      },
    }),
  )
  registry.registerMetric(
    new Gauge({
      name: 'maple_worker_silent_seconds',
      help: 'Since the worker was heard of; -1: never, or the database is away',
      registers: [],
      async collect() {
        this.set(await silentSeconds(db, clock()).catch(() => -1))
      },
    }),
  )
  registry.registerMetric(
    new Gauge({
      name: 'maple_waiting',
      help: `What waits in the database, counted up to ${cap} a district; -1: the database is away`,
      labelNames: ['what'],
      registers: [],
      async collect() {
        const { outbox, clocks } = await waiting(db, clock()).catch(() => ({ outbox: -1, clocks: -1 }))
        this.set({ what: 'outbox' }, outbox)
        this.set({ what: 'clocks_untold' }, clocks)
      },
    }),
  )
  return {
    registry,
    watch(app) {
      app.addHook('onResponse', async (request, reply) => {
        const route = request.routeOptions.url ?? 'none'
        const labels = { method: request.method, route, status: `${Math.floor(reply.statusCode / 100)}xx` }
        answered.observe(labels, reply.elapsedTime / 1000)
      })
    },
  }
}

async function silentSeconds(db: Database, now: number): Promise<number> {
  return (await inScope(db, blankScope(0), (tx) => workerSeconds(tx, now))) ?? -1
}

async function waiting(db: Database, now: number): Promise<{ outbox: number; clocks: number }> {
  const sum = { outbox: 0, clocks: 0 }
  for (const id of await listDistricts(db)) {
    const { rows } = await inScope(db, scopeOf({ kind: 'system', districtId: id }), (tx) =>
      sql<{ outbox: number; clocks: number }>`select
        (select count(*)::int from (select from outbox where district_id = ${id} and done_at is null limit ${cap}) x) outbox,
        (select count(*)::int from (select from clock where district_id = ${id} and stopped_at is null
          and next_at < ${new Date(now - 60_000)} limit ${cap}) x) clocks`.execute(tx),
    )
    sum.outbox += rows[0]?.outbox ?? 0
    sum.clocks += rows[0]?.clocks ?? 0
  }
  return sum
}

/** Answers at a port of its own, which no proxy leads to: figures are for those who run the machine. */
export function serveMetrics({ registry }: Metrics, host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}
