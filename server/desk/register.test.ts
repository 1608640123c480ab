import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusesOf } from '#test/client.ts'
import { register, toldBody } from '#test/desk.ts'
import { freshId, type Login, type UnitKey } from '#test/factory.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const page = (login: Login, id: string) => server.as(login).ok('getMatter', { params: { id } })
const refused = (login: Login, body: object) => server.as(login).no('receiveMatter', { body })
const here = async (id: string) =>
  (await server.owner.query('select count(*)::int n from matter where id = $1', [id])).rows[0].n

describe('a paper that another office hands over', () => {
  const paper = (externalNo: string) => ({
    ...{ channel: 'police', externalNo, senderName: '北桥派出所', paperOn: '2026-11-20' },
    ...{ senderDueOn: '2026-11-30' },
  })

  test('brings its number, its sender, its date and the day by which they want an answer', async () => {
    const { id } = await register(server, 'desk', 'willowHouse', paper(' jq 2026-0117'))
    expect((await page('desk', id)).voices).toMatchObject([
      {
        ...{ channel: 'police', externalNo: 'JQ2026-0117', senderName: '北桥派出所', paperOn: '2026-11-20' },
        ...{ externalDueAt: '2026-11-30T09:30:00.000Z' },
        enteredBy: { unitName: '北桥街道综治中心', isMe: true },
      },
    ])
    expect((await page('sorter', id)).voices).toMatchObject([{ enteredBy: { isMe: false } }])
  })

  test('is one matter, also when it comes twice at once; the second is told which', async () => {
    const bodies = [1, 2, 3].map(() => toldBody(server, 'willowHouse', paper('JQ-2')))
    const answers = await Promise.all(bodies.map((body) => server.as('desk').send('receiveMatter', { body })))
    expect(statusesOf(answers)).toEqual([200, 409, 409])
    const first = answers.find((answer) => answer.statusCode === 200)?.json()
    const others = answers.filter((answer) => answer.statusCode === 409).map((answer) => answer.json())
    for (const other of others)
      expect(other).toMatchObject({
        refused: 'paperHere',
        field: 'externalNo',
        facts: { externalNo: 'JQ-2', number: first.number },
      })
  })

  test('of another channel is another paper, and one of another area says so without saying where', async () => {
    await register(server, 'southsorter', 'reedHouse', paper('JQ-3'))
    await register(server, 'desk', 'willowHouse', { ...paper('JQ-3'), channel: 'court' })
    const told = await refused('desk', toldBody(server, 'willowHouse', paper('JQ-3')))
    expect(told).toMatchObject({ status: 409, refused: 'paperElsewhere', facts: { externalNo: 'JQ-3' } })
    expect(JSON.stringify(told)).not.toContain('苇塘')
  })

  test('comes by days of the calendar only', async () => {
    const body = toldBody(server, 'willowHouse', { ...paper('JQ-4'), senderDueOn: '2026-02-30' })
    expect(await refused('desk', body)).toMatchObject({ status: 400, field: 'input.senderDueOn' })
  })
})

describe('a category', () => {
  test('is confirmed at the desk by who may triage, and by nobody else', async () => {
    const { id } = await register(server, 'desk', 'willowHouse', { categoryCode: 'S0101' })
    expect(await page('desk', id)).toMatchObject({ categoryCode: 'S0101', proposal: null, state: 'received' })
    const body = toldBody(server, 'willowHouse', { categoryCode: 'S0101' })
    expect(await refused('head', body)).toMatchObject({ status: 403, field: 'categoryCode' })
  })

  test('that does not exist is refused beside its field', async () => {
    for (const categoryCode of ['ZZ99', ''])
      expect(await refused('desk', toldBody(server, 'willowHouse', { categoryCode }))).toMatchObject({
        status: 400,
        field: 'categoryCode',
      })
  })
})

test('who spoke for somebody else is kept beside who wrote it down', async () => {
  const { id, slip } = await register(server, 'gridder', 'willowHouse', {
    ...{ channel: 'visit', name: '周奶奶', phone: '１９９ ００００ ５５５５', onBehalf: 'family' },
  })
  expect(slip).toMatchObject({ onBehalf: 'family', unitName: '柳岸第一网格', holderName: '柳岸社区' })
  expect((await page('clerk', id)).voices).toMatchObject([
    { name: '周**', phone: '199****5555', onBehalf: 'family', enteredBy: { unitName: '柳岸第一网格' } },
  ])
})

describe('registered and dispatched in one go', () => {
  const going = (place: UnitKey, unit: UnitKey, more: object = {}) => ({
    ...toldBody(server, place, { categoryCode: 'S0101', phone: '19900001234', ...more }),
    dispatch: {
      ...{ acceptId: freshId(), triageId: freshId(), dispatchId: freshId() },
      unitId: server.town.units[unit].id,
    },
  })

  test('it is with the unit at once, each step in a line of its own', async () => {
    const body = going('willowHouse', 'willow')
    const { slip } = await server.as('desk').ok('receiveMatter', { body })
    expect(slip).toMatchObject({ holderName: '柳岸社区', expect: { kind: 'contact' } })
    const { state, actionLog, clocks, may } = await page('clerk', body.id)
    expect(state).toBe('dispatched')
    expect(actionLog.map((line) => [line.verb, line.actor.role])).toEqual(
      ['receive', 'accept', 'triage', 'dispatch'].map((verb) => [verb, 'deskOfficer']),
    )
    expect(may).toContain('sign')
    expect(
      clocks
        .filter((clock) => clock.stoppedAt === null)
        .map((clock) => clock.kind)
        .sort(),
    ).toEqual(['contact', 'handle', 'sign'])
  })

  test('sent again, also five times at once, it is done once', async () => {
    const body = going('willowHouse', 'willow')
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => server.as('desk').ok('receiveMatter', { body })),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect((await page('desk', body.id)).actionLog).toHaveLength(4)
  })

  test.each<[string, Login, UnitKey, UnitKey, object, object]>([
    [
      'without a category',
      'desk',
      'willowHouse',
      'willow',
      { categoryCode: undefined },
      { field: 'categoryCode' },
    ],
    [
      'to a unit of another street',
      'desk',
      'willowHouse',
      'reed',
      {},
      { refused: 'notATarget', field: 'unitId' },
    ],
    ['to a house', 'desk', 'willowHouse', 'willowHouse', {}, { refused: 'notATarget' }],
    ['by who only brings things in', 'head', 'willowHouse', 'willow', {}, { refused: 'notYours' }],
  ])('%s nothing is registered at all', async (_, login, place, unit, more, told) => {
    const body = going(place, unit, more)
    expect(await refused(login, body)).toMatchObject(told)
    expect(await here(body.id)).toBe(0)
  })

  test('likely handlers are proposed before there is a matter, to who may dispatch there', async () => {
    const query = { placeUnitId: server.town.units.willowHouse.id, categoryCode: 'S0101' }
    const { mayDispatch, rows } = await server.as('desk').ok('listLikely', { query })
    expect(mayDispatch).toBe(true)
    expect(rows[0]).toMatchObject({ name: '柳岸社区', why: 'category' })
    expect(rows.map((row) => row.name)).not.toContain('苇塘社区')
    expect(await server.as('head').ok('listLikely', { query })).toEqual({
      mayDispatch: false,
      rows: [],
      duty: null,
    })
    const away = { placeUnitId: server.town.units.reedHouse.id }
    expect(await server.as('desk').no('listLikely', { query: away })).toMatchObject({ status: 403 })
  })
})
