import type { evaluationRoutes } from '#contract/evaluation.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { isOfDistrict, mayFreeze } from '#domain/evaluation/exclusion.ts'
import { isOver, type Month, monthsToFreeze } from '#domain/evaluation/month.ts'
import { reachOf } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Database } from '../db/pool.ts'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { newId } from '../ids.ts'
import { readByIndex } from '../insight/conditions.ts'
import { getRules } from '../org/rules.ts'
import { evaluationOf } from './figures.ts'
import { record, wasDone } from './log.ts'
import { asDistrict } from './reach.ts'
import { findFrozen, lastFrozen, lockMonths, writeMonth } from './store.ts'

/** The next month to be frozen by itself; undefined: none now. */
async function nextDue(tx: Tx, district: number, now: number): Promise<Month | undefined> {
  const { calendar, profile } = await getRules(tx, district)
  return monthsToFreeze(await lastFrozen(tx, district), dayOf(now), calendar, profile.freezeWorkDay)[0]
}

/**
 * Freezes what is due, a month a transaction: whatever dies in between leaves no half of a month, and the next round goes on. Two
 * workers at once wait for each other, and the second finds it done. Out: the months that this one froze.
 */
export async function freezeRound(db: Database, district: number, now: number): Promise<Month[]> {
  const frozen: Month[] = []
  for (;;) {
    const month = await inScope(db, scopeOf({ kind: 'system', districtId: district }), async (tx) => {
      if ((await nextDue(tx, district, now)) === undefined) return undefined
      await lockMonths(tx, district)
      const due = await nextDue(tx, district, now)
      if (due === undefined) return undefined
      const { profileVersion } = await getRules(tx, district)
      await readByIndex(tx)
      const lines = await writeMonth(tx, { district, month: due, profileVersion, accountId: null, now })
      const payload = { month: due, lines, profileVersion }
      const deed = {
        district,
        id: newId(now),
        accountId: null,
        verb: 'freeze',
        subjectId: newId(now),
        payload,
      }
      await record(tx, deed, { now, seat: null, matterId: null })
      return due
    })
    if (month === undefined) return frozen
    frozen.push(month)
  }
}

/** Freezes a month by hand, once. Refusals: `notYours`, `monthRuns`, `monthFrozen`, `commandReused`. */
export async function freezeMonth(
  call: Pick<Call<typeof evaluationRoutes.freezeMonth>, 'tx' | 'actor' | 'params' | 'body' | 'now'>,
) {
  const { tx, actor, params, body, now } = call
  const { districtId: district, accountId } = actor
  const { month } = params
  if (!mayFreeze(actor)) return refuse('notYours')
  await lockMonths(tx, district)
  const { profileVersion } = await getRules(tx, district)
  const deed = { district, id: body.commandId, accountId, verb: 'freeze', subjectId: body.commandId }
  if (!(await wasDone(tx, { ...deed, payload: { month } }))) {
    if (!isOver(month, dayOf(now))) return refuse('monthRuns')
    if (await findFrozen(tx, district, month)) return refuse('monthFrozen')
    const seat = actor.seats.find(
      (one) => reachOf(one, 'evaluation.freeze') !== undefined && isOfDistrict(one, district),
    )
    await asDistrict(tx, actor, async () => {
      await readByIndex(tx)
      await writeMonth(tx, { district, month, profileVersion, accountId, now })
    })
    await record(tx, { ...deed, payload: { month } }, { now, seat: seat ?? null, matterId: null })
  }
  return evaluationOf({ tx, actor, now }, month, {})
}
