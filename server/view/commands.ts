import type { viewRoutes } from '#contract/view.ts'
import type { StaffActor } from '#domain/actor.ts'
import { refuse } from '#domain/refusal.ts'
import { mayMendView, seesView, whyNotShare } from '#domain/view/sharing.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { findView, readStored, viewOf } from './queries.ts'
import { countViews, insertView, removeView, updateView, writeLook, writeOrder } from './store.ts'

/** Own views beyond this are no help to anybody. */
const mostViews = 50

async function viewNow(tx: Tx, actor: StaffActor, id: string) {
  const found = await findView(tx, actor, id)
  return found ? viewOf(actor, found) : refuse('notFound')
}

/** Keys in one order, so that the same content is the same text. */
const same = (a: object, b: object) => {
  const text = (value: object) =>
    JSON.stringify(Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1)))
  return text(a) === text(b)
}

/**
 * Saves a view under the id the browser made, or changes it. What is there already is not written again.
 * Refusals: `notFound`, `notYours` (not mine to change, or to share with that unit), `staleVersion`, `tooMany`.
 */
export async function saveView({ tx, actor, params, body, now }: Call<typeof viewRoutes.saveView>) {
  const { name, query, columns, unitId, version } = body
  const view = { district: actor.districtId, id: params.id, name, query, columns, unitId }
  const found = await findView(tx, actor, params.id)
  if (!found) {
    if (version > 0) return refuse('notFound')
    if ((await countViews(tx, actor.districtId, actor.accountId)) >= mostViews)
      return refuse('tooMany', { field: 'views', max: mostViews }, 'views')
    const wrong = whyNotShare(actor, unitId)
    if (wrong) return wrong
    await insertView(tx, { ...view, accountId: actor.accountId }, now)
    return viewNow(tx, actor, params.id)
  }
  const { row, owned } = found
  if (!seesView(actor, owned)) return refuse('notFound')
  const stored = readStored(row.query)
  const isSameQuery = stored.unknown.length === 0 && same(stored.query, query)
  const isSameTable = row.columns.join() === columns.join()
  if (row.name === name && row.unit_id === unitId && isSameQuery && isSameTable) return viewOf(actor, found)
  if (!mayMendView(actor, owned)) return refuse('notYours')
  if (version !== row.version) return refuse('staleVersion', { version: row.version })
  const wrong = unitId === row.unit_id ? undefined : whyNotShare(actor, unitId)
  if (wrong) return wrong
  await updateView(tx, view, now)
  return viewNow(tx, actor, params.id)
}

/** Deletes a view; one that is gone already stays gone. Refusal: `notYours`. */
export async function deleteView({ tx, actor, params }: Call<typeof viewRoutes.deleteView>) {
  const found = await findView(tx, actor, params.id)
  if (found && seesView(actor, found.owned)) {
    if (!mayMendView(actor, found.owned)) throw new Refused(refuse('notYours'))
    await removeView(tx, actor.districtId, params.id)
  }
  return { done: true } as const
}

/** Keeps how I like lists best; the same again changes nothing. */
export async function saveListLook({ tx, actor, body }: Call<typeof viewRoutes.saveListLook>) {
  await writeLook(tx, actor.districtId, actor.accountId, body)
  return body
}

export async function orderViews({ tx, actor, body }: Call<typeof viewRoutes.orderViews>) {
  await writeOrder(tx, actor.districtId, actor.accountId, [...new Set(body.ids)])
  return { done: true } as const
}
