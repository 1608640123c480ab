import { sql } from 'kysely'
import type { aidRoutes } from '#contract/aid.ts'
import type { Aid } from '#domain/aid/aid.ts'
import { dispatchingPath, postingPath } from '#domain/aid/who.ts'
import { whyNotNeededBy } from '#domain/aid/why-not.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { matterOf } from '../matter/rows.ts'
import { nudge } from '../matter/store.ts'
import { findUnit } from '../org/queries.ts'
import { getRules } from '../org/rules.ts'
import { isAidKindOn } from './kinds.ts'
import { findAidDeed, insertAidDeed } from './log.ts'
import { readAid } from './read.ts'
import { insertAid, insertAidMatters, nextAidNumber } from './store.ts'
import { centreOf, tellAid } from './tell.ts'

type Posting = Pick<Call<typeof aidRoutes.postAid>, 'tx' | 'actor' | 'body' | 'now'>

/** The matters by their numbers, as far as the orderer reads them. Refusals: `notFound`, `aidLocked`, at the number. */
async function mattersOf({ tx, actor, body }: Posting): Promise<string[]> {
  const { rows } = await sql<MatterRow>`select * from matter where district_id = ${actor.districtId}
    and number = any (${body.matters})`.execute(tx)
  const ids = body.matters.map((number, i) => {
    const row = rows.find((one) => one.number === number)
    const field = `matters.${i}`
    if (!row || row.destroyed_at !== null || !reachingSeat(actor, 'matter.read', matterOf(row)))
      throw new Refused(refuse('notFound', undefined, field))
    if (row.sensitive) throw new Refused(refuse('aidLocked', { number }, field))
    return row.id
  })
  return [...new Set(ids)]
}

/** What of a command tells it from another under the same id. */
const payloadOf = ({ kind, unitId, neededBy, people, matters }: Posting['body']) => ({
  ...{ kind, unitId, neededBy, people, matters: matters.length },
})

/**
 * Posts an order for help; the centre of the street has to dispatch it. Refusals: `notYourAid`, `closedUnit`, `aidKindGone`,
 * `aidDayGone`, `aidTooFar`, those of the matters, `commandReused`.
 */
export async function postAid(call: Posting) {
  const { tx, actor, body, now } = call
  const district = actor.districtId
  // one at a time, so that no number is lost where the same command comes twice at once
  await sql`select pg_advisory_xact_lock(hashtext('aid'), ${district})`.execute(tx)
  const deed = {
    ...{ district, id: body.commandId, aidId: body.id, verb: 'post', accountId: actor.accountId },
    payload: payloadOf(body),
  }
  const before = await findAidDeed(tx, deed)
  if (before) {
    insist(before.isSame ? undefined : refuse('commandReused'))
    return readAid(call, body.id)
  }
  const unit = await findUnit(tx, district, body.unitId, now)
  const isMine = unit && actor.seats.some((seat) => postingPath(seat) === unit.path)
  if (!unit || !isMine) return refuse('notYourAid', undefined, 'unitId')
  if (unit.isClosed) return refuse('closedUnit', { unit: unit.name }, 'unitId')
  if (!(await isAidKindOn(tx, district, body.kind))) return refuse('aidKindGone', undefined, 'kind')
  if (body.neededBy !== null) insist(whyNotNeededBy(body.neededBy, now))
  const matterIds = await mattersOf(call)
  const aid: Aid = {
    ...{ id: body.id, state: 'posted', unitId: unit.id, unitPath: unit.path, byId: actor.accountId },
    ...{ centrePath: dispatchingPath(unit.path), postedAt: now, since: now, steps: [] },
    ...{ passedUpAt: null, overAt: null },
  }
  const number = await nextAidNumber(tx, district, now)
  const { kind, neededBy, people } = body
  const rules = await getRules(tx, district)
  if (!(await insertAid(tx, district, { ...aid, number, kind, neededBy, people }, rules)))
    throw new Refused(refuse('commandReused'))
  await insertAidMatters(tx, district, aid.id, matterIds)
  const words = { need: body.need, ...(body.place ? { place: body.place } : {}) }
  await insertAidDeed(tx, deed, now, words)
  const about = { district, at: now, aidId: aid.id, actorId: actor.accountId }
  await tellAid(tx, about, 'aidPosted', await centreOf(tx, district, aid.centrePath, now))
  await nudge(tx, { kind: 'aid', district, id: aid.id, version: 1 })
  return readAid(call, aid.id)
}
