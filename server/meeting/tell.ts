import { type Addressee, type NoticeKind, occasions } from '#domain/notify/occasions.ts'
import type { Tx } from '../db/scope.ts'
import { writeTold } from '../notify/store.ts'

type About = { district: number; at: number; meetingId: string; actorId: string | null }

export const toUnit = (unitId: string): Addressee => ({ unitId, accountId: null })
export const toPerson = (accountId: string): Addressee => ({ unitId: null, accountId })
/** Who answers for a task: the person named, else the unit. */
export const toOwner = (task: { unit_id: string; account_id: string | null }): Addressee =>
  task.account_id === null ? toUnit(task.unit_id) : toPerson(task.account_id)

/** Tells units and people something of a meeting, each once: which meeting it is, and nothing of what is talked about. */
export async function tellOfMeeting(
  tx: Tx,
  { district, at, meetingId, actorId }: About,
  kind: Extract<NoticeKind, `meeting${string}` | `task${string}` | 'minutesConfirmed'>,
  to: readonly Addressee[],
): Promise<void> {
  const keys = to.map(({ unitId, accountId }) => unitId ?? accountId)
  const notices = to
    .filter((one, i) => keys.indexOf(one.unitId ?? one.accountId) === i)
    .map((one) => ({
      ...{ matterId: null, meetingId, kind, pressing: occasions[kind].pressing, facts: {}, actorId },
      ...one,
    }))
  await writeTold(tx, { district, at, notices, events: [] })
}
