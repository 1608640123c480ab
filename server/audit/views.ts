import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from '#domain/id.ts'
import { kept } from '../db/kept.ts'
import type { Tx } from '../db/scope.ts'

/** A page that is open asks again whenever something moves: within so long it is the same look (milliseconds). */
const sameLookMs = 10 * 60_000

export type View = {
  district: number
  accountId: string
  at: number
  what: 'open' | 'list'
  subject: string
  /** What narrowed a list, without what was searched for: that may be somebody's name. */
  facts: string
}

const writeView = kept<Omit<View, 'at'> & { id: string; at: string }, never>(
  (v) => sql`insert into view_log (district_id, id, at, account_id, what, subject, facts)
    values (${v.district}, ${v.id}, ${v.at}, ${v.accountId}, ${v.what}, ${v.subject}, ${v.facts})
    on conflict do nothing`,
)

/**
 * Puts on record that somebody opened a matter or looked through a list, once in ten minutes for the same look. The id is made
 * of the look, so that the second one meets the first and writes nothing.
 */
export async function noteView(tx: Tx, v: View): Promise<void> {
  const from = Math.floor(v.at / sameLookMs) * sameLookMs
  const look = createHash('sha256').update([v.accountId, v.what, v.subject, v.facts].join('\n')).digest()
  const id = uuidv7(from, look.subarray(0, 10))
  const { district, accountId, what, subject, facts } = v
  await writeView(tx, { district, id, at: new Date(v.at).toISOString(), accountId, what, subject, facts })
}
