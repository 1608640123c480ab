import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { reachOf } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { insist, Refused } from '../http/refused.ts'
import { insertOrgAction, type OrgAction } from './admin-store.ts'

export type Deed = Pick<OrgAction, 'verb' | 'subject' | 'payload'> & { commandId: string }

/**
 * Does one thing of administration once, and records it in the same transaction; the same command again does nothing. Only
 * one at a time in a district, so that two administrators cannot remove each other. Whatever is refused is thrown: what was
 * written before must not stay. In: whether the actor may, unless it is for administrators. Refusals: `notYours`, `commandReused`, and those of the work. Out: whether it was done now.
 */
export async function once(
  { tx, actor, now }: { tx: Tx; actor: StaffActor; now: number },
  { commandId, verb, subject, payload }: Deed,
  work: () => Promise<void>,
  mayDo = actor.seats.some((seat) => reachOf(seat, 'org.edit') === 'all'),
): Promise<boolean> {
  if (!mayDo) throw new Refused(refuse('notYours'))
  const district = actor.districtId
  await sql`select pg_advisory_xact_lock(hashtext('org'), ${district})`.execute(tx)
  const { rows } = await sql<{ same: boolean }>`
    select account_id = ${actor.accountId} and verb = ${verb} and subject = ${subject}
      and payload = ${JSON.stringify(payload)}::jsonb same
    from org_action where district_id = ${district} and id = ${commandId}`.execute(tx)
  const [before] = rows
  if (before) {
    insist(before.same ? undefined : refuse('commandReused'))
    return false
  }
  await work()
  await insertOrgAction(tx, {
    ...{ district, id: commandId, at: now, accountId: actor.accountId },
    ...{ verb, subject, payload },
  })
  return true
}
