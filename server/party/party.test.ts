import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { register } from '#test/desk.ts'
import { freshId, type Login } from '#test/factory.ts'
import { bring, matterIn, report } from '#test/matters.ts'
import { agreeAll, mediationIn } from '#test/mediations.ts'
import { petitionSent } from '#test/petitions.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const list = (login: Login, id: string, query = {}) =>
  server.as(login).ok('listParties', { params: { id }, query })
const neighbour = {
  ...{ side: 'b', kind: 'person', role: 'respondent', name: '周大友' },
  ...{ phone: '199-0000-5566', address: '柳岸新村 3 幢 402' },
} as const
const reveal = (login: Login, id: string, partyId: string, commandId = freshId()) => ({
  ...{ login, given: { params: { id, partyId }, body: { commandId, purpose: '送达通知' } } },
})
const add = async (id: string, more: object = neighbour, login: Login = 'clerk') => {
  await server.as(login).move(id, 'addParty', more)
  const { rows } = await list(login, id, { limit: 100 })
  return rows.toSorted((a, b) => b.no - a.no)[0] as (typeof rows)[number]
}

describe('a party', () => {
  test('stands masked on the page, and neither the history nor the row says who it is', async () => {
    const { id } = await report(server)
    const party = await add(id)
    expect(party).toMatchObject({
      ...{ no: 1, side: 'b', role: 'respondent', name: '周**', phone: '199****5566', hasAddress: true },
      ...{ mayReveal: true, version: 1 },
    })
    const { rows } = await server.owner.query(
      `select h.payload::text history, row_to_json(p)::text party, row_to_json(v)::text as version from matter_action h
        join party p on p.matter_id = h.matter_id join party_version v on v.party_id = p.id
        where h.matter_id = $1 and h.verb = 'addParty'`,
      [id],
    )
    for (const text of [rows[0].history, rows[0].party, rows[0].version])
      for (const secret of ['周大友', '19900005566', '3 幢 402']) expect(text).not.toContain(secret)
    const { actionLog } = await server.as('clerk').ok('getMatter', { params: { id } })
    expect(actionLog.at(-1)).toMatchObject({ verb: 'addParty', payload: { no: 1, role: 'respondent' } })
  })

  test('is not found by trying names: the digest that stands in the open depends on the key', async () => {
    const { id } = await report(server)
    const before = await server.as('clerk').version(id)
    const input = { side: 'b', kind: 'person', role: 'respondent', name: '周大友' }
    const command = { commandId: freshId(), version: before, verb: 'addParty', input }
    const send = (more: object) => ({ params: { id }, body: { ...command, input: { ...input, ...more } } })
    const first = await server.as('clerk').ok('moveMatter', send({}))
    expect(await server.as('clerk').ok('moveMatter', send({}))).toEqual(first)
    expect(await server.as('clerk').no('moveMatter', send({ name: '周小友' }))).toMatchObject({
      refused: 'commandReused',
    })
    expect((await list('clerk', id)).rows).toHaveLength(1)
  })

  test('is opened for a purpose, on record, and with what stood there before', async () => {
    const { id } = await report(server)
    const { id: partyId } = await add(id)
    await server.as('clerk').move(id, 'editParty', { partyId, phone: '19900005577', clear: ['address'] })
    const { login, given } = reveal('clerk', id, partyId)
    expect(await server.as(login).ok('revealParty', given)).toMatchObject({
      ...{ name: '周大友', phone: '19900005577', address: null, seconds: 60 },
      before: [{ name: '周大友', phone: '19900005566', address: '柳岸新村 3 幢 402' }],
    })
    const { rows } = await server.owner.query('select what, subject, purpose from read_log where id = $1', [
      given.body.commandId,
    ])
    expect(rows).toEqual([{ what: 'reveal', subject: `party:${partyId}`, purpose: '送达通知' }])
    server.pass(61_000)
    expect(await server.as(login).no('revealParty', given)).toMatchObject({ refused: 'commandReused' })
    expect((await list('clerk', id)).rows[0]).toMatchObject({ version: 2, hasAddress: false })
    const { actionLog } = await server.as('clerk').ok('getMatter', { params: { id } })
    expect(actionLog.at(-1)?.payload).toMatchObject({ no: 1, changed: ['phone', 'address'] })
  })

  test('is taken out with a reason; it no longer counts, and nothing of it is gone', async () => {
    const { id } = await report(server)
    const { id: partyId } = await add(id)
    expect(await server.as('clerk').moveNo(id, 'removeParty', { partyId })).toMatchObject({
      refused: 'missingField',
    })
    await server.as('clerk').move(id, 'removeParty', { partyId, reason: '同名不同人' })
    const left = await list('clerk', id)
    expect(left).toMatchObject({ rows: [], removed: [{ no: 1 }], counts: { b: 0 } })
    for (const verb of ['editParty', 'removeParty'] as const)
      expect(
        await server.as('clerk').moveNo(id, verb, { partyId, reason: '再来', name: '周' }),
      ).toMatchObject({
        status: 409,
        refused: 'noSuchParty',
      })
    const again = await add(id)
    expect(again.no).toBe(2)
    const { rows } = await server.owner.query(
      'select count(*)::int n from party_version where party_id = $1',
      [partyId],
    )
    expect(rows[0].n).toBe(1)
    const app = server.pool.query('delete from party_version')
    await expect(app).rejects.toThrow(/permission denied/)
  })

  test('is refused where a rule says no, naming the field', async () => {
    const { id } = await report(server)
    const cases: [object, string, string][] = [
      [{ ...neighbour, name: '' }, 'missingField', 'name'],
      [{ ...neighbour, phone: '12' }, 'badInput', 'phone'],
      [{ ...neighbour, role: 'applicant' }, 'roleNotOnSide', 'role'],
      [{ ...neighbour, role: 'agent' }, 'actsForNobody', 'actsFor'],
      [{ ...neighbour, actsFor: [freshId()] }, 'notPrincipal', 'actsFor'],
      [{ ...neighbour, contactName: '老周' }, 'badInput', 'contactName'],
      [{ ...neighbour, kind: 'organisation', capacity: 'minor' }, 'badInput', 'capacity'],
      [{ ...neighbour, appealId: freshId() }, 'noSuchVoice', 'appealId'],
    ]
    for (const [input, refused, field] of cases) {
      const no = await server.as('clerk').moveNo(id, 'addParty', input)
      expect(no, refused).toMatchObject({ refused })
      expect(no.field?.split('.').at(-1)).toBe(field)
    }
    const { id: partyId } = await add(id)
    expect(await server.as('clerk').moveNo(id, 'editParty', { partyId, name: '周大友' })).toMatchObject({
      refused: 'nothingChanged',
    })
    expect((await list('clerk', id)).rows).toHaveLength(1)
  })

  test('represents a side together with four others, and a sixth is refused', async () => {
    const { id } = await report(server)
    for (let i = 0; i < 5; i++) await add(id, { ...neighbour, name: `业主${i}`, isRepresentative: true })
    expect(
      await server.as('clerk').moveNo(id, 'addParty', { ...neighbour, isRepresentative: true }),
    ).toMatchObject({ status: 422, refused: 'enoughRepresentatives', facts: { most: 5 } })
    const last = await add(id)
    expect(
      await server.as('clerk').moveNo(id, 'editParty', { partyId: last.id, isRepresentative: true }),
    ).toMatchObject({ refused: 'enoughRepresentatives' })
    expect(await list('clerk', id)).toMatchObject({ counts: { b: 6 }, representatives: { b: 5 } })
  })

  test('has agents and guardians who say for whom, and they keep somebody to act for', async () => {
    const { id } = await report(server)
    const child = await add(id, { ...neighbour, name: '周小友', capacity: 'minor' })
    expect(child).toMatchObject({ capacity: 'minor', needsGuardian: true })
    const actsFor = [child.id]
    await add(id, { side: 'b', kind: 'person', role: 'guardian', name: '周大友', actsFor })
    await add(id, { side: 'b', kind: 'organisation', role: 'agent', name: '某某律师事务所', actsFor })
    const { rows } = await list('clerk', id)
    expect(rows.find((one) => one.id === child.id)?.needsGuardian).toBe(false)
    expect(rows.filter((one) => one.actsFor.length > 0)).toMatchObject([
      { role: 'guardian', name: '周**', actsFor: [{ no: 1, name: '周**' }] },
      { role: 'agent', name: '某某律师事务所', actsFor: [{ no: 1 }] },
    ])
    expect(
      await server.as('clerk').moveNo(id, 'removeParty', { partyId: child.id, reason: '不对' }),
    ).toMatchObject({ status: 409, refused: 'stillActedFor', facts: { count: 2 } })
  })

  test('stands in pages: side by side, representatives first', async () => {
    const { id } = await report(server)
    for (const name of ['甲', '乙', '丙']) await add(id, { ...neighbour, name: `${name}某` })
    await add(id, { ...neighbour, name: '丁某', isRepresentative: true })
    await add(id, { side: 'a', kind: 'person', role: 'applicant', name: '戊某' })
    const first = await list('clerk', id, { limit: 2 })
    const second = await list('clerk', id, { limit: 2, cursor: first.next })
    const third = await list('clerk', id, { limit: 2, cursor: second.next })
    const nos = [first, second, third].map((page) => page.rows.map((one) => one.no))
    expect(nos).toEqual([[5, 4], [1, 2], [3]])
    expect(third.next).toBeNull()
    expect(
      await server.as('clerk').no('listParties', { params: { id }, query: { cursor: 'x' } }),
    ).toMatchObject({ refused: 'badInput', field: 'cursor' })
  })
})

describe('the caller', () => {
  const asParty = (appealId: string) => ({ appealId, side: 'a', kind: 'person', role: 'applicant' }) as const

  test('becomes a party with one press, once, without anybody typing name or number', async () => {
    const { id, appealId } = await report(server)
    const party = await add(id, asParty(appealId))
    expect(party).toMatchObject({ name: '林**', phone: '199****1234', appealId })
    expect((await list('clerk', id)).taken).toEqual([appealId])
    expect(await server.as('clerk').moveNo(id, 'addParty', asParty(appealId))).toMatchObject({
      status: 409,
      refused: 'alreadyParty',
    })
  })

  test('who asked for secrecy keeps it as a party, and so does who acts for them', async () => {
    const { id, appealId } = await matterIn(server, 'handling', { isConfidential: true })
    expect(await server.as('housing').moveNo(id, 'addParty', asParty(appealId))).toMatchObject({
      status: 403,
      refused: 'secretFromYou',
    })
    const { id: partyId } = await add(id, asParty(appealId))
    await server.as('clerk').moveNo(id, 'editParty', { partyId, isConfidential: false })
    const agent = { side: 'a', kind: 'person', role: 'agent', name: '林大满', actsFor: [partyId] }
    await add(id, agent)
    const hidden = await list('housing', id)
    for (const row of hidden.rows)
      expect(row).toMatchObject({ name: null, phone: null, mayReveal: false, capacity: null })
    const { login, given } = reveal('housing', id, partyId)
    expect(await server.as(login).no('revealParty', given)).toMatchObject({ refused: 'secretFromYou' })
    for (const verb of ['editParty', 'removeParty'] as const)
      expect(
        await server.as('housing').moveNo(id, verb, { partyId, name: '别名', reason: '不对' }),
      ).toMatchObject({ refused: 'secretFromYou' })
    expect((await list('clerk', id)).rows[0]?.name).toBe('林**')
  })
})

describe('who may', () => {
  test('a matter out of sight has no parties either', async () => {
    const { id } = await report(server)
    const { id: partyId } = await add(id)
    for (const login of ['plumclerk', 'southsorter'] as const) {
      expect(await server.as(login).no('listParties', { params: { id }, query: {} })).toMatchObject({
        status: 404,
      })
      expect(await server.as(login).no('revealParty', reveal(login, id, partyId).given)).toMatchObject({
        status: 404,
      })
    }
  })

  test('a party is opened only by its own matter', async () => {
    const [one, other] = [await report(server), await report(server)]
    const { id: partyId } = await add(one.id)
    expect(
      await server.as('clerk').no('revealParty', reveal('clerk', other.id, partyId).given),
    ).toMatchObject({
      status: 404,
    })
    expect(
      await server.as('clerk').moveNo(other.id, 'removeParty', { partyId, reason: '不对' }),
    ).toMatchObject({ refused: 'noSuchParty' })
  })

  test('a leader reads that there are parties and not who they are', async () => {
    const { id } = await report(server)
    await add(id)
    expect((await list('leader', id)).rows).toMatchObject([{ name: null, phone: null, mayReveal: false }])
  })

  test('parties come and go as long as the matter is open', async () => {
    const { id } = await report(server)
    const { id: partyId } = await add(id)
    await bring(server, id, 'closed')
    expect(await server.as('clerk').moveNo(id, 'editParty', { partyId, name: '周' })).toMatchObject({
      refused: 'notNow',
    })
  })
})

describe('a number', () => {
  const elsewhere = (login: Login, id: string) =>
    server.as(login).ok('listPartyElsewhere', { params: { id }, body: {} })

  test('of a party names the other open matters it stands in, as a caller or a party, and no closed one', async () => {
    const phone = '19900006001'
    const here = await report(server)
    const asCaller = await report(server, { phone })
    const asParty = await report(server)
    await add(asParty.id, { ...neighbour, phone })
    const { id: closed } = await report(server, { phone })
    await bring(server, closed, 'closed')
    const { id: partyId } = await add(here.id, { ...neighbour, phone })
    const { parties } = await elsewhere('clerk', here.id)
    expect(parties).toHaveLength(1)
    expect(parties[0]?.partyId).toBe(partyId)
    expect(new Set(parties[0]?.rows.map((row) => row.id))).toEqual(new Set([asCaller.id, asParty.id]))
  })

  test('stays silent of matters out of sight and of people out of sight', async () => {
    const phone = '19900006002'
    const here = await report(server)
    await add(here.id, { ...neighbour, phone })
    await register(server, 'southsorter', 'reedHouse', { phone })
    expect(await elsewhere('clerk', here.id)).toEqual({ parties: [] })
    expect((await elsewhere('topsorter', here.id)).parties).toMatchObject([{ rows: [{}], more: 0 }])
    expect(
      await server.as('leader').no('listPartyElsewhere', { params: { id: here.id }, body: {} }),
    ).toMatchObject({ status: 403 })
  })

  test('or a whole name finds its matter by the search, where the reader may see who it is', async () => {
    const { id } = await report(server)
    await add(id, { ...neighbour, name: '欧阳百川', phone: '19900006004' })
    const found = async (login: Login, q: string) =>
      (await server.as(login).ok('suggest', { body: { q } })).matters.map((hit) => hit.id)
    for (const q of ['欧阳百川', 'ouyangbaichuan', '199 0000 6004'])
      expect(await found('clerk', q)).toContain(id)
    expect(await found('leader', '欧阳百川')).not.toContain(id)
    expect(await found('plumclerk', '19900006004')).not.toContain(id)
  })

  test('that only stands with a party is found at the desk as well', async () => {
    const { id } = await report(server)
    await add(id, { ...neighbour, phone: '19900006003' })
    const found = await server.as('desk').ok('findSaid', {
      body: { commandId: freshId(), phone: '19900006003' },
    })
    expect(found.rows.map((row) => row.id)).toEqual([id])
  })
})

test('parties go along when a matter is joined into another, without their mark and under numbers of their own', async () => {
  const [from, into] = [await report(server), await report(server)]
  await add(into.id)
  await add(from.id, { ...neighbour, name: '马小二', isRepresentative: true })
  await server.as('clerk').move(from.id, 'merge', { intoId: into.id })
  const { rows } = await list('clerk', into.id)
  expect(rows.map(({ no, name, isRepresentative }) => [no, name, isRepresentative])).toEqual([
    [1, '周**', false],
    [2, '马**', false],
  ])
  expect((await list('clerk', from.id)).rows).toEqual([])
})

test('a party is not taken out of, or turned round in, what goes on with it', async () => {
  const one = await mediationIn(server, 2)
  const [first, second] = [one.parties['b1'] ?? '', one.parties['b2'] ?? '']
  const out = { partyId: first, reason: '登记错了' }
  const refused = { status: 409, refused: 'standsInMediation', field: 'partyId' }
  expect(await server.as('mediator').moveNo(one.id, 'removeParty', out)).toMatchObject(refused)
  const aside = { partyId: first, side: 'third', role: 'witness' }
  expect(await server.as('mediator').moveNo(one.id, 'editParty', aside)).toMatchObject(refused)
  await server.as('mediator').move(one.id, 'editParty', { partyId: first, name: '周大友甲' })
  await agreeAll(one, ['a1', 'b1'])
  await one.step('tell', { partyId: second, byId: second, way: 'oral', witness: '邻居' })
  const no = { topic: 'mediate', answer: false, partyId: second, byId: second, way: 'oral', witness: '邻居' }
  await one.step('consent', no)
  await server.as('mediator').move(one.id, 'removeParty', { partyId: second, reason: '不再参加' })
  const petition = await petitionSent(server, { name: '信访之人', phone: '19900009917' })
  const { rows } = await server.as('sorter').ok('listParties', { params: { id: petition.id } })
  expect(
    await server
      .as('sorter')
      .moveNo(petition.id, 'removeParty', { partyId: rows[0]?.id, reason: '登记错了' }),
  ).toMatchObject({ status: 409, refused: 'standsInPetition' })
})
