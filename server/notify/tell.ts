import type { Matter } from '#domain/matter/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { tellingOf } from '#domain/notify/occasions.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterActionRow } from '../db/tables.gen.ts'
import { writeTold } from './store.ts'

/** A move that has been written: the number of its matter, the matter after it, its action. */
export type Done = { number: string; matter: Matter; action: MatterActionRow }

/**
 * Tells moves in their own transaction: a notice to every unit and person of `domain/notify/occasions.ts`, and an event to
 * the other systems that asked for the verb. What was rolled back was never told.
 */
export async function tellMoves(tx: Tx, done: readonly Done[]): Promise<void> {
  const [first] = done
  if (!first) return
  const { district_id: district, at } = first.action
  const notices = done.flatMap(({ matter, action }) => {
    const { payload, actor_id: actorId } = action
    const telling = tellingOf({ verb: action.verb as Verb, matter, payload, actorId })
    if (!telling) return []
    const { kind, pressing, to } = telling
    return to.map((one) => ({ matterId: matter.id, kind, pressing, facts: {}, actorId, ...one }))
  })
  const events = done.map(({ number, matter, action }) => ({
    verb: action.verb,
    payload: {
      ...{ matterId: matter.id, number, verb: action.verb, state: action.state },
      at: new Date(at).toISOString(),
    },
  }))
  await writeTold(tx, { district, at, notices, events })
}
