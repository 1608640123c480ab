import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusesOf } from '#test/client.ts'
import { district, freshId } from '#test/factory.ts'
import { bring, matterIn, report } from '#test/matters.ts'
import { expectToHold, listHistories } from '#test/replay.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const page = (id: string) => server.as('clerk').ok('getMatter', { params: { id } })
const follow = (queryCode: string) =>
  server.visitor.ok('track', { params: { district }, body: { queryCode } })
const rate = (queryCode: string, solved: boolean) =>
  server.visitor.ok('moveTracked', {
    params: { district },
    body: { queryCode, commandId: freshId(), verb: 'rate', input: { solved, satisfied: 'satisfied' } },
  })

describe('five voices about one sewer', () => {
  const words = [
    '下水道堵了，污水漫到路上。',
    '菜场后门臭得厉害。',
    '井盖往外冒水。',
    '污水流进车库。',
    '还是下水道。',
  ]
  let appeals: Awaited<ReturnType<typeof report>>[] = []
  beforeAll(async () => {
    appeals = []
    for (const said of words) appeals.push(await report(server, { words: said }))
    const [first, ...others] = appeals
    for (const { id } of others)
      await server.as('clerk').move(id, 'merge', { intoId: first?.id ?? '', reason: '同一处下水道' })
  })

  test('become one matter with five voices, and the other four end as joined, with their way to it', async () => {
    const [first, second] = appeals
    const into = await page(first?.id ?? '')
    expect(into).toMatchObject({ appeals: 5, state: 'received' })
    expect(into.voices.map((voice) => voice.words).toSorted()).toEqual(words.toSorted())
    expect(into.joined.map(({ number }) => number)).toHaveLength(4)
    expect(await page(second?.id ?? '')).toMatchObject({
      ...{ state: 'closed', closureKind: 'joined', appeals: 0, voices: [], clocks: [{ outcome: 'met' }] },
      joinedInto: { id: first?.id, number: into.number, mayRead: true },
    })
  })

  test('keep their own code, words, steps and title', async () => {
    const second = await follow(appeals[1]?.queryCode ?? '')
    expect(second).toMatchObject({ number: (await page(appeals[0]?.id ?? '')).number, words: words[1] })
    expect(second.title).toBe('菜场后门臭得厉害')
    expect(second.steps.map(({ verb, byMe }) => [verb, byMe])).toEqual([
      ['receive', true],
      ['join', true],
      ['join', false],
      ['join', false],
      ['join', false],
    ])
  })

  test('are answered and asked one by one: each rates for itself, and one "not solved" keeps it open', async () => {
    const id = appeals[0]?.id ?? ''
    await bring(server, id, 'revisiting')
    await rate(appeals[0]?.queryCode ?? '', true)
    await rate(appeals[3]?.queryCode ?? '', false)
    const { voices, solved, state } = await page(id)
    expect(voices.map((voice) => voice.solved)).toEqual([true, null, null, false, null])
    expect({ solved, state }).toEqual({ solved: false, state: 'revisiting' })
    expect((await follow(appeals[0]?.queryCode ?? '')).rating).toMatchObject({ solved: true })
    expect((await follow(appeals[1]?.queryCode ?? '')).may).toContain('rate')
  })

  test('count as one matter and five appeals', async () => {
    const { facts, receivedVoices } = await server.as('clerk').ok('getStartNumbers', { query: {} })
    expect([facts.received, facts.closed, receivedVoices]).toEqual([1, 0, 5])
  })

  test('send their appeal again and get the first answer, though it lives elsewhere now', async () => {
    const { id, appealId } = appeals[2] ?? { id: '', appealId: '' }
    const { rows } = await server.owner.query<{ id: string }>(
      'select id from matter_action where matter_id = $1 and seq = 1',
      [id],
    )
    const body = { id: appealId, matterId: id, commandId: rows[0]?.id, placeCode: server.town.places.willow }
    const again = await server.visitor.ok('sendAppeal', {
      params: { district },
      body: { ...body, words: words[2] },
    })
    expect(again.queryCode).toBe(appeals[2]?.queryCode)
  })
})

describe('joining', () => {
  test('is refused into itself, into what is closed, into what one may not see or join', async () => {
    const { id } = await report(server)
    const closed = await matterIn(server, 'closed')
    const plum = await report(server, { placeCode: server.town.places.plum })
    const no = (intoId: string) => server.as('clerk').moveNo(id, 'merge', { intoId })
    expect(await no(id)).toMatchObject({ status: 422, refused: 'sameMatter', field: 'intoId' })
    expect(await no(closed.id)).toMatchObject({
      status: 409,
      refused: 'cannotJoin',
      facts: { state: 'closed' },
    })
    expect(await no(plum.id)).toMatchObject({ status: 404, refused: 'notFound', field: 'intoId' })
    expect((await page(id)).state).toBe('received')
  })

  test('two into each other at once: one goes into the other, and no voice is lost', async () => {
    const [a, b] = [await report(server), await report(server)]
    const send = (id: string, intoId: string) =>
      server.as('clerk').send('moveMatter', {
        params: { id },
        body: { commandId: freshId(), version: 1, verb: 'merge', input: { intoId } },
      })
    expect(statusesOf(await Promise.all([send(a.id, b.id), send(b.id, a.id)]))).toEqual([200, 409])
    const [one, other] = [await page(a.id), await page(b.id)]
    expect([one.appeals, other.appeals].toSorted((a, b) => a - b)).toEqual([0, 2])
    expect([one.state, other.state].toSorted()).toEqual(['closed', 'received'])
  })

  test('sent twice it answers as the first time, and the voice comes once', async () => {
    const [a, b] = [await report(server), await report(server)]
    const body = { commandId: freshId(), version: 1, verb: 'merge', input: { intoId: b.id } }
    const first = await server.as('clerk').ok('moveMatter', { params: { id: a.id }, body })
    expect(await server.as('clerk').ok('moveMatter', { params: { id: a.id }, body })).toEqual(first)
    expect((await page(b.id)).appeals).toBe(2)
  })
})

describe('splitting', () => {
  test('sends the chosen voices to a matter of their own, sorted by the same centre, and keeps every one', async () => {
    const [a, b, c] = [await report(server), await report(server), await report(server)]
    for (const { id } of [b, c]) await server.as('clerk').move(id, 'merge', { intoId: a.id })
    const leaving = [b.appealId, c.appealId]
    await server
      .as('clerk')
      .move(a.id, 'split', { appealIds: leaving, title: '另一处漏水', reason: '不是一处' })
    expect((await page(a.id)).voices.map(({ id }) => id)).toEqual([a.appealId])
    const { number } = await follow(b.queryCode)
    const { rows } = await server.as('clerk').ok('listMatters', { query: { box: 'pool', q: number } })
    const fresh = await page(rows[0]?.id ?? '')
    expect(fresh).toMatchObject({ title: '另一处漏水', appeals: 2, state: 'received', number })
    expect(fresh.voices.map(({ id }) => id)).toEqual(leaving)
    expect((await follow(c.queryCode)).number).toBe(number)
    expect((await follow(c.queryCode)).steps.map(({ verb }) => verb)).toEqual(['receive', 'join'])
  })

  test('is refused for all of them, and for a voice that is not its own', async () => {
    const [a, b] = [await report(server), await report(server)]
    const no = (appealIds: string[]) =>
      server.as('clerk').moveNo(a.id, 'split', { appealIds, reason: '试试' })
    expect(await no([a.appealId])).toMatchObject({ status: 409, refused: 'onlyVoice' })
    await server.as('clerk').move(b.id, 'merge', { intoId: a.id })
    expect(await no([a.appealId, b.appealId])).toMatchObject({ refused: 'onlyVoice', field: 'appealIds' })
    expect(await no([freshId()])).toMatchObject({ status: 422, refused: 'noSuchVoice', field: 'appealIds' })
  })
})

test('every history of this file replays into its columns, and no voice was ever lost', async () => {
  const histories = await listHistories(server.url)
  expectToHold(histories)
  const { rows } = await server.owner.query<{ voices: number; counted: number }>(
    'select (select count(*)::int from appeal) voices, (select sum(appeals)::int from matter) counted',
  )
  expect(rows[0]?.counted).toBe(rows[0]?.voices)
})
