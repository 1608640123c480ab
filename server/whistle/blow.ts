import { sql } from 'kysely'
import type { whistleRoutes } from '#contract/whistle.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import { newLine, type Whistle } from '#domain/whistle/whistle.ts'
import { kindsFor, whyNotCall } from '#domain/whistle/who.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { matterOf } from '../matter/rows.ts'
import { nudge } from '../matter/store.ts'
import { findUnit, type UnitFacts } from '../org/queries.ts'
import { getRules } from '../org/rules.ts'
import { readWhistle } from './read.ts'
import type { Words } from './rows.ts'
import { findDeed, insertDeed, insertMatters, insertWhistle, nextNumber, writeLine } from './store.ts'
import { tellWhistle } from './tell.ts'

type Blowing = Pick<Call<typeof whistleRoutes.blowWhistle>, 'tx' | 'actor' | 'body' | 'now'>

/** Whom the whistle calls, the leading one first. Refusals: `notFound`, and those of `whyNotCall`, at the field to mend. */
async function calledBy({ tx, actor, body, now }: Blowing, blowing: string): Promise<UnitFacts[]> {
  const named = [
    { id: body.leadId, field: 'leadId' },
    ...body.assistIds.map((id, i) => ({ id, field: `assistIds.${i}` })),
  ]
  const units: UnitFacts[] = []
  for (const { id, field } of named) {
    const unit = await findUnit(tx, actor.districtId, id, now)
    if (!unit) throw new Refused(refuse('notFound', undefined, field))
    const already = units.map((one) => one.id)
    insist(whyNotCall(unit, blowing, already, field))
    units.push(unit)
  }
  return units
}

/** The matters by their numbers, as far as the blower reads them. Refusals: `notFound`, `whistleLocked`, at the number. */
async function mattersOf({ tx, actor, body }: Blowing): Promise<string[]> {
  const { rows } = await sql<MatterRow>`select * from matter where district_id = ${actor.districtId}
    and number = any (${body.matters})`.execute(tx)
  const ids = body.matters.map((number, i) => {
    const row = rows.find((one) => one.number === number)
    const field = `matters.${i}`
    if (!row || row.destroyed_at !== null || !reachingSeat(actor, 'matter.read', matterOf(row)))
      throw new Refused(refuse('notFound', undefined, field))
    if (row.sensitive) throw new Refused(refuse('whistleLocked', { number }, field))
    return row.id
  })
  return [...new Set(ids)]
}

const wordsIn = ({ problem, tried, place }: Blowing['body']): Words => ({
  ...{ problem, tried },
  ...(place ? { place } : {}),
})

/** What of a command tells it from another under the same id. */
const payloadOf = (body: Blowing['body']) => ({
  ...{ kind: body.kind, unitId: body.unitId, leadId: body.leadId, assistIds: body.assistIds },
  ...{ matters: body.matters.length, arrivalAt: body.arrivalAt ?? '' },
})

/**
 * Blows a whistle; a hard one waits for a second leader, the others sound at once. Refusals: `notYourWhistle`, `closedUnit`,
 * `arrivalPast`, those of the called units and the matters, `commandReused`.
 */
export async function blowWhistle(call: Blowing) {
  const { tx, actor, body, now } = call
  const district = actor.districtId
  // one at a time, so that no number is lost where the same command comes twice at once
  await sql`select pg_advisory_xact_lock(hashtext('whistle'), ${district})`.execute(tx)
  const deed = {
    ...{ district, id: body.commandId, whistleId: body.id, lineId: null, verb: 'blow' as const },
    ...{ accountId: actor.accountId, payload: payloadOf(body) },
  }
  const before = await findDeed(tx, deed)
  if (before) {
    insist(before.isSame ? undefined : refuse('commandReused'))
    return readWhistle(call, body.id)
  }
  const unit = await findUnit(tx, district, body.unitId, now)
  const kinds = unit ? kindsFor(actor, unit.path) : []
  if (!unit || kinds.length === 0) return refuse('notYourWhistle', undefined, 'unitId')
  if (!kinds.includes(body.kind)) return refuse('notYourWhistle', undefined, 'kind')
  if (unit.isClosed) return refuse('closedUnit', { unit: unit.name }, 'unitId')
  const arrivalAt = body.arrivalAt === undefined ? null : Date.parse(body.arrivalAt)
  if (arrivalAt !== null && arrivalAt < now) return refuse('arrivalPast', undefined, 'arrivalAt')
  const called = await calledBy(call, unit.path)
  const matterIds = await mattersOf(call)
  const isWaiting = body.kind === 'hard'
  const whistle: Whistle = {
    ...{ id: body.id, kind: body.kind, state: isWaiting ? 'waiting' : 'sounding' },
    ...{ unitId: unit.id, unitPath: unit.path, byId: actor.accountId, secondId: null, askedAt: now },
    ...{ soundedAt: isWaiting ? null : now, overAt: null, upgradedAt: null, misusedAt: null },
  }
  const rules = await getRules(tx, district)
  const number = await nextNumber(tx, district, now)
  const lines = called.map((one, i) =>
    newLine({ id: newId(now), unitId: one.id, unitPath: one.path }, i === 0 ? 'lead' : 'assist', now),
  )
  if (!(await insertWhistle(tx, district, { ...whistle, number, arrivalAt }, lines, rules)))
    throw new Refused(refuse('commandReused'))
  for (const line of lines) await writeLine(tx, { district, whistle, rules }, line)
  await insertMatters(tx, district, whistle.id, matterIds)
  await insertDeed(tx, { ...deed, at: now }, wordsIn(body))
  const about = { district, at: now, whistleId: whistle.id, actorId: actor.accountId }
  if (isWaiting) await tellWhistle(tx, { ...about, kind: 'whistleToApprove' }, { units: [unit.id] })
  else
    await tellWhistle(
      tx,
      { ...about, kind: 'whistleCalled', isUrgent: body.kind === 'emergency' },
      { units: called.map(({ id }) => id) },
    )
  await nudge(tx, { kind: 'whistle', district, id: whistle.id, version: 1 })
  return readWhistle(call, whistle.id)
}
