import { type NoticeKind, occasions, type Pressing } from '#domain/notify/occasions.ts'
import type { Tx } from '../db/scope.ts'
import { writeTold } from '../notify/store.ts'

type Kind = Extract<NoticeKind, `whistle${string}`>

/** Who is told: those of units, and single people. */
export type To = { units?: readonly string[]; accounts?: readonly string[] }

/** Tells that something happened with a whistle: its number and what is to be done, nothing of what was said. */
export async function tellWhistle(
  tx: Tx,
  about: {
    district: number
    at: number
    whistleId: string
    kind: Kind
    actorId: string | null
    isUrgent?: boolean
  },
  { units = [], accounts = [] }: To,
): Promise<void> {
  const { district, at, whistleId, kind, actorId, isUrgent = false } = about
  const usual: Pressing = occasions[kind].pressing
  const said = {
    ...{ matterId: null, whistleId, kind, facts: {}, actorId },
    pressing: isUrgent && usual === 'act' ? ('critical' as const) : usual,
  }
  const notices = [
    ...[...new Set(units)].map((unitId) => ({ ...said, unitId, accountId: null })),
    ...[...new Set(accounts)]
      .filter((accountId) => accountId !== actorId)
      .map((accountId) => ({ ...said, unitId: null, accountId })),
  ]
  await writeTold(tx, { district, at, notices, events: [] })
}
