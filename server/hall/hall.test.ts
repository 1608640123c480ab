import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { district, freshId, type Login } from '#test/factory.ts'
import { triage } from '#test/matters.ts'
import { minute, startServer, type TestServer } from '#test/server.ts'
import { inScope, scopeOf } from '../db/scope.ts'
import { forgetBookers } from './store.ts'

let server: TestServer
let hall: string
const rooms = { one: freshId(), two: freshId() }

beforeAll(async () => {
  server = await startServer()
  hall = server.town.units.northCentre.id
  const { path } = server.town.units.northCentre
  for (const [i, id] of Object.values(rooms).entries())
    await server.owner.query(
      `insert into unit (district_id, id, parent_id, kind, code, name, path, valid_from)
       values ($1, $2, $3, 'room', $4, $5, $6, '2020-01-01')`,
      [district, id, hall, `W0${i + 1}`, `${i + 1} 号窗口`, `${path}W0${i + 1}/`],
    )
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.owner.query(
    `alter table ticket_action disable trigger append_only; truncate ticket_action, hall_seat, ticket, hall;
      alter table ticket_action enable always trigger append_only`,
  )
  await server.as('desk').ok('saveHall', { params: { id: hall }, body: { commandId: freshId() } })
})

const params = () => ({ id: hall })
const view = (login: Login) => server.as(login).ok('getHall', { params: params() })
const take = async (more: object = {}, login: Login = 'desk') => {
  const body = { commandId: freshId(), id: freshId(), ...more }
  const { ticket } = await server.as(login).ok('takeTicket', { params: params(), body })
  return ticket ?? { id: body.id, label: '' }
}
const next = (login: Login, windowId: string = rooms.one) =>
  server.as(login).ok('callNext', { params: params(), body: { commandId: freshId(), windowId } })
const step = (login: Login, id: string, verb: string, more: object = {}) =>
  server.as(login).ok('moveTicket', { params: { id }, body: { commandId: freshId(), verb, ...more } })
const stepNo = (login: Login, id: string, verb: string, more: object = {}) =>
  server.as(login).no('moveTicket', { params: { id }, body: { commandId: freshId(), verb, ...more } })
const codes = async () => {
  const { kioskUrl, displayUrl } = await view('desk')
  const [kiosk, display] = [kioskUrl.split('/').at(-1) ?? '', displayUrl.split('/').at(-1) ?? '']
  return { kiosk: { district, code: kiosk }, display: { district, code: display } }
}
const labels = (rows: { label: string }[]) => rows.map(({ label }) => label).join(' ')

describe('numbers', () => {
  test('run on by the day, and two letters never mix', async () => {
    const booking = { day: '2026-11-23', slot: '10:30', name: '林小满', phone: '199-0000-1234' }
    expect((await take()).label).toBe('A001')
    expect((await take({ booking })).label).toBe('B001')
    expect((await take()).label).toBe('A002')
    server.pass(24 * 60 * minute)
    expect((await take()).label).toBe('A001')
  })

  test('are taken by ten at once without a double', async () => {
    const { kiosk } = await codes()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        server.visitor.ok('takeAtKiosk', { params: kiosk, body: { commandId: freshId(), id: freshId() } }),
      ),
    )
    expect(answers.map(({ label }) => label).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, i) => `A${String(i + 1).padStart(3, '0')}`),
    )
    expect(answers.map(({ ahead }) => ahead).toSorted((a, b) => a - b)).toEqual([...Array(10).keys()])
  })

  test('taken twice by one command are one, and other content under it is refused', async () => {
    const body = { commandId: freshId(), id: freshId() }
    const first = await server.as('desk').ok('takeTicket', { params: params(), body })
    const [again, twin] = await Promise.all([
      server.as('desk').ok('takeTicket', { params: params(), body }),
      server.as('desk').ok('takeTicket', { params: params(), body }),
    ])
    expect([first, again, twin].map((a) => a.ticket?.label)).toEqual(['A001', 'A001', 'A001'])
    expect(again.hall.waiting).toBe(1)
    const other = { ...body, priority: 'old' }
    expect(await server.as('desk').no('takeTicket', { params: params(), body: other })).toMatchObject({
      ...{ status: 409, refused: 'commandReused' },
    })
  })

  test('of the kiosk end where too many wait already', async () => {
    const { kiosk } = await codes()
    await take()
    await server.owner.query(
      `insert into ticket (district_id, id, hall_id, day, letter, number, source, state, taken_at, line_at)
       select district_id, gen_random_uuid(), hall_id, day, 'A', n, 'kiosk', 'waiting', taken_at, line_at
       from ticket, generate_series(2, 150) n`,
    )
    const body = { commandId: freshId(), id: freshId() }
    expect(await server.visitor.no('takeAtKiosk', { params: kiosk, body })).toMatchObject({
      refused: 'hallFull',
    })
  })
})

describe('calling', () => {
  test('ten who press “next” at once call ten different numbers', async () => {
    const logins = [
      'desk',
      'sorter',
      'housing',
      'housing2',
      'water',
      'power',
      'head',
      'gridder',
      'reedclerk',
      'leader',
    ] as const
    for (const login of logins.slice(2))
      await server.owner.query(
        `insert into post (district_id, id, person_id, unit_id, role, from_on) values ($1, $2, $3, $4, 'deskOfficer', '2026-11-24')`,
        [district, freshId(), server.town.staff[login].personId, hall],
      )
    server.now = Date.UTC(2026, 10, 24, 1)
    for (let i = 0; i < 12; i++) await take()
    await Promise.all(logins.map((login) => server.as(login).cookie()))
    const answers = await Promise.all(logins.map((login) => next(login)))
    await server.owner.query(`delete from post where from_on = '2026-11-24'`)
    expect(answers.map(({ ticket }) => ticket?.label ?? '').toSorted()).toEqual(
      Array.from({ length: 10 }, (_, i) => `A${String(i + 1).padStart(3, '0')}`),
    )
    expect(labels((await view('desk')).line)).toBe('A011 A012')
  })

  test('two who press “next” five times each at once get two numbers', async () => {
    for (let i = 0; i < 12; i++) await take()
    const logins: Login[] = ['desk', 'sorter']
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        server.as(logins[i % 2] ?? 'desk').send('callNext', {
          params: params(),
          body: { commandId: freshId(), windowId: rooms.one },
        }),
      ),
    )
    const good = answers
      .filter((a) => a.statusCode === 200)
      .map((a) => a.json<{ ticket: { label: string } }>().ticket.label)
    expect(good.toSorted()).toEqual(['A001', 'A002'])
    expect(answers.filter((a) => a.statusCode === 409).map((a) => a.json().refused)).toEqual(
      Array(8).fill('windowBusy'),
    )
  })

  test('the same call sent twice calls one', async () => {
    await take()
    await take()
    const body = { commandId: freshId(), windowId: rooms.one }
    const [one, two] = await Promise.all(
      [1, 2].map(() => server.as('desk').ok('callNext', { params: params(), body })),
    )
    expect([one?.ticket?.label, two?.ticket?.label]).toEqual(['A001', 'A001'])
  })

  test('walks through a visit, and counts it without a name', async () => {
    const { id } = await take()
    server.pass(3 * minute)
    expect(await view('sorter')).toMatchObject({
      waiting: 1,
      served: 0,
      line: [{ label: 'A001', may: ['call', 'transfer', 'favour', 'cancel'] }],
    })
    expect((await next('desk')).hall.mine).toMatchObject({
      label: 'A001',
      windowName: '1 号窗口',
      state: 'called',
    })
    await step('desk', id, 'recall')
    await step('desk', id, 'start')
    expect(await stepNo('sorter', id, 'finish')).toMatchObject({ status: 403, refused: 'notYours' })
    server.pass(8 * minute)
    const { hall: after } = await step('desk', id, 'finish')
    expect(after).toMatchObject({ mine: null, waiting: 0, longestSince: null, served: 1, forecast: null })
    expect(await stepNo('desk', id, 'start')).toMatchObject({
      status: 409,
      refused: 'ticketNotNow',
      facts: { number: 'A001' },
    })
  })

  test('says so when nobody waits, when the window is of another hall, and when a number is not first', async () => {
    const body = { commandId: freshId(), windowId: rooms.one }
    expect(await server.as('desk').no('callNext', { params: params(), body })).toMatchObject({
      status: 409,
      refused: 'nobodyWaits',
    })
    await take()
    const second = await take()
    const elsewhere = { commandId: freshId(), windowId: server.town.units.mediators.id }
    expect(await server.as('desk').no('callNext', { params: params(), body: elsewhere })).toMatchObject({
      refused: 'notAWindow',
    })
    expect(await stepNo('desk', second.id, 'call', { windowId: rooms.one })).toMatchObject({
      refused: 'notInTurn',
    })
  })

  test('who was absent comes back after the next two, twice, and then only to the end', async () => {
    const gone = await take()
    for (let i = 0; i < 4; i++) await take()
    await next('desk')
    await step('desk', gone.id, 'pass')
    expect(labels((await step('desk', gone.id, 'rejoin', { isSoon: true })).hall.line)).toBe(
      'A002 A003 A001 A004 A005',
    )
    const { ticket } = await next('desk')
    expect(ticket?.label).toBe('A002')
    expect(labels((await step('desk', ticket?.id ?? '', 'finish')).hall.line)).toBe('A003 A001 A004 A005')
    await server.owner.query(`update ticket set state = 'passed', passes = 3 where id = $1`, [gone.id])
    expect(await stepNo('desk', gone.id, 'rejoin', { isSoon: true })).toMatchObject({
      refused: 'passedOften',
    })
    server.pass(minute)
    expect(labels((await step('desk', gone.id, 'rejoin')).hall.line)).toBe('A003 A004 A005 A001')
  })

  test('the marked and the booked take turns with the others, the booked not before their time', async () => {
    const booking = { day: '2026-11-24', slot: '10:00', name: '王大明' }
    server.now = Date.UTC(2026, 10, 24, 1, 55)
    for (let i = 0; i < 3; i++) await take()
    const marked = await take()
    await take({ booking })
    expect(labels((await step('desk', marked.id, 'favour', { priority: 'old' })).hall.line)).toBe(
      'A004 A001 A002 A003',
    )
    expect((await view('desk')).booked).toMatchObject([
      { label: 'B001', name: '王**', slotAt: '2026-11-24T02:00:00.000Z' },
    ])
    server.pass(6 * minute)
    expect(labels((await view('desk')).line)).toBe('A004 A001 B001 A002 A003')
  })

  test('tells how long one will wait once five were served today, and not before', async () => {
    for (let i = 0; i < 5; i++) {
      const { id } = await take()
      expect((await view('desk')).forecast).toBeNull()
      await next('desk')
      await step('desk', id, 'start')
      server.pass(10 * minute)
      await step('desk', id, 'finish')
    }
    expect((await view('desk')).forecast).toEqual({ from: 0, to: 10 })
    await take()
    await take()
    expect((await view('desk')).forecast).toEqual({ from: 20, to: 30 })
  })
})

describe('a number goes on with the person', () => {
  test('to another window or person, who call it before anybody else and whom nobody forestalls', async () => {
    const first = await take()
    await take()
    await server.as('expert').ok('sitAt', { params: params(), body: { windowId: rooms.two } })
    await next('desk')
    await step('desk', first.id, 'transfer', { accountId: server.town.staff.expert.accountId })
    expect((await view('desk')).line[0]).toMatchObject({ label: 'A002' })
    expect(await server.as('expert').ok('listMyCalls', {})).toMatchObject({
      rows: [{ id: first.id, label: 'A001', windowId: rooms.two, matter: null }],
    })
    expect(await server.as('lawyer').ok('listMyCalls', {})).toEqual({ rows: [] })
    expect(await stepNo('lawyer', first.id, 'call', { windowId: rooms.two })).toMatchObject({ status: 403 })
    expect((await next('expert', rooms.two)).ticket).toMatchObject({ label: 'A001', windowName: '2 号窗口' })
    expect(
      await stepNo('expert', first.id, 'transfer', { unitId: server.town.units.housing.id }),
    ).toMatchObject({
      ...{ status: 422, refused: 'notAWindow' },
    })
  })

  test('by itself when its matter is dispatched to a room of the hall', async () => {
    const { id } = await take()
    await next('desk')
    const matterId = freshId()
    const input = {
      channel: 'desk',
      kind: 'dispute',
      words: '手术以后一直疼，医院不认。',
      placeUnitId: server.town.units.willow.id,
    }
    await server.as('desk').ok('receiveMatter', {
      body: { id: matterId, appealId: freshId(), commandId: freshId(), input },
    })
    expect((await step('desk', id, 'link', { matterId })).ticket).toMatchObject({ matter: { id: matterId } })
    expect(await stepNo('desk', id, 'link', { matterId: freshId() })).toMatchObject({ status: 404 })
    await server.as('desk').move(matterId, 'accept', {})
    await server.as('desk').move(matterId, 'triage', triage)
    await server.as('desk').move(matterId, 'dispatch', { unitId: server.town.units.studio.id })
    expect((await view('desk')).mine).toBeNull()
    expect((await server.as('expert').ok('listMyCalls', {})).rows).toMatchObject([
      { id, label: 'A001', windowId: server.town.units.studio.id, matter: { id: matterId } },
    ])
    const windowId = server.town.units.studio.id
    expect((await step('expert', id, 'call', { windowId })).ticket).toMatchObject({ state: 'called' })
  })
})

test('a number follows at once when it is linked to a matter that was dispatched before', async () => {
  const { id } = await take()
  await next('desk')
  const matterId = freshId()
  const input = {
    ...{ channel: 'desk', kind: 'dispute', words: '医院不认账。', placeUnitId: server.town.units.willow.id },
  }
  const body = { id: matterId, appealId: freshId(), commandId: freshId(), input }
  await server.as('desk').ok('receiveMatter', { body })
  await server.as('desk').move(matterId, 'accept', {})
  await server.as('desk').move(matterId, 'triage', triage)
  await server.as('desk').move(matterId, 'dispatch', { unitId: server.town.units.studio.id })
  const { hall: after } = await step('desk', id, 'link', { matterId })
  expect(after).toMatchObject({ mine: null, line: [{ id, forName: '老周调解工作室' }] })
  expect((await server.as('expert').ok('listMyCalls', {})).rows).toMatchObject([{ id }])
})

describe('a hall', () => {
  test('of another centre is not there for me, nor are its numbers', async () => {
    const { id } = await take()
    const { windowId } = { windowId: rooms.one }
    for (const login of ['southsorter', 'plumclerk', 'mediator'] as const) {
      expect(await server.as(login).no('getHall', { params: params() }), login).toMatchObject({ status: 404 })
      expect(await stepNo(login, id, 'call', { windowId }), login).toMatchObject({ status: 404 })
    }
    const body = { commandId: freshId(), id: freshId() }
    expect(await server.as('southsorter').no('takeTicket', { params: params(), body })).toMatchObject({
      status: 404,
    })
    expect((await server.as('southsorter').ok('listHalls', {})).rows).toMatchObject([
      { id: server.town.units.southCentre.id, isOpen: false },
    ])
    expect((await server.as('expert').ok('listHalls', {})).rows).toMatchObject([
      { id: hall, isOpen: true, mayTake: false },
    ])
  })

  test('that has not been opened says so, and opening it again keeps its addresses', async () => {
    const south = { id: server.town.units.southCentre.id }
    expect(await server.as('southsorter').no('getHall', { params: south })).toMatchObject({
      refused: 'hallNotOpen',
    })
    const open = { params: south, body: { commandId: freshId(), notice: '今天法律援助值班' } }
    const first = await server.as('southsorter').ok('saveHall', open)
    const again = await server.as('southsorter').ok('saveHall', open)
    expect(again).toMatchObject({
      notice: '今天法律援助值班',
      kioskUrl: first.kioskUrl,
      version: first.version,
    })
  })

  test('remembers for the day where I sit', async () => {
    expect((await view('desk')).myWindowId).toBeNull()
    const { myWindowId, windows } = await server
      .as('desk')
      .ok('sitAt', { params: params(), body: { windowId: rooms.two } })
    expect(myWindowId).toBe(rooms.two)
    expect(windows.map(({ name, people }) => [name, people.length])).toEqual([
      ['老周调解工作室', 0],
      ['1 号窗口', 0],
      ['2 号窗口', 1],
    ])
    server.pass(24 * 60 * minute)
    expect((await view('desk')).myWindowId).toBeNull()
  })
})

describe('the public pages', () => {
  test('show numbers and windows, no name, and nothing again while nothing has changed', async () => {
    const { display } = await codes()
    server.now = Date.UTC(2026, 10, 30, 2, 10)
    const day = '2026-11-30'
    const booking = { day, slot: '10:30', name: '王大明', phone: '19900001234' }
    const shy = await take({ booking })
    const open = await take({ booking: { ...booking, showsSurname: true } })
    server.pass(30 * minute)
    await next('desk')
    await next('sorter', rooms.two)
    await take()
    const told = await server.visitor.ok('getDisplay', { params: display, query: {} })
    const [first, second] = (told.view?.called ?? []).toSorted((a, b) => a.label.localeCompare(b.label))
    expect(first).toMatchObject({ label: 'B001', surname: null, windowName: '1 号窗口', calls: 1 })
    expect(second).toMatchObject({ label: 'B002', surname: '王**' })
    expect(told.view).toMatchObject({ next: ['A001'], waiting: 1, hallName: '北桥街道综治中心' })
    expect(JSON.stringify(told)).not.toMatch(/大明|1990000|[0*]1234\b/)
    expect(JSON.stringify(told)).not.toContain(shy.id)
    expect(JSON.stringify(told)).not.toContain(open.id)
    const seen = { params: display, query: { seen: told.version } }
    expect(await server.visitor.ok('getDisplay', seen)).toMatchObject({ version: told.version, view: null })
    await take()
    expect((await server.visitor.ok('getDisplay', seen)).view).toMatchObject({ waiting: 2 })
  })

  test('open only by their own codes', async () => {
    const { kiosk, display } = await codes()
    const body = { commandId: freshId(), id: freshId() }
    expect(await server.visitor.no('takeAtKiosk', { params: display, body })).toMatchObject({ status: 404 })
    expect(await server.visitor.no('getDisplay', { params: kiosk, query: {} })).toMatchObject({ status: 404 })
    expect(await server.visitor.no('getKiosk', { params: { district, code: 'ZZZZZZZZ' } })).toMatchObject({
      status: 404,
    })
    expect(await server.visitor.ok('getKiosk', { params: kiosk })).toEqual({
      hallName: '北桥街道综治中心',
      waiting: 0,
      forecast: null,
    })
  })
})

describe('who booked', () => {
  test('is sealed, masked, not in the record, and erased when the day is long over', async () => {
    const booking = { day: '2026-12-01', slot: '10:30', name: '王大明', phone: '199 0000 1234' }
    server.now = Date.UTC(2026, 10, 30, 2, 10)
    await take({ booking })
    server.now = Date.UTC(2026, 11, 1, 1, 0)
    expect((await view('desk')).booked).toMatchObject([{ name: '王**', phone: '199****1234' }])
    const { rows } = await server.owner.query(
      `select (t::text || a::text) all_of_it from ticket t, ticket_action a`,
    )
    expect(JSON.stringify(rows)).not.toMatch(/王大明|19900001234/)
    const scope = scopeOf({ kind: 'system', districtId: district })
    const forget = (before: string) =>
      inScope(server.platform.db, scope, (tx) => forgetBookers(tx, district, before))
    expect(await forget('2026-12-01')).toBe(0)
    expect(await forget('2026-12-02')).toBe(1)
    expect((await view('desk')).booked).toMatchObject([{ name: null, phone: null }])
  })

  test('is opened whole to whoever serves in the hall, for a purpose, on record, and to nobody else', async () => {
    server.now = Date.UTC(2026, 10, 30, 2, 10)
    const booking = { day: '2026-12-01', slot: '10:30', name: '王大明', phone: '199 0000 1234' }
    const booked = { commandId: freshId(), id: freshId(), booking }
    const told = await server.as('desk').ok('takeTicket', { params: params(), body: booked })
    expect(told.ticket).toMatchObject({ label: 'B001', slotAt: '2026-12-01T02:30:00.000Z', may: ['cancel'] })
    const { id } = booked
    const body = { commandId: freshId(), purpose: '通知改期' }
    const open = { name: '王大明', phone: '19900001234', seconds: 60 }
    for (let i = 0; i < 2; i++)
      expect(await server.as('desk').ok('revealTicket', { params: { id }, body })).toEqual(open)
    const { rows } = await server.owner.query(
      `select what, purpose, account_id from read_log where subject = $1`,
      [`ticket:${id}`],
    )
    expect(rows).toEqual([
      { what: 'reveal', purpose: '通知改期', account_id: server.town.staff.desk.accountId },
    ])
    const again = { params: { id }, body: { commandId: freshId(), purpose: '' } }
    expect(await server.as('desk').no('revealTicket', again)).toMatchObject({ status: 422, field: 'purpose' })
    const other = { params: { id }, body: { commandId: freshId(), purpose: '好奇' } }
    expect((await server.as('southsorter').no('revealTicket', other)).status).toBe(404)
    const none = { params: { id: freshId() }, body: other.body }
    expect((await server.as('desk').no('revealTicket', none)).status).toBe(404)
  })

  test('cannot have a time gone by, too far ahead, or full', async () => {
    const send = (day: string, slot: string) =>
      server.as('desk').send('takeTicket', {
        params: params(),
        body: { commandId: freshId(), id: freshId(), booking: { day, slot } },
      })
    server.now = Date.UTC(2026, 10, 30, 2, 10)
    expect((await send('2026-11-30', '10:00')).json()).toMatchObject({
      refused: 'slotNotOffered',
      field: 'slot',
    })
    expect((await send('2026-12-08', '10:00')).json()).toMatchObject({ refused: 'slotNotOffered' })
    for (let i = 0; i < 4; i++) expect((await send('2026-12-01', '10:00')).statusCode).toBe(200)
    expect((await send('2026-12-01', '10:00')).json()).toMatchObject({ refused: 'slotNotOffered' })
    expect((await send('2026-12-01', '10:30')).statusCode).toBe(200)
    expect((await send('2026-12-01', '10:15')).json()).toMatchObject({ refused: 'badInput' })
  })
})

describe('the page of a number', () => {
  const page = (id: string) => server.visitor.ok('getTicket', { params: { district, id } })

  test('counts down with the line, says where it is called, and when it is over', async () => {
    server.now = Date.UTC(2026, 10, 30, 2, 10)
    const { kiosk } = await codes()
    const first = await take()
    const id = freshId()
    const taken = await server.visitor.ok('takeAtKiosk', {
      params: kiosk,
      body: { commandId: freshId(), id },
    })
    expect(taken.pageUrl).toMatch(new RegExp(`/n/${district}/${id}$`))
    expect(await page(id)).toMatchObject({
      ...{ label: 'A002', hallName: '北桥街道综治中心', state: 'waiting', ahead: 1, forecast: null },
      ...{ windowName: null, isSent: false, waitsFor: null, slotAt: null, isEarly: false },
    })
    const marked = await take()
    await step('desk', marked.id, 'favour', { priority: 'old' })
    expect((await page(id)).ahead).toBe(2)
    await next('desk')
    await step('desk', marked.id, 'finish')
    await next('desk')
    expect(await page(first.id)).toMatchObject({ state: 'called', ahead: null, windowName: '1 号窗口' })
    expect((await page(id)).ahead).toBe(0)
    await step('desk', first.id, 'pass')
    expect(await page(first.id)).toMatchObject({ state: 'passed', ahead: null, windowName: null })
    await next('desk')
    await step('desk', id, 'transfer', { unitId: rooms.two })
    expect(await page(id)).toMatchObject({
      ...{ state: 'waiting', isSent: true, waitsFor: '2 号窗口', ahead: 0, forecast: null },
    })
    await step('desk', id, 'cancel')
    expect(await page(id)).toMatchObject({ state: 'cancelled', ahead: null })
  })

  test('tells no name, nor of a booking whose time has not come a place in line, and ends with the day', async () => {
    server.now = Date.UTC(2026, 10, 30, 2, 10)
    const booking = {
      day: '2026-11-30',
      slot: '11:30',
      name: '王大明',
      phone: '199 0000 1234',
      showsSurname: true,
    }
    const { id } = await take({ booking })
    const told = await page(id)
    expect(told).toMatchObject({ label: 'B001', isEarly: true, ahead: null })
    expect(JSON.stringify(told)).not.toMatch(/王|[0*]1234\b/)
    server.pass(90 * minute)
    expect(await page(id)).toMatchObject({ isEarly: false, ahead: 0 })
    server.pass(24 * 60 * minute)
    expect((await server.visitor.no('getTicket', { params: { district, id } })).status).toBe(404)
    expect((await server.visitor.no('getTicket', { params: { district, id: freshId() } })).status).toBe(404)
  })
})
