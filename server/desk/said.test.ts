import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { register } from '#test/desk.ts'
import { freshId, type Login } from '#test/factory.ts'
import { bring } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const find = (login: Login, phone: string, commandId = freshId()) =>
  server.as(login).ok('findSaid', { body: { commandId, phone } })
const elsewhere = (login: Login, id: string) =>
  server.as(login).ok('listElsewhere', { params: { id }, body: {} })
const readings = async (login: Login) =>
  (
    await server.owner.query('select what, subject from read_log where account_id = $1 order by at', [
      server.town.staff[login].accountId,
    ])
  ).rows

describe('what a person said before', () => {
  test('is named when the number is typed, the newest first, however the number is written', async () => {
    const phone = '19900002001'
    const ids = []
    for (const place of ['willowHouse', 'plumHouse'] as const) {
      server.pass(60_000)
      ids.unshift((await register(server, 'desk', place, { phone })).id)
    }
    const { rows, more } = await find('desk', '１９９－００００ 2001')
    expect(rows.map((row) => row.id)).toEqual(ids)
    expect(more).toBe(0)
    expect(rows[0]).toMatchObject({ state: 'received', placeText: '梅园里 8 幢' })
    expect(await find('desk', '19900002999')).toEqual({ rows: [], more: 0 })
  })

  test('stays closed to who may not see the matter, or not who said it', async () => {
    const phone = '19900002002'
    const { id } = await register(server, 'desk', 'willowHouse', { phone, isConfidential: true })
    await register(server, 'southsorter', 'reedHouse', { phone })
    expect((await find('desk', phone)).rows.map((row) => row.id)).toEqual([id])
    expect((await find('plumclerk', phone)).rows).toEqual([])
    expect((await find('topsorter', phone)).rows).toHaveLength(2)
    expect(await find('head', phone)).toEqual({ rows: [], more: 0 })
    // what is kept from the unit that handles it is kept from its look-up as well
    const open = await register(server, 'desk', 'willowHouse', { phone })
    await bring(server, id, 'received')
    expect((await elsewhere('desk', open.id)).voices).toMatchObject([{ rows: [{ id }] }])
  })

  test('is on record each time a number is looked up, found or not, and never with the number', async () => {
    const before = (await readings('colleague')).length
    const commandId = freshId()
    await find('colleague', '19900002003', commandId)
    await find('colleague', '19900002003', commandId)
    await find('colleague', '19900002004')
    const told = (await readings('colleague')).slice(before)
    expect(told.map((line) => line.what)).toEqual(['reveal', 'reveal'])
    expect(JSON.stringify(told)).not.toMatch(/1990000200/)
    const body = { commandId, phone: '19900002005' }
    expect(await server.as('colleague').no('findSaid', { body })).toMatchObject({ refused: 'commandReused' })
  })

  test('that is no number is refused beside its field', async () => {
    const body = { commandId: freshId(), phone: '没有' }
    expect(await server.as('desk').no('findSaid', { body })).toMatchObject({ status: 400, field: 'phone' })
  })
})

test('the page of a matter names what its people said elsewhere, and a handling unit sees nothing of a secret voice', async () => {
  const phone = '19900002010'
  const [one, two] = [
    await register(server, 'sorter', 'willowHouse', { phone, categoryCode: 'S0101' }),
    await register(server, 'sorter', 'willowHouse', { phone, isConfidential: true, categoryCode: 'S0101' }),
  ]
  const { voices } = await elsewhere('sorter', one.id)
  expect(voices).toMatchObject([{ appealId: one.appealId, rows: [{ id: two.id }], more: 0 }])
  for (const { id } of [one, two]) {
    await server.as('sorter').move(id, 'accept', {})
    await server.as('sorter').move(id, 'dispatch', { unitId: server.town.units.housing.id })
  }
  expect(await elsewhere('housing', one.id)).toEqual({ voices: [] })
  expect(await elsewhere('housing', two.id)).toEqual({ voices: [] })
  expect(
    await server.as('southsorter').no('listElsewhere', { params: { id: one.id }, body: {} }),
  ).toMatchObject({
    status: 404,
  })
})
