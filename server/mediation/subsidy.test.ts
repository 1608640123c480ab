import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#domain/calendar/days.ts'
import { newId } from '#server/ids.ts'
import { district, freshId, type Login } from '#test/factory.ts'
import { agreeAll, type Case, draftInput, mediationIn, signAll } from '#test/mediations.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 60_000)
afterAll(() => server.close())

/** A mediation with an agreement that is performed, revisited and filed, but for what is left out. */
async function filed({
  leave = '',
  more = {},
}: {
  leave?: 'session' | ''
  more?: object
} = {}): Promise<Case> {
  const one = await mediationIn(server, 1, more)
  await agreeAll(one)
  await one.step('begin', {})
  const partyIds = Object.values(one.parties)
  if (leave !== 'session') {
    server.now += 7_200_000
    const meeting = { id: freshId(), startsAt: new Date(server.now + 600_000).toISOString(), minutes: 60 }
    await one.step('schedule', { ...meeting, kind: 'joint', way: 'onSite', partyIds, place: '门前' })
    await one.step('hold', {
      ...{ sessionId: meeting.id, heldAt: meeting.startsAt, present: partyIds, methods: [] },
      ...{ subject: '漏水', record: '双方说了经过。', readBack: true },
    })
  }
  const draft = { ...draftInput(one, server.now), obligations: [] }
  await one.step('draft', draft)
  await signAll(one, draft)
  await one.step('settle', {})
  await one.step('revisit', { performed: true, satisfied: true, text: '满意' }, 'clerk')
  await one.step('file', {})
  await server.as('mediator').move(one.id, 'submit', { result: '已达成协议', outcome: 'solved' })
  return one
}

const commandId = freshId
async function draw(login: Login = 'clerk', unit: 'willow' | 'mediators' | 'north' = 'willow') {
  const id = newId(server.now)
  const today = dayOf(server.now)
  const body = {
    commandId: commandId(),
    id,
    unitId: server.town.units[unit].id,
    from: '2026-11-01',
    to: today,
  }
  return server.as(login).ok('drawSubsidy', { body })
}
const linesOf = async (id: string, login: Login = 'clerk') =>
  (await server.as(login).ok('listSubsidyLines', { params: { id }, query: { limit: 100 } })).rows
const lineOf = async (id: string, one: Case) =>
  (await linesOf(id)).find(({ mediationId }) => mediationId === one.mediationId)
const check = (id: string, login: Login = 'clerk') =>
  server.as(login).ok('checkSubsidy', { params: { id }, body: { commandId: commandId() } })
const decide = (id: string, approves = true) => ({
  params: { id },
  body: { commandId: commandId(), approves },
})
const changes = async (id: string) =>
  (await server.as('clerk').ok('listSubsidyChanges', { params: { id } })).rows

describe('a subsidy list', () => {
  test('holds every case that was over, with its amount or the reason why not', async () => {
    const good = await filed()
    const bare = await filed({ leave: 'session' })
    const hard = await filed()
    await server.owner.query(
      `update mediation set facts = jsonb_set(facts, '{mediators,0,part}', '"expert"'), is_hard = true where id = $1`,
      [hard.mediationId],
    )
    const ended = await mediationIn(server)
    await ended.step('end', { reason: 'noAgreement', text: '谈不拢', routes: ['court'] })
    const list = await draw()
    expect(list).toMatchObject({ state: 'drawn', count: 4, paid: 2, fen: 3_000 + 8_000, mayEdit: true })
    expect(await lineOf(list.id, good)).toMatchObject({
      tier: 'ordinary',
      fen: 3_000,
      reasons: [],
      level: 'community',
    })
    expect(await lineOf(list.id, hard)).toMatchObject({ tier: 'difficult', fen: 8_000 })
    expect(await lineOf(list.id, bare)).toMatchObject({
      ...{ fen: 0, reasons: ['papersMissing'], missing: ['sessionRecord'] },
    })
    expect(await lineOf(list.id, ended)).toMatchObject({ fen: 0, reasons: ['notAgreed'] })
    const line = await lineOf(list.id, good)
    expect(line?.number).toMatch(/柳岸社区调委会人调字第/)
  }, 60_000)

  test('is looked through, approved by somebody else, and then stays as it is: what comes after is listed as that', async () => {
    const list = await draw()
    const params = { id: list.id }
    const [first] = (await linesOf(list.id)).filter(({ fen }) => fen > 0)
    const edit = {
      ...{ mediationId: first?.mediationId, tier: 'major', takenOut: null },
    }
    expect(await server.as('supervisor').no('decideSubsidy', decide(list.id))).toMatchObject({
      refused: 'subsidyUnchecked',
    })
    const major = await server
      .as('clerk')
      .ok('editSubsidyLine', { params, body: { ...edit, commandId: commandId() } })
    expect(major.fen).toBe(15_000 + 8_000)
    expect((await linesOf(list.id)).find(({ saidTier }) => saidTier)?.mediationId).toBe(first?.mediationId)
    await check(list.id)
    expect(
      await server.as('clerk').no('editSubsidyLine', { params, body: { ...edit, commandId: commandId() } }),
    ).toMatchObject({ refused: 'subsidyFixed' })
    const late = await filed()
    expect(await server.as('supervisor').no('decideSubsidy', decide(list.id))).toMatchObject({
      ...{ refused: 'subsidyChanged', facts: { count: 1 } },
    })
    await server.as('clerk').ok('redrawSubsidy', { params, body: { commandId: commandId() } })
    await check(list.id)
    expect(await server.as('supervisor').ok('decideSubsidy', decide(list.id))).toMatchObject({
      ...{ state: 'approved', fen: 15_000 + 8_000 + 3_000, mayEdit: false, mayApprove: false },
    })
    expect(await changes(list.id)).toEqual([])
    expect(
      await server.as('clerk').no('redrawSubsidy', { params, body: { commandId: commandId() } }),
    ).toMatchObject({ refused: 'subsidyFixed' })
    await server.owner.query(
      `update mediation set facts = jsonb_set(facts, '{revisits}', '[]') where id = $1`,
      [late.mediationId],
    )
    expect(await changes(list.id)).toMatchObject([
      {
        ...{ mediationId: late.mediationId, kind: 'changed', was: { fen: 3_000, reasons: [] } },
        is: { fen: 0, reasons: expect.arrayContaining(['revisitMissing']) },
      },
    ])
    expect((await server.as('clerk').ok('getSubsidy', { params })).fen).toBe(26_000)
    for (const statement of [
      `update subsidy_line set fen = 1 where list_id = $1`,
      `delete from subsidy_line where list_id = $1`,
      `update subsidy_list set state = 'drawn', approved_by = null, checked_by = null where id = $1`,
    ])
      await expect(server.owner.query(statement, [list.id])).rejects.toThrow('is not changed')
  }, 60_000)

  test('pays nothing that another list has paid, nor a matter linked to one as of the same cause', async () => {
    const again = await draw('clerk', 'mediators')
    const lines = await linesOf(again.id)
    expect(lines.filter(({ reasons }) => reasons.includes('sameDispute'))).toHaveLength(2)
    expect(again.fen).toBe(0)
    const [one, other] = [await filed(), await filed()]
    await server.as('clerk').move(one.id, 'relate', { otherId: other.id, relation: 'sameCause' })
    const list = await draw()
    expect(await lineOf(list.id, one)).toMatchObject({ fen: 3_000 })
    expect(await lineOf(list.id, other)).toMatchObject({ fen: 0, reasons: ['sameDispute'] })
    const body = {
      ...{ commandId: commandId(), mediationId: one.mediationId, tier: null, takenOut: 'paidElsewhere' },
    }
    await server.as('clerk').ok('editSubsidyLine', { params: { id: list.id }, body })
    expect(await lineOf(list.id, one)).toMatchObject({ fen: 0, reasons: ['paidElsewhere'] })
    expect(await lineOf(list.id, other)).toMatchObject({ fen: 3_000, reasons: [] })
  }, 60_000)

  test('takes every case of a salaried mediator out at once, and puts them in again', async () => {
    const list = await draw()
    const [any] = (await linesOf(list.id)).filter(({ fen }) => fen > 0)
    const params = { id: list.id }
    const body = { mediationId: any?.mediationId, tier: null, ofMediator: true }
    const out = await server
      .as('clerk')
      .ok('editSubsidyLine', { params, body: { ...body, commandId: commandId(), takenOut: 'salaried' } })
    expect(out).toMatchObject({ paid: 0, fen: 0 })
    const back = await server
      .as('clerk')
      .ok('editSubsidyLine', { params, body: { ...body, commandId: commandId(), takenOut: null } })
    expect(back.fen).toBe(list.fen)
  })

  test('is for the units in reach, and nobody approves what they drew up, looked through or are paid by', async () => {
    const list = await draw('sorter', 'north')
    const params = { id: list.id }
    expect(await server.as('clerk').no('getSubsidy', { params })).toMatchObject({ status: 404 })
    expect(await server.as('southsorter').no('getSubsidy', { params })).toMatchObject({ status: 404 })
    const elsewhere = {
      id: newId(server.now),
      unitId: server.town.units.reed.id,
      from: '2026-11-01',
      to: '2026-11-30',
    }
    expect(
      await server.as('clerk').no('drawSubsidy', { body: { ...elsewhere, commandId: commandId() } }),
    ).toMatchObject({ status: 404 })
    await check(list.id, 'sorter')
    for (const by of ['drawn_by', 'checked_by']) {
      await server.owner.query(`update subsidy_list set ${by} = $2 where id = $1`, [
        ...[list.id, server.town.staff.supervisor.accountId],
      ])
      expect(await server.as('supervisor').no('decideSubsidy', decide(list.id))).toMatchObject({
        refused: 'ownSubsidy',
      })
      await server.owner.query(`update subsidy_list set ${by} = $2 where id = $1`, [
        ...[list.id, server.town.staff.sorter.accountId],
      ])
    }
    await server.owner.query('update subsidy_line set lead_id = $2 where list_id = $1', [
      ...[list.id, server.town.staff.supervisor.accountId],
    ])
    expect(await server.as('supervisor').no('decideSubsidy', decide(list.id))).toMatchObject({
      refused: 'ownSubsidy',
    })
    expect(await server.as('leader').ok('decideSubsidy', decide(list.id, false))).toMatchObject({
      state: 'drawn',
    })
  })

  test('may be sent twice and at once: it is drawn up once', async () => {
    const body = {
      ...{ commandId: commandId(), id: newId(server.now), unitId: server.town.units.willow.id },
      ...{ from: '2026-11-01', to: dayOf(server.now) },
    }
    const [one, other] = await Promise.all([
      server.as('clerk').ok('drawSubsidy', { body }),
      server.as('clerk').ok('drawSubsidy', { body }),
    ])
    expect(other).toEqual(one)
    const { rows } = await server.owner.query(
      'select 1 from subsidy_list where district_id = $1 and id = $2',
      [...[district, body.id]],
    )
    expect(rows).toHaveLength(1)
  })

  test('comes as a sheet under a mark, whose sum is that of its rows', async () => {
    const { rows } = await server.as('clerk').ok('listSubsidies', { query: {} })
    const list = rows.find(({ state }) => state === 'approved')
    const body = { commandId: commandId(), language: 'zh', purpose: '发放补贴' }
    const response = await server.as('clerk').send('exportSubsidy', { params: { id: list?.id }, body })
    expect(response.statusCode, response.body.slice(0, 200)).toBe(200)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(response.rawPayload as never)
    const sheet = ((workbook.worksheets[0]?.getSheetValues() ?? []) as unknown[][]).slice(1)
    expect(String(sheet[0]?.[1])).toMatch(/内部资料.*发放补贴/)
    const amounts = sheet.slice(2, -1).map((row) => Number(row[8]))
    expect(sheet.at(-1)?.[2]).toBe('合计')
    expect(sheet.at(-1)?.[8]).toBe(amounts.reduce((sum, one) => sum + one, 0))
    expect(sheet.at(-1)?.[8]).toBe((list?.fen ?? 0) / 100)
  })
})
