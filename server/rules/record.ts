import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import type { RulesVerb } from '#domain/org/audit.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { insist, Refused } from '../http/refused.ts'

export type RulesDeed = {
  commandId: string
  verb: RulesVerb
  subject: string
  payload: object
}

export type Inside = { tx: Tx; actor: StaffActor; now: number }

/**
 * Changes the rules of a district once, and records it in the same transaction; the same command again does nothing. One at a
 * time in a district, so that of two who change the same thing the second is told. Whatever is refused is thrown.
 * Refusals: `commandReused`, and those of the work.
 */
export async function onceForRules(
  { tx, actor, now }: Inside,
  { commandId, verb, subject, payload }: RulesDeed,
  work: () => Promise<void>,
): Promise<void> {
  const district = actor.districtId
  await sql`select pg_advisory_xact_lock(hashtext('rules'), ${district})`.execute(tx)
  const { rows } = await sql<{ same: boolean }>`
    select account_id = ${actor.accountId} and verb = ${verb} and subject = ${subject}
      and payload = ${JSON.stringify(payload)}::jsonb same
    from rules_action where district_id = ${district} and id = ${commandId}`.execute(tx)
  const [before] = rows
  if (before) return insist(before.same ? undefined : refuse('commandReused'))
  await work()
  await recordRules({ tx, actor, now }, { commandId, verb, subject, payload })
}

/** Puts on record what was done to the rules of the district, as part of a deed that is done once. */
export async function recordRules(
  { tx, actor, now }: Inside,
  { commandId, verb, subject, payload }: RulesDeed,
): Promise<void> {
  const district = actor.districtId
  await sql`insert into rules_action (district_id, id, at, account_id, verb, subject, payload)
    values (${district}, ${commandId}, ${new Date(now)}, ${actor.accountId}, ${verb}, ${subject},
      ${JSON.stringify(payload)}::jsonb)`.execute(tx)
}

/** Refuses with `staleVersion` where somebody was quicker. In: the version the sender had seen, and the one that stands. */
export function insistFresh(seen: number, stands: number): void {
  if (seen !== stands) throw new Refused(refuse('staleVersion', { version: stands }))
}
