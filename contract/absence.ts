import { z } from 'zod'
import { roles } from '#domain/org/roles.ts'
import { day, id } from './fields.ts'
import type { Route } from './route.ts'

const someone = z.object({ id, name: z.string() })

export const absenceView = z.object({
  id,
  person: someone,
  substitute: someone,
  fromOn: day,
  toOn: day,
  when: z.enum(['past', 'now', 'coming']),
})
export type AbsenceView = z.output<typeof absenceView>

const ofPerson = z.object({ personId: id })

/** For oneself, by the leader of a unit, or by an administrator: the command asks, for it depends on the person. */
export const absenceRoutes = {
  /** The absences of a person, and those in which the person stands in; the last fifty. */
  listAbsences: {
    method: 'GET',
    path: '/api/absences',
    session: 'staff',
    query: ofPerson,
    answer: z.object({ rows: z.array(absenceView), maySet: z.boolean() }),
  },
  /** Whose absences I may set: my own first, then those of the units I lead. */
  listAbsencePeople: {
    method: 'GET',
    path: '/api/absences/colleagues',
    session: 'staff',
    query: z.object({ q: z.string().max(60).default('') }),
    answer: z.object({ rows: z.array(someone) }),
  },
  /** Who may stand in for a person on these days, those of the same unit first. */
  listSubstitutes: {
    method: 'GET',
    path: '/api/absences/substitutes',
    session: 'staff',
    query: ofPerson.extend({ fromOn: day, toOn: day, q: z.string().max(60).default('') }),
    answer: z.object({
      rows: z.array(someone.extend({ role: z.enum(roles), unitName: z.string() })),
    }),
  },
  setAbsence: {
    method: 'POST',
    path: '/api/absences',
    session: 'staff',
    body: z.object({ commandId: id, id, personId: id, substituteId: id, fromOn: day, toOn: day }),
    answer: absenceView,
  },
  /** `lastOn` null: at once, so that the substitute stands in no longer today. */
  endAbsence: {
    method: 'POST',
    path: '/api/absences/:id/end',
    session: 'staff',
    params: z.object({ id }),
    body: z.object({ commandId: id, lastOn: day.nullable() }),
    answer: absenceView,
  },
} as const satisfies Record<string, Route>
