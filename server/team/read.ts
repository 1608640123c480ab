import type { TeamRow as RowView, TeamTold, TeamView, teamRoutes } from '#contract/team.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { isUuidv7 } from '#domain/id.ts'
import { refuse } from '#domain/refusal.ts'
import { teamVerbs, whyNotTeam } from '#domain/team/moves.ts'
import { isMemberOn, isTeamOn } from '#domain/team/team.ts'
import { type AidDeedLine, aidTextsOf, listAidDeeds } from '../aid/log.ts'
import type { AidWords } from '../aid/rows.ts'
import { noteView } from '../audit/views.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { type FoundTeam, findTeam, listTeamRows, type NamedMember, type NamedTeam } from './queries.ts'
import { memberOf, teamOf } from './rows.ts'

/** A team as a list shows it. */
const rowOf = (row: NamedTeam, now: number): RowView => ({
  ...{ id: row.id, name: row.name, kind: row.kind as RowView['kind'], unitName: row.unit_name },
  ...{ leadUnitName: row.lead_unit_name, leadName: row.lead_name, fromOn: row.from_on, toOn: row.to_on },
  ...{ end: row.ending as RowView['end'], endedAt: isoOrNull(row.ended_at) },
  ...{ isOn: isTeamOn(teamOf(row), dayOf(now)), members: row.members, open: row.open },
})

function toldOf(
  deed: AidDeedLine,
  members: readonly NamedMember[],
  texts: ReadonlyMap<string, AidWords>,
): TeamTold {
  const payload = deed.payload as Record<string, unknown>
  const who = members.find(({ id }) => id === payload['memberId'])
  const facts = {
    ...(who ? { name: who.name, unit: who.unit_name } : {}),
    ...(typeof payload['toOn'] === 'string' ? { toOn: payload['toOn'] } : {}),
  }
  return {
    ...{ id: deed.id, at: iso(deed.at), verb: deed.verb as TeamTold['verb'], byName: deed.by_name },
    ...{ facts, words: { ...texts.get(deed.id) } },
  }
}

function peopleOf({ row, members }: FoundTeam, actor: StaffActor, now: number): TeamView['people'] {
  const team = teamOf(row)
  const all = members.map(memberOf)
  return members.map((one) => {
    const member = memberOf(one)
    const standing = { members: all, member, open: row.open }
    return {
      ...{ id: one.id, accountId: one.account_id, name: one.name, unitName: one.unit_name },
      ...{ fromOn: one.from_on, toOn: one.to_on, outAt: isoOrNull(one.out_at) },
      isOn: isTeamOn(team, dayOf(now)) && isMemberOn(member, dayOf(now)),
      isLead: one.account_id === team.leadId && one.out_at === null,
      mayRemove: whyNotTeam('removeMember', team, standing, actor, now) === undefined,
    }
  })
}

/** The page of a team as it stands. Refusal: `notFound`. */
export async function readTeam(
  { tx, actor, now }: { tx: Tx; actor: StaffActor; now: number },
  id: string,
): Promise<TeamView> {
  const district = actor.districtId
  const found = await findTeam(tx, actor, id, now)
  const { row, members } = found
  const deeds = await listAidDeeds(tx, district, { teamId: id })
  const texts = await aidTextsOf(tx, district, { teamId: id })
  const first = deeds.find(({ verb }) => verb === 'found')
  const standing = { members: members.map(memberOf), open: row.open }
  return {
    ...rowOf(row, now),
    ...{ version: row.version, purpose: (first && texts.get(first.id)?.['purpose']) ?? null },
    people: peopleOf(found, actor, now),
    told: deeds.map((deed) => toldOf(deed, members, texts)),
    may: teamVerbs.filter((verb) => whyNotTeam(verb, teamOf(row), standing, actor, now) === undefined),
  }
}

/** Everything one page needs of a team; that it was opened is on record. Refusal: `notFound`. */
export async function getTeam(call: Call<typeof teamRoutes.getTeam>) {
  const { tx, actor, params, now } = call
  const view = await readTeam(call, params.id)
  const look = { district: actor.districtId, accountId: actor.accountId, at: now }
  await noteView(tx, { ...look, what: 'open', subject: `team:${params.id}`, facts: '' })
  return view
}

/** The teams in sight. Refusal: `badInput` (a cursor that is none of this list). */
export async function listTeams(call: Call<typeof teamRoutes.listTeams>) {
  const { query, now } = call
  if (query.cursor !== undefined && !isUuidv7(query.cursor))
    return refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')
  const rows = await listTeamRows(call)
  const shown = rows.slice(0, query.limit)
  return {
    rows: shown.map((row) => rowOf(row, now)),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}
