import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'

/** In which share of the matters a gram stands, of those that stand in many, and how many matters there are. */
type Shares = { of: ReadonlyMap<string, number>; matters: number }

/** What analysing a table has found out is looked at again after this (milliseconds). */
const keepMs = 5 * 60_000
let kept: { shares: Shares; until: number } | undefined

/** Reads what PostgreSQL knows of how common the grams are. */
async function readShares(tx: Tx): Promise<Shares> {
  const { rows } = await sql<{ grams: string[] | null; shares: number[] | null; matters: number }>`
    select s.most_common_elems::text::text[] grams, s.most_common_elem_freqs shares, c.reltuples matters from pg_class c
    left join pg_stats s on s.schemaname = 'public' and s.tablename = c.relname and s.attname = 'grams'
    where c.oid = 'public.matter_text'::regclass`.execute(tx)
  const { grams, shares, matters = 0 } = rows[0] ?? {}
  return { of: new Map((grams ?? []).map((gram, at) => [gram, shares?.[at] ?? 0])), matters }
}

/**
 * In which share of the matters all of these grams may stand at most, where that is so common that a list finds a page of them
 * sooner by looking through itself than an index by gathering all there are. Undefined: it is rare, or nothing is known of it.
 */
export async function shareOfCommon(
  tx: Tx,
  grams: readonly string[],
  wanted: number,
  now: number,
): Promise<number | undefined> {
  if (!kept || kept.until <= now) kept = { shares: await readShares(tx), until: now + keepMs }
  const { of, matters } = kept.shares
  const share = Math.min(...grams.map((gram) => of.get(gram) ?? 0))
  return share * matters > wanted / share ? share : undefined
}
