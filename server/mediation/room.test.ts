import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { district, freshId } from '#test/factory.ts'
import { draftInput } from '#test/mediations.ts'
import { begunIn, doorFor, roomIn } from '#test/rooms.ts'
import { hour, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const fen = 300_000

describe('a written room', () => {
  test('lets the mediator and both sides write to each other, and keeps the words under seal', async () => {
    const one = await begunIn(server)
    const room = await roomIn(server, one)
    await room.say('请双方先说说各自的想法')
    await room.sayAs('a1', '独一无二的话甲乙丙：我要三千')
    await room.sayAs('b1', '我最多两千')
    const seen = await room.lookAs('a1')
    expect(seen.messages.map(({ no, text, isMine }) => [no, text, isMine])).toEqual([
      [1, '请双方先说说各自的想法', false],
      [2, '独一无二的话甲乙丙：我要三千', true],
      [3, '我最多两千', false],
    ])
    expect(seen).toMatchObject({ isOpen: true, mayWrite: true, mayOffer: true, before: null })
    expect(seen.parties.map(({ isMine }) => isMine)).toEqual([true, false])
    expect((await room.look()).messages).toHaveLength(3)
    for (const table of ['mediation_message', 'mediation', 'matter_action', 'matter', 'mediation_text']) {
      const { rows } = await server.owner.query(`select row_to_json(t)::text line from ${table} t`)
      for (const { line } of rows) expect(line).not.toContain('独一无二的话甲乙丙')
    }
  })

  test('says a thing once, however often it is sent, and another thing under the same id not at all', async () => {
    const one = await begunIn(server)
    const room = await roomIn(server, one)
    const commandId = freshId()
    const first = await room.sayAs('a1', '第一句', { commandId })
    expect(await room.sayAs('a1', '第一句', { commandId })).toEqual(first)
    expect(await room.sayAsNo('a1', '另一句', { commandId })).toMatchObject({ refused: 'commandReused' })
    expect(await room.sayAsNo('b1', '第一句', { commandId })).toMatchObject({ refused: 'commandReused' })
    const twin = freshId()
    const twins = await Promise.all([1, 2, 3].map(() => room.sayAs('b1', '同时', { commandId: twin })))
    expect(new Set(twins.map(({ no }) => no)).size).toBe(1)
    expect((await room.look()).messages.map(({ text }) => text)).toEqual(['第一句', '同时'])
  })

  test('numbers its messages without a gap, and shows them page by page', async () => {
    const one = await begunIn(server)
    const room = await roomIn(server, one)
    await room.door('a1')
    await Promise.all(Array.from({ length: 45 }, (_, i) => room.say(`第 ${i} 句`)))
    const last = await room.lookAs('a1')
    expect(last.messages.map(({ no }) => no)).toEqual(Array.from({ length: 40 }, (_, i) => i + 6))
    expect(last.before).toBe(6)
    const first = await room.lookAs('a1', { before: last.before })
    expect(first.messages.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5])
    expect(first.before).toBeNull()
  })

  test('is no room for another district, another matter, a manager without a part in it, or a wrong code', async () => {
    const [one, other] = [await begunIn(server), await begunIn(server)]
    const room = await roomIn(server, one)
    await room.say('只有这里的人看')
    for (const login of ['leader', 'plumclerk', 'southsorter'] as const)
      expect((await room.lookNo(login)).status, login).toBeGreaterThanOrEqual(403)
    expect(
      await server.as('mediator').no('getRoom', {
        params: { ...room.params, id: other.id },
        query: {},
      }),
    ).toMatchObject({ status: 404 })
    const { params, code } = await doorFor(server, other, 'a1')
    const sessionId = room.sessionId
    expect(
      await server.visitor.no('openPartyRoom', { params: { ...params, sessionId }, body: { code } }),
    ).toMatchObject({ status: 404, refused: 'notFound' })
    const wrong = code === '000000' ? '000001' : '000000'
    expect(
      await server.visitor.no('openPartyRoom', { params: { ...params, sessionId }, body: { code: wrong } }),
    ).toMatchObject({ refused: 'linkWrong' })
    expect(
      await server.visitor.no('openPartyRoom', {
        params: { ...params, district: district + 1, sessionId },
        body: { code },
      }),
    ).toMatchObject({ refused: 'linkGone' })
  })

  test('writes for nobody but oneself, and not for a party of the other side', async () => {
    const one = await begunIn(server)
    const room = await roomIn(server, one)
    expect(await room.sayAsNo('a1', '冒充', { partyId: one.parties['b1'] })).toMatchObject({
      refused: 'noMandate',
    })
    expect(await room.sayNo('我不是调解员', 'clerk')).toMatchObject({ status: 403 })
  })

  test('is closed once it was recorded, cancelled, or the mediation has ended; it can still be read', async () => {
    const one = await begunIn(server)
    const [held, cancelled, last] = [
      await roomIn(server, one),
      await roomIn(server, one),
      await roomIn(server, one),
    ]
    await held.sayAs('a1', '说过的话')
    await one.step('hold', {
      ...{
        sessionId: held.sessionId,
        heldAt: new Date(server.now).toISOString(),
        methods: [],
        readBack: true,
      },
      ...{ present: Object.values(one.parties), subject: '赔偿', record: '书面交换了意见' },
    })
    await held.door('b1')
    await one.step('cancel', { sessionId: cancelled.sessionId, reason: '改期' })
    await one.step('end', { reason: 'noAgreement', routes: ['court'], text: '谈不拢' })
    for (const room of [held, cancelled, last]) {
      expect(await room.sayAsNo('a1', '还想说')).toMatchObject({ status: 409, refused: 'roomClosed' })
      expect(await room.sayNo('还想说')).toMatchObject({ refused: 'roomClosed' })
    }
    expect(await held.lookAs('a1')).toMatchObject({
      ...{ isOpen: false, mayWrite: false, mayOffer: false },
      messages: [{ text: '说过的话' }],
    })
    expect(await held.offerNo('a1', 'b1', { fen, payer: 'to' })).toMatchObject({ refused: 'mediationNotNow' })
  })

  test('is over for who leaves', async () => {
    const one = await begunIn(server, 2)
    const room = await roomIn(server, one)
    const b2 = one.parties['b2']
    await one.step('leave', { partyId: b2, byId: b2, way: 'oral', witness: '李四', routes: ['court'] })
    expect(await room.lookAsNo('b2')).toMatchObject({ status: 404 })
    expect(await room.sayAsNo('b2', '我还在')).toMatchObject({ status: 404 })
    expect((await room.lookAs('b1')).parties).toHaveLength(3)
  })
})

describe('a file in a room', () => {
  test('is seen in the room, and not by its address alone by who reads the matter', async () => {
    const one = await begunIn(server)
    const room = await roomIn(server, one, { names: ['b1'], kind: 'caucus' })
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a43' } })
      .jpeg()
      .toBuffer()
    const id = freshId()
    await server.visitor.ok('uploadPublicFile', {
      ...{ params: { district, id }, query: { name: '发票.jpg' }, file: photo, mime: 'image/jpeg' },
    })
    await room.sayAs('b1', '这是发票', { files: [id] })
    expect((await room.look()).messages[0]?.files).toMatchObject([{ id, name: '发票.jpg' }])
    const params = { ...room.params, fileId: id }
    const get = (login: 'mediator' | 'clerk') => server.as(login).send('readRoomFile', { params, query: {} })
    expect((await get('mediator')).statusCode).toBe(200)
    expect((await get('clerk')).statusCode).toBe(404)
    for (const login of ['mediator', 'clerk', 'leader'] as const) {
      const direct = await server.as(login).send('readFile', { params: { id }, query: {} })
      expect(direct.statusCode).toBe(404)
      const page = await server.as(login).ok('getMatter', { params: { id: one.id } })
      expect(JSON.stringify(page)).not.toContain(id)
    }
    const { params: link, code } = await room.door('a1')
    const read = (door: { params: object; code: string }) =>
      server.visitor.send('readPartyFile', {
        params: { ...door.params, sessionId: room.sessionId },
        body: { code: door.code, fileId: id },
      })
    expect((await read(await room.door('b1'))).statusCode).toBe(200)
    expect((await read({ params: link, code })).statusCode).toBe(404)
    expect(await room.sayAsNo('b1', '同一张', { files: [id] })).toMatchObject({ refused: 'fileMissing' })
    expect(await room.sayAsNo('b1', '没有的', { files: [freshId()] })).toMatchObject({
      refused: 'fileMissing',
    })
  })
})

describe('a caucus in writing', () => {
  test('is for one side and who mediates; nobody else learns a word of it', async () => {
    const one = await begunIn(server)
    const room = await roomIn(server, one, { names: ['b1'], kind: 'caucus' })
    await room.say('您的底线是多少？')
    await room.sayAs('b1', '底线五千')
    expect((await room.look()).messages).toHaveLength(2)
    expect(await room.lookAsNo('a1')).toMatchObject({ status: 404, refused: 'notFound' })
    expect(await room.sayAsNo('a1', '偷看')).toMatchObject({ status: 404, refused: 'notFound' })
    for (const login of ['clerk', 'sorter', 'leader'] as const)
      expect((await room.lookNo(login)).status, login).toBeGreaterThanOrEqual(403)
    expect(await room.offerNo('b1', 'a1', { fen, payer: 'from' })).toMatchObject({ refused: 'offerApart' })
    const { params, code } = await room.door('a1')
    const link = await server.visitor.ok('openPartyLink', { params, body: { code } })
    expect(link.sessions).toEqual([])
    const clerk = await server.as('clerk').ok('getMatter', { params: { id: one.id } })
    expect(JSON.stringify(clerk)).not.toContain('五千')
  })
})

describe('an offer', () => {
  test('is answered by a counter-offer, which ends it, and accepted; that binds nobody', async () => {
    const one = await begunIn(server)
    const room = await roomIn(server, one)
    const first = await room.offer('a1', 'b1', { fen, payer: 'to', terms: '一次付清' })
    expect((await room.lookAs('b1')).offers).toMatchObject([
      {
        ...{ no: 1, fen, payerId: one.parties['b1'], terms: '一次付清', state: 'open' },
        may: ['accept', 'decline', 'counter'],
      },
    ])
    expect((await room.lookAs('a1')).offers[0]?.may).toEqual(['withdraw'])
    const second = await room.offer('b1', 'a1', { fen: 200_000, payer: 'from', counters: first })
    expect(await room.answerNo('b1', first, true)).toMatchObject({
      refused: 'offerOver',
      facts: { state: 'countered' },
    })
    await room.answer('a1', second, true)
    const { offers } = await room.look()
    expect(offers.map(({ state, counters }) => [state, counters])).toEqual([
      ['countered', null],
      ['accepted', 1],
    ])
    expect(await one.view()).toMatchObject({ state: 'running', agreements: [] })
    expect(await room.answerNo('a1', second, false)).toMatchObject({ refused: 'offerOver' })
  })

  test('that has expired can no longer be accepted, and nothing has to run for that', async () => {
    const one = await begunIn(server)
    const room = await roomIn(server, one)
    const expiresAt = new Date(server.now + 2 * hour).toISOString()
    const id = await room.offer('a1', 'b1', { fen, payer: 'to', expiresAt })
    await room.door('b1')
    server.pass(2 * hour)
    expect((await room.lookAs('b1')).offers[0]).toMatchObject({ state: 'expired', may: [], endedAt: null })
    expect(await room.answerNo('b1', id, true)).toMatchObject({ refused: 'offerExpired' })
    await room.offer('a1', 'b1', { fen: 250_000, payer: 'to' })
    server.pass(-2 * hour)
  })

  test('stands alone in its direction until it is withdrawn, and is answered only by whom it was made to', async () => {
    const one = await begunIn(server, 2)
    const room = await roomIn(server, one)
    const id = await room.offer('a1', 'b1', { fen, payer: 'to' })
    expect(await room.offerNo('a1', 'b1', { fen: 1, payer: 'to' })).toMatchObject({ refused: 'offerStands' })
    await room.offer('a1', 'b2', { terms: '一起把楼道灯修好' })
    expect(await room.answerNo('b2', id, true)).toMatchObject({ refused: 'noSuchOffer' })
    expect(await room.answerNo('a1', id, true)).toMatchObject({ refused: 'noSuchOffer' })
    await room.withdraw('a1', id)
    await room.offer('a1', 'b1', { fen: 280_000, payer: 'to' })
    expect((await room.look()).offers.map(({ state }) => state)).toEqual(['withdrawn', 'open', 'open'])
  })

  test('is refused where it says nothing, goes to its own side, or its expiry is wrong', async () => {
    const one = await begunIn(server, 2)
    const room = await roomIn(server, one)
    const at = (ms: number) => new Date(server.now + ms).toISOString()
    const cases: [string, object, object][] = [
      ['b1', {}, { refused: 'missingField', field: 'terms' }],
      ['b1', { fen }, { refused: 'missingField', field: 'payer' }],
      ['b1', { fen: 0, payer: 'to' }, { status: 400, field: 'fen' }],
      ['b1', { fen: 1.5, payer: 'to' }, { field: 'fen' }],
      ['b2', { terms: '同一方', toId: one.parties['a1'] }, { refused: 'offerSides' }],
      ['b1', { fen, payer: 'to', expiresAt: at(-1) }, { refused: 'expiryPassed' }],
      [
        'b1',
        { fen, payer: 'to', expiresAt: at(31 * 24 * hour) },
        { refused: 'expiryTooFar', facts: { days: 30 } },
      ],
      ['b1', { fen, payer: 'to', sessionId: freshId() }, { refused: 'noSuchRoom' }],
      ['b1', { fen, payer: 'to', counters: freshId() }, { refused: 'noSuchOffer' }],
    ]
    for (const [to, more, answer] of cases)
      expect(await room.offerNo('a1', to, more), JSON.stringify(more)).toMatchObject(answer)
    expect((await room.look()).offers).toEqual([])
  })

  test('said by word is entered by the mediator with a witness, and leaves no sum in the history', async () => {
    const one = await begunIn(server)
    const room = await roomIn(server, one)
    const { a1, b1 } = one.parties
    const offer = {
      ...{
        id: freshId(),
        sessionId: room.sessionId,
        partyId: a1,
        toId: b1,
        byId: a1,
        fen: 8_765_400,
        payer: 'to',
      },
      expiresAt: new Date(server.now + hour).toISOString(),
    }
    expect(await one.no('offer', { ...offer, way: 'oral' })).toMatchObject({ refused: 'missingField' })
    await one.step('offer', { ...offer, way: 'oral', witness: '网格员' })
    for (const table of ['mediation', 'matter_action']) {
      const { rows } = await server.owner.query(`select row_to_json(t)::text line from ${table} t`)
      for (const { line } of rows) expect(line).not.toContain('8765400')
    }
  })
})

test('the wordings of a draft are kept side by side, for who reads the agreement and nobody else', async () => {
  const one = await begunIn(server, 2)
  const draft = draftInput(one, server.now)
  await one.step('draft', draft)
  await one.step('draft', { ...draft, clauses: ['乙方赔偿甲方两千元。'] })
  const params = { id: one.id, mediationId: one.mediationId, agreementId: draft.id }
  const { versions } = await server.as('mediator').ok('listDrafts', { params, query: {} })
  expect(versions.map(({ version, terms }) => [version, terms.clauses])).toEqual([
    [2, ['乙方赔偿甲方两千元。']],
    [1, draft.clauses],
  ])
  const older = await server.as('mediator').ok('listDrafts', { params, query: { before: 2 } })
  expect(older.versions).toMatchObject([{ version: 1 }])
  expect((await server.as('leader').no('listDrafts', { params, query: {} })).status).toBeGreaterThanOrEqual(
    403,
  )
  const at = async (name: string) => {
    const { params: link, code } = await doorFor(server, one, name)
    return { params: { ...link, agreementId: draft.id }, body: { code } }
  }
  expect((await server.visitor.ok('listPartyDrafts', await at('b1'))).versions).toHaveLength(2)
  expect(await server.visitor.no('listPartyDrafts', await at('b2'))).toMatchObject({ status: 404 })
})
