import pg from 'pg'
import { columnTypes } from '../db/pool.ts'
import { checkAnchors, type Witness } from './anchors.ts'
import { checkMatters } from './check-matters.ts'
import { checkSeals, checkStrangers } from './check-seals.ts'
import type { Checked, Tell } from './findings.ts'
import { chainTables, logNames } from './logs.ts'

type Wanted = {
  /** Undefined: all of them. */
  district?: number | undefined
  /** Only what was sealed and written since this day of China time. */
  from?: string | undefined
  witnesses?: readonly Witness[] | undefined
}

/** A connection that reads only, and prints values as the digests were taken. */
export async function connectToRead(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    types: columnTypes,
    options:
      '-c timezone=UTC -c bytea_output=hex -c default_transaction_read_only=on -c extra_float_digits=1',
  })
  await client.connect()
  return client
}

export async function listDistrictIds(client: pg.ClientBase, district?: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    'select id from district where $1::integer is null or id = $1 order by id',
    [district ?? null],
  )
  return rows.map(({ id }) => id)
}

/**
 * Looks through the logs for any row that was changed, removed, slipped in or moved, and tells each as it is found. The logs
 * of a district are read as of one instant, so the product may go on meanwhile; the memory it takes does not grow with them.
 */
export async function verifyLogs(url: string, wanted: Wanted, tell: Tell): Promise<Checked> {
  const client = await connectToRead(url)
  const sum: Checked = { districts: 0, rows: 0, seals: 0, matters: 0, anchors: 0, waiting: 0 }
  const from = wanted.from === undefined ? undefined : `${wanted.from}T00:00:00+08:00`
  try {
    await checkLocks(client, tell)
    for (const district of await listDistrictIds(client, wanted.district)) {
      await client.query('begin isolation level repeatable read')
      const where = { client, district, from, tell, sum }
      for (const log of logNames) {
        await checkSeals(where, log)
        await checkStrangers(where, log)
      }
      await checkMatters(where)
      await checkAnchors({ ...where, from: wanted.from }, wanted.witnesses ?? [])
      await client.query('commit')
      sum.districts++
    }
    return sum
  } finally {
    await client.end()
  }
}

/** Whether the rights and triggers that keep the logs are still there. */
async function checkLocks(client: pg.Client, tell: Tell): Promise<void> {
  const { rows } = await client.query<{ log: string; rights: string[]; guard: boolean; awaits: boolean }>(
    `select n.log, array(select p from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p
        where has_table_privilege('maple_app', n.log, p)) rights,
      exists (select from pg_trigger t where t.tgrelid = n.log::regclass and t.tgname = 'append_only' and t.tgenabled = 'A') guard,
      n.log = any ($2::text[]) or exists (select from pg_trigger t
        where t.tgrelid = n.log::regclass and t.tgname = 'awaits_seal' and t.tgenabled <> 'D') awaits
      from unnest($1::text[]) n(log)`,
    [[...logNames, ...chainTables], chainTables],
  )
  const say = (log: string, what: string, says: string) =>
    tell({ district: 0, log, kind: 'unlocked', what, says })
  for (const { log, rights, guard, awaits } of rows) {
    if (rights.length > 0) say(log, 'rights', `the product may ${rights.join(', ').toLowerCase()}`)
    if (!guard) say(log, 'append_only', 'the trigger that refuses changes is gone or off')
    if (!awaits) say(log, 'awaits_seal', 'the trigger that has new rows sealed is gone or off')
  }
}
