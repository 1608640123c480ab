import { inScope, scopeOf } from '#server/db/scope.ts'
import { openText } from '#server/resident/text.ts'
import { Client } from './client.ts'
import { district, freshId } from './factory.ts'
import { Jar } from './jar.ts'
import type { TestServer } from './server.ts'

const params = { district }

/** A browser somewhere, with cookies of its own. */
export const browserAt = (server: TestServer, address: string) => new Jar(server.app, address)

/** The code that waits in the outbox for an ask. */
export async function textIn(server: TestServer, ask: string): Promise<string> {
  const { rows } = await server.owner.query<{ id: string; payload: object }>(
    `select id, payload from outbox where topic = 'text' and payload->>'ask' = $1`,
    [ask],
  )
  const text = await inScope(server.platform.db, scopeOf({ kind: 'system', districtId: district }), (tx) =>
    openText(
      tx,
      { district_id: district, id: rows[0]?.id ?? '', payload: rows[0]?.payload ?? {} },
      server.now,
    ),
  )
  if (!text) throw new Error('no code waits for this ask')
  return text.code
}

/** Asks for a code; the answer says how long to wait, and the test reads the message. */
export async function askFor(jar: Jar, phone: string) {
  const id = freshId()
  const answer = await jar.send('askCode', { params, body: { id, phone, language: 'zh' } })
  return { id, answer }
}

let places = 0
/** An address that nobody in these tests has asked from yet. */
export const freshAddress = () => `198.51.${(places >> 8) % 256}.${places++ % 256}`

/** Signs a browser in by the code that was sent to a number. */
export async function signInBy(server: TestServer, phone: string, jar = browserAt(server, freshAddress())) {
  const { id, answer } = await askFor(jar, phone)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const code = await textIn(server, id)
  await jar.ok('giveCode', { params, body: { id, phone, code } })
  return jar
}

/** The same as a client of the tests that try every route. */
export async function makeCaller(server: TestServer, phone: string): Promise<Client> {
  const jar = await signInBy(server, phone)
  const { app, faults, platform } = server
  const cookie = `maple-my=${jar.cookies.get('maple-my')}`
  return new Client({ app, faults, clock: platform.clock }, { cookie })
}
