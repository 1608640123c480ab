import { sql } from 'kysely'
import type { DutyFacts, dutyRoutes } from '#contract/duty.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { countsOn } from '#domain/duty/line.ts'
import { levelOf } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import type { DutyRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { nudge } from '../matter/store.ts'
import { type Inside, insistFresh, onceForRules } from '../rules/record.ts'
import { readForce, readLines } from './find.ts'
import { readUnits } from './names.ts'
import { getRow, readDuty } from './page.ts'
import { findProposal } from './proposals.ts'
import { readDutyList } from './queries.ts'
import { lineOf } from './rows.ts'
import { insertDuty, nextNo, writeDecision, writeEnd, writeForce } from './store.ts'
import { checkedLine, replaceLine } from './write.ts'

const never = '0001-01-01'

export const toldDuties = ({ tx, actor }: Inside, id: string, version: number) =>
  nudge(tx, { kind: 'rules', district: actor.districtId, id: `duty:${id}`, version })

/** The versions of a line, the newest first. */
export async function versionsOf({ tx, actor }: Inside, no: number): Promise<DutyRow[]> {
  const { rows } =
    await sql<DutyRow>`select * from duty where district_id = ${actor.districtId} and no = ${no}
    order by from_on desc`.execute(tx)
  return rows
}

/** The number that a command gave a line, or the one it would give now. */
async function numberFor({ tx, actor }: Inside, commandId: string): Promise<number> {
  const { rows } = await sql<{ subject: string }>`select subject from rules_action
    where district_id = ${actor.districtId} and id = ${commandId} and verb = 'addDuty'`.execute(tx)
  const given = rows[0]?.subject.replace('duty:', '')
  return given === undefined ? nextNo(tx, actor.districtId) : Number(given)
}

/**
 * Adds a line; it may come of a proposal, which is taken with it. Refusals: those of `whyNotLine`, `badInput`, `proposalDecided`.
 */
export async function addDuty(call: Call<typeof dutyRoutes.addDuty>) {
  const { tx, actor, body, now } = call
  const { commandId, reason, proposalId, ...facts } = body
  await sql`select pg_advisory_xact_lock(hashtext('rules'), ${actor.districtId})`.execute(tx)
  const no = await numberFor(call, commandId)
  const payload = {
    ...facts,
    level: await levelWritten(call, facts),
    reason,
    ...(proposalId ? { proposalId } : {}),
  }
  await onceForRules(call, { commandId, verb: 'addDuty', subject: `duty:${no}`, payload }, async () => {
    const proposal =
      proposalId === undefined ? undefined : await findProposal(tx, actor.districtId, proposalId)
    if (proposalId !== undefined && !proposal) throw new Refused(refuse('notFound', undefined, 'proposalId'))
    if (proposal && proposal.state !== 'open') throw new Refused(refuse('proposalDecided'))
    const standing = await readLines(tx, actor.districtId, never, [facts.categoryCode])
    const line = await checkedLine(call, facts, { id: commandId, no: 0 }, standing)
    if (!(await insertDuty(tx, actor.districtId, no, line))) throw new Refused(refuse('commandReused'))
    if (proposal)
      await writeDecision(tx, { district: actor.districtId, id: proposal.id, no, by: actor.accountId, now })
    await toldDuties(call, commandId, 1)
  })
  return readDuty(call, commandId)
}

/** The level at which a line stands, for the record; what is wrong with it is said when it is written. */
async function levelWritten({ tx, actor, now }: Inside, facts: DutyFacts): Promise<string> {
  if (facts.mainId === null) return facts.level ?? 'district'
  const unit = (await readUnits(tx, actor.districtId, [facts.mainId], now)).get(facts.mainId)
  return unit ? levelOf(unit) : 'district'
}

/**
 * Changes a line from a day on; what was dispatched by it before keeps it. Refusals: `notFound`, `staleVersion` (also of a version
 * that is not the newest), those of `whyNotLine`, `badSpan`.
 */
export async function editDuty(call: Call<typeof dutyRoutes.editDuty>) {
  const { tx, actor, params, body } = call
  const { commandId, version, reason, ...facts } = body
  const { no } = await getRow(call, params.id)
  const payload = { version, ...facts, level: await levelWritten(call, facts), reason }
  await onceForRules(call, { commandId, verb: 'editDuty', subject: `duty:${no}`, payload }, async () => {
    const versions = await versionsOf(call, no)
    const [newest] = versions
    if (newest?.id !== params.id) throw new Refused(refuse('staleVersion', { version: newest?.version ?? 0 }))
    insistFresh(version, newest.version)
    const standing = await readLines(tx, actor.districtId, never, [facts.categoryCode])
    const line = await checkedLine(call, facts, { id: params.id, no }, standing)
    await toldDuties(call, await replaceLine(call, versions.map(lineOf), line), version + 1)
  })
  const [newest] = await versionsOf(call, no)
  return readDuty(call, newest?.id ?? params.id)
}

/** Lets a line end with a day, or go on. Refusals: `notFound`, `staleVersion`, `badSpan`, `dutyTwice`, those of `whyNotLine`. */
export async function endDuty(call: Call<typeof dutyRoutes.endDuty>) {
  const { tx, actor, params, body } = call
  const { commandId, version, reason, lastOn } = body
  const row = await getRow(call, params.id)
  const payload = { version, lastOn, reason }
  await onceForRules(call, { commandId, verb: 'endDuty', subject: `duty:${row.no}`, payload }, async () => {
    const [newest] = await versionsOf(call, row.no)
    if (newest?.id !== params.id) throw new Refused(refuse('staleVersion', { version: newest?.version ?? 0 }))
    insistFresh(version, newest.version)
    if (lastOn !== null && lastOn < newest.from_on)
      throw new Refused(refuse('badSpan', { day: newest.from_on }, 'lastOn'))
    // What is closed may always end; to go on it has to be right again.
    if (lastOn === null) await insistRight(call, newest)
    await writeEnd(tx, actor.districtId, params.id, lastOn)
    await toldDuties(call, params.id, version + 1)
  })
  return readDuty(call, params.id)
}

async function insistRight(inside: Inside, row: DutyRow): Promise<void> {
  const { id, no, mainId, level, assistIds, assistLevels, fromOn, categoryCode } = lineOf(row)
  const standing = await readLines(inside.tx, inside.actor.districtId, never, [categoryCode])
  const facts = {
    ...{ categoryCode, areaId: row.area_id, mainId, assistIds: [...assistIds], fromOn, toOn: null },
    ...{ level: level === 'district' ? null : level, assistLevels: [...assistLevels] },
  }
  await checkedLine(inside, facts, { id, no }, standing)
}

/**
 * Puts the list of communities into force from a day, or takes it out. Refusals: `staleVersion`, `communityListEmpty` when no line
 * would name a community then.
 */
export async function setCommunityList(call: Call<typeof dutyRoutes.setCommunityList>) {
  const { tx, actor, body, now } = call
  const { commandId, version, from, reason } = body
  const district = actor.districtId
  const payload = { version, from, reason }
  await onceForRules(
    call,
    { commandId, verb: 'setCommunityList', subject: 'dutyList', payload },
    async () => {
      insistFresh(version, (await readForce(tx, district)).version)
      const lines = from === null ? [] : await readLines(tx, district, dayOf(now))
      const isNamed =
        from === null || lines.some((line) => line.level === 'community' && countsOn(line, from))
      insist(isNamed ? undefined : refuse('communityListEmpty', undefined, 'from'))
      await writeForce(tx, district, from, version + 1)
      await toldDuties(call, 'list', version + 1)
    },
  )
  return readDutyList(tx, district, now)
}
