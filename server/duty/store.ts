import { sql } from 'kysely'
import type { DutyLine } from '#domain/duty/line.ts'
import type { Tx } from '../db/scope.ts'

export type Stored = Omit<DutyLine, 'no'> & { areaId: string; basis: string }

/** The number after the last one of the district; given under the lock of its rules, so that none is given twice. */
export async function nextNo(tx: Tx, district: number): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    select coalesce(max(no), 0) + 1 no from duty where district_id = ${district}`.execute(tx)
  return rows[0]?.no ?? 1
}

/** A new line, or a new version of one. Out: whether its id was free. */
export async function insertDuty(tx: Tx, district: number, no: number, l: Stored): Promise<boolean> {
  const { rows } =
    await sql`insert into duty (district_id, id, no, category_code, area_id, area_path, main_id, main_path, level,
      assist_ids, assist_levels, basis, from_on, to_on)
    values (${district}, ${l.id}, ${no}, ${l.categoryCode}, ${l.areaId}, ${l.areaPath}, ${l.mainId}, ${l.mainPath}, ${l.level},
      ${[...l.assistIds]}::uuid[], ${[...l.assistLevels]}::text[], ${l.basis}, ${l.fromOn}::date, ${l.toOn}::date)
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

/** Writes a line anew in its place: it was not meant as it stood. */
export async function writeDuty(tx: Tx, district: number, l: Stored): Promise<void> {
  await sql`update duty set category_code = ${l.categoryCode}, area_id = ${l.areaId}, area_path = ${l.areaPath},
      main_id = ${l.mainId}, main_path = ${l.mainPath}, level = ${l.level}, assist_ids = ${[...l.assistIds]}::uuid[],
      assist_levels = ${[...l.assistLevels]}::text[], basis = ${l.basis}, from_on = ${l.fromOn}::date,
      to_on = ${l.toOn}::date, version = version + 1
    where district_id = ${district} and id = ${l.id}`.execute(tx)
}

/** The last day on which a line counts; null: no end. */
export async function writeEnd(tx: Tx, district: number, id: string, lastOn: string | null): Promise<void> {
  await sql`update duty set to_on = ${lastOn}::date, version = version + 1
    where district_id = ${district} and id = ${id}`.execute(tx)
}

export async function writeForce(
  tx: Tx,
  district: number,
  from: string | null,
  version: number,
): Promise<void> {
  await sql`insert into duty_list (district_id, community_from, version) values (${district}, ${from}::date, ${version})
    on conflict (district_id) do update set community_from = excluded.community_from, version = excluded.version`.execute(
    tx,
  )
}

export async function insertProposal(
  tx: Tx,
  p: {
    district: number
    id: string
    matterId: string
    number: string | null
    categoryCode: string
    areaId: string
    mainId: string
    sealed: Buffer
    by: string
    unitId: string
    now: number
  },
): Promise<void> {
  await sql`insert into duty_proposal (district_id, id, matter_id, number, category_code, area_id, main_id, sealed, proposed_by,
      proposer_unit_id, proposed_at)
    values (${p.district}, ${p.id}, ${p.matterId}, ${p.number}, ${p.categoryCode}, ${p.areaId}, ${p.mainId}, ${p.sealed}, ${p.by},
      ${p.unitId}, ${new Date(p.now)})`.execute(tx)
}

/** Decides a proposal that is open. In: the line that came of it; null: declined. */
export async function writeDecision(
  tx: Tx,
  p: { district: number; id: string; no: number | null; by: string; now: number },
): Promise<void> {
  await sql`update duty_proposal set state = ${p.no === null ? 'declined' : 'taken'}, duty_no = ${p.no},
      decided_by = ${p.by}, decided_at = ${new Date(p.now)}
    where district_id = ${p.district} and id = ${p.id} and state = 'open'`.execute(tx)
}
