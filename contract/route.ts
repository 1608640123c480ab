import type { z } from 'zod'
import type { PartnerScope } from '#domain/door/partner.ts'
import type { Permission } from '#domain/org/grants.ts'

/** One line of the table that server and clients share. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path with `:name` for each key of `params`. */
  path: `/api/${string}`
  /** `staff`: a signed-in person; `partner`: another system with its key; `none`: anybody, rate-limited. */
  session: 'staff' | 'partner' | 'none'
  /** Answered even to somebody who still has to replace a password for one use. */
  beforePassword?: true
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
