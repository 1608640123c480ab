import type { callerRoutes } from '#contract/resident.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Call, Functions } from '../http/bind.ts'
import { moveAs } from '../public/commands.ts'
import { sendTrackedFile, trackingOf } from '../public/queries.ts'
import { askCode, findDoor, giveCode, leave, leaveEverywhere } from './door.ts'
import { listOwn, openVoice } from './queries.ts'

async function openOwn({ tx, actor, params, now }: Call<typeof callerRoutes.openOwn>) {
  const resident = await openVoice(tx, actor, params.id)
  return isRefusal(resident) ? resident : trackingOf(tx, resident, now)
}

async function readOwnFile({
  tx,
  actor,
  params,
  body,
  platform,
  reply,
}: Call<typeof callerRoutes.readOwnFile>) {
  const resident = await openVoice(tx, actor, params.id)
  return isRefusal(resident) ? resident : sendTrackedFile(tx, resident, body, platform, reply)
}

async function moveOwn({ tx, actor, params, body, now }: Call<typeof callerRoutes.moveOwn>) {
  const resident = await openVoice(tx, actor, params.id)
  return isRefusal(resident) ? resident : moveAs(tx, resident, body, now)
}

export const callerFunctions: Functions<typeof callerRoutes> = {
  findDoor,
  askCode,
  giveCode,
  listOwn,
  openOwn,
  readOwnFile,
  moveOwn,
  leave,
  leaveEverywhere,
}
