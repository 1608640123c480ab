import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { statusesOf } from '#test/client.ts'
import { freshId, type Login } from '#test/factory.ts'
import { bring, matterIn, report } from '#test/matters.ts'
import { day, hour, startServer, type TestServer } from '#test/server.ts'
import { sealRound } from '../audit/jobs.ts'
import { verifyLogs } from '../audit/verify.ts'
import { tidy } from '../jobs/rounds.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 60_000)
afterAll(() => server.close())

const seen = async (id: string, login: Login = 'leader') =>
  server.as(login).ok('getMatterSupervision', { params: { id } })

/** The ladder of a kind of clock of a matter. */
async function ladderOf(id: string, kind: string, login: Login = 'leader') {
  const { ladders } = await seen(id, login)
  const found = ladders.find(({ clock }) => clock.kind === kind)
  if (!found)
    throw new Error(`no ladder for ${kind}: ${JSON.stringify(ladders.map((one) => one.clock.kind))}`)
  return found
}

type Given = { matterId: string; clockId: string; kind: string; answerOn?: string; text?: string }
const giving = ({ answerOn, text = '请说明困难和办法', ...more }: Given) => ({
  body: {
    ...{ commandId: freshId(), id: freshId(), ...more, text },
    answerOn: answerOn ?? workdayAfter(),
  },
})
/** A working day to come: the next one that is not a weekend. */
function workdayAfter(days = 1): string {
  let at = addDays(dayOf(server.now), days)
  while ([0, 6].includes(new Date(`${at}T00:00:00Z`).getUTCDay())) at = addDays(at, 1)
  return at
}
const give = (login: Login, given: Given) => server.as(login).ok('giveInstrument', giving(given))
const giveNo = (login: Login, given: Given) => server.as(login).no('giveInstrument', giving(given))
const stepping = (id: string, step: string, on?: string) => ({
  params: { id },
  body: { commandId: freshId(), step, text: `${step}：按要求办`, day: on ?? null },
})
const step = (login: Login, id: string, name: string, on?: string) =>
  server.as(login).ok('stepInstrument', stepping(id, name, on))
const stepNo = (login: Login, id: string, name: string, on?: string) =>
  server.as(login).no('stepInstrument', stepping(id, name, on))

/** A matter in the hands of the housing office whose time to handle is over. */
async function lateMatter(more: object = {}) {
  const matter = await matterIn(server, 'handling', more)
  server.pass(25 * day)
  const { clock } = await ladderOf(matter.id, 'handle')
  return { id: matter.id, given: { matterId: matter.id, clockId: clock.id } }
}
const dayAfter = (days: number) => server.pass(days * day)

describe('instruments', () => {
  test('are given in order, answered in words and a day, and accepted by who gave them', async () => {
    const { id, given } = await lateMatter()
    expect(await giveNo('leader', { ...given, kind: 'letter' })).toMatchObject({
      ...{ status: 409, refused: 'earlierFirst', facts: { kind: 'reminder' } },
    })
    expect(await ladderOf(id, 'handle')).toMatchObject({ next: 'reminder', whyNot: null })
    const reminder = await give('sorter', { ...given, kind: 'reminder' })
    expect(reminder).toMatchObject({
      state: 'waiting',
      no: expect.any(Number),
      unit: { name: '枫溪区住建局' },
    })
    expect(JSON.stringify(reminder)).not.toContain(server.town.staff.sorter.accountId)
    expect(await giveNo('leader', { ...given, kind: 'letter' })).toMatchObject({ refused: 'answerRuns' })
    dayAfter(4)
    expect(await giveNo('supervisor', { ...given, kind: 'letter' })).toMatchObject({ refused: 'goesDown' })
    const letter = await give('leader', { ...given, kind: 'letter', answerOn: workdayAfter(3) })
    expect(await server.as('housing').ok('getInstrument', { params: { id: reminder.id } })).toMatchObject({
      ...{ state: 'raised', may: [] },
    })
    const toAnswer = await server.as('housing').ok('listInstruments', { query: { box: 'toAnswer' } })
    expect(toAnswer).toMatchObject({ toAnswer: 1, rows: [{ id: letter.id, isMine: true }] })
    expect(await stepNo('water', letter.id, 'answer')).toMatchObject({ status: 404 })
    expect(await stepNo('leader', letter.id, 'answer', workdayAfter())).toMatchObject({ refused: 'notYours' })
    expect(await stepNo('housing', letter.id, 'answer')).toMatchObject({ refused: 'missingField' })
    const promised = addDays(dayOf(server.now), 5)
    expect(await step('housing', letter.id, 'answer', promised)).toMatchObject({
      ...{ state: 'answered', promisedOn: promised, may: [] },
    })
    expect(await giveNo('leader', { ...given, kind: 'yellow' })).toMatchObject({ refused: 'answerUnread' })
    expect(await stepNo('sorter', letter.id, 'accept')).toMatchObject({ refused: 'notGiversPost' })
    expect(await stepNo('supervisor', letter.id, 'cancel')).toMatchObject({ refused: 'notGiversPost' })
    await step('leader', letter.id, 'askAgain', workdayAfter(2))
    await step('housing', letter.id, 'answer', promised)
    expect(await stepNo('leader', letter.id, 'askAgain', workdayAfter(2))).toMatchObject({
      refused: 'askedBefore',
    })
    const accepted = await step('leader', letter.id, 'accept')
    expect(accepted).toMatchObject({ state: 'accepted', may: ['cancel'] })
    expect(accepted.story.map(({ verb }) => verb)).toEqual(['give', 'answer', 'askAgain', 'answer', 'accept'])
    expect(accepted.story[0]?.text).toBe('请说明困难和办法')
    expect(await giveNo('leader', { ...given, kind: 'yellow' })).toMatchObject({
      ...{ refused: 'promiseRuns', facts: { day: promised } },
    })
    dayAfter(6)
    const yellow = await give('leader', { ...given, kind: 'yellow' })
    dayAfter(4)
    expect(await giveNo('supervisor', { ...given, kind: 'red' })).toMatchObject({ refused: 'notYours' })
    const red = await give('leader', { ...given, kind: 'red' })
    const { ladders } = await seen(id, 'housing')
    expect(
      ladders.find(({ clock }) => clock.kind === 'handle')?.given.map(({ kind, state }) => [kind, state]),
    ).toEqual([
      ...[
        ['reminder', 'raised'],
        ['letter', 'accepted'],
        ['yellow', 'raised'],
        ['red', 'waiting'],
      ],
    ])
    expect(await stepNo('housing', yellow.id, 'answer', workdayAfter())).toMatchObject({
      refused: 'instrumentNotNow',
    })
    await step('housing', red.id, 'answer', workdayAfter())
  }, 60_000)

  test('wait until the clock is near or late, and are not given to a clock of another matter', async () => {
    const matter = await matterIn(server, 'handling')
    const { rows } = await server.owner.query(
      `select id, kind from clock where matter_id = $1 and kind = 'handle'`,
      [matter.id],
    )
    const given = { matterId: matter.id, clockId: rows[0].id, kind: 'reminder' }
    expect(await giveNo('sorter', given)).toMatchObject({ status: 409, refused: 'notLateYet' })
    const other = await matterIn(server, 'handling')
    expect(await giveNo('sorter', { ...given, matterId: other.id })).toMatchObject({
      status: 404,
      field: 'clockId',
    })
  })

  test('are for who watches over the matter: others do not find it', async () => {
    const { given } = await lateMatter()
    for (const login of ['reedclerk', 'plumclerk', 'southsorter'] as const)
      expect((await giveNo(login, { ...given, kind: 'reminder' })).status).toBe(404)
    expect((await giveNo('housing', { ...given, kind: 'reminder' })).status).toBe(403)
    const one = await give('supervisor', { ...given, kind: 'reminder' })
    for (const login of ['reedclerk', 'plumclerk', 'southsorter', 'water'] as const) {
      const client = server.as(login)
      expect((await client.no('getInstrument', { params: { id: one.id } })).status).toBe(404)
      expect((await client.no('drawInstrument', paper(one.id))).status).toBe(404)
      for (const box of ['open', 'toAnswer', 'given'])
        expect(JSON.stringify(await client.ok('listInstruments', { query: { box } }))).not.toContain(one.id)
    }
    expect((await server.as('head').no('getInstrument', { params: { id: one.id } })).status).toBe(403)
  })

  test('are done once, whoever asks twice or at once', async () => {
    const { given } = await lateMatter()
    const body = giving({ ...given, kind: 'reminder' })
    const [one, again] = [
      await server.as('leader').ok('giveInstrument', body),
      await server.as('leader').ok('giveInstrument', body),
    ]
    expect(again).toEqual(one)
    expect(
      await server.as('leader').no('giveInstrument', { body: { ...body.body, text: '别的话' } }),
    ).toMatchObject({ refused: 'commandReused' })
    dayAfter(4)
    const race = await Promise.all(
      ['leader', 'leader', 'leader'].map((login) =>
        server.as(login as Login).send('giveInstrument', giving({ ...given, kind: 'letter' })),
      ),
    )
    expect(statusesOf(race)).toEqual([200, 409, 409])
    const answer = stepping(
      race.find(({ statusCode }) => statusCode === 200)?.json().id,
      'answer',
      workdayAfter(),
    )
    const twins = await Promise.all([1, 2].map(() => server.as('housing').send('stepInstrument', answer)))
    expect(statusesOf(twins)).toEqual([200, 200])
    const other = { ...answer, body: { ...answer.body, commandId: freshId() } }
    expect((await server.as('housing').no('stepInstrument', other)).status).toBe(409)
  })

  test('stay with the unit that had the clock when the matter moves on', async () => {
    const matter = await matterIn(server, 'dispatched')
    // near the end of the day to sign
    server.pass(27 * hour)
    const { clock } = await ladderOf(matter.id, 'sign', 'sorter')
    const one = await give('sorter', { matterId: matter.id, clockId: clock.id, kind: 'reminder' })
    await server.as('housing').move(matter.id, 'return', { reason: '不归我局' })
    await server.as('sorter').move(matter.id, 'dispatch', { unitId: server.town.units.water.id })
    expect(await server.as('housing').ok('getInstrument', { params: { id: one.id } })).toMatchObject({
      ...{ unit: { name: '枫溪区住建局' }, may: ['answer', 'object'] },
    })
    expect((await server.as('water').no('getInstrument', { params: { id: one.id } })).status).toBe(404)
    await expect(
      server.owner
        .query(`set role maple_app`)
        .then(() => server.owner.query(`update supervision set unit_id = giver_unit_id`)),
    ).rejects.toThrow()
    await server.owner.query('reset role')
  })

  test('are objected to once; the level above rules, and only the giver’s post takes them back', async () => {
    const matter = await report(server)
    server.pass(4 * day)
    const { clock, unit } = await ladderOf(matter.id, 'accept', 'supervisor')
    expect(unit.name).toBe('柳岸社区')
    const given = { matterId: matter.id, clockId: clock.id }
    expect(await giveNo('clerk', { ...given, kind: 'reminder' })).toMatchObject({ refused: 'ownUnit' })
    await give('supervisor', { ...given, kind: 'reminder' })
    dayAfter(4)
    const letter = await give('supervisor', { ...given, kind: 'letter' })
    await step('clerk', letter.id, 'object')
    expect(await giveNo('supervisor', { ...given, kind: 'yellow' })).toMatchObject({
      refused: 'objectionOpen',
    })
    expect(await stepNo('supervisor', letter.id, 'ruleOut')).toMatchObject({
      status: 403,
      refused: 'notAbove',
    })
    expect(await stepNo('clerk', letter.id, 'keep', workdayAfter())).toMatchObject({ refused: 'notAbove' })
    expect(await step('leader', letter.id, 'keep', workdayAfter(2))).toMatchObject({ state: 'waiting' })
    expect(await stepNo('clerk', letter.id, 'object')).toMatchObject({ refused: 'objectedBefore' })
    dayAfter(5)
    const yellow = await give('supervisor', { ...given, kind: 'yellow' })
    await step('clerk', yellow.id, 'object')
    expect(await step('leader', yellow.id, 'ruleOut')).toMatchObject({ state: 'ruledOut', may: [] })
    dayAfter(9)
    expect(await giveNo('leader', { ...given, kind: 'red' })).toMatchObject({ refused: 'ruledOutBefore' })
    for (const login of ['leader', 'clerk', 'sorter'] as const)
      expect(await stepNo(login, yellow.id, 'cancel')).toMatchObject({ refused: 'notGiversPost' })
    expect(await step('supervisor', yellow.id, 'cancel')).toMatchObject({ state: 'cancelled', may: [] })
  }, 60_000)

  test('tell the units concerned, and once more when the answer is overdue', async () => {
    const { id, given } = await lateMatter()
    const before = server.now
    server.pass(1000)
    const one = await give('leader', { ...given, kind: 'reminder' })
    const told = async (login: Login) =>
      (await server.as(login).ok('listNotices', { query: { limit: 100 } })).rows
        .filter(({ matter, createdAt }) => matter?.id === id && Date.parse(createdAt) > before)
        .map(({ kind }) => kind)
        .filter((kind) => kind.startsWith('superv'))
    expect(await told('housing')).toEqual(['supervised'])
    expect(await told('water')).toEqual([])
    dayAfter(4)
    for (const _ of [1, 2])
      await tidy({ db: server.platform.db, files: server.platform.files, clock: () => server.now })
    expect(await told('housing')).toEqual(['supervisionDue', 'supervised'])
    server.pass(1000)
    await step('housing', one.id, 'answer', workdayAfter())
    server.pass(1000)
    expect(await told('leader')).toEqual(['supervisionSaid'])
    await step('leader', one.id, 'accept')
    expect(await told('housing')).toEqual(['supervisionSettled', 'supervisionDue', 'supervised'])
  })

  test('print as the official form, on record', async () => {
    const { given } = await lateMatter()
    const one = await give('leader', { ...given, kind: 'reminder', text: '请三日内更换灯具' })
    const printed = await server.as('housing').send('drawInstrument', paper(one.id))
    expect(printed.statusCode).toBe(200)
    expect(decodeURIComponent(String(printed.headers['content-disposition']))).toMatch(
      /催办提醒单催〔\d{4}〕\d+号\.pdf/,
    )
    expect(printed.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const word = await server.as('housing').send('drawInstrument', paper(one.id, 'word'))
    expect(word.statusCode).toBe(200)
    const { rows } = await server.owner.query(
      `select purpose from read_log where what = 'print' order by at desc limit 1`,
    )
    expect(rows[0].purpose).toBe('催办提醒：存档')
  })

  test('leave a log whose chain holds, and words that go with the file', async () => {
    await sealRound(server.platform)
    const found: unknown[] = []
    await verifyLogs(server.url, { witnesses: [] }, (finding) => found.push(finding))
    expect(found).toEqual([])
    await expect(server.owner.query(`delete from supervision_action`)).rejects.toThrow('append-only')
    const { rows } = await server.owner.query(
      `select count(*)::int n from supervision_text where sealed::text like '%请说明%'`,
    )
    expect(rows[0].n).toBe(0)
  })

  test('of a matter that is need-to-know are for who needs to know', async () => {
    const { id, given } = await lateMatter()
    const one = await give('leader', { ...given, kind: 'reminder' })
    await server.owner.query(`update matter set sensitive = true, need_to_know = $2 where id = $1`, [
      ...[id, [server.town.staff.housing.accountId]],
    ])
    expect((await server.as('leader').no('getInstrument', { params: { id: one.id } })).status).toBe(404)
    expect(await server.as('housing').ok('getInstrument', { params: { id: one.id } })).toMatchObject({
      id: one.id,
    })
    expect((await server.as('housing2').no('getInstrument', { params: { id: one.id } })).status).toBe(404)
    for (const box of ['open', 'given'])
      expect(
        JSON.stringify(await server.as('leader').ok('listInstruments', { query: { box } })),
      ).not.toContain(one.id)
    const board = await server.as('leader').ok('listStuck', { query: { column: 'handling', limit: 100 } })
    expect(JSON.stringify(board)).not.toContain(id)
  })
})

const paper = (id: string, as = 'pdf') => ({
  params: { id },
  body: { commandId: freshId(), as, purpose: '存档' },
})

describe('the board of stuck matters', () => {
  test('says what is stuck in what, counts it, and proposes what would come next', async () => {
    const { id, given } = await lateMatter()
    const returned = await matterIn(server, 'dispatched')
    await server.as('housing').move(returned.id, 'return', { reason: '不归我局' })
    const count = async (login: Login, query: object = {}) =>
      Object.fromEntries(
        (await server.as(login).ok('getSupervisionBoard', { query })).columns.map((one) => [
          one.column,
          one.count,
        ]),
      )
    const rows = async (column: string, login: Login = 'leader', more: object = {}) => {
      const all = []
      let cursor: string | undefined
      do {
        const page = await server.as(login).ok('listStuck', { query: { column, limit: 2, cursor, ...more } })
        all.push(...page.rows)
        cursor = page.next ?? undefined
      } while (cursor !== undefined)
      return all
    }
    const counted = await count('leader')
    for (const column of ['handling', 'returned', 'signing', 'sorting', 'answering']) {
      const found = await rows(column)
      expect(found).toHaveLength(counted[column] ?? -1)
      expect(new Set(found.map(({ matter }) => matter.id)).size).toBe(found.length)
    }
    const here = (await rows('handling')).find(({ matter }) => matter.id === id)
    expect(here).toMatchObject({
      unit: { name: '枫溪区住建局' },
      clock: { kind: expect.any(String) },
      next: 'reminder',
      last: null,
    })
    expect((await rows('returned')).map(({ matter }) => matter.id)).toContain(returned.id)
    const one = await give('leader', { ...given, kind: 'reminder' })
    expect((await rows('answering')).map(({ matter }) => matter.id)).not.toContain(id)
    dayAfter(4)
    expect((await rows('answering')).find(({ matter }) => matter.id === id)).toMatchObject({
      ...{ last: { id: one.id, isOverdue: true }, next: 'letter' },
    })
    expect((await rows('handling', 'southsorter')).length).toBe(0)
    expect((await rows('handling', 'housing')).map(({ matter }) => matter.id)).toContain(id)
    expect((await rows('handling', 'water')).map(({ matter }) => matter.id)).not.toContain(id)
    const housing = { unit: server.town.units.housing.id }
    expect(await rows('handling', 'leader', housing)).toHaveLength(
      (await count('leader', housing))['handling'] ?? -1,
    )
    expect(await rows('handling', 'leader', { unit: server.town.units.reed.id })).toEqual([])
    expect(
      (await server.as('leader').no('listStuck', { query: { column: 'handling', unit: freshId() } })).field,
    ).toBe('unit')
    expect(
      (await server.as('leader').no('listStuck', { query: { column: 'handling', cursor: 'x' } })).field,
    ).toBe('cursor')
  }, 60_000)
})

describe('the three failings', () => {
  test('are found by the round with evidence, once, and decided by somebody of another unit', async () => {
    const { id } = await lateMatter()
    const late = await report(server)
    server.pass(4 * day)
    const round = () =>
      tidy({ db: server.platform.db, files: server.platform.files, clock: () => server.now })
    await round()
    dayAfter(1)
    await round()
    const of = async (matterId: string, login: Login = 'leader') =>
      (await seen(matterId, login)).findings.map(({ rule, unit }) => [rule, unit.name])
    expect((await of(id)).toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))).toEqual([
      ...[
        ['handleLate', '枫溪区住建局'],
        ['idle', '枫溪区住建局'],
      ],
    ])
    expect(await of(late.id)).toEqual([['acceptLate', '柳岸社区']])
    const [one] = (await seen(late.id)).findings
    if (!one) throw new Error('nothing found')
    expect(one).toMatchObject({ state: 'found', failing: 'notAccepted', may: ['confirm', 'dismiss'] })
    const decide = (name: string) => ({
      params: { id: one.id },
      body: { commandId: freshId(), step: name, text: '核实过' },
    })
    expect((await server.as('clerk').no('decideFinding', decide('dismiss'))).status).toBe(403)
    expect((await server.as('southsorter').no('decideFinding', decide('dismiss'))).status).toBe(403)
    expect(await server.as('supervisor').no('decideFinding', decide('mend'))).toMatchObject({
      refused: 'findingNotNow',
    })
    const confirmed = await server.as('supervisor').ok('decideFinding', decide('confirm'))
    expect(confirmed).toMatchObject({ state: 'confirmed', may: ['mend'] })
    expect(confirmed.story.map(({ verb }) => verb)).toEqual(['find', 'confirm'])
    await bring(server, late.id, 'accepted')
    expect(await server.as('leader').ok('decideFinding', decide('mend'))).toMatchObject({
      state: 'mended',
      may: [],
    })
    const listed = await server
      .as('leader')
      .ok('listFindings', { query: { state: 'found', failing: 'notHandled' } })
    expect(listed.lookedAt).not.toBeNull()
    expect(listed.rows.map(({ matter }) => matter.id)).toContain(id)
    const south = await server.as('southsorter').ok('listFindings', { query: { state: 'found' } })
    expect(south.rows).toEqual([])
  }, 60_000)

  test('are looked for on demand in one matter', async () => {
    const matter = await report(server)
    const look = (login: Login) =>
      server.as(login).send('lookForFindings', { params: { id: matter.id }, body: { commandId: freshId() } })
    expect((await look('supervisor')).json()).toEqual({ found: 0 })
    server.pass(4 * day)
    expect((await look('supervisor')).json()).toEqual({ found: 1 })
    expect((await look('supervisor')).json()).toEqual({ found: 0 })
    expect((await look('clerk')).statusCode).toBe(403)
  })
})

test('rights on the tables are no wider than the rules', async () => {
  const { rows } = await server.owner.query(
    `select column_name from information_schema.column_privileges where grantee = 'maple_app' and table_name = 'supervision'
      and privilege_type = 'UPDATE' order by 1`,
  )
  expect(rows.map((row) => row.column_name)).toEqual([
    ...['answer_on', 'changed_at', 'is_asked_again', 'is_objected', 'is_told', 'promised_on', 'state'],
  ])
})
