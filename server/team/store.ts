import { sql } from 'kysely'
import type { Member, Team } from '#domain/team/team.ts'
import type { Tx } from '../db/scope.ts'
import { nudge } from '../matter/store.ts'

const date = (at: number | null) => (at === null ? null : new Date(at))

export async function insertTeam(
  tx: Tx,
  district: number,
  t: Team & { name: string; byId: string },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into team (district_id, id, kind, name, unit_id, unit_path, by_id,
      lead_unit_id, lead_unit_path, lead_id, from_on, to_on, version)
    values (${district}, ${t.id}, ${t.kind}, ${t.name}, ${t.unitId}, ${t.unitPath}, ${t.byId}, ${t.leadUnitId},
      ${t.leadUnitPath}, ${t.leadId}, ${t.fromOn}, ${t.toOn}, 1)
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Writes how a team stands, and tells every open page. `isLonger`: its end is told of anew. */
export async function writeTeam(
  tx: Tx,
  district: number,
  before: { version: number },
  t: Team,
  isLonger = false,
): Promise<void> {
  const version = before.version + 1
  await sql`update team set lead_unit_id = ${t.leadUnitId}, lead_unit_path = ${t.leadUnitPath}, lead_id = ${t.leadId},
      to_on = ${t.toOn}, ended_at = ${date(t.endedAt)}, ending = ${t.end}, version = ${version},
      told = case when ${isLonger} then 0 else told end
    where district_id = ${district} and id = ${t.id}`.execute(tx)
  await nudge(tx, { kind: 'team', district, id: t.id, version })
}

export async function insertMember(tx: Tx, district: number, teamId: string, m: Member): Promise<void> {
  await sql`insert into team_member (district_id, id, team_id, account_id, unit_id, unit_path, from_on, to_on)
    values (${district}, ${m.id}, ${teamId}, ${m.accountId}, ${m.unitId}, ${m.unitPath}, ${m.fromOn}, ${m.toOn})`.execute(
    tx,
  )
}

/** Takes a member out from now on. */
export async function writeOut(tx: Tx, district: number, memberId: string, at: number): Promise<void> {
  await sql`update team_member set out_at = ${new Date(at)}
    where district_id = ${district} and id = ${memberId} and out_at is null`.execute(tx)
}
