import type { LinkView, mediationRoutes } from '#contract/mediation.ts'
import type { CallView, RoomView, roomRoutes } from '#contract/room.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { Step } from '#domain/mediation/moves.ts'
import type { Turn } from '#web/lib/call.ts'
import { call, callForFile } from './api.ts'

export type { LinkView } from '#contract/mediation.ts'
export type Standing = LinkView['standing'][number]
type Routes = typeof mediationRoutes
type Rooms = typeof roomRoutes

/** The way in of a party: the district and token of its link, and the check code it was told. */
export type Door = { district: number; token: string; code: string }

const pathOf = ({ district, token }: Door) => `/api/public/mediation/${district}/${encodeURIComponent(token)}`

/** What the link shows, with the check code. */
export const openLink = (door: Door) => call<LinkView>('POST', pathOf(door), { code: door.code })

/** A step of the party itself. */
export const takeStep = (
  door: Door,
  body: { commandId: string; step: Step; input: unknown; drawing?: string },
) => call<RouteAnswer<Routes['takePartyStep']>>('POST', `${pathOf(door)}/steps`, { code: door.code, ...body })

const roomOf = (door: Door, sessionId: string) => `${pathOf(door)}/rooms/${sessionId}`

/** A written room; `before` asks for what was written before that number. */
export const openRoom = (door: Door, sessionId: string, before?: number) =>
  call<RoomView>('POST', roomOf(door, sessionId), { code: door.code, before })

/** Writes in a room; the same command id again is the same message. */
export const sayInRoom = (
  door: Door,
  sessionId: string,
  body: { commandId: string; partyId: string; text: string; files: readonly string[] },
) =>
  call<RouteAnswer<Rooms['sayByLink']>>('POST', `${roomOf(door, sessionId)}/messages`, {
    code: door.code,
    ...body,
  })

/** One turn in a video room. */
export const callRoom = (door: Door, sessionId: string, turn: Turn) =>
  call<CallView>('POST', `${roomOf(door, sessionId)}/call`, { code: door.code, ...turn })

/** The bytes of a file of a room. */
export const roomFile = (door: Door, sessionId: string, fileId: string, size: 'full' | 'small') =>
  callForFile(`${roomOf(door, sessionId)}/files`, { code: door.code, fileId, size })

/** The wordings of an agreement, the latest first. */
export const listDrafts = (door: Door, agreementId: string) =>
  call<RouteAnswer<Rooms['listPartyDrafts']>>('POST', `${pathOf(door)}/agreements/${agreementId}`, {
    code: door.code,
  })
