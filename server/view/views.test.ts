import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Given } from '#test/client.ts'
import { freshId, type Login } from '#test/factory.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

type Body = Given<'saveView'>['body']
const body = (more: Partial<Body> = {}): Body => ({
  ...{ name: '群体诉求', query: { box: 'area', sort: 'new', flag: 'group' }, unitId: null, version: 0 },
  ...more,
})
const save = (login: Login, id: string, more: Partial<Body> = {}) =>
  server.as(login).ok('saveView', { params: { id }, body: body(more) })
const saveNo = (login: Login, id: string, more: Partial<Body> = {}) =>
  server.as(login).no('saveView', { params: { id }, body: body(more) })
const seen = async (login: Login) => (await server.as(login).ok('listViews', {})).rows.map((view) => view.id)

describe('a view of one’s own', () => {
  test('is saved, found again as it was, and seen by nobody else', async () => {
    const id = freshId()
    await save('clerk', id)
    const { rows } = await server.as('clerk').ok('listViews', {})
    expect(rows.find((view) => view.id === id)).toMatchObject({
      ...{ name: '群体诉求', query: { box: 'area', sort: 'new', flag: 'group' }, unknown: [] },
      ...{ isMine: true, unit: null, mayMend: true, version: 1 },
    })
    expect(await seen('colleague')).not.toContain(id)
    expect(await saveNo('colleague', id, { name: '别人的' })).toMatchObject({ status: 404 })
  })

  test('sent twice, also at once, is one view; other content needs the version that was seen', async () => {
    const id = freshId()
    const both = await Promise.all([save('clerk', id), save('clerk', id)])
    expect(both.map((view) => view.version)).toEqual([1, 1])
    await save('clerk', id, { name: '新名字', version: 1 })
    expect(await saveNo('clerk', id, { name: '旧名字', version: 1 })).toMatchObject({
      ...{ status: 409, refused: 'staleVersion' },
    })
  })

  test('is deleted once and for all, and deleting again does no harm', async () => {
    const id = freshId()
    await save('clerk', id)
    for (let i = 0; i < 2; i++) await server.as('clerk').ok('deleteView', { params: { id } })
    expect(await seen('clerk')).not.toContain(id)
  })

  test('cannot be made without end', async () => {
    for (let i = 0; i < 50; i++) await save('power', freshId())
    expect(await saveNo('power', freshId())).toMatchObject({ refused: 'tooMany' })
  })
})

describe('a shared view', () => {
  test('is seen in the area of its unit only', async () => {
    const { willow, northCentre } = server.town.units
    const [community, street] = [freshId(), freshId()]
    await save('clerk', community, { unitId: willow.id })
    await save('sorter', street, { unitId: northCentre.id })
    for (const login of ['colleague', 'gridder', 'clerk'] as const)
      expect(await seen(login), login).toEqual(expect.arrayContaining([community, street]))
    expect(await seen('plumclerk')).toContain(street)
    expect(await seen('plumclerk')).not.toContain(community)
    expect(await seen('reedclerk')).not.toContain(street)
  })

  test('is mended by colleagues who may share with the unit, and by nobody else', async () => {
    const id = freshId()
    await save('clerk', id, { unitId: server.town.units.willow.id })
    await save('colleague', id, { unitId: server.town.units.willow.id, name: '我们的', version: 1 })
    const mine = { unitId: server.town.units.willow.id, name: '我的', version: 2 }
    expect(await saveNo('gridder', id, mine)).toMatchObject({ status: 403, refused: 'notYours' })
    expect(await server.as('gridder').no('deleteView', { params: { id } })).toMatchObject({ status: 403 })
    expect(await seen('clerk')).toContain(id)
  })

  test('is not shared by who may not, nor with the unit of others', async () => {
    const { willowGrid, plum } = server.town.units
    expect(await saveNo('gridder', freshId(), { unitId: willowGrid.id })).toMatchObject({ status: 403 })
    expect(await saveNo('clerk', freshId(), { unitId: plum.id })).toMatchObject({
      ...{ status: 403, field: 'unitId' },
    })
    expect((await server.as('clerk').ok('listViews', {})).shareWith).toEqual([
      { id: server.town.units.willow.id, name: '柳岸社区' },
    ])
    expect((await server.as('gridder').ok('listViews', {})).shareWith).toEqual([])
  })
})

test('a view with a deleted category opens, says so, and is mended by its owner', async () => {
  const id = freshId()
  const query = { box: 'all', sort: 'new', category: 'S0401' } as const
  await save('clerk', id, { name: '路灯', query })
  await server.owner.query(`update category set valid_to = '2026-11-01' where code = 'S0401'`)
  const view = (await server.as('clerk').ok('listViews', {})).rows.find((one) => one.id === id)
  expect(view?.query).toEqual(query)
  const opened = await server.as('clerk').ok('listMatters', { query: { ...query } })
  expect(opened).toMatchObject({ rows: [], names: { category: { isGone: true } } })
  const mended = await save('clerk', id, {
    ...{ name: '路灯', query: { box: 'all', sort: 'new', category: 'S04' }, version: 1 },
  })
  expect(mended.query.category).toBe('S04')
})

test('a stored condition that the product no longer knows is told by name and left out', async () => {
  const id = freshId()
  await save('clerk', id)
  await server.owner.query(
    `update list_view set query = query || '{"state":"lost","colour":"red","kind":"hazard"}' where id = $1`,
    [id],
  )
  const view = (await server.as('clerk').ok('listViews', {})).rows.find((one) => one.id === id)
  expect(view?.unknown.toSorted()).toEqual(['colour', 'state'])
  expect(view?.query).toEqual({ box: 'area', sort: 'new', flag: 'group', kind: 'hazard' })
  const mended = await save('clerk', id, { version: 1 })
  expect(mended).toMatchObject({ unknown: [], version: 2 })
})

describe('the columns of a table', () => {
  test('are kept with a view in their order, and are content like the conditions', async () => {
    const id = freshId()
    expect((await save('clerk', id)).columns).toEqual([])
    const saved = await save('clerk', id, { columns: ['title', 'due', 'holder'], version: 1 })
    expect(saved).toMatchObject({ columns: ['title', 'due', 'holder'], unknownColumns: [], version: 2 })
    expect((await save('clerk', id, { columns: ['title', 'due', 'holder'], version: 1 })).version).toBe(2)
    expect(await saveNo('clerk', id, { columns: ['due', 'title'], version: 1 })).toMatchObject({
      status: 409,
    })
    expect(await saveNo('clerk', id, { columns: ['salary' as 'due'], version: 2 })).toMatchObject({
      ...{ status: 400, refused: 'badInput' },
    })
  })

  test('that the product no longer knows are told by name, left out, and gone when the view is saved anew', async () => {
    const id = freshId()
    await save('clerk', id, { columns: ['title', 'due'] })
    await server.owner.query(`update list_view set columns = '{title,mood,due,title}' where id = $1`, [id])
    const view = (await server.as('clerk').ok('listViews', {})).rows.find((one) => one.id === id)
    expect(view).toMatchObject({ columns: ['title', 'due'], unknownColumns: ['mood'] })
    const mended = await save('clerk', id, { columns: ['title', 'due'], version: 1 })
    expect(mended).toMatchObject({ unknownColumns: [], version: 2 })
  })

  test('are remembered with the look for each person, beside the order of the views', async () => {
    const choice = async (login: Login) => (await server.as(login).ok('listViews', {})).choice
    expect(await choice('reedclerk')).toEqual({ look: 'cards', columns: [] })
    const body = { look: 'table', columns: ['title', 'changed'] } as const
    for (let i = 0; i < 2; i++) await server.as('reedclerk').ok('saveListLook', { body })
    await server.as('reedclerk').ok('orderViews', { body: { ids: [] } })
    expect(await choice('reedclerk')).toEqual(body)
    expect(await choice('clerk')).toEqual({ look: 'cards', columns: [] })
    await server.owner.query(`update list_choice set columns = '{title,mood}' where look = 'table'`)
    expect(await choice('reedclerk')).toEqual({ look: 'table', columns: ['title'] })
  })
})

test('everybody has an order of their own', async () => {
  const [a = '', b = ''] = [freshId(), freshId()].toSorted()
  await save('sorter', a, { unitId: server.town.units.northCentre.id, name: '甲' })
  await save('sorter', b, { unitId: server.town.units.northCentre.id, name: '乙' })
  await server.as('plumclerk').ok('orderViews', { body: { ids: [b, a] } })
  const places = async (login: Login) => {
    const order = await seen(login)
    return order.indexOf(b) < order.indexOf(a)
  }
  expect([await places('plumclerk'), await places('sorter')]).toEqual([true, false])
})
