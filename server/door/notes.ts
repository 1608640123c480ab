import { createHash } from 'node:crypto'
import type { doorRoutes } from '#contract/door.ts'
import type { PartnerActor } from '#domain/actor.ts'
import { uuidv7 } from '#domain/id.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { digestOf } from '../matter/history.ts'
import { addVoices } from '../matter/join.ts'
import { findActionById, type Repeated } from '../matter/queries.ts'
import { authorOf, type DoorOrder, getOwnOrder } from './own.ts'

/** An id that the same thing of the same order always has, so that it is done once however often it is sent. */
export function idFor({ appealId, receivedAt }: DoorOrder, what: string): string {
  return uuidv7(receivedAt, createHash('sha256').update(`${appealId} ${what}`).digest().subarray(0, 10))
}

/**
 * Keeps what a partner adds to an order as a note of its matter, in whatever state that is. Done before, it is not done
 * again. Out: the state in which it
 * came, its place in the history, and whether it is what came under this id the first time.
 */
export async function addNote(
  tx: Tx,
  actor: PartnerActor,
  { matterId, appealId }: DoorOrder,
  { id, text, files = [] }: { id: string; text: string; files?: readonly string[] },
  now: number,
): Promise<{ state: string; seq: number; isSame: boolean }> {
  const district = actor.districtId
  const before = await findActionById(tx, district, id)
  if (before)
    return { ...standing(before), isSame: before.input_digest === digestOf({ text, files }).toString('hex') }
  const addition = { verb: 'note', matterId, commandId: id, appealId, text, files } as const
  const late = await addVoices(tx, district, [addition], authorOf(actor), now)
  const done = await findActionById(tx, district, id)
  if (late.length > 0 || !done) throw new Error(`a note of matter ${matterId} was not kept`)
  return { ...standing(done), isSame: true }
}

const standing = ({ state, seq }: Repeated) => ({ state, seq })

/** What the person adds, brought by the other system under a number of its own. Refusals: `notFound`, `commandReused`. */
export async function addOrderMessage({
  tx,
  actor,
  params,
  body,
  now,
}: Call<typeof doorRoutes.addOrderMessage>) {
  const { orderNo } = params
  const { messageNo } = body
  const order = await getOwnOrder(tx, actor, orderNo)
  const text = `${actor.name}补充工单 ${orderNo}：${body.text}`
  const note = { id: idFor(order, `message ${messageNo}`), text }
  const { state, isSame } = await addNote(tx, actor, order, note, now)
  if (!isSame) return refuse('commandReused', undefined, 'messageNo')
  return { orderNo, number: order.number, messageNo, wasClosed: state === 'closed' }
}
