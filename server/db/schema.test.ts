import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { makeDatabase } from '#test/database.ts'
import { printSchema, printTypes, readCatalogue } from './catalogue.ts'
import { migrate } from './migrate.ts'

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

test('db/schema.sql and the row types are what the migrations make, on whatever server this runs', async () => {
  const database = await makeDatabase()
  const catalogue = await readCatalogue(database.url)
  expect(printSchema(catalogue)).toBe(await read('../../db/schema.sql'))
  expect(printTypes(catalogue)).toBe(await read('./tables.gen.ts'))
  await database.close()
})

test('migrating again changes nothing, also twice at once', async () => {
  const database = await makeDatabase()
  expect(await Promise.all([migrate(database.url), migrate(database.url)])).toEqual([[], []])
  await database.close()
})

test('a migration that was changed after it had been applied stops the start with its name', async () => {
  const database = await makeDatabase()
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  await owner.query(`update migration set sha256 = 'other' where name like '0003%'`)
  await expect(migrate(database.url)).rejects.toThrow(/migration 0003_intake.sql was changed/)
  await owner.end()
  await database.close()
})

// login_key and identity_key are read before the district is known; matter_text is read joined with matter only (see the migration).
test('every table of a district leads its primary key and its foreign keys with the district, and has the second lock', async () => {
  const database = await makeDatabase()
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  const { rows } = await owner.query<{ name: string; rls: boolean; keys: string[] }>(
    `select c.relname as name, c.relrowsecurity as rls,
        array(select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f')) keys
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'district_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('login_key', 'identity_key', 'matter_text')`,
  )
  expect(rows.length).toBeGreaterThan(20)
  for (const { name, rls, keys } of rows) {
    expect(rls, name).toBe(true)
    for (const key of keys) expect(key, name).toMatch(/^(PRIMARY KEY|UNIQUE|FOREIGN KEY) \(district_id[,)]/)
  }
  await owner.end()
  await database.close()
})
