import { addDays, dayOf, type Instant, instantAt } from '#domain/calendar/days.ts'
import type { AidHand, AidStep, AidStory, DemoTeams, HandAt } from './aids.ts'

const minuteMs = 60_000
const toUnit = ({ unitId: id }: AidHand) => ({ is: 'unit' as const, id })
const toTeam = ({ id }: { id: string }) => ({ is: 'team' as const, id })

/** The orders of the first street, the oldest first. In: who is where, the teams, numbers of open matters, the instant. */
export function aidStories(
  at: HandAt,
  { branch, project }: DemoTeams,
  numbers: readonly string[],
  now: Instant,
): AidStory[] {
  const centre = at('dispatcher', '001/ZX/')
  const [willow, second] = [at('communityClerk', '001/001/'), at('communityClerk', '001/002/')]
  const grid = at('gridWorker', '001/001/01/')
  const [housing, water, roads, fire, justice] = ['D02/', 'D08/', 'D13/', 'D12/', 'D11/'].map((path) =>
    at('departmentOfficer', path),
  ) as [AidHand, AidHand, AidHand, AidHand, AidHand]
  const morning = (days: number) => instantAt(addDays(dayOf(now), -days), 9 * 60 + 20)
  /** A day, so many days from today. */
  const day = (days: number) => addDays(dayOf(now), days)
  const dispatch = (after: number, ...targets: readonly { is: 'unit' | 'team'; id: string }[]): AidStep => [
    after,
    centre,
    null,
    { verb: 'dispatch', targets: [...targets] },
  ]
  const good = { verb: 'confirm', speed: 'satisfied', result: 'satisfied' } as const
  return [
    {
      ...{ by: second, at: morning(26), kind: 'CORRIDOR', place: '东风里 6 号楼', people: 6 },
      need: '六号楼楼道堆物堵了安全出口，住户多是老人，搬不动，想请人一起清。',
      steps: [
        dispatch(90, toUnit(fire)),
        [200, fire, fire.unitName, { verb: 'accept' }],
        [
          ...([230, fire, fire.unitName] as const),
          {
            verb: 'plan',
            on: day(-24),
            who: '消防宣传员三人、社区志愿者六人',
            what: '先贴告知，周末一起清运',
          },
        ],
        [2900, fire, fire.unitName, { verb: 'finish', done: '清出杂物两车，安全出口已畅通，留下联系卡' }],
        [3200, second, fire.unitName, { ...good, speed: 'basically' }],
      ],
    },
    {
      ...{ by: willow, at: morning(20), kind: 'RENEWAL', place: '望溪社区 3 号楼', people: 4 },
      ...{ neededBy: day(-5), matters: numbers.slice(0, 1) },
      need: '三号楼顶层六户屋面渗水，外墙保温层开裂，居民想改造，不知道从哪里做起，也担心费用。',
      steps: [
        dispatch(120, toTeam(branch)),
        [300, housing, branch.name, { verb: 'accept', note: '支部接下，先上门看' }],
        [
          ...([360, housing, branch.name] as const),
          {
            verb: 'plan',
            on: day(-17),
            who: '住建工程师、水务两人、调解员',
            what: '逐户看屋面，晚上开居民会算费用',
          },
        ],
        [
          4600,
          water,
          branch.name,
          { verb: 'finish', done: '看了六户，出了屋面和管线方案，居民会二十三户到会' },
        ],
        [4900, willow, branch.name, good],
      ],
    },
    {
      ...{ by: willow, at: morning(15), kind: 'OTHER', place: '学府街社区段' },
      need: '学府街架空线落地后人行道没有复平，轮椅过不去。',
      steps: [
        dispatch(60, toTeam(project)),
        [200, roads, project.name, { verb: 'accept' }],
        [
          ...([240, roads, project.name] as const),
          { verb: 'plan', on: day(-6), who: '道路养护所', what: '复平六十米人行道，做缓坡' },
        ],
      ],
    },
    {
      ...{ by: second, at: morning(9), kind: 'OTHER', place: '东风里东门' },
      need: '想请人给小区东门的快递柜换个位置。',
      steps: [
        [
          ...([150, centre, null] as const),
          {
            verb: 'decline',
            reason: '快递柜归经营企业管理，不在服务清单里',
            remedy: '请物业和快递企业协商；谈不拢可以到街道调委会申请调解',
          },
        ],
      ],
    },
    {
      ...{ by: second, at: morning(6), kind: 'LIFT', place: '东风里 2 号楼', neededBy: day(20) },
      need: '二号楼加装电梯，一楼两户不同意，想请做过的人来讲政策、算补偿。',
      steps: [[200, centre, null, { verb: 'passUp', reason: '要区里的电梯联审小组，街道没有这方面的人' }]],
    },
    {
      ...{ by: willow, at: morning(4), kind: 'LAWYER', place: '望溪社区活动室', people: 1 },
      need: '几位老人想问房屋继承和赡养，请律师来坐半天。',
      steps: [
        dispatch(80, toUnit(water), toUnit(justice)),
        [180, water, water.unitName, { verb: 'refuse', reason: '水务没有律师，可能派错了' }],
        [240, justice, justice.unitName, { verb: 'accept' }],
        [
          ...([300, justice, justice.unitName] as const),
          { verb: 'plan', on: day(1), who: '公职律师一人', what: '下午两点到五点，当面解答' },
        ],
      ],
    },
    {
      ...{ by: grid, at: now - 26 * 60 * minuteMs, kind: 'HANDS', place: '一网格三个门栋' },
      need: '要人帮忙。',
      steps: [[60, centre, null, { verb: 'back', reason: '请写明帮什么忙、哪天、要几个人' }]],
    },
    {
      ...{ by: second, at: now - 20 * 60 * minuteMs, kind: 'EXPERT', place: '东风里地下车库', people: 2 },
      ...{ neededBy: day(3) },
      need: '地下车库顶板新裂了一道缝，有水渗下来，想请懂结构的人看能不能停车。',
      steps: [dispatch(30, toTeam(branch), toUnit(fire)), [90, housing, branch.name, { verb: 'accept' }]],
    },
    {
      ...{ by: willow, at: now - 40 * minuteMs, kind: 'EQUIPMENT', place: '望溪社区广场', people: 2 },
      ...{ neededBy: day(5) },
      need: '周末邻里节要一套音响和三顶帐篷，社区的被雨淋坏了。',
    },
  ]
}
