import { addDays, type Day, dayOf } from '../calendar/days.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Agreement, AgreementKind, Mediation, MediationType, Obligation } from './mediation.ts'

/** Days within which both may ask a court to confirm, from the day of effect (Mediation Act art. 33). */
export const confirmationDays = 30

/** The parties whose signature a draft still waits for. */
export function unsigned({ partyIds, signatures }: Pick<Agreement, 'partyIds' | 'signatures'>): string[] {
  return partyIds.filter((id) => !signatures.some((one) => one.partyId === id))
}

/**
 * Since when an agreement binds, or null. A written one: since all parties and the mediator have signed and the committee has
 * sealed it, whichever came last (Mediation Act art. 29); an oral one: the day it was reached, once the mediator has recorded
 * it (arts 28, 30).
 */
export function effectiveAt(agreement: Agreement): number | null {
  const { kind, signatures, mediatorAt, sealAt, droppedAt, reachedOn } = agreement
  if (droppedAt !== null || mediatorAt === null) return null
  if (kind === 'oral') return reachedOn === null ? null : mediatorAt
  if (unsigned(agreement).length > 0 || sealAt === null) return null
  return Math.max(mediatorAt, sealAt, ...signatures.map(({ at }) => at))
}

/** The day from which an agreement binds. */
export function effectiveOn(agreement: Agreement): Day | null {
  const at = effectiveAt(agreement)
  return at === null ? null : agreement.kind === 'oral' ? agreement.reachedOn : dayOf(at)
}

export const inForce = ({ agreements }: Pick<Mediation, 'agreements'>) =>
  agreements.filter((one) => effectiveAt(one) !== null)
/** Drafts that still wait for a signature or the seal. */
export const pending = ({ agreements }: Pick<Mediation, 'agreements'>) =>
  agreements.filter((one) => one.droppedAt === null && effectiveAt(one) === null)

/** Whether a written form is due: only what is done on the spot and wanted by nobody in writing may be oral (Mediation Act art. 28; Ningbo art. 24). */
export function mayBeOral(obligations: readonly Pick<Obligation, 'dueOn'>[], today: Day): boolean {
  return obligations.every(({ dueOn }) => dueOn <= today)
}

export type Draft = {
  kind: AgreementKind
  partyIds: readonly string[]
  obligations: readonly Pick<Obligation, 'kind' | 'byId' | 'toId' | 'fen' | 'dueOn'>[]
  wholeFen: number | null
  shares: readonly { partyId: string; fen: number }[]
  reachedOn: Day | null
}

/**
 * Whether a draft may be written down. In: the mediation, the draft, today. Refusals: `agreementParties` (somebody who does not
 * take part, or one side only), `obligationParty`, `dueBeforeEffect` (facts: day), `badAmount`, `badShares` (facts: sum, whole),
 * `writtenNeeded`, `notReached` (an oral one without its day, or a day to come).
 */
export function whyNotDraft(
  mediation: Pick<Mediation, 'participants'>,
  draft: Draft,
  today: Day,
): Refusal | undefined {
  const sides = new Set<string>()
  for (const id of draft.partyIds) {
    const one = mediation.participants.find(({ partyId }) => partyId === id)
    if (one?.standing !== 'in') return refuse('agreementParties', undefined, 'partyIds')
    sides.add(one.side)
  }
  if (!sides.has('a') || !sides.has('b')) return refuse('agreementParties', undefined, 'partyIds')
  return whyNotObligations(draft, today) ?? whyNotShares(draft) ?? whyNotForm(draft, today)
}

function whyNotObligations(
  { kind, partyIds, obligations, reachedOn }: Draft,
  today: Day,
): Refusal | undefined {
  const from = kind === 'oral' ? (reachedOn ?? today) : today
  for (const [i, one] of obligations.entries()) {
    const at = `obligations.${i}`
    if (!partyIds.includes(one.byId)) return refuse('obligationParty', undefined, `${at}.byId`)
    if (one.toId !== null && (!partyIds.includes(one.toId) || one.toId === one.byId))
      return refuse('obligationParty', undefined, `${at}.toId`)
    if (one.kind === 'pay' ? one.fen <= 0 || one.toId === null : one.fen !== 0)
      return refuse('badAmount', undefined, `${at}.fen`)
    if (one.dueOn < from) return refuse('dueBeforeEffect', { day: from }, `${at}.dueOn`)
  }
  return undefined
}

function whyNotShares({ wholeFen, shares, partyIds }: Draft): Refusal | undefined {
  if (wholeFen === null)
    return shares.length === 0 ? undefined : refuse('badShares', { sum: 0, whole: 0 }, 'wholeFen')
  const ids = new Set(shares.map(({ partyId }) => partyId))
  const sum = shares.reduce((all, { fen }) => all + fen, 0)
  const isRight =
    ids.size === shares.length && shares.every(({ partyId, fen }) => partyIds.includes(partyId) && fen > 0)
  return isRight && sum === wholeFen
    ? undefined
    : refuse('badShares', { sum: sum / 100, whole: wholeFen / 100 }, 'shares')
}

function whyNotForm({ kind, obligations, reachedOn }: Draft, today: Day): Refusal | undefined {
  if (kind !== 'oral') return undefined
  if (reachedOn === null || reachedOn > today) return refuse('notReached', undefined, 'reachedOn')
  return mayBeOral(obligations, today) ? undefined : refuse('writtenNeeded', undefined, 'kind')
}

/** How far an obligation is fulfilled: in fen, and whether the whole is done. */
export function fulfilment({ kind, fen, done }: Obligation): { fen: number; isDone: boolean } {
  const paid = done.reduce((sum, one) => sum + one.fen, 0)
  return { fen: paid, isDone: kind === 'pay' ? paid >= fen : done.some(({ whole }) => whole) }
}

/** Whether an obligation is over its day and not done. */
export const isOverdue = (obligation: Obligation, today: Day) =>
  !fulfilment(obligation).isDone && obligation.dueOn < today

/** The last day of asking a court for confirmation, both together; null as long as nothing binds. */
export function confirmUntil(agreement: Agreement): Day | null {
  const from = effectiveOn(agreement)
  return from === null ? null : addDays(from, confirmationDays)
}

/** What a court does not confirm: it is outside its venue or about who somebody is (法释〔2011〕5号 art. 4). */
export const unconfirmable: readonly MediationType[] = ['judicial']

/**
 * Whether both may ask a court now. Refusals: `notInForce`, `confirmOral` (nothing in writing to be confirmed), `confirmType`,
 * `confirmTooLate` (facts: day), `confirmAsked`.
 */
export function whyNotConfirm(type: MediationType, agreement: Agreement, today: Day): Refusal | undefined {
  const until = confirmUntil(agreement)
  if (until === null) return refuse('notInForce')
  if (agreement.kind === 'oral') return refuse('confirmOral')
  if (unconfirmable.includes(type)) return refuse('confirmType')
  if (agreement.confirmations.length > 0) return refuse('confirmAsked')
  return today > until ? refuse('confirmTooLate', { day: until }) : undefined
}

/** What is to be paid under an agreement, in fen; where no payment is written down, the sum that is divided. */
export const agreedFen = ({ obligations, wholeFen }: Pick<Agreement, 'obligations' | 'wholeFen'>): number =>
  obligations.some(({ kind }) => kind === 'pay')
    ? obligations.reduce((sum, { fen }) => sum + fen, 0)
    : (wholeFen ?? 0)
