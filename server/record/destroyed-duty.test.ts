import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshId } from '#test/factory.ts'
import { matterIn, reached } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { destroyRound } from './destroy.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('what was proposed for the responsibility list from a file loses its words with it; that it was proposed stays', async () => {
  const { units } = server.town
  const { id } = await matterIn(server, 'dispatched')
  await server.as('housing').move(id, 'return', { reason: '不是我局职责' })
  await server.as('sorter').move(id, 'rule', { unitId: units.power.id, reason: '线路归供电公司' })
  const proposed = {
    id: freshId(),
    areaId: null,
    forClass: true,
    basis: '会商纪要',
    reason: '两家推了一个月',
  }
  await server.as('sorter').ok('proposeDuty', { params: { id }, body: proposed })
  await server.as('power').move(id, 'sign', {})
  await server.as('power').move(id, 'submit', { result: '已换灯', outcome: 'solved' })
  await server.as('clerk').move(id, 'verify', {})
  await server.as('clerk').move(id, 'revisit', reached)
  await server.as('clerk').move(id, 'close', { closureKind: 'resolved', summary: '灯已亮' })
  await server.as('clerk').move(id, 'archive', { retention: 'short' })
  const words = async () => {
    const { rows } = await server.as('admin').ok('listDutyProposals', { query: {} })
    return rows.map(({ basis, reason, main }) => [basis, reason, main.name])
  }
  expect(await words()).toEqual([['会商纪要', '两家推了一个月', '枫溪供电公司']])
  server.now += 20 * 365 * day
  const drawn = { commandId: freshId(), id: freshId(), reason: '到期鉴定' }
  const register = await server.as('admin').ok('drawRegister', { body: drawn })
  const body = { commandId: freshId(), approves: true, why: '同意' }
  await server.as('leader').ok('decideRegister', { params: { id: register.id }, body })
  expect(await destroyRound(server.platform)).toBe(1)
  expect(await words()).toEqual([[null, null, '枫溪供电公司']])
  expect(
    await server.as('sorter').no('proposeDuty', { params: { id }, body: { ...proposed, id: freshId() } }),
  ).toMatchObject({
    refused: 'fileDestroyed',
  })
})
