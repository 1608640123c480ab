import type { roomRoutes } from '#contract/room.ts'
import type { PartyActor, StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { whyNotActFor } from '#domain/mediation/authority.ts'
import { type Mediation, mediatorsOf, type Session } from '#domain/mediation/mediation.ts'
import { isSeenBy, whyNotRoom, whyNotSay } from '#domain/mediation/offers.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'
import { noteView } from '../audit/views.ts'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import { sendFile } from '../files/routes.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { nudge } from '../matter/store.ts'
import { listByIds, listPresent, type PartyLine, partyOf } from '../party/queries.ts'
import { knownOf } from '../party/sealed.ts'
import { enter } from './link.ts'
import { ownerOf } from './prepare.ts'
import { findMediation } from './queries.ts'
import { namesFor, readingOf } from './read.ts'
import { claimRoomFiles, findMessage, findRoomFile, insertMessage } from './room-store.ts'
import { type Looker, roomViewOf } from './room-view.ts'
import { openMessage } from './sealed.ts'
import { lockMediation } from './store.ts'

export type Room = { m: Mediation; session: Session; parties: readonly PartyLine[]; who: Looker }

/** The parties of the matter, and those of the room who were taken out of it since. */
async function partiesIn(tx: Tx, district: number, matterId: string, session: Session) {
  const present = await listPresent(tx, district, matterId)
  const missing = session.partyIds.filter((id) => !present.some((one) => one.id === id))
  return missing.length === 0 ? present : [...present, ...(await listByIds(tx, district, missing))]
}

/**
 * The room as somebody of the staff may read it: a joint one by who mediates or works where it is mediated, a caucus by who
 * mediates now; to everybody else there is none. Refusal: `notFound`.
 */
export async function staffRoom(
  tx: Tx,
  actor: StaffActor,
  params: { id: string; mediationId: string; sessionId: string },
  way: 'written' | 'video' = 'written',
): Promise<Room | Refusal> {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  const line = row && (await findMediation(tx, district, params.mediationId))
  if (!row || !line || line.matter_id !== row.id || row.destroyed_at !== null) return refuse('notFound')
  const m = line.facts
  const matter = matterOf(row)
  const session = m.sessions.find(({ id }) => id === params.sessionId)
  const reading = readingOf(actor, matter, m)
  const isSeen = session?.kind === 'caucus' ? reading.caucus : reading.words
  if (session?.way !== way || !isSeen) return refuse('notFound')
  const parties = await partiesIn(tx, district, row.id, session)
  const names = namesFor(actor, matter, m, parties)
  const isMediator = mediatorsOf(m).some(({ accountId }) => accountId === actor.accountId)
  return {
    ...{ m, session, parties },
    who: {
      ...{ district, id: actor.accountId, speaksFor: [], nameOf: ({ id }) => names.get(id) ?? null },
      mediates: isMediator && reachingSeat(actor, 'mediation.run', matter) !== undefined,
    },
  }
}

/** Those for whom somebody with a link may write in a room: with the power to reconcile. */
function speaksFor(m: Mediation, parties: readonly PartyLine[], actor: PartyActor, now: number): string[] {
  const present = parties.map(partyOf)
  return m.participants
    .map(({ partyId }) => partyId)
    .filter((id) => whyNotActFor(m, present, id, actor.partyId, 'reconcile', dayOf(now)) === undefined)
}

/**
 * The room as a party may read it by its link: where it takes part, or somebody for whom it may reconcile. Refusals: `linkGone`,
 * `notFound`; of another side's caucus nothing is told.
 */
export async function partyRoom(
  tx: Tx,
  actor: PartyActor,
  sessionId: string,
  now: number,
  way: 'written' | 'video' = 'written',
): Promise<Room | Refusal> {
  const district = actor.districtId
  const line = await findMediation(tx, district, actor.mediationId)
  if (!line || line.facts.version === undefined) return refuse('linkGone')
  const m = line.facts
  const present = await listPresent(tx, district, actor.matterId)
  if (!present.some(({ id }) => id === actor.partyId)) return refuse('linkGone')
  const session = m.sessions.find(({ id }) => id === sessionId)
  const mine = speaksFor(m, present, actor, now)
  if (session?.way !== way || !isSeenBy(m, session, [...mine, actor.partyId])) return refuse('notFound')
  const parties = await partiesIn(tx, district, actor.matterId, session)
  const nameOf = (row: PartyLine) => (row.is_secret && !mine.includes(row.id) ? null : knownOf(row).name)
  return {
    ...{ m, session, parties },
    who: { district, id: actor.partyId, speaksFor: mine, mediates: false, nameOf },
  }
}

/** What was written in a room and proposed in it. Refusals: those of finding the room. */
export async function getRoom({ tx, actor, params, query, now }: Call<typeof roomRoutes.getRoom>) {
  const room = await staffRoom(tx, actor, params)
  if (isRefusal(room)) return room
  await noteView(tx, {
    ...{ district: actor.districtId, accountId: actor.accountId, at: now },
    ...{ what: 'open', subject: `mediation:${params.mediationId}`, facts: `room ${room.session.no}` },
  })
  return roomViewOf(tx, room.who, room, query.before, now)
}

export async function openPartyRoom(call: Call<typeof roomRoutes.openPartyRoom>) {
  const actor = await enter(call)
  const { params, body, now, platform } = call
  return inScope(platform.db, scopeOf(actor), async (tx) => {
    const room = await partyRoom(tx, actor, params.sessionId, now)
    return isRefusal(room) ? room : roomViewOf(tx, room.who, room, body.before, now)
  })
}

type Said = { commandId: string; text: string; files: string[] }

/** Writes a message, or answers as the first time. Refusals: `commandReused`, `roomClosed`, `fileMissing`, those of `whyNotSay`. */
async function say(
  tx: Tx,
  actor: StaffActor | PartyActor,
  { m, session, parties, who }: Room,
  body: Said & { partyId?: string },
  now: number,
) {
  const district = actor.districtId
  const before = await findMessage(tx, district, body.commandId)
  if (before) {
    const isSame =
      before.session_id === session.id &&
      (before.account_id ?? before.by_id) === who.id &&
      before.party_id === (body.partyId ?? null) &&
      before.file_ids.join() === body.files.join() &&
      openMessage(before) === body.text
    return isSame ? { id: before.id, no: before.no } : refuse('commandReused')
  }
  const present = parties.map(partyOf)
  const by = { sessionId: session.id, partyId: body.partyId ?? '', by: who.id }
  const refused = body.partyId
    ? whyNotSay(m, by, { present, today: dayOf(now) })
    : (whyNotRoom(m, session.id) ?? (who.mediates ? undefined : refuse('notYours')))
  if (refused) return refused
  const no = await insertMessage(tx, {
    ...{ district, id: body.commandId, mediationId: m.id, sessionId: session.id, text: body.text, now },
    ...(actor.kind === 'staff'
      ? { accountId: actor.accountId, byId: null, partyId: null }
      : { accountId: null, byId: actor.partyId, partyId: body.partyId ?? null }),
    files: body.files,
  })
  const claimed = await claimRoomFiles(tx, {
    ...{ district, ids: body.files, matterId: m.matterId, messageId: body.commandId },
    // a telephone uploads as everybody does who is before the public page
    owner: actor.kind === 'staff' ? ownerOf(actor) : 'visitor',
  })
  if (claimed !== new Set(body.files).size) throw new Refused(refuse('fileMissing', undefined, 'files'))
  await tellRoom(tx, district, m)
  return { id: body.commandId, no }
}

/** Tells who mediates that something is new in a room; nobody else learns of it. */
async function tellRoom(tx: Tx, district: number, m: Mediation): Promise<void> {
  const only = mediatorsOf(m).map(({ accountId }) => accountId)
  await nudge(tx, { kind: 'room', district, id: m.matterId, version: 0, only })
}

/** A mediator writes in a room. Refusals: `notFound`, `notYours`, `roomClosed`, `commandReused`, `fileMissing`. */
export async function sayInRoom({ tx, actor, params, body, now }: Call<typeof roomRoutes.sayInRoom>) {
  await lockMediation(tx, actor.districtId, params.mediationId)
  const room = await staffRoom(tx, actor, params)
  return isRefusal(room) ? room : say(tx, actor, room, body, now)
}

/** A party writes by its link. Refusals: those of entering, of finding the room and of `whyNotSay`; `commandReused`, `fileMissing`. */
export async function sayByLink(call: Call<typeof roomRoutes.sayByLink>) {
  const actor = await enter(call)
  const { params, body, now, platform } = call
  return inScope(platform.db, scopeOf(actor), async (tx) => {
    await lockMediation(tx, actor.districtId, actor.mediationId)
    const room = await partyRoom(tx, actor, params.sessionId, now)
    return isRefusal(room) ? room : say(tx, actor, room, body, now)
  })
}

export async function readRoomFile(call: Call<typeof roomRoutes.readRoomFile>) {
  const { tx, actor, params, query, platform, reply } = call
  const room = await staffRoom(tx, actor, params)
  if (isRefusal(room)) return room
  const row = await findRoomFile(tx, actor.districtId, room.session.id, params.fileId)
  return row ? sendFile(platform.files, reply, row, query.size, query.as) : refuse('notFound')
}

export async function readPartyFile(call: Call<typeof roomRoutes.readPartyFile>) {
  const actor = await enter(call)
  const { params, body, now, platform, reply } = call
  return inScope(platform.db, scopeOf(actor), async (tx) => {
    const room = await partyRoom(tx, actor, params.sessionId, now)
    if (isRefusal(room)) return room
    const row = await findRoomFile(tx, actor.districtId, room.session.id, body.fileId)
    return row ? sendFile(platform.files, reply, row, body.size) : refuse('notFound')
  })
}
