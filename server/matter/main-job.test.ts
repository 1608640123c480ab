import { afterAll, beforeAll, expect, test } from 'vitest'
import { district, freshId } from '#test/factory.ts'
import { bring, matterIn, reached, report, triage } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const track = (queryCode: string) => server.visitor.ok('track', { params: { district }, body: { queryCode } })
const tell = (queryCode: string, verb: string, input: object) =>
  server.visitor.ok('moveTracked', {
    params: { district },
    body: { queryCode, commandId: freshId(), verb, input },
  })

test('a voice from a stairwell goes from door to closing, and closes by itself when the resident says solved', async () => {
  const [clerk, sorter, housing] = [server.as('clerk'), server.as('sorter'), server.as('housing')]
  const { id, queryCode, number, holderName, dueAt } = await report(server)
  expect(number).toMatch(/^261123-\d{5}-\d$/)
  expect(holderName).toBe('柳岸社区')
  expect(dueAt).toBe('2026-11-24T09:30:00.000Z')
  expect(await clerk.move(id, 'accept', {})).toMatchObject({ state: 'accepted', version: 2 })
  await clerk.move(id, 'triage', triage)
  await sorter.move(id, 'dispatch', { unitId: server.town.units.housing.id, instruction: '请尽快' })
  expect((await track(queryCode)).holderName).toBe('枫溪区住建局')
  await housing.move(id, 'sign', {})
  await housing.move(id, 'contact', { how: 'phone', note: '电话打通，约在明天' })
  await housing.move(id, 'progress', { text: '明天上午派人来换' })
  await housing.move(id, 'ask', { question: '是哪一盏灯？' })
  expect(await track(queryCode)).toMatchObject({ question: '是哪一盏灯？', may: ['answer', 'withdraw'] })
  await tell(queryCode, 'answer', { text: '三楼到四楼之间那盏' })
  expect((await track(queryCode)).question).toBeNull()
  await housing.move(id, 'submit', { result: '已换成声控灯', outcome: 'solved' })
  expect((await track(queryCode)).result).toBeNull()
  await clerk.move(id, 'verify', {})
  expect(await track(queryCode)).toMatchObject({ result: '已换成声控灯', may: ['rate'] })
  await tell(queryCode, 'rate', { solved: true, satisfied: 'satisfied', words: '谢谢' })
  const end = await track(queryCode)
  expect(end).toMatchObject({ state: 'closed', closureKind: 'resolved', rating: { words: '谢谢' } })
  expect(end.steps.map((step) => step.verb)).toEqual([
    ...[
      'receive',
      'accept',
      'dispatch',
      'sign',
      'contact',
      'progress',
      'ask',
      'answer',
      'submit',
      'rate',
      'close',
    ],
  ])
  const page = await clerk.ok('getMatter', { params: { id } })
  expect(page.actionLog.at(-1)).toMatchObject({ verb: 'close', actor: { kind: 'system' } })
  expect(page.clocks.every((clock) => clock.outcome === 'met')).toBe(true)
})

test('staff revisit, and only a person who was asked may be closed upon', async () => {
  const { id } = await matterIn(server, 'revisiting')
  const clerk = server.as('clerk')
  expect(await clerk.moveNo(id, 'close', { closureKind: 'resolved', summary: '好了' })).toMatchObject({
    status: 409,
    refused: 'revisitFirst',
    facts: { tries: 3 },
  })
  expect(await clerk.moveNo(id, 'revisit', { reached: true, how: 'phone' })).toMatchObject({
    refused: 'missingField',
    field: 'solved',
  })
  await clerk.move(id, 'revisit', { reached: false, how: 'phone' })
  await clerk.move(id, 'revisit', { ...reached, solved: false, satisfied: 'unsatisfied' })
  expect(await clerk.moveNo(id, 'close', { closureKind: 'resolved', summary: '好了' })).toMatchObject({
    status: 422,
    refused: 'notSolved',
  })
  await clerk.move(id, 'redo', { reason: '灯又灭了' })
  expect(await server.as('housing').ok('getMatter', { params: { id } })).toMatchObject({
    state: 'handling',
    holder: { name: '枫溪区住建局' },
    solved: null,
  })
  await bring(server, id, 'closed')
})

test('three tries without reaching the person are enough to close', async () => {
  const { id } = await matterIn(server, 'revisiting')
  for (const how of ['phone', 'message', 'visit'] as const)
    await server.as('clerk').move(id, 'revisit', { reached: false, how })
  const summary = '灯已换好'
  for (const closureKind of ['resolved', 'agreed'])
    expect(await server.as('clerk').moveNo(id, 'close', { closureKind, summary })).toMatchObject({
      status: 422,
      refused: 'notAsked',
      facts: { closure: closureKind },
      field: 'closureKind',
    })
  for (const closureKind of ['withdrawn', 'notAccepted'])
    expect(await server.as('clerk').moveNo(id, 'close', { closureKind, summary })).toMatchObject({
      status: 400,
      refused: 'badInput',
      field: 'closureKind',
    })
  const done = await server
    .as('clerk')
    .move(id, 'close', { closureKind: 'procedural', summary: '三次未联系上' })
  expect(done.state).toBe('closed')
})

test('who handled a matter neither verifies nor revisits nor closes it', async () => {
  const { id } = await report(server)
  const [clerk, colleague] = [server.as('clerk'), server.as('colleague')]
  await clerk.move(id, 'accept', {})
  await clerk.move(id, 'triage', triage)
  await clerk.move(id, 'dispatch', { unitId: server.town.units.willow.id })
  await clerk.move(id, 'sign', {})
  await clerk.move(id, 'submit', { result: '社区自己换了灯泡', outcome: 'solved' })
  expect(await clerk.moveNo(id, 'verify', {})).toMatchObject({ status: 403, refused: 'notYourself' })
  await colleague.move(id, 'verify', {})
  expect(await clerk.moveNo(id, 'revisit', reached)).toMatchObject({ refused: 'notYourself' })
  await colleague.move(id, 'revisit', reached)
  const close = { closureKind: 'resolved', summary: '换好了' } as const
  expect(await clerk.moveNo(id, 'close', close)).toMatchObject({ status: 403, refused: 'notYourself' })
  await colleague.move(id, 'close', close)
})

test('a unit returns once with a reason, and the centre rules on a second dispatch', async () => {
  const { id } = await matterIn(server, 'dispatched')
  const [sorter, housing] = [server.as('sorter'), server.as('housing')]
  const unitId = server.town.units.housing.id
  expect(await housing.moveNo(id, 'return', {})).toMatchObject({ refused: 'missingField', field: 'reason' })
  await housing.move(id, 'return', { reason: '灯归水务局' })
  expect(await sorter.ok('getMatter', { params: { id } })).toMatchObject({
    state: 'returned',
    holder: { name: '柳岸社区' },
    flags: ['returned'],
  })
  expect(await sorter.moveNo(id, 'dispatch', { unitId })).toMatchObject({
    status: 422,
    refused: 'sameUnit',
    field: 'instruction',
  })
  await sorter.move(id, 'dispatch', { unitId, instruction: '裁定：楼道灯归住建局' })
  expect(await housing.moveNo(id, 'return', { reason: '还是不归' })).toMatchObject({
    status: 409,
    refused: 'alreadyReturned',
  })
  await housing.move(id, 'sign', {})
})

test('a return comes too late after two working days', async () => {
  const { id } = await matterIn(server, 'dispatched')
  const before = server.now
  server.now = Date.UTC(2026, 10, 26, 1)
  expect(await server.as('housing').moveNo(id, 'return', { reason: '不归' })).toMatchObject({
    status: 409,
    refused: 'returnTooLate',
    facts: { days: 2 },
  })
  server.now = before
})
