import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import type { Meeting } from '#domain/meeting/meeting.ts'
import { callsFor, meetingUnits } from '#domain/meeting/sight.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { insist } from '../http/refused.ts'
import { canonical } from '../matter/history.ts'
import { insertMeetingAction } from './store.ts'

type Deed = {
  tx: Tx
  actor: StaffActor
  now: number
  commandId: string
  meetingId: string
  taskId?: string
  unitId: string | null
  verb: string
  /** What was asked, as the client sent it; only its digest is kept. */
  input: unknown
}

/** The unit by which somebody acts in a meeting: the one that calls, else the first of theirs that is called. */
export function actingUnit(
  actor: StaffActor,
  { unitId, unitIds }: Pick<Meeting, 'unitId' | 'unitIds'>,
): string | null {
  const units = meetingUnits(actor)
  if (units.includes(unitId) || callsFor(actor, unitId)) return unitId
  return units.find((id) => unitIds.includes(id)) ?? units[0] ?? null
}

/**
 * Does one thing of a meeting once and puts it on record, in the same transaction; the same command again does nothing. In: the
 * work, whose facts go on record. Throws `commandReused`, and what the work throws. Out: whether it was done now.
 */
export async function onceInMeeting(deed: Deed, work: () => Promise<object>): Promise<boolean> {
  const { tx, actor, now, commandId: id, meetingId, taskId = null, unitId, verb } = deed
  const district = actor.districtId
  const digest = createHash('sha256').update(canonical(deed.input)).digest('hex')
  const { rows } = await sql<{
    same: boolean
  }>`select account_id = ${actor.accountId} and meeting_id = ${meetingId}
      and verb = ${verb} and task_id is not distinct from ${taskId}::uuid and payload->>'digest' = ${digest} same
    from meeting_action where district_id = ${district} and id = ${id}`.execute(tx)
  const [before] = rows
  if (before) {
    insist(before.same ? undefined : refuse('commandReused'))
    return false
  }
  const facts = await work()
  await insertMeetingAction(tx, {
    ...{ district, id, meetingId, taskId, at: now, accountId: actor.accountId, unitId, verb },
    payload: { ...facts, digest },
  })
  return true
}

/** Meetings of a district are called and confirmed one after another, so that what is unfinished meets the next agenda once. */
export async function oneAtATime(tx: Tx, district: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('meeting'), ${district})`.execute(tx)
}
