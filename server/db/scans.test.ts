import { afterAll, beforeAll, expect, test } from 'vitest'
import { exclusionBoxes } from '#contract/exclusion.ts'
import { petitionBoxes } from '#contract/petition.ts'
import { routes } from '#contract/routes.ts'
import { instrumentBoxes } from '#contract/supervision.ts'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { measures } from '#domain/evaluation/measures.ts'
import { periods } from '#domain/insight/periods.ts'
import { defaultProfile } from '#domain/profile/profile.ts'
import { stuckColumnNames } from '#domain/supervision/board.ts'
import { anchorRound, sealRound } from '#server/audit/jobs.ts'
import { runBulk } from '#server/bulk/jobs.ts'
import { inScope, scopeOf } from '#server/db/scope.ts'
import { evaluationRound } from '#server/evaluation/jobs.ts'
import { removeOldExports, runExport } from '#server/export/jobs.ts'
import { removeLooseFiles } from '#server/files/loose.ts'
import { newId } from '#server/ids.ts'
import { goRound } from '#server/jobs/rounds.ts'
import { remindMeetings } from '#server/meeting/remind.ts'
import { relayRound } from '#server/notify/relay.ts'
import { seal } from '#server/secrets.ts'
import { remindSupervised } from '#server/supervision/remind.ts'
import { findRound } from '#server/supervision/rounds.ts'
import { aidMoving, dispatch, found, help, person, post, teamMoving } from '#test/aids.ts'
import { signInBy } from '#test/callers.ts'
import { register, toldBody } from '#test/desk.ts'
import { district, freshId, type Login, password } from '#test/factory.ts'
import { fillMatters } from '#test/fill.ts'
import { aidTables, fillAids } from '#test/fill-aids.ts'
import { fillDuties } from '#test/fill-duties.ts'
import { fillEvaluation, fillExclusions } from '#test/fill-evaluation.ts'
import { fillMediations } from '#test/fill-mediations.ts'
import { fillMeetings, meetingTables } from '#test/fill-meetings.ts'
import { fillPetitions } from '#test/fill-petitions.ts'
import { fillSupervision } from '#test/fill-supervision.ts'
import { fillWhistles } from '#test/fill-whistles.ts'
import { matterIn, report, triage } from '#test/matters.ts'
import { agreeAll, draftInput, mediationIn, signAll } from '#test/mediations.ts'
import { callOne, confirmIt, minuteIt, topicItem } from '#test/meetings.ts'
import { freshNo, makePartner, orderBody } from '#test/partners.ts'
import { opinion, petitionSent } from '#test/petitions.ts'
import { roomIn } from '#test/rooms.ts'
import { mondayMorning, startServer, type TestServer } from '#test/server.ts'
import { blow, moving, work } from '#test/whistles.ts'

const big = new Set([
  'matter',
  'matter_action',
  'matter_text',
  'appeal',
  'clock',
  'attachment',
  'notice',
  'ticket',
  'partner_order',
  'party',
  'party_version',
  'matter_link',
  'account_event',
  'read_log',
  'sign_in_wait',
  'resident_ask',
  'resident_session',
  'resident_device',
  'resident_event',
  'mediation',
  'mediation_text',
  'mediation_slot',
  'mediation_message',
  'petition',
  'petition_text',
  'supervision',
  'supervision_finding',
  'supervision_action',
  'closure_check',
  'evaluation_line',
  'exclusion',
  'exclusion_seat',
  'whistle',
  'whistle_line',
  'whistle_action',
  'whistle_text',
  'whistle_matter',
  'duty',
  'duty_proposal',
  ...meetingTables,
  ...aidTables,
])

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] }
const plans: { query: string; plan: Plan }[] = []

/** The server tells the plan of every statement it runs, as it ran it. */
const settings = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
}

let server: TestServer
let sampleId: string
let partner: Awaited<ReturnType<typeof makePartner>>['client']
beforeAll(async () => {
  server = await startServer({ settings })
  server.pool.on('connect', (client) => {
    client.on('notice', ({ message = '' }) => {
      const json = /plan:\s*(\{.*\})/s.exec(message)?.[1]
      if (json === undefined) return
      const told = JSON.parse(json) as { 'Query Text': string; Plan: Plan }
      plans.push({ query: told['Query Text'], plan: told.Plan })
    })
  })
  // what the planner knows of a table is what was analysed here, whenever this runs
  for (const table of big) await server.owner.query(`alter table ${table} set (autovacuum_enabled = false)`)
  await fillMatters(server, 20_000)
  await fillExclusions(server)
  await fillTickets()
  await fillNeighbours()
  partner = await fillOrders()
  await fillRecords()
  await fillMediations(server)
  sampleId = await fillSupervision(server)
  await fillWhistles(server)
  await fillDuties(server)
  await fillPetitions(server)
  await fillMeetings(server)
  await fillAids(server)
}, 120_000)
afterAll(() => server.close())

/** Thousands of orders of another system. Out: how it asks. */
async function fillOrders() {
  const { id, client } = await makePartner(server)
  await server.owner.query(
    `insert into partner_order (district_id, partner_id, order_no, appeal_id, change)
      select district_id, $1, id::text, id, row_number() over () from appeal limit 5000`,
    [id],
  )
  await server.owner.query('update partner set changes = 5000 where id = $1', [id])
  await server.owner.query('analyze partner_order')
  return client
}

/** Years of numbers called: whatever asks the tickets has to find its few among them. */
async function fillTickets(): Promise<void> {
  const params = { id: server.town.units.northCentre.id }
  await server.as('desk').ok('saveHall', { params, body: { commandId: freshId() } })
  await server.owner.query(
    `insert into ticket (district_id, id, hall_id, day, letter, number, source, state, taken_at, line_at)
     select $1, gen_random_uuid(), $2, date '2026-01-01' + n % 300, 'A', n / 300 + 1, 'kiosk', 'done', $3, $3
     from generate_series(1, 20000) n`,
    [district, params.id, new Date(server.now)],
  )
  await server.owner.query('analyze ticket')
}

/** A party in every fifth matter, every fiftieth related to the next, and all of them spread over ten kilometres. */
async function fillNeighbours(): Promise<void> {
  await server.owner.query(`with seen as (select district_id, id, received_at, row_number() over (order by id) n from matter
      where number like 'fill-%'),
    few as (select *, lead(id) over (order by id) next from seen where n % 5 = 0),
    p as (insert into party (district_id, id, matter_id, no, side, kind, role, name_sealed, phone_sealed, phone_index, name_index,
        pinyin_index, created_at, changed_at)
      select district_id, gen_random_uuid(), id, 1, 'a', 'person', 'applicant', '\\x00', '\\x00', decode(md5('p' || n), 'hex'),
        decode(md5('n' || n), 'hex'), decode(md5('y' || n), 'hex'), received_at, received_at from few returning *),
    v as (insert into party_version select district_id, id, 1, created_at, '{}', '\\x00' from p)
    insert into matter_link (district_id, id, from_id, to_id, relation, created_at)
      select district_id, gen_random_uuid(), id, next, 'related', received_at from few where next is not null and n % 50 = 0`)
  await server.owner.query(`update matter set lng = 114.6 + (hashtext(number) % 1000) * 0.00005,
    lat = 29.9 + (hashtext(number || 'y') % 1000) * 0.00005 where number like 'fill-%'`)
  await server.owner.query('vacuum analyze matter')
  await server.owner.query('analyze party, party_version, matter_link')
}

/** Years of people signing in, of names looked at, and of somebody who guesses passwords. */
async function fillRecords(): Promise<void> {
  const of = [district, new Date(server.now), server.town.staff.leader.accountId]
  const ids = `select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid id, n from generate_series(1, 20000) n`
  await server.owner.query(
    `insert into account_event (district_id, id, at, account_id, outcome, way, device, address)
     select $1, id, $2::timestamptz - n * interval '1 hour', $3, case when n % 9 = 0 then 'wrongPassword' else 'in' end,
       'password', '', '192.0.2.1' from (${ids}) x`,
    of,
  )
  await server.owner.query(
    `insert into read_log (district_id, id, at, account_id, what, subject, purpose)
     select $1, id, $2::timestamptz - n * interval '1 hour', $3, 'reveal', 'phone:x', '回访' from (${ids}) x`,
    of,
  )
  await server.owner.query(
    `insert into sign_in_wait (login_hash, source, failed, last_at)
     select decode(md5(n::text), 'hex'), 'x', 1, $1 from generate_series(1, 20000) n`,
    [new Date(server.now)],
  )
  const phones = `select decode(md5(n::text), 'hex') h, id, n from (${ids}) x`
  await server.owner.query(
    `with a as (insert into resident_ask (district_id, id, phone_index, asker_hash, is_known, source_hash, at, code_hash)
        select $1, id, h, h, false, h, $2::timestamptz - n * interval '4 seconds', h from (${phones}) y),
      s as (insert into resident_session (district_id, id, token_hash, phone_index, phone_sealed, created_at, expires_at)
        select $1, id, h, h, h, $2, $2::timestamptz + n * interval '1 minute' from (${phones}) y),
      d as (insert into resident_device (district_id, phone_index, device_hash, seen_at)
        select $1, h, h, $2::timestamptz - n * interval '1 minute' from (${phones}) y)
      insert into resident_event (district_id, id, at, phone_index, outcome, device, address)
        select $1, id, $2, h, 'in', '', '192.0.2.1' from (${phones}) y`,
    of.slice(0, 2),
  )
  const residents = ['resident_ask', 'resident_session', 'resident_device', 'resident_event']
  for (const table of ['account_event', 'read_log', 'sign_in_wait', ...residents])
    await server.owner.query(`analyze ${table}`)
}

function scansOf({ plan, query }: (typeof plans)[number]): string[] {
  const walk = (node: Plan): string[] => [
    ...(node['Node Type'].includes('Seq Scan') && big.has(node['Relation Name'] ?? '')
      ? [`${node['Relation Name']}: ${query.replace(/\s+/g, ' ').slice(0, 400)}`]
      : []),
    ...(node.Plans ?? []).flatMap(walk),
  ]
  return walk(plan)
}

/** Often enough that the server may settle on one plan for a prepared statement. */
const times = 6

async function expectNoScan(work: () => Promise<unknown>): Promise<void> {
  plans.length = 0
  for (let i = 0; i < times; i++) await work()
  expect(plans.length).toBeGreaterThan(0)
  expect([...new Set(plans.flatMap(scansOf))].join('\n')).toBe('')
}

const readers: readonly Login[] = ['gridder', 'topsorter', 'housing', 'leader']
const queries = [
  {},
  { box: 'pool' },
  { box: 'area' },
  { box: 'area', sort: 'new' },
  { box: 'area', sort: 'changed' },
  { box: 'mine', sort: 'changed' },
  { box: 'closed', sort: 'changed' },
  { box: 'all', sort: 'changed', category: 'S01' },
  { box: 'area', late: '1' },
  { box: 'area', state: 'handling', channel: 'qr' },
  { box: 'closed' },
  { box: 'area', q: '翡翠' },
  { box: 'closed', q: '杂物' },
  { box: 'area', q: '261123-00001-0' },
  { box: 'area', q: '没有这样的字' },
  { box: 'all', fact: 'contactMet', from: '2026-11-01', to: '2026-11-23' },
  { box: 'all', fact: 'handleCounted', from: '2026-11-20', to: '2026-11-20', channel: 'qr' },
  { box: 'area', fact: 'nearing' },
  { box: 'closed', fact: 'notReached', from: '2026-11-01', to: '2026-11-23' },
  { box: 'area', kind: 'request', urgency: 'normal' },
  { box: 'all', category: 'S01' },
  { box: 'area', category: 'S0101', flag: 'group' },
  { box: 'mine', handler: 'me' },
  { box: 'all', handler: 'me', flag: 'unhappy' },
  { box: 'closed', flag: 'reopened', from: '2026-11-01' },
  { box: 'area', flag: 'returned', sort: 'new' },
  { box: 'area', flag: 'awaitingPerson' },
  { box: 'all', flag: 'reopenAsked' },
  { box: 'closed', fact: 'settled', level: 'street', closureKind: 'agreed', from: '2026-11-22' },
] as const

test.each(readers)(
  'the lists, their next pages, the searches and the counts of %s read no big table whole',
  async (login) => {
    const who = server.as(login)
    await who.cookie()
    for (const query of queries)
      await expectNoScan(async () => {
        const { next } = await who.ok('listMatters', { query })
        if (next) await who.ok('listMatters', { query: { ...query, cursor: next } })
        await who.ok('countList', { query })
      })
    const { willow, housing } = server.town.units
    await expectNoScan(async () => {
      for (const box of ['area', 'all', 'closed'] as const) {
        await who.ok('listMatters', { query: { box, place: willow.id } })
        await who.ok('listMatters', { query: { box, holder: housing.id, kind: 'hazard' } })
      }
    })
    await expectNoScan(async () => {
      const { rows } = await who.ok('listMatters', { query: { box: 'area', limit: 3 } })
      for (const { id, version } of rows) {
        await who.ok('followMatter', { params: { id } })
        await who.ok('openMatter', { params: { id }, body: { version } })
      }
      for (const box of ['followed', 'recent'] as const) await who.ok('listMatters', { query: { box } })
      for (const { id } of rows) await who.ok('unfollowMatter', { params: { id } })
    })
    for (const q of ['261123-000', '翡翠', '199-0000-1234', '林小满', 'linxiaoman', 'liuan'])
      await expectNoScan(() => who.ok('suggest', { body: { q } }))
    await expectNoScan(() => who.ok('countMatters', {}))
    for (const period of periods) await expectNoScan(() => who.ok('getStartNumbers', { query: { period } }))
    await expectNoScan(async () => {
      const id = freshId()
      const body = { name: '视图', query: { box: 'area', sort: 'new' }, unitId: null, version: 0 } as const
      await who.ok('saveView', { params: { id }, body })
      await who.ok('orderViews', { body: { ids: [id] } })
      await who.ok('saveListLook', { body: { look: 'table', columns: ['title', 'due'] } })
      await who.ok('listViews', {})
      await who.ok('deleteView', { params: { id } })
    })
    await expectNoScan(async () => {
      const query = { limit: '2' }
      const { rows, next } = await who.ok('listNotices', { query })
      if (next) await who.ok('listNotices', { query: { ...query, cursor: next, unseen: '1', topic: 'turn' } })
      await who.ok('countNotices', {})
      const ids = rows.map((row) => row.id)
      await who.ok('seeNotices', { body: ids.length > 0 ? { ids } : { until: '2020-01-01T00:00:00Z' } })
    })
  },
  180_000,
)

test('whistles read no big table whole: their lists, one, those of a matter, each step, the figures, the sweep', async () => {
  const { units } = server.town
  const housing = { login: 'housing', unit: units.housing.name, upTo: 'finish' } as const
  const logins = ['sorter', 'housing', 'leader', 'topsorter'] as const
  await Promise.all(logins.map((login) => server.as(login).cookie()))
  for (const login of logins)
    await expectNoScan(async () => {
      for (const of of ['todo', 'blown', 'area', 'done'] as const) {
        const query = { of, limit: '2' }
        const { next } = await server.as(login).ok('listWhistles', { query })
        if (next) await server.as(login).ok('listWhistles', { query: { ...query, cursor: next, late: '1' } })
      }
      await server.as(login).ok('getWhistleFigures', { query: { month: '2026-11' } })
      await server.as(login).ok('countNotices', {})
    })
  await expectNoScan(async () => {
    const { id, number } = await report(server).then(({ id }) =>
      server.as('clerk').ok('getMatter', { params: { id } }),
    )
    await server.as('sorter').ok('getWhistleForm', { query: { matterId: id } })
    const whistle = await blow(server, { assistIds: [], matters: [number] })
    await server.as('clerk').ok('listMatterWhistles', { params: { id } })
    const done = await work(server, whistle, housing)
    await server.as('sorter').ok('moveWhistle', moving(done, housing.unit, { verb: 'confirm' }))
    await goRound(server.platform)
  })
})

test('orders for help read no big table whole: their lists, one, those of a matter, each step, the figures, teams, the sweep', async () => {
  const logins = ['clerk', 'sorter', 'housing', 'leader', 'topsorter'] as const
  await Promise.all(logins.map((login) => server.as(login).cookie()))
  for (const login of logins)
    await expectNoScan(async () => {
      for (const of of ['todo', 'posted', 'area', 'done'] as const) {
        const query = { of, limit: '2' }
        const { next } = await server.as(login).ok('listAids', { query })
        if (next) await server.as(login).ok('listAids', { query: { ...query, cursor: next, late: '1' } })
      }
      for (const of of ['on', 'mine', 'ended'] as const) {
        const { next } = await server.as(login).ok('listTeams', { query: { of, limit: '2' } })
        if (next) await server.as(login).ok('listTeams', { query: { of, limit: '2', cursor: next } })
      }
      await server.as(login).ok('getAidFigures', { query: { month: '2026-11' } })
      await server.as(login).ok('countNotices', {})
      await server.as(login).ok('listNotices', {})
    })
  await expectNoScan(async () => {
    const { id } = await report(server)
    const { number } = await server.as('clerk').ok('getMatter', { params: { id } })
    await server.as('clerk').ok('getAidForm', { query: { matterId: id } })
    const team = await found(server)
    await server.as('sorter').ok('moveTeam', teamMoving(team, { verb: 'note', note: '看了现场' }))
    const aid = await dispatch(server, await post(server, { matters: [number] }), [
      'power',
      { team: team.id },
    ])
    await server.as('clerk').ok('listMatterAids', { params: { id } })
    await server.as('housing').ok('listAids', { query: { of: 'area', team: team.id } })
    await help(server, aid, { login: 'housing', name: team.name, upTo: 'finish' })
    const good = { verb: 'confirm', speed: 'satisfied', result: 'satisfied' } as const
    await server.as('clerk').ok('moveAid', aidMoving(aid, team.name, good))
    await server.as('sorter').ok('listTeamPeople', { query: { q: '水务' } })
    const lead = person(server, 'housing', 'housing').accountId
    expect((await server.as('sorter').ok('getTeam', { params: { id: team.id } })).people[0]?.accountId).toBe(
      lead,
    )
    await goRound(server.platform)
  })
}, 60_000)
test('petitions read no big table whole: their lists, one with those of the same person, its steps, the figures, the sweep', async () => {
  let turns = 0
  const logins = ['sorter', 'housing', 'topsorter', 'desk'] as const
  await Promise.all(logins.map((login) => server.as(login).cookie()))
  for (const login of logins)
    await expectNoScan(async () => {
      for (const of of petitionBoxes) {
        const query = { of, limit: '2' }
        const { next } = await server.as(login).ok('listPetitions', { query })
        if (next) await server.as(login).ok('listPetitions', { query: { ...query, cursor: next } })
      }
      await server.as(login).ok('getPetitionFigures', { query: { month: '2026-11' } })
    })
  await expectNoScan(async () => {
    // somebody else each time it is tried, or the one before would have to be compared first
    const nth = turns++
    const one = await petitionSent(server, {
      name: `少见${'甲乙丙丁戊己庚辛壬癸'.charAt(nth)}`,
      phone: `1990000${9900 + nth}`,
    })
    await one.step('accept', {}, 'housing')
    await one.step('opine', { stance: 'support', ...opinion }, 'housing')
    await one.step('deliver', { form: 'opinion', on: dayOf(server.now), how: 'post' })
    const body = {
      commandId: freshId(),
      form: 'opinion' as const,
      of: null,
      as: 'word' as const,
      purpose: '归档',
    }
    await server.as('sorter').send('drawPetitionPaper', { params: { id: one.id }, body })
    await server.visitor.ok('track', { params: { district }, body: { queryCode: one.queryCode } })
    await one.view()
    await goRound(server.platform)
  })
})

test('the page of a matter, its targets and its moves read no big table whole', async () => {
  const [clerk, sorter] = [server.as('clerk'), server.as('sorter')]
  await Promise.all([clerk.cookie(), sorter.cookie()])
  await expectNoScan(async () => {
    const { id, appealId } = await report(server)
    await clerk.move(id, 'accept', {})
    await clerk.move(id, 'triage', triage)
    await sorter.ok('listTargets', { params: { id }, query: {} })
    await sorter.ok('getMatterDuty', { params: { id } })
    await sorter.ok('listFitting', { params: { id }, query: { verb: 'dispatch' } })
    await sorter.move(id, 'dispatch', { unitId: server.town.units.housing.id })
    await clerk.ok('revealContact', {
      params: { id },
      body: { commandId: freshId(), appealId, purpose: '回访' },
    })
    await clerk.ok('getPaper', { params: { id, paper: 'dispatch' }, query: {} })
    await clerk.ok('signPresence', { params: { id }, body: { screenId: freshId(), verb: null } })
    await clerk.ok('listColleagues', { params: { id }, query: {} })
    await clerk.ok('printPaper', {
      params: { id, paper: 'dispatch' },
      body: { commandId: freshId(), withContact: true, purpose: '送达' },
    })
    await clerk.move(id, 'correct', { title: `题目 ${id}`, reason: '写错' })
  })
})

test('the desk reads no big table whole: what is similar, what was said before, a paper, a voice that joins, a slip', async () => {
  const [desk, top] = [server.as('desk'), server.as('topsorter')]
  await Promise.all([desk.cookie(), top.cookie()])
  const placeUnitId = server.town.units.willowHouse.id
  const { id } = await register(server, 'desk', 'willowHouse')
  for (const who of [desk, top])
    await expectNoScan(async () => {
      const words = '柳岸新村的楼道堆放杂物影响通行，鑫达健身俱乐部不退会员卡'
      const paper = { channel: 'police', externalNo: 'JQ-1' }
      await who.ok('findSimilar', { body: { words, placeUnitId, paper } })
      await who.ok('listSimilar', { params: { id } })
      await who.ok('listElsewhere', { params: { id }, body: {} })
      await who.ok('findSaid', { body: { commandId: freshId(), phone: '199-0000-1234' } })
      await who.ok('listLikely', { query: { placeUnitId, categoryCode: 'S0101' } })
    })
  await expectNoScan(async () => {
    const input = { channel: 'phone', words: '我也要说', phone: '19900007777' }
    const voice = { appealId: freshId(), commandId: freshId(), input }
    await desk.ok('joinVoice', { params: { id }, body: voice })
    const again = { commandId: freshId(), appealId: voice.appealId }
    await desk.ok('printSlip', { params: { id }, body: again })
    const unitId = server.town.units.willow.id
    const ids = { acceptId: freshId(), triageId: freshId(), dispatchId: freshId() }
    const body = toldBody(server, 'willowHouse', { categoryCode: 'S0101' })
    await desk.ok('receiveMatter', { body: { ...body, dispatch: { ...ids, unitId } } })
  })
})

test('the parties of a matter, what hangs together with it and what lies near read no big table whole', async () => {
  const [clerk, top] = [server.as('clerk'), server.as('topsorter')]
  await Promise.all([clerk.cookie(), top.cookie()])
  const { id: other } = await report(server)
  await expectNoScan(async () => {
    const { id, appealId } = await report(server, { phone: '19900001234' })
    const caller = { side: 'a', kind: 'person', role: 'applicant', appealId } as const
    await clerk.move(id, 'addParty', caller)
    const { rows } = await clerk.ok('listParties', { params: { id }, query: {} })
    const partyId = rows[0]?.id ?? ''
    await clerk.move(id, 'editParty', { partyId, address: `${id} 号` })
    const reading = { commandId: freshId(), purpose: '送达' }
    await clerk.ok('revealParty', { params: { id, partyId }, body: reading })
    await clerk.ok('listPartyElsewhere', { params: { id }, body: {} })
    await clerk.move(id, 'removeParty', { partyId, reason: '登记错了' })
    await clerk.move(id, 'relate', { otherId: other, relation: 'related' })
    const { rows: links } = await clerk.ok('listLinks', { params: { id } })
    await clerk.move(id, 'unrelate', { linkId: links[0]?.linkId ?? '', reason: '无关' })
    await server.owner.query('update matter set lng = 114.6, lat = 29.9 where id = $1', [id])
    for (const who of [clerk, top])
      for (const within of ['300', '1000'] as const)
        await who.ok('listNearby', { params: { id }, query: { within } })
  })
})

test('a mediation, its lists, its calendar and its way in read no big table whole', async () => {
  const [mediator, clerk] = [server.as('mediator'), server.as('clerk')]
  await Promise.all([mediator.cookie(), clerk.cookie()])
  for (const who of [mediator, clerk])
    for (const box of ['mine', 'open', 'agreed', 'done'] as const)
      await expectNoScan(async () => {
        const first = await who.ok('listMediations', { query: { box, limit: 5 } })
        if (first.next) await who.ok('listMediations', { query: { box, limit: 5, cursor: first.next } })
      })
  const days = { from: '2026-11-01', to: '2026-11-30' }
  for (const unitId of [undefined, server.town.units.willow.id])
    await expectNoScan(async () => {
      await clerk.ok('getMediationFigures', { query: { ...days, unitId } })
      await clerk.ok('listFigureUnits', {})
      for (const figure of ['opened', 'agreed', 'open'] as const) {
        const query = { ...days, unitId, figure, limit: 5 }
        const { next } = await clerk.ok('listCountedMediations', { query })
        if (next) await clerk.ok('listCountedMediations', { query: { ...query, cursor: next } })
      }
    })
  await expectNoScan(() => server.visitor.ok('listPublicMediators', { params: { district }, query: {} }))
  await expectNoScan(() => mediator.ok('listSlots', { query: { from: '2026-11-02', to: '2026-11-08' } }))
  await expectNoScan(async () => {
    const one = await mediationIn(server)
    await agreeAll(one)
    await mediator.ok('listPrecedents', { params: { id: one.id, mediationId: one.mediationId } })
    await one.step('begin', {})
    const startsAt = new Date(server.now + (plans.length + 1) * 60_000_000).toISOString()
    const partyIds = Object.values(one.parties)
    await one.step('schedule', {
      id: freshId(),
      kind: 'joint',
      way: 'onSite',
      startsAt,
      minutes: 60,
      partyIds,
    })
    const room = await roomIn(server, one)
    await room.offer('a1', 'b1', { fen: 300_000, payer: 'to' })
    await room.say('请双方看看方案')
    await room.sayAs('b1', '收到')
    await room.look()
    const draft = draftInput(one, server.now)
    await one.step('draft', draft)
    const params = { id: one.id, mediationId: one.mediationId }
    await mediator.ok('listDrafts', { params: { ...params, agreementId: draft.id }, query: {} })
    await signAll(one, draft)
    const body = { commandId: freshId(), partyId: one.parties['b1'] }
    const { url, code } = await mediator.ok('makePartyLink', { params, body })
    const [, token] = /\/m\/\d+\/(.+)$/.exec(url) ?? []
    await server.visitor.ok('openPartyLink', { params: { district, token }, body: { code } })
    await one.view()
    await mediator.ok('listMediationPapers', { params })
  })
}, 60_000)

test('what mediated cases are paid with is drawn up without reading a big table whole', async () => {
  const clerk = server.as('clerk')
  const day = dayOf(server.now)
  await expectNoScan(async () => {
    const id = newId(server.now)
    const body = {
      commandId: freshId(),
      id,
      unitId: server.town.units.willow.id,
      from: addDays(day, -3),
      to: day,
    }
    const { count } = await clerk.ok('drawSubsidy', { body })
    expect(count).toBeGreaterThan(10)
    const params = { id }
    await clerk.ok('listSubsidyLines', { params, query: {} })
    await clerk.ok('listSubsidyChanges', { params })
    await clerk.ok('checkSubsidy', { params, body: { commandId: freshId() } })
    await clerk.ok('listSubsidies', { query: {} })
  })
}, 60_000)

test('signing in and the audit record read no big table whole', async () => {
  const [auditor, security] = [server.as('auditor'), server.as('security')]
  await Promise.all([auditor.cookie(), security.cookie()])
  const account = server.town.staff.leader.accountId
  await expectNoScan(async () => {
    await server.visitor.no('signIn', { body: { login: freshId().slice(-12), password: 'guess' } })
    await server.visitor.ok('signIn', { body: { login: 'lawyer', password } })
    for (const query of [
      {},
      { kind: 'failed' },
      { kind: 'resident' },
      { account },
      { account, kind: 'reveal', to: '2026-10-01' },
    ]) {
      const { next } = await auditor.ok('listAudit', { query })
      await auditor.ok('listAudit', { query: { ...query, cursor: next ?? undefined } })
    }
    await auditor.ok('listAudited', { query: { q: '文' } })
    await security.ok('listSecured', { query: { q: '文' } })
    await server.as('admin').ok('getPerson', { params: { id: server.town.staff.leader.personId } })
  })
})

test('the public page and its tracking read no big table whole', async () => {
  await expectNoScan(async () => {
    const { queryCode } = await report(server)
    const params = { district }
    await server.visitor.ok('findPlace', { params: { district, code: server.town.places.willow } })
    const { version } = await server.visitor.ok('track', { params, body: { queryCode } })
    expect(version).toBe(1)
    await server.visitor.no('trackFile', { params, body: { queryCode, fileId: freshId() } })
    const body = { queryCode, commandId: freshId(), verb: 'withdraw', input: { reason: '好了' } } as const
    await server.visitor.ok('moveTracked', { params, body })
  })
})

test('residents who sign in by telephone read no big table whole', async () => {
  const params = { district }
  let n = 0
  await expectNoScan(async () => {
    const phone = `1990000665${n++}`
    const { appealId } = await report(server, { phone })
    const jar = await signInBy(server, phone)
    await jar.ok('listOwn', { params, query: { limit: '1' } })
    await jar.ok('openOwn', { params: { district, id: appealId } })
    await jar.no('openOwn', { params: { district, id: freshId() } })
    await jar.ok('leaveEverywhere', { params })
  })
})

test('the door of other systems reads no big table whole', async () => {
  await expectNoScan(async () => {
    const params = { orderNo: freshNo() }
    const body = orderBody({ words: `新事 ${params.orderNo}`, phone: '19900007010' })
    await partner.ok('putOrder', { params, body })
    await partner.ok('putOrder', { params, body: { ...body, words: `变了 ${params.orderNo}` } })
    await partner.ok('addOrderMessage', { params, body: { messageNo: '1', text: '补充' } })
    await partner.ok('getOrder', { params })
    for (const changedSince of ['0', '4990']) {
      const { rows } = await partner.ok('listChangedOrders', { query: { changedSince, limit: 5 } })
      expect(rows).toHaveLength(5)
    }
    await server.as('admin').ok('listPartners', { query: {} })
  })
})

test('what a draft of the rules would change is reckoned without reading a big table whole', async () => {
  const admin = server.as('admin')
  const body = { commandId: freshId(), version: 0, data: { ...defaultProfile, reopenDays: 40 } }
  await admin.ok('saveDraft', { body })
  await expectNoScan(() => admin.ok('tryDraft', { query: { days: '7' } }))
})

test('the hall, its kiosk and its display read no big table whole', async () => {
  const desk = server.as('desk')
  const params = { id: server.town.units.northCentre.id }
  const { kioskUrl, displayUrl } = await desk.ok('saveHall', { params, body: { commandId: freshId() } })
  const at = (url: string) => ({ district, code: url.split('/').at(-1) })
  await expectNoScan(async () => {
    const ids = { commandId: freshId(), id: freshId() }
    await server.visitor.ok('takeAtKiosk', { params: at(kioskUrl), body: ids })
    await server.visitor.ok('getKiosk', { params: at(kioskUrl) })
    await server.visitor.ok('getDisplay', { params: at(displayUrl), query: {} })
    await server.visitor.ok('getTicket', { params: { district, id: ids.id } })
    const purpose = { commandId: freshId(), purpose: '核对' }
    await desk.ok('revealTicket', { params: { id: ids.id }, body: purpose })
    await desk.ok('takeTicket', { params, body: { commandId: freshId(), id: freshId() } })
    const windowId = server.town.units.studio.id
    const { ticket } = await desk.ok('callNext', { params, body: { commandId: freshId(), windowId } })
    const finish = { commandId: freshId(), verb: 'finish' }
    await desk.ok('moveTicket', { params: { id: ticket?.id }, body: finish })
    await desk.ok('listMyCalls', {})
    await desk.ok('listHalls', {})
  })
})

test('gathering, packing and sending what leaves the house reads no big table whole', async () => {
  const { accountId } = server.town.staff.housing
  await server.owner.query(
    `insert into notice_choice (district_id, account_id, pace, quiet_from, quiet_to, quiet_rest_days, language, mail_sealed)
      values ($1, $2, 'atOnce', 0, 0, false, 'zh', $3)`,
    [district, accountId, seal('housing@example.org', `${district}:${accountId}:mail`)],
  )
  const sent: string[] = []
  const adapter = { send: async ({ to }: { to: string }) => void sent.push(to) }
  const relay = { ...server.platform, adapters: { mail: adapter, hook: adapter } }
  const scans: string[] = []
  for (let i = 0; i < times; i++) {
    const { id } = await matterIn(server, 'accepted')
    await server.as('sorter').move(id, 'dispatch', { unitId: server.town.units.housing.id })
    plans.length = 0
    await relayRound(relay)
    await server.as('admin').ok('listOutbox', { query: { state: 'sent' } })
    await server.as('admin').ok('listOutlets', {})
    expect(plans.length).toBeGreaterThan(0)
    scans.push(...plans.flatMap(scansOf))
  }
  expect(scans).toEqual([])
  expect(sent).toHaveLength(times)
})

test('the rounds of the worker read no big table whole', async () => {
  await goRound(server.platform)
  await expectNoScan(async () => {
    await goRound(server.platform)
    await removeLooseFiles(server.platform)
  })
})

test('meetings, their minutes, their tasks and what they say by themselves read no big table whole', async () => {
  const { id: matterId } = await report(server)
  const sorter = server.as('sorter')
  const unitId = server.town.units.northCentre.id
  await expectNoScan(async () => {
    const items = [topicItem(server, { matterId, unitIds: [server.town.units.housing.id] })]
    const meeting = await callOne(server, { items })
    await minuteIt(server, meeting)
    const done = await confirmIt(server, meeting)
    const next = await callOne(server, { kind: 'regular', rhythm: 'weekly' })
    const task = { id: done.agenda[0]?.tasks[0]?.id }
    const body = { commandId: freshId(), verb: 'progress', words: '在办' }
    await server.as('housing').ok('moveMeetingTask', { params: task, body })
    for (const login of ['sorter', 'housing', 'leader'] as const) {
      for (const box of ['coming', 'minutes', 'done'])
        await server.as(login).ok('listMeetings', { query: { box, limit: 5 } })
      for (const of of ['mine', 'called', 'ended'])
        await server.as(login).ok('listMeetingTasks', { query: { of, limit: 5 } })
    }
    await sorter.ok('listMatterMeetings', { params: { id: matterId } })
    await sorter.ok('suggestAgenda', { query: { unitId, stillDays: 15 } })
    await sorter.ok('listMeetingUnits', { query: { q: '住建' } })
    await sorter.ok('moveMeeting', {
      params: { id: next.id },
      body: { commandId: freshId(), verb: 'cancel', words: '不开了' },
    })
    await inScope(server.platform.db, scopeOf({ kind: 'system', districtId: district }), (tx) =>
      remindMeetings(tx, district, server.now),
    )
  })
}, 120_000)

test('sealing the logs reads no big table whole', async () => {
  await sealRound(server.platform)
  await expectNoScan(async () => {
    await report(server)
    expect(await sealRound(server.platform)).toBeGreaterThan(0)
    await anchorRound(server.platform)
  })
})

test('a move of many and an export read no big table whole', async () => {
  const sorter = server.as('topsorter')
  const { rows } = await sorter.ok('listMatters', { query: { box: 'area', limit: 20 } })
  await expectNoScan(async () => {
    const id = freshId()
    const ids = rows.map((row) => row.id)
    await sorter.ok('previewBulk', { body: { verb: 'note', ids, input: { text: '备注' } } })
    const items = rows.map((row) => ({ matterId: row.id, commandId: freshId(), version: row.version }))
    await sorter.ok('startBulk', { params: { id }, body: { verb: 'note', input: { text: '备注' }, items } })
    await runBulk(server.platform, { district, runId: id })
    await sorter.ok('getBulk', { params: { id } })
    await sorter.ok('listBulk', { query: {} })
    await sorter.ok('resumeBulk', { params: { id } })
    const exportId = freshId()
    const query = { box: 'closed', sort: 'new', category: 'S01' } as const
    const body = { query, purpose: '周例会通报', language: 'zh' } as const
    await sorter.ok('startExport', { params: { id: exportId }, body })
    await runExport({ ...server.platform, most: 2000 }, { district, exportId })
    await sorter.ok('listExports', { query: {} })
    await removeOldExports(server.platform)
  })
}, 60_000)

test('supervision reads no big table whole: the board, instruments, findings, a sample, and the round of the night', async () => {
  const who = { leader: server.as('leader'), clerk: server.as('clerk'), housing: server.as('housing') }
  await Promise.all(Object.values(who).map((client) => client.cookie()))
  const { id } = await report(server)
  server.pass(4 * 86_400_000)
  for (const client of Object.values(who)) {
    await client.cookie()
    await expectNoScan(async () => {
      const unit = server.town.units.housing.id
      await client.ok('getSupervisionBoard', { query: {} })
      for (const column of stuckColumnNames) {
        const { next } = await client.ok('listStuck', { query: { column, limit: 3 } })
        if (next) await client.ok('listStuck', { query: { column, limit: 3, cursor: next } })
        await client.ok('listStuck', { query: { column, limit: 3, unit, level: 'street' } })
      }
      for (const box of instrumentBoxes) {
        const { next } = await client.ok('listInstruments', { query: { box, limit: 3 } })
        if (next)
          await client.ok('listInstruments', { query: { box, kind: 'reminder', limit: 3, cursor: next } })
      }
      const { next } = await client.ok('listFindings', { query: { limit: 3 } })
      if (next) await client.ok('listFindings', { query: { failing: 'notHandled', limit: 3, cursor: next } })
    })
  }
  const { leader } = who
  await expectNoScan(async () => {
    await leader.ok('getMatterSupervision', { params: { id } })
    await leader.ok('lookForFindings', { params: { id }, body: { commandId: freshId() } })
    await leader.ok('listClosureSamples', {})
    await leader.ok('getClosureSample', { params: { id: sampleId } })
    await leader.ok('listSampleLines', { params: { id: sampleId }, query: { limit: 5 } })
  })
  await server.owner.query('delete from supervision_round')
  await findRound(server.platform.db, district, server.now)
  await expectNoScan(async () => {
    server.pass(86_400_000)
    await findRound(server.platform.db, district, server.now)
    await inScope(server.platform.db, scopeOf({ kind: 'system', districtId: district }), (tx) =>
      remindSupervised(tx, district, server.now),
    )
  })
}, 120_000)

test('a month of 20,000 matters is counted, frozen, compared and opened by index', async () => {
  await fillEvaluation(server)
  // the tests before have let days pass
  server.now = mondayMorning
  const params = { month: '2026-10' }
  const who = { leader: server.as('leader'), water: server.as('water') }
  await Promise.all(Object.values(who).map((client) => client.cookie()))
  const read = async (as: 'frozen' | 'present') => {
    const { leader, water } = who
    await leader.ok('getEvaluation', { params, query: { as } })
    for (const measure of measures) {
      const query = { ...params, as, measure, limit: 5 }
      const { next } = await leader.ok('listEvaluationLines', { query })
      if (next) await leader.ok('listEvaluationLines', { query: { ...query, cursor: next, excluded: '0' } })
    }
    await water.ok('getEvaluation', { params, query: { as } })
    await water.ok('listEvaluationUnits', {})
    for (const box of exclusionBoxes) await water.ok('listExclusions', { query: { box, limit: 5 } })
  }
  await expectNoScan(async () => {
    await read('present')
    await evaluationRound(server.platform.db, district, server.now)
  })
  await server.owner.query('analyze evaluation_line, evaluation_figure')
  await expectNoScan(async () => {
    await read('frozen')
    const { next } = await who.leader.ok('listDifferences', { params, query: { limit: 5 } })
    if (next) await who.leader.ok('listDifferences', { params, query: { limit: 5, cursor: next } })
    await who.leader.ok('listFrozenMonths', {})
  })
}, 300_000)

test('every route that reads matters is tried here', () => {
  const reading = Object.entries(routes).filter(
    ([, route]) => 'needs' in route && route.needs === 'matter.read',
  )
  expect(reading.map(([name]) => name).sort()).toEqual(
    [
      'countList',
      'countMatters',
      'deleteView',
      'followMatter',
      'getBulk',
      'countNotices',
      'getMatter',
      'getMatterPetition',
      'getMediation',
      'listMatterMediations',
      'listMatterAids',
      'listMatterWhistles',
      'listMatterMeetings',
      'listPrecedents',
      'listMediations',
      'listSlots',
      'exportMediationFigures',
      'getMediationFigures',
      'listCountedMediations',
      'listFigureUnits',
      'getMatterDuty',
      'getPaper',
      'getStartNumbers',
      'listBulk',
      'listFitting',
      'listMatters',
      'listLinks',
      'listNearby',
      'listNotices',
      'listParties',
      'listViews',
      'listTargets',
      'moveMatter',
      'openMatter',
      'orderViews',
      'previewBulk',
      'printPaper',
      'readFile',
      'resumeBulk',
      'saveListLook',
      'saveView',
      'seeNotices',
      'startBulk',
      'suggest',
      'unfollowMatter',
      'signPresence',
    ].sort(),
  )
})
