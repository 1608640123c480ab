import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import {
  type AidSaid,
  aidMoving,
  dispatch,
  type Founded,
  found,
  founding,
  type Posted,
  person,
  post,
  type TeamSaid,
  teamMoving,
} from '#test/aids.ts'
import { statusesOf } from '#test/client.ts'
import { freshId, type Login } from '#test/factory.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { goRound } from '../jobs/rounds.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const name = '柳岸改造临时党支部'
const ok = (login: Login, team: Founded, said: TeamSaid) =>
  server.as(login).ok('moveTeam', teamMoving(team, said))
const no = (login: Login, team: Founded, said: TeamSaid) =>
  server.as(login).no('moveTeam', teamMoving(team, said))
const see = (login: Login, id: string) => server.as(login).ok('getTeam', { params: { id } })
const move = (login: Login, aid: Posted, said: AidSaid) =>
  server.as(login).ok('moveAid', aidMoving(aid, name, said))
const refused = (login: Login, aid: Posted, said: AidSaid) =>
  server.as(login).no('moveAid', aidMoving(aid, name, said))
const told = async (login: Login, id: string) =>
  (await server.as(login).ok('listNotices', { query: { limit: '100' } })).rows
    .filter(({ team, aid }) => team?.id === id || aid?.id === id)
    .map(({ kind }) => kind)
    .toSorted()
const memberId = (team: Founded, login: Login) =>
  team.people.find(({ accountId }) => accountId === server.town.staff[login].accountId)?.id ?? ''
const rounds = async (ms: number) => {
  server.pass(ms)
  await Promise.all([goRound(server.platform), goRound(server.platform)])
  await goRound(server.platform)
}

describe('a team', () => {
  test('is set up by a centre or a leader, from a day to a day, and tells its members and their units', async () => {
    const team = await found(server)
    expect(team).toMatchObject({ name, kind: 'branch', isOn: true, members: 2, open: 0 })
    expect(team.purpose).toBe('把三幢楼的改造一起做完')
    expect(team.people.map(({ isLead }) => isLead)).toEqual([true, false])
    expect(await told('water', team.id)).toContain('teamJoined')
    expect(await told('housing2', team.id)).toEqual(['teamJoined'])
    expect(await told('power', team.id)).toEqual([])
    expect((await found(server, {}, 'leader')).unitName).toBe('枫溪区')
    expect(await server.as('clerk').no('foundTeam', founding(server))).toMatchObject({ status: 403 })
  })

  test('is one, sent twice or at once', async () => {
    const given = founding(server)
    const twins = await Promise.all([1, 2, 3].map(() => server.as('sorter').send('foundTeam', given)))
    expect(statusesOf(twins)).toEqual([200, 200, 200])
    const other = { body: { ...given.body, kind: 'project' as const } }
    expect(await server.as('sorter').no('foundTeam', other)).toMatchObject({ refused: 'commandReused' })
  })

  test('is refused with the place to mend: days that do not fit, somebody of another unit, the same twice', async () => {
    const why = (more: object) => server.as('sorter').no('foundTeam', founding(server, more))
    const today = dayOf(server.now)
    expect(await why({ fromOn: addDays(today, -1) })).toMatchObject({
      refused: 'aidDayGone',
      field: 'fromOn',
    })
    expect(await why({ toOn: addDays(today, -1) })).toMatchObject({ refused: 'teamDays', field: 'toOn' })
    expect(await why({ toOn: addDays(today, 500) })).toMatchObject({ refused: 'teamTooLong', field: 'toOn' })
    expect(await why({ lead: person(server, 'housing', 'water') })).toMatchObject({
      ...{ refused: 'notOfUnit', field: 'lead' },
    })
    // who administers or audits works in no team
    expect(await why({ members: [person(server, 'auditor', 'district')] })).toMatchObject({
      ...{ refused: 'notOfUnit', field: 'members.0' },
    })
    expect(await why({ members: [person(server, 'housing', 'housing')] })).toMatchObject({
      refused: 'teamTwice',
    })
  })

  test('is seen by its area, its members and their units; by nobody beside', async () => {
    const team = await found(server)
    for (const login of ['sorter', 'supervisor', 'leader', 'housing', 'housing2', 'water'] as const)
      expect((await see(login, team.id)).id).toBe(team.id)
    for (const login of ['southsorter', 'power', 'clerk', 'mediator'] as const) {
      expect(await server.as(login).no('getTeam', { params: { id: team.id } }), login).toMatchObject({
        status: 404,
      })
      const { rows } = await server.as(login).ok('listTeams', { query: { of: 'on', limit: '100' } })
      expect(
        rows.map(({ id }) => id),
        login,
      ).not.toContain(team.id)
    }
    const mine = await server.as('water').ok('listTeams', { query: { of: 'mine', limit: '100' } })
    expect(mine.rows.map(({ id }) => id)).toContain(team.id)
    expect((await server.as('housing2').ok('listTeams', { query: { of: 'mine' } })).rows).toEqual([])
    const people = await server.as('sorter').ok('listTeamPeople', { query: { q: '住建' } })
    expect(people.rows[0]?.people).toHaveLength(2)
  })

  test('takes people in and out; who leads stays; the leader of the unit may call somebody back', async () => {
    const team = await found(server)
    const add = {
      verb: 'addMember' as const,
      ...person(server, 'lawyer', 'studio'),
      ...{ fromOn: dayOf(server.now), toOn: null },
    }
    expect(await no('water', team, add)).toMatchObject({ refused: 'notYours' })
    const more = await ok('housing', team, add)
    expect(more.members).toBe(3)
    expect(await no('housing', more, add)).toMatchObject({ refused: 'teamTwice', field: 'accountId' })
    const after = { ...add, ...person(server, 'power', 'power'), fromOn: addDays(team.toOn, 1) }
    expect(await no('sorter', more, after)).toMatchObject({ refused: 'teamDays', field: 'fromOn' })
    const out = {
      verb: 'removeMember',
      memberId: memberId(more, 'lawyer'),
      reason: '本月有别的案子',
    } as const
    expect(await no('water', more, out)).toMatchObject({ refused: 'notYours' })
    const called = await ok('leader', more, out)
    expect(called.people.find(({ id }) => id === out.memberId)?.outAt).not.toBeNull()
    expect(await server.as('lawyer').no('getTeam', { params: { id: team.id } })).toMatchObject({
      status: 404,
    })
    const lead = { ...out, memberId: memberId(team, 'housing') }
    expect(await no('sorter', more, lead)).toMatchObject({ refused: 'teamLeadStays' })
    const led = await ok('sorter', more, { ...lead, verb: 'setLead', memberId: memberId(team, 'water') })
    expect(led.leadUnitName).toBe('枫溪区水务局')
    expect((await ok('sorter', more, lead)).members).toBe(1)
  })
})

describe('orders of a team', () => {
  test('are worked by any member while it runs, and by nobody else of their units', async () => {
    const team = await found(server)
    const aid = await dispatch(server, await post(server), [{ team: team.id }])
    expect(aid.lines[0]).toMatchObject({ name, isTeam: true, teamId: team.id, step: 'accept' })
    expect(await told('water', aid.id)).toEqual(['aidAsked'])
    // a colleague of the unit, who is not in the team
    expect(await refused('housing2', aid, { verb: 'accept' })).toMatchObject({ status: 404 })
    await move('water', aid, { verb: 'accept' })
    const on = dayOf(server.now)
    await move('housing', aid, { verb: 'plan', on, who: '文工和水务两人', what: '先看屋面' })
    const done = await move('water', aid, { verb: 'finish', done: '屋面防水已补' })
    expect(done.told.at(-1)).toMatchObject({ verb: 'finish', name })
    const { rows } = await server.as('water').ok('listAids', { query: { team: team.id, of: 'area' } })
    expect(rows.map(({ id }) => id)).toEqual([aid.id])
    const out = { verb: 'removeMember', memberId: memberId(team, 'water'), reason: '回原单位' } as const
    await ok('sorter', team, out)
    expect(await refused('water', aid, { verb: 'accept' })).toMatchObject({ status: 404 })
    const over = await server
      .as('clerk')
      .ok('moveAid', aidMoving(aid, name, { verb: 'confirm', speed: 'satisfied', result: 'satisfied' }))
    expect(over.state).toBe('over')
  })

  test('that are open keep it from being dissolved, until they are handed over', async () => {
    const team = await found(server)
    const aid = await dispatch(server, await post(server), [{ team: team.id }])
    await move('housing', aid, { verb: 'accept' })
    const end = { verb: 'end', summary: '改造已完成，交还各单位' } as const
    expect(await no('housing', team, end)).toMatchObject({ refused: 'teamHasAids', facts: { open: 1 } })
    const to = { is: 'unit', id: server.town.units.water.id } as const
    await move('sorter', aid, { verb: 'handOver', to, reason: '专班要解散' })
    expect(await no('water', team, end)).toMatchObject({ refused: 'notYours' })
    const ended = await ok('housing', team, end)
    expect(ended).toMatchObject({ end: 'early', isOn: false, may: [], open: 0 })
    expect(ended.told.at(-1)?.words).toEqual({ summary: '改造已完成，交还各单位' })
    expect(await no('sorter', team, { verb: 'note', note: '再记一笔' })).toMatchObject({
      refused: 'teamOver',
    })
    const more = await post(server)
    const targets = [{ is: 'team', id: team.id }] as const
    expect(
      await server
        .as('sorter')
        .no('moveAid', aidMoving(more, null, { verb: 'dispatch', targets: [...targets] })),
    ).toMatchObject({ refused: 'teamNotOn', field: 'targets.0' })
    expect(
      (await server.as('sorter').ok('getAid', { params: { id: more.id } })).targets.teams.map(({ id }) => id),
    ).not.toContain(team.id)
  })

  test('cannot be asked of a team by a street that is not its own', async () => {
    const team = await found(server)
    const aid = await post(server, { unitId: server.town.units.reed.id }, 'reedclerk')
    const targets = [{ is: 'team' as const, id: team.id }]
    expect(
      await server.as('southsorter').no('moveAid', aidMoving(aid, null, { verb: 'dispatch', targets })),
    ).toMatchObject({ refused: 'aidNobody' })
  })

  test('of a term that is over are worked by nobody: the centre is told and hands them over', async () => {
    const toOn = addDays(dayOf(server.now), 3)
    const team = await found(server, { toOn })
    const aid = await dispatch(server, await post(server), [{ team: team.id }])
    const done = await dispatch(server, await post(server), [{ team: team.id }])
    await move('housing', aid, { verb: 'accept' })
    await move('housing', done, { verb: 'accept' })
    await move('housing', done, { verb: 'plan', on: dayOf(server.now), who: '文工', what: '看' })
    await move('housing', done, { verb: 'finish', done: '看了' })
    await rounds(0)
    expect(await told('housing', team.id)).toContain('teamNear')
    server.pass(4 * day)
    // before any sweep
    expect(
      await refused('housing', aid, { verb: 'plan', on: dayOf(server.now), who: '文工', what: '看' }),
    ).toMatchObject({
      status: 404,
    })
    expect(
      await server.as('housing').no('moveTeam', teamMoving(team, { verb: 'note', note: '补记' })),
    ).toMatchObject({
      refused: 'notYours',
    })
    await rounds(0)
    const after = await see('sorter', team.id)
    expect(after).toMatchObject({ end: 'term', isOn: false })
    expect(after.told.at(-1)).toMatchObject({ verb: 'over', byName: null })
    expect(await told('water', team.id)).toContain('teamEnded')
    for (const login of ['sorter', 'clerk'] as const)
      expect(await told(login, aid.id)).toContain('aidOrphaned')
    const open = await server.as('sorter').ok('getAid', { params: { id: aid.id } })
    expect(open.lines[0]).toMatchObject({ step: 'handOver', may: ['handOver', 'takeBack'] })
    expect(open.told.at(-1)).toMatchObject({ verb: 'orphan', byName: null })
    const todo = await server.as('sorter').ok('listAids', { query: { limit: '100' } })
    expect(todo.rows.map(({ id }) => id)).toContain(aid.id)
    // what waits for the orderer still does; sent back it goes to the centre
    const back = await server
      .as('clerk')
      .ok('moveAid', aidMoving(done, name, { verb: 'notDone', reason: '没有看屋面' }))
    expect(back.lines[0]).toMatchObject({ step: 'handOver', isNotDone: true })
    expect(await told('sorter', done.id)).toContain('aidOrphaned')
  })

  test('go on where the term is extended, which begins before it is over', async () => {
    const toOn = addDays(dayOf(server.now), 3)
    const team = await found(server, { toOn })
    const extend = { verb: 'extend', toOn: addDays(toOn, 30), reason: '屋面还没有验收' } as const
    expect(await no('housing', team, extend)).toMatchObject({ refused: 'notYours' })
    expect(await no('sorter', team, { ...extend, toOn })).toMatchObject({ refused: 'teamNotLonger' })
    expect(await ok('sorter', team, extend)).toMatchObject({ toOn: extend.toOn })
    const aid = await dispatch(server, await post(server), [{ team: team.id }])
    await rounds(5 * day)
    expect((await move('water', aid, { verb: 'accept' })).lines[0]?.step).toBe('plan')
    await rounds(60 * day)
    expect(await no('sorter', team, { ...extend, toOn: addDays(dayOf(server.now), 3) })).toMatchObject({
      refused: 'teamOver',
    })
  })
})

test('a member works in it only from their day to their day', async () => {
  const team = await found(server)
  const aid = await dispatch(server, await post(server), [{ team: team.id }])
  const today = dayOf(server.now)
  const days = { fromOn: addDays(today, 1), toOn: addDays(today, 2) }
  await ok('sorter', team, { verb: 'addMember', ...person(server, 'lawyer', 'studio'), ...days })
  expect(await refused('lawyer', aid, { verb: 'accept' })).toMatchObject({ status: 404 })
  server.pass(day)
  expect((await move('lawyer', aid, { verb: 'accept' })).lines[0]?.step).toBe('plan')
  server.pass(2 * day)
  const plan = { verb: 'plan', on: dayOf(server.now), who: '律师', what: '拟协议' } as const
  expect(await refused('lawyer', aid, plan)).toMatchObject({ status: 404 })
})

test('lists of teams go on from page to page without a gap or a double', async () => {
  const all = (await server.as('sorter').ok('listTeams', { query: { of: 'on', limit: '100' } })).rows
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const query: Record<string, string> = { of: 'on', limit: '2', ...(cursor === null ? {} : { cursor }) }
    const page = await server.as('sorter').ok('listTeams', { query })
    seen.push(...page.rows.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== null)
  expect(seen).toEqual(all.map(({ id }) => id))
  expect(await server.as('sorter').no('listTeams', { query: { cursor: 'x' } })).toMatchObject({
    refused: 'badInput',
  })
})

test('a unit that leads a running team cannot be closed', async () => {
  await found(server, { lead: person(server, 'power', 'power') })
  const given = { params: { id: server.town.units.power.id }, body: { commandId: freshId(), lastOn: null } }
  expect(await server.as('admin').no('closeUnit', given as never)).toMatchObject({ refused: 'unitHasAids' })
})
