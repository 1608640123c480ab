import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, Given } from '#test/client.ts'
import { freshId, type Login } from '#test/factory.ts'
import { fillMatters } from '#test/fill.ts'
import { matterIn, report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await fillMatters(server, 2400)
}, 60_000)
afterAll(() => server.close())

type Query = Partial<Given<'listMatters'>['query']>
type Row = Answer<'listMatters'>['rows'][number]
const list = (login: Login, query: Query) => server.as(login).ok('listMatters', { query: query as never })

/** Every row, page by page. */
async function all(login: Login, query: Query): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page = await list(login, { ...query, limit: 37, ...(cursor ? { cursor } : {}) })
    rows.push(...page.rows)
    cursor = page.next ?? undefined
  } while (cursor)
  return rows
}

const inDatabase = async (where: string) =>
  (await server.owner.query<{ id: string }>(`select id from matter where ${where}`)).rows.map((row) => row.id)

describe('page by page', () => {
  test.each([
    ['area', 'due', `state <> 'closed'`],
    ['area', 'new', `state <> 'closed'`],
    ['area', 'changed', `state <> 'closed'`],
    ['closed', 'changed', `state = 'closed'`],
    ['closed', 'new', `state = 'closed'`],
    ['closed', 'due', `state = 'closed'`],
  ] as const)(
    'the box %s sorted by %s shows every matter exactly once, in order',
    async (box, sort, where) => {
      const rows = await all('topsorter', { box, sort })
      const ids = rows.map((row) => row.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.toSorted()).toEqual((await inDatabase(where)).toSorted())
      const isByDue = sort === 'due' && box !== 'closed'
      const keys = rows.map((row) =>
        isByDue
          ? (dueOf.get(row.id) ?? Infinity)
          : -Date.parse(sort === 'changed' ? row.changedAt : row.receivedAt),
      )
      expect(keys).toEqual(keys.toSorted((a, b) => a - b))
    },
  )

  const dueOf = new Map<string, number>()
  beforeAll(async () => {
    const { rows } = await server.owner.query('select id, due_at from matter')
    for (const row of rows) dueOf.set(row.id, row.due_at?.getTime() ?? Infinity)
  })

  test('what moved last comes first in the order of change, and shows when that was', async () => {
    const { id } = await matterIn(server, 'accepted')
    server.pass(3 * 60_000)
    await server.as('clerk').move(id, 'note', { text: '催一下' })
    const [first] = (await list('topsorter', { box: 'area', sort: 'changed', limit: 1 })).rows
    expect(first).toMatchObject({ id, changedAt: new Date(server.now).toISOString() })
    const { rows } = await server.owner.query(
      `select m.changed_at, (select max(a.at) from matter_action a where a.matter_id = m.id) last from matter m
        where number not like 'fill-%'`,
    )
    for (const row of rows) expect(row.changed_at).toEqual(row.last)
    server.pass(-3 * 60_000)
  })

  test('a matter that arrives meanwhile disturbs nothing', async () => {
    const first = await list('topsorter', { box: 'area', sort: 'new', limit: 50 })
    const late = await report(server)
    const second = await list('topsorter', { box: 'area', sort: 'new', limit: 50, cursor: first.next ?? '' })
    const ids = [...first.rows, ...second.rows].map((row) => row.id)
    expect(new Set(ids).size).toBe(100)
    expect(ids).not.toContain(late.id)
  })

  test('a cursor that is not ours is refused by name', async () => {
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const cursor of [
      'x',
      forged({}),
      forged({ key: 'yesterday', id: freshId() }),
      forged({ key: null, id: '1' }),
    ])
      expect(await server.as('clerk').no('listMatters', { query: { cursor } })).toMatchObject({
        status: 400,
        field: 'cursor',
      })
  })
})

describe('a box', () => {
  const { units } = { units: () => server.town.units }

  test('`mine` holds what waits for my unit, and nothing else', async () => {
    const rows = await all('housing', { box: 'mine' })
    const { id } = units().housing
    expect(rows.map((row) => row.id).toSorted()).toEqual(
      (await inDatabase(`holder_id = '${id}' and state <> 'closed'`)).toSorted(),
    )
    expect(rows.every((row) => row.holder.name === '枫溪区住建局')).toBe(true)
  })

  test('`pool` holds what the centre has to sort, check or ask about', async () => {
    const rows = await all('plumclerk', { box: 'pool' })
    const { id } = units().plum
    const states = `('received','accepted','returned','submitted','revisiting')`
    expect(rows.map((row) => row.id).toSorted()).toEqual(
      (await inDatabase(`holder_id = '${id}' and state in ${states}`)).toSorted(),
    )
  })

  test('shows nobody what lies beyond their reach', async () => {
    const willow = await all('clerk', { box: 'area' })
    expect(willow.map((row) => row.id).toSorted()).toEqual(
      (await inDatabase(`place_path like '/339901/001/001/%' and state <> 'closed'`)).toSorted(),
    )
    expect(await all('southsorter', { box: 'closed' })).toHaveLength(
      (await inDatabase(`place_path like '/339901/002/%' and state = 'closed'`)).length,
    )
  })

  test('narrows by state, by channel and by lateness together', async () => {
    const rows = await all('topsorter', { box: 'area', state: 'handling', late: '1' })
    const late = `due_at < '${new Date(server.now).toISOString()}'`
    expect(rows).toHaveLength((await inDatabase(`state = 'handling' and ${late}`)).length)
    server.pass(24 * 60 * 60_000)
    expect((await all('topsorter', { box: 'area', state: 'handling', late: '1' })).length).toBeGreaterThan(0)
    server.pass(-24 * 60 * 60_000)
    expect(await all('topsorter', { box: 'area', channel: 'police' })).toEqual([])
  })

  test('is counted up to a cap, as long as it is', async () => {
    const counts = await server.as('topsorter').ok('countMatters', {})
    expect(counts.cap).toBe(999)
    const open = (await inDatabase(`state <> 'closed'`)).length
    expect(counts.area).toBe(Math.min(open, 1000))
    const mine = await server.as('housing').ok('countMatters', {})
    expect(mine.mine).toBe((await all('housing', { box: 'mine' })).length)
    const pool = await server.as('plumclerk').ok('countMatters', {})
    expect(pool.pool).toBe((await all('plumclerk', { box: 'pool' })).length)
  })

  test('what is late is counted beside what is not yet', async () => {
    const { rows } = await server.owner.query<{ middle: Date }>(
      `select percentile_disc(0.5) within group (order by due_at) middle from matter where state <> 'closed'`,
    )
    const wait = (rows[0]?.middle.getTime() ?? 0) - server.now + 1
    server.pass(wait)
    const late = await inDatabase(`state <> 'closed' and due_at < '${new Date(server.now).toISOString()}'`)
    const counts = await server.as('topsorter').ok('countMatters', {})
    server.pass(-wait)
    expect(late.length).toBeGreaterThan(0)
    expect(counts.area).toBeGreaterThan(late.length)
    expect(counts.late).toBe(late.length)
  })
})

describe('the search', () => {
  const found = async (q: string, box: 'area' | 'closed' = 'area') =>
    (await list('clerk', { box, q })).rows.map((row) => row.id)

  test('finds a matter by its number, however it is typed', async () => {
    const { id, number } = await report(server)
    for (const typed of [number, number.replaceAll('-', ''), ` ${number} `, number.replace(/\d/g, fullWidth)])
      expect(await found(typed), typed).toEqual([id])
  })
  const fullWidth = (digit: string) => String.fromCodePoint(0xff10 + Number(digit))

  test('finds any run of Chinese characters, one character, Latin words in any case, and room numbers', async () => {
    const { id } = await report(server, { words: '翡冷翠餐厅深夜唱 KTV，7幢502室的老人睡不着。' })
    for (const typed of ['翡冷翠', '冷翠餐', '深', 'ktv', 'KTV', '502', '７幢', '深夜 老人'])
      expect(await found(typed), typed).toContain(id)
    for (const typed of ['翠冷', '冷餐', '没有这样', 'karaoke', '5023'])
      expect(await found(typed), typed).toEqual([])
  })

  test('takes signs and operators for nothing but text', async () => {
    for (const typed of ['!!!', '& | !', `' or 1=1 --`, '(:*)', '\\', '%', '_', "it's", '<->'])
      expect(
        (await server.as('clerk').send('listMatters', { query: { box: 'area', q: typed } })).statusCode,
      ).toBe(200)
    expect(await found('!!!')).toEqual([])
  })

  test.each(['area', 'closed', 'all'] as const)(
    'finds every matter of %s with a word that stands in most',
    async (box) => {
      const holds = `id in (select matter_id from matter_text where grams @@ $$'楼道' & '堆放'$$::tsquery)`
      for (const sort of ['due', 'new', 'changed'] as const) {
        const rows = await all('clerk', { box, sort, q: '楼道堆放' })
        const open = await all('clerk', { box, sort })
        const wanted = new Set(await inDatabase(holds))
        expect(rows.map((row) => row.id)).toEqual(open.map((row) => row.id).filter((id) => wanted.has(id)))
        expect(rows.length).toBeGreaterThan(37)
      }
    },
  )

  test('finds what was said in a closed matter in its box', async () => {
    const { id } = await matterIn(server, 'closed', { words: '琥珀路口的红绿灯不亮' })
    expect(await found('琥珀路')).toEqual([])
    expect(await found('琥珀路', 'closed')).toEqual([id])
  })
})

test('a row tells who holds it, which clock ends first and what stands out', async () => {
  const { id, number } = await matterIn(server, 'dispatched')
  const [row] = (await list('clerk', { box: 'area', q: number })).rows
  expect(row).toMatchObject({
    id,
    state: 'dispatched',
    holder: { name: '枫溪区住建局', kind: 'department' },
    clock: { kind: 'contact', dueAt: '2026-11-24T01:30:00.000Z' },
    flags: [],
    channel: 'qr',
  })
})

test('the targets are whom one may dispatch to: a community never a department, a street its own and the departments', async () => {
  const { id } = await matterIn(server, 'accepted')
  const names = async (login: Login, q?: string) =>
    (await server.as(login).ok('listTargets', { params: { id }, query: { q } })).rows.map((row) => row.name)
  expect(await names('clerk')).not.toContain('枫溪区住建局')
  expect(await names('clerk')).toContain('柳岸社区调委会')
  expect(await names('sorter')).toEqual(expect.arrayContaining(['枫溪区住建局', '梅园社区', '枫溪供电公司']))
  expect(await names('sorter')).not.toContain('苇塘社区')
  expect(await names('sorter', 'zjj')).toEqual(['枫溪区住建局'])
  for (const name of await names('sorter')) expect(name).not.toMatch(/幢/)
  expect(await server.as('leader').no('listTargets', { params: { id }, query: {} })).toMatchObject({
    status: 403,
  })
  expect(await server.as('housing').no('listTargets', { params: { id }, query: {} })).toMatchObject({
    status: 404,
  })
  expect(await server.as('plumclerk').no('listTargets', { params: { id }, query: {} })).toMatchObject({
    status: 404,
  })
})

test('a dispatch outside the range, to a closed unit or to a building is refused by name', async () => {
  const { id } = await matterIn(server, 'accepted')
  const { reed, willowHouse, mediators, housing } = server.town.units
  for (const [login, unitId] of [
    ['sorter', reed.id],
    ['sorter', willowHouse.id],
    ['clerk', housing.id],
    ['sorter', freshId()],
  ] as const)
    expect(await server.as(login).moveNo(id, 'dispatch', { unitId })).toMatchObject({
      status: 422,
      refused: 'notATarget',
      field: 'unitId',
    })
  await server.owner.query(`update unit set valid_to = '2026-11-22' where id = $1`, [mediators.id])
  expect(await server.as('clerk').moveNo(id, 'dispatch', { unitId: mediators.id })).toMatchObject({
    refused: 'closedUnit',
    facts: { unit: '柳岸社区调委会' },
  })
  await server.owner.query('update unit set valid_to = null where id = $1', [mediators.id])
})
