import { afterAll, beforeAll, expect, test } from 'vitest'
import { register } from '#test/desk.ts'
import { district, freshId, type Login } from '#test/factory.ts'
import { matterIn } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const page = (id: string) => server.as('desk').ok('getMatter', { params: { id } })
const voice = (more: object = {}) => ({
  ...{ appealId: freshId(), commandId: freshId() },
  input: { channel: 'phone', words: '我家门口那盏灯也不亮', name: '钱伯', phone: '19900007777', ...more },
})
const join = (id: string, body: object) => server.as('desk').ok('joinVoice', { params: { id }, body })
const no = (login: Login, id: string, body: object) =>
  server.as(login).no('joinVoice', { params: { id }, body })

test('a second voice gets a code of its own and follows the same matter', async () => {
  const first = await register(server, 'desk', 'willowHouse')
  const { number, queryCode, slip } = await join(first.id, voice({ onBehalf: 'neighbour' }))
  expect(number).toBe(first.number)
  expect(queryCode).not.toBe(first.queryCode)
  expect(slip).toMatchObject({ isJoined: true, onBehalf: 'neighbour' })
  expect(await page(first.id)).toMatchObject({
    appeals: 2,
    voices: [{}, { words: '我家门口那盏灯也不亮', enteredBy: { isMe: true } }],
    actionLog: [{ verb: 'receive' }, { verb: 'join', actor: { role: 'deskOfficer' } }],
  })
  const track = { params: { district }, body: { queryCode } }
  expect(await server.visitor.ok('track', track)).toMatchObject({ number, state: 'received' })
})

test('sent again, also four times at once, it is one voice; changed, it is refused', async () => {
  const { id } = await register(server, 'desk', 'willowHouse')
  const body = voice()
  const answers = await Promise.all(Array.from({ length: 4 }, () => join(id, body)))
  expect(new Set(answers.map((answer) => answer.queryCode)).size).toBe(1)
  expect((await page(id)).voices).toHaveLength(2)
  const other = { ...body, input: { ...body.input, words: '别的话' } }
  expect(await no('desk', id, other)).toMatchObject({ status: 409, refused: 'commandReused' })
})

test('nobody joins what is closed, what they cannot see, or what lies beyond their area', async () => {
  const closed = await matterIn(server, 'closed')
  expect(await no('desk', closed.id, voice())).toMatchObject({ status: 409, refused: 'notNow' })
  const there = await register(server, 'southsorter', 'reedHouse')
  expect(await no('desk', there.id, voice())).toMatchObject({ status: 404 })
  const { id } = await register(server, 'desk', 'willowHouse')
  expect(await no('head', id, voice())).toMatchObject({ status: 404 })
  expect(await no('housing', id, voice())).toMatchObject({ status: 403 })
})

test('the paper that a matter came with may come again with another voice, but with no other matter', async () => {
  const paper = { channel: 'petition', externalNo: 'XF-9' }
  const [one, two] = [
    await register(server, 'desk', 'willowHouse', paper),
    await register(server, 'desk', 'willowHouse'),
  ]
  await join(one.id, voice(paper))
  const { voices, actionLog } = await page(one.id)
  expect(voices.map((said) => said.externalNo)).toEqual(['XF-9', null])
  expect(actionLog[1]?.payload).toMatchObject({ externalNo: 'XF-9' })
  expect(await no('desk', two.id, voice(paper))).toMatchObject({
    refused: 'paperHere',
    facts: { number: one.number },
  })
})

test('what a joined voice brought along stands with that voice', async () => {
  const { id } = await register(server, 'desk', 'willowHouse')
  const file = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
  const given = { params: { id: freshId() }, query: { name: 'a.pdf' }, file, mime: 'application/pdf' }
  const sent = await server.as('desk').ok('uploadFile', given)
  await join(id, voice({ files: [sent.id] }))
  expect((await page(id)).voices).toMatchObject([{ files: [] }, { files: [{ id: sent.id }] }])
  expect(await no('desk', id, voice({ files: [sent.id] }))).toMatchObject({ refused: 'fileMissing' })
  expect((await page(id)).voices).toHaveLength(2)
})

test('a slip is printed again for who wrote the voice down, on record, with the code only where it may be seen', async () => {
  const { id, appealId, queryCode } = await register(server, 'desk', 'willowHouse')
  const again = { params: { id }, body: { commandId: freshId(), appealId } }
  expect(await server.as('desk').ok('printSlip', again)).toMatchObject({
    queryCode,
    holderName: '北桥街道综治中心',
  })
  await server.as('desk').ok('printSlip', again)
  expect(await server.as('sorter').no('printSlip', again)).toMatchObject({ status: 403, refused: 'notYours' })
  const { rows } = await server.owner.query('select what, account_id from read_log where subject = $1', [
    `appeal:${appealId}`,
  ])
  expect(rows).toEqual([{ what: 'print', account_id: server.town.staff.desk.accountId }])
})
