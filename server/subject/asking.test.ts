import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInBy } from '#test/callers.ts'
import { statusesOf } from '#test/client.ts'
import { district, freshId } from '#test/factory.ts'
import { type Appeal, matterIn, report } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { tidy } from '../jobs/rounds.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ isTextOn: true })
})
afterAll(() => server.close())

const params = { district }
const see = ({ queryCode }: Appeal) => server.visitor.ok('seeSubject', { params, body: { queryCode } })
const asking = ({ queryCode }: Appeal, wish: object, id = freshId()) => ({
  params,
  body: { queryCode, id, wish },
})
const explain = { kind: 'explain', words: '谁看过我的电话？' }
const phone = (n: number) => `1990000${String(7000 + n)}`

describe('seeing what is held', () => {
  test('whoever holds the code sees all of it, name and number masked', async () => {
    const made = await matterIn(server, 'handling')
    expect(await see(made)).toMatchObject({
      ...{ isWhole: false, name: '林**', phone: '199****1234', words: expect.stringContaining('三楼') },
      ...{ channel: 'qr', erasedAt: null, requests: [], may: ['correct', 'erase', 'explain'], reveals: 0 },
      readers: ['centre', 'handler', 'leader', 'auditor'],
      retention: { code: null, years: null, from: null },
    })
    const body = { commandId: freshId(), appealId: made.appealId, purpose: '核实' }
    await server.as('clerk').ok('revealContact', { params: { id: made.id }, body })
    expect((await see(made)).reveals).toBe(1)
    const body2 = { queryCode: '000000000000' }
    expect(await server.visitor.no('seeSubject', { params, body: body2 })).toMatchObject({
      refused: 'unknownCode',
    })
  })

  test('whoever is signed in by the number sees it whole; of another number nothing', async () => {
    const made = await report(server, { phone: phone(1) })
    const own = await signInBy(server, phone(1))
    const at = { params: { district, id: made.appealId } }
    expect((await own.send('seeOwnSubject', at)).json()).toMatchObject({
      ...{ isWhole: true, name: '林小满', phone: phone(1) },
    })
    const other = await signInBy(server, phone(2))
    expect((await other.send('seeOwnSubject', at)).json()).toMatchObject({ refused: 'notFound' })
  })

  test('an appeal that somebody else brought for the holder of the number keeps name and number of the other', async () => {
    const made = await report(server, { phone: phone(3), name: '代办人' })
    await server.as('clerk').move(made.id, 'accept', {})
    const clerk = server.as('clerk')
    await clerk.move(made.id, 'addParty', {
      ...{ side: 'a', kind: 'person', role: 'concerned', name: '被代理人', phone: phone(4) },
    })
    const { rows } = await clerk.ok('listParties', { params: { id: made.id }, query: {} })
    await clerk.move(made.id, 'addParty', {
      ...{ side: 'a', kind: 'person', role: 'agent', appealId: made.appealId },
      actsFor: [rows[0]?.id ?? ''],
    })
    const ward = await signInBy(server, phone(4))
    const at = { params: { district, id: made.appealId } }
    expect((await ward.send('openOwn', at)).statusCode, 'the progress is theirs to see').toBe(200)
    expect((await ward.send('seeOwnSubject', at)).json()).toMatchObject({ refused: 'notOwnVoice' })
    const wished = { ...at, body: { id: freshId(), wish: { kind: 'erase', ground: 'other' } } }
    expect((await ward.send('askOwnSubject', wished)).json()).toMatchObject({ refused: 'notOwnVoice' })
  })
})

describe('asking', () => {
  test('is put down with its day, told to the unit, and sealed', async () => {
    const made = await report(server)
    const right = { kind: 'correct', field: 'phone', value: '199 0000-8888', words: '打错了一位' }
    const answer = await server.visitor.ok('askSubject', asking(made, right))
    expect(answer.requests).toMatchObject([
      { kind: 'correct', field: 'phone', state: 'open', dueOn: '2026-12-23', answer: null },
    ])
    expect(answer.may).toEqual(['erase', 'explain'])
    const { rows } = await server.as('clerk').ok('listNotices', { query: {} })
    expect(rows.filter(({ matter }) => matter?.id === made.id).map(({ kind }) => kind)).toContain(
      'subjectAsked',
    )
    const { rows: kept } = await server.owner.query(
      `select to_jsonb(r)::text || (select to_jsonb(l)::text from subject_action l where l.request_id = r.id) all_of_it
        from subject_request r where appeal_id = $1`,
      [made.appealId],
    )
    expect(kept[0].all_of_it).not.toMatch(/[0*]8888\b|打错/)
  })

  test('sent twice it is one, and at once too; another under its id is refused, and a second of its kind', async () => {
    const made = await report(server)
    const id = freshId()
    const twins = await Promise.all(
      [1, 2, 3].map(() => server.visitor.send('askSubject', asking(made, explain, id))),
    )
    expect(statusesOf(twins)).toEqual([200, 200, 200])
    expect((await see(made)).requests).toHaveLength(1)
    const other = { ...explain, words: '别的' }
    expect(await server.visitor.no('askSubject', asking(made, other, id))).toMatchObject({
      refused: 'commandReused',
    })
    expect(await server.visitor.no('askSubject', asking(made, other))).toMatchObject({
      refused: 'subjectAsked',
    })
    const erase = { kind: 'erase', ground: 'achieved' }
    const rivals = await Promise.all([1, 2].map(() => server.visitor.send('askSubject', asking(made, erase))))
    expect(statusesOf(rivals)).toEqual([200, 409])
    const foreign = await report(server)
    expect(await server.visitor.no('askSubject', asking(foreign, explain, id))).toMatchObject({
      refused: 'commandReused',
    })
  })

  test('the unit is reminded when the day comes near, and once more when it is over; it stays counted', async () => {
    const made = await report(server)
    await server.visitor.ok('askSubject', asking(made, explain))
    const told = async () => {
      const { rows } = await server.owner.query(
        `select count(*)::int n from notice where matter_id = $1 and kind = 'subjectDue'`,
        [made.id],
      )
      return rows[0].n
    }
    await tidy(server.platform)
    expect(await told()).toBe(0)
    server.pass(26 * day)
    await tidy(server.platform)
    await tidy(server.platform)
    expect(await told()).toBe(1)
    server.pass(10 * day)
    await tidy(server.platform)
    await tidy(server.platform)
    expect(await told()).toBe(2)
    const list = await server.as('clerk').ok('listSubjects', { query: {} })
    expect(list.rows.find(({ matter }) => matter?.id === made.id)).toMatchObject({
      isLate: true,
      state: 'open',
    })
    expect(list.late).toBeGreaterThan(0)
    expect(list.open).toBeGreaterThanOrEqual(list.late)
  })
})

describe('the list of those who answer', () => {
  test('goes page by page, and shows nobody what lies out of reach', async () => {
    const all: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await server.as('clerk').ok('listSubjects', { query: { limit: '2', cursor } })
      all.push(...page.rows.map(({ id }) => id))
      if (page.next === null) break
      cursor = page.next
    }
    const whole = await server.as('clerk').ok('listSubjects', { query: { limit: '100' } })
    expect(all).toEqual(whole.rows.map(({ id }) => id))
    expect(all.length).toBeGreaterThan(3)
    expect((await server.as('plumclerk').ok('listSubjects', { query: {} })).rows).toEqual([])
    expect(await server.as('housing').no('listSubjects', { query: {} })).toMatchObject({
      refused: 'notYours',
    })
    const id = all[0] ?? ''
    expect(await server.as('plumclerk').no('getSubject', { params: { id } })).toMatchObject({
      refused: 'notFound',
    })
    expect(await server.as('leader').ok('getSubject', { params: { id } })).toMatchObject({ outcomes: [] })
    expect((await server.as('sorter').ok('getSubject', { params: { id } })).outcomes).not.toEqual([])
  })

  test('of a locked matter only those who need to know', async () => {
    const made = await report(server)
    await server.visitor.ok('askSubject', asking(made, explain))
    const has = async (login: 'clerk' | 'sorter') =>
      (await server.as(login).ok('listSubjects', { query: { limit: '100' } })).rows.some(
        ({ matter }) => matter?.id === made.id,
      )
    expect(await has('sorter')).toBe(true)
    await server.owner.query(
      'update matter set sensitive = true, need_to_know = array[$2::uuid] where id = $1',
      [made.id, server.town.staff.clerk.accountId],
    )
    expect(await has('clerk')).toBe(true)
    expect(await has('sorter')).toBe(false)
  })
})
