import { z } from 'zod'
import { ticketVerbs } from '#domain/hall/moves.ts'
import { priorities, ticketSources, ticketStates } from '#domain/hall/ticket.ts'
import { unitKinds } from '#domain/org/roles.ts'
import { day, districtId, id, instant, optionalText, phone, text } from './fields.ts'
import type { Route } from './route.ts'

/** Minutes. Null while fewer than five people were served today. */
const forecast = z.object({ from: z.number().int(), to: z.number().int() }).nullable()
const command = { commandId: id }
const hallId = z.object({ id })
const priority = z.enum(priorities).nullable()

export const ticketView = z.object({
  id,
  label: z.string(),
  state: z.enum(ticketStates),
  source: z.enum(ticketSources),
  takenAt: instant,
  /** The time booked, for whoever telephoned. */
  slotAt: instant.nullable(),
  priority,
  /** Was absent, and came back. */
  isBack: z.boolean(),
  passes: z.number().int(),
  /** The window or person it was sent to. */
  forName: z.string().nullable(),
  isForMe: z.boolean(),
  windowName: z.string().nullable(),
  callerName: z.string().nullable(),
  calledAt: instant.nullable(),
  startedAt: instant.nullable(),
  /** Only where the reader may see it. */
  matter: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  /** Masked. */
  name: z.string().nullable(),
  phone: z.string().nullable(),
  may: z.array(z.enum(ticketVerbs as [(typeof ticketVerbs)[number], ...typeof ticketVerbs])),
})
export type TicketView = z.output<typeof ticketView>

const windowView = z.object({
  id,
  name: z.string(),
  kind: z.enum(unitKinds),
  /** Who sits there today. */
  people: z.array(z.object({ accountId: id, name: z.string() })),
})

export const hallView = z.object({
  id,
  name: z.string(),
  version: z.number().int(),
  notice: z.string(),
  kioskUrl: z.string(),
  displayUrl: z.string(),
  windows: z.array(windowView),
  myWindowId: id.nullable(),
  /** Gives out numbers, and not only calls them. */
  mayTake: z.boolean(),
  mine: ticketView.nullable(),
  line: z.array(ticketView),
  atWindows: z.array(ticketView),
  absent: z.array(ticketView),
  booked: z.array(ticketView),
  /** Today at a glance: of the hall, never of a person. */
  waiting: z.number().int(),
  longestSince: instant.nullable(),
  served: z.number().int(),
  forecast,
})
export type HallView = z.output<typeof hallView>

/** `pageUrl`: where whoever holds the number sees how far the line is. */
const done = z.object({ ticket: ticketView.nullable(), hall: hallView, pageUrl: z.string() })

/** Bookings start on the half hour. */
const slot = z.string().regex(/^([01]\d|2[0-3]):[03]0$/, { error: 'slot' })
const code = z.object({ district: districtId, code: z.string().max(12) })

export const hallRoutes = {
  /** The halls that I work in. */
  listHalls: {
    method: 'GET',
    path: '/api/halls',
    session: 'staff',
    needs: 'hall.serve',
    answer: z.object({
      rows: z.array(z.object({ id, name: z.string(), isOpen: z.boolean(), mayTake: z.boolean() })),
    }),
  },
  getHall: {
    method: 'GET',
    path: '/api/halls/:id',
    session: 'staff',
    needs: 'hall.serve',
    params: hallId,
    answer: hallView,
  },
  /** Opens a hall, the first time with addresses of its own, and sets the line that the display shows today. */
  saveHall: {
    method: 'PUT',
    path: '/api/halls/:id',
    session: 'staff',
    needs: 'hall.take',
    params: hallId,
    body: z.object({ ...command, notice: optionalText(120) }),
    answer: hallView,
  },
  /** Which window I sit at today. */
  sitAt: {
    method: 'PUT',
    path: '/api/halls/:id/seat',
    session: 'staff',
    needs: 'hall.serve',
    params: hallId,
    body: z.object({ windowId: id }),
    answer: hallView,
  },
  takeTicket: {
    method: 'POST',
    path: '/api/halls/:id/tickets',
    session: 'staff',
    needs: 'hall.take',
    params: hallId,
    body: z.object({
      ...command,
      id,
      priority: priority.optional(),
      /** By telephone, before coming: today or within a week. */
      booking: z
        .object({
          day,
          slot,
          name: optionalText(40),
          phone: phone.optional(),
          /** Whether the display may show the surname, masked. */
          showsSurname: z.boolean().optional(),
        })
        .optional(),
    }),
    answer: done,
  },
  callNext: {
    method: 'POST',
    path: '/api/halls/:id/next',
    session: 'staff',
    needs: 'hall.serve',
    params: hallId,
    body: z.object({ ...command, windowId: id }),
    answer: done,
  },
  moveTicket: {
    method: 'POST',
    path: '/api/tickets/:id/moves',
    session: 'staff',
    needs: 'hall.serve',
    params: z.object({ id }),
    body: z.object({
      ...command,
      verb: z.enum(ticketVerbs as [(typeof ticketVerbs)[number], ...typeof ticketVerbs]),
      /** call: where. */
      windowId: id.optional(),
      /** transfer: to a window or room, or to a person. */
      unitId: id.optional(),
      accountId: id.optional(),
      /** rejoin: after the next two, or at the end. */
      isSoon: z.boolean().optional(),
      /** favour: null takes the mark away. */
      priority: priority.optional(),
      /** link: the matter registered for it. */
      matterId: id.optional(),
    }),
    answer: done,
  },
  /** Opens who booked a number, for a stated purpose, on record, to whoever serves in its hall. */
  revealTicket: {
    method: 'POST',
    path: '/api/tickets/:id/reveal',
    session: 'staff',
    needs: 'hall.serve',
    params: z.object({ id }),
    body: z.object({ ...command, purpose: text(200) }),
    /** Shown for `seconds`. */
    answer: z.object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      seconds: z.number().int(),
    }),
  },
  /** Numbers that were sent to me or to a unit of mine today and wait there. */
  listMyCalls: {
    method: 'GET',
    path: '/api/calls',
    session: 'staff',
    needs: 'hall.serve',
    answer: z.object({
      rows: z.array(
        z.object({
          id,
          hallId: id,
          label: z.string(),
          sentAt: instant,
          /** Where I would call it to; null while I have chosen no window today. */
          windowId: id.nullable(),
          matter: z.object({ id, number: z.string(), title: z.string() }).nullable(),
        }),
      ),
    }),
  },
  getKiosk: {
    method: 'GET',
    path: '/api/public/:district/kiosks/:code',
    session: 'none',
    params: code,
    answer: z.object({
      hallName: z.string(),
      waiting: z.number().int(),
      forecast,
    }),
  },
  takeAtKiosk: {
    method: 'POST',
    path: '/api/public/:district/kiosks/:code/tickets',
    session: 'none',
    params: code,
    body: z.object({ ...command, id }),
    answer: z.object({
      label: z.string(),
      hallName: z.string(),
      takenAt: instant,
      ahead: z.number().int(),
      forecast,
      displayUrl: z.string(),
      pageUrl: z.string(),
    }),
  },
  /** How far the line is, for whoever holds a number of today: its long random id is the key. Numbers only, no names. */
  getTicket: {
    method: 'GET',
    path: '/api/public/:district/tickets/:id',
    session: 'none',
    params: z.object({ district: districtId, id }),
    answer: z.object({
      label: z.string(),
      hallName: z.string(),
      state: z.enum(ticketStates),
      /** How many are before it in the line it waits in; null where it waits in none. */
      ahead: z.number().int().nullable(),
      forecast,
      /** Where it was called to. */
      windowName: z.string().nullable(),
      /** It was sent on; `waitsFor`: to which window or room, where it was to one. */
      isSent: z.boolean(),
      waitsFor: z.string().nullable(),
      slotAt: instant.nullable(),
      /** The time booked has not come yet. */
      isEarly: z.boolean(),
      takenAt: instant,
      now: instant,
    }),
  },
  /** What the display shows. With the version that was seen last, nothing is answered while nothing has changed. */
  getDisplay: {
    method: 'GET',
    path: '/api/public/:district/halls/:code',
    session: 'none',
    params: code,
    query: z.object({ seen: z.string().max(60).optional() }),
    answer: z.object({
      version: z.string(),
      now: instant,
      view: z
        .object({
          hallName: z.string(),
          notice: z.string(),
          called: z.array(
            z.object({
              label: z.string(),
              windowName: z.string(),
              calledAt: instant,
              /** Grows with each call of the same number. */
              calls: z.number().int(),
              isServing: z.boolean(),
              /** `王**`, only where the person agreed. */
              surname: z.string().nullable(),
            }),
          ),
          next: z.array(z.string()),
          waiting: z.number().int(),
          forecast,
        })
        .nullable(),
    }),
  },
} as const satisfies Record<string, Route>
