import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { type Hand, maySeeAid } from '#domain/aid/who.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { AidLineRow, AidRow } from '../db/tables.gen.ts'
import { Refused } from '../http/refused.ts'
import { inTeamSight } from '../team/sight.ts'
import { aidLineOf, aidOf } from './rows.ts'
import { handOf, inAidSight } from './sight.ts'

export type NamedAid = AidRow & {
  unit_name: string
  by_name: string
  centre_name: string | null
  kind_zh: string
  kind_en: string
}
export type NamedLine = AidLineRow & { name: string; may_open_team: boolean | null }

/** Orders with the names that a page shows of them. */
export const namedAids = sql`select w.*, u.name unit_name, p.name by_name, k.name_zh kind_zh, k.name_en kind_en,
    (select c.name from unit b join unit c on c.district_id = b.district_id and (c.id = b.id or c.parent_id = b.id and c.kind = 'centre')
      where b.district_id = w.district_id and b.path = w.centre_path order by c.kind = 'centre' desc, c.path limit 1) centre_name
  from aid w
  join unit u on u.district_id = w.district_id and u.id = w.unit_id
  join aid_kind k on k.district_id = w.district_id and k.code = w.kind_code
  join account a on a.district_id = w.district_id and a.id = w.by_id
  join person p on p.district_id = a.district_id and p.id = a.person_id`

/** The lines of some orders as they were asked, those that are open first. */
export async function listAidLines(tx: Tx, actor: StaffActor, ids: readonly string[]): Promise<NamedLine[]> {
  if (ids.length === 0) return []
  const { rows } =
    await sql<NamedLine>`select l.*, coalesce(u.name, t.name) name, ${inTeamSight(actor)} may_open_team from aid_line l
    left join unit u on u.district_id = l.district_id and u.id = l.unit_id
    left join team t on t.district_id = l.district_id and t.id = l.team_id
    where l.district_id = ${actor.districtId} and l.aid_id = any (${[...ids]}::uuid[])
    order by l.step is null, l.asked_at, l.unit_path, l.id`.execute(tx)
  return rows
}

export type FoundAid = { row: NamedAid; lines: NamedLine[]; hand: Hand }

/** An order that somebody may see, with its lines. Throws the refusal `notFound`. */
export async function findAid(tx: Tx, actor: StaffActor, id: string, now: number): Promise<FoundAid> {
  const { rows } = await sql<NamedAid & { is_locked: boolean }>`
    select x.*, aid_locked(x.district_id, x.id, ${actor.accountId}::uuid) is_locked
    from (${namedAids} where w.district_id = ${actor.districtId} and w.id = ${id}) x`.execute(tx)
  const [row] = rows
  const lines = row ? await listAidLines(tx, actor, [row.id]) : []
  const hand = await handOf(tx, actor, now)
  if (!row || !maySeeAid(aidOf(row), lines.map(aidLineOf), hand, row.is_locked))
    throw new Refused(refuse('notFound'))
  return { row, lines, hand }
}

/** Of the matters of an order those that the reader may see by the lock of the matters themselves. */
export async function listAidMatters(tx: Tx, district: number, aidId: string) {
  const { rows } = await sql<{ id: string; number: string; title: string }>`select m.id, m.number, m.title
    from aid_matter l join matter m on m.district_id = l.district_id and m.id = l.matter_id
    where l.district_id = ${district} and l.aid_id = ${aidId} order by m.number`.execute(tx)
  return rows
}

/** The orders about a matter, the newest first; a matter has few. */
export async function listAidsOf(tx: Tx, actor: StaffActor, matterId: string, now: number) {
  const { rows } = await sql<NamedAid & { may_open: boolean }>`select w.*, ${inAidSight(actor, now)} may_open
    from (${namedAids}) w join aid_matter l on l.district_id = w.district_id and l.aid_id = w.id
    where l.district_id = ${actor.districtId} and w.district_id = ${actor.districtId} and l.matter_id = ${matterId}
    order by w.id desc limit 50`.execute(tx)
  return rows
}

/** How many orders and teams still hang on a unit, for whoever would close it. */
export async function countOpenAids(tx: Tx, district: number, unitId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select ((select count(*) from aid_line
      where district_id = ${district} and unit_id = ${unitId} and step is not null)
    + (select count(*) from aid where district_id = ${district} and unit_id = ${unitId}
      and state in ('posted','sentBack','dispatched'))
    + (select count(*) from team where district_id = ${district} and ended_at is null
      and (unit_id = ${unitId} or lead_unit_id = ${unitId})))::int n`.execute(tx)
  return rows[0]?.n ?? 0
}
