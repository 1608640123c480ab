import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf, type Instant } from '#domain/calendar/days.ts'
import { uuidv7 } from '#domain/id.ts'
import type { Role } from '#domain/org/roles.ts'
import type { PetitionStep } from '#domain/petition/moves.ts'
import type { Database } from '../db/pool.ts'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import { Refused } from '../http/refused.ts'
import { move } from '../matter/commands.ts'
import { randomFrom } from './random.ts'
import { actorOf, type Member } from './staff.ts'
import { demoDistrict } from './units.ts'

const dayMs = 86_400_000
/** Of its own chance, so that the rest of the demo stays as it was. */
const seed = 3_399_044

type Who = 'office' | 'body' | 'leader' | 'top'
/** A step: so many days after it was received, who, what; `input` gets the day of the step. */
type Step = readonly [after: number, who: Who, step: PetitionStep, input: (on: string) => object]
type Course = {
  said: { request: string; facts: string; reasons: string }
  kind: string
  channel: string
  steps: readonly Step[]
}

const nothing = () => ({})
const posted = (form: string) => (on: string) => ({ form, on, how: 'post' })
const opinion = (stance: string) => () => ({
  stance,
  facts: '经走访、调取收费台账和会议记录，所述情况基本属实。',
  opinion: '责成物业公司十五日内公示收支明细，并当面向信访人说明。',
  basis: '《物业管理条例》第六条、第四十条',
})

/** Lives of petitions, the longest first; each is played as far as its days have come. */
const coursesOf = (body: string, centre: string): readonly Course[] => [
  {
    ...{ kind: 'claim', channel: 'letter' },
    said: {
      request: '请求公开小区公共收益账目，并把停车费收益分给业主。',
      facts: '小区地面车位由物业公司经营四年，从未公布过收支。',
      reasons: '公共收益属于全体业主共有。',
    },
    steps: [
      [1, 'office', 'send', () => ({ unitId: body, text: '请按程序办理并抄告我中心。' })],
      [6, 'body', 'accept', nothing],
      [7, 'office', 'deliver', posted('acceptance')],
      [45, 'body', 'opine', opinion('support')],
      [46, 'office', 'deliver', posted('opinion')],
      [60, 'office', 'askReview', (on) => ({ on, reviewerId: centre, reason: '没有说清历年收益的去向。' })],
      [84, 'top', 'giveReview', opinion('uphold')],
      [86, 'office', 'deliver', posted('reviewOpinion')],
    ],
  },
  {
    ...{ kind: 'claim', channel: 'visit' },
    said: {
      request: '请求发放拖欠的过渡安置费。',
      facts: '房屋征收后三个季度的过渡费没有到账。',
      reasons: '安置协议写明按季发放。',
    },
    steps: [
      [2, 'office', 'send', () => ({ unitId: body })],
      [9, 'body', 'accept', nothing],
      [50, 'leader', 'extend', () => ({ days: 30, text: '要等财政部门核对历年台账。' })],
    ],
  },
  {
    ...{ kind: 'claim', channel: 'web' },
    said: {
      request: '请求判令邻居停止侵权并赔偿。',
      facts: '邻居加装空调外机，影响通风和采光。',
      reasons: '',
    },
    steps: [
      [
        3,
        'office',
        'tellRoute',
        () => ({
          route: 'judicial',
          text: '可以先申请人民调解；调解不成的，向区人民法院起诉，诉讼服务中心在一楼。',
        }),
      ],
      [4, 'office', 'deliver', posted('route')],
    ],
  },
  {
    ...{ kind: 'suggestion', channel: 'web' },
    said: {
      request: '建议在学校门口增设护学岗和减速带。',
      facts: '早晚高峰车流大，学生过街不安全。',
      reasons: '',
    },
    steps: [
      [1, 'office', 'send', () => ({ unitId: body })],
      [4, 'body', 'accept', nothing],
      [
        20,
        'body',
        'reply',
        () => ({ text: '已列入下月道路养护计划，先由社区安排志愿者护学。感谢您的建议。' }),
      ],
    ],
  },
  {
    ...{ kind: 'claim', channel: 'letter' },
    said: {
      request: '请求核实低保停发的原因并补发。',
      facts: '上季度起没有收到低保金，也没有通知。',
      reasons: '',
    },
    steps: [[3, 'office', 'send', () => ({ unitId: body })]],
  },
  {
    ...{ kind: 'claim', channel: 'oral' },
    said: { request: '请求处理楼下餐馆油烟。', facts: '油烟管道对着窗口，夏天不能开窗。', reasons: '' },
    steps: [],
  },
]
/** How many days ago each was received. */
const ages = [92, 58, 21, 34, 24, 4]

type Base = { id: string; party_id: string }

/** Petitions in every state, with the commands of real use, on matters with nothing else going on. */
export async function petitionSome(db: Database, members: readonly Member[], now: Instant): Promise<void> {
  const random = randomFrom(seed)
  const top = `/${demoDistrict}/`
  const holder = (role: Role, path: string): StaffActor => {
    const member = members.find((one) =>
      one.posts.some((post) => post.role === role && post.unit.path === path),
    )
    if (!member) throw new Error(`the demo has no ${role} at ${path}`)
    return actorOf(member)
  }
  const cast = {
    office: holder('dispatcher', `${top}001/ZX/`),
    body: holder('departmentOfficer', `${top}D13/`),
    leader: holder('leader', top),
    top: holder('dispatcher', `${top}ZX/`),
  }
  const unitOf = (actor: StaffActor) => actor.seats[0]?.unitId ?? ''
  const courses = coursesOf(unitOf(cast.body), unitOf(cast.top))
  const scope = scopeOf({ kind: 'system', districtId: demoDistrict })
  for (const [i, course] of courses.entries()) {
    const receivedAt = now - (ages[i] ?? 1) * dayMs
    await inScope(db, scope, async (tx) => {
      const base = await quietMatter(tx, receivedAt)
      if (base)
        await play(tx, base, course, { cast, receivedAt, now, newId: (at) => uuidv7(at, random.bytes(10)) })
    })
  }
}

/** A matter of the first street with somebody who petitions, in which nothing has happened since. */
async function quietMatter(tx: Tx, before: Instant): Promise<Base | undefined> {
  const { rows } = await sql<Base>`select m.id, p.id party_id from matter m
    join party p on p.district_id = m.district_id and p.matter_id = m.id and p.side = 'a' and p.removed_at is null
      and p.role in ('applicant','concerned') and p.phone_sealed is not null
    where m.district_id = ${demoDistrict} and m.place_path like ${`/${demoDistrict}/001/%`} and not m.sensitive
      and m.kind not in ('report') and m.closure_kind is distinct from 'joined' and m.closure_kind is distinct from 'voided'
      and m.changed_at < ${new Date(before)} and m.destroyed_at is null
      and not exists (select from petition x where x.district_id = m.district_id and x.matter_id = m.id)
    order by m.changed_at desc, m.id, p.no limit 1`.execute(tx)
  return rows[0]
}

type Parts = {
  cast: Record<Who, StaffActor>
  receivedAt: Instant
  now: Instant
  newId: (at: Instant) => string
}

/** Plays one as far as its days have come; what a rule of the day forbids ends it there. */
async function play(
  tx: Tx,
  { id: matterId, party_id: partyId }: Base,
  course: Course,
  parts: Parts,
): Promise<void> {
  const { cast, receivedAt, now, newId } = parts
  const petitionId = newId(receivedAt)
  const take = async (at: Instant, who: Who, step: PetitionStep, input: object) => {
    const command = { matterId, commandId: newId(at), verb: 'petition', input: { petitionId, step, input } }
    await move(tx, cast[who], command, at)
  }
  const { kind, channel, said } = course
  const first = {
    ...{ kind, channel, receivedOn: dayOf(receivedAt), petitionerIds: [partyId], people: 1 },
    ...{ ...said, isReadBack: channel === 'oral' },
  }
  // registered on the day after it came
  const registeredAt = Math.min(receivedAt + dayMs / 2, now)
  await take(registeredAt, 'office', 'register', {
    ...first,
    receivedOn: dayOf(Math.min(receivedAt, registeredAt)),
  })
  for (const [after, who, step, input] of course.steps) {
    const at = receivedAt + after * dayMs + dayMs / 2
    if (at > now) return
    try {
      await take(at, who, step, input(dayOf(at)))
    } catch (error) {
      if (error instanceof Refused) return
      throw error
    }
  }
}
