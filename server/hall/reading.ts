import type { hallRoutes } from '#contract/hall.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { isFor, whyNotEnter } from '#domain/hall/moves.ts'
import { seatsIn } from '#domain/hall/places.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { insertReading } from '../matter/store.ts'
import { iso } from '../matter/views.ts'
import { labelOf, numberedOf, sentLine } from './lines.ts'
import { findHallRow, findHallUnit, findTicket, listHallUnits, listOpen, listWindows } from './queries.ts'
import { openBooked, viewHall, windowOf } from './views.ts'

export async function listHalls({ tx, actor, now }: Call<typeof hallRoutes.listHalls>) {
  const units = await listHallUnits(tx, actor, dayOf(now))
  return {
    rows: units.map((unit) => ({
      id: unit.id,
      name: unit.name,
      isOpen: unit.isOpen,
      mayTake: seatsIn(actor, unit, 'hall.take').length > 0,
    })),
  }
}

/** The hall as I see it. Refusals: `notFound` where I do not work, `hallNotOpen`. */
export async function getHall({ tx, actor, params, now, platform }: Call<typeof hallRoutes.getHall>) {
  const unit = await findHallUnit(tx, actor.districtId, params.id)
  if (!unit || whyNotEnter(unit, actor)) return refuse('notFound')
  const hall = await findHallRow(tx, actor.districtId, unit.id)
  if (!hall) return refuse('hallNotOpen')
  return viewHall(tx, actor, unit, hall, platform, now)
}

/** How long a revealed contact stays on the screen. */
const revealSeconds = 60

/** Opens who booked a number, for a stated purpose, for a minute, on record. Refusals: `notFound`, `commandReused`. */
export async function revealTicket({ tx, actor, params, body, now }: Call<typeof hallRoutes.revealTicket>) {
  const ticket = await findTicket(tx, actor.districtId, params.id)
  const unit = ticket && (await findHallUnit(tx, actor.districtId, ticket.hall_id))
  if (!ticket || !unit || whyNotEnter(unit, actor)) return refuse('notFound')
  const isOnRecord = await insertReading(tx, {
    ...{ district: actor.districtId, id: body.commandId, at: now, accountId: actor.accountId },
    ...{
      what: 'reveal',
      subject: `ticket:${ticket.id}`,
      purpose: body.purpose,
      againMs: revealSeconds * 1000,
    },
  })
  if (!isOnRecord) return refuse('commandReused')
  return { name: openBooked(ticket, 'name'), phone: openBooked(ticket, 'phone'), seconds: revealSeconds }
}

/** What was sent to me, in every hall that I work in. */
export async function listMyCalls({ tx, actor, now }: Call<typeof hallRoutes.listMyCalls>) {
  const [district, today] = [actor.districtId, dayOf(now)]
  const rows = []
  for (const unit of await listHallUnits(tx, actor, today)) {
    if (!unit.isOpen) continue
    const sent = sentLine(await listOpen(tx, district, unit.id, today))
    if (sent.length === 0) continue
    const windowId = await windowOf(tx, actor, unit.id, await listWindows(tx, district, unit, today), now)
    for (const t of sent.filter((one) => isFor(numberedOf(one), actor, windowId ?? null)))
      rows.push({
        id: t.id,
        hallId: unit.id,
        label: labelOf(t),
        sentAt: iso(t.line_at),
        windowId: windowId ?? null,
        matter:
          t.matter_id !== null && t.matter_number !== null
            ? { id: t.matter_id, number: t.matter_number, title: t.matter_title ?? '' }
            : null,
      })
  }
  return { rows }
}
