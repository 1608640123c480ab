import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { freshId } from '#test/factory.ts'
import { matterIn } from '#test/matters.ts'
import { agreeAll, disputeIn, draftInput, mediationIn, openInput, signAll } from '#test/mediations.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const hour = 3_600_000
const at = (ms: number) => new Date(ms).toISOString()
const session = (partyIds: unknown[], startsAt: number, more: object = {}) => ({
  ...{
    id: freshId(),
    kind: 'joint',
    way: 'onSite',
    startsAt: at(startsAt),
    minutes: 60,
    partyIds,
    place: '3 幢 402 门前',
  },
  ...more,
})

describe('a mediation', () => {
  test('goes from consent to the filed dossier, and its matter says where it stands', async () => {
    const one = await mediationIn(server)
    const { a1, b1 } = one.parties
    expect(await one.view()).toMatchObject({
      state: 'asking',
      number: expect.stringContaining('柳岸社区调委会人调字第'),
      mayRead: true,
    })
    expect(await one.no('begin', {})).toMatchObject({
      status: 422,
      refused: 'consentFirst',
      facts: { count: 2 },
    })
    await agreeAll(one)
    await one.step('begin', {})
    expect(
      await server.as('mediator').moveNo(one.id, 'submit', { result: '好了', outcome: 'solved' }),
    ).toMatchObject({
      refused: 'mediationOpen',
    })
    const meeting = session([a1, b1], server.now + hour)
    await one.step('schedule', meeting)
    await one.step('hold', {
      ...{
        sessionId: meeting.id,
        heldAt: at(server.now + hour),
        present: [a1, b1],
        methods: ['perspective'],
      },
      ...{ subject: '漏水赔偿', record: '双方各自说了经过，愿意分两期赔付。', readBack: true },
    })
    const draft = draftInput(one, server.now)
    await one.step('draft', draft)
    expect(await one.no('settle', {})).toMatchObject({ refused: 'notInForce' })
    await signAll(one, draft)
    const today = dayOf(server.now)
    expect((await one.view()).agreements[0]).toMatchObject({
      ...{ effectiveOn: today, confirmUntil: addDays(today, 30), mayConfirm: true, unsigned: [] },
      obligations: [{ fen: 150_000, isDone: false }, { text: '第二期' }],
    })
    await one.step('settle', {})
    await one.step('confirm', { agreementId: draft.id, state: 'applied', on: today })
    expect(await one.no('confirm', { agreementId: draft.id, state: 'applied', on: today })).toMatchObject({
      refused: 'confirmAsked',
    })
    const [first, second] = draft.obligations
    const pay = (obligationId: unknown, fen: number) => ({
      agreementId: draft.id,
      obligationId,
      fen,
      on: today,
    })
    await one.step('perform', pay(first?.id, 50_000))
    expect(await one.no('perform', pay(first?.id, 150_000))).toMatchObject({
      refused: 'badPayment',
      facts: { most: 1000 },
    })
    await one.step('perform', pay(first?.id, 100_000))
    await one.step('perform', pay(second?.id, 150_000))
    const revisit = { performed: true, satisfied: true, text: '双方都满意' }
    expect(await one.no('revisit', revisit)).toMatchObject({ refused: 'notYourself' })
    expect(await one.no('file', {})).toMatchObject({ refused: 'mediationRevisitFirst' })
    await one.step('revisit', revisit, 'clerk')
    await one.step('file', {})
    expect(await one.view()).toMatchObject({ state: 'filed', may: [], revisits: [{ performed: true }] })
    await server.as('mediator').move(one.id, 'submit', { result: '已达成协议并履行', outcome: 'solved' })
  })

  test('leaves neither names nor words in the history, and none in the tables in the open', async () => {
    const one = await mediationIn(server)
    await agreeAll(one)
    await one.step('begin', {})
    await one.step('draft', draftInput(one, server.now, { facts: '独一无二的事实甲乙丙' }))
    const tables = ['matter_action', 'mediation', 'mediation_text', 'matter']
    for (const table of tables) {
      const { rows } = await server.owner.query(`select row_to_json(t)::text line from ${table} t`)
      for (const { line } of rows)
        for (const secret of ['独一无二的事实甲乙丙', '周大友1', '社区工作人员', '吊顶泡坏'])
          expect(line).not.toContain(secret)
    }
    const { actionLog } = await server.as('leader').ok('getMatter', { params: { id: one.id } })
    const step = actionLog.findLast((line) => line.verb === 'mediate')
    expect(step?.payload).toEqual({ mediationId: one.mediationId, step: 'draft', mediation: 'running' })
  })

  test('may be sent twice: the second time it is told what happened the first', async () => {
    const one = await mediationIn(server)
    const partyId = one.parties['a1']
    const version = await server.as('mediator').version(one.id)
    const input = {
      mediationId: one.mediationId,
      step: 'tell',
      input: { partyId, byId: partyId, way: 'oral', witness: '李四' },
    }
    const body = { commandId: freshId(), version, verb: 'mediate', input }
    const first = await server.as('mediator').ok('moveMatter', { params: { id: one.id }, body })
    expect(await server.as('mediator').ok('moveMatter', { params: { id: one.id }, body })).toEqual(first)
    expect((await one.view()).version).toBe(2)
  })

  test('is opened for a dispute that is handled, once at a time, and not where something stands against it', async () => {
    const { id, parties } = await disputeIn(server)
    const send = (input: object) =>
      server.as('mediator').moveNo(id, 'mediate', { mediationId: freshId(), step: 'open', input })
    const open = await openInput(server, id, parties)
    expect(await send({ ...open, obstacles: ['inCourt'] })).toMatchObject({
      refused: 'unsuitable',
      facts: { route: 'court' },
    })
    expect(await send({ ...open, partyIds: [parties['a1']] })).toMatchObject({ refused: 'oneSideLeft' })
    expect(await send({ ...open, mediators: [{ accountId: freshId(), part: 'lead' }] })).toMatchObject({
      refused: 'notAMediator',
    })
    const other = await matterIn(server, 'handling')
    expect(
      await server
        .as('housing')
        .moveNo(other.id, 'mediate', { mediationId: freshId(), step: 'open', input: open }),
    ).toMatchObject({ refused: 'notADispute' })
    const one = await mediationIn(server)
    expect(
      await server.as('mediator').moveNo(one.id, 'mediate', {
        mediationId: freshId(),
        step: 'open',
        input: await openInput(server, id, one.parties),
      }),
    ).toMatchObject({ refused: 'alreadyMediated' })
  })
})

describe('a refusal', () => {
  test('of the only respondent stops everything but the end, with the other routes', async () => {
    const one = await mediationIn(server)
    await agreeAll(one, ['a1'])
    const b1 = one.parties['b1']
    const how = { partyId: b1, byId: b1, way: 'oral', witness: '王五' }
    await one.step('tell', how)
    await one.step('consent', { ...how, topic: 'mediate', answer: false })
    expect((await one.view()).may).toEqual(['end'])
    expect(await one.no('begin', {})).toMatchObject({ refused: 'oneSideLeft' })
    expect(await one.no('end', { reason: 'refused', text: '对方明确拒绝' })).toMatchObject({
      refused: 'missingField',
      field: 'routes',
    })
    await one.step('end', { reason: 'refused', routes: ['court', 'arbitration'], text: '对方明确拒绝' })
    expect(await one.view()).toMatchObject({
      state: 'ended',
      endReason: 'refused',
      routes: ['court', 'arbitration'],
    })
  })

  test('of one of two lets the others go on', async () => {
    const one = await mediationIn(server, 2)
    await agreeAll(one, ['a1', 'b1'])
    const b2 = one.parties['b2']
    const how = { partyId: b2, byId: b2, way: 'oral', witness: '王五' }
    await one.step('tell', how)
    await one.step('consent', { ...how, topic: 'mediate', answer: false })
    await one.step('begin', {})
    expect(
      await one.no('draft', draftInput(one, server.now, { partyIds: Object.values(one.parties) })),
    ).toMatchObject({
      refused: 'agreementParties',
    })
    const draft = draftInput(one, server.now)
    await one.step('draft', draft)
    await signAll(one, draft)
    await one.step('settle', {})
    expect((await one.view()).participants.find(({ partyId }) => partyId === b2)).toMatchObject({
      standing: 'out',
    })
  })
})

describe('what is said back to back', () => {
  test('is seen by who mediates, and by nobody else whatever their post', async () => {
    const one = await mediationIn(server)
    await agreeAll(one)
    await one.step('begin', {})
    const caucus = session([one.parties['b1']], server.now + 3 * hour, { kind: 'caucus' })
    await one.step('schedule', caucus)
    const said = '他私下说最多能出五千。'
    await one.step('hold', {
      ...{ sessionId: caucus.id, heldAt: at(server.now), present: [one.parties['b1']], methods: ['cooling'] },
      ...{ subject: '底线', record: said, readBack: true },
    })
    expect((await one.view()).sessions[0]).toMatchObject({ isSecret: false, record: said })
    for (const login of ['clerk', 'sorter', 'leader'] as const) {
      const seen = await server
        .as(login)
        .ok('getMediation', { params: { id: one.id, mediationId: one.mediationId } })
      expect(seen.sessions[0]).toMatchObject({ isSecret: true, record: null, partyIds: [], startsAt: null })
      expect(JSON.stringify(seen)).not.toContain('五千')
    }
    for (const login of ['plumclerk', 'southsorter'] as const)
      expect(
        await server.as(login).no('getMediation', { params: { id: one.id, mediationId: one.mediationId } }),
      ).toMatchObject({ status: 404 })
  })
})

describe('a draft', () => {
  test('is refused with its article where a party, a day or a share is wrong', async () => {
    const one = await mediationIn(server)
    await agreeAll(one)
    await one.step('begin', {})
    const { a1, b1 } = one.parties
    const past = addDays(dayOf(server.now), -1)
    const pay = { id: freshId(), kind: 'pay', byId: b1, toId: a1, fen: 100, dueOn: past }
    const cases: [object, string][] = [
      [{ partyIds: [a1] }, 'agreementParties'],
      [{ obligations: [pay] }, 'dueBeforeEffect'],
      [{ obligations: [{ ...pay, dueOn: addDays(past, 5), fen: 0 }] }, 'badAmount'],
      [{ obligations: [{ ...pay, dueOn: addDays(past, 5), byId: freshId() }] }, 'obligationParty'],
      [{ wholeFen: 300, shares: [{ partyId: a1, fen: 100 }] }, 'badShares'],
      [{ kind: 'oral', reachedOn: dayOf(server.now) }, 'missingField'],
      [{ kind: 'oral', reachedOn: dayOf(server.now), whyOral: '当场清结' }, 'writtenNeeded'],
    ]
    for (const [more, refused] of cases)
      expect(await one.no('draft', draftInput(one, server.now, more)), refused).toMatchObject({ refused })
  })

  test('that is worded anew has to be signed anew', async () => {
    const one = await mediationIn(server)
    await agreeAll(one)
    await one.step('begin', {})
    const draft = draftInput(one, server.now)
    await one.step('draft', draft)
    const how = {
      partyId: one.parties['a1'],
      byId: one.parties['a1'],
      way: 'screen',
      fileId: await one.file(),
    }
    await one.step('sign', { agreementId: draft.id, version: 1, ...how })
    await one.step('draft', { ...draft, manner: '现金' })
    expect((await one.view()).agreements[0]).toMatchObject({ version: 2, signatures: [] })
    const again = { ...how, fileId: await one.file() }
    expect(await one.no('sign', { agreementId: draft.id, version: 1, ...again })).toMatchObject({
      refused: 'otherWording',
    })
    expect(await one.no('seal', { agreementId: draft.id, version: 2 })).toMatchObject({
      refused: 'signFirst',
    })
    expect(
      await one.no('sign', { agreementId: draft.id, version: 2, ...how, fileId: freshId() }),
    ).toMatchObject({ refused: 'fileMissing' })
    const { id: fileId } = await server.as('mediator').ok('uploadFile', {
      ...{ params: { id: freshId() }, query: { name: '指印.pdf' }, mime: 'application/pdf' },
      file: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    })
    expect(
      await one.no('sign', { agreementId: draft.id, version: 2, ...how, way: 'paper', fileId }),
    ).toMatchObject({ refused: 'notPicture', field: 'fileId' })
  })
})

test('a room or a mediator is not promised twice', async () => {
  const [one, other] = [await mediationIn(server), await mediationIn(server)]
  for (const each of [one, other]) {
    await agreeAll(each)
    await each.step('begin', {})
  }
  const when = server.now + 50 * hour
  await one.step('schedule', session(Object.values(one.parties), when))
  expect(await other.no('schedule', session(Object.values(other.parties), when + hour / 2))).toMatchObject({
    refused: 'mediatorBusy',
  })
  await other.step('schedule', session(Object.values(other.parties), when + hour))
})

test('numbers of a committee have no gap and none is given twice, however many are opened at once', async () => {
  const cases = await Promise.all(Array.from({ length: 12 }, () => disputeIn(server)))
  const ready = await Promise.all(
    cases.map(async ({ id, parties }) => ({
      id,
      version: await server.as('mediator').version(id),
      open: await openInput(server, id, parties),
    })),
  )
  await Promise.all(
    ready.map(({ id, version, open }, i) =>
      server.as('mediator').send('moveMatter', {
        params: { id },
        // every third is refused in the middle and must leave no gap
        body: {
          commandId: freshId(),
          version,
          verb: 'mediate',
          input: {
            mediationId: freshId(),
            step: 'open',
            input: i % 3 === 2 ? { ...open, obstacles: ['crime'] } : open,
          },
        },
      }),
    ),
  )
  const { rows } = await server.owner.query('select no from mediation order by no')
  expect(rows.map(({ no }) => no)).toEqual(rows.map((_, i) => i + 1))
})

describe('a party by its link', () => {
  test('reads, agrees and signs with its check code, and nobody comes in without it', async () => {
    const one = await mediationIn(server)
    await agreeAll(one, ['a1'])
    const partyId = one.parties['b1']
    const made = await server.as('mediator').ok('makePartyLink', {
      params: { id: one.id, mediationId: one.mediationId },
      body: { commandId: freshId(), partyId },
    })
    const [, district, token] = /\/m\/(\d+)\/(.+)$/.exec(made.url) ?? []
    const params = { district, token }
    const wrong = made.code === '000000' ? '000001' : '000000'
    expect(await server.visitor.no('openPartyLink', { params, body: { code: wrong } })).toMatchObject({
      refused: 'linkWrong',
      facts: { left: 4 },
    })
    const seen = await server.visitor.ok('openPartyLink', { params, body: { code: made.code } })
    expect(seen).toMatchObject({ me: { name: '周大友1' }, standing: [{ partyId, isTold: false }] })
    const take = (step: string, input: object, drawing?: string) =>
      server.visitor.ok('takePartyStep', {
        params,
        body: { commandId: freshId(), code: made.code, step, input, ...(drawing ? { drawing } : {}) },
      })
    await take('tell', { partyId })
    await take('consent', { partyId, topic: 'mediate', answer: true })
    expect(
      await server.visitor.no('takePartyStep', {
        params,
        body: { commandId: freshId(), code: made.code, step: 'begin', input: {} },
      }),
    ).toMatchObject({ refused: 'notYours' })
    expect(
      await server.visitor.no('takePartyStep', {
        params,
        body: {
          commandId: freshId(),
          code: made.code,
          step: 'consent',
          input: { partyId: one.parties['a1'], topic: 'open', answer: true },
        },
      }),
    ).toMatchObject({ refused: 'noMandate' })
    await one.step('begin', {})
    const draft = draftInput(one, server.now)
    await one.step('draft', draft)
    const drawn =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const signing = { partyId, agreementId: draft.id, version: 1 }
    expect(
      await server.visitor.no('takePartyStep', {
        params,
        body: { commandId: freshId(), code: made.code, step: 'sign', input: signing },
      }),
    ).toMatchObject({ refused: 'missingField' })
    await take('sign', signing, drawn)
    const view = await one.view()
    expect(view.agreements[0]?.signatures).toMatchObject([{ partyId, way: 'link', hasFile: true }])
    expect(view.participants.find((each) => each.partyId === partyId)?.consents).toMatchObject([
      { topic: 'mediate', way: 'link' },
    ])
  })

  test('is locked out after five wrong codes, and a new link ends the old one', async () => {
    const one = await mediationIn(server)
    const make = () =>
      server.as('mediator').ok('makePartyLink', {
        params: { id: one.id, mediationId: one.mediationId },
        body: { commandId: freshId(), partyId: one.parties['b1'] },
      })
    const paramsOf = (url: string) => {
      const [, district, token] = /\/m\/(\d+)\/(.+)$/.exec(url) ?? []
      return { district, token }
    }
    const first = await make()
    for (let i = 0; i < 5; i++)
      await server.visitor.no('openPartyLink', {
        params: paramsOf(first.url),
        body: { code: first.code === '111111' ? '222222' : '111111' },
      })
    expect(
      await server.visitor.no('openPartyLink', { params: paramsOf(first.url), body: { code: first.code } }),
    ).toMatchObject({
      refused: 'linkLocked',
    })
    const second = await make()
    expect(
      await server.visitor.no('openPartyLink', { params: paramsOf(first.url), body: { code: first.code } }),
    ).toMatchObject({ refused: 'linkGone' })
    await server.visitor.ok('openPartyLink', { params: paramsOf(second.url), body: { code: second.code } })
  })
})

test('lists show the mediations of who mediates, page by page, and none out of sight', async () => {
  const page = await server.as('mediator').ok('listMediations', { query: { box: 'mine', limit: 3 } })
  expect(page.rows).toHaveLength(3)
  const next = await server
    .as('mediator')
    .ok('listMediations', { query: { box: 'mine', limit: 50, cursor: page.next } })
  const ids = [...page.rows, ...next.rows].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const box of ['open', 'agreed', 'done'] as const) {
    expect((await server.as('clerk').ok('listMediations', { query: { box } })).rows.length).toBeGreaterThan(0)
    expect((await server.as('plumclerk').ok('listMediations', { query: { box } })).rows).toEqual([])
  }
})
