import { type TriageTable, triageTableOf } from '#domain/triage/classify.ts'
import type { Tx } from '../db/scope.ts'
import { listAll } from './queries.ts'

const lifeMs = 15_000
const cache = new Map<number, { table: TriageTable; until: number }>()

/** Forgets the words of a district; called when the database says that its rules changed. */
export function forgetWords(district: number): void {
  cache.delete(district)
}

/** The words by which a district's open categories are proposed, remembered for seconds; a change also arrives as a nudge. */
export async function getTriageTable(tx: Tx, district: number, now: number): Promise<TriageTable> {
  const known = cache.get(district)
  if (known && known.until > Date.now()) return known.table
  const table = triageTableOf((await listAll(tx, district, now)).filter(({ isClosed }) => !isClosed))
  cache.set(district, { table, until: Date.now() + lifeMs })
  return table
}
