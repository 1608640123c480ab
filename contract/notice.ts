import { z } from 'zod'
import { clockKinds } from '#domain/matter/clocks.ts'
import { noticeKinds, pressings, topics } from '#domain/notify/occasions.ts'
import { id, instant } from './fields.ts'
import type { Route } from './route.ts'

export const noticeView = z.object({
  id,
  kind: z.enum(noticeKinds),
  pressing: z.enum(pressings),
  /** Which clock, where one spoke. */
  clock: z.enum(clockKinds).nullable(),
  /** The unit that is told, or null where it is for me alone. */
  unitName: z.string().nullable(),
  /** Which colleague did it; null where a resident or the product did. */
  byName: z.string().nullable(),
  /** What it is about: a matter, a whistle, a meeting, an exclusion, an order for help or a project team. */
  matter: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  whistle: z.object({ id, number: z.string(), unitName: z.string() }).nullable(),
  meeting: z.object({ id, title: z.string() }).nullable(),
  /** The number is that of its matter. */
  exclusion: z.object({ id, number: z.string() }).nullable(),
  aid: z.object({ id, number: z.string(), unitName: z.string() }).nullable(),
  team: z.object({ id, name: z.string() }).nullable(),
  createdAt: instant,
  isNew: z.boolean(),
})

/** Counting stops here; the screen then says "99+". */
export const noticeCap = 99

export const noticeRoutes = {
  /** What my units and I were told, newest first; only of matters and whistles I may see, and without the topics I muted. */
  listNotices: {
    method: 'GET',
    path: '/api/notices',
    session: 'staff',
    needs: 'matter.read',
    query: z.object({
      topic: z.enum(topics).optional(),
      unseen: z.literal('1').optional(),
      /** The id of the last notice of the page before. */
      cursor: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: z.object({ rows: z.array(noticeView), next: z.string().nullable() }),
  },
  /** How many of them are new, up to the cap and one more. */
  countNotices: {
    method: 'GET',
    path: '/api/notices/count',
    session: 'staff',
    needs: 'matter.read',
    answer: z.object({ fresh: z.number().int() }),
  },
  /** Marks some as seen by me, or with `until` everything up to an instant. */
  seeNotices: {
    method: 'POST',
    path: '/api/notices/seen',
    session: 'staff',
    needs: 'matter.read',
    body: z.union([
      z.object({ ids: z.array(id).min(1).max(100) }).strict(),
      z.object({ until: z.iso.datetime() }).strict(),
    ]),
    answer: z.object({ done: z.literal(true) }),
  },
} as const satisfies Record<string, Route>
