import { afterAll, beforeAll, expect, test } from 'vitest'
import { goRound, tidy } from '#server/jobs/rounds.ts'
import { freshId, type Login } from '#test/factory.ts'
import { bring, matterIn, report } from '#test/matters.ts'
import { day, hour, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const notices = async (login: Login, query: object = {}) =>
  (await server.as(login).ok('listNotices', { query: { limit: '100', ...query } })).rows
const of = async (login: Login, id: string) =>
  (await notices(login))
    .filter((row) => row.matter?.id === id)
    .map((row) => row.kind)
    .toSorted()
const fresh = async (login: Login) => (await server.as(login).ok('countNotices', {})).fresh
const seeAll = (login: Login) =>
  server.as(login).ok('seeNotices', { body: { until: new Date(server.now).toISOString() } })

test('each move is told to whose turn it is, and never to who did it', async () => {
  const { id, number } = await report(server)
  expect(await of('clerk', id)).toEqual(['receive'])
  expect(await of('colleague', id)).toEqual(['receive'])
  await bring(server, id, 'dispatched')
  expect((await notices('housing'))[0]).toMatchObject({
    ...{ kind: 'dispatch', pressing: 'act', unitName: '枫溪区住建局', isNew: true, matter: { id, number } },
  })
  expect(await of('sorter', id)).toEqual([])
  await bring(server, id, 'submitted')
  expect(await of('clerk', id)).toEqual(['receive', 'submit'])
  await server.as('clerk').move(id, 'redo', { reason: '还没修好' })
  expect(await of('housing', id)).toEqual(['dispatch', 'redo'])
  // it goes back to who signed for it, and the colleague there is spared
  expect(await of('housing2', id)).toEqual(['dispatch'])
  await bring(server, id, 'revisiting')
  expect(await of('clerk', id)).toEqual(['receive', 'submit', 'submit'])
})

test('who dispatches to the own unit is not told, and the colleague there is, by whom', async () => {
  const { id } = await matterIn(server, 'accepted')
  await server.as('clerk').move(id, 'dispatch', { unitId: server.town.units.willow.id })
  expect(await of('clerk', id)).toEqual(['receive'])
  const told = (await notices('colleague')).filter((row) => row.matter?.id === id)
  expect(told).toContainEqual(expect.objectContaining({ kind: 'dispatch', byName: '文甲' }))
})

test('a command that is refused or sent twice tells nothing, and once', async () => {
  const { id } = await matterIn(server, 'accepted')
  await server.as('sorter').moveNo(id, 'dispatch', { unitId: server.town.units.willowHouse.id })
  const version = await server.as('sorter').version(id)
  const body = {
    commandId: freshId(),
    version,
    verb: 'dispatch',
    input: { unitId: server.town.units.water.id },
  }
  const given = { params: { id }, body }
  await Promise.all([1, 2, 3].map(() => server.as('sorter').ok('moveMatter', given)))
  expect(await of('water', id)).toEqual(['dispatch'])
})

test('marked as seen are the ones named, or all up to an instant; what comes later is new, and others are not touched', async () => {
  await seeAll('power')
  const ids: string[] = []
  for (let i = 0; i < 3; i++) {
    const { id } = await matterIn(server, 'accepted')
    server.pass(1000)
    await server.as('sorter').move(id, 'dispatch', { unitId: server.town.units.power.id })
    ids.push(id)
  }
  expect(await fresh('power')).toBe(3)
  const rows = await notices('power', { unseen: '1' })
  expect(rows.map((row) => row.matter?.id)).toEqual(ids.toReversed())
  const first = { ids: [rows[0]?.id ?? ''] }
  await server.as('power').ok('seeNotices', { body: first })
  await server.as('power').ok('seeNotices', { body: first })
  expect(await fresh('power')).toBe(2)
  expect((await notices('power')).map((row) => row.isNew)).toEqual([false, true, true])
  const until = rows[1]?.createdAt ?? ''
  await server.as('power').ok('seeNotices', { body: { until } })
  expect(await fresh('power')).toBe(0)
  await server.as('water').ok('seeNotices', { body: { ids: rows.map((row) => row.id) } })
  const { rowCount } = await server.owner.query('select from notice_seen where account_id = $1', [
    server.town.staff.water.accountId,
  ])
  expect(rowCount).toBe(0)
})

test('the pages go on by key, hold every notice once, and may be of one topic', async () => {
  const all = await notices('clerk')
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const page = await server.as('clerk').ok('listNotices', { query: { limit: '2', cursor } })
    paged.push(...page.rows.map((row) => row.id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(paged).toEqual(all.map((row) => row.id))
  expect(new Set((await notices('clerk', { topic: 'voice' })).map((row) => row.kind))).toEqual(new Set())
  expect((await notices('clerk', { topic: 'turn' })).length).toBeGreaterThan(2)
})

test('a colleague who is mentioned in a note is told, and no longer once the matter is not to be seen', async () => {
  const { id } = await report(server)
  const { colleague, clerk } = server.town.staff
  const mentions = [colleague.accountId, clerk.accountId]
  await server.as('clerk').move(id, 'note', { text: '看一下', mentions })
  expect(await of('colleague', id)).toEqual(['note', 'receive'])
  expect(await of('clerk', id)).toEqual(['receive'])
  await server.owner.query('update matter set sensitive = true where id = $1', [id])
  expect(await of('colleague', id)).toEqual([])
})

test('what a clock told my unit is new until I have seen it, and only for me', async () => {
  const { id, number } = await report(server)
  await Promise.all([seeAll('clerk'), seeAll('colleague')])
  server.now = Date.UTC(2026, 10, 24, 12)
  await goRound(server.platform)
  const told = (await notices('clerk', { topic: 'clock' })).find((row) => row.matter?.id === id)
  expect(told).toMatchObject({
    ...{ kind: 'clockLate', clock: 'accept', unitName: '柳岸社区', matter: { id, number }, isNew: true },
  })
  await seeAll('clerk')
  expect(await fresh('clerk')).toBe(0)
  expect(await fresh('colleague')).toBeGreaterThan(0)
  expect(await of('plumclerk', id)).toEqual([])
})

test('a notice of a matter that I may no longer see is not shown, nor counted, and after two months none is kept', async () => {
  const { id } = await report(server)
  await seeAll('clerk')
  server.pass(2 * day)
  await goRound(server.platform)
  const shows = async () => (await of('clerk', id)).length > 0
  const before = await fresh('clerk')
  expect(await shows()).toBe(true)
  await server.owner.query('update matter set sensitive = true where id = $1', [id])
  expect(await shows()).toBe(false)
  expect(await fresh('clerk')).toBeLessThan(before)
  await server.owner.query('update matter set sensitive = false where id = $1', [id])
  server.pass(61 * day)
  await tidy(server.platform)
  expect((await server.owner.query('select from notice')).rowCount).toBe(0)
})

test('what a matter of the highest urgency needs is critical', async () => {
  const { id } = await report(server)
  await server.as('clerk').move(id, 'accept', {})
  const triage = { title: '燃气泄漏', kind: 'hazard', categoryCode: 'S0101', urgency: 'critical' } as const
  await server.as('clerk').move(id, 'triage', triage)
  server.pass(hour)
  await server.as('sorter').move(id, 'dispatch', { unitId: server.town.units.housing.id })
  expect((await notices('housing'))[0]).toMatchObject({ kind: 'dispatch', pressing: 'critical' })
})
