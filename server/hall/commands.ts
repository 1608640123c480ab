import type { hallRoutes } from '#contract/hall.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { stateAfter, type TicketVerb, whyNotEnter, whyNotSoon, whyNotTicket } from '#domain/hall/moves.ts'
import { afterCall, soonAfter } from '#domain/hall/order.ts'
import { seatsIn } from '#domain/hall/places.ts'
import { refuse } from '#domain/refusal.ts'
import type { HallRow, TicketRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { findMatter } from '../matter/queries.ts'
import { freshBytes } from '../random.ts'
import { factsOf, isSent, labelOf, lineAt, mineOf, numberedOf } from './lines.ts'
import { findHallRow, findHallUnit, findTicket, type HallUnit, listOpen, listWindows } from './queries.ts'
import { type Change, saveNotice, sentTo, writeSeat, writeTicket } from './store.ts'
import { viewHall } from './views.ts'
import { answerHall, enterHall, onceInHall, type Worker } from './work.ts'

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const newCode = () => Array.from(freshBytes(8), (byte) => signs[byte % 32]).join('')

/** Opens a hall or sets the line of the day; the same again changes nothing. Refusals: `notFound`, `notYours`. */
export async function saveHall(call: Call<typeof hallRoutes.saveHall>) {
  const { tx, actor, params, body, now, platform } = call
  const unit = await findHallUnit(tx, actor.districtId, params.id)
  if (!unit || whyNotEnter(unit, actor)) return refuse('notFound')
  if (seatsIn(actor, unit, 'hall.take').length === 0) return refuse('notYours')
  const codes = { kiosk: newCode(), display: newCode() }
  const { notice = '' } = body
  const today = dayOf(now)
  const before = await findHallRow(tx, actor.districtId, unit.id)
  const isSame = before?.notice === notice && (notice === '' || before.notice_on === today)
  if (!isSame) await saveNotice(tx, { district: actor.districtId, id: unit.id, codes, notice, today })
  const hall = before && isSame ? before : await findHallRow(tx, actor.districtId, unit.id)
  if (!hall) throw new Error(`the hall ${unit.id} was not written`)
  return viewHall(tx, actor, unit, hall, platform, now)
}

async function insistWindow(worker: Worker, unit: HallUnit, windowId: string): Promise<void> {
  const { tx, actor, now } = worker
  const windows = await listWindows(tx, actor.districtId, unit, dayOf(now))
  if (!windows.some((w) => w.id === windowId)) throw new Refused(refuse('notAWindow', undefined, 'windowId'))
}

/** Remembers where I sit today. Refusals: `notFound`, `hallNotOpen`, `notAWindow`. */
export async function sitAt(call: Call<typeof hallRoutes.sitAt>) {
  const { tx, actor, params, body, now, platform } = call
  const { unit, hall } = await enterHall(call, params.id)
  await insistWindow(call, unit, body.windowId)
  const seat = { district: actor.districtId, accountId: actor.accountId, hallId: hall.id }
  await writeSeat(tx, { ...seat, windowId: body.windowId, today: dayOf(now) })
  return viewHall(tx, actor, unit, hall, platform, now)
}

function called(t: TicketRow, accountId: string, windowId: string, now: number): Change {
  return {
    ...{ state: 'called', window_id: windowId, caller_id: accountId, called_at: now, calls: t.calls + 1 },
    ...{ started_at: null, after_calls: null },
  }
}

/** What a call leaves the hall with: only calls out of its own line count for the turns. */
function counted(hall: HallRow, t: TicketRow): HallRow {
  if (isSent(t) || t.state !== 'waiting') return hall
  const inLine = {
    ...{ id: t.id, number: t.number, lineAt: t.line_at, afterCalls: t.after_calls },
    isFavoured: t.priority !== null || t.slot_at !== null,
  }
  const next = afterCall(inLine, { calls: hall.calls, wasFavoured: hall.was_favoured })
  return { ...hall, calls: next.calls, was_favoured: next.wasFavoured }
}

/** Calls the next in line to my window. Refusals: `notFound`, `hallNotOpen`, `notAWindow`, `windowBusy`, `nobodyWaits`. */
export async function callNext(call: Call<typeof hallRoutes.callNext>) {
  const { tx, actor, params, body, now } = call
  const { unit, hall } = await enterHall(call, params.id)
  const { windowId } = body
  const deed = { commandId: body.commandId, hall, verb: 'call', payload: { windowId } } as const
  const ticketId = await onceInHall(tx, actor.accountId, now, deed, async () => {
    await insistWindow(call, unit, windowId)
    const open = await listOpen(tx, actor.districtId, hall.id, dayOf(now))
    const mine = mineOf(open, actor)
    if (mine) throw new Refused(refuse('windowBusy', { number: labelOf(mine) }))
    const [next] = lineAt(open, hall, actor, windowId, now)
    if (!next) throw new Refused(refuse('nobodyWaits'))
    await writeTicket(tx, actor.districtId, next.id, called(next, actor.accountId, windowId, now))
    return { ticketId: next.id, hall: counted(hall, next), windowId }
  })
  return answerHall(call, unit, ticketId)
}

type Body = Call<typeof hallRoutes.moveTicket>['body']
type Changing = { worker: Worker; unit: HallUnit; hall: HallRow; ticket: TicketRow; body: Body }

const backInLine = { window_id: null, caller_id: null, called_at: null, started_at: null } as const

/** What each verb changes beside the state. Refusals: `missingField`, `notAWindow`, `notFound`, `passedOften`. */
const changes: Record<TicketVerb, (c: Changing) => Change | Promise<Change>> = {
  call: async ({ worker, unit, ticket, body: { windowId } }) => {
    if (windowId === undefined) throw new Refused(refuse('missingField', { field: 'windowId' }, 'windowId'))
    await insistWindow(worker, unit, windowId)
    return called(ticket, worker.actor.accountId, windowId, worker.now)
  },
  recall: ({ worker, ticket }) => ({ called_at: worker.now, calls: ticket.calls + 1 }),
  start: ({ worker }) => ({ started_at: worker.now }),
  pass: ({ ticket }) => ({ passes: ticket.passes + 1 }),
  finish: ({ worker }) => ({ done_at: worker.now }),
  rejoin: ({ worker, hall, ticket, body: { isSoon = false } }) => {
    if (!isSoon) return { ...backInLine, line_at: worker.now, after_calls: null }
    insist(whyNotSoon(numberedOf(ticket)))
    return { ...backInLine, after_calls: hall.calls + soonAfter }
  },
  transfer: async ({ worker, unit, body: { unitId, accountId } }) => {
    const windows = await listWindows(worker.tx, worker.actor.districtId, unit, dayOf(worker.now))
    const isHere =
      accountId === undefined
        ? windows.some((w) => w.id === unitId)
        : windows.some((w) => w.people.some((p) => p.accountId === accountId))
    if (!isHere)
      throw new Refused(refuse('notAWindow', undefined, accountId === undefined ? 'unitId' : 'accountId'))
    return accountId === undefined ? sentTo(unitId ?? null, worker.now) : sentTo(null, worker.now, accountId)
  },
  favour: ({ body: { priority = null } }) => ({ priority }),
  link: async ({ worker, unit, body: { matterId } }) => {
    const { tx, actor, now } = worker
    const matter = matterId === undefined ? undefined : await findMatter(tx, actor.districtId, matterId)
    if (!matter) throw new Refused(refuse('notFound', undefined, 'matterId'))
    const windows = await listWindows(tx, actor.districtId, unit, dayOf(now))
    const room = windows.find((w) => w.id === matter.handling_id)
    // Registered and dispatched in one go: the person follows at once.
    return { matter_id: matter.id, ...(room && matter.state === 'dispatched' ? sentTo(room.id, now) : {}) }
  },
  cancel: () => ({}),
}

/** One step of one number. Refusals: `notFound` outside my halls, those of `whyNotTicket` and of the verb. */
export async function moveTicket(call: Call<typeof hallRoutes.moveTicket>) {
  const { tx, actor, params, body, now } = call
  const found = await findTicket(tx, actor.districtId, params.id)
  if (!found) return refuse('notFound')
  const { unit, hall } = await enterHall(call, found.hall_id)
  const { commandId, verb, ...input } = body
  const deed = { commandId, hall, verb, payload: { ...input, ticket: params.id } }
  const ticketId = await onceInHall(tx, actor.accountId, now, deed, async () => {
    const today = dayOf(now)
    const open = await listOpen(tx, actor.districtId, hall.id, today)
    const ticket = open.find((t) => t.id === params.id) ?? (await findTicket(tx, actor.districtId, params.id))
    // A number of yesterday is called no more; one booked for tomorrow may only be cancelled.
    if (!ticket || ticket.day < today || (ticket.day > today && verb !== 'cancel'))
      throw new Refused(refuse('ticketNotNow', { number: labelOf(found) }))
    const facts = factsOf(open, hall, actor, input.windowId, now)
    insist(whyNotTicket(verb, numberedOf(ticket), unit, actor, facts))
    const change = await changes[verb]({ worker: call, unit, hall, ticket, body })
    await writeTicket(tx, actor.districtId, ticket.id, { state: stateAfter(verb, ticket.state), ...change })
    const after = verb === 'call' ? counted(hall, ticket) : hall
    return { ticketId: ticket.id, hall: after, windowId: input.windowId ?? ticket.window_id }
  })
  return answerHall(call, unit, ticketId)
}
