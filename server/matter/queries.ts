import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'
import type { AppealRow, AttachmentRow, ClockRow, MatterRow } from '../db/tables.gen.ts'

export type Repeated = {
  matter_id: string
  seq: number
  verb: string
  state: string
  at: number
  input_digest: string
  version: number
}

/** The action a command left behind, if it was done before. */
export async function findActionById(tx: Tx, district: number, id: string): Promise<Repeated | undefined> {
  const { rows } =
    await sql<Repeated>`select matter_id, seq, verb, state, at, payload->>'inputDigest' input_digest,
    coalesce((payload->>'version')::int, 1) as version from matter_action where district_id = ${district} and id = ${id}`.execute(
      tx,
    )
  return rows[0]
}

/** The running clocks of a matter, locked, so that the sweep tells no mark of theirs in the meantime. */
export async function listRunningClocks(tx: Tx, district: number, matterId: string): Promise<ClockRow[]> {
  const { rows } = await sql<ClockRow>`select * from clock
    where district_id = ${district} and matter_id = ${matterId} and stopped_at is null order by id for update`.execute(
    tx,
  )
  return rows
}

/** The matter as its row, if the transaction's scope may see it. */
export async function findMatter(tx: Tx, district: number, id: string): Promise<MatterRow | undefined> {
  const { rows } =
    await sql<MatterRow>`select * from matter where district_id = ${district} and id = ${id}`.execute(tx)
  return rows[0]
}

export type ActionLine = {
  seq: number
  id: string
  verb: string
  at: number
  actor_kind: 'staff' | 'resident' | 'visitor' | 'system' | 'partner' | 'party'
  actor_id: string | null
  name: string | null
  role: string | null
  unit_name: string | null
  /** Whose post it was, where another stood in. */
  for_name: string | null
  appeal_id: string | null
  payload: Record<string, unknown>
  state: string
}

/** The whole history of a matter, oldest first, with who did it as they were then. */
export async function listActions(tx: Tx, district: number, matterId: string): Promise<ActionLine[]> {
  const { rows } = await sql<ActionLine>`
    select h.seq, h.id, h.verb, h.at, h.actor_kind, h.actor_id, coalesce(p.name, r.name) as name, o.role, u.name unit_name, q.name for_name, h.appeal_id, h.payload, h.state
    from matter_action h
    left join account a on a.district_id = h.district_id and a.id = h.actor_id
    left join person p on p.district_id = a.district_id and p.id = a.person_id
    left join partner r on r.district_id = h.district_id and r.id = h.actor_id
    left join post o on o.district_id = h.district_id and o.id = h.post_id
    left join person q on q.district_id = o.district_id and q.id = o.person_id and q.id <> p.id
    left join unit u on u.district_id = h.district_id and u.id = h.unit_id
    where h.district_id = ${district} and h.matter_id = ${matterId} order by h.seq`.execute(tx)
  return rows
}

export async function listAppeals(tx: Tx, district: number, matterId: string): Promise<AppealRow[]> {
  const { rows } = await sql<AppealRow>`select * from appeal
    where district_id = ${district} and matter_id = ${matterId} order by received_at, id`.execute(tx)
  return rows
}

export async function listClocks(
  tx: Tx,
  district: number,
  matterId: string,
): Promise<(ClockRow & { unit_name: string })[]> {
  const { rows } = await sql<ClockRow & { unit_name: string }>`select c.*, u.name unit_name from clock c
    join unit u on u.district_id = c.district_id and u.id = c.unit_id
    where c.district_id = ${district} and c.matter_id = ${matterId} order by c.stopped_at is not null, c.due_at, c.started_at`.execute(
    tx,
  )
  return rows
}

export async function listFiles(tx: Tx, district: number, matterId: string): Promise<AttachmentRow[]> {
  const { rows } = await sql<AttachmentRow>`select * from attachment
    where district_id = ${district} and matter_id = ${matterId} and message_id is null and exclusion_deed_id is null order by created_at, id`.execute(
    tx,
  )
  return rows
}
