import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { reachOf } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { insist, Refused } from '../http/refused.ts'
import { insertPartnerAction, type PartnerAction } from './store.ts'

type Deed = Pick<PartnerAction, 'verb' | 'partnerId' | 'payload'> & { commandId: string }

/**
 * Does one thing to a partner once and records it in the same transaction; the same command again does nothing. One at a
 * time in a district, so that nobody makes a third key. Refusals: `notYours`, `commandReused`, those of the work. Out:
 * whether it was done now.
 */
export async function oncePartner(
  { tx, actor, now }: { tx: Tx; actor: StaffActor; now: number },
  { commandId, verb, partnerId, payload }: Deed,
  work: () => Promise<void>,
): Promise<boolean> {
  if (!actor.seats.some((seat) => reachOf(seat, 'org.edit') === 'all')) throw new Refused(refuse('notYours'))
  const district = actor.districtId
  await sql`select pg_advisory_xact_lock(hashtext('partner'), ${district})`.execute(tx)
  const { rows } = await sql<{ same: boolean }>`
    select account_id = ${actor.accountId} and verb = ${verb} and partner_id = ${partnerId}
      and payload = ${JSON.stringify(payload)}::jsonb same
    from partner_action where district_id = ${district} and id = ${commandId}`.execute(tx)
  const [before] = rows
  if (before) {
    insist(before.same ? undefined : refuse('commandReused'))
    return false
  }
  await work()
  await insertPartnerAction(tx, {
    ...{ district, id: commandId, at: now, accountId: actor.accountId },
    ...{ verb, partnerId, payload },
  })
  return true
}
