import { z } from 'zod'
import { sessionKinds } from '#domain/mediation/mediation.ts'
import { offerStates } from '#domain/mediation/offers.ts'
import { sides } from '#domain/party/party.ts'
import { day, districtId, id, instant, text } from './fields.ts'
import { fileView } from './matter.ts'
import { termsView } from './mediation.ts'
import type { Route } from './route.ts'

/** What may be done with an offer by whoever looks at it. */
const offerActs = ['accept', 'decline', 'counter', 'withdraw'] as const

const offerView = z.object({
  id,
  no: z.number().int(),
  fromId: id,
  toId: id,
  /** The number of the offer it answers. */
  counters: z.number().int().nullable(),
  at: instant,
  expiresAt: instant,
  state: z.enum(offerStates),
  endedAt: instant.nullable(),
  fen: z.number().int().nullable(),
  /** Who would pay the sum. */
  payerId: id.nullable(),
  terms: z.string().nullable(),
  may: z.array(z.enum(offerActs)),
})
export type OfferView = z.output<typeof offerView>

const messageView = z.object({
  id,
  no: z.number().int(),
  at: instant,
  /** The account of a mediator, or a party. */
  byId: id,
  /** For whom a party wrote: itself, or for whom it acts. */
  forId: id.nullable(),
  isMine: z.boolean(),
  text: z.string(),
  files: z.array(fileView),
})
export type MessageView = z.output<typeof messageView>

const roomView = z.object({
  sessionId: id,
  no: z.number().int(),
  kind: z.enum(sessionKinds),
  /** Whether it may still be written in by anybody. */
  isOpen: z.boolean(),
  mediators: z.array(z.object({ accountId: id, name: z.string() })),
  parties: z.array(
    z.object({
      partyId: id,
      no: z.number().int(),
      side: z.enum(sides),
      /** Null where the reader may not see who it is. */
      name: z.string().nullable(),
      /** Whether the reader may write for it. */
      isMine: z.boolean(),
    }),
  ),
  /** Others that write for a party: guardians and agents. */
  actors: z.array(z.object({ partyId: id, no: z.number().int(), name: z.string().nullable() })),
  offers: z.array(offerView),
  /** The latest at the end; `before` asks for those before. */
  messages: z.array(messageView),
  before: z.number().int().nullable(),
  mayWrite: z.boolean(),
  mayOffer: z.boolean(),
})
export type RoomView = z.output<typeof roomView>

const draftVersion = z.object({
  version: z.number().int(),
  at: instant,
  terms: termsView,
  obligations: z.array(
    z.object({
      id,
      kind: z.enum(['pay', 'act', 'apologise']),
      byId: id,
      toId: id.nullable(),
      fen: z.number().int(),
      dueOn: day,
      text: z.string().nullable(),
    }),
  ),
})
export type DraftVersion = z.output<typeof draftVersion>
const draftVersions = z.object({ versions: z.array(draftVersion), before: z.number().int().nullable() })

const said = { commandId: id, text: text(4000), files: z.array(id).max(9).default([]) }
const messageAnswer = z.object({ id, no: z.number().int() })
const number = z.coerce.number().int().min(1).max(1_000_000).optional()
const size = z.enum(['full', 'small'])
const code = z.string().regex(/^\d{6}$/)

const staffRoom = z.object({ id, mediationId: id, sessionId: id })
const staff = { session: 'staff', needs: 'mediation.run' } as const
const partyRoom = z.object({
  district: districtId,
  token: z.string().min(20).max(60),
  sessionId: id,
})

/** What one browser tells another: opaque to the server, which keeps it sealed until it is taken. */
const signal = z.object({ id, to: id, data: z.string().min(1).max(40_000) })
/** One turn of being in a video room: says that one is there, hands in what is for others, takes what is for oneself. */
const turn = {
  /** Made by the page for one stay. */
  peerId: id,
  signals: z.array(signal).max(60).default([]),
  /** Up to which signal one has taken them; those are thrown away. */
  after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  leaves: z.boolean().default(false),
}
const callView = z.object({
  isOpen: z.boolean(),
  kind: z.enum(sessionKinds),
  peers: z.array(
    z.object({
      peerId: id,
      isMediator: z.boolean(),
      no: z.number().int().nullable(),
      name: z.string().nullable(),
    }),
  ),
  signals: z.array(z.object({ no: z.number().int(), from: id, data: z.string() })),
  /** STUN and TURN as the browser wants them; empty: only within one network. */
  ice: z.array(
    z.object({
      urls: z.array(z.string()),
      username: z.string().optional(),
      credential: z.string().optional(),
    }),
  ),
})
export type CallView = z.output<typeof callView>

/** The written room of a session, at the desk and by the link of a party. Offers in it are steps of the mediation. */
export const roomRoutes = {
  getRoom: {
    method: 'GET',
    path: '/api/matters/:id/mediations/:mediationId/rooms/:sessionId',
    ...staff,
    params: staffRoom,
    query: z.object({ before: number }),
    answer: roomView,
  },
  sayInRoom: {
    method: 'POST',
    path: '/api/matters/:id/mediations/:mediationId/rooms/:sessionId/messages',
    ...staff,
    params: staffRoom,
    body: z.object(said),
    answer: messageAnswer,
  },
  /** A file of a message; it is handed out to nobody who may not read the room. */
  readRoomFile: {
    method: 'GET',
    path: '/api/matters/:id/mediations/:mediationId/rooms/:sessionId/files/:fileId',
    ...staff,
    params: staffRoom.extend({ fileId: id }),
    query: z.object({ size: size.default('full'), as: z.enum(['show', 'keep']).default('show') }),
    raw: true,
  },
  /** The wordings of an agreement, the latest first, so that two of them can be held beside each other. */
  listDrafts: {
    method: 'GET',
    path: '/api/matters/:id/mediations/:mediationId/agreements/:agreementId/versions',
    ...staff,
    params: z.object({ id, mediationId: id, agreementId: id }),
    query: z.object({ before: number }),
    answer: draftVersions,
  },
  callRoom: {
    method: 'POST',
    path: '/api/matters/:id/mediations/:mediationId/rooms/:sessionId/call',
    ...staff,
    params: staffRoom,
    body: z.object(turn),
    answer: callView,
  },
  callByLink: {
    method: 'POST',
    path: '/api/public/mediation/:district/:token/rooms/:sessionId/call',
    session: 'none',
    params: partyRoom,
    body: z.object({ code, ...turn }),
    answer: callView,
  },
  openPartyRoom: {
    method: 'POST',
    path: '/api/public/mediation/:district/:token/rooms/:sessionId',
    session: 'none',
    params: partyRoom,
    body: z.object({ code, before: number }),
    answer: roomView,
  },
  sayByLink: {
    method: 'POST',
    path: '/api/public/mediation/:district/:token/rooms/:sessionId/messages',
    session: 'none',
    params: partyRoom,
    body: z.object({ code, partyId: id, ...said }),
    answer: messageAnswer,
  },
  readPartyFile: {
    method: 'POST',
    path: '/api/public/mediation/:district/:token/rooms/:sessionId/files',
    session: 'none',
    params: partyRoom,
    body: z.object({ code, fileId: id, size: size.default('small') }),
    raw: true,
  },
  listPartyDrafts: {
    method: 'POST',
    path: '/api/public/mediation/:district/:token/agreements/:agreementId',
    session: 'none',
    params: partyRoom.omit({ sessionId: true }).extend({ agreementId: id }),
    body: z.object({ code, before: number }),
    answer: draftVersions,
  },
} as const satisfies Record<string, Route>
