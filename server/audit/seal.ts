import { createHash, hash } from 'node:crypto'
import { canonical } from '../matter/history.ts'

/** The hash before the first link of a chain. */
export const start = Buffer.alloc(32)
export const digestBytes = 32

/** A link of the chain of one log of one district. Instants are epoch milliseconds. */
export type Seal = {
  district: number
  log: string
  no: number
  at: number
  covers: readonly string[]
  ids: readonly string[]
  /** One digest of 32 bytes a row, in the order of `ids`. */
  digests: Buffer
  upto: number
  previous: Buffer
}

export type Head = { log: string; no: number; upto: number; hash: string }
export type Anchor = {
  district: number
  no: number
  day: string
  at: number
  heads: readonly Head[]
  previous: Buffer
}

/** The digest of a row: of its covered columns as PostgreSQL prints them in one JSON array. */
export const digestOfRow = (text: string): Buffer => hash('sha256', text, 'buffer')

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

export function hashOfSeal({ district, log, no, at, covers, ids, digests, upto, previous }: Seal): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(canonical([district, log, no, at, covers, upto]))
    .update(Buffer.concat(ids.map(bytesOf)))
    .update(digests)
    .digest()
}

export function hashOfAnchor({ district, no, day, at, heads, previous }: Anchor): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(canonical([district, no, day, at, heads]))
    .digest()
}

/** The columns as an SQL expression whose text the digest is taken of. Only built-in functions: a stored one could be replaced. */
export function rowText(covers: readonly string[], alias: string): string {
  const columns = covers.map((name) => `${alias}."${name.replaceAll('"', '""')}"`)
  return `jsonb_build_array(${columns.join(', ')})::text`
}
