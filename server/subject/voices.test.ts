import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { district, freshId } from '#test/factory.ts'
import { type Appeal, bring, matterIn, report } from '#test/matters.ts'
import { hour, startServer, type TestServer } from '#test/server.ts'
import { answering, askAbout, standsIn } from '#test/subjects.ts'
import { sealRound } from '../audit/jobs.ts'
import { verifyLogs } from '../audit/verify.ts'
import { blindIndex } from '../secrets.ts'

// Several people spoke of one thing, and one of them asks.

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const params = { district }
const erase = { kind: 'erase', ground: 'achieved', words: '事情办完了' }
const see = ({ queryCode }: Appeal) => server.visitor.ok('seeSubject', { params, body: { queryCode } })
const track = ({ queryCode }: Appeal) => server.visitor.ok('track', { params, body: { queryCode } })
const verify = async () => {
  await sealRound(server.platform)
  const found: unknown[] = []
  await verifyLogs(server.url, { witnesses: [] }, (finding) => found.push(finding))
  return found
}

type Person = { name: string; phone: string; words: string; thing: string }
const first = (n: number): Person => ({
  ...{ name: '欧阳望舒', phone: `1990000610${n}` },
  ...{ thing: `石狮子${n}`, words: `院门口的石狮子${n}被撞歪了，请扶一扶。` },
})
const second = (n: number): Person => ({
  ...{ name: '司马临江', phone: `1990000620${n}` },
  ...{ thing: `铜香炉${n}`, words: `院门口的铜香炉${n}被撞翻了，灰撒了一地。` },
})

/** What of a person must not stand anywhere once it is erased: the number, also as it is looked up, and what was said. */
const needlesOf = ({ phone, thing }: Person) => [phone, thing, blindIndex(phone, 'phone').toString('hex')]

async function photographed(person: Person): Promise<object> {
  const file = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#333' } })
    .jpeg()
    .toBuffer()
  const upload = { params: { district, id: freshId() }, query: { name: `${person.thing}.jpg` }, file }
  const { id } = await server.visitor.ok('uploadPublicFile', upload)
  return { name: person.name, phone: person.phone, words: person.words, files: [id] }
}

/** The second voice joins the matter of the first; each has become a party of its own before. */
async function joined(n: number): Promise<{ a: Appeal; b: Appeal }> {
  const [a, b] = [
    await report(server, await photographed(first(n))),
    await report(server, await photographed(second(n))),
  ]
  for (const { id, appealId } of [a, b])
    await server.as('clerk').move(id, 'addParty', { side: 'a', kind: 'person', role: 'applicant', appealId })
  await server.as('clerk').move(b.id, 'merge', { intoId: a.id, reason: '同一件事' })
  return { a, b }
}

describe('two people in one matter', () => {
  test('each sees what is held on themselves, and what only they asked', async () => {
    const { a, b } = await joined(1)
    await askAbout(server, b, { kind: 'explain', words: '谁看过我的电话？' })
    const [ofA, ofB] = [await see(a), await see(b)]
    expect(ofA).toMatchObject({ name: '欧***', words: first(1).words, requests: [], number: ofB.number })
    expect(ofB).toMatchObject({ name: '司***', words: second(1).words, requests: [{ kind: 'explain' }] })
    expect([ofA.files.length, ofB.files.length]).toEqual([1, 1])
    expect([ofA.party?.phone, ofB.party?.phone]).toEqual(['199****6101', '199****6201'])
    expect(JSON.stringify(ofB)).not.toMatch(/欧阳|石狮子|[0*]6101\b/)
    expect(JSON.stringify(ofA)).not.toMatch(/司马|铜香炉|[0*]6201\b/)
  })

  test('a request made before the joining is answered after it, by the centre of the matter it is in now', async () => {
    const [a, b] = [await report(server, first(2)), await report(server, second(2))]
    const id = await askAbout(server, b, { kind: 'correct', field: 'phone', value: '199 0000 6292' })
    await server.as('clerk').move(b.id, 'merge', { intoId: a.id, reason: '同一件事' })
    expect(await server.as('clerk').ok('getSubject', { params: { id } })).toMatchObject({
      matter: { number: a.number },
    })
    await server.as('clerk').ok('answerSubject', answering(id))
    const { rows } = await server.owner.query<{ id: string; index: Buffer }>(
      'select id, phone_index "index" from appeal where id = any ($1)',
      [[a.appealId, b.appealId]],
    )
    const indexOf = (voice: Appeal) => rows.find((row) => row.id === voice.appealId)?.index
    expect(indexOf(a)).toEqual(blindIndex(first(2).phone, 'phone'))
    expect(indexOf(b)).toEqual(blindIndex('19900006292', 'phone'))
    expect((await see(b)).requests).toMatchObject([{ state: 'granted' }])
    expect((await see(a)).requests).toEqual([])
  })

  test('a correction of who joined reaches the party that came along, and no other', async () => {
    const { a, b } = await joined(3)
    const id = await askAbout(server, b, { kind: 'correct', field: 'phone', value: '199 0000 6293' })
    await server.as('clerk').ok('answerSubject', answering(id))
    expect([(await see(a)).party?.phone, (await see(b)).party?.phone]).toEqual(['199****6103', '199****6293'])
  })
})

describe('an erasure after joining', () => {
  test('takes out the one who asked, in both files, and leaves the other as it was', async () => {
    const { a, b } = await joined(4)
    await bring(server, a.id, 'closed')
    const kept = await see(a)
    const id = await askAbout(server, b, erase)
    server.pass(hour)
    await server.as('clerk').ok('answerSubject', answering(id, { takesWords: true }))
    expect(await standsIn(server, needlesOf(second(4)))).toEqual([])
    expect(await standsIn(server, [first(4).thing])).toContain('appeal')
    expect(await see(a)).toEqual(kept)
    expect(await see(b)).toMatchObject({ name: null, phone: null, words: '', files: [], party: null })
    const page = await server.as('clerk').ok('getMatter', { params: { id: a.id } })
    expect(page.voices.map(({ words }) => words).toSorted()).toEqual(['', first(4).words])
    const reveal = (appealId: string) =>
      server.as('clerk').ok('revealContact', {
        params: { id: a.id },
        body: { commandId: freshId(), appealId, purpose: '回访' },
      })
    expect(await reveal(a.appealId)).toMatchObject({ name: '欧阳望舒', phone: first(4).phone })
    expect(await reveal(b.appealId)).toMatchObject({ name: null, phone: null })
    const found = async (q: string) =>
      (await server.as('clerk').ok('listMatters', { query: { box: 'closed', q } })).rows.map((row) => row.id)
    expect(await found('石狮子4')).toContain(a.id)
    expect(await found('铜香炉4')).toEqual([])
    expect((await track(b)).number).toBe(a.number)
    expect(await verify()).toEqual([])
  })

  test('of the first voice leaves the second, its party and its way to follow', async () => {
    const { a, b } = await joined(5)
    await bring(server, a.id, 'closed')
    const kept = await see(b)
    const id = await askAbout(server, a, erase)
    server.pass(hour)
    await server.as('clerk').ok('answerSubject', answering(id, { takesWords: true }))
    expect(await standsIn(server, needlesOf(first(5)))).toEqual([])
    expect(await see(b)).toEqual(kept)
    expect(await track(b)).toMatchObject({ words: second(5).words })
    expect(await verify()).toEqual([])
  })

  test('that is kept under lock keeps of the one who asked, and of nobody else', async () => {
    const { a, b } = await joined(6)
    await bring(server, a.id, 'closed')
    await server.as('clerk').move(a.id, 'archive', { retention: 'long' })
    const id = await askAbout(server, b, erase)
    server.pass(hour)
    await server.as('clerk').ok('answerSubject', answering(id, { outcome: 'partly' }))
    const { rows } = await server.owner.query(
      'select appeal_id from subject_hold where appeal_id = any ($1)',
      [[a.appealId, b.appealId]],
    )
    expect(rows).toEqual([{ appeal_id: b.appealId }])
    expect(await see(a)).toMatchObject({ name: '欧***', phone: '199****6106' })
    expect(await see(b)).toMatchObject({ name: null, phone: null })
  })

  test('of one who said the same as another, word for word, leaves what the other said', async () => {
    const words = '七号楼的雨棚掉了一块下来，险些砸到人。'
    const a = await matterIn(server, 'received', { name: '欧阳望舒', phone: '19900006107', words })
    const b = await report(server, { name: '司马临江', phone: '19900006207', words })
    await server.as('clerk').move(b.id, 'merge', { intoId: a.id, reason: '同一件事' })
    await bring(server, a.id, 'closed')
    const [kept, way] = [await see(a), await track(a)]
    const id = await askAbout(server, b, erase)
    server.pass(hour)
    await server.as('clerk').ok('answerSubject', answering(id, { takesWords: true }))
    expect(await see(a)).toEqual(kept)
    expect(await track(a)).toMatchObject({ words, title: way.title, state: 'closed' })
    expect((await see(b)).words).toBe('')
    expect(await verify()).toEqual([])
  })
})
