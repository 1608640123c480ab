import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { State } from '#domain/matter/matter.ts'
import { type Verb, verbs } from '#domain/matter/moves.ts'
import { statusesOf } from '#test/client.ts'
import { district, freshId, type Login } from '#test/factory.ts'
import { appealBody, matterIn, reached, report, triage } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const input: Record<Exclude<Verb, 'receive'>, object> = {
  ...{ accept: {}, sign: {}, verify: {}, join: {}, settleSubject: {}, triage, revisit: reached },
  refuse: { route: 'court', reason: '此事须由法院受理' },
  dispatch: { unitId: freshId() },
  return: { reason: '不归' },
  contact: { how: 'phone', note: '已联系' },
  progress: { text: '在办' },
  ask: { question: '哪一楼？' },
  answer: { text: '三楼' },
  submit: { result: '办好了', outcome: 'solved' },
  redo: { reason: '没有办好' },
  rate: { solved: true, satisfied: 'satisfied' },
  close: { closureKind: 'resolved', summary: '好了' },
  askReopen: { reason: '又坏了' },
  reopen: { reason: '属实' },
  keepClosed: { reason: '不属实' },
  withdraw: { reason: '自己解决了' },
  note: { text: '内部备注' },
  correct: { title: '另一个题目', reason: '写错了' },
  rule: { unitId: freshId(), reason: '经研究，属于房屋公共部位' },
  escalate: { tried: '上门三次，开过协调会', reason: '需要区级部门', files: [] },
  handDown: { unitId: freshId(), instruction: '请就近办理' },
  handOver: { accountId: freshId(), reason: '休假' },
  assist: { unitIds: [freshId()], task: '请查管线图' },
  answerPart: { outcome: 'done', text: '图已附上', files: [] },
  dropPart: { unitId: freshId(), reason: '不再需要' },
  askHold: { why: 'appraisal', days: 30, reason: '等鉴定', files: [] },
  askExtend: { amount: 5, reason: '材料未到', files: [] },
  askVoid: { why: 'twice', reason: '重复登记' },
  askReview: { reason: '鉴定确需三十天', files: [] },
  ...{
    grantHold: { note: '同意' },
    grantExtend: { note: '同意' },
    void: { note: '同意' },
    deny: { reason: '理由不足' },
    resume: { note: '鉴定已出' },
  },
  expedite: { text: '请尽快' },
  copy: { unitIds: [freshId()], text: '请知悉' },
  merge: { intoId: freshId(), reason: '同一件事' },
  split: { appealIds: [freshId()], title: '另一件', reason: '两件事' },
  addParty: { side: 'b', kind: 'person', role: 'respondent', name: '邻居' },
  editParty: { partyId: freshId(), role: 'concerned' },
  removeParty: { partyId: freshId(), reason: '登记错了' },
  relate: { otherId: freshId(), relation: 'related' },
  mediate: { mediationId: freshId(), step: 'begin', input: {} },
  petition: { petitionId: freshId(), step: 'accept', input: {} },
  unrelate: { linkId: freshId(), reason: '没有关系' },
  archive: { retention: 'long' },
}
const moved = Object.keys(input) as (keyof typeof input)[]

/** For each verb: a state from which it is not possible, and who could otherwise do it. */
const outOfState = {
  accept: ['accepted', 'clerk'],
  refuse: ['handling', 'clerk'],
  triage: ['dispatched', 'clerk'],
  dispatch: ['received', 'clerk'],
  sign: ['handling', 'housing'],
  contact: ['dispatched', 'housing'],
  progress: ['dispatched', 'housing'],
  ask: ['dispatched', 'clerk'],
  submit: ['dispatched', 'housing'],
  verify: ['revisiting', 'clerk'],
  redo: ['accepted', 'clerk'],
  revisit: ['submitted', 'clerk'],
  close: ['submitted', 'clerk'],
  reopen: ['revisiting', 'clerk'],
  keepClosed: ['revisiting', 'clerk'],
  withdraw: ['submitted', 'clerk'],
  correct: ['closed', 'clerk'],
  ...{ rule: ['accepted', 'clerk'], escalate: ['submitted', 'clerk'], handDown: ['handling', 'clerk'] },
  ...{ handOver: ['dispatched', 'housing'], assist: ['submitted', 'clerk'], dropPart: ['closed', 'clerk'] },
  ...{
    askHold: ['dispatched', 'housing'],
    askExtend: ['dispatched', 'housing'],
    resume: ['dispatched', 'housing'],
  },
  ...{
    askVoid: ['submitted', 'clerk'],
    askReview: ['dispatched', 'housing'],
    grantHold: ['accepted', 'clerk'],
    grantExtend: ['accepted', 'clerk'],
    void: ['submitted', 'clerk'],
    deny: ['closed', 'clerk'],
  },
  ...{ expedite: ['closed', 'clerk'], merge: ['submitted', 'clerk'], split: ['closed', 'clerk'] },
  archive: ['submitted', 'clerk'],
  ...{ addParty: ['closed', 'clerk'], editParty: ['closed', 'clerk'], removeParty: ['closed', 'clerk'] },
} as const satisfies Partial<Record<Verb, readonly [string, Login]>>

describe.each(moved)('%s', (verb) => {
  test('is refused as not found to who cannot see the matter', async () => {
    const { id } = await report(server)
    const version = 1
    for (const login of ['plumclerk', 'water', 'southsorter'] as const)
      expect(
        await server.as(login).no('moveMatter', {
          params: { id },
          body: { commandId: freshId(), version, verb, input: input[verb] },
        }),
      ).toMatchObject({ status: 404, refused: 'notFound' })
  })
})

// Leaders decide requests and urge; who takes things in at a desk does neither.
const ofLeaders: readonly Verb[] = ['grantHold', 'grantExtend', 'void', 'deny', 'expedite']

// Whoever sees a matter may note something to it, so there is nobody to refuse that to.
test.each(moved.filter((verb) => verb !== 'note'))(
  '%s is refused to who sees the matter but has no post for it',
  async (verb) => {
    const { id } = await report(server)
    // leaders decide petitions too; who supervises only reads them
    const witness = ofLeaders.includes(verb) ? 'desk' : verb === 'petition' ? 'supervisor' : 'leader'
    expect(await server.as(witness).moveNo(id, verb, input[verb])).toMatchObject({
      status: 403,
      refused: 'notYours',
    })
  },
)

test.each(Object.entries(outOfState))(
  '%s is refused in a state that does not allow it',
  async (verb, line) => {
    const [state, login] = line as readonly [State, Login]
    const { id } = await matterIn(server, state)
    const before = await server.as(login).version(id)
    expect(await server.as(login).moveNo(id, verb as Verb, input[verb as keyof typeof input])).toMatchObject({
      status: 409,
      refused: 'notNow',
      facts: { state },
    })
    expect(await server.as(login).version(id)).toBe(before)
  },
)

test('what the street took in at its desk is sorted and closed by the street, and its community may only urge, ask, note, say who is concerned and see to a petition', async () => {
  const input = { channel: 'desk', words: '楼上漏水', placeUnitId: server.town.units.willowHouse.id }
  const body = { id: freshId(), appealId: freshId(), commandId: freshId(), input }
  await server.as('desk').ok('receiveMatter', { body })
  expect((await server.as('clerk').ok('getMatter', { params: { id: body.id } })).may).toEqual([
    ...['expedite', 'ask', 'note', 'addParty', 'editParty', 'removeParty', 'relate', 'petition'],
  ])
  expect(await server.as('clerk').moveNo(body.id, 'accept', {})).toMatchObject({
    status: 403,
    refused: 'notYours',
  })
  expect(await server.as('gridder').moveNo(body.id, 'accept', {})).toMatchObject({ refused: 'notYours' })
  await server.as('sorter').move(body.id, 'accept', {})
})

test('every verb is tried here', () => {
  expect(['receive', ...moved].sort()).toEqual([...verbs].sort())
})

test('a stale version is refused and tells the newer one', async () => {
  const { id } = await matterIn(server, 'accepted')
  const body = { commandId: freshId(), version: 1, verb: 'note', input: { text: '备注' } }
  expect(await server.as('clerk').no('moveMatter', { params: { id }, body })).toMatchObject({
    status: 409,
    refused: 'staleVersion',
    facts: { version: 3 },
  })
})

test('an unknown verb, and one that begins a matter, are refused by name', async () => {
  const { id } = await report(server)
  const at = (verb: string, input: object) => ({
    params: { id },
    body: { commandId: freshId(), version: 1, verb, input },
  })
  expect(await server.as('clerk').no('moveMatter', at('explode', {}))).toMatchObject({
    status: 400,
    refused: 'badInput',
    field: 'verb',
  })
  const receive = { channel: 'desk', words: '再来一次', placeUnitId: server.town.units.willow.id }
  expect(await server.as('clerk').no('moveMatter', at('receive', receive))).toMatchObject({
    refused: 'notNow',
  })
})

describe('a command sent again', () => {
  test('answers as the first time, also when sent five times at once', async () => {
    const { id } = await report(server)
    const send = (commandId: string, verb: string, version: number) =>
      server.as('clerk').ok('moveMatter', { params: { id }, body: { commandId, version, verb, input: {} } })
    const commandId = freshId()
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(commandId, 'accept', 1)))
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
    await server.as('clerk').move(id, 'triage', triage)
    expect(await send(commandId, 'accept', 1)).toEqual(answers[0])
    const { actionLog } = await server.as('clerk').ok('getMatter', { params: { id } })
    expect(actionLog.map((line) => line.verb)).toEqual(['receive', 'accept', 'triage'])
  })

  test('brings in the same matter, also for a head of a building who may not read it', async () => {
    const input = {
      channel: 'building',
      words: '门口井盖松了',
      placeUnitId: server.town.units.willowHouse.id,
    }
    const body = { id: freshId(), appealId: freshId(), commandId: freshId(), input }
    const first = await server.as('head').ok('receiveMatter', { body })
    expect(await server.as('head').ok('receiveMatter', { body })).toEqual(first)
    expect(await server.as('head').no('getMatter', { params: { id: body.id } })).toMatchObject({
      status: 404,
    })
    expect((await server.as('gridder').ok('getMatter', { params: { id: body.id } })).may).toContain('accept')
  })

  test('is refused when its id was used for another text, another verb or another matter', async () => {
    const [one, two] = [await report(server), await report(server)]
    const commandId = freshId()
    const send = (id: string, verb: string, input: object) => ({
      params: { id },
      body: { commandId, version: 1, verb, input },
    })
    const clerk = server.as('clerk')
    await clerk.ok('moveMatter', send(one.id, 'note', { text: '一' }))
    for (const other of [
      send(one.id, 'note', { text: '二' }),
      send(one.id, 'accept', {}),
      send(two.id, 'note', { text: '一' }),
    ])
      expect(await clerk.no('moveMatter', other)).toMatchObject({ status: 409, refused: 'commandReused' })
  })

  test('with one id on two matters at once wins on one and is refused on the other', async () => {
    const matters = [await report(server), await report(server), await report(server)]
    const commandId = freshId()
    const body = { commandId, version: 1, verb: 'accept', input: {} }
    const answers = await Promise.all(
      matters.map(({ id }) => server.as('clerk').send('moveMatter', { params: { id }, body })),
    )
    expect(statusesOf(answers)).toEqual([200, 409, 409])
  })

  test('an appeal sent five times at once is one appeal with one number and one code', async () => {
    const body = appealBody(server.town)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => server.visitor.ok('sendAppeal', { params: { district }, body })),
    )
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
    expect(await server.visitor.ok('sendAppeal', { params: { district }, body })).toEqual(answers[0])
  })

  test('an appeal whose ids were used before is refused, whichever of the three', async () => {
    const first = appealBody(server.town)
    await server.visitor.ok('sendAppeal', { params: { district }, body: first })
    for (const key of ['id', 'matterId', 'commandId'] as const) {
      const body = appealBody(server.town, { [key]: first[key] })
      expect(await server.visitor.no('sendAppeal', { params: { district }, body })).toMatchObject({
        status: 409,
        refused: 'commandReused',
      })
    }
    const body = { ...first, words: '完全不同的话' }
    expect(await server.visitor.no('sendAppeal', { params: { district }, body })).toMatchObject({
      refused: 'commandReused',
    })
  })
})

describe('at once', () => {
  test('ten dispatches have one winner and nine refusals', async () => {
    const { id } = await matterIn(server, 'accepted')
    const version = await server.as('sorter').version(id)
    const unitId = server.town.units.housing.id
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        server.as('sorter').send('moveMatter', {
          params: { id },
          body: { commandId: freshId(), version, verb: 'dispatch', input: { unitId } },
        }),
      ),
    )
    const codes = statusesOf(answers)
    expect(codes).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
    const { actionLog, clocks } = await server.as('sorter').ok('getMatter', { params: { id } })
    expect(actionLog.filter((line) => line.verb === 'dispatch')).toHaveLength(1)
    expect(clocks.filter((clock) => clock.kind === 'sign')).toHaveLength(1)
  })

  test('sixty appeals get distinct numbers and distinct codes, though they outnumber the connections', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => report(server)))
    expect(new Set(answers.map((a) => a.number)).size).toBe(60)
    expect(new Set(answers.map((a) => a.queryCode)).size).toBe(60)
  })
})
