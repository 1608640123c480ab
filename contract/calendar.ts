import { z } from 'zod'
import { day } from './fields.ts'
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
    /** How many running clocks got a new due time. */
    answer: calendarYear.extend({ recomputed: z.number().int() }),
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
