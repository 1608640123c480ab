import type { OfferView, RoomView } from '#contract/room.ts'
import type { Mediation, Session } from '#domain/mediation/mediation.ts'
import { mediatorsOf } from '#domain/mediation/mediation.ts'
import { isOpenRoom, type Offer, offerState, peopleIn } from '#domain/mediation/offers.ts'
import { namesOf } from '../colleague/queries.ts'
import type { Tx } from '../db/scope.ts'
import type { MediationMessageRow } from '../db/tables.gen.ts'
import { fileViewOf, iso, isoOrNull } from '../matter/views.ts'
import type { PartyLine } from '../party/queries.ts'
import { type OfferWords, textsOf } from './read.ts'
import { listMessages, listRoomFiles, listTextsById, roomPage } from './room-store.ts'
import { openMessage } from './sealed.ts'

/** Somebody who looks into a room: by which ids it writes, for which parties it may, and whether it may write at all. */
export type Looker = {
  district: number
  id: string
  /** The parties for whom it may write and make offers. */
  speaksFor: readonly string[]
  /** May write as a mediator. */
  mediates: boolean
  nameOf: (row: PartyLine) => string | null
}

/** What may be done with an offer. A mediator enters for a party what it says by word or on paper. */
function actsOn(offer: Offer, who: Looker, isOpen: boolean, now: number): OfferView['may'] {
  if (!isOpen || offerState(offer, now) !== 'open') return []
  const may = (id: string) => who.mediates || who.speaksFor.includes(id)
  return [
    ...(may(offer.toId) ? (['accept', 'decline', 'counter'] as const) : []),
    ...(may(offer.partyId) ? (['withdraw'] as const) : []),
  ]
}

async function offersOf(
  tx: Tx,
  m: Mediation,
  session: Session,
  who: Looker,
  now: number,
): Promise<OfferView[]> {
  const offers = m.offers.filter(({ sessionId }) => sessionId === session.id)
  const texts = textsOf(
    await listTextsById(
      tx,
      who.district,
      offers.map(({ wordsId }) => wordsId),
    ),
  )
  const isOpen = isOpenRoom(m, session)
  return offers.map((one) => {
    const words = texts.open<OfferWords>(one.wordsId)
    const payer = words?.payer ?? null
    return {
      ...{ id: one.id, no: one.no, fromId: one.partyId, toId: one.toId },
      counters: offers.find(({ id }) => id === one.counters)?.no ?? null,
      ...{ at: iso(one.at), expiresAt: iso(one.expiresAt), state: offerState(one, now) },
      endedAt: isoOrNull(one.ended?.at ?? null),
      ...{ fen: words?.fen ?? null, terms: words?.terms ?? null },
      payerId: payer === null ? null : payer === 'from' ? one.partyId : one.toId,
      may: actsOn(one, who, isOpen, now),
    }
  })
}

async function messagesOf(tx: Tx, district: number, rows: readonly MediationMessageRow[], me: string) {
  const files = new Map(
    (
      await listRoomFiles(
        tx,
        district,
        rows.flatMap(({ file_ids }) => file_ids),
      )
    ).map((row) => [row.id, fileViewOf(row)]),
  )
  return rows.map((row) => ({
    ...{ id: row.id, no: row.no, at: iso(row.at), forId: row.party_id, text: openMessage(row) },
    byId: row.account_id ?? row.by_id ?? '',
    isMine: (row.account_id ?? row.by_id) === me,
    files: row.file_ids.flatMap((id) => files.get(id) ?? []),
  }))
}

/** A room as somebody who may read it sees it. In: the number before which the page of messages ends. */
export async function roomViewOf(
  tx: Tx,
  who: Looker,
  { m, session, parties }: { m: Mediation; session: Session; parties: readonly PartyLine[] },
  before: number | undefined,
  now: number,
): Promise<RoomView> {
  const found = await listMessages(tx, who.district, { mediationId: m.id, sessionId: session.id }, before)
  const rows = found.slice(0, roomPage).toReversed()
  const isOpen = isOpenRoom(m, session)
  const inIt = peopleIn(m, session)
  const isParty = (id: string) => inIt.some(({ partyId }) => partyId === id)
  const wrote = new Set(rows.flatMap(({ account_id }) => account_id ?? []))
  const accounts = [...new Set([...mediatorsOf(m).map(({ accountId }) => accountId), ...wrote])]
  const names = await namesOf(tx, who.district, accounts)
  const rowOf = (id: string) => parties.find((one) => one.id === id)
  const speaks = who.speaksFor.some(isParty)
  const known = session.partyIds.flatMap((id) => rowOf(id) ?? [])
  const others = new Set(
    rows.flatMap(({ by_id }) => (by_id !== null && !session.partyIds.includes(by_id) ? by_id : [])),
  )
  return {
    ...{ sessionId: session.id, no: session.no, kind: session.kind, isOpen },
    mediators: accounts.map((accountId) => ({ accountId, name: names.get(accountId) ?? '' })),
    parties: known.map((row) => ({
      ...{ partyId: row.id, no: row.no, side: row.side as RoomView['parties'][number]['side'] },
      ...{ name: who.nameOf(row), isMine: isParty(row.id) && who.speaksFor.includes(row.id) },
    })),
    actors: [...others].flatMap((id) => {
      const row = rowOf(id)
      return row ? [{ partyId: id, no: row.no, name: who.nameOf(row) }] : []
    }),
    offers: await offersOf(tx, m, session, who, now),
    messages: await messagesOf(tx, who.district, rows, who.id),
    before: found.length > roomPage ? (rows[0]?.no ?? null) : null,
    mayWrite: isOpen && (who.mediates || speaks),
    mayOffer: isOpen && session.kind === 'joint' && (who.mediates || speaks),
  }
}
