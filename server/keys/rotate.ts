import pg from 'pg'
import { columnTypes } from '../db/pool.ts'
import { appealBound } from '../matter/bound.ts'
import { blindIndex, fieldKeyIds, isSealedNow, seal, unseal } from '../secrets.ts'
import { indexMark } from './marks.ts'
import { type Lookup, lookups, type Place, places } from './places.ts'

export type Told = {
  /** A table is done: so many values were made anew. */
  done(table: string, values: number): void
  /** A value that none of our keys opens; it stays as it is. */
  broken(table: string, key: string, column: string, why: string): void
}

type Row = Record<string, unknown> & { district_id: number }

const batchSize = 500

/** A sealed value and how it goes back into its column. */
function valueOf(place: Place, row: Row, column: string) {
  const held = row[column]
  if (held === null || held === undefined) return undefined
  const name = place.inJson
  // what was destroyed at the end of its retention is empty, and stays so
  if (Buffer.isBuffer(held) && held.length === 0) return undefined
  if (name === undefined) return { sealed: held as Buffer, back: (sealed: Buffer): unknown => sealed }
  const object = held as Record<string, string>
  return {
    sealed: Buffer.from(object[name] ?? '', 'base64'),
    back: (sealed: Buffer): unknown => JSON.stringify({ ...object, [name]: sealed.toString('base64') }),
  }
}

type Values = [column: string, value: unknown][]

/** What stands in a column, opened, and what it is sealed to; undefined where nothing stands or nothing opens it. */
function open(place: Place, row: Row, column: string, told: Told) {
  const value = valueOf(place, row, column)
  const boundOf = place.columns[column]
  if (!value || !boundOf) return undefined
  const bound = boundOf(row as Parameters<typeof boundOf>[0])
  try {
    return { ...value, bound, text: unseal(value.sealed, bound) }
  } catch (fault) {
    const key = place.key.map((name) => row[name]).join(' ')
    told.broken(place.table, key, column, fault instanceof Error ? fault.message : String(fault))
    return undefined
  }
}

/** The columns of a row that are not sealed as they would be today, sealed anew. */
const newValues = (place: Place, row: Row, told: Told): Values =>
  Object.keys(place.columns).flatMap((column): Values => {
    const held = valueOf(place, row, column)
    const value = held && !isSealedNow(held.sealed) && open(place, row, column, told)
    return value ? [[column, value.back(seal(value.text, value.bound))]] : []
  })

/** The look-ups of a row, made anew from what is sealed beside them. */
const newLookups = (place: Place, row: Row, made: readonly Lookup[], told: Told): Values =>
  made.flatMap(({ column, from, make }): Values => {
    const value = open(place, row, from, told)
    return value ? [[column, make(value.text)]] : []
  })

async function update(client: pg.ClientBase, place: Place, row: Row, values: Values) {
  if (values.length === 0) return
  const sets = values.map(([column], i) => `${column} = $${i + 1}`)
  const keys = place.key.map((column, i) => `${column} = $${values.length + i + 1}`)
  await client.query(`update ${place.table} set ${sets.join(', ')} where ${keys.join(' and ')}`, [
    ...values.map(([, value]) => value),
    ...place.key.map((column) => row[column]),
  ])
}

/** The rows of a table in the order of their key, some at a time, each locked until its transaction ends. */
async function nextRows(client: pg.ClientBase, place: Place, columns: readonly string[], after?: Row) {
  const key = place.key.join(', ')
  const conditions = [
    ...(place.where ? [place.where] : []),
    ...(after ? [`(${key}) > (${place.key.map((_, i) => `$${i + 1}`).join(', ')})`] : []),
  ]
  const { rows } = await client.query<Row>(
    `select ${[...place.key, ...columns].join(', ')} from ${place.table}
      ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
      order by ${key} limit ${batchSize} for update`,
    after ? place.key.map((column) => after[column]) : [],
  )
  return rows
}

async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const done = await work()
    await client.query('commit')
    return done
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}

/** Goes through a table, making values of its rows anew. Out: how many. */
async function walk(
  client: pg.ClientBase,
  place: Place,
  columns: readonly string[],
  anew: (row: Row) => Values,
  inOne: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<number> {
  let count = 0
  for (let after: Row | undefined; ; ) {
    const rows = await inOne(async () => {
      const found = await nextRows(client, place, columns, after)
      for (const row of found) {
        const values = anew(row)
        await update(client, place, row, values)
        count += values.length
      }
      return found
    })
    after = rows.at(-1)
    if (!after) return count
  }
}

/** Seals everything by the key and the suite in use, a transaction for some rows. Done again it does nothing, so it may die at any row. */
async function resealAll(client: pg.ClientBase, told: Told): Promise<void> {
  for (const place of places) {
    const anew = (row: Row) => newValues(place, row, told)
    const each = <T>(work: () => Promise<T>) => inTransaction(client, work)
    told.done(place.table, await walk(client, place, Object.keys(place.columns), anew, each))
  }
}

async function remakeLookups(client: pg.ClientBase, now: number, told: Told): Promise<void> {
  const tables = places.filter(({ table }) => lookups.some((lookup) => lookup.table === table))
  await inTransaction(client, async () => {
    for (const place of tables) {
      await client.query(`lock table ${place.table} in exclusive mode`)
      const made = lookups.filter(({ table }) => table === place.table)
      const from = [...new Set(made.map((lookup) => lookup.from))]
      const anew = (row: Row) => newLookups(place, row, made, told)
      told.done(`${place.table} (look-ups)`, await walk(client, place, from, anew, (work) => work()))
    }
    // Waits after wrong passwords stand under hashes of the old key, and nobody would be held by them any more.
    await client.query('delete from sign_in_wait')
    // The same with codes that residents asked for and the devices they are known by; who is signed in stays so.
    await client.query('delete from resident_ask')
    await client.query('delete from resident_device')
    await client.query(`delete from key_mark where kind = 'index'`)
    await client.query(`insert into key_mark (kind, mark, since) values ('index', $1, $2)`, [
      indexMark(),
      new Date(now),
    ])
  })
}

/** What is to be done cannot be done under a running product; the message says why. */
export class StillRunning extends Error {}

async function insistOnRest(client: pg.ClientBase, why: string): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  )
  if (rows[0]?.n) throw new StillRunning(why)
}

/** Whether look-ups are made by the index key in use, where no product has noted yet which one it was. In doubt they are not. */
async function areLookupsOurs(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ district_id: number; id: string; sealed: Buffer; index: Buffer }>(
    `select district_id, id, query_sealed sealed, query_index "index" from appeal where query_sealed <> '' limit 1`,
  )
  const [row] = rows
  if (!row) return true
  try {
    const code = unseal(row.sealed, appealBound(row.district_id, row.id, 'query'))
    return blindIndex(code, 'query').equals(row.index)
  } catch {
    return false
  }
}

/** Which of the keys in use the database does not know yet. */
async function whatIsNew(client: pg.ClientBase) {
  const { rows } = await client.query<{ kind: string; mark: Buffer }>('select kind, mark from key_mark')
  const [field] = fieldKeyIds()
  const index = rows.find(({ kind }) => kind === 'index')
  return {
    isIndexNew: index ? !index.mark.equals(indexMark()) : !(await areLookupsOurs(client)),
    isFieldNew: !rows.some(({ kind, mark }) => kind === 'field' && field?.equals(mark)),
  }
}

/**
 * Seals the whole database by the keys and the suite in use, and makes its look-ups anew where the index key or the hash was
 * changed. The first may run beside a product that knows the key; everything else throws `StillRunning` beside it. Keys of before stay noted as needed
 * while anything is left that was not opened.
 */
export async function rotateKeys(url: string, now: number, tell: Told): Promise<void> {
  let isBroken = false
  const told: Told = {
    done: (...what) => tell.done(...what),
    broken: (...what) => {
      isBroken = true
      tell.broken(...what)
    },
  }
  const client = new pg.Client({ connectionString: url, types: columnTypes })
  await client.connect()
  try {
    const { isIndexNew, isFieldNew } = await whatIsNew(client)
    if (isIndexNew)
      await insistOnRest(
        client,
        'The index key or the cipher was changed, so the look-ups have to be made anew: stop the product (and whatever else has the database open) and run this again',
      )
    if (isFieldNew)
      await insistOnRest(
        client,
        'The product that is running was started without the new field key and could not read what is sealed by it: start it anew, then run this again',
      )
    await resealAll(client, told)
    if (isIndexNew) await remakeLookups(client, now, told)
    if (isBroken) return
    const [field] = fieldKeyIds()
    await client.query(`delete from key_mark where kind = 'field' and mark <> $1`, [field])
    await client.query(
      `insert into key_mark (kind, mark, since) values ('field', $1, $2) on conflict do nothing`,
      [field, new Date(now)],
    )
  } finally {
    await client.end()
  }
}
