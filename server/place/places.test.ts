import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshId, type Login } from '#test/factory.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const codes = async (login: Login, query: object = {}) =>
  (await server.as(login).ok('listPlaces', { query })).rows.map((row) => row.code)

test('the codes to print are those of one’s own area, with the address they carry', async () => {
  expect(await server.as('clerk').ok('listPlaces', { query: {} })).toEqual({
    rows: [
      {
        code: '0ABCDE',
        label: '柳岸新村 3 幢 1 单元',
        communityName: '柳岸社区',
        url: 'http://maple.test/s/339901/0ABCDE',
      },
    ],
    next: null,
  })
  expect(await codes('sorter')).toEqual(['0ABCDE', '1ABCDE'])
  expect(await codes('topsorter')).toEqual(['0ABCDE', '1ABCDE', '2ABCDE'])
  expect(await server.as('housing').no('listPlaces', { query: {} })).toMatchObject({ status: 403 })
})

test('they narrow to what lies under a unit, and an unknown unit is refused instead of showing everything', async () => {
  const { units } = server.town
  expect(await codes('topsorter', { under: units.plumHouse.id })).toEqual(['1ABCDE'])
  expect(await codes('clerk', { under: units.reed.id })).toEqual([])
  expect(await server.as('topsorter').no('listPlaces', { query: { under: freshId() } })).toMatchObject({
    status: 404,
    field: 'under',
  })
})

test('page by page every code comes once', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await server
      .as('topsorter')
      .ok('listPlaces', { query: { limit: 1, ...(cursor && { cursor }) } })
    seen.push(...page.rows.map((row) => row.code))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(['0ABCDE', '1ABCDE', '2ABCDE'])
})

test('a unit is found by name, pinyin and initials, with the names above it, below a unit or of a kind', async () => {
  const find = async (query: object) =>
    (await server.as('clerk').ok('listPlaceUnits', { query })).rows.map(({ name, names }) =>
      [...names, name].join('/'),
    )
  const house = '北桥街道/柳岸社区/柳岸第一网格/柳岸新村 3 幢'
  for (const q of ['新村', 'xincun', 'laxc']) expect(await find({ q }), q).toContain(house)
  expect(await find({ kind: 'street' })).toEqual(['北桥街道', '南塘街道'])
  expect(await find({ q: '幢', under: server.town.units.south.id })).toEqual([
    '南塘街道/苇塘社区/苇塘第一网格/苇塘花园 1 幢',
  ])
  expect(await find({ q: '%' })).toEqual([])
  const nowhere = { query: { q: '', under: freshId() } }
  expect(await server.as('clerk').no('listPlaceUnits', nowhere)).toMatchObject({
    status: 404,
    field: 'under',
  })
})

test('a unit that has ended is not offered any more', async () => {
  const { id } = server.town.units.studio
  const find = async () =>
    (await server.as('sorter').ok('listPlaceUnits', { query: { q: '老周' } })).rows.map((row) => row.id)
  expect(await find()).toEqual([id])
  await server.owner.query(`update unit set valid_to = '2026-11-22' where id = $1`, [id])
  expect(await find()).toEqual([])
})

test('whoever looks whether the product works also learns whether it is a demonstration', async () => {
  expect(await server.visitor.ok('health', {})).toMatchObject({ database: true, isDemo: false })
  await server.owner.query('update district set is_demo = true')
  expect(await server.visitor.ok('health', {})).toMatchObject({ isDemo: true })
})
