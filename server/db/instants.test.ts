import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDatabase, type TestDatabase } from '#test/database.ts'
import { readInstant, writeInstant } from './instants.ts'

const library = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await makeDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`set timezone = 'UTC'`)
})
afterAll(async () => {
  await client.end()
  await database.close()
})

/** How the server writes them. */
async function written(values: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ t: string }>(
    'select x::timestamptz::text t from unnest($1::text[]) with ordinality u(x, n) order by n',
    [values],
  )
  return rows.map((row) => row.t)
}

test('reads every instant that the server writes as the library does', async () => {
  const at = fc.integer({ min: Date.UTC(1, 0, 1), max: Date.UTC(9999, 11, 31) })
  const instants = fc.sample(at, 3000).map((ms) => new Date(ms).toISOString())
  const micros = [
    '2026-11-26 15:04:05.123456',
    '2026-11-26 15:04:05.9',
    '2026-11-26 15:04:05.000999',
    '1999-12-31 23:59:59.999999',
  ]
  const texts = await written([...instants, ...micros.map((text) => `${text}+00`)])
  expect(texts.length).toBe(3004)
  for (const text of texts) expect(readInstant(text), text).toBe(library(text).getTime())
})

test('knows the instants without end', () => {
  expect([readInstant('infinity'), readInstant('-infinity')]).toEqual([
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ])
})

test('reads another zone, and years of before and after', () => {
  for (const text of [
    '2026-11-26 15:04:05+08',
    '2026-11-26 15:04:05.5-03:30',
    '0044-03-15 12:00:00+00 BC',
    '10001-01-01 00:00:00+00',
    '0099-01-01 00:00:00+00',
  ])
    expect(readInstant(text), text).toBe(library(text).getTime())
})

test('writes every instant as the language does, and refuses what is none', () => {
  const at = fc.oneof(
    fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }),
    fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }),
    fc.constantFrom(
      -1,
      0,
      Date.UTC(9999, 11, 31, 23, 59, 59, 999),
      Date.UTC(10000, 0, 1),
      -62_167_219_200_000,
      -62_167_219_200_001,
    ),
  )
  fc.assert(
    fc.property(at, (ms) => {
      expect(writeInstant(ms)).toBe(new Date(ms).toISOString())
    }),
    { numRuns: 20_000 },
  )
  expect(() => writeInstant(Number.POSITIVE_INFINITY)).toThrow(RangeError)
})
