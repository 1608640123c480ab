import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

const folder = new URL('../../db/migrations/', import.meta.url)
/** Any number that nobody else locks: two starts at once migrate one after the other. */
const lockKey = 339_901_001

/** Brings a database to the newest schema. In: the owner's URL. Out: the names of the migrations applied now. */
export async function migrate(url: string): Promise<string[]> {
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
    return await applyMissing(client)
  } finally {
    await client.end()
  }
}

async function applyMissing(client: pg.Client): Promise<string[]> {
  const applied = new Map<string, string>()
  for (const row of (
    await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
  ).rows)
    applied.set(row.name, row.sha256)
  const now: string[] = []
  for (const name of (await readdir(folder)).filter((f) => f.endsWith('.sql')).sort()) {
    const sql = await readFile(new URL(name, folder), 'utf8')
    const sha256 = createHash('sha256').update(sql).digest('hex')
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
