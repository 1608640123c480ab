import { Client } from './client.ts'
import { freshId } from './factory.ts'
import type { TestServer } from './server.ts'

let made = 0
/** An order number that nobody used yet. */
export const freshNo = () => `GD${String(++made).padStart(8, '0')}`

export const orderBody = (more: object = {}) => ({
  words: '小区门口的路灯不亮，晚上走路不安全。',
  place: { text: '柳岸新村门口' },
  submittedAt: '2026-11-20T10:11:12+08:00',
  ...more,
})

/** What an administrator fills in for another system that speaks for North Bridge. */
export const partnerBody = (server: TestServer, more: object = {}) => ({
  ...{ commandId: freshId(), id: freshId(), name: '市 12345 平台', channel: 'hotline' },
  ...{ unitId: server.town.units.north.id, scopes: ['orders.write', 'orders.read'] },
  ...{ validFrom: '2026-11-01', validTo: null },
  ...more,
})

export type Partner = { id: string; keyId: string; key: string; client: Client }

/** Another system with a key, both made by an administrator through HTTP. */
export async function makePartner(server: TestServer, more: object = {}): Promise<Partner> {
  const { id } = await server.as('admin').ok('addPartner', { body: partnerBody(server, more) })
  return { id, ...(await makeKey(server, id)) }
}

/** One more key of a partner. */
export async function makeKey(server: TestServer, id: string): Promise<Omit<Partner, 'id'>> {
  const keyId = freshId()
  const body = { commandId: freshId(), keyId }
  const { key } = await server.as('admin').ok('addPartnerKey', { params: { id }, body })
  return { keyId, key: key ?? '', client: withKey(server, key ?? '') }
}

/** Speaks with a key, whatever it is. */
export function withKey(server: TestServer, key: string): Client {
  const { app, faults, platform } = server
  return new Client({ app, faults, clock: platform.clock }, { key })
}
