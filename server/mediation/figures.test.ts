import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { figureNames } from '#domain/mediation/figures.ts'
import type { Answer, Given } from '#test/client.ts'
import { freshId, type Login } from '#test/factory.ts'
import { agreeAll, type Case, draftInput, mediationIn, signAll } from '#test/mediations.ts'
import { day as dayMs, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
let began: string
const cases: Record<'open' | 'ended' | 'paid' | 'oral', Case> = {} as never

type Query = Given<'listCountedMediations'>['query']
const days = () => ({ from: began, to: dayOf(server.now) })
const told = (login: Login, more: object = {}) =>
  server.as(login).ok('getMediationFigures', { query: { ...days(), ...more } })
async function lengthOf(login: Login, query: Omit<Query, 'from' | 'to'>): Promise<number> {
  let [length, cursor] = [0, undefined as string | undefined]
  do {
    const page = await server
      .as(login)
      .ok('listCountedMediations', { query: { ...days(), ...query, limit: 1, cursor } as Query })
    length += page.rows.length
    cursor = page.next ?? undefined
  } while (cursor)
  return length
}

beforeAll(async () => {
  server = await startServer()
  began = dayOf(server.now)
  const running = async (more: object = {}) => {
    const one = await mediationIn(server, 1, more)
    await agreeAll(one)
    await one.step('begin', {})
    return one
  }
  cases.open = await mediationIn(server, 2)
  cases.ended = await mediationIn(server, 1, { source: 'police' })
  cases.paid = await running()
  cases.oral = await running({ source: 'procuratorate' })
  server.now += 4 * dayMs
  await cases.ended.step('end', { reason: 'noAgreement', text: '谈不拢', routes: ['court'], petition: 30 })
  const draft = draftInput(cases.paid, server.now)
  await cases.paid.step('draft', draft)
  await signAll(cases.paid, draft)
  for (const wrong of [{ crime: 0 }, { crime: -2 }, { crime: 1.5 }, { crime: 100_001 }])
    expect(await cases.paid.no('settle', wrong)).toMatchObject({ refused: 'badInput' })
  await cases.paid.step('settle', { crime: 1, brawl: 12 })
  const today = dayOf(server.now)
  await cases.paid.step('confirm', { agreementId: draft.id, state: 'applied', on: today })
  const paid = { agreementId: draft.id, obligationId: draft.obligations[0]?.id, fen: 150_000, on: today }
  await cases.paid.step('perform', paid)
  const onSpot = {
    ...draftInput(cases.oral, server.now),
    ...{ kind: 'oral', reachedOn: today, obligations: [], whyOral: '当场清结' },
  }
  await cases.oral.step('draft', onSpot)
  await cases.oral.step('signAsMediator', { agreementId: onSpot.id, version: 1 })
  await cases.oral.step('settle', {})
}, 60_000)
afterAll(() => server.close())

test('the numbers of a community are right, each with what it is a part of', async () => {
  const numbers = await told('clerk', { unitId: server.town.units.willow.id })
  expect(numbers.figures).toEqual({
    ...{ opened: 4, hard: 0, closed: 3, agreed: 2, failed: 1, written: 1, oral: 1, performed: 1 },
    ...{ inPart: 1, unperformed: 0, unmet: 0, confirmAsked: 1, confirmed: 0, open: 1, late: 0 },
    ...{ averted: 2, avertedSuicide: 0, avertedCrime: 1, avertedBrawl: 1, avertedPetition: 1 },
  })
  expect(numbers).toMatchObject({ parties: 9, fen: 300_000, medianDays: 4, areas: ['柳岸社区'] })
  expect(numbers.bySource.filter(({ cases: n }) => n > 0)).toEqual([
    { source: 'applied', cases: 2 },
    { source: 'procuratorate', cases: 1 },
    { source: 'police', cases: 1 },
  ])
  expect(numbers.byLine.reduce((sum, { cases: n }) => sum + n, 0)).toBe(4)
})

test('every number is the length of the list that it opens', async () => {
  for (const login of ['clerk', 'mediator', 'leader'] as const) {
    const numbers: Answer<'getMediationFigures'> = await told(login)
    for (const figure of figureNames)
      expect(await lengthOf(login, { figure }), `${login} ${figure}`).toBe(numbers.figures[figure])
    for (const { source, cases: n } of numbers.bySource)
      expect(await lengthOf(login, { figure: 'opened', source }), source).toBe(n)
    for (const { line, cases: n } of numbers.byLine)
      expect(await lengthOf(login, { figure: 'opened', line: line ?? 'none' }), `${line}`).toBe(n)
  }
})

test('who may not see the matters counts none of them, and no cases is no nought per cent', async () => {
  const numbers = await told('reedclerk')
  expect(numbers).toMatchObject({ parties: 0, fen: 0, medianDays: null, byLine: [] })
  expect(new Set(Object.values(numbers.figures))).toEqual(new Set([0]))
  expect((await told('clerk', { unitId: server.town.units.reed.id })).figures.opened).toBe(0)
  await server.owner.query('update matter set sensitive = true where id = $1', [cases.open.id])
  expect((await told('clerk')).figures).toMatchObject({ opened: 3, open: 0 })
  await server.owner.query('update matter set sensitive = false where id = $1', [cases.open.id])
  const { rows } = await server.as('clerk').ok('listFigureUnits', {})
  expect(rows.map(({ name }) => name)).toEqual(['柳岸社区', '柳岸社区调委会'])
})

test('days that end before they begin, and too many of them, are refused with what is wrong', async () => {
  const ask = (from: string, to: string) =>
    server.as('clerk').no('getMediationFigures', { query: { from, to } })
  expect(await ask('2026-02-01', '2026-01-01')).toMatchObject({ refused: 'badSpan' })
  expect(await ask('2019-01-01', '2026-01-01')).toMatchObject({ refused: 'badSpan' })
})

test('what is not done by its day, and what is open past its limit, is counted as that', async () => {
  server.now += 41 * dayMs
  const later = await told('clerk')
  expect(later.figures).toMatchObject({ unmet: 1, late: 1, inPart: 1 })
  const { rows } = await server.as('clerk').ok('listCountedMediations', {
    query: { ...days(), figure: 'unmet' },
  })
  expect(rows.map(({ id }) => id)).toEqual([cases.paid.mediationId])
})

test('the sheet says the same under the mark of who took it out, and that is on record', async () => {
  const body = { ...days(), commandId: freshId(), language: 'zh', purpose: '季度报表' }
  const response = await server.as('clerk').send('exportMediationFigures', { body })
  expect(response.statusCode, response.body.slice(0, 200)).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(response.rawPayload as never)
  const rows = workbook.worksheets[0]?.getSheetValues() as unknown[][]
  expect(String(rows[1]?.[1])).toMatch(/内部资料.*季度报表/)
  const row = (name: string) => rows.find((one) => one?.[1] === name)?.slice(2, 4)
  expect(row('调解成功')).toEqual([2, 3])
  expect(row('司法确认有效')).toEqual([0, 1])
  expect(row('协议涉及金额（万元）')?.[0]).toBe('0.30')
  // the answer is sent within the transaction
  const log = () =>
    server.owner.query('select purpose, subject from read_log where id = $1', [body.commandId])
  await expect
    .poll(async () => (await log()).rows)
    .toMatchObject([{ purpose: '季度报表', subject: expect.stringContaining('mediation_figures') }])
})

test('what stood there before is counted as what is written now: the twin in the migration says the same', async () => {
  const sqlText = await readFile(new URL('../../db/migrations/0035_figures.sql', import.meta.url), 'utf8')
  const [twin] = /^with binding as[\s\S]+?;$/m.exec(sqlText) ?? []
  const columns =
    'source, parties, is_hard, closed_at, is_agreed, filed_at, form, performance, unmet_on, confirmation, fen'
  const read = async () =>
    (await server.owner.query(`select id, ${columns} from mediation order by id`)).rows as unknown[]
  const written = await read()
  await server.owner.query(`update mediation set source = null, parties = 0, closed_at = null, is_agreed = false,
    form = null, performance = null, unmet_on = null, confirmation = null, fen = 0`)
  expect(await read()).not.toEqual(written)
  await server.owner.query(twin ?? '')
  expect(await read()).toEqual(written)
  expect(written).toHaveLength(4)
})

test('what was kept from happening is counted by case and by people, and shown where the case is', async () => {
  const { figures, averted } = await told('mediator')
  expect(figures).toMatchObject({
    ...{ averted: 2, avertedSuicide: 0, avertedCrime: 1, avertedBrawl: 1, avertedPetition: 1 },
  })
  expect(averted).toEqual({ suicide: 0, crime: 1, brawl: 12, petition: 30 })
  expect(await lengthOf('mediator', { figure: 'averted' })).toBe(2)
  expect(await lengthOf('mediator', { figure: 'avertedSuicide' })).toBe(0)
  expect((await cases.paid.view()).averted).toEqual({ crime: 1, brawl: 12 })
  expect((await cases.oral.view()).averted).toEqual({})
})

test('a day before the first nothing was opened', async () => {
  const before = addDays(began, -1)
  expect((await told('clerk', { from: before, to: before })).figures).toMatchObject({ opened: 0, closed: 0 })
})
