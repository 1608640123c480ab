import type { Day } from '../calendar/days.ts'
import { agreedFen, fulfilment, inForce } from './agreement.ts'
import type { Averted } from './averted.ts'
import type { Agreement, Mediation, MediationSource } from './mediation.ts'

/** What the statistics of mediation look at, one case once (domain rules §1.5). */
export type Tally = {
  source: MediationSource
  /** Everybody who was asked to take part. */
  parties: number
  /** Hard: an expert was called in. */
  isHard: boolean
  /** When mediating was over: an agreement stood, or it ended without. */
  closedAt: number | null
  isAgreed: boolean
  filedAt: number | null
  /** In writing as soon as one agreement is. Null: nothing is in force. */
  form: 'written' | 'oral' | null
  /** Of all that is owed under what is in force. */
  performance: 'whole' | 'part' | 'none' | null
  /** The first due day of what is not done. */
  unmetOn: Day | null
  confirmation: 'asked' | 'confirmed' | 'rejected' | null
  /** What it kept from happening, and how many people were in it. */
  averted: Averted
  /** What is to be paid under what is in force; where no payment is written down, the sum that is divided. */
  fen: number
}

function performanceOf(binding: readonly Agreement[]): Tally['performance'] {
  if (binding.length === 0) return null
  const owed = binding.flatMap(({ obligations }) => obligations)
  if (owed.every((one) => fulfilment(one).isDone)) return 'whole'
  return owed.some(({ done }) => done.length > 0) ? 'part' : 'none'
}

function confirmationOf(binding: readonly Agreement[]): Tally['confirmation'] {
  const last = binding.flatMap(({ confirmations }) => confirmations.at(-1)?.state ?? [])
  if (last.includes('confirmed')) return 'confirmed'
  if (last.some((state) => state === 'applied' || state === 'accepted')) return 'asked'
  return last.length > 0 ? 'rejected' : null
}

/** What of a mediation is counted. Its twin in SQL fills the columns of what was there before (migration 0035). */
export function tallyOf(m: Mediation): Tally {
  const binding = inForce(m)
  const unmet = binding
    .flatMap(({ obligations }) => obligations)
    .flatMap((one) => (fulfilment(one).isDone ? [] : [one.dueOn]))
  return {
    source: m.source,
    parties: m.participants.length,
    isHard: m.mediators.some(({ part }) => part === 'expert'),
    closedAt: m.agreedAt ?? m.endedAt,
    isAgreed: m.agreedAt !== null,
    filedAt: m.filedAt,
    form: binding.length === 0 ? null : binding.some(({ kind }) => kind !== 'oral') ? 'written' : 'oral',
    performance: performanceOf(binding),
    unmetOn: unmet.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null),
    confirmation: confirmationOf(binding),
    averted: m.averted ?? {},
    fen: binding.reduce((sum, one) => sum + agreedFen(one), 0),
  }
}
