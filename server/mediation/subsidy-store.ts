import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day, startOfDay } from '#domain/calendar/days.ts'
import type { Mediation } from '#domain/mediation/mediation.ts'
import type { Exclusion, SubsidyLine, SubsidyTier, TakenOut } from '#domain/mediation/subsidy.ts'
import type { Level } from '#domain/org/roles.ts'
import type { Tx } from '../db/scope.ts'
import type { SubsidyLineRow, SubsidyListRow } from '../db/tables.gen.ts'

export type ListLine = SubsidyListRow & {
  unit_name: string
  unit_path: string
  count: number
  paid: number
  fen: string
  drawn_name: string
  checked_name: string | null
  approved_name: string | null
}

const nameOf = (column: string): RawBuilder<unknown> =>
  sql`(select p.name from account a join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = l.district_id and a.id = l.${sql.ref(column)})`
const lists = sql`select l.*, u.name unit_name, u.path unit_path, n.count, n.paid, n.fen, ${nameOf('drawn_by')} drawn_name,
    ${nameOf('checked_by')} checked_name, ${nameOf('approved_by')} approved_name
  from subsidy_list l join unit u on u.district_id = l.district_id and u.id = l.unit_id
  cross join lateral (select count(*)::int count, count(*) filter (where s.fen > 0)::int paid, coalesce(sum(s.fen), 0)::text fen
    from subsidy_line s where s.district_id = l.district_id and s.list_id = l.id) n`

/** The lists of the units within these areas after one, newest first. */
export async function listSubsidyRows(
  tx: Tx,
  district: number,
  areas: readonly string[],
  before: string | undefined,
  limit: number,
): Promise<ListLine[]> {
  const { rows } = await sql<ListLine>`${lists} where l.district_id = ${district}
      and exists (select from unnest(${[...areas]}::text[]) a where starts_with(u.path, a))
      ${before === undefined ? sql`` : sql`and l.id < ${before}`} order by l.id desc limit ${limit}`.execute(
    tx,
  )
  return rows
}

export async function findSubsidy(tx: Tx, district: number, id: string): Promise<ListLine | undefined> {
  const { rows } = await sql<ListLine>`${lists} where l.district_id = ${district} and l.id = ${id}`.execute(
    tx,
  )
  return rows[0]
}

/** A case that was over: its facts, where it counts, and what it is called. */
export type OverCase = {
  facts: Mediation
  closed_on: Day
  level: Level
  lead_id: string
  matter_id: string
}

/**
 * What these committees filed in some days, and what they ended without an agreement and have not filed. Files that were
 * destroyed have no facts left.
 */
export async function listOver(
  tx: Tx,
  district: number,
  { unitPath, from, to, limit }: { unitPath: string; from: Day; to: Day; limit: number },
): Promise<OverCase[]> {
  const [first, behind] = [new Date(startOfDay(from)), new Date(startOfDay(addDays(to, 1)))]
  const within = (at: RawBuilder<unknown>) => sql`${at} >= ${first} and ${at} < ${behind}`
  const { rows } = await sql<OverCase>`with committee as (
      select u.id, coalesce((select a.kind from unit a where a.district_id = u.district_id and starts_with(u.path, a.path)
        and a.kind in ('community','street','district') order by length(a.path) desc limit 1), 'district') as level
      from unit u where u.district_id = ${district} and starts_with(u.path, ${unitPath}))
    select d.facts, (coalesce(d.filed_at, d.closed_at) at time zone 'Asia/Shanghai')::date closed_on, c.level, d.lead_id, d.matter_id
    from committee c cross join lateral (
      select * from mediation d where d.district_id = ${district} and d.committee_id = c.id and ${within(sql`d.filed_at`)}
      union all
      select * from mediation d where d.district_id = ${district} and d.committee_id = c.id and ${within(sql`d.closed_at`)}
        and d.state = 'ended') d
    where d.facts <> '{}' limit ${limit}`.execute(tx)
  return rows
}

/** Links of one dispute: matters joined into one, or linked as of the same cause. In: matters. Out: each with all of its dispute, itself among them. */
export async function listDisputes(
  tx: Tx,
  district: number,
  matterIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ root: string; ids: string[] }>`with recursive same(root, id) as (
      select x, x from unnest(${[...matterIds]}::uuid[]) x
      union
      select s.root, n.id from same s cross join lateral (
        select k.to_id id from matter_link k where k.district_id = ${district} and k.from_id = s.id
          and k.relation = 'sameCause' and k.removed_at is null
        union all select k.from_id from matter_link k where k.district_id = ${district} and k.to_id = s.id
          and k.relation = 'sameCause' and k.removed_at is null
        union all select m.joined_into from matter m where m.district_id = ${district} and m.id = s.id and m.joined_into is not null
        union all select m.id from matter m where m.district_id = ${district} and m.joined_into = s.id) n)
    select root, array_agg(id) ids from same group by root`.execute(tx)
  return new Map(rows.map(({ root, ids }) => [root, ids]))
}

/** Which of these matters another approved list has paid. */
export async function listPaid(
  tx: Tx,
  district: number,
  matterIds: readonly string[],
  butList: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ matter_id: string }>`select matter_id from subsidy_line
    where district_id = ${district} and matter_id = any (${[...matterIds]}::uuid[]) and is_final and list_id <> ${butList}`.execute(
    tx,
  )
  return new Set(rows.map(({ matter_id }) => matter_id))
}

export async function listLineRows(
  tx: Tx,
  at: { district: number; listId: string },
  after = 0,
  limit?: number,
): Promise<SubsidyLineRow[]> {
  const { rows } = await sql<SubsidyLineRow>`select * from subsidy_line where district_id = ${at.district}
    and list_id = ${at.listId} and no > ${after} order by no ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(
    tx,
  )
  return rows
}

/** A list that was not there. Out: whether its id was free. */
export async function insertSubsidy(
  tx: Tx,
  l: {
    district: number
    id: string
    unitId: string
    from: Day
    to: Day
    profileVersion: number
    accountId: string
    now: number
  },
): Promise<boolean> {
  const { rows } =
    await sql`insert into subsidy_list (district_id, id, unit_id, from_on, to_on, state, profile_version, drawn_by, drawn_at)
    values (${l.district}, ${l.id}, ${l.unitId}, ${l.from}::date, ${l.to}::date, 'drawn', ${l.profileVersion}, ${l.accountId},
      ${new Date(l.now)}) on conflict do nothing returning 1`.execute(tx)
  return rows.length === 1
}

/** What a person said about a case; it stays when the record is read anew. */
export type Said = { tier: SubsidyTier | null; takenOut: TakenOut | null }
export type NewLine = SubsidyLine & { closedOn: Day; leadId: string; said: Said }

/** Puts the lines of a list in the place of those before. */
export async function writeLines(
  tx: Tx,
  at: { district: number; listId: string },
  lines: readonly NewLine[],
): Promise<void> {
  await sql`delete from subsidy_line where district_id = ${at.district} and list_id = ${at.listId}`.execute(
    tx,
  )
  const rows = lines.map((line, i) => ({
    ...{ mediation_id: line.mediationId, matter_id: line.matterId, no: i + 1, closed_on: line.closedOn },
    ...{ lead_id: line.leadId, level: line.level, tier: line.tier, said_tier: line.said.tier },
    ...{ taken_out: line.said.takenOut, fen: line.fen, reasons: line.reasons, missing: line.missing },
  }))
  await sql`insert into subsidy_line (district_id, list_id, mediation_id, matter_id, no, closed_on, lead_id, level, tier, said_tier,
      taken_out, fen, reasons, missing)
    select ${at.district}, ${at.listId}, x.mediation_id, x.matter_id, x.no, x.closed_on, x.lead_id, x.level, x.tier, x.said_tier,
      x.taken_out, x.fen, x.reasons, x.missing
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) x(mediation_id uuid, matter_id uuid, no int, closed_on date, lead_id uuid,
      level text, tier text, said_tier text, taken_out text, fen bigint, reasons text[], missing text[])`.execute(
    tx,
  )
}

/** Moves a list on: what it was before is asked for, so that of two at once the second finds it moved. */
export async function writeSubsidyState(
  tx: Tx,
  at: { district: number; listId: string },
  state: 'drawn' | 'checked' | 'approved',
  accountId: string,
  now: number,
): Promise<void> {
  const set =
    state === 'drawn'
      ? sql`checked_by = null, checked_at = null`
      : state === 'checked'
        ? sql`checked_by = ${accountId}, checked_at = ${new Date(now)}`
        : sql`approved_by = ${accountId}, approved_at = ${new Date(now)}`
  if (state === 'approved')
    await sql`update subsidy_line set is_final = true where district_id = ${at.district} and list_id = ${at.listId}
      and fen > 0`.execute(tx)
  await sql`update subsidy_list set state = ${state}, ${set} where district_id = ${at.district} and id = ${at.listId}`.execute(
    tx,
  )
}

/** A line as the domain has it. */
export const lineOf = (row: SubsidyLineRow): SubsidyLine => ({
  ...{ mediationId: row.mediation_id, matterId: row.matter_id, tier: row.tier as SubsidyTier },
  ...{ level: row.level as Level, fen: Number(row.fen), reasons: row.reasons as Exclusion[] },
  missing: row.missing as SubsidyLine['missing'],
})
