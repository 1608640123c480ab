import { sql } from 'kysely'
import type { supervisionRoutes } from '#contract/supervision.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { refuse } from '#domain/refusal.ts'
import { whyNotYet } from '#domain/supervision/instruments.ts'
import {
  type SupervisionStep,
  seatOn,
  stateAfter,
  steps,
  whyNotDay,
  whyNotStep,
} from '#domain/supervision/steps.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { rulesFor } from '../matter/commands.ts'
import { matterOf } from '../matter/rows.ts'
import { lockMatter } from '../matter/store.ts'
import { findUnit } from '../org/queries.ts'
import { getRules } from '../org/rules.ts'
import { type ClockLine, givingSeat, ladderOf, selectClocks } from './ladders.ts'
import { record, wasDone } from './log.ts'
import { findInstrument, type InstrumentLine, pageOf, readInstruments, standingOf } from './queries.ts'
import { insertInstrument, lockInstrument, writeInstrument } from './store.ts'
import { tellUnits, unitsAbove } from './tell.ts'

/**
 * Gives an instrument to the unit that has or had a clock. Refusals: `notFound`, `fileDestroyed`, `closedUnit`, those of `whyNotBy`,
 * `whyNotYet` and `whyNotDay`, `commandReused`.
 */
export async function giveInstrument({
  tx,
  actor,
  body,
  now,
}: Pick<Call<typeof supervisionRoutes.giveInstrument>, 'tx' | 'actor' | 'body' | 'now'>) {
  const { districtId: district, accountId } = actor
  const { commandId, id, matterId, clockId, kind, text, answerOn } = body
  const row = await lockMatter(tx, district, matterId)
  if (!row) return refuse('notFound')
  const payload = { kind, clockId, day: answerOn }
  const deed = { district, id: commandId, accountId, verb: 'give', subjectId: id, payload }
  if (await wasDone(tx, deed, text)) return pageOf(tx, actor, id, now)
  if (row.destroyed_at !== null) return refuse('fileDestroyed')
  const { rows } =
    await sql<ClockLine>`${selectClocks} where c.district_id = ${district} and c.id = ${clockId}
    and c.matter_id = ${matterId}`.execute(tx)
  const [clock] = rows
  if (!clock) return refuse('notFound', undefined, 'clockId')
  const seat = givingSeat(actor, matterOf(row), kind, { id: clock.unit_id, path: clock.unit_path })
  if ('refused' in seat) return seat
  const unit = await findUnit(tx, district, clock.unit_id, now)
  if (!unit || unit.isClosed) return refuse('closedUnit', { unit: clock.unit_name })
  const rules = await rulesFor(tx, row)
  const given = await readInstruments(
    tx,
    actor,
    sql`s.matter_id = ${matterId} and s.clock_id = ${clockId}`,
    now,
  )
  const today = dayOf(now)
  insist(whyNotYet(kind, ladderOf(clock, given, rules, now), today))
  insist(whyNotDay('give', answerOn, today, rules.calendar))
  const isNew = await insertInstrument(tx, { district, id, kind, clock, answerOn, accountId, seat, now })
  if (!isNew) throw new Refused(refuse('commandReused'))
  await raise(tx, given.at(-1), now)
  await record(tx, deed, { now, seat, matterId, text })
  await tellUnits(tx, {
    ...{ district, now, matterId, actorId: accountId },
    to: [{ kind: 'supervised', unitIds: [clock.unit_id] }],
  })
  return pageOf(tx, actor, id, now)
}

/** What went unanswered ends where the next one takes its place. */
async function raise(tx: Tx, before: InstrumentLine | undefined, now: number): Promise<void> {
  if (before?.state !== 'waiting') return
  const { district_id: district, id, matter_id: matterId } = before
  const flags = { isObjected: before.is_objected, isAskedAgain: before.is_asked_again }
  await writeInstrument(tx, { district, id, now }, { state: 'raised', ...flags })
  const deed = { district, id: newId(now), accountId: null, verb: 'raise', subjectId: id, payload: {} }
  await record(tx, deed, { now, seat: null, matterId, text: null })
}

/**
 * One step of the unit, the giver's post or the level above. Refusals: `notFound`, those of `whyNotStep` and `whyNotDay`,
 * `commandReused`.
 */
export async function stepInstrument(
  call: Pick<Call<typeof supervisionRoutes.stepInstrument>, 'tx' | 'actor' | 'params' | 'body' | 'now'>,
) {
  const { tx, actor, params, body, now } = call
  const { districtId: district, accountId } = actor
  const { commandId, step, text } = body
  await findInstrument(tx, actor, params.id, now)
  await lockInstrument(tx, district, params.id)
  const row = await findInstrument(tx, actor, params.id, now)
  const day = 'day' in steps[step] ? body.day : null
  const deed = { district, id: commandId, accountId, verb: step, subjectId: row.id, payload: { day } }
  if (await wasDone(tx, deed, text)) return pageOf(tx, actor, row.id, now)
  const standing = standingOf(row)
  insist(whyNotStep(step, standing, actor))
  const { calendar } = await getRules(tx, district)
  insist(whyNotDay(step, day, dayOf(now), calendar))
  const seat = seatOn(steps[step].by, actor, standing) ?? null
  const isAnswer = step === 'answer'
  await writeInstrument(
    tx,
    { district, id: row.id, now },
    {
      state: stateAfter(step),
      answerOn: isAnswer ? undefined : (day ?? undefined),
      promisedOn: isAnswer ? (day ?? undefined) : undefined,
      isObjected: row.is_objected || step === 'object',
      isAskedAgain: row.is_asked_again || step === 'askAgain',
    },
  )
  await record(tx, deed, { now, seat, matterId: row.matter_id, text })
  await tellUnits(tx, {
    ...{ district, now, matterId: row.matter_id, actorId: accountId },
    to: await toldOf(tx, step, row, now),
  })
  return pageOf(tx, actor, row.id, now)
}

/** Who is told of a step, and as what. */
async function toldOf(tx: Tx, step: SupervisionStep, row: InstrumentLine, now: number) {
  const [unit, giver] = [[row.unit_id], [row.giver_unit_id]]
  switch (step) {
    case 'answer':
      return [{ kind: 'supervisionSaid' as const, unitIds: giver }]
    case 'object': {
      const above = await unitsAbove(tx, row.district_id, row.giver_path, now)
      return [{ kind: 'supervisionSaid' as const, unitIds: [...giver, ...above] }]
    }
    case 'askAgain':
    case 'keep':
      return [{ kind: 'supervised' as const, unitIds: unit }]
    case 'ruleOut':
      return [
        { kind: 'supervisionSettled' as const, unitIds: unit },
        { kind: 'supervisionSaid' as const, unitIds: giver },
      ]
    case 'accept':
    case 'cancel':
      return [{ kind: 'supervisionSettled' as const, unitIds: unit }]
  }
}
