import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshId } from '#test/factory.ts'
import { matterIn } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { removeLooseFiles } from '../files/loose.ts'
import { destroyRound } from '../record/destroy.ts'

let server: TestServer
let fileId = ''
let matterId = ''
let exclusionId = ''
const words = '两次到现场测过，灯一直亮着。'

beforeAll(async () => {
  server = await startServer()
  const { units } = server.town
  const unitIds = [units.water, units.plum, units.southCentre].map(({ id }) => id)
  await server.as('topsorter').ok('setPanel', { body: { commandId: freshId(), unitIds } })
}, 60_000)
afterAll(() => server.close())

const upload = async (login: 'housing' | 'water') => {
  const id = freshId()
  const file = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await server
    .as(login)
    .ok('uploadFile', { params: { id }, query: { name: '测量.png' }, file, mime: 'image/png' })
  return id
}
const asking = (files: readonly string[]) => ({
  body: {
    ...{ commandId: freshId(), id: freshId(), matterId, unitId: server.town.units.housing.id },
    ...{ reason: 'untrue', measures: ['satisfaction'], text: words, files },
  },
})
const stepping = (step: string, more: object) => ({
  params: { id: exclusionId },
  body: { commandId: freshId(), step, text: '按证据办', ...more },
})
const read = async (login: 'housing' | 'water' | 'topsorter' | 'reedclerk' | 'sorter', id = exclusionId) =>
  (await server.as(login).send('readExclusionFile', { params: { id, fileId }, query: {} })).statusCode

test('a matter says to its units whether they may ask, and no more once they have', async () => {
  matterId = (await matterIn(server, 'closed')).id
  const may = async (login: 'housing' | 'clerk') =>
    (await server.as(login).ok('getMatter', { params: { id: matterId } })).mayAskExclusion
  expect([await may('housing'), await may('clerk')]).toEqual([true, true])
  fileId = await upload('housing')
  exclusionId = (await server.as('housing').ok('askExclusion', asking([fileId]))).id
  expect(await may('housing')).toBe(false)
})

test('papers are shown to the panel and to nobody through the matter, by guessing, or under another exclusion', async () => {
  const page = await server.as('water').ok('getExclusion', { params: { id: exclusionId } })
  expect(page.story).toMatchObject([{ verb: 'ask', files: [{ id: fileId, mime: 'image/jpeg' }] }])
  expect([await read('housing'), await read('water'), await read('topsorter')]).toEqual([200, 200, 200])
  expect([await read('reedclerk'), await read('sorter'), await read('water', freshId())]).toEqual([
    404, 404, 404,
  ])
  const { statusCode } = await server.as('housing').send('readFile', { params: { id: fileId }, query: {} })
  expect(statusCode).toBe(404)
  const matter = await server.as('housing').ok('getMatter', { params: { id: matterId } })
  expect(JSON.stringify(matter)).not.toContain(fileId)
})

test('only what oneself uploaded is handed in, once, and whoever decides hands in nothing', async () => {
  const foreign = await upload('water')
  const other = await matterIn(server, 'closed')
  const askOther = (files: readonly string[]) => {
    const { body } = asking(files)
    return server.as('housing').no('askExclusion', { body: { ...body, matterId: other.id } })
  }
  for (const files of [[foreign], [fileId], [freshId()]])
    expect(await askOther(files)).toMatchObject({ refused: 'fileMissing', field: 'files' })
  const vote = stepping('vote', { vote: 'keep', files: [foreign] })
  expect(await server.as('water').no('stepExclusion', vote)).toMatchObject({
    ...{ refused: 'badInput', field: 'files' },
  })
})

test('an appeal brings papers of its own, under the line that it is', async () => {
  server.pass(60_000)
  await server.as('water').ok('stepExclusion', stepping('vote', { vote: 'keep' }))
  await server.as('plumclerk').ok('stepExclusion', stepping('vote', { vote: 'keep' }))
  server.pass(60_000)
  const more = await upload('housing')
  const appeal = stepping('appeal', { files: [more] })
  const page = await server.as('housing').ok('stepExclusion', appeal)
  expect(await server.as('housing').ok('stepExclusion', appeal)).toEqual(page)
  expect(page.story.map(({ verb, files }) => [verb, files.map(({ id }) => id)])).toEqual([
    ['ask', [fileId]],
    ['vote', []],
    ['vote', []],
    ['decide', []],
    ['appeal', [more]],
  ])
})

test('words and papers go with the file of the matter; what was decided stays', async () => {
  await server.as('topsorter').ok('stepExclusion', stepping('uphold', {}))
  await server.as('clerk').move(matterId, 'archive', { retention: 'short' })
  server.now += 20 * 365 * day
  const body = { commandId: freshId(), id: freshId(), reason: '到期鉴定' }
  const register = await server.as('admin').ok('drawRegister', { body })
  const decision = { commandId: freshId(), approves: true, why: '同意' }
  await server.as('leader').ok('decideRegister', { params: { id: register.id }, body: decision })
  expect(await destroyRound(server.platform)).toBe(1)
  const page = await server.as('topsorter').ok('getExclusion', { params: { id: exclusionId } })
  expect(page).toMatchObject({ state: 'upheld', votes: { seats: 3, keep: 2 } })
  expect(page.story.every(({ text, files }) => text === null && files.length === 0)).toBe(true)
  expect(await read('topsorter')).toBe(404)
  await removeLooseFiles(server.platform)
  const { rows } = await server.owner.query('select 1 from attachment where id = $1', [fileId])
  expect(rows).toEqual([])
})
