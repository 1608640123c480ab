import type { Answer } from './client.ts'
import { freshId, type Login, type UnitKey } from './factory.ts'
import type { TestServer } from './server.ts'

/** What somebody says at a desk, as the form sends it. */
export function toldBody(server: TestServer, place: UnitKey, more: object = {}) {
  const words = '三楼楼道的灯坏了一个星期，老人上下楼很危险。'
  const input = { channel: 'desk', words, placeUnitId: server.town.units[place].id, ...more }
  return { id: freshId(), appealId: freshId(), commandId: freshId(), input }
}

/** Registers it. Out: the answer and the ids. */
export async function register(
  server: TestServer,
  login: Login,
  place: UnitKey,
  more: object = {},
): Promise<Answer<'receiveMatter'> & { appealId: string }> {
  const body = toldBody(server, place, more)
  return { ...(await server.as(login).ok('receiveMatter', { body })), appealId: body.appealId }
}
