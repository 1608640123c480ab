import type { hallRoutes } from '#contract/hall.ts'
import { addDays, dayOf, instantAt } from '#domain/calendar/days.ts'
import { seatsIn } from '#domain/hall/places.ts'
import { letters } from '#domain/hall/ticket.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { HallRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { seal } from '../secrets.ts'
import { countInSlot } from './queries.ts'
import { insertTicket } from './store.ts'
import { sealedAs } from './views.ts'
import { answerHall, enterHall, onceInHall } from './work.ts'

/** How many days ahead may be booked, and how many people for one half hour. */
const daysAhead = 7
const perSlot = 4

type Booking = NonNullable<Call<typeof hallRoutes.takeTicket>['body']['booking']>

/** The instant of a slot. Refusal: `slotNotOffered` for one gone by, too far ahead, or full. */
async function slotOf(tx: Tx, hall: HallRow, { day, slot }: Booking, now: number): Promise<number> {
  const [hours = 0, minutes = 0] = slot.split(':').map(Number)
  const slotAt = instantAt(day, hours * 60 + minutes)
  const isOffered = slotAt > now && day <= addDays(dayOf(now), daysAhead)
  if (!isOffered || (await countInSlot(tx, hall, day, slotAt)) >= perSlot)
    throw new Refused(refuse('slotNotOffered', undefined, 'slot'))
  return slotAt
}

/** Gives out a number at the desk, or books one by telephone. Refusals: `notFound`, `hallNotOpen`, `notYours`, `slotNotOffered`. */
export async function takeTicket(call: Call<typeof hallRoutes.takeTicket>) {
  const { tx, actor, params, body, now } = call
  const { unit, hall } = await enterHall(call, params.id)
  if (seatsIn(actor, unit, 'hall.take').length === 0) return refuse('notYours')
  const { id, booking, priority = null } = body
  // Who booked is sealed in the ticket alone, never written into the record.
  const payload = { id, priority, day: booking?.day ?? null, slot: booking?.slot ?? null }
  const deed = { commandId: body.commandId, hall, verb: 'take', payload } as const
  const ticketId = await onceInHall(tx, actor.accountId, now, deed, async () => {
    const key = { district_id: actor.districtId, id }
    const slotAt = booking ? await slotOf(tx, hall, booking, now) : null
    const sealed = (what: 'name' | 'phone') =>
      booking?.[what] ? seal(booking[what], sealedAs(key, what)) : null
    await insertTicket(tx, {
      ...{ ...key, hall_id: hall.id, takenAt: now, slotAt, priority },
      day: booking?.day ?? dayOf(now),
      letter: booking ? letters.booked : letters.general,
      source: booking ? 'phone' : 'desk',
      name_sealed: sealed('name'),
      phone_sealed: sealed('phone'),
      shows_surname: booking?.showsSurname ?? false,
    })
    return { ticketId: id, hall, windowId: null }
  })
  return answerHall(call, unit, ticketId)
}
