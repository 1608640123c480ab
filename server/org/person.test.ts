import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshId, type Login } from '#test/factory.ts'
import { matterIn } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const admin = () => server.as('admin')
const paramsOf = (login: Login) => ({ id: server.town.staff[login].personId })
const edit = (more: object = {}) => ({
  ...{ commandId: freshId(), name: '文甲', pinyin: 'clerk' },
  ...more,
})

describe('editing a person', () => {
  test('another name needs a reason, is on record, and is found by its pinyin', async () => {
    const params = paramsOf('colleague')
    const nameless = edit({ name: '文思', pinyin: '' })
    expect(await admin().no('editPerson', { params, body: nameless })).toMatchObject({
      ...{ status: 422, refused: 'missingField', field: 'reason' },
    })
    const body = edit({ name: '文思', pinyin: '', reason: '按身份证更正' })
    const page = await admin().ok('editPerson', { params, body })
    expect(page).toMatchObject({ name: '文思', pinyin: 'wensi ws' })
    expect(await admin().ok('editPerson', { params, body })).toEqual(page)
    const { rows } = await admin().ok('listPeople', { query: { q: 'wensi' } })
    expect(rows.map(({ login }) => login)).toEqual(['colleague'])
    const stored = await server.owner.query('select payload from org_action where id = $1', [body.commandId])
    expect(stored.rows[0].payload).toMatchObject({ name: '文思', reason: '按身份证更正' })
  })

  test('the pinyin may be set by hand', async () => {
    const body = edit({ name: '文丙', pinyin: ' Wen Bing ' })
    expect(await admin().ok('editPerson', { params: paramsOf('plumclerk'), body })).toMatchObject({
      pinyin: 'wen bing',
    })
    const wrong = edit({ name: '文丙', pinyin: '文' })
    expect(await admin().no('editPerson', { params: paramsOf('plumclerk'), body: wrong })).toMatchObject({
      ...{ status: 400, field: 'pinyin' },
    })
  })

  test('the telephone is sealed, masked, opened on record, and stays when it is left out', async () => {
    const params = paramsOf('clerk')
    const page = await admin().ok('editPerson', { params, body: edit({ phone: '199 0000 4321' }) })
    expect(page.phone).toBe('199****4321')
    const kept = await admin().ok('editPerson', { params, body: edit({ pinyin: 'wenjia' }) })
    expect(kept.phone).toBe('199****4321')
    const open = { params, body: { commandId: freshId() } }
    expect(await admin().ok('revealPersonPhone', open)).toEqual({ phone: '19900004321' })
    const { rows } = await server.owner.query('select what, subject from read_log where id = $1', [
      open.body.commandId,
    ])
    expect(rows).toEqual([{ what: 'reveal', subject: `person:${params.id}` }])
    const everything = await server.owner.query(`select string_agg(payload::text, '') all from org_action`)
    expect(everything.rows[0].all).not.toContain('19900004321')
    const gone = await admin().ok('editPerson', { params, body: edit({ pinyin: 'wenjia', phone: null }) })
    expect(gone.phone).toBeNull()
    expect(await admin().no('revealPersonPhone', { params, body: { commandId: freshId() } })).toMatchObject({
      status: 404,
    })
    const same = edit({ pinyin: 'wenjia' })
    expect(await admin().no('editPerson', { params, body: same })).toMatchObject({
      refused: 'nothingChanged',
    })
  })

  test('is for administrators', async () => {
    const body = edit({ name: '文乙', reason: '好玩' })
    const no = { status: 403, refused: 'notYours' }
    for (const login of ['clerk', 'leader', 'auditor'] as const) {
      expect(await server.as(login).no('editPerson', { params: paramsOf('clerk'), body })).toMatchObject(no)
      const open = { params: paramsOf('clerk'), body: { commandId: freshId() } }
      expect(await server.as(login).no('revealPersonPhone', open)).toMatchObject(no)
    }
  })
})

describe('all posts', () => {
  test('end at once, and the person is signed out', async () => {
    const params = paramsOf('southsorter')
    expect((await server.as('southsorter').send('getMe', {})).statusCode).toBe(200)
    const body = { commandId: freshId() }
    const page = await admin().ok('endAllPosts', { params, body })
    expect(page.posts.map(({ when }) => when)).toEqual(['past'])
    expect(await admin().ok('endAllPosts', { params, body })).toEqual(page)
    expect((await server.as('southsorter').send('getMe', {})).statusCode).toBe(401)
    const again = { params, body: { commandId: freshId() } }
    expect(await admin().no('endAllPosts', again)).toMatchObject({ status: 404 })
  })

  test('do not end while something is open, nor those of the last administrator', async () => {
    await matterIn(server, 'handling')
    const end = (login: Login) => ({ params: paramsOf(login), body: { commandId: freshId() } })
    expect(await admin().no('endAllPosts', end('housing'))).toMatchObject({
      ...{ status: 409, refused: 'hasOpenWork', facts: { matters: 1 } },
    })
    expect(await admin().no('endAllPosts', end('admin'))).toMatchObject({ refused: 'lastAdministrator' })
  })
})
