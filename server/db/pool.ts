import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { readInstant } from './instants.ts'
import type { Tables } from './tables.gen.ts'

export type Database = Kysely<Tables>

/** How columns arrive in our processes (see column-types.ts). */
export const columnTypes = new pg.TypeOverrides()
columnTypes.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
columnTypes.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readInstant)

/** Empty arrays are most of those that come, and no uuid needs a quotation mark; the rest is left to the library. */
function arraysOf(oid: number, isPlain: boolean): (text: string) => unknown {
  const readAny = pg.types.getTypeParser(oid) as (text: string) => unknown
  return (text) => {
    if (text === '{}') return []
    return isPlain && !text.includes('N') ? text.slice(1, -1).split(',') : readAny(text)
  }
}
const [texts, uuids] = [1009, 2951]
columnTypes.setTypeParser(texts, arraysOf(texts, false))
columnTypes.setTypeParser(uuids, arraysOf(uuids, true))

/** Statement text → name: a prepared statement halves the time of a small query. Bounded, since lists build their text. */
const names = new Map<string, string>()
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= 500) return undefined
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

const unheard = { command: 'SET', rowCount: null, oid: 0, rows: [], fields: [] }

/** What opens a transaction, and what sets something for the rest of it: its scope, how it is planned. */
const isOpening = (text: unknown): text is string =>
  typeof text === 'string' && (text === 'begin' || text.startsWith('set local '))

/**
 * Prepares statements with values, and does not wait for those that open a transaction: they travel as one with the first that
 * has an answer. Every transaction of ours starts by setting its scope, a trip to the database costs more than that, and it
 * cannot fail but together with all that follows.
 */
class FrugalClient extends pg.Client {
  #opening: string[] = []
  #isGathering = false

  /** What is asked in one breath leaves in one piece: a piece costs more than most statements. */
  #gather(): void {
    const { stream } = (this as unknown as { connection: { stream: Duplex } }).connection
    if (this.#isGathering) return
    this.#isGathering = true
    stream.cork()
    process.nextTick(() => {
      this.#isGathering = false
      stream.uncork()
    })
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- the overloads of pg are wider than any signature of ours
  override query(...args: any[]): any {
    const [text, values, ...others] = args
    const send = super.query.bind(this) as (...all: unknown[]) => unknown
    if (isOpening(text)) {
      this.#opening.push(text)
      return Promise.resolve(unheard)
    }
    this.#gather()
    const [first, ...rest] = this.#opening
    this.#opening = []
    // What opens a transaction stands alone: a setting that cannot even be read must not take it along.
    const openings = first === 'begin' ? [first, rest.join('; ')] : [[first, ...rest].join('; ')]
    for (const opening of openings)
      if (opening !== '') void (send(opening) as Promise<unknown>).catch(() => {}) // what follows fails, and says so
    const hasValues = Array.isArray(values) && values.length > 0
    if (typeof text !== 'string' || !hasValues) return send(...args)
    const name = nameOf(text)
    return send(name === undefined ? { text, values } : { name, text, values }, ...others)
  }
}

/** Connections of a web process, and how many of them requests may hold at once; the rest serve what a request needs beside. */
export const connections = { all: 20, forRequests: 16 }

/** A pool that works as the application's role: it owns nothing, so row-level security holds for every statement. */
export function openPool(url: string, max = connections.all): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    Client: FrugalClient,
    types: columnTypes,
    // statements that need not wait for one another travel together
    pipeline: true,
    options:
      '-c role=maple_app -c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at the next use
  // One that breaks while it is used fails its statement; without a listener it would end the process.
  pool.on('connect', (client) => {
    client.on('error', () => {})
  })
  return pool
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
