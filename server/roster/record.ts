import type { OrgVerb } from '#domain/org/audit.ts'
import { insertColumns } from '../db/insert-columns.ts'
import type { Tx } from '../db/scope.ts'
import { newId } from '../ids.ts'
import type { Author } from './outcome.ts'

export type Entry = { verb: OrgVerb; subject: string; payload: Record<string, unknown> }

/** Puts on record what an import did, one row a deed, as if it had been done by hand. */
export async function recordAll(tx: Tx, by: Author, entries: readonly Entry[]): Promise<void> {
  const { district, accountId, importId, now } = by
  await insertColumns(
    tx,
    'org_action',
    entries.map(({ verb, subject, payload }) => ({
      ...{ district_id: district, id: newId(now), at: now, account_id: accountId, verb, subject },
      payload: { ...payload, importId },
    })),
  )
}
