import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inScope, scopeOf } from '#server/db/scope.ts'
import { appealRow, type Voice } from '#server/matter/birth.ts'
import { addVoices } from '#server/matter/join.ts'
import { district, freshId } from '#test/factory.ts'
import { bring, report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const params = { district }
const track = (queryCode: string) => server.visitor.ok('track', { params, body: { queryCode } })
const moving = (queryCode: string, verb: string, input: object) => ({
  params,
  body: { queryCode, commandId: freshId(), verb, input },
})

/** A neighbour’s voice joins a matter, as the hotline’s orders do. Out: the neighbour’s query code. */
async function join(matterId: string): Promise<string> {
  const { units } = server.town
  const voice: Voice = {
    ...{ district, matterId, appealId: freshId(), commandId: freshId() },
    ...{ channel: 'hotline', kind: 'request', urgency: 'normal', categoryCode: null, title: '灯' },
    ...{
      words: '隔壁邻居也说灯坏了',
      name: '赵大河',
      phone: '19900005678',
      isAnonymous: false,
      isConfidential: false,
    },
    place: { unitId: units.willow.id, path: units.willow.path, text: '', lng: null, lat: null },
    centre: { id: units.willow.id, path: units.willow.path, level: 'community' },
    ...{
      placeCode: null,
      externalNo: freshId(),
      externalDueAt: null,
      importId: null,
      submittedAt: server.now,
    },
  }
  const { row, queryCode } = appealRow(voice, server.now)
  const author = { kind: 'system', id: null, postId: null, unitId: null } as const
  const addition = { verb: 'join', matterId, commandId: voice.commandId, appeal: row } as const
  await inScope(server.platform.db, scopeOf({ kind: 'system', districtId: district }), (tx) =>
    addVoices(tx, district, [addition], author, server.now),
  )
  return queryCode
}

test('whoever joins sees their own words and the common steps, nothing that another voice said, sent or answered', async () => {
  const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#333' } })
    .jpeg()
    .toBuffer()
  const given = { params: { district, id: freshId() }, query: { name: 'a.jpg' }, file: photo }
  const { id: fileId } = await server.visitor.ok('uploadPublicFile', given)
  const first = await report(server, { files: [fileId] })
  const second = await join(first.id)
  await server.as('clerk').move(first.id, 'accept', {})
  await server.as('clerk').move(first.id, 'ask', { question: '哪一楼？' })
  await server.visitor.ok('moveTracked', moving(first.queryCode, 'answer', { text: '我家在三楼 301' }))
  const seen = await track(second)
  expect(seen).toMatchObject({ words: '隔壁邻居也说灯坏了', files: [] })
  expect(JSON.stringify(seen)).not.toContain('三楼 301')
  expect(JSON.stringify(seen)).not.toContain('老人上下楼')
  expect(JSON.stringify(await track(first.queryCode))).not.toContain('隔壁邻居')
  const body = { queryCode: second, fileId }
  expect(await server.visitor.no('trackFile', { params, body })).toMatchObject({ status: 404 })
})

test('one voice of several can neither take the matter back nor call it solved for all, but can say it is not', async () => {
  const first = await report(server)
  const second = await join(first.id)
  expect(
    await server.visitor.no('moveTracked', moving(second, 'withdraw', { reason: '算了' })),
  ).toMatchObject({
    status: 409,
    refused: 'othersJoined',
  })
  expect((await track(second)).may).not.toContain('withdraw')
  await bring(server, first.id, 'revisiting')
  await server.visitor.ok(
    'moveTracked',
    moving(first.queryCode, 'rate', { solved: true, satisfied: 'satisfied' }),
  )
  expect(await track(second)).toMatchObject({ state: 'revisiting', rating: null, may: ['rate'] })
  await server.visitor.ok('moveTracked', moving(second, 'rate', { solved: false, satisfied: 'unsatisfied' }))
  expect(await track(first.queryCode)).toMatchObject({ state: 'revisiting', rating: { solved: true } })
  const page = await server.as('clerk').ok('getMatter', { params: { id: first.id } })
  expect(page).toMatchObject({ solved: false, appeals: 2 })
  expect(page.flags).toContain('unhappy')
})

test('a telephone number that a joined voice left starts to count as a way to ask', async () => {
  const first = await report(server, { name: undefined, phone: undefined })
  await join(first.id)
  const { voices } = await server.as('clerk').ok('getMatter', { params: { id: first.id } })
  expect(voices.map((voice) => voice.phone)).toEqual([null, '199****5678'])
  await bring(server, first.id, 'dispatched')
  const { clocks } = await server.as('clerk').ok('getMatter', { params: { id: first.id } })
  expect(clocks.map((clock) => clock.kind)).toContain('contact')
})
