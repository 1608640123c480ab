import type pg from 'pg'
import type { ChainHead } from './frames.ts'

export type Table = { name: string; columns: string[] }

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

export const copyOf = ({ name, columns }: Table, direction: 'to stdout' | 'from stdin'): string =>
  `copy public.${quoted(name)} (${columns.map(quoted).join(', ')}) ${direction}`

/** The tables of the product with the columns that hold something of their own. The queue only rings; it is not kept. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      group by c.relname order by c.relname`,
  )
  return rows
}

export async function countRows(
  client: pg.ClientBase,
  tables: readonly Table[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await client.query<{ n: string }>(`select count(*) n from public.${quoted(name)}`)
    counts[name] = Number(rows[0]?.n)
  }
  return counts
}

/** Where every chain of the logs ends; nothing in a database from before there were any. */
export async function listHeads(client: pg.ClientBase): Promise<ChainHead[]> {
  const { rows: there } = await client.query(`select where to_regclass('public.log_seal') is not null`)
  if (there.length === 0) return []
  const { rows } = await client.query<ChainHead>(
    `(select distinct on (district_id, log) district_id as district, log, no, encode(hash, 'hex') hash
        from log_seal order by district_id, log, no desc)
      union all (select distinct on (district_id) district_id, 'log_anchor', no, encode(hash, 'hex')
        from log_anchor order by district_id, no desc) order by 1, 2`,
  )
  return rows
}

/** Foreign keys as statements that take them off and put them on again. */
export async function listForeignKeys(client: pg.ClientBase): Promise<{ off: string; on: string }[]> {
  const { rows } = await client.query<{ off: string; on: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) "off",
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) "on"
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  )
  return rows
}

/** The triggers that note new rows of the logs, or take none into what is frozen; what is restored brings its own notes, and comes back as it was. */
export async function listNoters(client: pg.ClientBase): Promise<{ off: string; on: string }[]> {
  const { rows } = await client.query<{ off: string; on: string }>(
    `select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) "off",
      format('alter table %s enable trigger %I', tgrelid::regclass, tgname) "on"
      from pg_trigger where tgname in ('awaits_seal', 'frozen_new') and not tgisinternal`,
  )
  return rows
}
