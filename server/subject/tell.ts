import { occasions } from '#domain/notify/occasions.ts'
import type { Tx } from '../db/scope.ts'
import { writeTold } from '../notify/store.ts'

/** Tells the unit that has to answer: which matter, and nothing of the person. */
export async function tellCentre(
  tx: Tx,
  { district, at, kind }: { district: number; at: number; kind: 'subjectAsked' | 'subjectDue' },
  about: readonly { matterId: string; centreId: string }[],
): Promise<void> {
  const { pressing } = occasions[kind]
  const notices = about.map(({ matterId, centreId }) => ({
    ...{ matterId, kind, pressing, facts: {}, actorId: null },
    ...{ unitId: centreId, accountId: null },
  }))
  await writeTold(tx, { district, at, notices, events: [] })
}
