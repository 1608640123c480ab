import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import type { OutletVerb } from '#domain/org/audit.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { insist, Refused } from '../http/refused.ts'

type Deed = {
  commandId: string
  verb: OutletVerb
  subject: string
  payload: object
}

/**
 * Does one thing about outlets once and records it in the same transaction; the same command again does nothing. One at a
 * time in a district. Refusals: `commandReused`, and those of the work. Out: whether it was done now.
 */
export async function onceForOutlets(
  { tx, actor, now }: { tx: Tx; actor: StaffActor; now: number },
  { commandId, verb, subject, payload }: Deed,
  work: () => Promise<void>,
): Promise<boolean> {
  const { districtId: district, accountId } = actor
  await sql`select pg_advisory_xact_lock(hashtext('outlet'), ${district})`.execute(tx)
  const { rows } = await sql<{ same: boolean }>`
    select account_id = ${accountId} and verb = ${verb} and subject = ${subject}
      and payload = ${JSON.stringify(payload)}::jsonb same
    from outlet_action where district_id = ${district} and id = ${commandId}`.execute(tx)
  const [before] = rows
  if (before) {
    insist(before.same ? undefined : refuse('commandReused'))
    return false
  }
  await work()
  await sql`insert into outlet_action (district_id, id, at, account_id, verb, subject, payload)
    values (${district}, ${commandId}, ${new Date(now)}, ${accountId}, ${verb}, ${subject}, ${JSON.stringify(payload)}::jsonb)`.execute(
    tx,
  )
  return true
}

/** Throws where nothing was written. Refusal: `notFound`. */
export function insistWritten({ numAffectedRows }: { numAffectedRows?: bigint }): void {
  if ((numAffectedRows ?? 0n) === 0n) throw new Refused(refuse('notFound'))
}
