import { sql } from 'kysely'
import type { exclusionRoutes } from '#contract/exclusion.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import {
  askingSeat,
  exclusionSteps,
  fewestDeciders,
  outcomeOf,
  seatForStep,
  seatsFor,
  whyNotAsk,
  whyNotExclusion,
} from '#domain/evaluation/exclusion.ts'
import { rates } from '#domain/evaluation/measures.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { lockMatter } from '../matter/store.ts'
import { findCentreOf, findUnit } from '../org/queries.ts'
import { getRules } from '../org/rules.ts'
import { askableOf, askByOf, askersOf } from './asking.ts'
import {
  decide,
  findPanel,
  insertExclusion,
  lockExclusion,
  tellExclusion,
  writeExclusion,
  writeVote,
} from './exclusion-store.ts'
import { exclusionPageOf, factsOf, findExclusion } from './exclusions.ts'
import { record, wasDone } from './log.ts'
import { handIn } from './papers.ts'

/** What one would ask about, and who would decide. Refusals: `notFound`, and those of `whyNotAsk` where no unit of the reader may. */
export async function prepareExclusion({
  tx,
  actor,
  params,
  now,
}: Call<typeof exclusionRoutes.prepareExclusion>) {
  const district = actor.districtId
  const { rows } =
    await sql<MatterRow>`select * from matter where district_id = ${district} and id = ${params.id}`.execute(
      tx,
    )
  const [row] = rows
  if (!row) return refuse('notFound')
  const { calendar, profile } = await getRules(tx, district)
  const today = dayOf(now)
  const askBy = askByOf(row, calendar, profile)
  const whyNots = await askersOf(tx, actor, row, now)
  const open = whyNots.filter(({ why }) => !why).map(({ id }) => id)
  const [first] = open
  if (first === undefined) return whyNots[0]?.why ?? refuse('notYours')
  const panel = await findPanel(tx, district)
  const named = await namesOf(tx, district, [...open, ...(panel?.unit_ids ?? [])])
  const unitOf = (id: string) => ({ id, name: named.get(id) ?? '' })
  return {
    matter: { id: row.id, number: row.number, title: row.title },
    units: open.map(unitOf),
    askBy,
    voteBy: addWorkingDays(calendar, today, profile.exclusionVoteDays),
    deciders: seatsFor(panel?.unit_ids ?? [], first, row.handling_id).map(unitOf),
  }
}

export async function namesOf(
  tx: Tx,
  district: number,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from unit where district_id = ${district}
    and id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Asks the panel to leave a matter out. Refusals: `notFound`, `panelTooSmall`, `fileMissing`, `commandReused`, and those of `whyNotAsk`. */
export async function askExclusion({
  tx,
  actor,
  body,
  now,
}: Pick<Call<typeof exclusionRoutes.askExclusion>, 'tx' | 'actor' | 'body' | 'now'>) {
  const { districtId: district, accountId } = actor
  const { commandId, id, matterId, unitId, reason, text, files } = body
  const measures = rates.filter((rate) => body.measures.includes(rate))
  const row = await lockMatter(tx, district, matterId)
  if (!row) return refuse('notFound')
  const payload = { matterId, unitId, reason, measures, ...(files.length > 0 && { files }) }
  const deed = { district, id: commandId, accountId, verb: 'ask', subjectId: id, payload }
  if (await wasDone(tx, deed, text)) return exclusionPageOf(tx, actor, id, now)
  const { calendar, profile } = await getRules(tx, district)
  const today = dayOf(now)
  const askable = await askableOf(tx, row, unitId, askByOf(row, calendar, profile))
  const why = whyNotAsk(askable, unitId, actor, today)
  if (why) return why
  const unit = await findUnit(tx, district, unitId, now)
  if (!unit) return refuse('notFound')
  const panel = await findPanel(tx, district)
  const seats = seatsFor(panel?.unit_ids ?? [], unitId, row.handling_id)
  if (seats.length < fewestDeciders)
    return refuse('panelTooSmall', { least: fewestDeciders, count: seats.length })
  const voteBy = addWorkingDays(calendar, today, profile.exclusionVoteDays)
  const isNew = await insertExclusion(tx, {
    ...{ district, id, matterId, number: row.number, unit, reason, measures, voteBy, accountId, seats, now },
  })
  if (!isNew) throw new Refused(refuse('commandReused'))
  await record(tx, deed, { now, seat: askingSeat(actor, unitId) ?? null, matterId, text })
  await handIn(tx, { district, matterId, deedId: commandId, accountId, files })
  await tellExclusion(tx, { district, now, id, actorId: accountId }, 'exclusionAsked', seats)
  return exclusionPageOf(tx, actor, id, now)
}

/**
 * A vote, a withdrawal, an appeal, or the ruling on it. Refusals: `notFound`, `missingField` (a vote that says nothing), `badInput`
 * (papers of somebody who decides), `fileMissing`, `commandReused`, and those of `whyNotExclusion`.
 */
export async function stepExclusion(
  call: Pick<Call<typeof exclusionRoutes.stepExclusion>, 'tx' | 'actor' | 'params' | 'body' | 'now'>,
) {
  const { tx, actor, params, body, now } = call
  const { districtId: district, accountId } = actor
  const { commandId, step, text, files } = body
  await findExclusion(tx, actor, params.id)
  await lockExclusion(tx, district, params.id)
  const row = await findExclusion(tx, actor, params.id)
  const vote = step === 'vote' ? body.vote : null
  const deed = {
    district,
    id: commandId,
    accountId,
    verb: step,
    subjectId: row.id,
    payload: { vote, ...(files.length > 0 && { files }) },
  }
  if (await wasDone(tx, deed, text)) return exclusionPageOf(tx, actor, row.id, now)
  const facts = factsOf(row)
  insist(whyNotExclusion(step, facts, actor, dayOf(now)))
  if (files.length > 0 && exclusionSteps[step].by !== 'asker')
    return refuse('badInput', { field: 'files', hint: '' }, 'files')
  if (step === 'vote' && vote === null) return refuse('missingField', { field: 'vote' }, 'vote')
  const seat = seatForStep(step, facts, actor)
  await record(tx, deed, { now, seat: seat ?? null, matterId: row.matter_id, text })
  await handIn(tx, { district, matterId: row.matter_id, deedId: commandId, accountId, files })
  const at = { district, id: row.id, now }
  const told = { district, now, id: row.id, actorId: accountId }
  switch (step) {
    case 'vote':
      await castVote(tx, actor, { ...at, unitId: seat?.unitId ?? '', accountId }, vote ?? 'keep')
      break
    case 'withdraw':
      await writeExclusion(tx, at, { state: 'withdrawn' })
      break
    case 'appeal': {
      await writeExclusion(tx, at, { state: 'appealed' })
      const centre = await findCentreOf(tx, district, `/${district}/`, now)
      if (centre) await tellExclusion(tx, told, 'exclusionAppealed', [centre.id])
      break
    }
    case 'grant':
    case 'uphold':
      await writeExclusion(tx, at, { state: step === 'grant' ? 'granted' : 'upheld', decided: true })
      await tellExclusion(tx, told, 'exclusionDecided', [row.unit_id])
  }
  return exclusionPageOf(tx, actor, row.id, now)
}

/** The vote of a unit, and with it the decision as soon as there is one. */
async function castVote(
  tx: Tx,
  actor: StaffActor,
  at: { district: number; id: string; unitId: string; accountId: string; now: number },
  vote: 'exclude' | 'keep',
): Promise<void> {
  await writeVote(tx, at, vote)
  const row = await findExclusion(tx, actor, at.id)
  const outcome = outcomeOf(factsOf(row).seats, false)
  if (!outcome) return
  const { calendar, profile } = await getRules(tx, at.district)
  const appealBy = addWorkingDays(calendar, dayOf(at.now), profile.exclusionAppealDays)
  await decide(tx, { ...at, matterId: row.matter_id, unitId: row.unit_id }, outcome, appealBy)
}
