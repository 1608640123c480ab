import type { z } from 'zod'
import type { PartnerScope } from '#domain/door/partner.ts'
import type { Permission } from '#domain/org/grants.ts'

/** What may stand between a right password and the work, in this order. */
export type Gate = 'factor' | 'password' | 'setUp'

/** One line of the table that server and clients share. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path with `:name` for each key of `params`. */
  path: `/api/${string}`
  /** `staff`: a signed-in person; `partner`: another system with its key; `resident`: who has shown that they hold a telephone number; `none`: anybody, rate-limited. */
  session: 'staff' | 'partner' | 'resident' | 'none'
  /** Answered even while this is still to be done after the password: the second step, a new password, a first second factor. */
  before?: readonly Gate[]
  /** Does not keep a session awake: a page asks by itself. */
  quiet?: true
  /** Asks for a proof of who it is that is not older than ten minutes. */
  fresh?: true
  /** The permission at least one post must hold to come in at all; the command still checks the record. */
  needs?: Permission
  /** What the key of a partner must carry. */
  scope?: PartnerScope
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** The body is a file of at most this many bytes. */
  file?: { maxBytes: number }
  answer?: z.ZodType
  /** The answer is a file or a stream, not JSON. */
  raw?: true
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Given<S> = S extends z.ZodType ? z.input<S> : undefined

/** What the function behind a route receives. */
export type RouteInput<R extends Route> = {
  params: Parsed<R['params']>
  query: Parsed<R['query']>
  body: Parsed<R['body']>
}

/** What a client gives. */
export type RouteGiven<R extends Route> = Pick<
  { params: Given<R['params']>; query: Given<R['query']>; body: Given<R['body']> },
  | (R['params'] extends z.ZodType ? 'params' : never)
  | (R['query'] extends z.ZodType ? 'query' : never)
  | (R['body'] extends z.ZodType ? 'body' : never)
>

/** What a route answers. */
export type RouteAnswer<R extends Route> = R['answer'] extends z.ZodType ? z.output<R['answer']> : undefined
