import type { WhistleMove } from '#contract/whistle-moves.ts'
import type { Line, Whistle } from '#domain/whistle/whistle.ts'
import type { Tx } from '../db/scope.ts'
import { blowersOf, both, holdersOf, judgeOf } from './people.ts'
import { type To, tellWhistle } from './tell.ts'

type Teller = { tx: Tx; district: number; now: number; actorId: string }
type Kind = Parameters<typeof tellWhistle>[1]['kind']

/** Tells a step to whoever has to act on it, and what became of their work to whoever did it. */
export async function tellMove(
  { tx, district, now, actorId }: Teller,
  move: WhistleMove,
  whistle: Whistle,
  line: Line | undefined,
  lines: readonly Line[],
): Promise<void> {
  const say = (kind: Kind, to: To) =>
    tellWhistle(
      tx,
      { district, at: now, whistleId: whistle.id, kind, actorId, isUrgent: whistle.kind === 'emergency' },
      to,
    )
  const unit = { units: line ? [line.unitId] : [] }
  const called = { units: lines.flatMap((one) => (one.outcome === 'released' ? [] : [one.unitId])) }
  const blowers = () => blowersOf(tx, district, whistle, now)
  const judge = () => judgeOf(tx, district, now)
  const tellings: Partial<Record<WhistleMove['verb'], () => Promise<void>>> = {
    second: () => say('whistleCalled', called),
    decline: () => say('whistleDeclined', { accounts: [whistle.byId] }),
    object: async () => say('whistleObjected', await judge()),
    rule: async () => {
      const fresh = lines.filter((one) => one.calledAt === now && one.id !== line?.id)
      await say('whistleCalled', { units: fresh.map(({ unitId }) => unitId) })
      await say('whistleRuled', both(unit, await blowers()))
    },
    finish: async () => say('whistleFinished', await holdersOf(tx, district, whistle, now)),
    sendBack: () => say('whistleSentBack', unit),
    confirm: () => say('whistleConfirmed', unit),
    rate: () => say('whistleRated', unit),
    upgrade: async () => say('whistleUpgraded', await judge()),
    callOff: async () => (whistle.soundedAt === null ? undefined : say('whistleOff', called)),
    misuse: async () => say('whistleMisused', await blowers()),
  }
  await tellings[move.verb]?.()
}
