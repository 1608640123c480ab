import { afterAll, beforeAll, expect, test } from 'vitest'
import { register } from '#test/desk.ts'
import { district, freshId, type Login } from '#test/factory.ts'
import { matterIn, report } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const similar = (login: Login, words: string, more: object = {}) =>
  server.as(login).ok('findSimilar', {
    body: { words, placeUnitId: server.town.units.willowHouse.id, ...more },
  })

test('what others said of the same thing is shown while typing, with the reasons, the likest first', async () => {
  const old = await register(server, 'desk', 'willowHouse')
  server.pass(2 * day)
  await register(server, 'desk', 'willowHouse', { words: '物业停车费乱涨价，没有公示' })
  const { rows } = await similar('desk', '三楼楼道灯坏了没人修')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    ...{ id: old.id, number: old.number, state: 'received', appeals: 1, placeText: '柳岸新村 3 幢' },
    reasons: [{ kind: 'samePlace' }, { kind: 'sameWords' }, { kind: 'days', days: 2 }],
  })
  expect((await similar('desk', '楼')).rows).toEqual([])
})

test('only open matters are shown, and only those that the reader may see', async () => {
  const words = '梅园里地下车库积水半米深，车子泡了'
  const { id } = await register(server, 'topsorter', 'plumHouse', { words })
  const place = { placeUnitId: server.town.units.plumHouse.id }
  expect((await similar('topsorter', words, place)).rows.map((row) => row.id)).toEqual([id])
  expect((await similar('southsorter', words, place)).rows).toEqual([])
  await server.as('topsorter').move(id, 'refuse', { route: 'court', reason: '已在法院' })
  expect((await similar('topsorter', words, place)).rows).toEqual([])
})

test('one company’s name finds its matter in another street, without a place', async () => {
  const there = await register(server, 'topsorter', 'reedHouse', {
    words: '鑫达健身俱乐部关门了，不退会员卡的钱',
  })
  const { rows } = await similar('topsorter', '鑫达健身俱乐部不退会员卡', { placeUnitId: undefined })
  expect(rows.map((row) => row.id)).toEqual([there.id])
})

test('a number of another office that is here is told while typing, and only that it is here to who may not see it', async () => {
  const paper = { channel: 'court', externalNo: 'FY-77' }
  const { id } = await register(server, 'southsorter', 'reedHouse', paper)
  const typed = { paper: { channel: 'court', externalNo: 'fy-77 ' } }
  expect(await similar('topsorter', '', typed)).toMatchObject({ paper: { id }, isPaperKnown: true })
  expect(await similar('desk', '', typed)).toEqual({ rows: [], paper: null, isPaperKnown: true })
  const other = { paper: { channel: 'court', externalNo: 'FY-78' } }
  expect(await similar('desk', '', other)).toMatchObject({ paper: null, isPaperKnown: false })
})

test('the page of a matter names what may be the same thing, to who sorts it', async () => {
  const words = '柳岸新村三幢电梯停运三天，老人下不了楼'
  const [one, two] = [await report(server, { words }), await report(server, { words: `${words}，请尽快修` })]
  const list = (login: Login) => server.as(login).ok('listSimilar', { params: { id: one.id } })
  expect((await list('clerk')).rows.map((row) => row.id)).toEqual([two.id])
  const { id } = await matterIn(server, 'handling')
  const no = (login: Login) => server.as(login).no('listSimilar', { params: { id } })
  expect(await no('housing')).toMatchObject({ status: 403 })
  expect(await no('southsorter')).toMatchObject({ status: 404 })
})

test('what is typed stays out of addresses, and too much of it is refused with its limit', async () => {
  const no = await server.as('desk').no('findSimilar', { body: { words: '长'.repeat(3001) } })
  expect(no).toMatchObject({ refused: 'tooLong', facts: { max: 3000 } })
  const url = `/api/desk/similar?words=灯&district=${district}`
  expect((await server.as('desk').inject({ method: 'GET', url })).statusCode).toBe(404)
  expect((await server.as('desk').no('listSimilar', { params: { id: freshId() } })).status).toBe(404)
})
