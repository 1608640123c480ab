import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client, statusesOf } from '#test/client.ts'
import { freshId, type Login, logins, password } from '#test/factory.ts'
import { report, triage } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const admin = () => server.as('admin')
const personOf = (login: Login) => ({ id: server.town.staff[login].personId })
const signedIn = async (login: string, given: string) => {
  const client = new Client(
    { app: server.app, clock: () => 0, faults: server.faults },
    { login, password: given },
  )
  await client.cookie()
  return client
}
const statusOfSignIn = async (login: string, given: string) =>
  (await server.visitor.send('signIn', { body: { login, password: given } })).statusCode
const newPerson = (login: string, more: object = {}) => ({
  ...{ commandId: freshId(), id: freshId(), accountId: freshId(), name: '林小满', login },
  ...more,
})
const clerkAt = (unit: 'willow' | 'plum' | 'north', more: object = {}) => ({
  ...{ postId: freshId(), unitId: server.town.units[unit].id, role: 'communityClerk', fromOn: '2026-11-23' },
  ...more,
})
/** A matter that the housing office has signed for. */
async function signedMatter(login: 'housing' | 'housing2'): Promise<string> {
  const { id } = await report(server)
  await server.as('clerk').move(id, 'accept', {})
  await server.as('clerk').move(id, 'triage', triage)
  await server.as('sorter').move(id, 'dispatch', { unitId: server.town.units.housing.id })
  await server.as(login).move(id, 'sign', {})
  return id
}

describe('the list of people', () => {
  const names = async (query: object) =>
    (await admin().ok('listPeople', { query })).rows.map((row) => row.login)

  test('finds by name, pinyin, login and the unit of a post', async () => {
    expect(await names({ q: '文甲' })).toEqual(['clerk'])
    expect(await names({ q: 'HOUSING' })).toEqual(['housing', 'housing2'])
    expect(await names({ q: '水务' })).toEqual(['water'])
    expect(await names({ q: 'swj' })).toEqual(['water'])
    expect(await names({ q: '100%' })).toEqual([])
    expect(await names({ under: server.town.units.reed.id })).toEqual(['reedclerk'])
  })

  test('pages by key through everybody once', async () => {
    const seen: (string | null)[] = []
    for (let cursor: string | undefined, i = 0; i < 20; i++) {
      const { rows, next } = await admin().ok('listPeople', { query: { limit: 4, cursor } })
      seen.push(...rows.map((row) => row.login))
      if (next === null) break
      cursor = next
    }
    expect(seen).toEqual(logins.toSorted())
  })
})

test('only an administrator sees the people, and changes them', async () => {
  for (const login of logins.filter((one) => one !== 'admin')) {
    const who = server.as(login)
    const no = { status: 403, refused: 'notYours' }
    expect(await who.no('listPeople', { query: {} }), login).toMatchObject(no)
    expect(await who.no('addPerson', { body: newPerson('intruder') }), login).toMatchObject(no)
    const body = { commandId: freshId() }
    expect(await who.no('resetPassword', { params: personOf('admin'), body }), login).toMatchObject(no)
  }
  expect((await server.owner.query(`select 1 from login_key where login = 'intruder'`)).rows).toEqual([])
})

describe('a new person', () => {
  test('signs in with the password for one use, gets nothing else answered until it is replaced, and then works', async () => {
    const added = await admin().ok('addPerson', { body: newPerson(' New.One ', { post: clerkAt('plum') }) })
    expect(added).toMatchObject({ login: 'new.one', mustChangePassword: true })
    expect(added.posts).toMatchObject([{ role: 'communityClerk', when: 'now', unit: { name: '梅园社区' } }])
    const once = added.password ?? ''
    expect(once).toMatch(/^[a-z2-9]{16}$/)
    const client = await signedIn('new.one', once)
    expect(await client.ok('getMe', {})).toMatchObject({ mustChangePassword: true })
    const no = { status: 403, refused: 'changePassword' }
    expect(await client.no('listMatters', { query: {} })).toMatchObject(no)
    expect(await client.no('listSessions', {})).toMatchObject(no)
    expect(await client.no('live', {})).toMatchObject(no)
    expect(await client.no('listPeople', { query: {} })).toMatchObject(no)
    const change = (fresh: string) => ({ body: { old: once, new: fresh } })
    expect(await client.no('changePassword', change(once))).toMatchObject({
      refused: 'nothingChanged',
      field: 'new',
    })
    await client.ok('changePassword', change('自己的一句长密码 2026'))
    expect(await client.ok('getMe', {})).toMatchObject({ mustChangePassword: false })
    expect((await client.send('listMatters', { query: {} })).statusCode).toBe(200)
    expect(await statusOfSignIn('new.one', once)).toBe(401)
  })

  test('sent twice and at once is one person, and the password is told once', async () => {
    const body = newPerson('twice.over', { post: clerkAt('plum') })
    const answers = await Promise.all([1, 2, 3].map(() => admin().send('addPerson', { body })))
    expect(statusesOf(answers)).toEqual([200, 200, 200])
    const told = answers.map((answer) => answer.json().password).filter((one) => one !== null)
    expect(told).toHaveLength(1)
    expect(await statusOfSignIn('twice.over', told[0])).toBe(200)
    const { rows } = await server.owner.query('select verb, payload from org_action where id = $1', [
      body.commandId,
    ])
    expect(rows).toMatchObject([{ verb: 'addPerson', payload: { login: 'twice.over' } }])
    expect(JSON.stringify(rows)).not.toContain(told[0])
    const other = await admin().no('addPerson', { body: { ...body, name: '别人' } })
    expect(other).toMatchObject({ status: 409, refused: 'commandReused' })
  })

  test('does not take a login that somebody has, and leaves nothing behind when refused', async () => {
    const body = newPerson('clerk')
    expect(await admin().no('addPerson', { body })).toMatchObject({
      ...{ status: 409, refused: 'loginTaken', field: 'login', facts: { login: 'clerk' } },
    })
    const wrong = newPerson('half.done', { post: clerkAt('north') })
    expect(await admin().no('addPerson', { body: wrong })).toMatchObject({
      ...{ status: 422, refused: 'roleNotHere', facts: { unit: '北桥街道' } },
    })
    const { rows } = await server.owner.query(
      `select id from person where id = any ($1) union select account_id from login_key where login = 'half.done'`,
      [[body.id, wrong.id]],
    )
    expect(rows).toEqual([])
    for (const login of ['x', 'Ä b', '-a', 'a'.repeat(41), '张三'])
      expect(await admin().no('addPerson', { body: newPerson(login) }), login).toMatchObject({
        field: 'login',
      })
  })

  test('does not take the id of another', async () => {
    const body = newPerson('other.id', { id: server.town.staff.clerk.personId })
    expect(await admin().no('addPerson', { body })).toMatchObject({ status: 409, refused: 'commandReused' })
  })
})

describe('posts', () => {
  test('are given from a day to a day, once each, and count on those days', async () => {
    const params = personOf('expert')
    const post = clerkAt('plum', { commandId: freshId(), fromOn: '2026-11-24', toOn: '2026-11-30' })
    await admin().ok('givePost', { params, body: post })
    const page = await admin().ok('givePost', { params, body: post })
    expect(page.posts.map(({ role, when }) => [role, when])).toEqual([
      ['expert', 'now'],
      ['communityClerk', 'coming'],
    ])
    const again = { ...post, commandId: freshId(), postId: freshId() }
    expect(await admin().no('givePost', { params, body: again })).toMatchObject({ refused: 'alreadyHolds' })
    const upsideDown = clerkAt('willow', { commandId: freshId(), toOn: '2026-11-01' })
    expect(await admin().no('givePost', { params, body: upsideDown })).toMatchObject({
      ...{ status: 422, refused: 'badSpan', field: 'toOn' },
    })
    const nowhere = { ...again, unitId: freshId() }
    expect(await admin().no('givePost', { params, body: nowhere })).toMatchObject({ status: 404 })
    const noDay = { ...again, fromOn: '2026-02-30' }
    expect(await admin().no('givePost', { params, body: noDay })).toMatchObject({
      status: 400,
      field: 'fromOn',
    })
  })

  test('end at once: the person is signed out everywhere and cannot act from them any more', async () => {
    const client = await signedIn('southsorter', password)
    const [post] = (await admin().ok('getPerson', { params: personOf('southsorter') })).posts
    const params = { ...personOf('southsorter'), postId: post?.id }
    const body = { commandId: freshId(), lastOn: null }
    const page = await admin().ok('endPost', { params, body })
    expect(page.posts).toMatchObject([{ when: 'past', toOn: '2026-11-22' }])
    expect(await admin().ok('endPost', { params, body })).toEqual(page)
    expect(await client.no('getMe', {})).toMatchObject({ status: 401, refused: 'signInFirst' })
    expect((await (await signedIn('southsorter', password)).ok('getMe', {})).seats).toEqual([])
    const more = { commandId: freshId(), lastOn: null }
    expect(await admin().no('endPost', { params, body: more })).toMatchObject({ status: 404 })
  })

  test('do not end before they began; one given by mistake ends without ever having counted', async () => {
    const params = personOf('lawyer')
    const post = clerkAt('plum', { commandId: freshId(), fromOn: '2027-01-01' })
    await admin().ok('givePost', { params, body: post })
    const end = (lastOn: string | null) => ({
      params: { ...params, postId: post.postId },
      body: { commandId: freshId(), lastOn },
    })
    expect(await admin().no('endPost', end('2026-12-01'))).toMatchObject({
      refused: 'badSpan',
      field: 'lastOn',
    })
    const page = await admin().ok('endPost', end(null))
    expect(page.posts.find(({ id }) => id === post.postId)).toMatchObject({
      toOn: '2026-12-31',
      when: 'coming',
    })
  })

  test('do not end while what was signed for is open, and say how much it is', async () => {
    const id = await signedMatter('housing')
    const { posts, openWork, accountId } = await admin().ok('getPerson', { params: personOf('housing') })
    expect(accountId).toBe(server.town.staff.housing.accountId)
    expect(openWork).toMatchObject({ count: 1, rows: [{ id, unitName: '枫溪区住建局', mayRead: false }] })
    const params = { ...personOf('housing'), postId: posts[0]?.id }
    const no = { status: 409, refused: 'hasOpenWork', facts: { matters: 1 } }
    const body = { commandId: freshId(), lastOn: null }
    expect(await admin().no('endPost', { params, body })).toMatchObject(no)
    const disable = { params: personOf('housing'), body: { commandId: freshId() } }
    expect(await admin().no('disableAccount', disable)).toMatchObject(no)
    await server.as('housing').move(id, 'submit', { result: '修好了', outcome: 'solved', files: [] })
    await admin().ok('getPerson', { params: personOf('housing') })
  })
})

describe('an account', () => {
  test('that is disabled is out at once and stays out, until it is enabled again', async () => {
    const client = await signedIn('mediator', password)
    const body = { commandId: freshId() }
    const page = await admin().ok('disableAccount', { params: personOf('mediator'), body })
    expect(page.isDisabled).toBe(true)
    expect(await admin().ok('disableAccount', { params: personOf('mediator'), body })).toEqual(page)
    expect((await client.send('getMe', {})).statusCode).toBe(401)
    expect(await statusOfSignIn('mediator', password)).toBe(401)
    const again = { params: personOf('mediator'), body: { commandId: freshId() } }
    expect((await admin().ok('enableAccount', again)).isDisabled).toBe(false)
    expect(await statusOfSignIn('mediator', password)).toBe(200)
  })

  test('whose password is reset is signed out and has to choose a new one', async () => {
    const client = await signedIn('water', password)
    const body = { commandId: freshId() }
    const { password: fresh } = await admin().ok('resetPassword', { params: personOf('water'), body })
    expect((await client.send('getMe', {})).statusCode).toBe(401)
    expect(await statusOfSignIn('water', password)).toBe(401)
    const again = await admin().ok('resetPassword', { params: personOf('water'), body })
    expect(again).toMatchObject({ password: null, mustChangePassword: true })
    expect(await statusOfSignIn('water', fresh ?? '')).toBe(200)
  })

  test('is not disabled or reset by its own holder', async () => {
    const params = personOf('admin')
    const no = { status: 403, refused: 'ownAccount' }
    expect(await admin().no('disableAccount', { params, body: { commandId: freshId() } })).toMatchObject(no)
    expect(await admin().no('resetPassword', { params, body: { commandId: freshId() } })).toMatchObject(no)
  })
})

describe('the last administrator', () => {
  const root = () => ({ unitId: server.town.units.district.id, role: 'administrator', fromOn: '2026-11-23' })

  test('keeps the post until there is another', async () => {
    const { posts } = await admin().ok('getPerson', { params: personOf('admin') })
    const params = { ...personOf('admin'), postId: posts[0]?.id }
    for (const lastOn of [null, '2026-12-31'])
      expect(await admin().no('endPost', { params, body: { commandId: freshId(), lastOn } })).toMatchObject({
        ...{ status: 409, refused: 'lastAdministrator' },
      })
  })

  test('remains when two remove each other at once', async () => {
    const body = { commandId: freshId(), postId: freshId(), ...root() }
    await admin().ok('givePost', { params: personOf('leader'), body })
    const answers = await Promise.all([
      server
        .as('leader')
        .send('disableAccount', { params: personOf('admin'), body: { commandId: freshId() } }),
      admin().send('disableAccount', { params: personOf('leader'), body: { commandId: freshId() } }),
    ])
    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
    const { rows } = await server.owner.query(
      `select 1 from account where login in ('admin', 'leader') and disabled_at is null`,
    )
    expect(rows).toHaveLength(1)
  })
})

test('what administrators did stays as it was written', async () => {
  for (const statement of [
    `update org_action set verb = 'addUnit'`,
    'delete from org_action',
    'update login_key set login = login',
  ])
    await expect(server.pool.query(statement), statement).rejects.toThrow(/permission denied/)
})
