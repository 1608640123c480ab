import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusesOf } from '#test/client.ts'
import { district, freshId, type Login } from '#test/factory.ts'
import { type Appeal, matterIn, reached, report } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { sealRound } from '../audit/jobs.ts'
import { verifyLogs } from '../audit/verify.ts'
import { inScope, scopeOf } from '../db/scope.ts'
import { evaluationRound } from './jobs.ts'

const month = '2026-10'
let server: TestServer
const made: Record<'good' | 'lost' | 'late' | 'bad', Appeal> = {} as never

beforeAll(async () => {
  // Monday, 12 October: what is dispatched now falls due within the month
  server = await startServer({ now: Date.UTC(2026, 9, 12, 1, 30) })
  made.good = await matterIn(server, 'closed')
  made.lost = await matterIn(server, 'revisiting')
  const tried = { reached: false, how: 'phone', solved: null, satisfied: null } as const
  for (const _ of [1, 2, 3]) await server.as('clerk').move(made.lost.id, 'revisit', tried)
  await server.as('clerk').move(made.lost.id, 'close', { closureKind: 'procedural', summary: '三次没联系上' })
  made.bad = await matterIn(server, 'revisiting')
  await server
    .as('clerk')
    .move(made.bad.id, 'revisit', { ...reached, solved: false, satisfied: 'unsatisfied' })
  await server.as('clerk').move(made.bad.id, 'close', { closureKind: 'procedural', summary: '已说明原因' })
  made.late = await matterIn(server, 'handling')
  // a limit of two days instead of fifteen working days, so that all of it falls due soon
  await server.owner.query(`update clock set due_at = started_at + interval '2 days' where kind = 'handle'`)
}, 60_000)
afterAll(() => server.close())

const seen = (login: Login, query: object = {}) =>
  server.as(login).ok('getEvaluation', { params: { month }, query })
const lines = (login: Login, query: object) =>
  server.as(login).ok('listEvaluationLines', { query: { month, ...query } })
const one = (counted: number, excluded = 0) => ({ counted, excluded })
const { housing } = { housing: '枫溪区住建局' }

describe('the figures of a month', () => {
  test('count what was asked and what fell due, with the unit that had it; overdue and open is in the whole', async () => {
    server.pass(4 * day)
    const found = await seen('leader')
    expect(found).toMatchObject({ as: 'present', isOver: false, frozenAt: null, mayFreeze: false })
    const unit = found.units.find(({ name }) => name === housing)
    expect(unit?.figures).toMatchObject({
      solution: { solved: one(1), unsolved: one(1), unreachable: one(1) },
      satisfaction: { satisfied: one(1), unsatisfied: one(1), unreachable: one(1) },
      onTime: { met: one(3), overdue: one(1) },
    })
    expect(found.whole.onTime).toEqual(unit?.figures.onTime)
    expect(found.units.map(({ name }) => name)).toEqual([...new Set(found.units.map(({ name }) => name))])
  })

  test('open the list of matters behind each number', async () => {
    const { rows } = await lines('leader', { measure: 'onTime', class: 'overdue' })
    expect(rows).toMatchObject([{ matter: { id: made.late.id }, class: 'overdue', unit: { name: housing } }])
    const all = await lines('leader', { measure: 'onTime', limit: 2 })
    const rest = await lines('leader', { measure: 'onTime', limit: 2, cursor: all.next ?? '' })
    const listed = [...all.rows, ...rest.rows].map(({ matter }) => matter?.id)
    expect(new Set(listed)).toEqual(new Set(Object.values(made).map(({ id }) => id)))
    expect(listed).toHaveLength(4)
    expect(rest.next).toBeNull()
  })

  test('are for a unit its own, for a centre those of its area, and for the district all', async () => {
    const names = async (login: Login) => (await seen(login)).units.map(({ name }) => name)
    expect(await names('housing')).toEqual([housing])
    expect(await names('water')).toEqual([])
    expect(await names('leader')).toContain(housing)
    expect(await names('sorter')).not.toContain(housing)
    expect(await names('southsorter')).toEqual([])
    const unit = server.town.units.housing.id
    expect(
      await server.as('water').no('getEvaluation', { params: { month }, query: { unit } }),
    ).toMatchObject({
      status: 404,
    })
    expect((await lines('water', { measure: 'onTime' })).rows).toEqual([])
    expect(await server.as('head').no('getEvaluation', { params: { month } })).toMatchObject({ status: 403 })
    expect((await lines('housing', { measure: 'onTime', own: '1', unit })).rows).toHaveLength(4)
  })

  test('do not name what is need-to-know to whoever may not know, and count it all the same', async () => {
    await server.owner.query('update matter set sensitive = true where id = $1', [made.good.id])
    const { rows } = await lines('leader', { measure: 'solution', class: 'solved' })
    expect(rows).toMatchObject([{ matter: null, mayAsk: false }])
    expect((await seen('leader')).whole.solution).toMatchObject({ solved: one(1) })
    await server.owner.query('update matter set sensitive = false where id = $1', [made.good.id])
  })

  test('go out as a sheet under a mark, with numerator and denominator and no rate of few cases', async () => {
    const body = { commandId: freshId(), month, purpose: '周例会', language: 'zh' }
    const response = await server.as('leader').send('exportEvaluation', { body })
    expect(response.statusCode).toBe(200)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(response.rawPayload as never)
    const rows =
      workbook.worksheets[0]?.getSheetValues().map((row) => (row as unknown[] | undefined)?.slice(1)) ?? []
    const head = rows.find((row) => row?.includes('按时办结率·分子')) ?? []
    const line = rows.find((row) => String(row?.[0]).includes(housing)) ?? []
    const cell = (name: string) => line[head.indexOf(name)]
    expect([cell('按时办结率·分子'), cell('按时办结率·分母'), cell('按时办结率（%）')]).toEqual([
      3,
      4,
      '不满 5 件',
    ])
    expect(JSON.stringify(rows)).toContain('周例会')
  })
})

const asking = (id: string, more: object = {}) => ({
  body: {
    ...{ commandId: freshId(), id: freshId(), matterId: id, unitId: server.town.units.housing.id },
    ...{
      reason: 'untrue',
      measures: ['satisfaction', 'onTime'],
      text: '三次到现场核实，灯一直是亮的。',
      ...more,
    },
  },
})
const stepping = (id: string, step: string, more: object = {}) => ({
  params: { id },
  body: { commandId: freshId(), step, vote: null, text: `${step}：按证据办`, ...more },
})
const vote = (login: Login, id: string, said: 'exclude' | 'keep') =>
  server.as(login).ok('stepExclusion', stepping(id, 'vote', { vote: said }))
const voteNo = (login: Login, id: string) =>
  server.as(login).no('stepExclusion', stepping(id, 'vote', { vote: 'keep' }))
const step = (login: Login, id: string, name: string) =>
  server.as(login).ok('stepExclusion', stepping(id, name))
const stepNo = (login: Login, id: string, name: string) =>
  server.as(login).no('stepExclusion', stepping(id, name))
const panelOf = (...units: (keyof TestServer['town']['units'])[]) => ({
  body: { commandId: freshId(), unitIds: units.map((key) => server.town.units[key].id) },
})

describe('exclusions', () => {
  test('need a panel of three that are not the asking unit, named by the centre of the district', async () => {
    expect(await server.as('housing').no('askExclusion', asking(made.bad.id))).toMatchObject({
      ...{ refused: 'panelTooSmall', facts: { least: 3, count: 0 } },
    })
    expect(await server.as('sorter').no('setPanel', panelOf('water', 'north', 'plum'))).toMatchObject({
      status: 403,
    })
    await server.as('topsorter').ok('setPanel', panelOf('housing', 'water', 'north'))
    expect(await server.as('housing').no('askExclusion', asking(made.bad.id))).toMatchObject({
      ...{ refused: 'panelTooSmall', facts: { count: 2 } },
    })
    const set = panelOf('housing', 'water', 'north', 'plum', 'southCentre')
    const panel = await server.as('topsorter').ok('setPanel', set)
    expect(await server.as('topsorter').ok('setPanel', set)).toEqual(panel)
    expect(panel).toMatchObject({
      maySet: true,
      units: expect.arrayContaining([{ id: expect.any(String), name: '枫溪区水务局' }]),
    })
  })

  test('by majority leave the numerator and the denominator of the named rates, and stand beside', async () => {
    const asked = asking(made.bad.id)
    const prepared = await server.as('housing').ok('prepareExclusion', { params: { id: made.bad.id } })
    expect(prepared).toMatchObject({ units: [{ name: housing }] })
    expect(prepared.deciders).toHaveLength(4)
    const { id } = await server.as('housing').ok('askExclusion', asked)
    expect(await server.as('housing').ok('askExclusion', asked)).toMatchObject({ id, state: 'voting' })
    expect(await server.as('housing2').no('askExclusion', asking(made.bad.id))).toMatchObject({
      refused: 'exclusionAsked',
    })
    expect(await server.as('water').no('askExclusion', asking(made.bad.id))).toMatchObject({ status: 404 })
    const told = await server.as('water').ok('listNotices', { query: {} })
    expect(told.rows[0]).toMatchObject({ kind: 'exclusionAsked', exclusion: { id }, matter: null })
    // whoever decides sees number, reason and evidence, and is not let into the matter
    const page = await server.as('water').ok('getExclusion', { params: { id } })
    expect(page).toMatchObject({
      may: ['vote'],
      matter: { title: null },
      story: [{ verb: 'ask', text: '三次到现场核实，灯一直是亮的。' }],
    })
    expect(JSON.stringify(page)).not.toContain(server.town.staff.housing.accountId)
    expect(await server.as('reedclerk').no('getExclusion', { params: { id } })).toMatchObject({ status: 404 })
    expect(await voteNo('housing', id)).toMatchObject({ refused: 'notYours' })
    expect(await voteNo('topsorter', id)).toMatchObject({ refused: 'notYours' })
    expect(await server.as('water').no('stepExclusion', stepping(id, 'vote'))).toMatchObject({
      refused: 'missingField',
    })
    await vote('water', id, 'exclude')
    expect(await voteNo('water', id)).toMatchObject({ refused: 'votedBefore' })
    await vote('supervisor', id, 'exclude')
    expect((await seen('leader')).whole.satisfaction).toMatchObject({ unsatisfied: one(1) })
    expect(await vote('plumclerk', id, 'exclude')).toMatchObject({
      state: 'excluded',
      votes: { seats: 4, exclude: 3, keep: 0 },
    })
    expect(await voteNo('southsorter', id)).toMatchObject({ refused: 'exclusionNotNow' })
    const { whole } = await seen('leader')
    expect(whole.satisfaction).toMatchObject({ unsatisfied: one(0, 1), satisfied: one(1) })
    expect(whole.solution).toMatchObject({ unsolved: one(1) })
    expect((await lines('leader', { measure: 'satisfaction', excluded: '1' })).rows).toMatchObject([
      { matter: { id: made.bad.id }, isExcluded: true, mayAsk: false },
    ])
    expect((await lines('leader', { measure: 'satisfaction', excluded: '0' })).rows).toHaveLength(2)
    const result = await server.as('housing').ok('listNotices', { query: {} })
    expect(result.rows[0]).toMatchObject({ kind: 'exclusionDecided' })
  })

  test('refused are appealed once to the centre of the district, which rules where it neither asked nor voted', async () => {
    const { id } = await server
      .as('housing')
      .ok('askExclusion', asking(made.lost.id, { measures: ['solution'] }))
    await vote('water', id, 'keep')
    expect(await vote('plumclerk', id, 'keep')).toMatchObject({
      state: 'refused',
      appealBy: expect.any(String),
    })
    expect(await stepNo('water', id, 'appeal')).toMatchObject({ refused: 'notYours' })
    expect(await stepNo('topsorter', id, 'grant')).toMatchObject({ refused: 'exclusionNotNow' })
    expect(await step('housing', id, 'appeal')).toMatchObject({ state: 'appealed', may: [] })
    expect(await stepNo('sorter', id, 'grant')).toMatchObject({ status: 404 })
    const toRule = await server.as('topsorter').ok('listExclusions', { query: { box: 'toRule' } })
    expect(toRule.rows.map((row) => row.id)).toEqual([id])
    expect(await step('topsorter', id, 'uphold')).toMatchObject({ state: 'upheld' })
    expect(await stepNo('housing', id, 'appeal')).toMatchObject({ refused: 'exclusionNotNow' })
  })

  test('that nobody voted on are refused when their day is over; what is asked may be withdrawn', async () => {
    const { id } = await server.as('housing').ok('askExclusion', asking(made.late.id))
    expect(await step('housing', id, 'withdraw')).toMatchObject({ state: 'withdrawn' })
    const again = await server.as('housing').ok('askExclusion', asking(made.late.id))
    server.pass(5 * day)
    await Promise.all([1, 2].map(() => evaluationRound(server.platform.db, district, server.now)))
    expect(await server.as('housing').ok('getExclusion', { params: { id: again.id } })).toMatchObject({
      state: 'voting',
    })
    server.pass(3 * day)
    await Promise.all([1, 2].map(() => evaluationRound(server.platform.db, district, server.now)))
    const page = await server.as('housing').ok('getExclusion', { params: { id: again.id } })
    expect(page).toMatchObject({ state: 'refused', may: ['appeal'] })
    expect(page.story.filter(({ verb }) => verb === 'decide')).toHaveLength(1)
    server.pass(30 * day)
    expect(await stepNo('housing', again.id, 'appeal')).toMatchObject({ refused: 'appealOver' })
    expect(await server.as('housing').no('askExclusion', asking(made.good.id))).toMatchObject({
      refused: 'askOver',
    })
    server.pass(-30 * day)
  })

  test('are not asked for what is need-to-know, nor by two at once', async () => {
    await server.owner.query('update matter set sensitive = true, need_to_know = $2 where id = $1', [
      ...[made.good.id, [server.town.staff.housing.accountId]],
    ])
    expect(await server.as('housing').no('askExclusion', asking(made.good.id))).toMatchObject({
      refused: expect.stringMatching(/askOver|exclusionSensitive/),
    })
    await server.owner.query(`update matter set sensitive = false, need_to_know = '{}' where id = $1`, [
      made.good.id,
    ])
    const fresh = await matterIn(server, 'closed')
    const bodies = [asking(fresh.id), asking(fresh.id)]
    const answers = await Promise.all(bodies.map((body) => server.as('housing').send('askExclusion', body)))
    expect(statusesOf(answers)).toEqual([200, 409])
  })
})

describe('freezing', () => {
  test('waits for its day, is done once by any number of workers, and by hand not again', async () => {
    const { rows: before } = await server.as('leader').ok('listFrozenMonths', { query: {} })
    expect(before.map((row) => row.month)).toEqual(['2026-09'])
    expect(
      await server
        .as('topsorter')
        .no('freezeMonth', { params: { month: '2026-11' }, body: { commandId: freshId() } }),
    ).toMatchObject({ refused: 'monthRuns' })
    expect(
      await server.as('sorter').no('freezeMonth', { params: { month }, body: { commandId: freshId() } }),
    ).toMatchObject({ status: 403 })
    server.pass(16 * day)
    await Promise.all([1, 2, 3].map(() => evaluationRound(server.platform.db, district, server.now)))
    const { rows } = await server.as('leader').ok('listFrozenMonths', { query: {} })
    expect(rows).toMatchObject([{ month, isByHand: false }, { month: '2026-09' }])
    expect(
      await server.as('topsorter').no('freezeMonth', { params: { month }, body: { commandId: freshId() } }),
    ).toMatchObject({ refused: 'monthFrozen' })
    const { rows: told } = await server.owner.query(
      `select 1 from evaluation_action where verb = 'freeze' and payload ->> 'month' = $1`,
      [month],
    )
    expect(told).toHaveLength(1)
  })

  test('keeps the numbers, and what comes after is listed with reason and day', async () => {
    const before = await seen('leader')
    expect(before).toMatchObject({ as: 'frozen', terms: { profileVersion: 1 } })
    await server.as('housing').move(made.late.id, 'submit', { result: '已修好', outcome: 'solved' })
    const asked = await server
      .as('housing')
      .ok('askExclusion', asking(made.late.id))
      .catch(() => undefined)
    expect(asked).toBeUndefined()
    await server.as('clerk').move(made.good.id, 'reopen', { reason: '灯又坏了' })
    expect(await seen('leader')).toMatchObject({ whole: before.whole, units: before.units })
    const { rows, count } = await server.as('leader').ok('listDifferences', { params: { month } })
    expect(count).toBe(4)
    const today = new Date(server.now + 8 * 3_600_000).toISOString().slice(0, 10)
    expect(rows).toMatchObject([
      { measure: 'onTime', was: { class: 'overdue' }, is: { class: 'late' }, reason: 'done', on: today },
      {
        measure: 'response',
        matter: { id: made.late.id },
        was: { class: 'overdue' },
        is: { class: 'late' },
        reason: 'done',
        on: today,
      },
      { measure: 'satisfaction', was: { class: 'satisfied' }, is: null, reason: 'reopened', on: today },
      { measure: 'solution', matter: { id: made.good.id }, is: null, reason: 'reopened', on: today },
    ])
    const now = await seen('leader', { as: 'present' })
    expect(now.whole.onTime).toMatchObject({ late: one(1) })
    expect([before.whole.solution?.solved, now.whole.solution?.solved]).toEqual([one(2), one(1)])
    const { rows: solved } = await lines('leader', { measure: 'solution', class: 'solved' })
    expect(solved.map(({ matter }) => matter?.id)).toContain(made.good.id)
    expect((await server.as('southsorter').ok('listDifferences', { params: { month } })).rows).toEqual([])
    expect(
      await server
        .as('leader')
        .no('getEvaluation', { params: { month: '2026-08' }, query: { as: 'frozen' } }),
    ).toMatchObject({ refused: 'monthNotFrozen' })
  })

  test('leaves no half of a month when it dies before its end', async () => {
    const { writeMonth } = await import('./store.ts')
    const scope = scopeOf({ kind: 'system', districtId: district })
    const dying = inScope(server.platform.db, scope, async (tx) => {
      await writeMonth(tx, {
        district,
        month: '2026-08',
        profileVersion: 1,
        accountId: null,
        now: server.now,
      })
      throw new Error('the machine stops')
    })
    await expect(dying).rejects.toThrow('the machine stops')
    const half = inScope(server.platform.db, scope, (tx) =>
      sql`insert into evaluation_line select district_id, '2026-08-01'::date, measure, unit_id, matter_id, voice_id, class, null
        from evaluation_line limit 1`.execute(tx),
    )
    await expect(half).rejects.toThrow(/foreign key/)
    const { rows } = await server.owner.query(`select 1 from evaluation_line where month = '2026-08-01'`)
    expect(rows).toEqual([])
  })

  test('and all that was decided stands in a log that is sealed', async () => {
    await report(server)
    await sealRound(server.platform)
    const found: unknown[] = []
    await verifyLogs(server.url, { witnesses: [] }, (finding) => found.push(finding))
    expect(found).toEqual([])
    await expect(server.owner.query('delete from evaluation_action')).rejects.toThrow('append-only')
    const sealed = await server.owner.query<{ n: number; plain: number }>(
      `select count(*)::int n, count(*) filter (where position(convert_to('现场', 'UTF8') in sealed) > 0)::int plain from exclusion_text`,
    )
    expect(sealed.rows[0]).toMatchObject({ n: expect.any(Number), plain: 0 })
    expect(sealed.rows[0]?.n).toBeGreaterThan(5)
    const { rows } = await server.as('auditor').ok('listAudit', { query: { kind: 'evaluation' } })
    expect(rows.length).toBeGreaterThan(5)
  })
})
