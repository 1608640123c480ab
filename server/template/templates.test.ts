import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusesOf } from '#test/client.ts'
import { freshId, type Login, type UnitKey } from '#test/factory.ts'
import { matterIn } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

type More = { unit?: UnitKey; name?: string; verbs?: string[]; categoryCode?: string | null; body?: string }

const bodyOf = ({ unit, ...more }: More) => ({
  ...{ commandId: freshId(), id: freshId(), unitId: unit ? server.town.units[unit].id : null },
  ...{
    name: `模板 ${freshId().slice(-6)}`,
    verbs: ['submit'],
    categoryCode: null,
    body: '{{title}}已办好。',
    ...more,
  },
})
const add = (login: Login, more: More = {}) => server.as(login).ok('addTemplate', { body: bodyOf(more) })
const no = (login: Login, more: More = {}) => server.as(login).no('addTemplate', { body: bodyOf(more) })
const factsOf = ({ name, verbs, categoryCode, body }: Awaited<ReturnType<typeof add>>) => ({
  ...{ name, verbs, categoryCode, body },
})
const seenBy = async (login: Login) =>
  (await server.as(login).ok('listTemplates', { query: { limit: '100' } })).rows

describe('a template', () => {
  test('is kept once, and not with a field that nobody can fill', async () => {
    const body = bodyOf({ body: '已{{?措施}}，{{title}}' })
    const row = await server.as('admin').ok('addTemplate', { body })
    expect(row).toMatchObject({ unit: null, version: 1, mayEdit: true, isClosed: false })
    expect(await server.as('admin').ok('addTemplate', { body })).toEqual(row)
    expect(await no('admin', { body: '{{titel}}' })).toMatchObject({
      ...{ status: 422, refused: 'unknownField', field: 'body', facts: { name: 'titel' } },
    })
    expect(await no('admin', { name: row.name })).toMatchObject({
      status: 409,
      refused: 'nameTaken',
      field: 'name',
    })
    expect(await no('admin', { verbs: ['sign'] })).toMatchObject({ status: 400 })
    expect(await no('admin', { categoryCode: 'S0000' })).toMatchObject({
      refused: 'badInput',
      field: 'categoryCode',
    })
  })

  test('of a unit is kept by its clerks and dispatchers, that of the district by its administrators', async () => {
    const own = await add('clerk', { unit: 'willow' })
    const general = await add('admin')
    expect(own).toMatchObject({ unit: { name: '柳岸社区' }, mayEdit: true })
    expect(await no('clerk')).toMatchObject({ status: 403, refused: 'notYours' })
    expect(await no('clerk', { unit: 'plum' })).toMatchObject({ status: 403 })
    expect(await no('housing', { unit: 'housing' })).toMatchObject({ status: 403 })
    const edit = (login: Login, one: typeof own) =>
      server.as(login).send('editTemplate', {
        params: { id: one.id },
        body: { commandId: freshId(), version: one.version, ...factsOf(one), body: '改了' },
      })
    expect((await edit('clerk', general)).statusCode).toBe(403)
    expect((await edit('plumclerk', own)).statusCode).toBe(404)
    expect((await edit('admin', own)).statusCode).toBe(200)
    expect((await seenBy('plumclerk')).map(({ id }) => id)).not.toContain(own.id)
    expect((await seenBy('plumclerk')).find(({ id }) => id === general.id)).toMatchObject({ mayEdit: false })
    expect((await seenBy('colleague')).find(({ id }) => id === own.id)).toMatchObject({
      mayEdit: true,
      version: 2,
    })
  })

  test('is changed by whoever read its last version; of two at once the second is told', async () => {
    const row = await add('admin')
    const send = (body: string) =>
      server.as('admin').send('editTemplate', {
        params: { id: row.id },
        body: { commandId: freshId(), version: row.version, ...factsOf(row), body },
      })
    const answers = await Promise.all([send('甲'), send('乙')])
    expect(statusesOf(answers)).toEqual([200, 409])
    expect(answers.find((a) => a.statusCode === 409)?.json()).toMatchObject({ refused: 'staleVersion' })
  })

  test('that is closed gives its name back, and returns only where the name is free', async () => {
    const row = await add('admin', { name: '旧答复' })
    const turn = (version: number, isClosed: boolean) => ({
      params: { id: row.id },
      body: { commandId: freshId(), version, isClosed },
    })
    expect(await server.as('admin').ok('closeTemplate', turn(1, true))).toMatchObject({
      isClosed: true,
      version: 2,
    })
    await add('admin', { name: '旧答复' })
    expect(await server.as('admin').no('closeTemplate', turn(2, false))).toMatchObject({
      refused: 'nameTaken',
    })
  })

  test('comes page by page in the order of the names', async () => {
    const all = (await seenBy('admin')).map(({ id }) => id)
    const paged: string[] = []
    for (let cursor: string | undefined; ; ) {
      const { rows, next } = await server.as('admin').ok('listTemplates', { query: { limit: '2', cursor } })
      paged.push(...rows.map(({ id }) => id))
      if (next === null) break
      cursor = next
    }
    expect(paged).toEqual(all)
    expect(new Set(paged).size).toBe(all.length)
  })
})

describe('in the form of a matter', () => {
  test('those for its verb and category are offered, the most particular first, with what is known', async () => {
    const { id } = await matterIn(server, 'handling')
    await add('admin', { name: '路灯', categoryCode: 'S0101' })
    await add('admin', { name: '市政', categoryCode: 'S01' })
    await add('admin', { name: '别的', categoryCode: 'S0203' })
    await add('admin', { name: '只供结案', verbs: ['close'] })
    await add('clerk', { name: '柳岸的', unit: 'willow' })
    const ask = (login: Login, verb: string) =>
      server.as(login).ok('listFitting', { params: { id }, query: { verb } })
    const { rows, facts } = await ask('housing', 'submit')
    const names = rows.map(({ name }) => name)
    expect(names.slice(0, 2)).toEqual(['路灯', '市政'])
    expect(names).not.toEqual(expect.arrayContaining(['别的']))
    expect(names).not.toEqual(expect.arrayContaining(['只供结案']))
    expect(names).not.toContain('柳岸的')
    expect(facts).toMatchObject({
      ...{ title: '楼道灯不亮', categoryName: '路灯照明', unit: '枫溪区住建局', today: '2026年11月23日' },
      dueOn: expect.stringMatching(/^2026年1[12]月\d+日$/),
    })
    expect((await ask('clerk', 'submit')).rows.map(({ name }) => name)).toContain('柳岸的')
    expect((await ask('gridder', 'close')).rows.map(({ name }) => name)).toContain('只供结案')
  })

  test('nobody is told of a matter out of reach', async () => {
    const { id } = await matterIn(server, 'received')
    const query = { verb: 'submit' }
    expect(await server.as('reedclerk').no('listFitting', { params: { id }, query })).toMatchObject({
      status: 404,
    })
    expect(await server.as('admin').no('listFitting', { params: { id }, query })).toMatchObject({
      status: 403,
    })
  })
})
