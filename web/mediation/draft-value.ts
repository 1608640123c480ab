import type { AgreementView, MediationView } from '#contract/mediation.ts'
import type { Day } from '#domain/calendar/days.ts'
import type { AgreementKind, ObligationKind } from '#domain/mediation/mediation.ts'
import { newId } from '#web/lib/ids.ts'
import { fenOf, instalments, splitFen, yuanOf } from './money.ts'
import type { Values } from './spec.ts'

export type ObligationRow = {
  id: string
  kind: ObligationKind
  byId: string
  toId: string
  yuan: string
  dueOn: string
  text: string
}

/** A draft as it is typed. */
export type DraftValue = {
  id: string
  kind: AgreementKind
  partyIds: string[]
  facts: string
  issues: string
  clauses: string[]
  manner: string
  whyOral: string
  reachedOn: string
  obligations: ObligationRow[]
  divides: boolean
  whole: string
  shares: Record<string, string>
}

/** The draft to begin with: everybody who takes part, what is known of the dispute; or the one that is changed. */
export function draftOf(
  m: MediationView,
  before: AgreementView | undefined,
  { id, manner, today }: { id: string; manner: string; today: Day },
): DraftValue {
  if (!before?.terms)
    return {
      ...{ id, kind: 'written', issues: '', clauses: [''], manner, whyOral: '', reachedOn: today },
      partyIds: m.participants.filter(({ standing }) => standing === 'in').map(({ partyId }) => partyId),
      facts: m.story ?? '',
      ...{ obligations: [], divides: false, whole: '', shares: {} },
    }
  const { terms, wholeFen } = before
  return {
    ...{ id: before.id, kind: before.kind, partyIds: [...before.partyIds] },
    ...{ facts: terms.facts, issues: terms.issues, clauses: [...terms.clauses], manner: terms.manner },
    whyOral: terms.whyOral ?? '',
    reachedOn: today,
    obligations: before.obligations.map(({ id: rowId, kind, byId, toId, fen, dueOn, text }) => ({
      ...{ id: rowId, kind, byId, toId: toId ?? '', dueOn, text: text ?? '' },
      yuan: fen === 0 ? '' : yuanOf(fen),
    })),
    divides: wholeFen !== null,
    whole: wholeFen === null ? '' : yuanOf(wholeFen),
    shares: Object.fromEntries(before.shares.map(({ partyId, fen }) => [partyId, yuanOf(fen)])),
  }
}

/** A typed amount as the contract wants it: what is no amount is no number, and refused beside its field. */
const typedFen = (typed: string) => fenOf(typed) ?? Number.NaN

/** The input of the step from what is typed. */
export function draftInput(value: DraftValue): Values {
  const isOral = value.kind === 'oral'
  return {
    ...{ id: value.id, kind: value.kind, partyIds: value.partyIds, facts: value.facts, issues: value.issues },
    clauses: value.clauses,
    manner: value.manner,
    ...(isOral ? { whyOral: value.whyOral, reachedOn: value.reachedOn === '' ? null : value.reachedOn } : {}),
    obligations: value.obligations.map(({ id, kind, byId, toId, yuan, dueOn, text }) => ({
      ...{ id, kind, byId, toId: toId === '' ? null : toId, dueOn },
      fen: kind === 'pay' ? typedFen(yuan) : 0,
      ...(text.trim() === '' ? {} : { text }),
    })),
    ...(value.divides
      ? {
          wholeFen: typedFen(value.whole),
          shares: Object.entries(value.shares)
            .filter(([partyId, typed]) => value.partyIds.includes(partyId) && typed.trim() !== '')
            .map(([partyId, typed]) => ({ partyId, fen: typedFen(typed) })),
        }
      : {}),
  }
}

/** A new row, from the first of one side to the first of the other. */
export function blankRow(byId: string, toId: string, dueOn: Day): ObligationRow {
  return { id: newId(), kind: 'pay', byId, toId, yuan: '', dueOn, text: '' }
}

/** A sum in rows a month apart. In: who pays whom, the whole as typed, how many, the first day. Out: undefined where that makes no rows. */
export function instalmentRows(
  pay: { byId: string; toId: string; text: (no: number, of: number) => string },
  whole: string,
  count: number,
  first: string,
): ObligationRow[] | undefined {
  const fen = fenOf(whole)
  if (fen === undefined || fen < count || !(count >= 2 && count <= 60) || first === '') return undefined
  return instalments(fen, count, first).map((one, i) => ({
    ...{ id: newId(), kind: 'pay', byId: pay.byId, toId: pay.toId, dueOn: one.dueOn },
    yuan: yuanOf(one.fen),
    text: pay.text(i + 1, count),
  }))
}

/** The whole divided equally among those of one side who are in the agreement. */
export function equalShares(whole: string, partyIds: readonly string[]): Record<string, string> {
  const fen = fenOf(whole)
  if (fen === undefined || partyIds.length === 0) return {}
  const parts = splitFen(fen, partyIds.length)
  return Object.fromEntries(partyIds.map((id, i) => [id, yuanOf(parts[i] ?? 0)]))
}

/** What the shares add up to, and how far that is from the whole, in fen. */
export function sumOfShares({ shares, whole, partyIds }: Pick<DraftValue, 'shares' | 'whole' | 'partyIds'>) {
  const sum = partyIds.reduce((all, id) => all + (fenOf(shares[id] ?? '') ?? 0), 0)
  return { sum, gap: (fenOf(whole) ?? 0) - sum }
}
