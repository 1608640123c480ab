import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indexNames } from '#server/search/index-names.ts'
import type { Login } from '#test/factory.ts'
import { nameOf } from '#test/factory.ts'
import { matterIn, report, triage } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const suggest = (login: Login, q: string) => server.as(login).ok('suggest', { body: { q } })
const found = async (login: Login, q: string) => (await suggest(login, q)).matters.map((hit) => hit.id)

describe('a matter is suggested', () => {
  test('by its number, whole or begun, and by words that stand in it', async () => {
    const { id, number } = await report(server, { words: '琉璃瓦掉下来了' })
    expect(await found('clerk', number)).toEqual([id])
    expect(await found('clerk', number.slice(0, 12))).toContain(id)
    expect(await found('clerk', '璃瓦掉')).toEqual([id])
    expect((await suggest('clerk', number)).matters[0]?.by).toBe('number')
  })

  test('by the whole name, its pinyin and the telephone number of who raised it', async () => {
    const { id } = await report(server, { name: '欧阳晓禾', phone: '199-0000-4321' })
    for (const typed of [
      '欧阳晓禾',
      ' 欧阳 晓禾',
      'ouyangxiaohe',
      'Ouyang Xiaohe',
      '19900004321',
      '199 0000 4321',
    ])
      expect(await found('clerk', typed), typed).toEqual([id])
    for (const typed of ['欧阳', '晓禾', 'ouyang', '1990000432', '0000-4321'])
      expect(await found('clerk', typed), typed).toEqual([])
    const [hit] = (await suggest('clerk', '欧阳晓禾')).matters
    expect(hit?.by).toBe('person')
    expect(JSON.stringify(hit)).not.toMatch(/欧阳|[0*]4321\b/)
  })

  test('to nobody beyond whose reach it lies', async () => {
    const { id, number } = await report(server, {
      words: '玛瑙路积水',
      name: '司马青禾',
      phone: '199-0000-8765',
    })
    for (const typed of [number, '玛瑙路', '司马青禾', 'simaqinghe', '19900008765']) {
      expect(await found('clerk', typed), typed).toEqual([id])
      expect(await found('reedclerk', typed), typed).toEqual([])
      expect(await found('housing', typed), typed).toEqual([])
    }
  })

  test('never by the person to a unit that may not know who it was', async () => {
    const phone = '199-0000-2468'
    const { id } = await report(server, {
      words: '水晶苑有人私接电线',
      name: '诸葛听雨',
      phone,
      isConfidential: true,
    })
    await server.as('clerk').move(id, 'accept', {})
    await server.as('clerk').move(id, 'triage', { ...triage, title: '私接电线' })
    await server.as('sorter').move(id, 'dispatch', { unitId: server.town.units.housing.id })
    for (const typed of ['诸葛听雨', 'zhugetingyu', '19900002468']) {
      expect(await found('sorter', typed), typed).toEqual([id])
      expect(await found('housing', typed), typed).toEqual([])
      expect(await found('leader', typed), typed).toEqual([])
    }
    expect(await found('housing', '水晶苑')).toEqual([id])
  })

  test('by the person no more once it is nobody’s turn there', async () => {
    const { id } = await matterIn(server, 'handling', { name: '慕容小舟' })
    expect(await found('housing', '慕容小舟')).toEqual([id])
    await server.as('housing').move(id, 'submit', { result: '已换', outcome: 'solved' })
    expect(await found('housing', '慕容小舟')).toEqual([])
  })
})

test('names from before there was an index are indexed by the worker, once', async () => {
  const { id } = await report(server, { name: '东方既白' })
  await server.owner.query('update appeal set name_index = null, pinyin_index = null where matter_id = $1', [
    id,
  ])
  expect(await found('clerk', '东方既白')).toEqual([])
  expect(await indexNames(server.platform)).toBeGreaterThan(0)
  expect(await found('clerk', '东方既白')).toEqual([id])
  expect(await found('clerk', 'dongfangjibai')).toEqual([id])
  expect(await indexNames(server.platform)).toBe(0)
})

test('units and staff are found by name, pinyin and initials', async () => {
  const { willow } = server.town.units
  for (const typed of ['柳岸社区', 'liuanshequ', 'lasq'])
    expect(
      (await suggest('housing', typed)).units.map((unit) => unit.id),
      typed,
    ).toContain(willow.id)
  expect((await suggest('clerk', 'housing2')).staff).toEqual([
    {
      ...{ accountId: server.town.staff.housing2.accountId, name: nameOf('housing2') },
      ...{ role: 'departmentOfficer', unitName: '枫溪区住建局' },
    },
  ])
})

test('signs and operators are nothing but text', async () => {
  for (const typed of ['%', '_', '!!!', `' or 1=1 --`, '(:*)', '\\', '*'])
    expect((await suggest('clerk', typed)).matters, typed).toEqual([])
})
