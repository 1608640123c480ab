import { type Refusal, refuse } from '../refusal.ts'
import { whyNotActFor } from './authority.ts'
import type { Act, Mediation, Participant, Session } from './mediation.ts'
import type { How, StepPayloads } from './payloads.ts'
import type { StepFacts } from './why-not.ts'

/** Why an offer is no longer open: what its receiver or its maker did, or that the room or the mediation closed before. */
export const offerEnds = ['accepted', 'declined', 'countered', 'withdrawn', 'replaced', 'lapsed'] as const
export type OfferEnd = (typeof offerEnds)[number]
/** `expired` is never written: it follows from the clock. */
export const offerStates = ['open', 'expired', ...offerEnds] as const
export type OfferState = (typeof offerStates)[number]

/** What one party proposes to one of another side, until an instant; its sum and words stand sealed elsewhere. */
export type Offer = Act & {
  id: string
  no: number
  sessionId: string
  partyId: string
  toId: string
  /** Which offer of the other it answers. */
  counters: string | null
  expiresAt: number
  wordsId: string
  ended: { how: OfferEnd; at: number; by: string | null } | null
}

/** The longest an offer may stand (days), and how many one mediation may hold. */
export const mostOfferDays = 30
export const mostOffers = 200

/** How an offer stands at an instant. From `expiresAt` on it can no longer be accepted (Civil Code arts 478, 481). */
export function offerState(
  { ended, expiresAt }: Pick<Offer, 'ended' | 'expiresAt'>,
  now: number,
): OfferState {
  return ended?.how ?? (now >= expiresAt ? 'expired' : 'open')
}

const isOpen = (offer: Offer, now: number) => offerState(offer, now) === 'open'

/** The open offer of one party to another; there is at most one. */
export const openOffer = (m: Pick<Mediation, 'offers'>, partyId: string, toId: string, now: number) =>
  m.offers.find((one) => one.partyId === partyId && one.toId === toId && isOpen(one, now))

/** A session that people enter from where they are is open from when it is scheduled until it is recorded or cancelled, as long as the mediation runs. */
export const isOpenRoom = (m: Pick<Mediation, 'state'>, session: Session): boolean =>
  m.state === 'running' && isRemote(session) && session.state === 'planned'

/** In writing, or by video. */
const isRemote = ({ way }: Pick<Session, 'way'>) => way === 'written' || way === 'video'

/** How many may be in one video room: each sends to each of the others. */
export const mostPeers = 4

/** Who is in a room: those of the session who take part. Who has refused or left sees no more of it. */
export const peopleIn = (m: Pick<Mediation, 'participants'>, { partyIds }: Session): Participant[] =>
  m.participants.filter(({ partyId, standing }) => standing === 'in' && partyIds.includes(partyId))

/**
 * Whether something of a room may be seen by whoever speaks for these parties. In a caucus those are of one side, so nobody of
 * the other ever is among them (invited mediation rules art. 28).
 */
export const isSeenBy = (
  m: Pick<Mediation, 'participants'>,
  session: Session,
  speaksFor: readonly string[],
) => isRemote(session) && peopleIn(m, session).some(({ partyId }) => speaksFor.includes(partyId))

/** A room that may be written in. Refusals: `noSuchRoom`, `roomClosed`. */
export function whyNotRoom(m: Mediation, sessionId: string): Refusal | undefined {
  const session = m.sessions.find((one) => one.id === sessionId)
  if (session?.way !== 'written') return refuse('noSuchRoom', undefined, 'sessionId')
  return isOpenRoom(m, session) ? undefined : refuse('roomClosed')
}

/**
 * Whether somebody may write for a party in a room. Refusals: those of `whyNotRoom`, `notTakingPart`, and of acting for it with
 * the power to reconcile.
 */
export function whyNotSay(
  m: Mediation,
  { sessionId, partyId, by }: { sessionId: string; partyId: string; by: string },
  { present, today }: Pick<StepFacts, 'present' | 'today'>,
): Refusal | undefined {
  const closed = whyNotRoom(m, sessionId)
  if (closed) return closed
  const session = m.sessions.find((one) => one.id === sessionId) as Session
  if (!peopleIn(m, session).some((one) => one.partyId === partyId))
    return refuse('notTakingPart', undefined, 'partyId')
  return whyNotActFor(m, present, partyId, by, 'reconcile', today)
}

/**
 * Whether an offer may be made. A counter-offer answers the open one of the other, which it ends (Civil Code arts 478, 488).
 * Refusals: those of `whyNotSay`, `offerApart` (a caucus has no other side), `offerSides`, `expiryPassed`, `expiryTooFar`
 * (facts: days), `offersFull` (facts: count), `offerStands` (one of this direction is open), and those of `whyNotAnswer`.
 */
export function whyNotOffer(m: Mediation, p: StepPayloads['offer'], facts: StepFacts): Refusal | undefined {
  const refused = whyNotSay(m, p, facts)
  if (refused) return refused
  const session = m.sessions.find((one) => one.id === p.sessionId) as Session
  if (session.kind === 'caucus') return refuse('offerApart')
  const people = peopleIn(m, session)
  const from = people.find(({ partyId }) => partyId === p.partyId)
  const to = people.find(({ partyId }) => partyId === p.toId)
  if (!to || from?.side === to.side) return refuse('offerSides', undefined, 'toId')
  if (p.expiresAt <= facts.now) return refuse('expiryPassed', undefined, 'expiresAt')
  if (p.expiresAt > facts.now + mostOfferDays * 86_400_000)
    return refuse('expiryTooFar', { days: mostOfferDays }, 'expiresAt')
  if (m.offers.length >= mostOffers) return refuse('offersFull', { count: mostOffers })
  if (p.counters === null)
    return openOffer(m, p.partyId, p.toId, facts.now) ? refuse('offerStands') : undefined
  const before = m.offers.find(({ id }) => id === p.counters)
  if (before?.partyId !== p.toId || before.sessionId !== p.sessionId)
    return refuse('noSuchOffer', undefined, 'counters')
  return whyNotOpen(m, { offerId: p.counters, partyId: p.partyId, of: 'toId' }, facts.now)
}

function whyNotOpen(
  m: Mediation,
  { offerId, partyId, of }: { offerId: string; partyId: string; of: 'partyId' | 'toId' },
  now: number,
): Refusal | undefined {
  const offer = m.offers.find(({ id }) => id === offerId)
  if (!offer || offer[of] !== partyId) return refuse('noSuchOffer', undefined, 'offerId')
  const state = offerState(offer, now)
  if (state === 'expired') return refuse('offerExpired')
  return state === 'open' ? undefined : refuse('offerOver', { state })
}

/** Whether an offer may be accepted or declined by whom it was made to, or withdrawn by who made it. Refusals: `noSuchOffer`, `offerExpired`, `offerOver` (facts: state), those of `whyNotSay`. */
export function whyNotAnswer(
  m: Mediation,
  p: How & { partyId: string; offerId: string },
  of: 'partyId' | 'toId',
  facts: StepFacts,
): Refusal | undefined {
  const offer = m.offers.find(({ id }) => id === p.offerId)
  if (!offer) return refuse('noSuchOffer', undefined, 'offerId')
  return whyNotOpen(m, { ...p, of }, facts.now) ?? whyNotSay(m, { ...p, sessionId: offer.sessionId }, facts)
}

const endOffer = (one: Offer, how: OfferEnd, at: number, by: string | null = null): Offer => ({
  ...one,
  ended: { how, at, by },
})

/** The offers after a new one: what it answers is countered, what its maker had open in the same direction is replaced. */
export function withOffer(m: Mediation, p: StepPayloads['offer'], at: number): Offer[] {
  const { id, sessionId, partyId, toId, counters, expiresAt, wordsId, by, way, fileId, textId } = p
  const offers = m.offers.map((one) => {
    if (one.id === counters) return endOffer(one, 'countered', at, by)
    const isSame = one.partyId === partyId && one.toId === toId
    return isSame && isOpen(one, at) ? endOffer(one, 'replaced', at, by) : one
  })
  const fresh = { id, sessionId, partyId, toId, counters, expiresAt, wordsId, by, way, fileId, textId, at }
  return [...offers, { ...fresh, no: offers.length + 1, ended: null }]
}

/** The offers after one was answered or withdrawn. */
export const withEnd = (m: Mediation, id: string, how: OfferEnd, at: number, by: string): Offer[] =>
  m.offers.map((one) => (one.id === id ? endOffer(one, how, at, by) : one))

/** The offers where some that are open lapse, because their room or the mediation closed or a party left. */
export const lapsed = (m: Pick<Mediation, 'offers'>, at: number, which: (one: Offer) => boolean): Offer[] =>
  m.offers.map((one) => (isOpen(one, at) && which(one) ? endOffer(one, 'lapsed', at) : one))
