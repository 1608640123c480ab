import type { Day } from '../calendar/days.ts'
import type { Level } from '../org/roles.ts'
import { type Form, missingPapers } from './forms/dossier.ts'
import type { Mediation } from './mediation.ts'
import { tallyOf } from './tally.ts'

/** How hard a case was; ordinary and difficult are proposed out of the record, major is what a person says. */
export const subsidyTiers = ['ordinary', 'difficult', 'major'] as const
export type SubsidyTier = (typeof subsidyTiers)[number]

/** What one case is paid with, in fen, by the level of the committee (domain rules §1.6). A level without a line is not paid. */
export type SubsidyRate = { level: Level } & Record<SubsidyTier, number>

/** Why somebody takes a case out by hand: its mediator draws a salary for it, or another purse pays. */
export const takenOutReasons = ['salaried', 'paidElsewhere', 'other'] as const
export type TakenOut = (typeof takenOutReasons)[number]

/** Why a case is not paid (domain rules §1.6: one case one file, succeeded and performed, once for one dispute). */
export const exclusions = [
  'notAgreed',
  'notPerformed',
  'papersMissing',
  'revisitMissing',
  'noRate',
  ...takenOutReasons,
  'sameDispute',
] as const
export type Exclusion = (typeof exclusions)[number]

/** Where a list stands: drawn up, looked through, approved by somebody else and frozen. */
export const subsidyStates = ['drawn', 'checked', 'approved'] as const
export type SubsidyState = (typeof subsidyStates)[number]

/** Cases in one list at most: what people can look through. */
export const mostInSubsidy = 1000

/** A case that was over in the period, with what a person has said about it. */
export type SubsidyCase = {
  m: Mediation
  level: Level
  closedOn: Day
  /** The matters that are one dispute with its own: joined, or linked as of the same cause; its own among them. */
  dispute: readonly string[]
  /** Undefined: as the record proposes. */
  tier?: SubsidyTier | undefined
  takenOut: TakenOut | null
}

export type SubsidyLine = {
  mediationId: string
  matterId: string
  tier: SubsidyTier
  level: Level
  /** Nought where it is not paid. */
  fen: number
  reasons: Exclusion[]
  missing: Form[]
}

/** What the record proposes: difficult where an expert was called in. */
export const proposedTier = (m: Mediation): SubsidyTier => (tallyOf(m).isHard ? 'difficult' : 'ordinary')

function reasonsOf(
  { m, takenOut }: SubsidyCase,
  missing: readonly Form[],
  fen: number | undefined,
): Exclusion[] {
  const { isAgreed, performance } = tallyOf(m)
  if (!isAgreed) return takenOut ? ['notAgreed', takenOut] : ['notAgreed']
  return [
    ...(performance === 'whole' ? [] : ['notPerformed' as const]),
    // the revisit has a reason of its own
    ...(missing.some((form) => form !== 'revisit') ? ['papersMissing' as const] : []),
    ...(m.revisits.length > 0 ? [] : ['revisitMissing' as const]),
    ...(fen === undefined ? ['noRate' as const] : []),
    ...(takenOut ? [takenOut] : []),
  ]
}

/**
 * Which cases are paid, and with how much. Of one dispute the first that may be paid is, and none where another list has paid
 * it. In: the cases, the rates, the matters whose dispute other lists have paid. Out: a line for each case, those that were
 * over first in front.
 */
export function assess(
  cases: readonly SubsidyCase[],
  rates: readonly SubsidyRate[],
  paidElsewhere: ReadonlySet<string>,
): SubsidyLine[] {
  const paid = new Set(paidElsewhere)
  const sorted = cases.toSorted(
    (a, b) => a.closedOn.localeCompare(b.closedOn) || a.m.id.localeCompare(b.m.id),
  )
  return sorted.map((one) => {
    const { m, level, dispute } = one
    const tier = one.tier ?? proposedTier(m)
    const fen = rates.find((rate) => rate.level === level)?.[tier]
    const missing = missingPapers(m)
    const reasons = reasonsOf(one, missing, fen)
    if (reasons.length === 0 && dispute.some((id) => paid.has(id))) reasons.push('sameDispute')
    const isPaid = reasons.length === 0
    if (isPaid) for (const id of dispute) paid.add(id)
    const line = { mediationId: m.id, matterId: m.matterId, tier, level, reasons, missing }
    return { ...line, fen: isPaid ? (fen ?? 0) : 0 }
  })
}

/** How a case of a frozen list differs from what the record says now. */
export type SubsidyChange = {
  mediationId: string
  matterId: string
  kind: 'added' | 'gone' | 'changed'
  was: Pick<SubsidyLine, 'fen' | 'reasons'> | null
  is: Pick<SubsidyLine, 'fen' | 'reasons'> | null
}

/** What is different, case by case; empty: nothing. In: the lines as they stand in the list, and as the record gives them now. */
export function subsidyChanges(was: readonly SubsidyLine[], is: readonly SubsidyLine[]): SubsidyChange[] {
  const [before, now] = [was, is].map((lines) => new Map(lines.map((line) => [line.mediationId, line])))
  const ids = [...new Set([...was, ...is].map(({ mediationId }) => mediationId))]
  return ids.flatMap((mediationId) => {
    const [old, fresh] = [before?.get(mediationId) ?? null, now?.get(mediationId) ?? null]
    const isSame =
      old !== null &&
      fresh !== null &&
      old.fen === fresh.fen &&
      old.reasons.toSorted().join() === fresh.reasons.toSorted().join()
    if (isSame) return []
    const kind = old === null ? 'added' : fresh === null ? 'gone' : 'changed'
    const matterId = (fresh ?? old)?.matterId ?? ''
    return [{ mediationId, matterId, kind, was: old, is: fresh } as const]
  })
}
