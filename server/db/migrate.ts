import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

const folder = new URL('../../db/migrations/', import.meta.url)
/** Any number that nobody else locks: two starts at once migrate one after the other. */
const lockKey = 339_901_001

/** What a migration of ours is known by. */
export type Migration = { name: string; sha256: string }

/**
 * Brings a database to the newest schema, or to one of before. In: the owner's URL; which migrations to apply, unless all. Out:
 * the names of those applied now.
 */
export async function migrate(
  url: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await refuseWrongLocale(client)
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(
      'create table if not exists migration (name text primary key, sha256 text not null, at timestamptz not null)',
    )
    // The queue's own tables first: a migration of ours wraps its entry point.
    await runMigrations({ connectionString: url })
    return await applyMissing(client, isWanted)
  } finally {
    await client.end()
  }
}

/** The migrations that this version of the product knows, in order. */
export async function listMigrations(): Promise<(Migration & { sql: string })[]> {
  const names = (await readdir(folder)).filter((f) => f.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function applyMissing(client: pg.Client, isWanted: (name: string) => boolean): Promise<string[]> {
  const { rows } = await client.query<Migration>('select name, sha256 from migration')
  const applied = new Map(rows.map((row) => [row.name, row.sha256]))
  const now: string[] = []
  for (const { name, sql, sha256 } of await listMigrations()) {
    if (!isWanted(name)) continue
    const before = applied.get(name)
    if (before === sha256) continue
    if (before !== undefined) throw new Error(`migration ${name} was changed after it had been applied`)
    await client.query('begin')
    try {
      await client.query(sql)
      await client.query('insert into migration (name, sha256, at) values ($1, $2, now())', [name, sha256])
      await client.query('commit')
    } catch (fault) {
      await client.query('rollback')
      throw fault
    }
    now.push(name)
  }
  return now
}

/** With LC_CTYPE C the server cannot tell letters from signs in Chinese; say so at start instead of finding nothing later. */
async function refuseWrongLocale(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ encoding: string; ctype: string }>(
    'select pg_encoding_to_char(encoding) encoding, datctype ctype from pg_database where datname = current_database()',
  )
  const { encoding, ctype } = rows[0] ?? { encoding: '', ctype: '' }
  if (encoding !== 'UTF8' || ctype === 'C' || ctype === 'POSIX')
    throw new Error(
      `the database is ${encoding}/${ctype}; create it with ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' TEMPLATE template0`,
    )
}
