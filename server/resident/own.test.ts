import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { harmWords, isShownByPhone } from '#domain/resident/shown.ts'
import { browserAt, freshAddress, signInBy } from '#test/callers.ts'
import { register } from '#test/desk.ts'
import { district, freshId } from '#test/factory.ts'
import type { Jar } from '#test/jar.ts'
import { appealBody, bring, matterIn, report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const params = { district }
let numbers = 0
const freshPhone = () => `1990002${String(++numbers).padStart(4, '0')}`
const list = async (jar: Jar, query: object = {}) => jar.ok('listOwn', { params, query })
const idsOf = async (jar: Jar) => (await list(jar)).rows.map((row) => row.id)
const open = (jar: Jar, id: string) => jar.send('openOwn', { params: { district, id } })
const move = (jar: Jar, id: string, verb: string, input: object, commandId = freshId()) =>
  jar.send('moveOwn', { params: { district, id }, body: { commandId, verb, input } })

describe('the list', () => {
  test('has what the number gave in the district, newest first, by pages without a gap', async () => {
    const phone = freshPhone()
    const sent: string[] = []
    for (let i = 0; i < 7; i++) {
      server.pass(60_000)
      sent.unshift((await report(server, { phone, words: `第 ${i} 件：灯坏了` })).appealId)
    }
    await report(server, { phone: freshPhone() })
    // two at the same instant are told apart by their ids
    const twins = [await report(server, { phone }), await report(server, { phone })]
    sent.unshift(...twins.map((one) => one.appealId).toSorted((a, b) => (a < b ? 1 : -1)))
    const jar = await signInBy(server, phone)
    expect(await idsOf(jar)).toEqual(sent)
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await list(jar, { limit: '2', ...(cursor ? { cursor } : {}) })
      expect(page.rows.length).toBeLessThanOrEqual(2)
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual(sent)
    const other = await jar.send('listOwn', { params, query: { cursor: 'bm9uZQ' } })
    expect([other.statusCode, other.json().field]).toEqual([400, 'cursor'])
  })

  test('says whose turn it is, until when, and what is asked of me', async () => {
    const phone = freshPhone()
    const asked = await matterIn(server, 'accepted', { phone })
    await server.as('clerk').move(asked.id, 'ask', { question: '几楼？' })
    const revisiting = await matterIn(server, 'revisiting', { phone })
    const closed = await matterIn(server, 'closed', { phone })
    const jar = await signInBy(server, phone)
    const { rows } = await list(jar)
    const row = (appealId: string) => rows.find((one) => one.id === appealId)
    expect(row(asked.appealId)).toMatchObject({
      ...{ state: 'accepted', asked: 'answer', holderName: '柳岸社区', number: asked.number },
    })
    expect(row(asked.appealId)?.dueAt).toEqual(expect.any(String))
    expect(row(revisiting.appealId)).toMatchObject({ state: 'revisiting', asked: 'rate', rating: null })
    expect(row(closed.appealId)).toMatchObject({ state: 'closed', closureKind: 'resolved', asked: null })
    // the same as on the page that the query code opens
    for (const one of [asked, revisiting, closed]) {
      const { queryCode } = one
      const page = await server.visitor.ok('track', { params, body: { queryCode } })
      const { number, title, state, dueAt, holderName, submittedAt } = page
      expect(row(one.appealId)).toMatchObject({ number, title, state, dueAt, holderName, submittedAt })
    }
    expect((await move(jar, closed.appealId, 'askReopen', { reason: '又坏了' })).statusCode).toBe(200)
    expect(
      (await move(jar, revisiting.appealId, 'rate', { solved: false, satisfied: 'basically' })).statusCode,
    ).toBe(200)
    const later = (await list(jar)).rows
    expect(later.find((one) => one.id === closed.appealId)?.isReopenAsked).toBe(true)
    expect(later.find((one) => one.id === revisiting.appealId)).toMatchObject({
      asked: null,
      rating: { solved: false },
    })
  })

  test('shows its own first words, not the title that another voice gave the matter', async () => {
    const [mine, theirs] = [freshPhone(), freshPhone()]
    const first = await report(server, { phone: theirs, words: '张家的灯坏了' })
    const second = await report(server, { phone: mine, words: '我家门口的灯也坏了' })
    await server.as('clerk').move(second.id, 'merge', { intoId: first.id, reason: '同一盏灯' })
    const { rows } = await list(await signInBy(server, mine))
    expect(rows).toMatchObject([{ number: first.number, title: '我家门口的灯也坏了' }])
    expect(JSON.stringify(rows)).not.toContain('张家')
  })
})

describe('an appeal that somebody else lodged', () => {
  test('is listed where the number is the caller’s own: at the desk, or for whom an agent spoke', async () => {
    const [caller, agent, other] = [freshPhone(), freshPhone(), freshPhone()]
    const desk = await register(server, 'desk', 'willow', { name: '林小满', phone: caller })
    const { id, appealId } = await report(server, { phone: agent, words: '老人腿脚不便，我代他说' })
    const clerk = server.as('clerk')
    const party = { kind: 'person', side: 'a' } as const
    await clerk.move(id, 'addParty', { ...party, role: 'applicant', name: '林老伯', phone: caller })
    const { rows } = await clerk.ok('listParties', { params: { id }, query: {} })
    const actsFor = rows.map((row) => row.id)
    await clerk.move(id, 'addParty', { ...party, role: 'agent', appealId, name: '小林', actsFor })
    await clerk.move(id, 'addParty', { ...party, side: 'b', role: 'respondent', name: '周', phone: other })
    const [byCaller, byAgent, byOther] = [
      await signInBy(server, caller),
      await signInBy(server, agent),
      await signInBy(server, other),
    ]
    expect(new Set(await idsOf(byCaller))).toEqual(new Set([desk.appealId, appealId]))
    expect(await idsOf(byAgent)).toEqual([appealId])
    expect(await idsOf(byOther), 'the other side').toEqual([])
    expect((await open(byCaller, appealId)).statusCode).toBe(200)
    expect((await open(byOther, appealId)).statusCode).toBe(404)
    // whoever wants to stay unknown, or is no party any more, is not found by the number
    const [first] = actsFor
    await clerk.move(id, 'editParty', { partyId: first ?? '', isConfidential: true })
    expect(await idsOf(byCaller)).toEqual([desk.appealId])
    expect((await open(byCaller, appealId)).statusCode).toBe(404)
  })

  test('is not a ward’s or a witness’s', async () => {
    const [ward, witness] = [freshPhone(), freshPhone()]
    const { id, appealId } = await report(server, { phone: freshPhone() })
    const clerk = server.as('clerk')
    const party = { kind: 'person', side: 'a' } as const
    const child = { ...party, role: 'applicant', capacity: 'minor', name: '小林', phone: ward } as const
    await clerk.move(id, 'addParty', child)
    const { rows } = await clerk.ok('listParties', { params: { id }, query: {} })
    const actsFor = rows.map((row) => row.id)
    await clerk.move(id, 'addParty', { ...party, role: 'guardian', appealId, name: '大林', actsFor })
    await clerk.move(id, 'addParty', { ...party, side: 'third', role: 'witness', name: '证', phone: witness })
    for (const phone of [ward, witness]) expect(await idsOf(await signInBy(server, phone))).toEqual([])
  })
})

describe('what is not shown by telephone', () => {
  test('is neither listed nor opened, in SQL as in the rule, and its query code still opens it', async () => {
    const phone = freshPhone()
    const shown = await report(server, { phone })
    const jar = await signInBy(server, phone)
    const hidden = [
      await report(server, { phone, isConfidential: true }),
      ...(await Promise.all(
        harmWords.slice(0, 4).map((word) => report(server, { phone, words: `他${word}，求助` })),
      )),
      await report(server, { phone, words: 'He BEATS ME' }),
    ]
    const desk = await register(server, 'desk', 'willow', { name: '林', phone, kind: 'report' })
    const sensitive = await report(server, { phone })
    await server.owner.query('update matter set sensitive = true where id = $1', [sensitive.id])
    const renamed = await report(server, { phone, words: '他昨晚又动手了' })
    await server.as('clerk').move(renamed.id, 'correct', { title: '家庭暴力求助', reason: '写明' })
    const nameless = await report(server, { phone })
    await server.owner.query('update appeal set is_anonymous = true where id = $1', [nameless.appealId])
    expect(await idsOf(jar)).toEqual([shown.appealId])
    for (const { appealId } of [...hidden, desk, sensitive, renamed, nameless]) {
      const response = await open(jar, appealId)
      expect([response.statusCode, response.json().refused]).toEqual([404, 'notFound'])
    }
    for (const { queryCode } of [...hidden, nameless])
      await server.visitor.ok('track', { params, body: { queryCode } })
    // the twins agree on every word
    const { rows } = await server.owner.query<{ words: string; shown: boolean }>(
      `select w words, lower(w) !~ $2 shown from unnest($1::text[]) w`,
      [[...harmWords, '楼道灯坏了', '打孔太吵'], harmWords.join('|')],
    )
    for (const row of rows) {
      const voice = { isAnonymous: false, isConfidential: false, words: row.words }
      expect(row.shown, row.words).toBe(
        isShownByPhone({ matter: { kind: 'request', sensitive: false, title: '' }, voice }),
      )
    }
  })

  test('stays closed by the second lock too: a sensitive matter is not read though it is asked for by name', async () => {
    const { id } = await report(server)
    const seen = async () => {
      const client = await server.pool.connect()
      await client.query(
        `begin; set local role maple_app; set local app.district = '${district}'; set local app.matters = '${id}'`,
      )
      const { rowCount } = await client.query('select from matter where id = $1', [id])
      const { rowCount: all } = await client.query('select from matter')
      await client.query('rollback')
      client.release()
      return [rowCount, all]
    }
    expect(await seen()).toEqual([1, 1])
    await server.owner.query('update matter set sensitive = true where id = $1', [id])
    expect(await seen()).toEqual([0, 0])
  })
})

describe('one of mine', () => {
  test('is the page that its query code opens, and takes the same moves, once each', async () => {
    const phone = freshPhone()
    const fileId = freshId()
    const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#383' } })
      .jpeg()
      .toBuffer()
    const upload = { params: { district, id: fileId }, query: { name: 'a.jpg' }, file: picture }
    await server.visitor.ok('uploadPublicFile', upload)
    const { id, appealId, queryCode } = await report(server, { phone, files: [fileId] })
    const jar = await signInBy(server, phone)
    const track = () => server.visitor.ok('track', { params, body: { queryCode } })
    expect((await open(jar, appealId)).json()).toEqual(await track())
    const given = { params: { district, id: appealId }, body: { fileId, size: 'small' as const } }
    const file = await jar.send('readOwnFile', given)
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'image/jpeg'])
    await bring(server, id, 'accepted')
    await server.as('clerk').move(id, 'ask', { question: '几楼？' })
    const commandId = freshId()
    const answers = await Promise.all(
      [1, 2].map(() => move(jar, appealId, 'answer', { text: '三楼' }, commandId)),
    )
    expect(answers.map((one) => one.statusCode)).toEqual([200, 200])
    expect((await move(jar, appealId, 'answer', { text: '三楼' })).json()).toMatchObject({
      refused: 'noQuestion',
    })
    await bring(server, id, 'revisiting')
    const happy = { solved: true, satisfied: 'satisfied', words: '谢谢' }
    expect((await move(jar, appealId, 'rate', happy)).statusCode).toBe(200)
    expect((await move(jar, appealId, 'rate', happy)).json()).toMatchObject({ refused: 'alreadyRated' })
    const end = await track()
    expect(end).toMatchObject({ state: 'closed', rating: { solved: true } })
    expect((await open(jar, appealId)).json()).toEqual(end)
    expect(end.steps.filter((step) => step.byMe).map((step) => step.verb)).toEqual([
      'receive',
      'answer',
      'rate',
    ])
  })

  test('is not another’s: to anybody else it is as if it did not exist, whatever is tried', async () => {
    const fileId = freshId()
    const { appealId, id } = await report(server, { phone: freshPhone() })
    const stranger = await signInBy(server, freshPhone())
    const nobody = browserAt(server, freshAddress())
    const tries = (jar: Jar, wanted: string) =>
      Promise.all([
        open(jar, wanted),
        jar.send('readOwnFile', { params: { district, id: wanted }, body: { fileId } }),
        move(jar, wanted, 'withdraw', { reason: '不要了' }),
      ])
    for (const wanted of [appealId, id, freshId()]) {
      for (const response of await tries(stranger, wanted))
        expect([response.statusCode, response.json().refused]).toEqual([404, 'notFound'])
      for (const response of await tries(nobody, wanted))
        expect([response.statusCode, response.json().refused]).toEqual([401, 'phoneFirst'])
    }
    const { rows } = await server.owner.query('select state from matter where id = $1', [id])
    expect(rows).toEqual([{ state: 'received' }])
  })

  test('is gone from the number when the desk corrects whose number it was', async () => {
    const phone = freshPhone()
    const body = appealBody(server.town, { phone })
    await server.visitor.ok('sendAppeal', { params, body })
    const jar = await signInBy(server, phone)
    expect(await idsOf(jar)).toEqual([body.id])
    await server.owner.query('update appeal set phone_index = null, phone_sealed = null where id = $1', [
      body.id,
    ])
    expect(await idsOf(jar)).toEqual([])
    expect((await open(jar, body.id)).statusCode).toBe(404)
  })
})
