import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './scope.ts'

const textOid = 25
const columnTypes = new Map<string, Map<string, string>>()

/** A text[] as PostgreSQL sends and takes it in binary; half the work of a quoted literal, and a third of JSON. */
function textArray(values: readonly (string | null)[]): Buffer {
  // no UTF-16 unit becomes more than three bytes
  const most = values.reduce((sum, value) => sum + 4 + (value === null ? 0 : value.length * 3), 20)
  const buffer = Buffer.allocUnsafe(most)
  const head = [1, values.includes(null) ? 1 : 0, textOid, values.length, 1]
  head.forEach((number, at) => buffer.writeInt32BE(number, at * 4))
  let at = 20
  for (const value of values) {
    const size = value === null ? -1 : buffer.write(value, at + 4)
    buffer.writeInt32BE(size, at)
    at += 4 + Math.max(size, 0)
  }
  return buffer.subarray(0, at)
}

/** A value of a column as its type reads it. Instants are epoch milliseconds. */
function asText(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' && type !== 'jsonb') return value
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  if (type === 'timestamp with time zone') return new Date(value as number).toISOString()
  if (type === 'jsonb') return JSON.stringify(value)
  if (Array.isArray(value)) return `{${value.join(',')}}`
  return `${value as number | boolean}`
}

async function typesOf(tx: Tx, table: string): Promise<Map<string, string>> {
  const known = columnTypes.get(table)
  if (known) return known
  const { rows } = await sql<{
    name: string
    type: string
  }>`select attname name, format_type(atttypid, atttypmod) type
    from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(tx)
  const types = new Map(rows.map(({ name, type }) => [name, type]))
  columnTypes.set(table, types)
  return types
}

/**
 * Inserts many rows in one statement, column by column: what is the same in every row is sent once. In: the table and rows with the
 * same keys, which are its columns. Arrays may hold uuids and numbers only.
 */
export async function insertColumns(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const first = rows[0] as Record<string, unknown> | undefined
  if (!first) return
  const types = await typesOf(tx, table)
  const chosen: RawBuilder<unknown>[] = []
  const arrays: RawBuilder<unknown>[] = []
  for (const name of Object.keys(first)) {
    const type = types.get(name)
    if (type === undefined) throw new Error(`${table} has no column ${name}`)
    const given = first[name]
    const isOne = rows.every((row) => (row as Record<string, unknown>)[name] === given)
    const values = isOne ? [] : rows.map((row) => asText((row as Record<string, unknown>)[name], type))
    const cast = sql.raw(type)
    if (values.every((value) => value === values[0])) chosen.push(sql`${asText(given, type)}::text::${cast}`)
    else {
      chosen.push(sql`c${sql.raw(String(arrays.length))}::${cast}`)
      arrays.push(sql`${textArray(values)}::text[]`)
    }
  }
  const names = sql.raw(Object.keys(first).join(', '))
  const aliases = sql.raw(arrays.map((_, at) => `c${at}`).join(', '))
  // without any difference there is one row only, or the key would be broken
  const source = arrays.length > 0 ? sql`from unnest(${sql.join(arrays)}) x(${aliases})` : sql``
  await sql`insert into ${sql.raw(table)} (${names}) select ${sql.join(chosen)} ${source}`.execute(tx)
}
