import { sql } from 'kysely'
import type { TeamMove, teamRoutes } from '#contract/team.ts'
import { refuse } from '#domain/refusal.ts'
import { foundingPath, whyNotExtend, whyNotMember, whyNotTeam, whyNotTerm } from '#domain/team/moves.ts'
import type { Member, Team } from '#domain/team/team.ts'
import { findAidDeed, insertAidDeed } from '../aid/log.ts'
import type { AidWords } from '../aid/rows.ts'
import { tellAid, workersOf } from '../aid/tell.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { nudge } from '../matter/store.ts'
import { workerOf } from './people.ts'
import { findTeam, lockTeam } from './queries.ts'
import { readTeam } from './read.ts'
import { memberOf, teamOf } from './rows.ts'
import { insertMember, insertTeam, writeOut, writeTeam } from './store.ts'

type Founding = Pick<Call<typeof teamRoutes.foundTeam>, 'tx' | 'actor' | 'body' | 'now'>

/** Those who are in it from the start, who leads first. Refusals: `notOfUnit`, `teamTwice`, at their field. */
async function firstMembers({ tx, actor, body, now }: Founding): Promise<Member[]> {
  const wanted = [
    { ...body.lead, field: 'lead' },
    ...body.members.map((one, i) => ({ ...one, field: `members.${i}` })),
  ]
  const members: Member[] = []
  for (const { field, ...person } of wanted) {
    const worker = await workerOf(tx, actor.districtId, person, field, now)
    if (members.some(({ accountId }) => accountId === worker.id))
      throw new Refused(refuse('teamTwice', { name: worker.name }, field))
    members.push({
      ...{ id: newId(now), accountId: worker.id, unitId: worker.unit_id, unitPath: worker.path },
      ...{ fromOn: body.fromOn, toOn: null, outAt: null },
    })
  }
  return members
}

/**
 * Sets up a team: for the area of the post, from a day to a day, with who leads it. Its members and their units are told. Refusals:
 * `notYourTeam`, those of `whyNotTerm`, `notOfUnit`, `teamTwice`, `commandReused`.
 */
export async function foundTeam(call: Founding) {
  const { tx, actor, body, now } = call
  const district = actor.districtId
  const { commandId, id, kind, name, fromOn, toOn, lead, members: others } = body
  const payload = { kind, fromOn, toOn, lead, members: others }
  // one at a time, so that the same command that comes twice at once is done once
  await sql`select pg_advisory_xact_lock(hashtext('team'), ${district})`.execute(tx)
  const deed = { district, id: commandId, teamId: id, verb: 'found', accountId: actor.accountId, payload }
  const before = await findAidDeed(tx, deed)
  if (before) {
    insist(before.isSame ? undefined : refuse('commandReused'))
    return readTeam(call, id)
  }
  const seat = actor.seats.find((one) => foundingPath(one) !== undefined)
  if (!seat) return refuse('notYourTeam')
  insist(whyNotTerm(fromOn, toOn, now))
  const members = await firstMembers(call)
  const [first] = members
  if (!first) return refuse('notFound', undefined, 'lead')
  const team: Team = {
    ...{ id, kind, unitId: seat.unitId, unitPath: seat.servesPath, leadId: first.accountId },
    ...{ leadUnitId: first.unitId, leadUnitPath: first.unitPath, fromOn, toOn, endedAt: null, end: null },
  }
  if (!(await insertTeam(tx, district, { ...team, name, byId: actor.accountId })))
    throw new Refused(refuse('commandReused'))
  for (const member of members) await insertMember(tx, district, id, member)
  await insertAidDeed(tx, deed, now, { purpose: body.purpose })
  await tellAid(tx, { district, at: now, teamId: id, actorId: actor.accountId }, 'teamJoined', {
    units: members.map(({ unitId }) => unitId),
  })
  await nudge(tx, { kind: 'team', district, id, version: 1 })
  return readTeam(call, id)
}

type Moving = Pick<Call<typeof teamRoutes.moveTeam>, 'tx' | 'actor' | 'params' | 'body' | 'now'>

const wordFields: ReadonlySet<string> = new Set(['reason', 'note', 'summary'])

function takenApart(move: TeamMove): { words: AidWords; payload: Record<string, unknown> } {
  const { commandId: _, verb: __, ...input } = move
  const all = Object.entries(input)
  return {
    words: Object.fromEntries(all.filter(([name]) => wordFields.has(name))) as AidWords,
    payload: Object.fromEntries(all.filter(([name]) => !wordFields.has(name))),
  }
}

type Standing = { team: Team; version: number; members: readonly Member[]; member: Member | undefined }

/** Takes somebody in. Out: who it is. */
async function addMember(
  { tx, actor, now }: Moving,
  move: Extract<TeamMove, { verb: 'addMember' }>,
  { team, members }: Standing,
): Promise<Member> {
  const worker = await workerOf(tx, actor.districtId, move, 'accountId', now)
  const { fromOn, toOn } = move
  insist(whyNotMember(team, members, { accountId: worker.id, name: worker.name, fromOn, toOn }))
  const member = {
    ...{ id: newId(now), accountId: worker.id, unitId: worker.unit_id, unitPath: worker.path },
    ...{ fromOn, toOn, outAt: null },
  }
  await insertMember(tx, actor.districtId, team.id, member)
  return member
}

/** The team after a step of its own. Refusals: those of `whyNotExtend`. */
function teamAfter(move: TeamMove, team: Team, member: Member | undefined, now: number): Team {
  if (move.verb === 'extend') {
    insist(whyNotExtend(team, move.toOn, now))
    return { ...team, toOn: move.toOn }
  }
  if (move.verb === 'end') return { ...team, endedAt: now, end: 'early' }
  if (move.verb !== 'setLead' || !member) return team
  const { accountId: leadId, unitId: leadUnitId, unitPath: leadUnitPath } = member
  return { ...team, leadId, leadUnitId, leadUnitPath }
}

/** What a step changes. Out: whom it is about. */
async function change(call: Moving, standing: Standing): Promise<Member | undefined> {
  const { tx, actor, body: move, now } = call
  const { team, member, version } = standing
  const district = actor.districtId
  const taken = move.verb === 'addMember' ? await addMember(call, move, standing) : member
  if (move.verb === 'removeMember' && member) await writeOut(tx, district, member.id, now)
  await writeTeam(tx, district, { version }, teamAfter(move, team, member, now), move.verb === 'extend')
  return taken
}

/** Tells those whom a step concerns. */
async function tellStep(call: Moving, team: Team, member: Member | undefined): Promise<void> {
  const { tx, actor, body: move, now } = call
  const district = actor.districtId
  const say = (kind: Parameters<typeof tellAid>[2], to: Parameters<typeof tellAid>[3]) =>
    tellAid(tx, { district, at: now, teamId: team.id, actorId: actor.accountId }, kind, to)
  // whoever it is about holds a post there
  const person = { units: member ? [member.unitId] : [] }
  if (move.verb === 'addMember') return say('teamJoined', person)
  if (move.verb === 'removeMember') return say('teamLeft', { units: [team.unitId, ...person.units] })
  if (move.verb === 'setLead') return say('teamLed', person)
  const workers = await workersOf(tx, district, team.id, now)
  if (move.verb === 'extend') return say('teamExtended', workers)
  if (move.verb === 'end') return say('teamEnded', { ...workers, units: [team.unitId, team.leadUnitId] })
}

/**
 * One step of a team, once. Refusals: `notFound` out of sight or no such member, those of `whyNotTeam`, `whyNotMember`, `whyNotExtend`,
 * `notOfUnit`, `commandReused`.
 */
export async function moveTeam(call: Moving) {
  const { tx, actor, params, body, now } = call
  const district = actor.districtId
  await lockTeam(tx, district, params.id)
  const { row, members: rows } = await findTeam(tx, actor, params.id, now)
  const { words, payload } = takenApart(body)
  const deed = {
    ...{ district, id: body.commandId, teamId: row.id, verb: body.verb, accountId: actor.accountId },
    payload,
  }
  const before = await findAidDeed(tx, deed)
  if (before) {
    insist(before.isSame ? undefined : refuse('commandReused'))
    return readTeam(call, row.id)
  }
  const team = teamOf(row)
  const members = rows.map(memberOf)
  const member = 'memberId' in body ? members.find(({ id }) => id === body.memberId) : undefined
  if ('memberId' in body && !member) return refuse('notFound', undefined, 'memberId')
  insist(whyNotTeam(body.verb, team, { members, member, open: row.open }, actor, now))
  const taken = await change(call, { team, version: row.version, members, member })
  await insertAidDeed(tx, deed, now, words)
  await tellStep(call, team, taken)
  return readTeam(call, row.id)
}
