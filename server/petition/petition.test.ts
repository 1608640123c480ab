import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { district, freshId } from '#test/factory.ts'
import {
  mandateFor,
  opinion,
  type PetitionCase,
  petitionMatter,
  petitionSent,
  registering,
  signedBy,
} from '#test/petitions.ts'
import { expectToHold, listHistories } from '#test/replay.ts'
import { day, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
const today = () => dayOf(server.now)
let phone = 0
/** Somebody else each time, so that nothing of another test is of the same person. */
const stranger = () => ({
  name: `陌生${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'.charAt(phone)}`,
  phone: `1990002${String(1000 + phone++)}`,
})
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const deliver = (form: string, on = today()) => ({ form, on, how: 'post' })
const ask = (reviewerId: string | undefined, more: object = {}) => ({
  ...{
    on: today(),
    reason: '对事实认定不服',
    ...(reviewerId === undefined ? { outside: '临川江市人民政府' } : { reviewerId }),
  },
  ...more,
})

describe('a petition goes by the regulation', () => {
  let one: PetitionCase
  beforeAll(async () => {
    one = await petitionMatter(server, stranger())
  })

  test('is registered once, with its form, by a petition office', async () => {
    const body = registering(server, one.petitioner)
    expect(await one.no('register', { ...body, receivedOn: addDays(today(), 1) })).toMatchObject({
      refused: 'dayAhead',
    })
    expect(await one.no('register', { ...body, channel: 'oral' })).toMatchObject({ refused: 'readBackFirst' })
    expect(await one.no('register', { ...body, people: 9 })).toMatchObject({
      refused: 'representativesFirst',
    })
    expect(await one.no('register', body, 'housing')).toMatchObject({ status: 404 })
    await one.step('register', body)
    expect(await one.no('register', body)).toMatchObject({ refused: 'twoPetitions' })
    const view = await one.view()
    expect(view).toMatchObject({
      state: 'sorting',
      kind: 'claim',
      number: '信访〔2026〕1号',
      words: { reasons: '安置协议第六条' },
    })
    expect(view.clocks).toMatchObject([
      { kind: 'sort', amount: 15, article: 22, unitName: '北桥街道综治中心' },
    ])
  })

  test('goes to the competent body, which says whether it accepts; nobody else can', async () => {
    expect(await one.no('accept', {})).toMatchObject({ refused: 'notYours' })
    await one.step('send', { unitId: server.town.units.housing.id, text: '请按程序办理' })
    expect(await one.no('opine', { stance: 'support', ...opinion }, 'housing')).toMatchObject({
      refused: 'petitionNotNow',
    })
    expect((await one.view('housing')).may).toEqual(
      expect.arrayContaining(['accept', 'object', 'notAccept', 'tellRoute']),
    )
    expect((await server.as('housing').ok('listPetitions', { query: {} })).rows).toMatchObject([
      { state: 'sent' },
    ])
    await one.step('accept', {}, 'housing')
    const { clocks, issued } = await one.view('housing')
    expect(clocks.map(({ kind }) => kind)).toEqual(['sort', 'notice', 'handle'])
    expect(issued).toMatchObject([{ form: 'acceptance', unitName: '枫溪区住建局' }])
  })

  test('is extended once, by a leader and not by who accepted it', async () => {
    expect(await one.no('extend', { days: 20, text: '要测绘' }, 'housing')).toMatchObject({
      refused: 'notYours',
    })
    expect(await one.no('extend', { days: 31, text: '要测绘' }, 'leader')).toMatchObject({
      refused: 'extensionTooLong',
    })
    await one.step('extend', { days: 20, text: '要测绘' }, 'leader')
    expect(await one.no('extend', { days: 5, text: '还要' }, 'leader')).toMatchObject({
      refused: 'extendedBefore',
    })
    expect((await one.view()).clocks.at(-1)).toMatchObject({ kind: 'handle', extended: 20 })
  })

  test('ends by an opinion, whose delivery starts the time to ask for a review at the level above', async () => {
    expect(await one.no('reply', { text: '好的' }, 'housing')).toMatchObject({ refused: 'opineInstead' })
    await one.step('opine', { stance: 'notSupport', ...opinion }, 'housing')
    const { centre, water } = server.town.units
    expect(await one.no('askReview', ask(centre.id))).toMatchObject({ refused: 'deliverFirst' })
    await one.step('deliver', deliver('opinion'))
    expect(await one.no('deliver', deliver('opinion'))).toMatchObject({ refused: 'deliveredBefore' })
    expect(await one.no('askReview', ask(water.id))).toMatchObject({
      refused: 'notAboveBody',
      field: 'reviewerId',
    })
    expect(await one.no('finish', {})).toMatchObject({ refused: 'reviewRuns' })
    expect((await one.view()).reviewers).toMatchObject([{ id: centre.id }])
    await one.step('askReview', ask(centre.id))
    expect(await one.no('giveReview', { stance: 'uphold', ...opinion }, 'housing')).toMatchObject({
      refused: 'notYours',
    })
    await one.step('giveReview', { stance: 'uphold', ...opinion }, 'topsorter')
    await one.step('deliver', deliver('reviewOpinion'), 'topsorter')
  })

  test('is re-reviewed above the district; a hearing stands out of the time; then it is over for these facts', async () => {
    await one.step('askRereview', ask(undefined))
    expect(await one.view()).toMatchObject({
      rereviewerName: '临川江市人民政府',
      turnName: '北桥街道综治中心',
    })
    await one.step('beginHearing', { on: today() })
    expect((await one.view()).clocks.at(-1)).toMatchObject({ kind: 'rereview', dueAt: null })
    expect(await one.no('giveRereview', { stance: 'uphold', ...opinion })).toMatchObject({
      refused: 'hearingOpen',
    })
    await one.step('endHearing', { on: today() })
    await one.step('giveRereview', { stance: 'uphold', ...opinion })
    expect(await one.view()).toMatchObject({ state: 'ended', ending: 'final', issued: expect.any(Array) })
    await one.step('deliver', deliver('rereviewOpinion'))
  })

  test('each of its papers is drawn with a proof that anybody can check', async () => {
    const { papers } = await one.view()
    expect(papers.map(({ form }) => form)).toEqual([
      ...['transfer', 'acceptance', 'extension', 'opinion', 'reviewOpinion', 'rereviewOpinion'],
    ])
    for (const { form, of } of papers) {
      const body = { commandId: freshId(), form, of, as: 'pdf' as const, purpose: '送达' }
      const drawn = await server.as('sorter').send('drawPetitionPaper', { params: { id: one.id }, body })
      expect(drawn.statusCode, form).toBe(200)
      expect(drawn.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
    const { rows } = await server.owner.query<{ code: string }>(
      `select code from paper_proof where form = 'petition.opinion'`,
    )
    const params = { district }
    const proof = await server.visitor.ok('checkPaper', { params, body: { code: rows[0]?.code ?? '' } })
    expect(proof).toMatchObject({
      form: 'petition.opinion',
      state: 'current',
      committeeName: '北桥街道综治中心',
    })
  })
})

describe('nothing is accepted twice', () => {
  test('the same person is found, a person decides, and what is the same is refused with where it is', async () => {
    const who = stranger()
    const first = await petitionSent(server, who)
    await first.step('accept', {}, 'housing')
    const second = await petitionMatter(server, who)
    await second.step('register', registering(server, second.petitioner))
    const to = { unitId: server.town.units.water.id }
    expect(await second.no('send', to)).toMatchObject({ refused: 'similarFirst' })
    const [found] = (await second.view()).beside
    expect(found).toMatchObject({ id: first.petitionId, byPhone: true, isSame: null, blocks: 'accepted' })
    await second.step('judge', { otherId: found?.id, isSame: true })
    expect(await second.no('send', to)).toMatchObject({ refused: 'acceptedElsewhere' })
    const refusing = { otherId: found?.id, text: '住建局已受理，请等待处理意见。' }
    expect(await second.no('refuseDouble', { why: 'inReview', ...refusing })).toMatchObject({
      refused: 'otherReason',
    })
    await second.step('refuseDouble', { why: 'accepted', ...refusing })
    expect(await second.view()).toMatchObject({
      ending: 'double',
      double: { officeName: '北桥街道综治中心' },
    })
    // a person who decides that the facts differ lets it go on
    const third = await petitionMatter(server, who)
    await third.step('register', registering(server, third.petitioner, { facts: '另一件事：车位' }))
    for (const { id } of (await third.view()).beside)
      await third.step('judge', { otherId: id, isSame: false })
    await third.step('send', to)
  })

  test('what goes by another way is told in writing, and is no petition', async () => {
    const one = await petitionMatter(server, stranger())
    await one.step('register', registering(server, one.petitioner))
    await one.step('tellRoute', { route: 'arbitration', text: '请向区劳动人事争议仲裁委员会申请。' })
    expect(await one.view()).toMatchObject({ state: 'ended', ending: 'routed', route: 'arbitration' })
    expect((await one.view()).papers).toEqual([{ form: 'route', of: null }])
  })
})

describe('who may do what', () => {
  test('several bodies that do not agree wait for their common superior', async () => {
    const one = await petitionMatter(server, stranger())
    await one.step('register', registering(server, one.petitioner))
    const { housing, water } = server.town.units
    await one.step('send', { unitId: housing.id, otherIds: [water.id], agreed: false, text: '协商不成' })
    expect(await one.view()).toMatchObject({ state: 'disputed', body: null })
    expect(await one.no('decide', { unitId: water.id, text: '归水务' }, 'sorter')).toMatchObject({
      refused: 'notYours',
    })
    await one.step('decide', { unitId: water.id, text: '归水务' }, 'leader')
    expect(await one.view()).toMatchObject({ state: 'sent', body: { id: water.id } })
  })

  test('an objection comes back only when the sender agrees', async () => {
    const one = await petitionSent(server, stranger())
    await one.step('object', { text: '属水务局职权' }, 'housing')
    await one.step('keepSent', { text: '权责清单第三条' })
    expect(await one.no('object', { text: '再次' }, 'housing')).toMatchObject({ refused: 'objectedOnce' })
    const other = await petitionSent(server, stranger())
    await other.step('object', { text: '属水务局职权' }, 'housing')
    await other.step('agreeReturn', {})
    expect(await other.view()).toMatchObject({ state: 'sorting', body: null })
    expect(await other.no('accept', {}, 'housing')).toMatchObject({ refused: 'notYours' })
  })

  test('a whistle-blowing is locked: only who is named knows of it, and never the reported', async () => {
    const one = await petitionMatter(server, stranger())
    const { housing, north } = server.town.units
    const body = registering(server, one.petitioner, {
      kind: 'report',
      request: '请查处',
      reportedUnitIds: [housing.id],
    })
    expect(
      await one.no('register', { ...body, reportedUnitIds: [north.id, server.town.units.northCentre.id] }),
    ).toMatchObject({
      refused: 'reportedOne',
    })
    await one.step('register', body)
    for (const login of ['clerk', 'desk', 'leader', 'supervisor'] as const) {
      const seen = await server.as(login).send('getMatter', { params: { id: one.id } })
      expect([login, seen.statusCode]).toEqual([login, login === 'desk' ? 200 : 404])
    }
    expect(await one.no('send', { unitId: housing.id })).toMatchObject({ refused: 'reportedBody' })
    await one.step('send', { unitId: server.town.units.water.id })
    expect((await server.as('water').send('getMatter', { params: { id: one.id } })).statusCode).toBe(200)
    expect((await server.as('housing').send('getMatter', { params: { id: one.id } })).statusCode).toBe(404)
    await one.step('accept', {}, 'water')
    await one.step('reply', { text: '已移送。' }, 'water')
    expect(await one.view()).toMatchObject({ ending: 'replied' })
    // of it nobody is told that there is one
    const { rows } = await server.owner.query(
      `select 1 from notice n join matter m on m.id = n.matter_id
      where m.id = $1 and n.unit_id = $2`,
      [one.id, housing.id],
    )
    expect(rows).toEqual([])
  })
})

describe('an agent with a mandate', () => {
  test('is one of two at most, works at none of the bodies, and decides nothing', async () => {
    const one = await petitionSent(server, stranger())
    const { housing2, clerk, colleague, plumclerk } = server.town.staff
    expect(
      await one.no('mandate', await mandateFor(server, { accountId: housing2.accountId })),
    ).toMatchObject({
      refused: 'agentOfBody',
    })
    await one.step('mandate', await mandateFor(server, { accountId: clerk.accountId }))
    expect(await one.no('mandate', await mandateFor(server))).toMatchObject({ refused: 'agentAlready' })
    await one.step('mandate', await mandateFor(server, { accountId: colleague.accountId }))
    expect(
      await one.no('mandate', await mandateFor(server, { accountId: plumclerk.accountId })),
    ).toMatchObject({
      refused: 'agentsEnough',
    })
    expect((await one.view('clerk')).may).toEqual(['withdraw', 'revoke', 'actFor'])
    expect(await one.no('reportUp', { text: '急' }, 'clerk')).toMatchObject({ refused: 'agentSteps' })
  })

  test('acts within the powers given, for the principal to see, until it is revoked', async () => {
    const one = await petitionSent(server, stranger())
    const mandate = await mandateFor(server)
    await one.step('mandate', mandate)
    const acting = { mandateId: mandate.id, power: 'inquire', on: today(), text: '到住建局问了进展' }
    await one.step('actFor', acting, 'clerk')
    expect(await one.no('actFor', { ...acting, power: 'hearing' }, 'clerk')).toMatchObject({
      refused: 'agentPowerMissing',
    })
    await one.step('accept', {}, 'housing')
    await one.step('opine', { stance: 'explain', ...opinion }, 'housing')
    await one.step('deliver', { ...deliver('opinion'), how: 'agent', mandateId: mandate.id })
    const { centre } = server.town.units
    expect(await one.no('askReview', ask(centre.id), 'clerk')).toMatchObject({ refused: 'noMandate' })
    await one.step('askReview', ask(centre.id, { mandateId: mandate.id }), 'clerk')
    expect((await one.view()).acts.map(({ power }) => power)).toEqual(['inquire', 'receive', 'askReview'])
    await one.step('revoke', { mandateId: mandate.id }, 'clerk')
    expect(await one.no('actFor', acting, 'clerk')).toMatchObject({ refused: 'notYours' })
    const drawn = await server.as('sorter').send('drawPetitionPaper', {
      params: { id: one.id },
      body: { commandId: freshId(), form: 'mandate', of: mandate.id, as: 'pdf', purpose: '归档' },
    })
    expect(drawn.statusCode, drawn.body).toBe(200)
  })
})

describe('times, lists, figures', () => {
  test('a time that nears its end and is over is told once each, and lateness stays with who had it', async () => {
    const one = await petitionSent(server, stranger())
    const { housing } = server.town.units
    const told = async () =>
      (
        await server.owner.query<{ kind: string }>(
          `select kind from notice where matter_id = $1 and unit_id = $2 and kind like 'petition%' order by created_at, id`,
          [one.id, housing.id],
        )
      ).rows.map(({ kind }) => kind)
    const { sweepPetitions } = await import('#server/petition/sweep.ts')
    const { inScope, scopeOf } = await import('#server/db/scope.ts')
    const { openDatabase, openPool } = await import('#server/db/pool.ts')
    const pool = openPool(server.url, 1)
    const system = scopeOf({ kind: 'system', districtId: district })
    const sweep = (days: number) =>
      inScope(openDatabase(pool), system, (tx) => sweepPetitions(tx, district, server.now + days * day))
    await sweep(13)
    await sweep(13)
    expect(await told()).toEqual(['petitionTurn', 'petitionNear'])
    await sweep(30)
    await sweep(31)
    expect(await told()).toEqual(['petitionTurn', 'petitionNear', 'petitionLate'])
    await pool.end()
  })

  test('lists by what is due first, page by page, and counts with denominators', async () => {
    const sorter = server.as('sorter')
    const first = await sorter.ok('listPetitions', { query: { of: 'going', limit: 2 } })
    expect(first.rows).toHaveLength(2)
    const second = await sorter.ok('listPetitions', {
      query: { of: 'going', limit: 2, cursor: first.next ?? '' },
    })
    expect(second.rows.map(({ id }) => id)).not.toContain(first.rows[0]?.id)
    const over = await sorter.ok('listPetitions', { query: { of: 'over', limit: 1 } })
    await sorter.ok('listPetitions', { query: { of: 'over', limit: 1, cursor: over.next ?? '' } })
    expect(await sorter.no('listPetitions', { query: { cursor: 'x' } })).toMatchObject({
      refused: 'badInput',
    })
    const figures = await sorter.ok('getPetitionFigures', { query: { month: today().slice(0, 7) } })
    expect(figures.received).toBeGreaterThan(5)
    expect(figures.endings).toMatchObject({ final: 1, double: 1, routed: 1 })
    expect(figures.sort.n).toBe(figures.sort.of)
    expect(
      await server.as('housing').ok('getPetitionFigures', { query: { month: today().slice(0, 7) } }),
    ).not.toEqual(figures)
  })

  test('a command sent twice is done once, and every history replays to its columns', async () => {
    const one = await petitionSent(server, stranger())
    const { version } = await server.as('housing').ok('getMatter', { params: { id: one.id } })
    const body = {
      ...{ commandId: freshId(), version, verb: 'petition' },
      input: { petitionId: one.petitionId, step: 'accept', input: {} },
    }
    const [first, again] = [
      await server.as('housing').ok('moveMatter', { params: { id: one.id }, body }),
      await server.as('housing').ok('moveMatter', { params: { id: one.id }, body }),
    ]
    expect(again).toEqual(first)
    const { rows } = await server.owner.query(`select payload from matter_action where verb = 'petition'`)
    expect(JSON.stringify(rows)).not.toMatch(/过渡|陌生|柳岸新村/)
    expectToHold(await listHistories(server.url))
    expect(await signedBy(server, 'sorter')).toBeDefined()
  })
})
