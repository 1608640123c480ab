import type pg from 'pg'
import type { Checked, Tell } from './findings.ts'
import type { LogName } from './logs.ts'
import { digestBytes, digestOfRow, hashOfSeal, rowText, start } from './seal.ts'

/** Seals read at once; with at most a thousand rows each this bounds the memory. */
const seals = 20

type SealRow = {
  no: number
  at: number
  covers: string[]
  ids: string[]
  digests: Buffer
  upto: string
  previous: Buffer
  hash: Buffer
}
export type Where = {
  client: pg.ClientBase
  district: number
  from: string | undefined
  tell: Tell
  sum: Checked
}

/** Follows the chain of one log of one district and looks up every row under it. */
export async function checkSeals({ client, district, from, tell, sum }: Where, log: LogName): Promise<void> {
  const say = (kind: 'missing' | 'broken', no: number, says: string) =>
    tell({ district, log, kind, what: `seal ${no}`, says })
  let last: { no: number; upto: number; hash: Buffer } = { no: 0, upto: 0, hash: start }
  if (from !== undefined) {
    const { rows } = await client.query<SealRow>(
      `select no, upto, hash from log_seal where district_id = $1 and log = $2 and at < $3 order by no desc limit 1`,
      [district, log, from],
    )
    if (rows[0]) last = { no: rows[0].no, upto: Number(rows[0].upto), hash: rows[0].hash }
  }
  for (;;) {
    const { rows } = await client.query<SealRow>(
      `select no, at, covers, ids, digests, upto, previous, hash from log_seal
        where district_id = $1 and log = $2 and no > $3 order by no limit ${seals}`,
      [district, log, last.no],
    )
    for (const row of rows) {
      const upto = Number(row.upto)
      if (row.no !== last.no + 1)
        say('missing', last.no + 1, `the chain goes on with seal ${row.no}; what lies between was removed`)
      else if (!row.previous.equals(last.hash)) say('broken', row.no, 'it does not follow the seal before it')
      else if (upto !== last.upto + row.ids.length)
        say('broken', row.no, `it counts ${upto} rows, the chain has ${last.upto + row.ids.length}`)
      if (!hashOfSeal({ ...row, district, log, upto }).equals(row.hash))
        say('broken', row.no, `the seal itself was changed; it covers ${row.ids.length} rows`)
      last = { no: row.no, upto, hash: row.hash }
    }
    await checkRows({ client, district, from, tell, sum }, log, rows)
    sum.seals += rows.length
    if (rows.length < seals) return
  }
}

/** Compares the rows under some seals with their digests. */
async function checkRows(
  { client, district, tell, sum }: Where,
  log: LogName,
  rows: SealRow[],
): Promise<void> {
  for (const [key, group] of Map.groupBy(rows, ({ covers }) => covers.join())) {
    const covers = group[0]?.covers ?? []
    const { rows: columns } = await client.query<{ name: string }>(
      `select attname name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [log],
    )
    const gone = covers.filter((name) => !columns.some((column) => column.name === name))
    if (gone.length > 0) {
      const what = `seals ${group.map(({ no }) => no).join(', ')}`
      tell({
        district,
        log,
        kind: 'broken',
        what,
        says: `they cover columns that are not there: ${gone.join(', ')} of ${key}`,
      })
      continue
    }
    const { rows: there } = await client.query<{ id: string; text: string }>(
      `select t.id, ${rowText(covers, 't')} as text from ${log} t where t.district_id = $1 and t.id = any ($2::uuid[])`,
      [district, group.flatMap(({ ids }) => ids)],
    )
    const digests = new Map(there.map(({ id, text }) => [id, digestOfRow(text)]))
    for (const seal of group)
      for (const [i, id] of seal.ids.entries()) {
        const digest = digests.get(id)
        const sealed = seal.digests.subarray(i * digestBytes, (i + 1) * digestBytes)
        const under = `under seal ${seal.no} of ${new Date(seal.at).toISOString()}`
        sum.rows++
        if (!digest)
          tell({ district, log, kind: 'missing', what: id, says: `it was removed; it stands ${under}` })
        else if (!digest.equals(sealed))
          tell({ district, log, kind: 'changed', what: id, says: `it is not as it was ${under}` })
      }
  }
}

const most = 1000

/** What the seals cannot tell by themselves: rows that came in beside them, rows under two seals, and rows that vanished before any. */
export async function checkStrangers(
  { client, district, from, tell, sum }: Where,
  log: LogName,
): Promise<void> {
  const sealed = `select unnest(ids) id from log_seal where district_id = $1 and log = '${log}'`
  const waiting = `select id from log_pending where district_id = $1 and log = '${log}'`
  const inserted = await client.query<{ id: string; at: number }>(
    `with known as materialized (${sealed} union all ${waiting})
      select t.id, t.at from ${log} t left join known k on k.id = t.id
      where t.district_id = $1 and k.id is null and ($2::timestamptz is null or t.at >= $2) order by t.id limit ${most}`,
    [district, from ?? null],
  )
  for (const { id, at } of inserted.rows) {
    const says = `no seal covers it and none is due; it says it is of ${new Date(at).toISOString()}`
    tell({ district, log, kind: 'inserted', what: id, says })
  }
  const doubled = await client.query<{ id: string }>(
    `select id from (${sealed} union all ${waiting}) x group by id having count(*) > 1 order by id limit ${most}`,
    [district],
  )
  for (const { id } of doubled.rows)
    tell({ district, log, kind: 'doubled', what: id, says: 'it stands in the chain more than once' })
  const vanished = await client.query<{ id: string; there: boolean }>(
    `select p.id, t.id is not null there from (${waiting}) p
      left join ${log} t on t.district_id = $1 and t.id = p.id`,
    [district],
  )
  sum.waiting += vanished.rows.length
  for (const { id, there } of vanished.rows)
    if (!there)
      tell({ district, log, kind: 'missing', what: id, says: 'it was removed before it was sealed' })
}
