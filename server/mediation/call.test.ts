import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tidy } from '#server/jobs/rounds.ts'
import { iceServers, readIce } from '#server/mediation/ice.ts'
import { freshId, type Login } from '#test/factory.ts'
import type { Case } from '#test/mediations.ts'
import { begunIn, doorFor } from '#test/rooms.ts'
import { hour, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({
    ice: { stun: ['stun:192.0.2.1:3478'], turn: [], turnSecret: undefined },
  })
})
afterAll(() => server.close())

let turns = 0
async function videoIn(one: Case, names = Object.keys(one.parties), kind: 'joint' | 'caucus' = 'joint') {
  const sessionId = freshId()
  turns += 1
  await one.step('schedule', {
    ...{ id: sessionId, kind, way: 'video', minutes: 30 },
    startsAt: new Date(server.now + turns * 2 * hour).toISOString(),
    partyIds: names.map((name) => one.parties[name]),
  })
  const params = { id: one.id, mediationId: one.mediationId, sessionId }
  return {
    sessionId,
    staff: (body: object, login: Login = 'mediator') => server.as(login).ok('callRoom', { params, body }),
    staffNo: (body: object, login: Login = 'mediator') => server.as(login).no('callRoom', { params, body }),
    by: async (name: string) => {
      const door = await doorFor(server, one, name)
      const given = (body: object) => ({
        params: { ...door.params, sessionId },
        body: { code: door.code, ...body },
      })
      return {
        turn: (body: object) => server.visitor.ok('callByLink', given(body)),
        no: (body: object) => server.visitor.no('callByLink', given(body)),
      }
    },
  }
}

describe('a video room', () => {
  test('lets those in it find each other: each signal arrives until it was taken, once, and sealed meanwhile', async () => {
    const one = await begunIn(server)
    const room = await videoIn(one)
    const [desk, phone] = [freshId(), freshId()]
    expect(await room.staff({ peerId: desk })).toMatchObject({
      peers: [],
      ice: [{ urls: ['stun:192.0.2.1:3478'] }],
    })
    const b1 = await room.by('b1')
    const seen = await b1.turn({ peerId: phone })
    expect(seen.peers).toMatchObject([{ peerId: desk, isMediator: true }])
    const signal = { id: freshId(), to: desk, data: JSON.stringify({ candidate: '203.0.113.7' }) }
    await b1.turn({ peerId: phone, signals: [signal] })
    await b1.turn({ peerId: phone, signals: [signal] })
    const { rows } = await server.owner.query('select row_to_json(s)::text line from mediation_signal s')
    expect(rows).toHaveLength(1)
    expect(rows[0].line).not.toContain('203.0.113.7')
    const first = await room.staff({ peerId: desk })
    expect(first.signals).toMatchObject([{ from: phone, data: signal.data }])
    expect((await room.staff({ peerId: desk })).signals).toEqual(first.signals)
    const after = first.signals[0]?.no
    expect((await room.staff({ peerId: desk, after })).signals).toEqual([])
    expect((await server.owner.query('select 1 from mediation_signal')).rowCount).toBe(0)
    expect(first.peers).toMatchObject([{ peerId: phone, isMediator: false, name: expect.any(String) }])
  })

  test('forgets who leaves at once, and who falls silent after a while', async () => {
    const one = await begunIn(server)
    const room = await videoIn(one)
    const [desk, phone] = [freshId(), freshId()]
    const b1 = await room.by('b1')
    await b1.turn({ peerId: phone })
    expect((await room.staff({ peerId: desk })).peers).toHaveLength(1)
    await b1.turn({ peerId: phone, leaves: true })
    expect((await room.staff({ peerId: desk })).peers).toEqual([])
    await b1.turn({ peerId: phone })
    await room.staff({ peerId: desk, signals: [{ id: freshId(), to: phone, data: 'x' }] })
    server.pass(13_000)
    expect((await room.staff({ peerId: desk })).peers).toEqual([])
    server.pass(600_000)
    await tidy(server.platform)
    for (const table of ['mediation_peer', 'mediation_signal'])
      expect((await server.owner.query(`select from ${table}`)).rowCount, table).toBe(0)
    server.pass(-613_000)
  })

  test('holds four, and nobody takes the place of another', async () => {
    const one = await begunIn(server)
    const room = await videoIn(one)
    const ids = [freshId(), freshId(), freshId(), freshId()]
    for (const peerId of ids) await room.staff({ peerId })
    const b1 = await room.by('b1')
    expect(await b1.no({ peerId: freshId() })).toMatchObject({ refused: 'callFull', facts: { count: 4 } })
    expect(await b1.no({ peerId: ids[0] })).toMatchObject({ refused: 'commandReused' })
    await room.staff({ peerId: ids[0], leaves: true })
    expect((await b1.turn({ peerId: freshId() })).peers).toHaveLength(3)
  })

  test('is closed to the other side of a caucus, to who does not mediate, to another matter, and once it is over', async () => {
    const one = await begunIn(server)
    const caucus = await videoIn(one, ['b1'], 'caucus')
    const peerId = freshId()
    expect(await (await caucus.by('a1')).no({ peerId })).toMatchObject({ status: 404 })
    for (const login of ['clerk', 'leader', 'plumclerk'] as const)
      expect((await caucus.staffNo({ peerId }, login)).status, login).toBeGreaterThanOrEqual(403)
    const other = await begunIn(server)
    const door = await doorFor(server, other, 'b1')
    expect(
      await server.visitor.no('callByLink', {
        params: { ...door.params, sessionId: caucus.sessionId },
        body: { code: door.code, peerId },
      }),
    ).toMatchObject({ status: 404 })
    const b1 = await caucus.by('b1')
    await b1.turn({ peerId })
    await one.step('cancel', { sessionId: caucus.sessionId, reason: '改期' })
    expect(await b1.no({ peerId })).toMatchObject({ status: 409, refused: 'roomClosed' })
    await b1.turn({ peerId, leaves: true })
  })
})

describe('STUN and TURN', () => {
  test('are nothing unless they are set, and said wrong they are named at the start', () => {
    const problems: string[] = []
    expect(iceServers(readIce({}, problems), 'p', 0)).toEqual([])
    expect(problems).toEqual([])
    readIce({ MAPLE_STUN: 'https://a.test', MAPLE_TURN: 'turn:b.test' }, problems)
    expect(problems).toHaveLength(2)
  })

  test('a name for TURN ends by itself and is signed with the secret of the server', () => {
    const ice = readIce(
      { MAPLE_TURN: 'turn:a.test:3478, turns:a.test:5349', MAPLE_TURN_SECRET: 'secret' },
      [],
    )
    const [entry] = iceServers(ice, 'peer', 1_000_000)
    expect(entry).toEqual({
      urls: ['turn:a.test:3478', 'turns:a.test:5349'],
      username: '15400:peer',
      credential: createHmac('sha1', 'secret').update('15400:peer').digest('base64'),
    })
  })
})
