import { type NoticeKind, occasions } from '#domain/notify/occasions.ts'
import { commonPath } from '#domain/petition/common.ts'
import { type Petition, turnOf } from '#domain/petition/petition.ts'
import type { Tx } from '../db/scope.ts'
import { writeTold } from '../notify/store.ts'
import { unitsAbove } from '../supervision/tell.ts'

type Kind = Extract<NoticeKind, `petition${string}`>

/** Tells units that something is to be done with a petition, or was decided: which matter, nothing of what was said. */
export async function tellAboutPetition(
  tx: Tx,
  {
    district,
    at,
    matterId,
    actorId,
  }: { district: number; at: number; matterId: string; actorId: string | null },
  to: readonly { kind: Kind; unitIds: readonly (string | null)[] }[],
): Promise<void> {
  const notices = to.flatMap(({ kind, unitIds }) =>
    [...new Set(unitIds)].flatMap((unitId) =>
      unitId === null
        ? []
        : [
            {
              ...{ matterId, kind, pressing: occasions[kind].pressing, facts: {}, actorId },
              unitId,
              accountId: null,
            },
          ],
    ),
  )
  await writeTold(tx, { district, at, notices, events: [] })
}

/** Tells whose turn it has become, who has to decide above, and the office of what was decided. */
export async function tellPetition(
  tx: Tx,
  {
    district,
    at,
    before,
    next,
    actorId,
    step,
  }: {
    district: number
    at: number
    before: Petition | undefined
    next: Petition
    actorId: string | null
    step: string
  },
): Promise<void> {
  if (!before) return
  const turn = turnOf(next)
  const to: { kind: Kind; unitIds: readonly (string | null)[] }[] = []
  if (turn !== turnOf(before) || next.state !== before.state)
    to.push({ kind: 'petitionTurn', unitIds: [turn] })
  if (next.state === 'ended' || step === 'opine' || step === 'extend')
    to.push({ kind: 'petitionTold', unitIds: [next.officeId, next.bodyId] })
  if (step === 'send' && next.state === 'disputed') {
    // as if from below the area that holds them all, so that the nearest above is its own leader
    const below = `${commonPath(next.competent.map(({ path }) => path))}-/`
    to.push({ kind: 'petitionTurn', unitIds: await unitsAbove(tx, district, below, at) })
  }
  if (step === 'reportUp')
    to.push({
      kind: 'petitionTurn',
      unitIds: await unitsAbove(tx, district, next.bodyPath ?? next.officePath, at),
    })
  await tellAboutPetition(tx, { district, at, matterId: next.matterId, actorId }, to)
}
