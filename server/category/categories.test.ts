import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusesOf } from '#test/client.ts'
import { freshId, type Login } from '#test/factory.ts'
import { matterIn, report, triage } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const admin = () => server.as('admin')
const facts = {
  ...{ nameZh: '共享单车', nameEn: 'Shared bicycles', kind: 'request' as const, mediable: false },
  ...{ sure: '滑板车+乱停|倒', likely: '', hint: '', governanceCode: null, oldCode: '', justiceLine: null },
}
const whole = async () => (await admin().ok('readCategories', {})).rows
const read = async (code: string) => (await whole()).find((row) => row.code === code)
const add = (code: string, parentCode: string | null, more: object = {}) =>
  admin().ok('addCategory', { body: { commandId: freshId(), code, parentCode, ...facts, ...more } })
const close = async (code: string, lastOn: string | null) =>
  admin().ok('closeCategory', {
    params: { code },
    body: { commandId: freshId(), version: (await read(code))?.version ?? 0, lastOn },
  })
const words = async (text: string) => server.as('clerk').ok('tryWords', { body: { text } })

describe('a category', () => {
  test('that an administrator adds is offered, and its words decide at once', async () => {
    expect((await words('路口滑板车倒了一地')).categoryCode).toBeNull()
    const body = {
      commandId: freshId(),
      code: 's0791',
      parentCode: 'S07',
      ...facts,
      sure: '滑板车，滑板车 ＋ 倒',
    }
    const row = await admin().ok('addCategory', { body })
    expect(row).toMatchObject({
      code: 'S0791',
      parentCode: 'S07',
      sure: '滑板车 滑板车+倒',
      oldCode: null,
      version: 1,
    })
    expect(await admin().ok('addCategory', { body })).toEqual(row)
    expect(await words('路口滑板车倒了一地')).toMatchObject({
      categoryCode: 'S0791',
      kind: 'request',
      because: ['滑板车倒'],
    })
    const { rows } = await server.as('gridder').ok('listCategories', {})
    expect(rows.find(({ code }) => code === 'S0791')).toMatchObject({ nameZh: '共享单车', isClosed: false })
  })

  test('keeps its code: it is given once, and only below a class', async () => {
    const give = (code: string, parentCode: string | null, more: object = {}) =>
      admin().no('addCategory', { body: { commandId: freshId(), code, parentCode, ...facts, ...more } })
    expect(await give('S0101', 'S01')).toMatchObject({ status: 409, refused: 'codeTaken', field: 'code' })
    expect(await give('S0192', 'S0101')).toMatchObject({ refused: 'badInput', field: 'parentCode' })
    expect(await give('S0192', 'Z9')).toMatchObject({ refused: 'badInput', field: 'parentCode' })
    expect(await give('有字', null)).toMatchObject({ status: 400 })
    expect(await give('S0192', 'S01', { sure: '灯+坏+黑' })).toMatchObject({
      ...{ status: 422, refused: 'badWord', field: 'sure', facts: { word: '灯+坏+黑' } },
    })
    expect(await read('S0192')).toBeUndefined()
  })

  test('is changed by whoever read its last version, and of two at once the second is told', async () => {
    const { version } = await add('S0793', 'S07', { sure: '' })
    const edit = (nameZh: string, seen = version) =>
      admin().send('editCategory', {
        params: { code: 'S0793' },
        body: { commandId: freshId(), version: seen, ...facts, nameZh },
      })
    const answers = await Promise.all([edit('甲'), edit('乙')])
    expect(statusesOf(answers)).toEqual([200, 409])
    expect(answers.find((a) => a.statusCode === 409)?.json()).toMatchObject({
      ...{ refused: 'staleVersion', facts: { version: version + 1 } },
    })
    expect((await edit('丙', version + 1)).json()).toMatchObject({ nameZh: '丙', version: version + 2 })
  })

  test('moves among those of its class, as far as there are any', async () => {
    const codes = async () => (await whole()).filter((r) => r.parentCode === 'S01').map((r) => r.code)
    const before = await codes()
    const move = (code: string, to: 'up' | 'down') =>
      admin().send('moveCategory', { params: { code }, body: { commandId: freshId(), to } })
    expect((await move(before[0] ?? '', 'up')).json()).toMatchObject({ refused: 'noNeighbour' })
    expect((await move(before[0] ?? '', 'down')).statusCode).toBe(200)
    expect((await codes()).slice(0, 3)).toEqual([before[1], before[0], before[2]])
    expect((await move(before[0] ?? '', 'up')).statusCode).toBe(200)
    expect(await codes()).toEqual(before)
  })
})

describe('a category that is closed', () => {
  test('is refused in an open form, in words; matters that have it keep it', async () => {
    const { id: sorted } = await matterIn(server, 'accepted')
    const { id: open } = await report(server)
    await server.as('clerk').move(open, 'accept', {})
    await add('S0195', 'S01', { sure: '' })
    await server.as('clerk').move(sorted, 'triage', { ...triage, categoryCode: 'S0195' })
    await close('S0195', '2026-11-22')
    const version = await server.as('clerk').version(open)
    const body = {
      commandId: freshId(),
      version,
      verb: 'triage',
      input: { ...triage, categoryCode: 'S0195' },
    }
    expect(await server.as('clerk').no('moveMatter', { params: { id: open }, body })).toMatchObject({
      ...{ status: 422, refused: 'closedCategory', field: 'categoryCode', facts: { category: '共享单车' } },
    })
    await server.as('clerk').move(sorted, 'triage', { ...triage, categoryCode: 'S0195', title: '另一个题目' })
    expect(await server.as('clerk').ok('getMatter', { params: { id: sorted } })).toMatchObject({
      ...{ categoryCode: 'S0195', title: '另一个题目' },
    })
    const { rows } = await server.as('clerk').ok('listCategories', {})
    expect(rows.find(({ code }) => code === 'S0195')).toMatchObject({ isClosed: true, nameZh: '共享单车' })
  })

  test('is offered until its last day, is no longer proposed after it, and can be opened again', async () => {
    await add('S0794', 'S07', { sure: '平衡车' })
    expect(await close('S0794', '2026-11-23')).toMatchObject({ isClosed: false, lastOn: '2026-11-23' })
    expect((await words('平衡车挡路')).categoryCode).toBe('S0794')
    await close('S0794', '2026-11-22')
    expect((await words('平衡车挡路')).categoryCode).not.toBe('S0794')
    await close('S0794', null)
    expect((await words('平衡车挡路')).categoryCode).toBe('S0794')
  })

  test('takes its members along, which do not come back without it', async () => {
    await add('S91', null)
    await add('S9101', 'S91')
    await close('S91', '2026-11-22')
    expect(await read('S9101')).toMatchObject({ isClosed: true, lastOn: '2026-11-22' })
    const version = (await read('S9101'))?.version ?? 0
    const body = { commandId: freshId(), version, lastOn: null }
    expect(await admin().no('closeCategory', { params: { code: 'S9101' }, body })).toMatchObject({
      ...{ status: 409, refused: 'closedAbove', facts: { category: '共享单车' } },
    })
    expect(
      await admin().no('addCategory', {
        body: { commandId: freshId(), code: 'S9102', parentCode: 'S91', ...facts },
      }),
    ).toMatchObject({ refused: 'closedAbove' })
  })
})

test.each(['clerk', 'topsorter', 'leader'] as Login[])(
  '%s reads the categories and changes none',
  async (login) => {
    expect((await server.as(login).ok('readCategories', {})).rows.length).toBeGreaterThan(100)
    const body = { commandId: freshId(), code: 'S97', parentCode: null, ...facts }
    expect(await server.as(login).no('addCategory', { body })).toMatchObject({
      status: 403,
      refused: 'notYours',
    })
  },
)

test('what was done to the rules stays as it was written, and no category can be removed', async () => {
  const { rows } = await server.owner.query(
    `select verb from rules_action where subject = 'S0794' order by at, id`,
  )
  expect(rows.map(({ verb }) => verb)).toEqual([
    'addCategory',
    'closeCategory',
    'closeCategory',
    'closeCategory',
  ])
  for (const statement of [
    `update rules_action set verb = 'addCategory'`,
    'delete from rules_action',
    'delete from category',
  ])
    await expect(server.pool.query(statement), statement).rejects.toThrow(/permission denied/)
})
