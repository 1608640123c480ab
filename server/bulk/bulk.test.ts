import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BulkVerb } from '#domain/matter/bulk.ts'
import { bulkTask, runBulk } from '#server/bulk/jobs.ts'
import { district, freshId, type Login, nameOf } from '#test/factory.ts'
import { matterIn, report, triage } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const preview = (login: Login, verb: BulkVerb, ids: string[], input?: Record<string, unknown>) =>
  server.as(login).ok('previewBulk', { body: { verb, ids, ...(input ? { input } : {}) } })

/** Starts a run over everything that may be done by the preview; the worker is called by hand. */
async function start(login: Login, verb: BulkVerb, ids: string[], input: Record<string, unknown> = {}) {
  const { rows } = await preview(login, verb, ids, input)
  const items = rows
    .filter((row) => row.refusal === null)
    .map((row) => ({ matterId: row.id, commandId: freshId(), version: row.version }))
  const given = { params: { id: freshId() }, body: { verb, input, items } }
  await server.as(login).ok('startBulk', given)
  return {
    id: given.params.id,
    given,
    run: () => runBulk(server.platform, { district, runId: given.params.id }),
  }
}
const result = (login: Login, id: string) => server.as(login).ok('getBulk', { params: { id } })
const states = async (ids: string[]) =>
  (
    await server.owner.query<{ state: string }>('select state from matter where id = any ($1) order by id', [
      ids.toSorted(),
    ])
  ).rows.map((row) => row.state)

test('what somebody who leaves had signed for goes to a colleague at once, and what is not theirs to hand over stays', async () => {
  const mine = [(await matterIn(server, 'handling')).id, (await matterIn(server, 'handling')).id]
  const { id: waiting } = await matterIn(server, 'dispatched')
  const { housing, housing2, water } = server.town.staff
  const list = { box: 'area', handler: housing.accountId } as const
  const { rows } = await server.as('housing2').ok('listMatters', { query: list })
  expect(rows.map((row) => row.id).toSorted()).toEqual(mine.toSorted())
  expect(rows.every((row) => row.handlerName === nameOf('housing'))).toBe(true)
  const ids = [...mine, waiting]
  const wrong = { accountId: water.accountId, reason: '离岗' }
  expect((await preview('housing2', 'handOver', ids, wrong)).rows.map((row) => row.refusal?.refused)).toEqual(
    [...['notColleague', 'notColleague', 'notNow']],
  )
  const { id, run } = await start('housing2', 'handOver', ids, { ...wrong, accountId: housing2.accountId })
  await run()
  expect(await result('housing2', id)).toMatchObject({ state: 'done', done: 2, notDone: 0 })
  expect((await server.as('housing2').ok('listMatters', { query: list })).rows).toEqual([])
  const taken = await server.as('housing2').ok('listMatters', { query: { box: 'area', handler: 'me' } })
  expect(taken.rows.map((row) => row.id).toSorted()).toEqual(mine.toSorted())
})

describe('of 200 chosen 193 may and 7 may not', () => {
  let good: string[]
  let bad: string[]
  beforeAll(async () => {
    good = []
    for (let i = 0; i < 193; i++) good.push((await report(server)).id)
    bad = [
      (await matterIn(server, 'accepted')).id,
      (await matterIn(server, 'handling')).id,
      (await matterIn(server, 'closed')).id,
      (await report(server, { placeCode: server.town.places.plum })).id,
      (await report(server, { placeCode: server.town.places.reed })).id,
      freshId(),
      freshId(),
    ]
  }, 120_000)

  test('the preview says of each why not, and tells nothing of what lies out of reach', async () => {
    const { rows } = await preview('clerk', 'accept', [...bad, ...good], {})
    expect(rows.map((row) => row.id)).toEqual([...bad, ...good])
    expect(rows.filter((row) => row.refusal === null).map((row) => row.id)).toEqual(good)
    expect(rows.slice(0, 7).map((row) => row.refusal?.refused)).toEqual([
      ...['notNow', 'notNow', 'notNow', 'notFound', 'notFound', 'notFound', 'notFound'],
    ])
    expect(rows.slice(3, 7).every((row) => row.number === null && row.title === null)).toBe(true)
  })

  test('the 193 are each moved by a command of their own, and what failed meanwhile is told with its reason', async () => {
    const begun = await start('clerk', 'accept', [...good, ...bad], { note: '已核对' })
    expect(begun.given.body.items).toHaveLength(193)
    const [late = ''] = good
    await server.as('colleague').move(late, 'accept', {})
    await begun.run()
    const told = await result('clerk', begun.id)
    expect(told).toMatchObject({ state: 'done', total: 193, done: 192, notDone: 1 })
    expect(told.refusals).toEqual([
      expect.objectContaining({
        id: late,
        number: expect.stringMatching(/^261123-/),
        refusal: { refused: 'notNow', facts: { state: 'accepted' } },
      }),
    ])
    expect(new Set(await states(good))).toEqual(new Set(['accepted']))
    const { rows } = await server.owner.query<{ id: string }>(
      `select id from matter_action where matter_id = any ($1) and verb = 'accept' and payload->>'note' = '已核对'`,
      [good],
    )
    const commands = begun.given.body.items.filter((item) => item.matterId !== late)
    expect(rows.map((row) => row.id).toSorted()).toEqual(commands.map((item) => item.commandId).toSorted())
  }, 60_000)

  test('more than 200 at once are refused', async () => {
    const ids = [...good, ...bad, freshId()]
    expect(await server.as('clerk').no('previewBulk', { body: { verb: 'note', ids } })).toMatchObject({
      ...{ refused: 'tooMany', facts: { max: 200 } },
    })
  })
})

describe('a run', () => {
  test('killed in the middle goes on where it stood, and nothing is done twice', async () => {
    const ids = [(await report(server)).id, (await report(server)).id, (await report(server)).id]
    const begun = await start('clerk', 'accept', ids)
    const ending = new AbortController()
    let clocks = 0
    const clock = () => {
      // the worker is told to end while the first is in hand
      if (++clocks === 2) ending.abort()
      return server.now
    }
    await expect(
      bulkTask({ ...server.platform, clock }, { district, runId: begun.id }, { abortSignal: ending.signal }),
    ).rejects.toThrow(/abort/)
    expect((await result('clerk', begun.id)).state).toBe('running')
    await Promise.all([begun.run(), begun.run()])
    await begun.run()
    expect(await result('clerk', begun.id)).toMatchObject({ state: 'done', done: 3, notDone: 0 })
    const { rows } = await server.owner.query(
      `select count(*)::int n from matter_action where matter_id = any ($1) and verb = 'accept'`,
      [ids],
    )
    expect(rows[0]?.n).toBe(3)
  })

  test('started twice is started once; under the same id nothing else is started', async () => {
    const begun = await start('clerk', 'note', [(await report(server)).id], { text: '统一备注' })
    await server.as('clerk').ok('startBulk', begun.given)
    const other = { ...begun.given, body: { ...begun.given.body, input: { text: '别的' } } }
    expect(await server.as('clerk').no('startBulk', other)).toMatchObject({ refused: 'commandReused' })
    expect(await server.as('colleague').no('startBulk', begun.given)).toMatchObject({ status: 409 })
  })

  test('is nobody’s but whose it is', async () => {
    const begun = await start('clerk', 'note', [(await report(server)).id], { text: '统一备注' })
    for (const name of ['getBulk', 'resumeBulk'] as const)
      expect(await server.as('colleague').no(name, { params: { id: begun.id } })).toMatchObject({
        status: 404,
      })
    const ids = (await server.as('colleague').ok('listBulk', { query: {} })).rows.map((row) => row.id)
    expect(ids).not.toContain(begun.id)
    expect((await server.as('clerk').ok('listBulk', { query: {} })).rows[0]?.id).toBe(begun.id)
  })

  test('of somebody whose account was disabled meanwhile moves nothing', async () => {
    const { id } = await matterIn(server, 'dispatched')
    const begun = await start('housing2', 'sign', [id])
    await server.owner.query('update account set disabled_at = now() where id = $1', [
      server.town.staff.housing2.accountId,
    ])
    await begun.run()
    const { rows } = await server.owner.query('select done, refused, state from bulk_run where id = $1', [
      begun.id,
    ])
    expect(rows).toEqual([{ done: 0, refused: 1, state: 'done' }])
    expect(await states([id])).toEqual(['dispatched'])
  })

  test('that a fault stopped is shown as stopped, and is taken up by its owner', async () => {
    const begun = await start('clerk', 'accept', [(await report(server)).id])
    const broken = {
      ...server.platform,
      clock: () => {
        throw new Error('a fault')
      },
    }
    const once = bulkTask(broken, { district, runId: begun.id }, { job: { attempts: 1 } })
    await expect(once).rejects.toThrow('a fault')
    await server.owner.query(`update bulk_run set state = 'failed', finished_at = now() where id = $1`, [
      begun.id,
    ])
    expect(await server.as('clerk').ok('resumeBulk', { params: { id: begun.id } })).toMatchObject({
      ...{ state: 'running', finishedAt: null },
    })
    await begun.run()
    expect(await result('clerk', begun.id)).toMatchObject({ state: 'done', done: 1 })
  })
})

describe('one form for many', () => {
  test('a triage changes what was chosen and leaves titles and the rest as they are', async () => {
    const [a, b] = [(await matterIn(server, 'accepted')).id, (await report(server)).id]
    await server.as('clerk').move(b, 'triage', { ...triage, title: '另一个题目', kind: 'hazard' })
    const begun = await start('clerk', 'triage', [a, b], { urgency: 'critical' })
    await begun.run()
    const of = async (id: string) => server.as('clerk').ok('getMatter', { params: { id } })
    expect(await of(a)).toMatchObject({ title: '楼道灯不亮', kind: 'request', urgency: 'critical' })
    expect(await of(b)).toMatchObject({ title: '另一个题目', kind: 'hazard', urgency: 'critical' })
  })

  test('a dispatch is asked with its unit: whom the rules keep from it is told before it begins', async () => {
    const { housing, reed } = server.town.units
    const [fine, returned] = [
      (await matterIn(server, 'accepted')).id,
      (await matterIn(server, 'dispatched')).id,
    ]
    await server.as('housing').move(returned, 'return', { reason: '不归我们管' })
    const asked = await preview('sorter', 'dispatch', [fine, returned], { unitId: housing.id })
    expect(asked.rows.map((row) => row.refusal?.refused)).toEqual([undefined, 'sameUnit'])
    const nowhere = await preview('sorter', 'dispatch', [fine], { unitId: reed.id })
    expect(nowhere.rows[0]?.refusal).toMatchObject({ refused: 'notATarget', field: 'unitId' })
    const begun = await start('sorter', 'dispatch', [fine, returned], { unitId: housing.id })
    await begun.run()
    expect(await result('sorter', begun.id)).toMatchObject({ done: 1, total: 1 })
    expect(await states([fine])).toEqual(['dispatched'])
  })

  test('a form that lacks what all need is refused by its field, and the same matter is not chosen twice', async () => {
    const { id } = await report(server)
    const item = { matterId: id, commandId: freshId(), version: 1 }
    const body = { verb: 'withdraw', input: {}, items: [item] } as const
    expect(await server.as('clerk').no('startBulk', { params: { id: freshId() }, body })).toMatchObject({
      ...{ refused: 'missingField', field: 'reason' },
    })
    const twice = { verb: 'note', input: { text: '备注' }, items: [item, item] }
    expect(
      await server.as('clerk').no('startBulk', { params: { id: freshId() }, body: twice }),
    ).toMatchObject({ refused: 'badInput', field: 'items' })
  })
})
