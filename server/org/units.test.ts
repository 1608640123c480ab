import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusesOf } from '#test/client.ts'
import { freshId, logins, type UnitKey } from '#test/factory.ts'
import { report, triage } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const admin = () => server.as('admin')
const at = (key: UnitKey) => ({ id: server.town.units[key].id })
const newUnit = (above: UnitKey, more: object = {}) => ({
  ...{ commandId: freshId(), id: freshId(), parentId: at(above).id, kind: 'grid', code: 'G09' },
  ...{ name: '柳岸第九网格', lng: null, lat: null, validFrom: '2026-11-23' },
  ...more,
})
const close = (id: string, lastOn: string | null = null) => ({
  params: { id },
  body: { commandId: freshId(), lastOn },
})
const square = {
  type: 'Polygon',
  coordinates: [
    [
      [119, 29],
      [119.1, 29],
      [119.1, 29.1],
      [119, 29],
    ],
  ],
}

describe('the tree', () => {
  const namesUnder = async (parent?: string, more: object = {}) =>
    (await admin().ok('listUnits', { query: { parent, ...more } })).rows.map(({ name }) => name)

  test('opens level by level, by code', async () => {
    expect(await namesUnder()).toEqual(['枫溪区'])
    expect(await namesUnder(at('north').id)).toEqual([
      ...['柳岸社区', '梅园社区', '老周调解工作室', '北桥街道综治中心'],
    ])
    const { rows } = await admin().ok('listUnits', { query: { parent: at('willow').id } })
    expect(rows.map(({ code, hasUnits, isOpen }) => [code, hasUnits, isOpen])).toEqual([
      ['G01', true, true],
      ['TW', false, true],
    ])
  })

  test('is found by name, pinyin and code, with the names above', async () => {
    const found = async (q: string) => (await admin().ok('listUnits', { query: { q } })).rows
    expect(await found('liuan')).toHaveLength(4)
    expect((await found('lasq'))[0]).toMatchObject({ name: '柳岸社区', names: ['枫溪区', '北桥街道'] })
    expect((await found('d02')).map(({ name }) => name)).toEqual(['枫溪区水务局'])
    expect(await found('100%')).toEqual([])
  })

  test('pages by key through a level once', async () => {
    const seen: string[] = []
    for (let cursor: string | undefined, i = 0; i < 9; i++) {
      const page = await admin().ok('listUnits', {
        query: { parent: at('district').id, limit: 2, cursor },
      })
      seen.push(...page.rows.map(({ code }) => code))
      if (page.next === null) break
      cursor = page.next
    }
    expect(seen).toEqual(['001', '002', 'D01', 'D02', 'Q01', 'ZX'])
  })
})

test('only an administrator sees and changes the tree', async () => {
  for (const login of logins.filter((one) => one !== 'admin')) {
    const no = { status: 403, refused: 'notYours' }
    expect(await server.as(login).no('listUnits', { query: {} }), login).toMatchObject(no)
    expect(await server.as(login).no('addUnit', { body: newUnit('willow') }), login).toMatchObject(no)
    expect(await server.as(login).no('closeUnit', close(at('studio').id)), login).toMatchObject(no)
  }
})

describe('a new unit', () => {
  test('hangs where its kind may hang, is found at once, and takes people', async () => {
    const body = newUnit('willow', { outline: { type: 'Feature', geometry: square }, phone: '0799 5550 103' })
    const page = await admin().ok('addUnit', { body })
    expect(page).toMatchObject({
      ...{ version: 1, isOpen: true, phone: '07995550103', outline: square },
      ...{ path: `${server.town.units.willow.path}G09/`, parent: { name: '柳岸社区' } },
    })
    const { rows } = await admin().ok('listPlaceUnits', { query: { q: '第九网格' } })
    expect(rows).toMatchObject([{ id: body.id, names: ['北桥街道', '柳岸社区'] }])
    const post = { commandId: freshId(), postId: freshId(), unitId: body.id, role: 'gridWorker' }
    const params = { id: server.town.staff.expert.personId }
    await admin().ok('givePost', { params, body: { ...post, fromOn: '2026-11-23' } })
    expect((await admin().ok('getUnit', { params: { id: body.id } })).posts).toMatchObject([
      { role: 'gridWorker', person: { name: expect.stringContaining('文') }, when: 'now' },
    ])
    expect(await admin().no('closeUnit', close(body.id))).toMatchObject({
      ...{ status: 409, refused: 'unitHasPosts', facts: { posts: 1 } },
    })
  })

  test('sent twice and at once is one unit, on record', async () => {
    const body = newUnit('plum', { code: 'G08' })
    const answers = await Promise.all([1, 2, 3].map(() => admin().send('addUnit', { body })))
    expect(statusesOf(answers)).toEqual([200, 200, 200])
    const { rows } = await server.owner.query('select verb, payload from org_action where subject = $1', [
      body.id,
    ])
    expect(rows).toMatchObject([{ verb: 'addUnit', payload: { code: 'G08', name: '柳岸第九网格' } }])
    expect(await admin().no('addUnit', { body: { ...body, name: '别的' } })).toMatchObject({
      refused: 'commandReused',
    })
  })

  test.each([
    ['of a kind that cannot hang there', { kind: 'building' }, 422, 'kindNotHere', 'kind'],
    ['with the code of a sibling', { code: 'g01' }, 409, 'unitCodeTaken', 'code'],
    ['with a code that breaks the path', { code: 'A/B' }, 400, 'badInput', 'code'],
    ['under nothing', { parentId: freshId() }, 404, 'notFound', 'parentId'],
    ['with no area', { outline: { type: 'Point', coordinates: [1, 2] } }, 422, 'badOutline', 'outline'],
    ['off the earth', { lat: 95 }, 400, 'badInput', 'lat'],
  ] as const)('%s is refused and leaves nothing', async (_, more, status, refused, field) => {
    const body = newUnit('willow', { code: 'G10', ...more })
    expect(await admin().no('addUnit', { body })).toMatchObject({ status, refused, field })
    expect((await admin().send('getUnit', { params: { id: body.id } })).statusCode).toBe(404)
  })
})

describe('editing a unit', () => {
  const edit = (version: number, more: object = {}) => ({
    ...{ commandId: freshId(), version, name: '苇塘社区', phone: '0799-5550101', lng: 119.2, lat: 29.3 },
    ...more,
  })

  test('changes what is given, keeps the outline that is left out, and is told when it is stale', async () => {
    const params = at('reed')
    const first = await admin().ok('editUnit', { params, body: edit(1, { outline: square }) })
    expect(first).toMatchObject({ version: 2, lng: 119.2, outline: square })
    const body = edit(2, { name: '苇塘新社区', phone: null })
    const page = await admin().ok('editUnit', { params, body })
    expect(page).toMatchObject({ version: 3, name: '苇塘新社区', phone: null, outline: square })
    expect(await admin().ok('editUnit', { params, body })).toEqual(page)
    const found = await admin().ok('listUnits', { query: { q: 'wtxsq' } })
    expect(found.rows.map(({ id }) => id)).toEqual([params.id])
    expect(await admin().no('editUnit', { params, body: edit(2) })).toMatchObject({
      ...{ status: 409, refused: 'staleVersion' },
    })
    const same = edit(3, { name: '苇塘新社区', phone: null })
    expect(await admin().no('editUnit', { params, body: same })).toMatchObject({ refused: 'nothingChanged' })
    expect(await admin().ok('editUnit', { params, body: edit(3, { outline: null }) })).toMatchObject({
      outline: null,
    })
  })
})

describe('closing a unit', () => {
  test('waits for what it holds, handles or sorts, and says which', async () => {
    const { id } = await report(server)
    expect(await admin().no('closeUnit', close(at('willow').id))).toMatchObject({
      ...{ status: 409, refused: 'unitHasWork', facts: { matters: 1 } },
    })
    await server.as('clerk').move(id, 'accept', {})
    await server.as('clerk').move(id, 'triage', triage)
    await server.as('sorter').move(id, 'dispatch', { unitId: at('power').id })
    const page = await admin().ok('getUnit', { params: at('power') })
    expect(page.openWork).toMatchObject({ count: 1, rows: [{ id, state: 'dispatched', mayRead: false }] })
    await server.as('power').move(id, 'sign', {})
    await server.as('power').move(id, 'submit', { result: '好了', outcome: 'solved' })
    // It lies with the community again, but the company may have to do it over.
    for (const key of ['power', 'willow'] as const)
      expect((await admin().ok('getUnit', { params: at(key) })).openWork.count, key).toBe(1)
  })

  test('waits for its posts and the units below', async () => {
    expect(await admin().no('closeUnit', close(at('south').id))).toMatchObject({
      ...{ refused: 'unitHasUnits', facts: { units: 2 } },
    })
    expect(await admin().no('closeUnit', close(at('district').id))).toMatchObject({ refused: 'rootStays' })
    expect(await admin().no('closeUnit', close(at('water').id))).toMatchObject({ refused: 'unitHasPosts' })
    expect(await admin().no('closeUnit', close(at('water').id, '2019-12-31'))).toMatchObject({
      ...{ status: 422, refused: 'badSpan', field: 'lastOn' },
    })
  })

  test('takes effect at once or after a last day, and can be undone', async () => {
    const id = at('plumHouse').id
    const request = close(id)
    const page = await admin().ok('closeUnit', request)
    expect(page).toMatchObject({ isOpen: false, validTo: '2026-11-22' })
    expect(await admin().ok('closeUnit', request)).toEqual(page)
    const shown = async (query: object) =>
      (await admin().ok('listUnits', { query: { parent: at('plumGrid').id, ...query } })).rows.length
    expect([await shown({}), await shown({ closed: '1' })]).toEqual([0, 1])
    expect(
      await admin().no('addPlace', { params: { id }, body: { commandId: freshId(), label: '2 单元' } }),
    ).toMatchObject({ refused: 'closedUnit' })
    const reopen = () => ({ params: { id }, body: { commandId: freshId() } })
    expect(await admin().ok('reopenUnit', reopen())).toMatchObject({ isOpen: true, validTo: null })
    expect(await admin().no('reopenUnit', reopen())).toMatchObject({ refused: 'nothingChanged' })
    const later = await admin().ok('closeUnit', close(id, '2026-12-31'))
    expect(later).toMatchObject({ isOpen: true, validTo: '2026-12-31' })
  })

  test('a unit below a closed one is not opened again', async () => {
    const grid = newUnit('plum', { code: 'G30' })
    await admin().ok('addUnit', { body: grid })
    const house = newUnit('plum', { code: 'B01', kind: 'building', parentId: grid.id })
    await admin().ok('addUnit', { body: house })
    await admin().ok('closeUnit', close(house.id))
    await admin().ok('closeUnit', close(grid.id))
    const request = { params: { id: house.id }, body: { commandId: freshId() } }
    expect(await admin().no('reopenUnit', request)).toMatchObject({ refused: 'closedUnit' })
  })
})

describe('stairwell codes', () => {
  test('hang at a building, can be scanned, get another label, and are taken down', async () => {
    const params = at('willowHouse')
    const body = { commandId: freshId(), label: '柳岸新村 3 幢 2 单元' }
    const hung = await admin().ok('addPlace', { params, body })
    expect(await admin().ok('addPlace', { params, body })).toEqual(hung)
    const code = hung.places.find(({ label }) => label === body.label)?.code ?? ''
    const scan = { params: { district: 339_901, code } }
    expect(await server.visitor.ok('findPlace', scan)).toMatchObject({ label: body.label })
    const more = { params: { ...params, code }, body: { commandId: freshId(), label: '西门' } }
    await admin().ok('editPlace', more)
    expect(await server.visitor.ok('findPlace', scan)).toMatchObject({ label: '西门' })
    const down = { params: { ...params, code }, body: { commandId: freshId() } }
    const page = await admin().ok('closePlace', down)
    expect(page.places.at(-1)).toMatchObject({ code, isOpen: false })
    expect(await server.visitor.no('findPlace', scan)).toMatchObject({ refused: 'unknownPlace' })
  })

  test('hang nowhere else, and belong to the unit that is named', async () => {
    const body = { commandId: freshId(), label: '大门' }
    expect(await admin().no('addPlace', { params: at('housing'), body })).toMatchObject({
      ...{ status: 422, refused: 'noPlacesHere' },
    })
    const params = { ...at('plumHouse'), code: server.town.places.willow }
    expect(await admin().no('editPlace', { params, body })).toMatchObject({ status: 404 })
  })
})
