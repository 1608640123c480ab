import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusesOf } from '#test/client.ts'
import { district, freshId, type Login } from '#test/factory.ts'
import { matterIn, report } from '#test/matters.ts'
import {
  aTask,
  callOne,
  confirmIt,
  heldOne,
  meetingBody,
  minuteIt,
  quorate,
  someone,
  topicItem,
} from '#test/meetings.ts'
import { day, hour, startServer, type TestServer } from '#test/server.ts'
import { sealRound } from '../audit/jobs.ts'
import { verifyLogs } from '../audit/verify.ts'
import { inScope, scopeOf } from '../db/scope.ts'
import { remindMeetings } from './remind.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const see = (login: Login, id: string) => server.as(login).ok('getMeeting', { params: { id } })
const kinds = async (login: Login, id: string) =>
  (await server.as(login).ok('listNotices', { query: {} })).rows
    .filter(({ meeting }) => meeting?.id === id)
    .map(({ kind }) => kind)
    .toSorted()
const round = () =>
  inScope(server.platform.db, scopeOf({ kind: 'system', districtId: district }), (tx) =>
    remindMeetings(tx, district, server.now),
  )
const onTask = (id: string, verb: string, more: object = {}) => ({
  params: { id },
  body: { commandId: freshId(), verb, words: '说明情况', ...more },
})

describe('calling a meeting', () => {
  test('puts it before every called unit, which answers; nobody else knows of it', async () => {
    const { units } = server.town
    const meeting = await callOne(server)
    expect(meeting).toMatchObject({ quorum: 2, called: 3, unanswered: 3, state: 'called', there: 0 })
    for (const login of ['housing', 'water', 'lawyer', 'supervisor', 'leader'] as const)
      expect((await see(login, meeting.id)).title).toBe('楼道堆物联合会商')
    for (const login of ['power', 'plumclerk', 'southsorter', 'topsorter'] as const) {
      expect(await server.as(login).no('getMeeting', { params: { id: meeting.id } })).toMatchObject({
        status: 404,
      })
      const { rows } = await server.as(login).ok('listMeetings', { query: {} })
      expect(rows.map(({ id }) => id)).not.toContain(meeting.id)
    }
    expect(await kinds('housing', meeting.id)).toEqual(['meetingCalled'])
    const answer = (unitId: string, given: string, words?: string) => ({
      params: { id: meeting.id },
      body: { commandId: freshId(), unitId, answer: given, words },
    })
    expect(
      await server.as('housing').no('answerInvitation', answer(units.housing.id, 'cannot')),
    ).toMatchObject({ status: 422, field: 'words' })
    expect(await server.as('housing').no('answerInvitation', answer(units.water.id, 'comes'))).toMatchObject({
      status: 403,
    })
    await server.as('housing').ok('answerInvitation', answer(units.housing.id, 'comes'))
    await server.as('water').ok('answerInvitation', answer(units.water.id, 'cannot', '当天防汛值班'))
    expect(await see('sorter', meeting.id)).toMatchObject({ coming: 1, unanswered: 1 })
    const said = async (login: Login) =>
      (await see(login, meeting.id)).units.find(({ id }) => id === units.water.id)?.words
    expect(await said('sorter')).toBe('当天防汛值班')
    expect(await said('housing')).toBeNull()
    expect(await kinds('sorter', meeting.id)).toEqual(['meetingAnswered', 'meetingAnswered'])
  })

  test('is refused where something is wrong, each time with the place to mend, and leaves nothing behind', async () => {
    const { units, staff } = server.town
    const no = (more: Record<string, unknown>, login: Login = 'sorter') =>
      server.as(login).no('callMeeting', { body: meetingBody(server, more) })
    const past = new Date(server.now - hour).toISOString()
    const one = { unitId: units.housing.id, accountIds: [] as string[] }
    expect(await no({ startsAt: past })).toMatchObject({ refused: 'meetingPast', field: 'startsAt' })
    expect(await no({ quorum: 4 })).toMatchObject({ refused: 'quorumTooHigh', facts: { count: 3 } })
    expect(await no({ units: [one, one] })).toMatchObject({ refused: 'notATarget', field: 'units' })
    expect(await no({ units: [{ ...one, unitId: units.northCentre.id }] })).toMatchObject({
      refused: 'sameUnit',
    })
    expect(await no({ units: [{ ...one, accountIds: [staff.water.accountId] }] })).toMatchObject({
      refused: 'notOfUnit',
      facts: { name: '枫溪区住建局' },
    })
    expect(await no({ chairId: staff.power.accountId })).toMatchObject({
      refused: 'notOfUnit',
      field: 'chairId',
    })
    expect(await no({ items: [topicItem(server, { unitIds: [units.power.id] })] })).toMatchObject({
      refused: 'itemUnitNotCalled',
      facts: { no: 1 },
    })
    expect(await no({ items: [topicItem(server, { matterId: freshId() })] })).toMatchObject({ status: 404 })
    expect(await no({ items: [topicItem(server, { files: [freshId()] })] })).toMatchObject({
      refused: 'fileMissing',
    })
    expect(await no({ kind: 'regular' })).toMatchObject({ refused: 'badInput', field: 'rhythm' })
    expect(await no({ link: 'javascript:alert(1)' })).toMatchObject({ refused: 'badInput', field: 'link' })
    expect(await no({ items: [] })).toMatchObject({ status: 400 })
    expect(await no({}, 'clerk')).toMatchObject({ status: 403, refused: 'notYours' })
    expect(await no({}, 'housing')).toMatchObject({ status: 403 })
  })

  test('is done once, however often and at once it is sent', async () => {
    const body = meetingBody(server)
    const sent = await Promise.all([1, 2, 3].map(() => server.as('sorter').send('callMeeting', { body })))
    expect(statusesOf(sent)).toEqual([200, 200, 200])
    const { rows } = await server.owner.query(
      `select (select count(*)::int from meeting where id = $1) meetings,
        (select count(*)::int from meeting_action where meeting_id = $1) actions`,
      [body.id],
    )
    expect(rows).toEqual([{ meetings: 1, actions: 1 }])
    expect(
      await server.as('sorter').no('callMeeting', { body: { ...body, title: '另一个会' } }),
    ).toMatchObject({ refused: 'commandReused' })
  })
})

describe('need-to-know at the table', () => {
  test('a called unit sees the items that name it, and of the others only that there are some', async () => {
    const { units } = server.town
    const { id: matterId } = await report(server)
    const items = [
      topicItem(server, { matterId, unitIds: [units.water.id], brief: '请水务局先说' }),
      topicItem(server),
    ]
    const meeting = await callOne(server, { items })
    const [own, shared] = (await see('water', meeting.id)).agenda
    expect(own).toMatchObject({ isHidden: false, title: '三楼楼道的灯坏了一个星期，老人上下楼很危险' })
    // named at the table is not the same as reading its file
    expect(own?.matterId).toBeNull()
    expect(shared?.isHidden).toBe(false)
    const [hidden] = (await see('housing', meeting.id)).agenda
    expect(hidden).toMatchObject({ isHidden: true, title: null, number: null, brief: null })
    expect((await see('sorter', meeting.id)).agenda[0]?.matterId).toBe(matterId)
    expect(JSON.stringify(await see('housing', meeting.id))).not.toContain('请水务局先说')
  })

  test('a matter that is need-to-know keeps its lock against everybody else at the table', async () => {
    const { units, staff } = server.town
    const { id: matterId } = await report(server)
    const knows = [staff.sorter.accountId]
    await server.owner.query('update matter set sensitive = true, need_to_know = $2 where id = $1', [
      matterId,
      knows,
    ])
    const items = [topicItem(server, { matterId, unitIds: [units.housing.id], brief: '不可外传' })]
    expect(
      await server.as('sorter').no('callMeeting', { body: meetingBody(server, { items }) }),
    ).toMatchObject({
      refused: 'meetingSecret',
      facts: { no: 1 },
    })
    const meeting = await callOne(server, { items, minuterId: staff.sorter.accountId })
    for (const login of ['housing', 'water', 'desk', 'leader', 'supervisor'] as const) {
      const page = await see(login, meeting.id)
      expect(page.agenda[0]).toMatchObject({ isHidden: true, title: null, brief: null })
      expect(JSON.stringify(page)).not.toContain('不可外传')
    }
    server.pass(2 * day)
    const save = (tasks: object[]) => ({
      params: { id: meeting.id },
      body: {
        ...{ commandId: freshId(), version: meeting.version, present: quorate(server) },
        items: [{ id: items[0]?.id, said: '', conclusion: '', tasks }],
      },
    })
    expect(await server.as('sorter').no('saveMinutes', save([aTask(units.housing.id)]))).toMatchObject({
      refused: 'taskSecret',
    })
    const mine = aTask(units.northCentre.id, { accountId: staff.sorter.accountId })
    await server.as('sorter').ok('saveMinutes', save([mine]))
    await confirmIt(server, meeting)
    const { rows } = await server.as('desk').ok('listMeetingTasks', { query: {} })
    expect(rows.find(({ id }) => id === mine.id)).toMatchObject({ what: null, doneWhen: null, may: [] })
  })

  test('papers are handed to who sees the item, and to nobody through the matter or by guessing', async () => {
    const { units } = server.town
    const fileId = freshId()
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    await server
      .as('sorter')
      .ok('uploadFile', { params: { id: fileId }, query: { name: '现场.png' }, file: png, mime: 'image/png' })
    const { id: matterId } = await report(server)
    const items = [topicItem(server, { matterId, unitIds: [units.water.id], files: [fileId] })]
    const { id } = await callOne(server, { items })
    const params = { id, fileId }
    expect((await server.as('water').send('readMeetingFile', { params, query: {} })).statusCode).toBe(200)
    expect((await server.as('housing').send('readMeetingFile', { params, query: {} })).statusCode).toBe(404)
    expect((await server.as('power').send('readMeetingFile', { params, query: {} })).statusCode).toBe(404)
    expect(
      (await server.as('sorter').send('readFile', { params: { id: fileId }, query: {} })).statusCode,
    ).toBe(404)
  })
})

describe('minutes', () => {
  test('below quorum conclude nothing; the meeting is adjourned with its agenda', async () => {
    const { units } = server.town
    const meeting = await callOne(server)
    const [item] = meeting.agenda
    const body = (present: object[], conclusion: string) => ({
      params: { id: meeting.id },
      body: {
        ...{ commandId: freshId(), version: meeting.version, present },
        items: [{ id: item?.id, said: '只来了一家', conclusion, tasks: [] }],
      },
    })
    const few = [someone(units.housing.id, '宋一平'), someone(units.water.id, '白小川', 'absent')]
    expect(await server.as('desk').no('saveMinutes', body(few, ''))).toMatchObject({
      refused: 'meetingToCome',
    })
    server.pass(2 * day)
    expect(await server.as('desk').no('saveMinutes', body(few, '就这么定'))).toMatchObject({
      status: 409,
      refused: 'belowQuorum',
      facts: { came: 1, quorum: 2 },
    })
    const saved = await server.as('desk').ok('saveMinutes', body(few, ''))
    expect(saved).toMatchObject({ there: 1 })
    expect(
      await server.as('sorter').no('moveMeeting', {
        params: { id: meeting.id },
        body: { commandId: freshId(), verb: 'confirm', version: saved.version },
      }),
    ).toMatchObject({ refused: 'belowQuorum' })
    const newId = freshId()
    const startsAt = new Date(server.now + day).toISOString()
    const adjourn = { commandId: freshId(), verb: 'adjourn', newId, startsAt, words: '人数不够' } as const
    const asked = { params: { id: meeting.id }, body: adjourn }
    const after = await server.as('desk').ok('moveMeeting', asked)
    expect(await server.as('desk').ok('moveMeeting', asked)).toEqual(after)
    expect(after).toMatchObject({ state: 'adjourned', adjournedTo: { id: newId } })
    expect((await see('housing', newId)).agenda.map(({ title }) => title)).toEqual(['消防通道'])
  })

  test('are written by their minute taker, never over what somebody else saved, and are a draft until they are confirmed', async () => {
    const { units } = server.town
    const meeting = await callOne(server)
    const saved = await minuteIt(server, meeting)
    expect(saved.agenda[0]).toMatchObject({ conclusion: '由住建局牵头清理' })
    expect((await see('housing', meeting.id)).agenda[0]).toMatchObject({ conclusion: null, tasks: [] })
    const body = { commandId: freshId(), version: meeting.version, present: [], items: [] }
    expect(await server.as('desk').no('saveMinutes', { params: { id: meeting.id }, body })).toMatchObject({
      refused: 'staleVersion',
    })
    expect(await server.as('housing').no('saveMinutes', { params: { id: meeting.id }, body })).toMatchObject({
      status: 403,
    })
    expect(
      await server.as('desk').no('moveMeeting', {
        params: { id: meeting.id },
        body: { commandId: freshId(), verb: 'confirm', version: saved.version },
      }),
    ).toMatchObject({ status: 403 })
    const wrong = (tasks: object[]) => ({
      params: { id: meeting.id },
      body: {
        ...{ commandId: freshId(), version: saved.version, present: quorate(server) },
        items: [{ id: meeting.agenda[0]?.id, conclusion: '', tasks }],
      },
    })
    expect(await server.as('desk').no('saveMinutes', wrong([aTask(units.power.id)]))).toMatchObject({
      refused: 'ownerNotCalled',
      facts: { no: 1 },
    })
    expect(
      await server.as('desk').no('saveMinutes', wrong([aTask(units.water.id, { dueOn: '2026-11-01' })])),
    ).toMatchObject({ refused: 'dueBeforeMeeting' })
    await server.as('desk').ok('saveMinutes', wrong([]))
    expect(
      await server.as('sorter').no('moveMeeting', {
        params: { id: meeting.id },
        body: { commandId: freshId(), verb: 'confirm', version: saved.version + 1 },
      }),
    ).toMatchObject({ refused: 'minutesMissing', facts: { no: 1 } })
  })

  test('once confirmed stay as they are, for the product too; a correction is added beside them', async () => {
    const meeting = await heldOne(server)
    expect(meeting.digest).toMatch(/^[0-9a-f]{64}$/)
    const again = { commandId: freshId(), version: meeting.version, present: [], items: [] }
    expect(
      await server.as('desk').no('saveMinutes', { params: { id: meeting.id }, body: again }),
    ).toMatchObject({ refused: 'meetingNotNow' })
    const kept = [
      `update meeting_text set sealed = '\\x00' where meeting_id = $1 and kind = 'conclusion'`,
      `delete from meeting_text where meeting_id = $1 and kind = 'said'`,
      'delete from meeting_present where meeting_id = $1',
      'delete from meeting_task where meeting_id = $1',
    ]
    for (const statement of kept) {
      const client = await server.pool.connect()
      await client.query(`begin; set local app.district = '${district}'; set local role maple_app`)
      await expect(client.query(statement, [meeting.id])).rejects.toThrow('confirmed')
      await client.query('rollback')
      client.release()
    }
    const noted = await server.as('desk').ok('moveMeeting', {
      params: { id: meeting.id },
      body: { commandId: freshId(), verb: 'note', words: '“三楼”应为“二楼”' },
    })
    expect(noted.log.at(-1)).toMatchObject({ verb: 'note', words: '“三楼”应为“二楼”' })
    expect(noted.digest).toBe(meeting.digest)
    for (const paper of ['notice', 'minutes'] as const)
      for (const as of ['pdf', 'word'] as const) {
        const drawn = await server.as('housing').send('drawMeetingPaper', {
          params: { id: meeting.id },
          body: { commandId: freshId(), paper, as, purpose: '存档' },
        })
        expect([drawn.statusCode, drawn.rawPayload.length > 1000]).toEqual([200, true])
      }
  })

  test('are drawn only once they are confirmed', async () => {
    const { id } = await callOne(server)
    const body = { commandId: freshId(), paper: 'minutes', as: 'pdf', purpose: '存档' }
    expect(await server.as('sorter').no('drawMeetingPaper', { params: { id }, body })).toMatchObject({
      refused: 'meetingNotNow',
    })
  })
})

describe('a task', () => {
  test('is told to its owner, who reports, asks for another day, and says what was done', async () => {
    const meeting = await heldOne(server)
    const id = meeting.agenda[0]?.tasks[0]?.id ?? ''
    expect(await kinds('housing', meeting.id)).toContain('taskGiven')
    const move = (login: Login, verb: string, more?: object) =>
      server.as(login).ok('moveMeetingTask', onTask(id, verb, more))
    const no = (login: Login, verb: string, more?: object) =>
      server.as(login).no('moveMeetingTask', onTask(id, verb, more))
    expect(await no('water', 'done')).toMatchObject({ status: 403 })
    expect(await no('power', 'done')).toMatchObject({ status: 404 })
    expect(await no('sorter', 'grant')).toMatchObject({ refused: 'nothingAsked' })
    expect(await no('housing', 'ask')).toMatchObject({ refused: 'badInput', field: 'day' })
    expect(await no('housing', 'ask', { day: '2026-11-01' })).toMatchObject({ refused: 'dayPassed' })
    await move('housing', 'progress')
    const asked = await move('housing', 'ask', { day: '2028-01-10' })
    expect(asked).toMatchObject({ askedOn: '2028-01-10', dueOn: '2027-12-01' })
    expect(await no('housing', 'ask', { day: '2028-01-10' })).toMatchObject({ refused: 'askedAlready' })
    expect(await kinds('sorter', meeting.id)).toContain('taskAsked')
    expect(await move('sorter', 'grant')).toMatchObject({ dueOn: '2028-01-10', askedOn: null })
    const done = onTask(id, 'done')
    const sent = await Promise.all([1, 2].map(() => server.as('housing').send('moveMeetingTask', done)))
    expect(statusesOf(sent)).toEqual([200, 200])
    expect(await no('housing', 'progress')).toMatchObject({ refused: 'taskOver' })
    const { rows } = await server.as('housing').ok('listMeetingTasks', { query: { of: 'ended' } })
    expect(rows.find((one) => one.id === id)).toMatchObject({ state: 'done', what: '清走三楼杂物' })
  })

  test('that is not finished comes back onto the next agenda of its matter, once, and says how often', async () => {
    const { id: matterId } = await matterIn(server, 'accepted')
    const item = () => topicItem(server, { matterId, unitIds: [server.town.units.housing.id] })
    const first = await heldOne(server, { items: [item()] })
    const second = await callOne(server, { items: [item()] })
    const third = await callOne(server, {
      items: [item()],
      startsAt: new Date(server.now + 2 * day).toISOString(),
    })
    const back = (page: typeof second) => page.agenda.flatMap(({ returned }) => returned)
    expect(back(second)).toMatchObject([{ meeting: { id: first.id }, returns: 1 }])
    expect(back(third)).toMatchObject([{ returns: 2 }])
    // what a meeting concludes comes onto the agenda of the next one that is called already
    await minuteIt(server, second)
    await confirmIt(server, second)
    const later = back(await see('sorter', third.id))
    expect(later.map((one) => one.meeting.id).toSorted()).toEqual([first.id, second.id].toSorted())
    const page = await server.as('sorter').ok('listMatterMeetings', { params: { id: matterId } })
    expect([page.rows.length, page.tasks.length, page.mayCall]).toEqual([3, 2, true])
    await server.as('housing').ok('moveMeetingTask', onTask(later[0]?.id ?? '', 'done'))
    const fourth = await callOne(server, { items: [item()] })
    expect(back(fourth).map(({ id }) => id)).toEqual([later[1]?.id])
  })

  test('of a regular meeting comes back onto the next of its series as an item of its own', async () => {
    const weekly = { kind: 'regular', rhythm: 'weekly', title: '每周研判' }
    await heldOne(server, weekly)
    const next = await callOne(server, { ...weekly, items: [topicItem(server, { title: '下周的事' })] })
    expect(next.agenda.map(({ title, isCarried }) => [title, isCarried])).toEqual([
      ['下周的事', false],
      ['消防通道', true],
    ])
    const monthly = await callOne(server, { ...weekly, rhythm: 'monthly' })
    expect(monthly.agenda).toHaveLength(1)
  })

  test('is told to the leader and to who called the meeting once it is overdue, and once only', async () => {
    const meeting = await heldOne(server, {}, [aTask(server.town.units.housing.id, { dueOn: '2027-01-29' })])
    server.now = Date.parse('2027-02-01T02:00:00Z')
    await round()
    await round()
    for (const login of ['leader', 'sorter'] as const)
      expect((await kinds(login, meeting.id)).filter((kind) => kind === 'taskLate')).toHaveLength(1)
    expect((await see('sorter', meeting.id)).log.at(-1)).toMatchObject({ verb: 'overdue', byName: null })
    const { late } = await server.as('sorter').ok('listMeetingTasks', { query: { of: 'called' } })
    expect(late).toBeGreaterThan(0)
  })
})

test('a meeting is moved with a reason, asks its units again, reminds them a day before, and is cancelled', async () => {
  const { units, staff } = server.town
  const { id } = await callOne(server, { startsAt: new Date(server.now + 5 * day).toISOString() })
  await server.as('housing').ok('answerInvitation', {
    params: { id },
    body: { commandId: freshId(), unitId: units.housing.id, answer: 'comes' },
  })
  const change = {
    ...{ commandId: freshId(), verb: 'change', startsAt: new Date(server.now + 3 * day).toISOString() },
    ...{ minutes: 60, place: '一楼', chairId: staff.sorter.accountId, minuterId: staff.sorter.accountId },
    words: '会议室冲突',
  }
  const moved = await server.as('sorter').ok('moveMeeting', { params: { id }, body: change })
  expect(moved).toMatchObject({ coming: 0, unanswered: 3, place: '一楼' })
  await round()
  expect(await kinds('housing', id)).toEqual(['meetingCalled', 'meetingChanged'])
  server.pass(2 * day + hour)
  await round()
  await round()
  expect((await kinds('housing', id)).filter((kind) => kind === 'meetingSoon')).toHaveLength(1)
  const body = { commandId: freshId(), verb: 'cancel', words: '改为书面会签' }
  expect(await server.as('housing').no('moveMeeting', { params: { id }, body })).toMatchObject({
    status: 403,
  })
  expect(await server.as('sorter').ok('moveMeeting', { params: { id }, body })).toMatchObject({
    state: 'cancelled',
    may: [],
  })
})

test('a regular meeting lists by itself what is stuck, repeated, risky and across departments, within its area', async () => {
  const late = await matterIn(server, 'dispatched')
  const query = { unitId: server.town.units.northCentre.id, stillDays: 15 }
  server.pass(40 * day)
  const { rows, looked } = await server.as('sorter').ok('suggestAgenda', { query })
  expect(looked).toBeGreaterThan(0)
  const found = rows.find(({ id }) => id === late.id)?.reasons.map(({ kind }) => kind)
  expect(found).toContain('overdue')
  expect(found).toContain('still')
  expect(await server.as('southsorter').no('suggestAgenda', { query })).toMatchObject({ status: 404 })
})

test('lists go on page by page, and the history stands in its chain', async () => {
  const first = await server.as('sorter').ok('listMeetings', { query: { box: 'done', limit: 2 } })
  expect(first.rows).toHaveLength(2)
  const next = await server
    .as('sorter')
    .ok('listMeetings', { query: { box: 'done', limit: 2, cursor: first.next ?? '' } })
  expect(next.rows.map(({ id }) => id)).not.toContain(first.rows[0]?.id)
  expect(await server.as('sorter').no('listMeetings', { query: { cursor: 'x' } })).toMatchObject({
    status: 400,
  })
  const units = await server.as('sorter').ok('listMeetingUnits', { query: { q: '住建' } })
  expect(units.rows.map(({ name }) => name)).toEqual(['枫溪区住建局'])
  expect(units.rows[0]?.people).toHaveLength(2)
  await sealRound(server.platform)
  const findings: unknown[] = []
  await verifyLogs(server.url, { witnesses: [] }, (finding) => findings.push(finding))
  expect(findings).toEqual([])
})
