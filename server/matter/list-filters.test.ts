import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listedFlags } from '#domain/matter/flags.ts'
import type { Given } from '#test/client.ts'
import { freshId, type Login, nameOf } from '#test/factory.ts'
import { fillMatters } from '#test/fill.ts'
import { bring, matterIn, report, triage } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await fillMatters(server, 240)
}, 60_000)
afterAll(() => server.close())

type Query = Partial<Given<'listMatters'>['query']>
const list = (query: Query, login: Login = 'topsorter') =>
  server.as(login).ok('listMatters', { query: { limit: 100, ...query } as never })
const ids = async (query: Query, login?: Login) => (await list(query, login)).rows.map((row) => row.id)

describe('a list is narrowed', () => {
  test('by a category, and by a group of categories with everything below it', async () => {
    const { id } = await report(server)
    await server.as('clerk').move(id, 'accept', {})
    await server.as('clerk').move(id, 'triage', { ...triage, categoryCode: 'S0203' })
    expect(await ids({ box: 'area', category: 'S0203' })).toEqual([id])
    expect(await ids({ box: 'area', category: 'S02' })).toEqual([id])
    expect(await ids({ box: 'area', category: 'S01' })).not.toContain(id)
    expect((await list({ box: 'area', category: 'S02' })).names.category?.isGone).toBe(false)
  })

  test('by place from the street down, by holder, by kind and by urgency', async () => {
    const { id } = await matterIn(server, 'accepted', { words: '琉璃巷口的井盖响' })
    await server.as('clerk').move(id, 'triage', { ...triage, kind: 'hazard', urgency: 'critical' })
    const { willowGrid, north, reed, willow, housing } = server.town.units
    for (const place of [willowGrid.id, willow.id, north.id])
      expect(await ids({ box: 'area', place, kind: 'hazard', urgency: 'critical' })).toEqual([id])
    expect(await ids({ box: 'area', place: reed.id, kind: 'hazard' })).toEqual([])
    expect(await ids({ box: 'area', holder: willow.id, kind: 'hazard' })).toEqual([id])
    expect(await ids({ box: 'area', holder: housing.id, kind: 'hazard' })).toEqual([])
  })

  test('by what I have signed for, and by what a colleague has', async () => {
    const { id } = await matterIn(server, 'handling')
    const { accountId } = server.town.staff.housing
    expect(await ids({ box: 'mine', handler: 'me' }, 'housing')).toEqual([id])
    expect(await ids({ box: 'mine', handler: 'me' }, 'housing2')).toEqual([])
    expect(await ids({ box: 'mine', handler: accountId }, 'housing2')).toEqual([id])
    expect((await list({ box: 'mine', handler: accountId }, 'housing2')).names.handler).toEqual({
      ...{ name: nameOf('housing'), isGone: false },
    })
  })

  test.each(listedFlags)('by the flag %s to the rows that show it, and to no others', async (flag) => {
    await bring(server, (await report(server)).id, 'revisiting')
    const { id } = await matterIn(server, 'dispatched')
    await server.as('housing').move(id, 'return', { reason: '不归我们管' })
    await server.as('clerk').move((await report(server)).id, 'ask', { question: '哪一楼？' })
    await server.owner.query(`update matter set appeals = 6 where number = 'fill-8'`)
    await server.owner.query(`update matter set solved = false where number = 'fill-9'`)
    await server.owner.query(`update matter set reopenings = 1 where number = 'fill-16'`)
    await server.owner.query(`update matter set reopen_asked = true where number = 'fill-17'`)
    const all: { id: string; flags: string[] }[] = []
    let cursor: string | undefined
    do {
      const page = await list({ box: 'all', ...(cursor ? { cursor } : {}) })
      all.push(...page.rows)
      cursor = page.next ?? undefined
    } while (cursor)
    const shown = all.filter((row) => row.flags.includes(flag)).map((row) => row.id)
    expect(shown.length).toBeGreaterThan(0)
    expect(await ids({ box: 'all', flag })).toEqual(shown)
  })

  test('by the days on which it was received', async () => {
    const { id } = await report(server)
    expect(await ids({ box: 'area', from: '2026-11-23', to: '2026-11-23' })).toContain(id)
    expect(await ids({ box: 'area', to: '2026-11-22' })).not.toContain(id)
  })
})

describe('a condition that no longer holds', () => {
  test('is told, and the list shows what was sorted so before, never everything', async () => {
    const { id } = await report(server)
    await server.as('clerk').move(id, 'accept', {})
    await server.as('clerk').move(id, 'triage', { ...triage, categoryCode: 'S0301' })
    await server.owner.query(`update category set valid_to = '2026-11-01' where code = 'S0301'`)
    const gone = await list({ box: 'area', category: 'S0301' })
    expect(gone.rows.map((row) => row.id)).toEqual([id])
    expect(gone.names.category?.isGone).toBe(true)
    const never = await list({ box: 'area', category: 'ZZ' })
    expect(never).toMatchObject({ rows: [], names: { category: { nameZh: 'ZZ', isGone: true } } })
  })

  test('is told of a closed unit and of one that was never there', async () => {
    const { studio } = server.town.units
    await server.owner.query(`update unit set valid_to = '2026-11-01' where id = $1`, [studio.id])
    expect((await list({ box: 'area', holder: studio.id })).names.holder).toEqual({
      ...{ name: '老周调解工作室', isGone: true },
    })
    const nowhere = await list({ box: 'all', place: freshId() })
    expect(nowhere).toMatchObject({ rows: [], names: { place: { name: '', isGone: true } } })
    await server.owner.query('update unit set valid_to = null where id = $1', [studio.id])
  })
})

describe('the total', () => {
  const total = (query: Query, login: Login = 'topsorter') =>
    server.as(login).ok('countList', { query: query as never })

  test('counts what the list holds for this reader, and the voices in it', async () => {
    const rows = (await list({ box: 'area' }, 'southsorter')).rows
    const appeals = rows.reduce((sum, row) => sum + row.appeals, 0)
    expect(await total({ box: 'area' }, 'southsorter')).toEqual({ cap: 1000, matters: rows.length, appeals })
    expect(await total({ box: 'area', place: server.town.units.north.id }, 'southsorter')).toMatchObject({
      matters: 0,
    })
  })

  test('stops at its cap and then sums no voices', async () => {
    await server.owner.query(
      `insert into matter select p.* from generate_series(1, 1001) i, matter m, lateral jsonb_populate_record(m,
        jsonb_build_object('id', overlay(m.id::text placing lpad(i::text, 12, '0') from 25), 'number', 'cap-' || i)) p
        where m.number = 'fill-8'`,
    )
    expect(await total({ box: 'all' })).toEqual({ cap: 1000, matters: 1001, appeals: null })
  })
})
