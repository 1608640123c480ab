import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { addDays, dayOf, type Instant } from '#domain/calendar/days.ts'
import { addWorkingDays, workingDayFrom } from '#domain/calendar/working-days.ts'
import { uuidv7 } from '#domain/id.ts'
import type { Role } from '#domain/org/roles.ts'
import { type Instrument, instrumentRules } from '#domain/supervision/instruments.ts'
import type { SupervisionStep } from '#domain/supervision/steps.ts'
import type { Database } from '../db/pool.ts'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import { getRules } from '../org/rules.ts'
import { checkClosure } from '../supervision/checking.ts'
import { giveInstrument, stepInstrument } from '../supervision/commands.ts'
import { drawClosureSample } from '../supervision/drawing.ts'
import { decideFinding } from '../supervision/findings.ts'
import { findRound } from '../supervision/rounds.ts'
import { randomFrom } from './random.ts'
import { actorOf, type Member } from './staff.ts'
import { demoDistrict } from './units.ts'

/** Of its own chance, so that the rest of the demo stays as it was. */
const seed = 3_399_040
const dayMs = 86_400_000

/** What happens on the ladder of one late matter, in days after its time was over. */
type Event =
  | { after: number; give: Instrument; text: string; by?: Role }
  | {
      after: number
      step: SupervisionStep
      text: string
      by: 'unit' | 'supervisor' | 'leader'
      promise?: number
    }

const reminding = { after: 1, give: 'reminder', text: '已经过了办理时限，请抓紧办，并回复进展。' } as const
const letter = { after: 5, give: 'letter', text: '请说明没有办好的原因，拿出办法和办好的日子。' } as const

/** The courses of the longest late, the longest first; who is late for less gets a shorter one. */
const courses: readonly (readonly Event[])[] = [
  [
    reminding,
    letter,
    { after: 6, step: 'answer', by: 'unit', text: '维修基金还没有批下来，批下来当天进场。', promise: 5 },
    { after: 7, step: 'accept', by: 'supervisor', text: '按这个日子办，区住建局同步催办维修基金。' },
    { after: 15, give: 'yellow', text: '承诺的日子已过，请再说明，并先做临时处置。' },
    { after: 22, give: 'red', text: '请主要负责人到场协调，三日内拿出方案。', by: 'leader' },
  ],
  [
    reminding,
    letter,
    { after: 12, give: 'yellow', text: '督办函到期没有答复，请限期整改。' },
    { after: 13, step: 'object', by: 'unit', text: '这段管线产权在邻区，我们已书面告知，请核实。' },
  ],
  [
    reminding,
    { after: 1.5, step: 'answer', by: 'unit', text: '要停水作业，已和居民约好时间。', promise: 6 },
    { after: 2, step: 'accept', by: 'supervisor', text: '同意，停水前一天请贴通知。' },
    { after: 12, give: 'letter', text: '约好的日子已过，居民说没有人来，请说明。' },
  ],
  [
    reminding,
    letter,
    { after: 6, step: 'answer', by: 'unit', text: '本周内补齐材料，由窗口上门代办。', promise: 20 },
  ],
  [reminding, letter],
  [reminding],
  [reminding],
]

type Late = { matter_id: string; clock_id: string; due_at: Instant; path: string }

/** Supervises what is late in the demo, with the commands of real use: instruments of every kind, findings, and last month's sample. */
export async function superviseSome(db: Database, members: readonly Member[], now: Instant): Promise<void> {
  const random = randomFrom(seed)
  const id = (at: Instant) => uuidv7(at, random.bytes(10))
  const holder = (role: Role, path: string): StaffActor | undefined => {
    const member = members.find((one) =>
      one.posts.some((post) => post.role === role && post.unit.path === path),
    )
    return member && actorOf(member)
  }
  const top = `/${demoDistrict}/`
  const [supervisor, leader] = [holder('supervisor', top), holder('leader', top)]
  if (!supervisor || !leader) throw new Error('the demo has nobody who supervises')
  const scope = scopeOf({ kind: 'system', districtId: demoDistrict })
  await inScope(db, scope, async (tx) => {
    for (const [i, late] of (await listLate(tx, now)).entries()) {
      const unit = unitActor(members, late.path)
      if (unit) await play(tx, courses[i] ?? [], late, { supervisor, leader, unit, id, now })
    }
  })
  await findRound(db, demoDistrict, now - dayMs / 4)
  await inScope(db, scope, async (tx) => {
    await decideSome(tx, supervisor, id, now)
    await sampleLastMonth(tx, supervisor, id, now)
  })
}

/** One late matter of each unit, the longest late first. */
async function listLate(tx: Tx, now: Instant): Promise<Late[]> {
  const { rows } =
    await sql<Late>`select * from (select distinct on (c.unit_id) c.matter_id, c.id clock_id, c.due_at, u.path
    from clock c join unit u on u.district_id = c.district_id and u.id = c.unit_id
    where c.district_id = ${demoDistrict} and c.stopped_at is null and c.kind in ('handle','sign')
      and c.due_at < ${new Date(now - 2 * dayMs)} order by c.unit_id, c.due_at) x order by due_at`.execute(tx)
  return rows
}

const answering: readonly Role[] = [
  'departmentOfficer',
  'communityClerk',
  'mediator',
  'gridWorker',
  'dispatcher',
]

function unitActor(members: readonly Member[], path: string): StaffActor | undefined {
  const member = members.find((one) =>
    one.posts.some((post) => post.unit.path === path && answering.includes(post.role)),
  )
  return member && actorOf(member)
}

type Parts = {
  supervisor: StaffActor
  leader: StaffActor
  unit: StaffActor
  id: (at: Instant) => string
  now: Instant
}

/** Plays a course as far as the time since has allowed; what a rule of the day forbids ends it there. */
async function play(tx: Tx, course: readonly Event[], late: Late, parts: Parts): Promise<void> {
  const { calendar } = await getRules(tx, demoDistrict)
  const { supervisor, leader, unit, id } = parts
  let current = ''
  for (const event of course) {
    const at = late.due_at + event.after * dayMs
    if (at >= parts.now) return
    const today = dayOf(at)
    const { text } = event
    const dueOn = addWorkingDays(
      calendar,
      today,
      'give' in event ? instrumentRules[event.give].answerDays : 2,
    )
    if ('give' in event) {
      const made = id(at)
      const given = {
        kind: event.give,
        matterId: late.matter_id,
        clockId: late.clock_id,
        answerOn: dueOn,
        text,
      }
      const actor = event.by === 'leader' ? leader : supervisor
      const done = await giveInstrument({
        tx,
        actor,
        body: { commandId: id(at), id: made, ...given },
        now: at,
      })
      if ('refused' in done) return
      current = made
    } else {
      const day = event.promise === undefined ? null : workingDayFrom(calendar, addDays(today, event.promise))
      const actor = { unit, supervisor, leader }[event.by]
      const body = { commandId: id(at), step: event.step, text, day }
      await stepInstrument({ tx, actor, params: { id: current }, body, now: at })
    }
  }
}

/** Confirms the oldest finding, and dismisses the next. */
async function decideSome(
  tx: Tx,
  actor: StaffActor,
  id: (at: Instant) => string,
  now: Instant,
): Promise<void> {
  const { rows } = await sql<{
    id: string
  }>`select id from supervision_finding where district_id = ${demoDistrict}
    and rule in ('handleLate','idle') order by evidence ->> 'since', id limit 2`.execute(tx)
  const said = [
    ['confirm', '核对过记录，确实没有办，请承办单位三日内整改。'],
    ['dismiss', '正在等第三方检测，电话里已说明，不算拖延。'],
  ] as const
  for (const [i, { id: findingId }] of rows.entries()) {
    const [step, text] = said[i] ?? said[0]
    const body = { commandId: id(now), step, text }
    await decideFinding({ tx, actor, params: { id: findingId }, body, now: now - dayMs / 8 })
  }
}

/** The sample of last month: most of it true, one closing that was not, one person not reached, and some still to check. */
async function sampleLastMonth(
  tx: Tx,
  actor: StaffActor,
  id: (at: Instant) => string,
  now: Instant,
): Promise<void> {
  const month = addDays(`${dayOf(now).slice(0, 7)}-01`, -1)
  const { rows: units } = await sql<{ id: string }>`select id from unit where district_id = ${demoDistrict}
    and kind = 'district'`.execute(tx)
  const sampleId = id(now)
  const drawn = await drawClosureSample({
    ...{ tx, actor, now: now - dayMs },
    body: {
      ...{ commandId: id(now), id: sampleId, unitId: units[0]?.id ?? '', month },
      ...{ share: 20, minimum: 1 },
    },
  })
  if ('refused' in drawn) return
  const found = [
    { outcome: 'solved', way: 'phone', text: '本人说灯一直亮着，没有再坏。', proposes: false },
    { outcome: 'false', way: 'visit', text: '现场看，堆物还在楼道里，照片是别处的。', proposes: true },
    { outcome: 'unreachable', way: 'phone', text: '打了三次没有人接，改天再打。', proposes: false },
    { outcome: 'solved', way: 'phone', text: '说处理得快，已经不漏水了。', proposes: false },
    { outcome: 'unsolved', way: 'phone', text: '说来看过，但味道还在。', proposes: true },
    { outcome: 'solved', way: 'record', text: '有双方签字和照片，记录完整。', proposes: false },
  ] as const
  const { rows } = await sql<{
    matter_id: string
  }>`select k.matter_id from closure_check k where k.district_id = ${demoDistrict}
    and k.sample_id = ${sampleId} order by k.no limit ${found.length}`.execute(tx)
  // by whoever handled or closed it, it would be refused, and stays to be checked
  for (const [i, { matter_id: matterId }] of rows.entries()) {
    const body = { commandId: id(now), ...(found[i] ?? found[0]) }
    await checkClosure({ tx, actor, params: { id: sampleId, matterId }, body, now: now - dayMs / 2 })
  }
}
