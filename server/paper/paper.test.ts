import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshId, type Login } from '#test/factory.ts'
import { matterIn, report, triage } from '#test/matters.ts'
import { minute, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

type Paper = 'receipt' | 'acceptance' | 'dispatch' | 'transfer' | 'reply' | 'refusal'
const see = (login: Login, id: string, paper: Paper) =>
  server.as(login).ok('getPaper', { params: { id, paper }, query: {} })
const printing = (id: string, paper: Paper, more: object = {}) => ({
  params: { id, paper },
  body: { commandId: freshId(), purpose: '送达诉求人', withContact: false, ...more },
})
const records = async (subject: string) =>
  (await server.owner.query('select what, purpose, account_id from read_log where subject = $1', [subject]))
    .rows

describe('a paper', () => {
  test('is filled from the record, with the person masked', async () => {
    const { id } = await matterIn(server, 'submitted')
    const order = await see('sorter', id, 'dispatch')
    expect(order).toMatchObject({
      person: { name: '林**', phone: '199****1234', shown: 'masked', mayOpen: true },
      dispatch: { unitName: '枫溪区住建局', byUnit: '北桥街道综治中心', fromUnit: null },
      trackUrl: 'http://maple.test/t/339901',
    })
    expect(order.dispatch?.limits.map((limit) => limit.kind).toSorted()).toEqual([
      'contact',
      'handle',
      'sign',
    ])
    expect(await see('clerk', id, 'reply')).toMatchObject({
      reply: { result: '已更换楼道灯', unitName: '枫溪区住建局' },
    })
  })

  test('that does not fit the matter is refused, and one of a matter out of reach is not found', async () => {
    const { id } = await report(server)
    const asked = { params: { id, paper: 'reply' as const }, query: {} }
    expect(await server.as('clerk').no('getPaper', asked)).toMatchObject({ status: 409, refused: 'notNow' })
    expect(await server.as('plumclerk').no('getPaper', asked)).toMatchObject({ status: 404 })
    expect(await server.as('plumclerk').no('printPaper', printing(id, 'receipt'))).toMatchObject({
      status: 404,
    })
    expect(await server.as('admin').no('printPaper', printing(id, 'receipt'))).toMatchObject({ status: 403 })
    expect(await records(`matter:${id}`)).toEqual([])
  })

  test('handed on to a second unit names the first and why', async () => {
    const { id } = await matterIn(server, 'dispatched')
    await server.as('housing').move(id, 'return', { reason: '属于供水设施，不归我们' })
    await server
      .as('sorter')
      .move(id, 'dispatch', { unitId: server.town.units.water.id, instruction: '请先到现场' })
    expect((await see('sorter', id, 'transfer')).dispatch).toMatchObject({
      fromUnit: '枫溪区住建局',
      unitName: '枫溪区水务局',
      returnReason: '属于供水设施，不归我们',
      instruction: '请先到现场',
    })
  })

  test('of an appeal that is not taken names the reason and the way that is open', async () => {
    const { id } = await report(server)
    await server.as('clerk').move(id, 'refuse', { route: 'court', reason: '已经进入诉讼' })
    expect((await see('clerk', id, 'refusal')).refusal).toMatchObject({
      route: 'court',
      reason: '已经进入诉讼',
    })
  })
})

describe('a print', () => {
  test('is on record with its purpose, once for one command', async () => {
    const { id, appealId } = await matterIn(server, 'accepted')
    const clerk = server.as('clerk')
    const asked = printing(id, 'receipt')
    expect((await clerk.ok('printPaper', asked)).person).toMatchObject({ name: '林**', shown: 'masked' })
    await clerk.ok('printPaper', asked)
    const accountId = server.town.staff.clerk.accountId
    expect(await records(`matter:${id}`)).toEqual([
      { what: 'print', purpose: '受理回执：送达诉求人', account_id: accountId },
    ])
    const open = printing(id, 'receipt', { withContact: true })
    expect((await clerk.ok('printPaper', open)).person).toMatchObject({
      name: '林小满',
      phone: '19900001234',
    })
    expect(await records(`appeal:${appealId}`)).toHaveLength(1)
    server.pass(2 * minute)
    expect(await clerk.no('printPaper', open)).toMatchObject({ status: 409, refused: 'commandReused' })
  })

  test('without a purpose is refused, and leaves nothing behind', async () => {
    const { id } = await report(server)
    expect(
      await server.as('clerk').no('printPaper', printing(id, 'receipt', { purpose: ' ' })),
    ).toMatchObject({
      status: 422,
      field: 'purpose',
    })
    expect(await records(`matter:${id}`)).toEqual([])
  })

  test('with the name is refused to who may read but not call', async () => {
    const { id, appealId } = await report(server)
    const asked = printing(id, 'receipt', { withContact: true })
    expect(await server.as('supervisor').no('printPaper', asked)).toMatchObject({
      status: 403,
      refused: 'secretFromYou',
    })
    expect(await records(`appeal:${appealId}`)).toEqual([])
  })

  test('for the handling unit never names who asked for secrecy or who reports a wrong, not even by the centre’s hand', async () => {
    const secret = await matterIn(server, 'dispatched', { isConfidential: true })
    const wrong = await report(server)
    await server.as('clerk').move(wrong.id, 'accept', {})
    await server.as('clerk').move(wrong.id, 'triage', { ...triage, kind: 'report' })
    await server.as('sorter').move(wrong.id, 'dispatch', { unitId: server.town.units.housing.id })
    for (const { id } of [secret, wrong]) {
      const shown = await see('sorter', id, 'dispatch')
      expect(shown.person).toMatchObject({ name: null, phone: null, shown: 'secret', mayOpen: false })
      const asked = printing(id, 'dispatch', { withContact: true })
      expect(await server.as('sorter').no('printPaper', asked)).toMatchObject({ refused: 'secretFromYou' })
      expect((await see('sorter', id, 'acceptance')).person).toMatchObject({ shown: 'masked', mayOpen: true })
      expect((await see('housing', id, 'acceptance')).person).toMatchObject({
        shown: 'secret',
        mayOpen: false,
      })
    }
  })
})
