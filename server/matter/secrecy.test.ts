import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { district, freshId, type Login } from '#test/factory.ts'
import { matterIn, report } from '#test/matters.ts'
import { minute, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const page = (login: Login, id: string) => server.as(login).ok('getMatter', { params: { id } })
const reveal = (id: string, appealId: string, more: object = {}) => ({
  params: { id },
  body: { commandId: freshId(), appealId, purpose: '电话回访', ...more },
})
const readings = async (appealId: string) =>
  (await server.owner.query('select * from read_log where subject = $1 order by at', [`appeal:${appealId}`]))
    .rows

describe('who said it', () => {
  test('is masked on every page, in every list and never in the search', async () => {
    const { id } = await matterIn(server, 'handling')
    for (const login of ['clerk', 'housing', 'leader'] as const) {
      const seen = JSON.stringify(await page(login, id))
      expect(seen, login).not.toContain('林小满')
      expect(seen, login).not.toContain('19900001234')
    }
    for (const q of ['林小满', '小满', '19900001234'])
      expect((await server.as('clerk').ok('listMatters', { query: { box: 'area', q } })).rows).toEqual([])
  })

  test('is opened for a purpose, for a minute, on record', async () => {
    const { id, appealId } = await matterIn(server, 'handling')
    const opened = await server.as('housing').ok('revealContact', reveal(id, appealId))
    expect(opened).toEqual({ name: '林小满', phone: '19900001234', seconds: 60 })
    expect(await readings(appealId)).toMatchObject([
      { what: 'reveal', purpose: '电话回访', account_id: server.town.staff.housing.accountId },
    ])
    for (const purpose of ['', '   ', undefined])
      expect(await server.as('housing').no('revealContact', reveal(id, appealId, { purpose }))).toMatchObject(
        {
          status: 422,
          field: 'purpose',
        },
      )
  })

  test('is not opened without a record by using an old command again', async () => {
    const [one, two] = [await report(server), await report(server)]
    const first = reveal(one.id, one.appealId)
    const clerk = server.as('clerk')
    await clerk.ok('revealContact', first)
    await clerk.ok('revealContact', first)
    expect(await readings(one.appealId)).toHaveLength(1)
    const other = reveal(two.id, two.appealId, { commandId: first.body.commandId })
    expect(await clerk.no('revealContact', other)).toMatchObject({ status: 409, refused: 'commandReused' })
    expect(await server.as('colleague').no('revealContact', first)).toMatchObject({
      refused: 'commandReused',
    })
    server.pass(2 * minute)
    expect(await clerk.no('revealContact', first)).toMatchObject({ refused: 'commandReused' })
  })

  test('stays closed to who may read but not call, and to who may not read', async () => {
    const { id, appealId } = await report(server)
    expect(await server.as('supervisor').no('revealContact', reveal(id, appealId))).toMatchObject({
      status: 403,
    })
    expect(await server.as('plumclerk').no('revealContact', reveal(id, appealId))).toMatchObject({
      status: 404,
    })
    const other = await report(server)
    expect(await server.as('clerk').no('revealContact', reveal(id, other.appealId))).toMatchObject({
      status: 404,
    })
    expect(await readings(appealId)).toEqual([])
  })

  test('who asked for secrecy is hidden from the unit that handles it, and open to the centre', async () => {
    const { id, appealId } = await matterIn(server, 'handling', { isConfidential: true })
    const [voice] = (await page('housing', id)).voices
    expect(voice).toMatchObject({ isConfidential: true, name: null, phone: null, mayReveal: false })
    expect(await server.as('housing').no('revealContact', reveal(id, appealId))).toMatchObject({
      status: 403,
      refused: 'secretFromYou',
    })
    expect((await page('sorter', id)).voices).toMatchObject([{ name: '林**', mayReveal: true }])
    expect((await server.as('sorter').ok('revealContact', reveal(id, appealId))).name).toBe('林小满')
  })

  test('who reports a wrong is hidden from the unit that handles it, even without asking', async () => {
    const { id, appealId } = await report(server)
    const clerk = server.as('clerk')
    await clerk.move(id, 'accept', {})
    await clerk.move(id, 'triage', {
      title: '举报',
      kind: 'report',
      categoryCode: 'S0101',
      urgency: 'normal',
    })
    await server.as('sorter').move(id, 'dispatch', { unitId: server.town.units.housing.id })
    expect((await page('housing', id)).voices).toMatchObject([{ name: null, phone: null }])
    expect(await server.as('housing').no('revealContact', reveal(id, appealId))).toMatchObject({
      refused: 'secretFromYou',
    })
  })

  test('lies sealed in the database, and a sealed value cannot be moved to another voice', async () => {
    const [one, two] = [await report(server), await report(server)]
    const { rows } = await server.owner.query('select name_sealed, phone_sealed from appeal where id = $1', [
      one.appealId,
    ])
    expect(rows[0].name_sealed.includes(Buffer.from('林小满'))).toBe(false)
    expect(rows[0].phone_sealed.includes(Buffer.from('19900001234'))).toBe(false)
    await server.owner.query('update appeal set name_sealed = $1 where id = $2', [
      rows[0].name_sealed,
      two.appealId,
    ])
    const response = await server.as('clerk').send('revealContact', reveal(two.id, two.appealId))
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('林小满')
  })
})

test('what staff note among themselves is not told to the person; what they report is', async () => {
  const { id, queryCode } = await matterIn(server, 'handling')
  const housing = server.as('housing')
  await housing.move(id, 'note', { text: '内部：此人多次来电' })
  await housing.move(id, 'progress', { text: '内部进展', toPerson: false })
  await housing.move(id, 'progress', { text: '已派人上门' })
  const told = JSON.stringify(await server.visitor.ok('track', { params: { district }, body: { queryCode } }))
  expect(told).toContain('已派人上门')
  expect(told).not.toContain('内部')
  expect(told).not.toContain('文')
})

test('a correction stays visible with what stood there before, moves the search, and asks for a change', async () => {
  const { id } = await report(server)
  const clerk = server.as('clerk')
  const find = async (q: string) =>
    (await clerk.ok('listMatters', { query: { box: 'area', q } })).rows.some((row) => row.id === id)
  const { title } = await page('clerk', id)
  await clerk.move(id, 'correct', { title: '翡翠弄堂路灯', reason: '原题写错' })
  const { actionLog } = await page('clerk', id)
  expect(actionLog.at(-1)).toMatchObject({
    verb: 'correct',
    payload: { title: '翡翠弄堂路灯', reason: '原题写错', before: { title } },
  })
  expect([await find('翡翠弄'), await find('老人上下楼')]).toEqual([true, true])
  expect(await clerk.moveNo(id, 'correct', { title: '翡翠弄堂路灯', reason: '一样' })).toMatchObject({
    status: 422,
    refused: 'nothingChanged',
  })
})

describe('a sensitive matter', () => {
  test('is seen only by who needs to know, not upward and not by the holder’s colleagues', async () => {
    const { id, number } = await report(server)
    const { accountId } = server.town.staff.clerk
    await server.owner.query('update matter set sensitive = true, need_to_know = $1 where id = $2', [
      [accountId],
      id,
    ])
    expect((await page('clerk', id)).flags).toContain('sensitive')
    for (const login of ['colleague', 'sorter', 'topsorter', 'supervisor', 'leader', 'gridder'] as const) {
      const who = server.as(login)
      expect(await who.no('getMatter', { params: { id } }), login).toMatchObject({ status: 404 })
      expect(await who.moveNo(id, 'note', { text: '看看' }), login).toMatchObject({ status: 404 })
      const { rows } = await who.ok('listMatters', { query: { box: 'area', q: number } })
      expect(rows, login).toEqual([])
    }
    const { rows } = await server.as('clerk').ok('listMatters', { query: { box: 'area', q: number } })
    expect(rows).toHaveLength(1)
  })
})

test('a unit that returned a matter keeps seeing it, but may do nothing more to it', async () => {
  const { id } = await matterIn(server, 'dispatched')
  await server.as('housing').move(id, 'return', { reason: '不归' })
  // a petition goes through bodies of its own, whoever holds the matter; here there is none, and this unit cannot begin one
  expect((await page('housing', id)).may).toEqual(['petition'])
  expect(await server.as('housing').ok('getMatterPetition', { params: { id } })).toMatchObject({
    ...{ petition: null, mayRegister: false },
  })
  expect(await server.as('housing').moveNo(id, 'sign', {})).toMatchObject({ status: 403 })
})

test('what a person may do is exactly what is not refused', async () => {
  const { id } = await matterIn(server, 'accepted')
  expect((await page('clerk', id)).may).toEqual([
    ...['refuse', 'triage', 'dispatch', 'escalate', 'assist', 'askVoid', 'expedite', 'copy'],
    ...['ask', 'withdraw', 'merge', 'note', 'addParty', 'editParty', 'removeParty', 'relate', 'unrelate'],
    ...['petition', 'correct'],
  ])
  expect((await page('leader', id)).may).toEqual(['expedite', 'note', 'petition'])
  expect(await server.as('head').no('getMatter', { params: { id } })).toMatchObject({ status: 404 })
})
