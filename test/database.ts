import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export type TestDatabase = {
  /** connection string of the clone, as the owner */
  url: string
  /** drops the clone, also when connections to it are still open */
  close: () => Promise<void>
}

/** A migrated database of one's own, empty unless another template is named: a clone, in well under a second. */
export async function makeDatabase(of?: string): Promise<TestDatabase> {
  const { url, template } = inject('server')
  return cloneOf(url, of ?? template)
}

/** A database without anything in it. */
export function makeEmptyDatabase(): Promise<TestDatabase> {
  return cloneOf(inject('server').url, `template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`)
}

async function cloneOf(url: string, template: string): Promise<TestDatabase> {
  const name = `maple_${randomUUID().replaceAll('-', '')}`
  await administer(url, `create database ${name} template ${template}`)
  const address = new URL(url)
  address.pathname = `/${name}`
  return { url: address.href, close: () => drop(url, name) }
}

/** A client that has said goodbye is still there for a moment; thrown out in that moment it would report an error nobody hears. */
const waitForGoodbyes = `do $$ begin
  for i in 1..50 loop
    exit when not exists (select from pg_stat_activity where datname = '$name' and state = 'idle');
    perform pg_sleep(0.02), pg_stat_clear_snapshot();
  end loop; end $$`

async function drop(url: string, name: string): Promise<void> {
  await administer(url, waitForGoodbyes.replace('$name', name))
  await administer(url, `drop database if exists ${name} with (force)`)
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
