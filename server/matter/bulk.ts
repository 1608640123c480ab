import { sql } from 'kysely'
import { insertColumns } from '../db/insert-columns.ts'
import type { Tx } from '../db/scope.ts'
import type { AppealRow, MatterActionRow, MatterRow } from '../db/tables.gen.ts'
import type { Birth } from './birth.ts'

/** Writes hundreds of new matters whole; the same rows as `insertBirths`, in the shape that is cheap for many. */
export async function insertManyBirths(tx: Tx, births: readonly Birth[]): Promise<void> {
  const rows = (of: (birth: Birth) => object) => births.map(of)
  await insertColumns(
    tx,
    'matter',
    rows((b) => b.matter),
  )
  await insertColumns(
    tx,
    'appeal',
    rows((b) => b.appeal),
  )
  await insertColumns(
    tx,
    'matter_action',
    rows((b) => b.action),
  )
  await insertColumns(
    tx,
    'clock',
    births.flatMap((b) => b.clocks),
  )
  await insertColumns(
    tx,
    'matter_text',
    rows((b) => b.text),
  )
}

/** The matters, locked in the order of their ids so that two of us never wait for each other in a ring. */
export async function lockMatters(tx: Tx, district: number, ids: readonly string[]): Promise<MatterRow[]> {
  const { rows } =
    await sql<MatterRow>`select * from matter where district_id = ${district} and id = any (${[...ids]}::uuid[])
    order by id for update`.execute(tx)
  return rows
}

const growing = [
  'id',
  'appeals',
  'has_contact',
  'revisit_tries',
  'solved',
  'satisfied',
  'version',
  'last_seq',
  'changed_at',
] as const satisfies (keyof MatterRow)[]
type Grown = Pick<MatterRow, (typeof growing)[number] | 'last_hash'>

/** Writes what further voices change: the counters of the matters, the voices, the actions, how often a voice came again. */
export async function writeAdditions(
  tx: Tx,
  district: number,
  written: {
    grown: readonly Grown[]
    appeals: readonly AppealRow[]
    actions: readonly MatterActionRow[]
    repeated: readonly string[]
  },
): Promise<void> {
  const grown = written.grown.map((g) => ({
    ...Object.fromEntries(growing.map((column) => [column, g[column]])),
    changed_at: new Date(g.changed_at).toISOString(),
    last_hash: `\\x${g.last_hash.toString('hex')}`,
  }))
  await sql`update matter m set appeals = x.appeals, has_contact = x.has_contact, revisit_tries = x.revisit_tries,
      solved = x.solved, satisfied = x.satisfied, version = x.version, last_seq = x.last_seq, changed_at = x.changed_at,
      last_hash = x.last_hash
    from json_to_recordset(${JSON.stringify(grown)}::json)
      x(id uuid, appeals int, has_contact boolean, revisit_tries int, solved boolean, satisfied text, version int,
        last_seq int, changed_at timestamptz, last_hash bytea)
    where m.district_id = ${district} and m.id = x.id`.execute(tx)
  await insertColumns(tx, 'appeal', written.appeals)
  await insertColumns(tx, 'matter_action', written.actions)
  if (written.repeated.length > 0)
    await sql`update appeal a set repeats = a.repeats + x.times
      from (select id, count(*)::int times from unnest(${[...written.repeated]}::uuid[]) id group by id) x
      where a.district_id = ${district} and a.id = x.id`.execute(tx)
}
