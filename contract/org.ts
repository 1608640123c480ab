import { z } from 'zod'
import { states } from '#domain/matter/matter.ts'
import { roles, unitKinds } from '#domain/org/roles.ts'
import { day, id, instant, optionalText, phone, text } from './fields.ts'
import type { Route } from './route.ts'

const unit = z.object({ id, name: z.string(), kind: z.enum(unitKinds) })
/** Unique beyond one district: it finds the district at sign-in. */
const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, { error: 'login' })

const postView = z.object({
  id,
  role: z.enum(roles),
  unit,
  fromOn: day,
  toOn: day.nullable(),
  /** `past` and `coming` do not count today. */
  when: z.enum(['past', 'now', 'coming']),
})
const newPost = z.object({ postId: id, unitId: id, role: z.enum(roles), fromOn: day })

const personRow = z.object({
  id,
  name: z.string(),
  login: z.string().nullable(),
  isDisabled: z.boolean(),
  /** Of today and to come. */
  posts: z.array(postView),
})

const personPage = personRow.extend({
  isMe: z.boolean(),
  /** What lists of matters name as the handler. */
  accountId: id.nullable(),
  /** Syllables and initials, as people type them. */
  pinyin: z.string(),
  /** Masked; `revealPersonPhone` opens it, on record. */
  phone: z.string().nullable(),
  mustChangePassword: z.boolean(),
  lockedUntil: instant.nullable(),
  /** Open matters this person signed for; the first twenty by number. */
  openWork: z.object({
    count: z.number().int(),
    rows: z.array(
      z.object({ id, number: z.string(), state: z.enum(states), unitName: z.string(), mayRead: z.boolean() }),
    ),
  }),
})

const personId = z.object({ id })
const commandOnly = z.object({ commandId: id })
/** The password for one use, told once; null when the same command is repeated. */
const withPassword = personPage.extend({ password: z.string().nullable() })

const person = { session: 'staff', needs: 'org.edit', params: personId } as const

export const orgRoutes = {
  listPeople: {
    method: 'GET',
    path: '/api/org/people',
    session: 'staff',
    needs: 'org.edit',
    query: z.object({
      q: z.string().max(60).default(''),
      under: id.optional(),
      state: z.enum(['enabled', 'disabled']).optional(),
      /** The id of the last person of the page before. */
      cursor: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: z.object({ rows: z.array(personRow), next: z.string().nullable() }),
  },
  getPerson: { method: 'GET', path: '/api/org/people/:id', ...person, answer: personPage },
  addPerson: {
    method: 'POST',
    path: '/api/org/people',
    session: 'staff',
    needs: 'org.edit',
    body: z.object({
      commandId: id,
      id,
      accountId: id,
      name: text(40),
      login,
      post: newPost.optional(),
    }),
    answer: withPassword,
  },
  /** Another name needs a reason. An empty pinyin is worked out from the name; a phone left out stays, null goes. */
  editPerson: {
    method: 'POST',
    path: '/api/org/people/:id',
    ...person,
    body: z.object({
      commandId: id,
      name: text(40),
      pinyin: z
        .string()
        .trim()
        .toLowerCase()
        .max(200)
        .regex(/^[a-z0-9 ]*$/, { error: 'pinyin' }),
      phone: phone.nullable().optional(),
      reason: optionalText(200),
    }),
    answer: personPage,
  },
  /** The number of a colleague, in full, on record. */
  revealPersonPhone: {
    method: 'POST',
    path: '/api/org/people/:id/phone',
    ...person,
    body: commandOnly,
    answer: z.object({ phone: z.string() }),
  },
  givePost: {
    method: 'POST',
    path: '/api/org/people/:id/posts',
    ...person,
    body: newPost.extend({ commandId: id, toOn: day.nullable().default(null) }),
    answer: personPage,
  },
  /** `lastOn` null: at once. */
  endPost: {
    method: 'POST',
    path: '/api/org/people/:id/posts/:postId/end',
    session: 'staff',
    needs: 'org.edit',
    params: z.object({ id, postId: id }),
    body: z.object({ commandId: id, lastOn: day.nullable() }),
    answer: personPage,
  },
  /** Ends every post of today and to come at once. */
  endAllPosts: {
    method: 'POST',
    path: '/api/org/people/:id/posts/end',
    ...person,
    body: commandOnly,
    answer: personPage,
  },
  disableAccount: {
    method: 'POST',
    path: '/api/org/people/:id/disable',
    ...person,
    body: commandOnly,
    answer: personPage,
  },
  enableAccount: {
    method: 'POST',
    path: '/api/org/people/:id/enable',
    ...person,
    body: commandOnly,
    answer: personPage,
  },
  resetPassword: {
    method: 'POST',
    path: '/api/org/people/:id/password',
    ...person,
    body: commandOnly,
    answer: withPassword,
  },
} as const satisfies Record<string, Route>
