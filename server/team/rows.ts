import type { Member, Team } from '#domain/team/team.ts'
import type { TeamMemberRow, TeamRow } from '../db/tables.gen.ts'

/** A team out of its row. */
export const teamOf = (row: TeamRow): Team => ({
  ...{ id: row.id, kind: row.kind as Team['kind'], unitId: row.unit_id, unitPath: row.unit_path },
  ...{ leadUnitId: row.lead_unit_id, leadUnitPath: row.lead_unit_path, leadId: row.lead_id },
  ...{ fromOn: row.from_on, toOn: row.to_on, endedAt: row.ended_at, end: row.ending as Team['end'] },
})

/** A member out of its row. */
export const memberOf = (row: TeamMemberRow): Member => ({
  ...{ id: row.id, accountId: row.account_id, unitId: row.unit_id, unitPath: row.unit_path },
  ...{ fromOn: row.from_on, toOn: row.to_on, outAt: row.out_at },
})
