import type pg from 'pg'
import type { Where } from './check-seals.ts'
import { type Head, hashOfAnchor, start } from './seal.ts'

type AnchorRow = { no: number; day: string; at: number; heads: Head[]; previous: Buffer; hash: Buffer }

/** What was printed or kept elsewhere of an anchor. */
export type Witness = { district: number; no: number; day: string; hash: string }

/** Anchors as a short text to print or to keep elsewhere: one line each, and the heads below it. */
export function printAnchors(district: number, rows: readonly AnchorRow[]): string {
  return rows
    .map((row) => {
      const head = `maple-anchor ${district} ${row.no} ${row.day} ${row.hash.toString('hex')}\n`
      return head + row.heads.map((h) => `  ${h.log} seal ${h.no}, ${h.upto} rows, ${h.hash}\n`).join('')
    })
    .join('')
}

/** Reads what `printAnchors` wrote. Throws with the line that cannot be read. */
export function readWitnesses(text: string): Witness[] {
  const witnesses: Witness[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith(' ') || line.startsWith('#')) continue
    const [, district, no, day, hash] =
      /^maple-anchor (\d{6}) (\d+) (\d{4}-\d\d-\d\d) ([0-9a-f]{64})$/.exec(line) ?? []
    if (!district || !no || !day || !hash) throw new Error(`not an anchor: ${line.slice(0, 80)}`)
    witnesses.push({ district: Number(district), no: Number(no), day, hash })
  }
  return witnesses
}

/** The anchors of a district after `no`, at most a thousand. */
export async function listAnchors(
  client: pg.ClientBase,
  district: number,
  from: string | undefined,
  after = 0,
): Promise<AnchorRow[]> {
  const { rows } = await client.query<AnchorRow>(
    `select no, day, at, heads, previous, hash from log_anchor
      where district_id = $1 and no > $2 and ($3::date is null or day >= $3::date) order by no limit 1000`,
    [district, after, from ?? null],
  )
  return rows
}

/** Follows the anchors of a district, and holds the seals and what was kept elsewhere against them. */
export async function checkAnchors(
  { client, district, from, tell, sum }: Where,
  witnesses: readonly Witness[],
): Promise<void> {
  const log = 'log_anchor'
  const awaited = new Map(witnesses.filter((w) => w.district === district).map((w) => [w.no, w]))
  let last: Pick<AnchorRow, 'no' | 'hash'> | undefined = { no: 0, hash: start }
  if (from !== undefined) {
    const { rows } = await client.query<AnchorRow>(
      'select no, hash from log_anchor where district_id = $1 and day < $2::date order by no desc limit 1',
      [district, from],
    )
    last = rows[0] ?? last
  }
  for (let isMore = true; isMore; ) {
    const rows: AnchorRow[] = await listAnchors(client, district, undefined, last.no)
    isMore = rows.length === 1000
    for (const row of rows) {
      const what = `anchor ${row.no} of ${row.day}`
      if (row.no !== last.no + 1)
        tell({
          district,
          log,
          kind: 'missing',
          what: `anchor ${last.no + 1}`,
          says: `the chain goes on with ${row.no}`,
        })
      else if (!row.previous.equals(last.hash))
        tell({ district, log, kind: 'broken', what, says: 'it does not follow the anchor before it' })
      if (!hashOfAnchor({ ...row, district }).equals(row.hash))
        tell({ district, log, kind: 'changed', what, says: 'it is not what was written' })
      await checkHeads({ client, district, tell }, row)
      const witness = awaited.get(row.no)
      awaited.delete(row.no)
      if (witness && (witness.hash !== row.hash.toString('hex') || witness.day !== row.day))
        tell({ district, log, kind: 'changed', what, says: `the copy kept elsewhere has ${witness.hash}` })
      sum.anchors++
      last = row
    }
  }
  for (const { no, day } of awaited.values())
    if (from === undefined || day >= from)
      tell({
        district,
        log,
        kind: 'missing',
        what: `anchor ${no} of ${day}`,
        says: 'there is a copy of it elsewhere',
      })
}

/** Whether the chains still are what a day's anchor saw: a chain cut off at its end shows here. */
async function checkHeads(
  { client, district, tell }: Pick<Where, 'client' | 'district' | 'tell'>,
  { no, day, heads }: AnchorRow,
): Promise<void> {
  const { rows } = await client.query<{ log: string; no: number; hash: string; there: string | null }>(
    `select h.log, h.no, h.hash, encode(s.hash, 'hex') there
      from jsonb_to_recordset($2::jsonb) h(log text, no integer, hash text)
      left join log_seal s on s.district_id = $1 and s.log = h.log and s.no = h.no`,
    [district, JSON.stringify(heads)],
  )
  for (const head of rows) {
    const says = `anchor ${no} of ${day} saw it`
    const what = `seal ${head.no}`
    if (head.there === null)
      tell({
        district,
        log: head.log,
        kind: 'missing',
        what,
        says: `${says}; the end of the chain was removed`,
      })
    else if (head.there !== head.hash)
      tell({ district, log: head.log, kind: 'changed', what, says: `${says} otherwise` })
  }
}
