import { sql } from 'kysely'
import type { doorRoutes, OrderGiven } from '#contract/door.ts'
import type { PartnerActor } from '#domain/actor.ts'
import { type Order, titleFrom } from '#domain/intake/order-row.ts'
import { refuse } from '#domain/refusal.ts'
import { getTriageTable } from '../category/table.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { findVoices, voiceKey } from '../intake/known.ts'
import { isSame, supplementId } from '../intake/plan.ts'
import { voiceOf } from '../intake/voices.ts'
import { appealRow, type Voice } from '../matter/birth.ts'
import { addVoices } from '../matter/join.ts'
import { nextNumber } from '../matter/numbers.ts'
import { receive } from '../matter/receive.ts'
import { blindIndex } from '../secrets.ts'
import { addNote } from './notes.ts'
import { authorOf, type DoorOrder, findOrder } from './own.ts'
import { findOrderPlace } from './places.ts'
import { insertOrder, markOrders } from './store.ts'

/**
 * Takes in an order, once for each number: the same again is answered as before, other words are noted at it, and what the
 * same caller said before in a matter still open joins that. Refusals: those of the place, `orderNoTaken`, `badInput`.
 */
export async function putOrder(call: Call<typeof doorRoutes.putOrder>) {
  const { tx, actor, params, body, now } = call
  const { orderNo } = params
  insistTimes(body, now)
  await lockOn(tx, actor, `order ${actor.channel} ${orderNo}`)
  const known = await findOrder(tx, actor, orderNo)
  if (!known) return bring(call)
  if (known.isTaken) return refuse('orderNoTaken', { orderNo }, 'orderNo')
  if (!known.isOwn) {
    // Typed or imported before the system brought it: one voice, whoever was first.
    await insertOrder(tx, { ...keyOf(actor), orderNo, appealId: known.appealId })
    await markOrders(tx, actor.districtId, [known.matterId])
  }
  if (isSame(known, body)) {
    const outcome = (await isFirstVoice(tx, actor.districtId, known)) ? 'new' : 'joined'
    return { orderNo, number: known.number, outcome, wasClosed: false } as const
  }
  const text = `${actor.name}再次送来工单 ${orderNo}，内容有变：${body.words}`
  const { state } = await addNote(tx, actor, known, { id: supplementId(known, body.words), text }, now)
  return { orderNo, number: known.number, outcome: 'supplemented', wasClosed: state === 'closed' } as const
}

const keyOf = ({ districtId, partnerId }: PartnerActor) => ({ district: districtId, partnerId })

/** Two that say the same at once come one after the other. */
async function lockOn(tx: Tx, { districtId }: PartnerActor, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${districtId} ${what}`}, 0))`.execute(tx)
}

/** A clock of another system may go a little ahead of ours (milliseconds). */
const aheadMs = 10 * 60_000

function insistTimes({ submittedAt, dueAt }: OrderGiven, now: number): void {
  const [submitted, due] = [submittedAt ?? '', dueAt ?? ''].map(Date.parse)
  const wrong = (field: string, hint: string) => new Refused(refuse('badInput', { field, hint }, field))
  if (submitted !== undefined && submitted > now + aheadMs) throw wrong('submittedAt', 'future')
  if (submitted !== undefined && due !== undefined && due < submitted) throw wrong('dueAt', 'beforeSubmitted')
}

async function isFirstVoice(tx: Tx, district: number, { matterId, appealId }: DoorOrder): Promise<boolean> {
  const { rows } = await sql`select from matter_action where district_id = ${district}
    and matter_id = ${matterId} and seq = 1 and appeal_id = ${appealId}`.execute(tx)
  return rows.length > 0
}

/** An order that was not here before: one more voice of its caller in an open matter, or a matter of its own. */
async function bring({ tx, actor, params, body, now, platform }: Call<typeof doorRoutes.putOrder>) {
  const { orderNo } = params
  const { districtId: district } = actor
  const { place, placeCode, centre } = await findOrderPlace(tx, actor, body.place, now)
  const words = await getTriageTable(tx, district, now)
  const setting = { district, channel: actor.channel, importId: null, centre, placeOf: () => place, words }
  const voice: Voice = { ...voiceOf(orderOf(orderNo, body), setting, now), placeCode }
  const order = { ...keyOf(actor), orderNo, appealId: voice.appealId }
  const joined = await join(tx, actor, voice, now)
  if (joined) {
    await insertOrder(tx, order)
    await markOrders(tx, district, [joined.id])
    return { orderNo, number: joined.number, outcome: 'joined', wasClosed: false } as const
  }
  const number = await nextNumber(platform.db, district, now)
  await receive(tx, voice, number, authorOf(actor), { ids: [], owner: '' }, now)
  await insertOrder(tx, order)
  await markOrders(tx, district, [voice.matterId])
  return { orderNo, number, outcome: 'new', wasClosed: false } as const
}

function orderOf(orderNo: string, body: OrderGiven): Order {
  const { words, name, phone, submittedAt, dueAt, kind, urgency } = body
  return {
    ...{ rowNumber: 0, orderNo, words, urgency, otherPhones: [], callCount: 1 },
    title: body.title || titleFrom(words),
    confidential: body.isConfidential,
    ...(name ? { callerName: name } : {}),
    ...(phone ? { callerPhone: phone } : {}),
    ...(kind ? { kind } : {}),
    ...(submittedAt ? { receivedAt: Date.parse(submittedAt) } : {}),
    ...(dueAt ? { dueAt: Date.parse(dueAt) } : {}),
  }
}

/** Adds a voice to the open matter in which its caller said the same before. Out: that matter, if there is one. */
async function join(
  tx: Tx,
  actor: PartnerActor,
  voice: Voice,
  now: number,
): Promise<{ id: string; number: string } | undefined> {
  if (voice.phone === null) return undefined
  const { districtId: district, servesPath: area } = actor
  const caller = blindIndex(voice.phone, 'phone')
  const said = voiceKey(caller, voice.words)
  await lockOn(tx, actor, `voice ${said}`)
  const callers = new Map([[said, caller]])
  const matterId = (await findVoices(tx, { district, area, callers })).get(said)
  if (matterId === undefined) return undefined
  const { row: appeal } = appealRow({ ...voice, matterId }, now)
  const addition = { verb: 'join', matterId, commandId: voice.commandId, appeal } as const
  const late = await addVoices(tx, district, [addition], authorOf(actor), now)
  if (late.length > 0) return undefined
  const { rows } = await sql<{ id: string; number: string }>`select id, number from matter
    where district_id = ${district} and id = ${matterId}`.execute(tx)
  return rows[0]
}
