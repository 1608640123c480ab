import type { CallView, roomRoutes } from '#contract/room.ts'
import { isOpenRoom, mostPeers } from '#domain/mediation/offers.ts'
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'
import { namesOf } from '../colleague/queries.ts'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import type { Call, Platform } from '../http/bind.ts'
import { insertSignals, listPeers, removePeer, takeSignals, writePeer } from './call-store.ts'
import { iceServers } from './ice.ts'
import { enter } from './link.ts'
import { partyRoom, type Room, staffRoom } from './room.ts'
import { lockMediation } from './store.ts'

type Turn = {
  peerId: string
  signals: { id: string; to: string; data: string }[]
  after: number
  leaves: boolean
}

/**
 * One turn in a video room: whoever sends it is there, hands in what is for the others and takes what is for it. No picture and no
 * sound passes here, and nothing of it is kept. Refusals: `roomClosed`, `notYours`, `callFull` (facts: count), `commandReused`.
 */
async function takeTurn(
  tx: Tx,
  { m, session, parties, who }: Room,
  as: { accountId: string | null; partyId: string | null },
  turn: Turn,
  { now, platform }: { now: number; platform: Platform },
): Promise<CallView | Refusal> {
  const at = { district: who.district, mediationId: m.id, sessionId: session.id }
  const before = await listPeers(tx, at, now)
  const me = before.find(({ id }) => id === turn.peerId)
  if (me && (me.account_id ?? me.party_id) !== who.id) return refuse('commandReused')
  if (turn.leaves) {
    if (me) await removePeer(tx, at, turn.peerId)
    return { isOpen: isOpenRoom(m, session), kind: session.kind, peers: [], signals: [], ice: [] }
  }
  if (!isOpenRoom(m, session)) return refuse('roomClosed')
  if (!who.mediates && who.speaksFor.length === 0) return refuse('notYours')
  if (!me && before.length >= mostPeers) return refuse('callFull', { count: mostPeers })
  await writePeer(tx, at, { id: turn.peerId, ...as }, now)
  const others = before.filter(({ id }) => id !== turn.peerId)
  const reachable = turn.signals.filter(({ to }) => others.some(({ id }) => id === to))
  await insertSignals(tx, at, turn.peerId, reachable, now)
  const accounts = others.flatMap(({ account_id }) => account_id ?? [])
  const names = await namesOf(tx, who.district, accounts)
  return {
    ...{ isOpen: true, kind: session.kind },
    peers: others.map((peer) => {
      const row = parties.find(({ id }) => id === peer.party_id)
      const name = peer.account_id === null ? row && who.nameOf(row) : names.get(peer.account_id)
      return {
        ...{ peerId: peer.id, isMediator: peer.account_id !== null, no: row?.no ?? null },
        name: name ?? null,
      }
    }),
    signals: await takeSignals(tx, at, turn.peerId, turn.after, now),
    ice: iceServers(platform.ice, turn.peerId, now),
  }
}

/** The mediator's turn. Refusals: `notFound` and those of `takeTurn`. */
export async function callRoom({ tx, actor, params, body, now, platform }: Call<typeof roomRoutes.callRoom>) {
  await lockMediation(tx, actor.districtId, params.mediationId)
  const room = await staffRoom(tx, actor, params, 'video')
  if (isRefusal(room)) return room
  return takeTurn(tx, room, { accountId: actor.accountId, partyId: null }, body, { now, platform })
}

/** A party's turn, by its link. Refusals: those of entering, `notFound` and those of `takeTurn`. */
export async function callByLink(call: Call<typeof roomRoutes.callByLink>) {
  const actor = await enter(call)
  const { params, body, now, platform } = call
  return inScope(platform.db, scopeOf(actor), async (tx) => {
    await lockMediation(tx, actor.districtId, actor.mediationId)
    const room = await partyRoom(tx, actor, params.sessionId, now, 'video')
    if (isRefusal(room)) return room
    return takeTurn(tx, room, { accountId: null, partyId: actor.partyId }, body, { now, platform })
  })
}
