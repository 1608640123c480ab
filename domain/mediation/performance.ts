import type { Day } from '../calendar/days.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { effectiveAt, fulfilment, inForce } from './agreement.ts'
import type { Mediation, Obligation } from './mediation.ts'
import type { StepPayloads } from './payloads.ts'

/** The obligation of an agreement that binds, or undefined. */
export function obligationOf(
  m: Pick<Mediation, 'agreements'>,
  agreementId: string,
  id: string,
): Obligation | undefined {
  return inForce(m)
    .find((one) => one.id === agreementId && effectiveAt(one) !== null)
    ?.obligations.find((one) => one.id === id)
}

/**
 * Whether a performance may be entered; in part is allowed, more than is owed is not. In: today, null where nothing was
 * performed. Refusals: `noSuchObligation`, `obligationDone`, `dayToCome`, `badAmount` (facts: most, in yuan).
 */
export function whyNotPerform(
  m: Mediation,
  { agreementId, obligationId, fen, whole, on }: StepPayloads['perform'],
  today: Day | null,
): Refusal | undefined {
  const obligation = obligationOf(m, agreementId, obligationId)
  if (!obligation) return refuse('noSuchObligation', undefined, 'obligationId')
  const so = fulfilment(obligation)
  if (so.isDone) return refuse('obligationDone')
  if (today === null) return undefined
  if (on > today) return refuse('dayToCome', undefined, 'on')
  const left = obligation.fen - so.fen
  if (obligation.kind === 'pay' ? fen <= 0 || fen > left : fen !== 0 || !whole)
    return refuse('badPayment', { most: left / 100 }, 'fen')
  return undefined
}
