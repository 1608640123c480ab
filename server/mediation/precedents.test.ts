import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshId } from '#test/factory.ts'
import { agreeAll, type Case, draftInput, mediationIn, signAll } from '#test/mediations.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
let settled: Case
let now: Case
beforeAll(async () => {
  server = await startServer()
  settled = await mediationIn(server)
  const { a1, b1 } = settled.parties
  await agreeAll(settled)
  await settled.step('begin', {})
  for (const [kind, partyIds, methods] of [
    ['joint', [a1, b1], ['perspective']],
    ['caucus', [b1], ['sincerity']],
  ] as const) {
    const id = freshId()
    const startsAt = new Date(server.now + (kind === 'joint' ? 3_600_000 : 9_000_000)).toISOString()
    await settled.step('schedule', {
      ...{ id, kind, way: 'onSite', startsAt, minutes: 60, partyIds, place: '楼下' },
    })
    await settled.step('hold', {
      ...{ sessionId: id, heldAt: new Date(server.now).toISOString(), present: partyIds, methods },
      ...{ subject: '漏水', record: '说了经过。', readBack: true },
    })
  }
  const draft = draftInput(settled, server.now)
  await settled.step('draft', draft)
  await signAll(settled, draft)
  await settled.step('settle', {})
  now = await mediationIn(server)
}, 60_000)
afterAll(() => server.close())

const listed = (login: 'mediator' | 'sorter', one = now) =>
  server.as(login).ok('listPrecedents', { params: { id: one.id, mediationId: one.mediationId } })

test('a settled dispute of the same kind is offered with its course and clauses, and nothing of its caucus', async () => {
  const { rows } = await listed('mediator')
  expect(rows).toEqual([
    expect.objectContaining({
      ...{ id: settled.mediationId, isSameCategory: true, days: 1, parties: 2, held: 2 },
      ...{ methods: ['perspective'], fen: 300_000, form: 'written', performance: 'none' },
      clauses: ['乙方赔偿甲方三千元。', '乙方一个月内修好防水。'],
    }),
  ])
})

test('what was agreed is for nobody else to read, and the case itself is no precedent of its own', async () => {
  const { rows } = await listed('sorter')
  expect(rows.map(({ id, clauses }) => [id, clauses])).toEqual([[settled.mediationId, []]])
  expect((await listed('mediator', settled)).rows).toEqual([])
})

test('what ended without agreement, is locked, or lies out of sight is not offered', async () => {
  await now.step('end', { reason: 'noAgreement', routes: ['court'], text: '谈不拢' })
  expect((await listed('mediator', settled)).rows).toEqual([])
  await server.owner.query(`update matter set sensitive = true, need_to_know = '{}' where id = $1`, [
    settled.id,
  ])
  expect((await listed('mediator')).rows).toEqual([])
  expect(
    await server
      .as('plumclerk')
      .no('listPrecedents', { params: { id: now.id, mediationId: now.mediationId } }),
  ).toMatchObject({ status: 404, refused: 'notFound' })
})
