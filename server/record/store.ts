import { sql } from 'kysely'
import { dayOf, startOfDay } from '#domain/calendar/days.ts'
import type { Profile } from '#domain/profile/profile.ts'
import { archivedBefore, mostInRegister } from '#domain/record/retention.ts'
import type { Tx } from '../db/scope.ts'
import type { RegisterFileRow, RegisterRow } from '../db/tables.gen.ts'

type Overdue = { matter_id: string; retention: string; years: number; archived_at: number }

/** The archived matters that are over the period of their class and in no open register, those archived first in front. */
export async function listOverdue(
  tx: Tx,
  district: number,
  classes: Profile['retention'],
  now: number,
  limit = mostInRegister + 1,
): Promise<Overdue[]> {
  const ended = classes.flatMap(({ code, years }) =>
    years === null
      ? []
      : [{ code, years, before: new Date(startOfDay(archivedBefore(dayOf(now), years))).toISOString() }],
  )
  const { rows } = await sql<Overdue>`select f.matter_id, f.archived_at, c.code retention, c.years
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) c(code text, years int, before timestamptz)
    cross join lateral (select m.id matter_id, m.archived_at from matter m where m.district_id = ${district}
      and m.retention = c.code and m.archived_at is not null and m.destroyed_at is null and m.archived_at < c.before
      and not exists (select from register_file f join register r on r.district_id = f.district_id and r.id = f.register_id
        where f.district_id = m.district_id and f.matter_id = m.id and r.state in ('drawn','approved'))
      order by m.archived_at, m.id limit ${limit}) f
    order by f.archived_at, f.matter_id limit ${limit}`.execute(tx)
  return rows
}

export type Counted = RegisterRow & {
  count: number
  kept: number
  destroyed: number
  drawn_name: string
  decided_name: string | null
}

const counted = sql`select r.*, n.count, n.kept, n.destroyed, p.name drawn_name, q.name decided_name from register r
  join account a on a.district_id = r.district_id and a.id = r.drawn_by
  join person p on p.district_id = a.district_id and p.id = a.person_id
  left join account b on b.district_id = r.district_id and b.id = r.decided_by
  left join person q on q.district_id = b.district_id and q.id = b.person_id
  cross join lateral (select count(*)::int count, count(kept_why)::int kept, count(destroyed_at)::int destroyed
    from register_file f where f.district_id = r.district_id and f.register_id = r.id) n`

/** The registers after one, newest first. */
export async function listRegisterRows(
  tx: Tx,
  district: number,
  before: string | undefined,
  limit: number,
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`${counted} where r.district_id = ${district}
    ${before === undefined ? sql`` : sql`and r.id < ${before}`} order by r.id desc limit ${limit}`.execute(tx)
  return rows
}

export async function findRegister(tx: Tx, district: number, id: string): Promise<Counted | undefined> {
  const { rows } = await sql<Counted>`${counted} where r.district_id = ${district} and r.id = ${id}`.execute(
    tx,
  )
  return rows[0]
}

export type FileRow = RegisterFileRow & {
  number: string
  title: string
  category_code: string | null
  sensitive: boolean
}

/** The files of a register after one, by matter. */
export async function listFileRows(
  tx: Tx,
  at: { district: number; registerId: string },
  after: string | undefined,
  limit: number,
): Promise<FileRow[]> {
  const { rows } =
    await sql<FileRow>`select f.*, m.number, m.title, m.category_code, m.sensitive from register_file f
    join matter m on m.district_id = f.district_id and m.id = f.matter_id
    where f.district_id = ${at.district} and f.register_id = ${at.registerId}
      ${after === undefined ? sql`` : sql`and f.matter_id > ${after}`}
    order by f.matter_id limit ${limit}`.execute(tx)
  return rows
}

/** Writes a register with its files. Out: whether there was none open and the id was free. */
export async function insertRegister(
  tx: Tx,
  r: { district: number; id: string; reason: string; accountId: string; now: number },
  files: readonly Overdue[],
): Promise<boolean> {
  const { rows } = await sql`insert into register (district_id, id, state, reason, drawn_by, drawn_at)
    values (${r.district}, ${r.id}, 'drawn', ${r.reason}, ${r.accountId}, ${new Date(r.now)})
    on conflict do nothing returning 1`.execute(tx)
  if (rows.length === 0) return false
  await sql`insert into register_file (district_id, register_id, matter_id, retention, years, archived_at)
    select ${r.district}, ${r.id}, x.matter_id, x.retention, x.years, x.archived_at
    from jsonb_to_recordset(${JSON.stringify(files.map((file) => ({ ...file, archived_at: new Date(file.archived_at).toISOString() })))}::jsonb)
      x(matter_id uuid, retention text, years int, archived_at timestamptz)`.execute(tx)
  return true
}

/** Keeps a file back, or not. Out: whether the register holds it. */
export async function writeKept(
  tx: Tx,
  at: { district: number; registerId: string; matterId: string },
  why: string | null,
): Promise<boolean> {
  const result = await sql`update register_file set kept_why = ${why} where district_id = ${at.district}
    and register_id = ${at.registerId} and matter_id = ${at.matterId}`.execute(tx)
  return Number(result.numAffectedRows ?? 0n) === 1
}

export async function writeDecision(
  tx: Tx,
  d: {
    district: number
    id: string
    state: 'approved' | 'rejected'
    accountId: string
    why: string
    now: number
  },
): Promise<void> {
  await sql`update register set state = ${d.state}, decided_by = ${d.accountId}, decided_at = ${new Date(d.now)},
      decided_why = ${d.why} where district_id = ${d.district} and id = ${d.id} and state = 'drawn'`.execute(
    tx,
  )
}
