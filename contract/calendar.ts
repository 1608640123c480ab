import { z } from 'zod'
import { day, instant } from './fields.ts'
import type { Route } from './route.ts'

export const calendarDay = z.object({ day, name: z.string().trim().min(1).max(40), isWorking: z.boolean() })

const year = z.object({ year: z.coerce.number().int().min(2000).max(2100) })

export const calendarYear = z.object({
  year: z.number().int(),
  /** `missing`: nothing is known of the year; its days pass as ordinary weeks and an alarm says so. */
  status: z.enum(['official', 'provisional', 'missing']),
  source: z.string(),
  version: z.number().int(),
  days: z.array(calendarDay),
  officeHours: z.array(z.tuple([z.number().int(), z.number().int()])),
})

const calendarChange = z.object({
  /** The sum of the years' versions after it: what a clock says it was reckoned with. */
  version: z.number().int(),
  year: z.number().int(),
  at: instant,
  by: z.string(),
  status: z.enum(['official', 'provisional']),
  source: z.string(),
  /** Clocks that ran when it was saved; of them reckoned anew so far; of these due earlier and later than before. */
  clocks: z.number().int(),
  looked: z.number().int(),
  earlier: z.number().int(),
  later: z.number().int(),
  /** When the last one was reckoned; what is missing to all of them was ended or moved by somebody meanwhile. */
  finishedAt: instant.nullable(),
})
export type CalendarChange = z.output<typeof calendarChange>

export const calendarRoutes = {
  getCalendar: {
    method: 'GET',
    path: '/api/calendar/:year',
    session: 'staff',
    needs: 'calendar.read',
    params: year,
    answer: calendarYear,
  },
  saveCalendar: {
    method: 'PUT',
    path: '/api/calendar/:year',
    session: 'staff',
    needs: 'calendar.edit',
    params: year,
    body: z.object({
      version: z.number().int().min(0),
      status: z.enum(['official', 'provisional']),
      source: z.string().trim().min(1).max(200),
      days: z.array(calendarDay).max(120),
    }),
    /** How many running clocks were reckoned anew at once, and whether others follow in the background. */
    answer: calendarYear.extend({ recomputed: z.number().int(), isDone: z.boolean() }),
  },
  /** Who changed the calendar when, and how far the running clocks have been reckoned anew; the newest first. */
  listCalendarChanges: {
    method: 'GET',
    path: '/api/calendar/changes',
    session: 'staff',
    needs: 'calendar.read',
    query: z.object({
      before: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(10),
    }),
    answer: z.object({ rows: z.array(calendarChange), next: z.number().int().nullable() }),
  },
  /** What needs somebody's attention: years without a notice, a worker that does not answer, a clock that leapt ahead. */
  listAlarms: {
    method: 'GET',
    path: '/api/alarms',
    session: 'staff',
    answer: z.object({
      rows: z.array(
        z.object({
          kind: z.enum(['calendarMissing', 'calendarProvisional', 'workerSilent', 'clockAhead']),
          facts: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Route>
