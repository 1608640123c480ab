import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusesOf } from '#test/client.ts'
import { district, freshId } from '#test/factory.ts'
import { type Appeal, bring, matterIn, report } from '#test/matters.ts'
import { hour, startServer, type TestServer } from '#test/server.ts'
import { answering, askAbout, standsIn } from '#test/subjects.ts'
import { sealRound } from '../audit/jobs.ts'
import { verifyLogs } from '../audit/verify.ts'
import { nameIndexes } from '../search/person-names.ts'
import { blindIndex } from '../secrets.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const params = { district }
const erase = { kind: 'erase', ground: 'achieved', words: '事情办完了' }
const ask = (appeal: Appeal, wish: object) => askAbout(server, appeal, wish)
const phoneIs = (value: string) => ({ kind: 'correct', field: 'phone', value })

const see = ({ queryCode }: Appeal) => server.visitor.ok('seeSubject', { params, body: { queryCode } })
const verify = async () => {
  await sealRound(server.platform)
  const found: unknown[] = []
  await verifyLogs(server.url, { witnesses: [] }, (finding) => found.push(finding))
  return found
}

describe('a correction', () => {
  test('of a number is written in with its look-ups, also into the party that the voice is', async () => {
    const made = await report(server, { phone: '19900005501' })
    const clerk = server.as('clerk')
    await clerk.move(made.id, 'accept', {})
    const party = { side: 'a', kind: 'person', role: 'concerned', appealId: made.appealId } as const
    await clerk.move(made.id, 'addParty', party)
    const id = await ask(made, phoneIs('199-0000-5502'))
    const page = await clerk.ok('getSubject', { params: { id } })
    expect(page).toMatchObject({ value: '199****5502', outcomes: ['granted', 'refused'], hasSecret: true })
    const opened = await clerk.ok('revealSubject', {
      params: { id },
      body: { commandId: freshId(), purpose: '核实本人' },
    })
    expect(opened).toMatchObject({ phone: '19900005501', value: '19900005502' })
    expect(await clerk.no('answerSubject', answering(id, { checked: null }))).toMatchObject({
      refused: 'checkFirst',
    })
    expect(await clerk.no('answerSubject', answering(id, { checked: 'signedIn' }))).toMatchObject({
      refused: 'checkFirst',
    })
    expect(await clerk.ok('answerSubject', answering(id))).toMatchObject({ state: 'granted', outcomes: [] })
    const { rows } = await server.owner.query(
      `select a.phone_index voice, p.phone_index party, p.version from appeal a join party p on p.appeal_id = a.id where a.id = $1`,
      [made.appealId],
    )
    const index = blindIndex('19900005502', 'phone')
    expect(rows[0]).toMatchObject({ voice: index, party: index, version: 2 })
    const story = (await clerk.ok('getMatter', { params: { id: made.id } })).actionLog.at(-1)
    expect(story).toMatchObject({
      verb: 'settleSubject',
      payload: { kind: 'correct', field: 'phone', outcome: 'granted' },
    })
    expect(JSON.stringify(story)).not.toMatch(/[0*]5502\b/)
    expect((await see(made)).requests[0]).toMatchObject({ state: 'granted', answer: '已按您的请求办理' })
  })

  test('of what was said changes nothing that was said, and stands beside it', async () => {
    const made = await report(server)
    const id = await ask(made, { kind: 'correct', field: 'words', value: '是四楼，不是三楼' })
    expect(await server.as('clerk').no('answerSubject', answering(id))).toMatchObject({
      refused: 'outcomeNotNow',
    })
    await server.as('clerk').ok('answerSubject', answering(id, { outcome: 'partly' }))
    const page = await server.as('clerk').ok('getMatter', { params: { id: made.id } })
    expect(page.actionLog.at(-1)?.payload).toMatchObject({ addendum: '是四楼，不是三楼' })
    expect(page.voices[0]?.words).toContain('三楼')
  })
})

describe('an answer', () => {
  test('is given once, and sent twice or at once it is one', async () => {
    const id = await ask(await report(server), { kind: 'explain', words: '谁看过？' })
    const answer = answering(id, { checked: null })
    const twins = await Promise.all([1, 2, 3].map(() => server.as('clerk').send('answerSubject', answer)))
    expect(statusesOf(twins)).toEqual([200, 200, 200])
    const other = { ...answer, body: { ...answer.body, outcome: 'refused' } }
    expect(await server.as('clerk').no('answerSubject', other)).toMatchObject({ refused: 'commandReused' })
    expect(await server.as('clerk').no('answerSubject', answering(id))).toMatchObject({
      refused: 'subjectAnswered',
    })
  })

  test('is for the centre of the matter, and for nobody out of reach', async () => {
    const id = await ask(await report(server), { kind: 'explain', words: '谁看过？' })
    expect(await server.as('plumclerk').no('answerSubject', answering(id))).toMatchObject({
      refused: 'notFound',
    })
    expect(await server.as('housing').no('answerSubject', answering(id))).toMatchObject({
      refused: 'notYours',
    })
    expect(await server.as('leader').no('answerSubject', answering(id))).toMatchObject({
      refused: 'notYours',
    })
    const reveal = { params: { id }, body: { commandId: freshId(), purpose: '看看' } }
    expect(await server.as('leader').no('revealSubject', reveal)).toMatchObject({ refused: 'notYours' })
  })

  test('cannot be written as a move past the request', async () => {
    const { id } = await report(server)
    expect(await server.as('clerk').moveNo(id, 'settleSubject', {})).toMatchObject({ refused: 'notYours' })
  })
})

describe('an erasure', () => {
  test('waits for the end of the matter and for a fresh proof of who decides', async () => {
    const made = await matterIn(server, 'handling')
    const id = await ask(made, erase)
    expect((await server.as('clerk').ok('getSubject', { params: { id } })).outcomes).toEqual(['refused'])
    expect(await server.as('clerk').no('answerSubject', answering(id))).toMatchObject({
      refused: 'outcomeNotNow',
    })
    await bring(server, made.id, 'closed')
    server.pass(hour / 4)
    expect(await server.as('clerk').no('answerSubject', answering(id))).toMatchObject({
      refused: 'proveFirst',
    })
    expect((await see(made)).name, 'nothing was done').toBe('林**')
  })

  test('takes name, number, words and photographs out of every table; the stub, the code and the chains hold', async () => {
    const [name, phone] = ['欧阳望舒', '19900005577']
    const words = '三十七号院门口的石狮子被撞歪了，我叫欧阳望舒，请修好。'
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#333' } })
      .jpeg()
      .toBuffer()
    const upload = { params: { district, id: freshId() }, query: { name: '石狮子.jpg' }, file: photo }
    const { id: fileId } = await server.visitor.ok('uploadPublicFile', upload)
    const made = await matterIn(server, 'received', { name, phone, words, files: [fileId] })
    const clerk = server.as('clerk')
    const party = { side: 'a', kind: 'person', role: 'concerned', appealId: made.appealId } as const
    await clerk.move(made.id, 'addParty', party)
    await bring(server, made.id, 'closed')
    const first = await ask(made, { kind: 'correct', field: 'words', value: '石狮子在三十八号' })
    await clerk.ok('answerSubject', answering(first, { outcome: 'partly' }))
    const names = nameIndexes(name)
    const indexes = [blindIndex(phone, 'phone'), names.name, names.pinyin].map(
      (index) => index?.toString('hex') ?? '',
    )
    const needles = [name, phone, '石狮子', ...indexes]
    expect(await standsIn(server, needles)).toEqual([
      'appeal',
      'attachment',
      'matter',
      'matter_action',
      'matter_text',
      'party',
    ])

    const id = await ask(made, erase)
    server.pass(hour)
    const done = await clerk.ok('answerSubject', answering(id, { takesWords: true }))
    expect(done).toMatchObject({ state: 'granted', tookWords: true, words: null, hasSecret: false })
    expect(await standsIn(server, needles)).toEqual([])
    const { rows } = await server.owner.query(
      `select a.name_sealed, a.phone_sealed, a.erased_at is not null erased, (select count(*)::int from party where matter_id = $2) parties,
        (select count(*)::int from party_version) versions, (select count(*)::int from subject_request r
          where r.appeal_id = a.id and said_sealed is not null) said, m.has_contact
        from appeal a join matter m on m.id = a.matter_id where a.id = $1`,
      [made.appealId, made.id],
    )
    expect(rows[0]).toMatchObject({
      ...{ name_sealed: null, phone_sealed: null, erased: true, parties: 0, said: 0, has_contact: false },
    })
    const page = await clerk.ok('getMatter', { params: { id: made.id } })
    expect(page.actionLog.at(-1)).toMatchObject({
      verb: 'settleSubject',
      payload: { kind: 'erase', outcome: 'granted' },
    })
    expect(page.actionLog[0]).toMatchObject({ verb: 'receive', payload: {} })
    expect(page.voices[0]).toMatchObject({ words: '', hasContact: false, mayReveal: false })
    const tracked = await server.visitor.ok('track', { params, body: { queryCode: made.queryCode } })
    expect(tracked).toMatchObject({ number: made.number, state: 'closed', words: '' })
    expect(await see(made)).toMatchObject({ name: null, phone: null, words: '', may: ['explain'] })
    expect(await verify()).toEqual([])
    const { rows: found } = await clerk.ok('listMatters', { query: { box: 'closed', q: '石狮子' } })
    expect(found).toEqual([])
  })

  test('without the words leaves what was handled as it was said', async () => {
    const made = await matterIn(server, 'closed', { name: '司马临江', phone: '19900005578' })
    const id = await ask(made, erase)
    server.pass(hour)
    await server.as('clerk').ok('answerSubject', answering(id))
    expect(await see(made)).toMatchObject({ name: null, phone: null, words: expect.stringContaining('三楼') })
    expect(await verify()).toEqual([])
  })

  test('of a file in the archive is a lock that nothing reads', async () => {
    const made = await matterIn(server, 'closed', { name: '司马临江', phone: '19900005579' })
    await server.as('clerk').move(made.id, 'archive', { retention: 'long' })
    const id = await ask(made, erase)
    expect((await server.as('clerk').ok('getSubject', { params: { id } })).outcomes).toEqual([
      'partly',
      'refused',
    ])
    server.pass(hour)
    await server.as('clerk').ok('answerSubject', answering(id, { outcome: 'partly' }))
    const reveal = { commandId: freshId(), appealId: made.appealId, purpose: '联系' }
    expect(
      await server.as('clerk').ok('revealContact', { params: { id: made.id }, body: reveal }),
    ).toMatchObject({
      ...{ name: null, phone: null },
    })
    expect(
      await standsIn(server, ['司马临江', '19900005579', blindIndex('19900005579', 'phone').toString('hex')]),
    ).toEqual([])
    const { rows } = await server.owner.query(
      'select count(*)::int n from subject_hold where appeal_id = $1',
      [made.appealId],
    )
    expect(rows[0].n).toBe(1)
  })

  test('cannot be had past an answer, by the owner of the tables either', async () => {
    const made = await matterIn(server, 'closed', {})
    const id = await ask(made, erase)
    const run = () => server.owner.query(`select erase_subject($1, $2, '', now()) done`, [district, id])
    expect((await run()).rows[0].done).toBe(false)
    await expect(
      server.owner.query(`update matter_action set payload = '{}' where matter_id = $1`, [made.id]),
    ).rejects.toThrow(/append-only/)
    await expect(server.owner.query('delete from subject_action')).rejects.toThrow(/append-only/)
  })
})
