import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { district, freshId, type Login, type UnitKey } from '#test/factory.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const told = (place: UnitKey, more: object = {}) => ({
  ...{ id: freshId(), appealId: freshId(), commandId: freshId() },
  input: {
    ...{ channel: 'desk', words: '楼上装修太吵。希望有人管管。', placeUnitId: server.town.units[place].id },
    ...more,
  },
})
const receive = (login: Login, body: object) => server.as(login).ok('receiveMatter', { body })
const refused = (login: Login, body: object) => server.as(login).no('receiveMatter', { body })
const page = (login: Login, id: string) => server.as(login).ok('getMatter', { params: { id } })

test('what is said at a centre’s desk stays with that centre, and the person gets a query code', async () => {
  const body = told('willowHouse', { name: '林小满', phone: '199-0000-1234', kind: 'complaint' })
  const { number, queryCode } = await receive('desk', body)
  expect(await page('desk', body.id)).toMatchObject({
    number,
    title: '楼上装修太吵',
    kind: 'complaint',
    channel: 'desk',
    level: 'street',
    holder: { name: '北桥街道综治中心' },
    place: { names: ['北桥街道', '柳岸社区', '柳岸第一网格', '柳岸新村 3 幢'] },
    voices: [{ name: '林**', phone: '199****1234' }],
    actionLog: [{ verb: 'receive', actor: { kind: 'staff', name: '文庚', role: 'deskOfficer' } }],
  })
  const tracked = await server.visitor.ok('track', { params: { district }, body: { queryCode } })
  expect(tracked).toMatchObject({ number, holderName: '北桥街道综治中心', state: 'received' })
})

test('what a grid worker or a building’s head hears goes to the community of the place', async () => {
  for (const [login, channel] of [
    ['gridder', 'grid'],
    ['head', 'building'],
  ] as const) {
    const body = told('willowHouse', { channel })
    await receive(login, body)
    expect((await page('clerk', body.id)).holder.name, login).toBe('柳岸社区')
  }
})

test('nobody registers for a place beyond their area, nor for one that is none', async () => {
  for (const [login, place] of [
    ['desk', 'reedHouse'],
    ['gridder', 'plumHouse'],
    ['head', 'plum'],
  ] as const)
    expect(await refused(login, told(place)), login).toMatchObject({
      status: 403,
      refused: 'notYours',
      field: 'placeUnitId',
    })
  const nowhere = told('willow', { placeUnitId: freshId() })
  expect(await refused('desk', nowhere)).toMatchObject({ status: 400, field: 'placeUnitId' })
  expect(await refused('housing', told('willow'))).toMatchObject({ status: 403, refused: 'notYours' })
})

test('sent again, also five times at once, it is one matter with one number; changed, it is refused', async () => {
  const body = told('willowHouse')
  const answers = await Promise.all(Array.from({ length: 5 }, () => receive('desk', body)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  for (const other of [
    { ...body, input: { ...body.input, words: '别的话' } },
    { ...body, id: freshId() },
    { ...body, commandId: freshId() },
  ])
    expect(await refused('desk', other)).toMatchObject({ status: 409, refused: 'commandReused' })
})

test('whoever wants no name kept leaves none, whatever was typed', async () => {
  const body = told('willowHouse', { isAnonymous: true, name: '林小满', phone: '19900001234' })
  await receive('desk', body)
  expect((await page('desk', body.id)).voices).toMatchObject([{ isAnonymous: true, name: null, phone: null }])
  const { rows } = await server.owner.query(
    'select name_sealed, phone_sealed, phone_index from appeal where id = $1',
    [body.appealId],
  )
  expect(rows).toEqual([{ name_sealed: null, phone_sealed: null, phone_index: null }])
})

test('photographs taken at the desk go with it', async () => {
  const photo = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#333' } })
    .jpeg()
    .toBuffer()
  const given = { params: { id: freshId() }, query: { name: 'a.jpg' }, file: photo }
  const { id } = await server.as('desk').ok('uploadFile', given)
  const body = told('willowHouse', { files: [id] })
  await receive('desk', body)
  expect((await page('clerk', body.id)).voices).toMatchObject([{ files: [{ id, mime: 'image/jpeg' }] }])
})

test('a long sentence is cut for the title only, and never inside a sign', async () => {
  const words = `${'家'.repeat(28)}👨‍👩‍👧 的灯坏了很久很久很久`
  const body = told('willowHouse', { words })
  await receive('desk', body)
  const { title, story } = await page('desk', body.id)
  expect(story).toBe(words)
  expect([...title].length).toBeLessThanOrEqual(30)
  expect(title.isWellFormed()).toBe(true)
})

test('an appeal that was refused says which other way is open, and why', async () => {
  const body = told('willowHouse', { phone: '19900001234' })
  const { queryCode } = await receive('desk', body)
  const desk = server.as('sorter')
  expect(await desk.moveNo(body.id, 'refuse', { reason: '不归我们管' })).toMatchObject({ field: 'route' })
  await desk.move(body.id, 'refuse', { route: 'labourArbitration', reason: '劳动争议请先申请仲裁' })
  const tracked = await server.visitor.ok('track', { params: { district }, body: { queryCode } })
  expect(tracked).toMatchObject({ state: 'closed', closureKind: 'notAccepted' })
  expect(tracked.steps.at(-1)).toMatchObject({ verb: 'refuse', words: '劳动争议请先申请仲裁' })
  const { actionLog, clocks } = await page('desk', body.id)
  expect(actionLog.at(-1)?.payload).toMatchObject({ route: 'labourArbitration' })
  expect(clocks).toMatchObject([{ kind: 'accept', outcome: 'met' }])
})
