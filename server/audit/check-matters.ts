import type { MatterActionRow } from '../db/tables.gen.ts'
import { canonical, digestOf, hashOf } from '../matter/history.ts'
import type { Where } from './check-seals.ts'
import { start } from './seal.ts'

const page = 2000

type Line = MatterActionRow & {
  number: string | null
  last_seq: number | null
  last_hash: Buffer | null
  /** Its matter was destroyed by a register that somebody decided on, on record. */
  by_register: boolean
  /** What the person of a voice said, whose erasure somebody granted, on record. */
  by_subject: boolean
}

/** A payload that was destroyed at the end of its retention, or erased for its person; its digest is still signed by the chain. */
const isDestroyed = (line: Line) => (line.by_register || line.by_subject) && canonical(line.payload) === '{}'

/** Follows the chain of every matter of a district, action by action; with a day, of the matters that moved since then. */
export async function checkMatters({ client, district, from, tell, sum }: Where): Promise<void> {
  const log = 'matter_action'
  let [matterId, seq] = ['00000000-0000-0000-0000-000000000000', 0]
  let before: Line | undefined
  let isBroken = false
  const say = (line: Line, at: number, kind: 'changed' | 'missing' | 'broken', says: string) => {
    isBroken = true
    tell({ district, log, kind, what: `matter ${line.number ?? line.matter_id} action ${at}`, says })
  }
  const close = (line: Line | undefined) => {
    if (!line) return
    sum.matters++
    if (isBroken) return
    if (line.last_seq === null) say(line, line.seq, 'broken', 'its matter is not there')
    else if (line.last_seq > line.seq)
      say(line, line.seq + 1, 'missing', `the matter says that it has ${line.last_seq}`)
    else if (line.last_seq < line.seq || !line.last_hash?.equals(line.hash))
      say(line, line.seq, 'broken', 'the matter does not end with this action')
  }
  for (;;) {
    const { rows } = await client.query<Line>(
      `select a.*, m.number, m.last_seq, m.last_hash, m.destroyed_at is not null and exists (select from register_file f
          join org_action d on d.district_id = f.district_id and d.subject = f.register_id and d.verb = 'decideRegister'
          where f.district_id = m.district_id and f.matter_id = m.id and f.destroyed_at = m.destroyed_at
            and d.payload->'approves' = 'true') by_register,
          exists (select from subject_request r
            join subject_action g on g.district_id = r.district_id and g.request_id = r.id and g.verb = 'answer'
              and g.payload->>'outcome' = 'granted' and g.payload->'takesWords' = 'true'
            where r.district_id = a.district_id and r.erased_at is not null and a.matter_id = any (r.matters)) by_subject from matter_action a
        left join matter m on m.district_id = a.district_id and m.id = a.matter_id
        where a.district_id = $1 and (a.matter_id, a.seq) > ($2::uuid, $3)
          and ($4::timestamptz is null or exists (select from matter_action r
            where r.district_id = a.district_id and r.matter_id = a.matter_id and r.at >= $4))
        order by a.matter_id, a.seq limit ${page}`,
      [district, matterId, seq, from ?? null],
    )
    for (const line of rows) {
      if (line.matter_id !== before?.matter_id) {
        close(before)
        before = undefined
        isBroken = false
      }
      // the first break of a matter is told; what comes after it follows from it
      if (!isBroken) checkLine(line, before, say)
      before = line
      ;[matterId, seq] = [line.matter_id, line.seq]
    }
    if (rows.length < page) break
  }
  close(before)
  if (from !== undefined) return
  const empty = await client.query<{ number: string }>(
    `select number from matter m where m.district_id = $1 and not exists
      (select from matter_action a where a.district_id = m.district_id and a.matter_id = m.id) limit 1000`,
    [district],
  )
  for (const { number } of empty.rows)
    tell({
      district,
      log,
      kind: 'missing',
      what: `matter ${number}`,
      says: 'all of its actions were removed',
    })
}

function checkLine(
  line: Line,
  before: Line | undefined,
  say: (line: Line, at: number, kind: 'changed' | 'missing' | 'broken', says: string) => void,
): void {
  const due = (before?.seq ?? 0) + 1
  if (line.seq !== due) say(line, due, 'missing', `the history goes on with action ${line.seq}`)
  else if (!line.previous.equals(before?.hash ?? start))
    say(line, line.seq, 'broken', 'it does not follow the action before it')
  else if (!isDestroyed(line) && !line.payload_digest.equals(digestOf(line.payload)))
    say(line, line.seq, 'changed', 'its payload is not what was written')
  else if (!line.hash.equals(hashOf(line, line.payload_digest, line.previous)))
    say(line, line.seq, 'changed', 'it is not what was written')
}
