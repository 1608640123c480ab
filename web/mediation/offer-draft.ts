import type { OfferView } from '#contract/room.ts'
import { addDays, type Day } from '#domain/calendar/days.ts'
import type { Side } from '#domain/party/party.ts'
import type { Say, Sentence } from '#web/lib/words.ts'
import { blankRow, type DraftValue } from './draft-value.ts'
import { yuanOf } from './money.ts'
import { roomWords as words } from './room-words.ts'

/** How a party is called in an agreement. */
const called: Record<Side, Sentence> = { a: words.partyA, b: words.partyB, third: words.partyThird }

/** Days that a sum taken over from an offer is due in, until another day is typed. */
const dueIn = 7

/** A draft with what an accepted offer says: its two parties, the sum as an obligation, its words as clauses. */
export function withOffer(
  draft: DraftValue,
  offer: OfferView | undefined,
  { sideOf, say, today }: { sideOf: (id: string) => Side | undefined; say: Say; today: Day },
): DraftValue {
  if (!offer) return draft
  const { fromId, toId, fen, payerId, terms } = offer
  const payeeId = payerId === fromId ? toId : fromId
  const paid = fen !== null && payerId !== null
  const name = (id: string | null) => say(called[sideOf(id ?? '') ?? 'third'])
  const facts = { payer: name(payerId), payee: name(payeeId), yuan: yuanOf(fen ?? 0) }
  return {
    ...draft,
    partyIds: draft.partyIds.filter((id) => id === fromId || id === toId),
    clauses: [...(paid ? [say(words.clause, facts)] : []), ...(terms ? [terms] : [])],
    obligations: paid
      ? [{ ...blankRow(payerId, payeeId, addDays(today, dueIn)), yuan: yuanOf(fen), text: '' }]
      : [],
  }
}
