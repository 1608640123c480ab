import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawSample } from '#domain/supervision/sample.ts'
import { statusesOf } from '#test/client.ts'
import { freshId, type Login } from '#test/factory.ts'
import { matterIn } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
const closed: string[] = []
beforeAll(async () => {
  server = await startServer()
  for (let i = 0; i < 6; i++) closed.push((await matterIn(server, 'closed')).id)
  await matterIn(server, 'handling')
}, 90_000)
afterAll(() => server.close())

const drawing = (unit: 'north' | 'district' | 'south' = 'north', more: object = {}) => ({
  body: {
    ...{ commandId: freshId(), id: freshId(), unitId: server.town.units[unit].id, month: '2026-11-01' },
    ...{ share: 50, minimum: 2, ...more },
  },
})
const linesOf = async (id: string, login: Login = 'supervisor') =>
  (await server.as(login).ok('listSampleLines', { params: { id } })).rows
const checking = (id: string, matterId: string, more: object = {}) => ({
  params: { id, matterId },
  body: { ...{ commandId: freshId(), outcome: 'solved', way: 'phone', text: '本人说灯亮了' }, ...more },
})

describe('a sample of closed matters', () => {
  let sampleId = ''

  test('is drawn of a month that is over, once, with its seed', async () => {
    expect(await server.as('supervisor').no('drawClosureSample', drawing())).toMatchObject({
      refused: 'monthOpen',
    })
    server.pass(10 * day)
    const two = [drawing(), drawing()]
    const race = await Promise.all(two.map((one) => server.as('supervisor').send('drawClosureSample', one)))
    expect(statusesOf(race)).toEqual([200, 409])
    const [first] = race.filter(({ statusCode }) => statusCode === 200)
    const sample = first?.json()
    sampleId = sample.id
    const given = two.find(({ body }) => body.id === sampleId)
    expect(await server.as('supervisor').ok('drawClosureSample', given ?? {})).toEqual(sample)
    expect(sample).toMatchObject({ drawn: 3, checked: 0, whole: { closed: 6, drawn: 3, judged: 0 } })
    expect(sample.units).toMatchObject([{ unit: { name: '枫溪区住建局' }, closed: 6, drawn: 3 }])
    const housing = server.town.units.housing.id
    const [again] = drawSample(
      sample.seed,
      closed.map((id) => ({ id, unitId: housing })),
      { share: 50, minimum: 2 },
    )
    expect((await linesOf(sampleId)).map(({ matter }) => matter.id)).toEqual(again?.ids)
    expect(await server.as('supervisor').no('drawClosureSample', drawing())).toMatchObject({
      refused: 'sampleDrawn',
    })
    expect((await server.as('supervisor').no('drawClosureSample', drawing('south'))).status).toBe(404)
    expect(await server.as('leader').no('drawClosureSample', drawing('south'))).toMatchObject({
      refused: 'nothingClosed',
    })
    expect((await server.as('southsorter').no('getClosureSample', { params: { id: sampleId } })).status).toBe(
      404,
    )
    expect((await server.as('clerk').no('drawClosureSample', drawing())).status).toBe(403)
  })

  test('is checked by another unit than the one that closed it', async () => {
    const [line, other, third] = await linesOf(sampleId)
    if (!line || !other || !third) throw new Error('three were drawn')
    expect(line).toMatchObject({
      closedUnitName: '柳岸社区',
      unitName: '枫溪区住建局',
      outcome: null,
      mayCheck: true,
    })
    expect((await linesOf(sampleId, 'clerk'))[0]?.mayCheck).toBe(false)
    const { id: matterId } = line.matter
    expect(await server.as('clerk').no('checkClosure', checking(sampleId, matterId))).toMatchObject({
      ...{ status: 409, refused: 'ownClosure' },
    })
    expect((await server.as('plumclerk').no('checkClosure', checking(sampleId, matterId))).status).toBe(404)
    expect((await server.as('housing').no('checkClosure', checking(sampleId, matterId))).status).toBe(403)
    const truth = checking(sampleId, matterId, { outcome: 'false', text: '灯没有换', proposes: true })
    const twice = await Promise.all([1, 2].map(() => server.as('sorter').send('checkClosure', truth)))
    expect(statusesOf(twice)).toEqual([200, 200])
    expect(twice[0]?.json()).toMatchObject({
      outcome: 'false',
      checkerUnitName: '北桥街道综治中心',
      proposes: true,
    })
    expect(await server.as('supervisor').no('checkClosure', checking(sampleId, matterId))).toMatchObject({
      refused: 'checkedBefore',
    })
    const told = await server.as('clerk').ok('listNotices', { query: { limit: 50 } })
    expect(told.rows.filter(({ kind }) => kind === 'reopenProposed').map(({ matter }) => matter?.id)).toEqual(
      [matterId],
    )
    // nobody but a person of the centre reopens it
    expect((await server.as('clerk').ok('getMatter', { params: { id: matterId } })).state).toBe('closed')
    const { checks } = await server.as('clerk').ok('getMatterSupervision', { params: { id: matterId } })
    expect(checks).toMatchObject([{ outcome: 'false', text: '灯没有换', proposes: true }])
    await server.as('supervisor').ok('checkClosure', checking(sampleId, other.matter.id))
    await server
      .as('supervisor')
      .ok('checkClosure', checking(sampleId, third.matter.id, { outcome: 'unreachable', proposes: true }))
    expect((await linesOf(sampleId))[2]).toMatchObject({ outcome: 'unreachable', proposes: false })
  })

  test('counts what was false among what could be judged, and hides few from others', async () => {
    const whole = await server.as('supervisor').ok('getClosureSample', { params: { id: sampleId } })
    expect(whole.whole).toEqual({
      ...{ closed: 6, drawn: 3, checked: 3, judged: 2 },
      outcomes: { solved: 1, unsolved: 0, unreachable: 1, false: 1 },
    })
    // the community is part of the area; the office belongs to nobody's area there
    const seen = await server.as('plumclerk').ok('getClosureSample', { params: { id: sampleId } })
    expect(seen.whole).toMatchObject({ checked: 3, judged: null, outcomes: null })
    expect(seen.units[0]).toMatchObject({ checked: 3, judged: null, outcomes: null })
    expect(await linesOf(sampleId, 'plumclerk')).toEqual([])
    const all = await server.as('supervisor').ok('listClosureSamples', {})
    expect(all).toMatchObject({
      rows: [{ id: sampleId, drawn: 3, checked: 3 }],
      units: [{ name: '北桥街道' }],
    })
  })
})
