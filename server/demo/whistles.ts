import { sql } from 'kysely'
import type { WhistleView } from '#contract/whistle.ts'
import type { WhistleMove } from '#contract/whistle-moves.ts'
import type { StaffActor } from '#domain/actor.ts'
import { addDays, dayOf, instantAt } from '#domain/calendar/days.ts'
import { uuidv7 } from '#domain/id.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { WhistleKind } from '#domain/whistle/limits.ts'
import type { Tx } from '../db/scope.ts'
import { blowWhistle } from '../whistle/blow.ts'
import { moveWhistle } from '../whistle/move.ts'
import { randomFrom } from './random.ts'
import { actorOf, type Member } from './staff.ts'
import { demoDistrict } from './units.ts'

const minuteMs = 60_000
/** Of its own chance, so that the rest of the demo stays as it was. */
const seed = 3_399_138

type Without<T> = T extends unknown ? Omit<T, 'commandId' | 'lineId'> : never
type Said = Without<WhistleMove>
/** A step of a story: minutes after the whistle, who, for which department (its code), what. */
type Step = readonly [after: number, who: StaffActor, code: string | null, said: Said]
type Story = {
  kind: WhistleKind
  by: StaffActor
  unitPath: string
  at: number
  lead: string
  assist?: readonly string[]
  problem: string
  tried: string
  place: string
  matters?: readonly string[]
  steps?: readonly Step[]
}

/** What a department does from signing to its result, in minutes after the whistle. */
function course(
  who: StaffActor,
  code: string,
  said: { found: string; plan: string; until: string; result: string },
): Step[] {
  return [
    [12, who, code, { verb: 'sign' }],
    [95, who, code, { verb: 'contact', withWhom: '街道综治中心值班人员' }],
    [1500, who, code, { verb: 'arrive', who: '业务科两人、施工单位一人', found: said.found }],
    [1620, who, code, { verb: 'plan', what: said.plan, until: said.until }],
    [4300, who, code, { verb: 'finish', outcome: 'solved', result: said.result }],
  ]
}

/**
 * Some whistles of the first street in every state: over and rated, late, objected to, waiting for a second leader, an
 * emergency, and one of a community that has just sounded. Each step is one of real use.
 */
export async function playWhistles(
  tx: Tx,
  members: readonly Member[],
  rootPath: string,
  now: number,
): Promise<void> {
  const random = randomFrom(seed)
  const id = (at: number) => uuidv7(at, random.bytes(10))
  const at = (role: string, path: string) => {
    const found = members.find((m) =>
      m.posts.some((post) => post.role === role && post.unit.path === rootPath + path),
    )
    if (!found) throw new Error(`no ${role} at ${path}`)
    return actorOf(found)
  }
  const unitId = (path: string) => {
    const post = members.flatMap((m) => m.posts).find(({ unit }) => unit.path === rootPath + path)
    if (!post) throw new Error(`nobody at ${path}`)
    return post.unit.id
  }
  const stories = storiesOf(at, await openNumbers(tx, rootPath), now)
  for (const story of stories) {
    const blown = await blowWhistle({
      ...{ tx, actor: story.by, now: story.at },
      body: {
        ...{ commandId: id(story.at), id: id(story.at), kind: story.kind, unitId: unitId(story.unitPath) },
        ...{
          problem: story.problem,
          tried: story.tried,
          place: story.place,
          matters: [...(story.matters ?? [])],
        },
        ...{ leadId: unitId(story.lead), assistIds: (story.assist ?? []).map(unitId) },
      },
    })
    let whistle = allowed(blown)
    for (const [after, actor, code, said] of (story.steps ?? []).toSorted(([one], [other]) => one - other)) {
      const stepAt = story.at + after * minuteMs
      const lineId = code === null ? undefined : lineOf(whistle, members, rootPath + code)
      const body = {
        commandId: id(stepAt),
        ...(lineId === undefined ? {} : { lineId }),
        ...said,
      } as WhistleMove
      whistle = await moveWhistle({ tx, actor, now: stepAt, params: { id: whistle.id }, body })
    }
  }
}

/** A rule of the day that stands in the way of what is told is a fault of the story. */
function allowed(done: WhistleView | Refusal): WhistleView {
  if (isRefusal(done)) throw new Error(JSON.stringify(done))
  return done
}

function lineOf(whistle: WhistleView, members: readonly Member[], path: string): string {
  const name = members.flatMap((m) => m.posts).find(({ unit }) => unit.path === path)?.unit.name
  const line = whistle.lines.find(({ unitName }) => unitName === name)
  if (!line) throw new Error(`${path} was not called`)
  return line.id
}

/** Numbers of open matters of the first street. */
async function openNumbers(tx: Tx, rootPath: string): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`select number from matter where district_id = ${demoDistrict}
    and starts_with(place_path, ${`${rootPath}001/`}) and state in ('dispatched','handling') and not sensitive
    order by number desc limit 2`.execute(tx)
  return rows.map(({ number }) => number)
}

type At = (role: string, path: string) => StaffActor

function storiesOf(at: At, numbers: readonly string[], now: number): Story[] {
  const today = dayOf(now)
  const morning = (days: number) => instantAt(addDays(today, -days), 10 * 60)
  const street = { by: at('dispatcher', '001/ZX/'), unitPath: '001/' }
  const office = (code: string) => at('departmentOfficer', code)
  const judge = at('dispatcher', 'ZX/')
  const [water, parks, enforcement, roads, fire] = ['D08/', 'D17/', 'D01/', 'D13/', 'D12/']
  const rated = { verb: 'rate', speed: 'satisfied', help: 'satisfied', result: 'satisfied' } as const
  const over = morning(16)
  const day = (days: number) => addDays(dayOf(over), days)
  return [
    {
      kind: 'routine',
      ...{ ...street, at: over, lead: water, assist: [parks] },
      problem: '河堤步道塌了一段，约六米，晚上散步的人多，护栏外就是水面。',
      tried: '已拉警戒带、装临时灯，志愿者晚上值守；社区没有施工资质。',
      place: '望溪社区滨河步道三号亭旁',
      steps: [
        ...course(office(water), water, {
          ...{ found: '堤脚被水掏空，步道板断裂三块', plan: '先抛石护脚，再换板' },
          ...{ until: day(6), result: '抛石护脚完成，更换步道板三块，已恢复通行' },
        }),
        ...course(office(parks), parks, {
          ...{ found: '塌陷处两棵柳树倾斜', plan: '加支撑，补种地被' },
          ...{ until: day(6), result: '两棵柳树已加固，补种地被十二平方米' },
        }),
        [4400, street.by, water, { verb: 'confirm', note: '街道和居民代表一起看过' }],
        [4410, street.by, parks, { verb: 'confirm' }],
        [4420, street.by, water, rated],
        [4430, street.by, parks, { ...rated, speed: 'basically' }],
        [4500, office(water), water, { verb: 'rateBack', accurate: true }],
      ],
    },
    {
      kind: 'emergency',
      ...{ ...street, at: morning(5), lead: fire },
      problem: '沿街店铺后巷冒烟，疑似电表箱过热，楼上有三户老人。',
      tried: '网格员已断开总闸，疏散一层店铺，同时打了 119。',
      place: '枫林路 18 号后巷',
      steps: [
        [4, office(fire), fire, { verb: 'sign' }],
        [9, office(fire), fire, { verb: 'contact', withWhom: '街道值班室' }],
        [16, office(fire), fire, { verb: 'arrive', who: '一车六人', found: '表箱内线路过热，无明火' }],
        [
          60,
          office(fire),
          fire,
          { verb: 'plan', what: '现场降温，通知供电公司换箱', until: addDays(today, -5) },
        ],
        [240, office(fire), fire, { verb: 'finish', outcome: 'solved', result: '表箱已更换，复查线路正常' }],
        [300, street.by, fire, { verb: 'confirm' }],
        [310, street.by, fire, rated],
      ],
    },
    {
      kind: 'routine',
      ...{ ...street, at: now - 3 * 1440 * minuteMs, lead: enforcement, assist: [roads] },
      problem: '菜场门口占道停车，早高峰公交车进不了站。',
      tried: '物业劝离两周，社区设了临时摆放点，早上仍然堵。',
      place: '东风菜场北门',
      matters: numbers.slice(0, 1),
      steps: [
        [20, office(enforcement), enforcement, { verb: 'sign' }],
        [200, office(enforcement), enforcement, { verb: 'contact', withWhom: '街道城建办' }],
      ],
    },
    {
      kind: 'routine',
      ...{ ...street, at: now - 150 * minuteMs, lead: water, assist: ['D07/'] },
      problem: '雨后小区排水口冒黑水，气味大，居民反映强烈。',
      tried: '物业疏通两次，井下不属物业管护范围。',
      place: '柳荫里小区南侧市政井',
      steps: [
        [30, office(water), water, { verb: 'sign' }],
        [40, office('D07/'), 'D07/', { verb: 'object', reason: '井内积水归排水管护，不属生态环境部门职责' }],
      ],
    },
    {
      ...{
        ...street,
        kind: 'hard',
        by: at('leader', '001/'),
        at: now - 90 * minuteMs,
        lead: 'D02/',
        assist: ['D14/', fire],
      },
      problem: '老厂房改建的出租屋没有消防通道，住着四十多人，产权在外区。',
      tried: '开过三次协调会，产权方不到场；社区已逐户发告知书。',
      place: '原纺织机械厂二号楼',
    },
    {
      kind: 'routine',
      ...{ by: at('communityClerk', '001/001/'), unitPath: '001/001/' },
      ...{ at: now - 25 * minuteMs, lead: enforcement, assist: ['D06/'] },
      problem: '夜市摊点油烟直排，楼上住户开不了窗。',
      tried: '和摊主谈过两次，装了简易挡板，没有用。',
      place: '望溪社区夜市东口',
    },
    {
      kind: 'routine',
      ...{ ...street, at: morning(9), lead: roads },
      problem: '路口信号灯不同步，行人过不完。',
      tried: '社区安排志愿者早晚疏导。',
      place: '枫林路与学府街路口',
      steps: [
        [25, office(roads), roads, { verb: 'object', reason: '信号灯归公安交管部门' }],
        [
          300,
          judge,
          roads,
          { verb: 'rule', ruling: 'upheld', reason: '信号灯由公安交管部门管护，请街道另行吹哨' },
        ],
        [330, judge, null, { verb: 'misuse', reason: '吹哨前没有核对职责清单，叫错了部门' }],
      ],
    },
  ]
}
