import { type Instant } from '#domain/calendar/days.ts'
import { uuidv7 } from '#domain/id.ts'
import type { TemplateVerb } from '#domain/template/template.ts'
import type { Random } from './random.ts'
import type { Member } from './staff.ts'
import { demoDistrict } from './units.ts'

type Line = readonly [name: string, verbs: readonly TemplateVerb[], category: string | null, body: string]

/** What the invented district answers again and again. */
const lines: readonly Line[] = [
  [
    '已经修好',
    ['submit'],
    null,
    '您反映的“{{标题}}”（编号 {{编号}}），{{单位}}已于{{今天}}到现场处理：{{?采取的措施}}。现已恢复正常，请您留意；如再出现问题，随时告诉我们。',
  ],
  [
    '路灯已修复',
    ['submit'],
    'S0101',
    '{{地点}}的灯已于{{今天}}修好，更换了{{?更换的部件}}。我们会在一周内夜间复查一次。',
  ],
  [
    '下水道已疏通',
    ['submit'],
    'S0103',
    '{{地点}}的下水道已疏通，清出{{?清出的杂物}}。请不要把油脂和湿巾倒进下水道；如再返水，请直接联系我们。',
  ],
  [
    '已列入计划',
    ['submit', 'close'],
    null,
    '您反映的“{{标题}}”暂时不能马上办成，原因是{{?原因}}。已列入计划，预计{{?完成时间}}完成。办成后我们会再告诉您。',
  ],
  [
    '噪声已劝导',
    ['submit', 'progress'],
    'S04',
    '{{单位}}已到{{地点}}劝导，对方同意{{?承诺的做法}}。我们会在{{?复查时间}}复查。',
  ],
  [
    '漏水已约双方看现场',
    ['progress', 'contact'],
    '0203',
    '已与双方约定{{?看现场的时间}}一起看现场、找漏点，请留人在家。看完后再商量修复和赔偿。',
  ],
  [
    '首次联系',
    ['contact'],
    null,
    '已与诉求人通话，说明由{{单位}}办理，最迟{{到期日}}回复。对方表示{{?对方的意见}}。',
  ],
  ['联系不上', ['contact', 'revisit'], null, '拨打留下的电话{{?次数}}次，无人接听，已发短信说明稍后再联系。'],
  [
    '请补充具体位置',
    ['ask'],
    null,
    '您好，为了尽快找到地方，请补充具体位置：几幢几单元、几楼，或附近有什么标志。方便的话请拍一张照片。',
  ],
  [
    '劳动仲裁途径',
    ['refuse'],
    '07',
    '您反映的劳动争议，依法先由劳动人事争议仲裁委员会处理。请带上{{?需要的材料}}到区劳动人事争议仲裁院申请，不收费。',
  ],
  ['请写明依据', ['redo'], null, '结果还不具体，请补充：{{?缺少的内容}}。群众要能看懂做了什么、现在怎样。'],
  ['如实结案', ['close'], null, '“{{标题}}”已由{{?办理单位}}办结并回访，诉求人确认{{?确认的内容}}。'],
]
const ofCommunity: Line = [
  '望溪社区上门时间',
  ['contact', 'progress'],
  null,
  '社区工作者{{?谁}}会在{{?上门时间}}上门，请家里留人。社区电话在楼道公示牌上。',
]

/** The rows of the demo's templates: those of the district, and one that a community keeps for itself. */
export function templateRows(random: Random, members: readonly Member[], since: Instant): object[] {
  const by = (login: string) => members.find((member) => member.login === login)
  const [administrator, clerk] = [by('songmingzhu'), by('meichunsheng')]
  const rowOf = ([name, verbs, category, body]: Line, unit: string | null, who: Member | undefined) => ({
    ...{ district_id: demoDistrict, id: uuidv7(since, random.bytes(10)), unit_id: unit, name, verbs, body },
    ...{ category_code: category, changed_at: new Date(since).toISOString(), changed_by: who?.accountId },
  })
  return [
    ...lines.map((line) => rowOf(line, null, administrator)),
    rowOf(ofCommunity, clerk?.posts[0]?.unit.id ?? null, clerk),
  ]
}
