import { type RawBuilder, sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { type Day, dayOf, type Instant, instantAt, startOfDay } from '#domain/calendar/days.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import type { ExclusionReason, ExclusionStep, ExclusionVote } from '#domain/evaluation/exclusion.ts'
import type { RateName } from '#domain/evaluation/measures.ts'
import {
  firstOf,
  freezeDayOf,
  type Month,
  monthAfter,
  monthBefore,
  monthOf,
} from '#domain/evaluation/month.ts'
import { uuidv7 } from '#domain/id.ts'
import type { Database } from '../db/pool.ts'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import { askExclusion, stepExclusion } from '../evaluation/exclusion-commands.ts'
import { freezeMonth } from '../evaluation/freeze.ts'
import { setPanel } from '../evaluation/panel.ts'
import { getRules } from '../org/rules.ts'
import { randomFrom } from './random.ts'
import { actorOf, type Member } from './staff.ts'
import { demoDistrict } from './units.ts'

/** Of its own chance, so that the rest of the demo stays as it was. */
const seed = 3_399_043
const hourMs = 3_600_000
const system = scopeOf({ kind: 'system', districtId: demoDistrict })

/** What is asked, what the panel says, and what comes after. */
type Course = {
  reason: ExclusionReason
  measures: readonly RateName[]
  text: string
  votes: readonly (readonly [ExclusionVote, string])[]
  after?: readonly (readonly [ExclusionStep, string])[]
  /** Asked just now, about a matter in hand: it waits for votes. */
  isFresh?: true
}

const courses: readonly Course[] = [
  {
    reason: 'excessive',
    measures: ['solution', 'satisfaction'],
    text: '能做的当天已经做好，有现场照片。其余要求超出规定标准，已书面说明依据。',
    votes: [
      ['exclude', '合理的部分确实办完了。'],
      ['exclude', '照片和说明都在，同意。'],
      ['exclude', '超出标准，同意剔除。'],
    ],
  },
  {
    reason: 'untrue',
    measures: ['satisfaction'],
    isFresh: true,
    text: '三次到现场核实，与所说不符，有网格员和物业的核实记录。',
    votes: [
      ['exclude', '核实记录清楚。'],
      ['keep', '三次都是白天去的，反映的是夜里，再去看一次。'],
    ],
  },
  {
    reason: 'malicious',
    measures: ['satisfaction', 'onTime'],
    text: '同一个人一个月里打了九次电话。',
    votes: [
      ['keep', '打得多不等于恶意，没有捏造的证据。'],
      ['keep', '多次反映正说明没解决，照常计入。'],
      ['keep', '不同意。'],
    ],
    after: [
      ['appeal', '我们补充：每次都去了现场，有记录。'],
      ['uphold', '勤去现场很好，但不构成剔除理由，维持。'],
    ],
  },
]

/** Names a panel, freezes the months that are over, and lets some units ask it to leave a matter out. */
export async function evaluateInDemo(
  db: Database,
  members: readonly Member[],
  root: string,
  now: Instant,
): Promise<void> {
  const random = randomFrom(seed)
  const id = (at: Instant) => uuidv7(at, random.bytes(10))
  const leader = actorWith(members, (post) => post.role === 'leader' && post.unit.path === root)
  const centre = actorWith(members, (post) => post.role === 'dispatcher' && servesRoot(post.unit.path, root))
  const panel = panelOf(members, root)
  if (!leader || !centre || panel.length < 5) throw new Error('the demo has nobody who evaluates')
  const last = monthBefore(monthOf(dayOf(now)))
  await inScope(db, system, async (tx) => {
    const at = startOfDay(firstOf(monthBefore(last))) + 10 * hourMs
    const unitIds = panel.map(({ unitId }) => unitId)
    await setPanel({ tx, actor: centre, body: { commandId: id(at), unitIds }, now: at })
    for (const month of [monthBefore(last), last]) await freeze(tx, leader, month, id, now)
  })
  const frozenAt = await inScope(db, system, (tx) => freezeTime(tx, last, now))
  const closed = await inScope(db, system, async (tx) => {
    const { calendar, profile } = await getRules(tx, demoDistrict)
    const inTime = addWorkingDays(calendar, dayOf(frozenAt), -profile.exclusionAskDays)
    const all = await listAskable(tx, closedIn(last), members)
    // first what may still be asked about once the month is frozen
    return [...all.filter((one) => inTime < (one.closedOn ?? '')), ...all]
  })
  const open = await inScope(db, system, (tx) =>
    listAskable(tx, sql`state in ('handling', 'submitted')`, members),
  )
  const taken = new Set<string>()
  for (const [i, course] of courses.entries()) {
    const matter = (course.isFresh ? open : closed).find((one) => !taken.has(one.id))
    if (!matter) continue
    taken.add(matter.id)
    // after the month was frozen, a little later each, and never ahead of now
    const later = frozenAt + ((now - frozenAt) * (i + 1)) / (courses.length + 2)
    const at = course.isFresh ? now - hourMs : Math.floor(later)
    await inScope(db, system, (tx) => play(tx, { course, matter, panel, centre, id, at }))
  }
}

const closedIn = (
  month: Month,
) => sql`state = 'closed' and closed_at >= ${new Date(startOfDay(firstOf(month)))}
  and closed_at < ${new Date(startOfDay(firstOf(monthAfter(month))))} and closure_kind in ('resolved', 'agreed', 'procedural')`

type Post = Member['posts'][number]
const servesRoot = (path: string, root: string) =>
  path !== root && path.slice(root.length).split('/').length === 2

function actorWith(members: readonly Member[], is: (post: Post) => boolean): StaffActor | undefined {
  const member = members.find((one) => one.posts.some(is))
  return member && actorOf(member)
}

/** Two departments, two centres of streets and a community, each with somebody who votes for it. */
function panelOf(members: readonly Member[], root: string): { unitId: string; actor: StaffActor }[] {
  const posts = members.flatMap((member) => member.posts.map((post) => ({ post, member })))
  const some = (n: number, is: (post: Post) => boolean) => posts.filter(({ post }) => is(post)).slice(0, n)
  return [
    ...some(2, (post) => post.role === 'departmentOfficer' && post.unit.kind === 'department'),
    ...some(2, (post) => post.role === 'dispatcher' && !servesRoot(post.unit.path, root)),
    ...some(1, (post) => post.role === 'communityClerk'),
  ].map(({ post, member }) => ({ unitId: post.unit.id, actor: actorOf(member) }))
}

/** When a month was frozen: on its day at ten, or where that is still to come as soon as the month was over. */
async function freezeTime(tx: Tx, month: Month, now: Instant): Promise<Instant> {
  const { calendar, profile } = await getRules(tx, demoDistrict)
  const planned = instantAt(freezeDayOf(calendar, month, profile.freezeWorkDay), 600)
  const over = startOfDay(firstOf(monthAfter(month)))
  return Math.max(over, Math.min(planned, now - 2 * hourMs))
}

async function freeze(tx: Tx, actor: StaffActor, month: Month, id: (at: Instant) => string, now: Instant) {
  const at = await freezeTime(tx, month, now)
  const done = await freezeMonth({ tx, actor, params: { month }, body: { commandId: id(at) }, now: at })
  if ('refused' in done) throw new Error(`the demo does not freeze ${month}: ${done.refused}`)
}

type Askable = { id: string; unitId: string; actor: StaffActor; closedOn: Day | null }

/** The matters that fulfil a condition, what the person was unhappy with first, whose unit may ask, one a unit. */
async function listAskable(tx: Tx, is: RawBuilder<unknown>, members: readonly Member[]): Promise<Askable[]> {
  const { rows } = await sql<{
    id: string
    handling_id: string
    closed_at: Instant | null
  }>`select id, handling_id, closed_at
    from matter where district_id = ${demoDistrict} and ${is} and not sensitive and handling_id is not null
      and handling_id = any (involved) order by (solved is false or satisfied = 'unsatisfied') desc nulls last, closed_at desc nulls last, id`.execute(
    tx,
  )
  const taken = new Set<string>()
  return rows.flatMap((row) => {
    const actor = actorWith(members, ({ role, unit }) => unit.id === row.handling_id && asking.has(role))
    if (!actor || taken.has(row.handling_id)) return []
    taken.add(row.handling_id)
    return [
      {
        ...{ id: row.id, unitId: row.handling_id, actor },
        closedOn: row.closed_at === null ? null : dayOf(row.closed_at),
      },
    ]
  })
}
const asking: ReadonlySet<string> = new Set(['departmentOfficer', 'communityClerk', 'gridWorker', 'mediator'])

type Played = {
  course: Course
  matter: Askable
  panel: readonly { unitId: string; actor: StaffActor }[]
  centre: StaffActor
  id: (at: Instant) => string
  at: Instant
}

async function play(tx: Tx, { course, matter, panel, centre, id, at }: Played): Promise<void> {
  const { reason, text, votes, after = [] } = course
  const { calendar, profile } = await getRules(tx, demoDistrict)
  // asked while it may be, however long ago the month was
  const askBy = matter.closedOn && addWorkingDays(calendar, matter.closedOn, profile.exclusionAskDays)
  const askedAt = askBy !== null && dayOf(at) > askBy ? instantAt(askBy, 600) : at
  const exclusionId = id(askedAt)
  const asked = await askExclusion({
    ...{ tx, actor: matter.actor, now: askedAt },
    body: {
      ...{ commandId: id(askedAt), id: exclusionId, matterId: matter.id, unitId: matter.unitId },
      ...{ reason, measures: [...course.measures], text, files: [] },
    },
  })
  if ('refused' in asked) throw new Error(`the demo does not ask for an exclusion: ${asked.refused}`)
  const voters = panel.filter(({ unitId }) => asked.seats.some((seat) => seat.unit.id === unitId))
  let [minute, state] = [0, asked.state]
  const step = async (actor: StaffActor, name: ExclusionStep, vote: ExclusionVote | null, words: string) => {
    const now = askedAt + ++minute * 60_000
    const body = { commandId: id(now), step: name, vote, text: words, files: [] }
    const done = await stepExclusion({ tx, actor, params: { id: exclusionId }, body, now })
    if ('refused' in done) throw new Error(`the demo does not ${name}: ${done.refused}`)
    state = done.state
  }
  for (const [i, [vote, words]] of votes.entries()) {
    const voter = voters[i]
    if (voter && state === 'voting') await step(voter.actor, 'vote', vote, words)
  }
  for (const [name, words] of after)
    if (state === 'refused' || state === 'appealed')
      await step(name === 'appeal' ? matter.actor : centre, name, null, words)
}
