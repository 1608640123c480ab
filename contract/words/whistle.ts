import type { Lateness } from '#domain/whistle/clocks.ts'
import type { LimitedStep, WhistleKind } from '#domain/whistle/limits.ts'
import type { WhistleVerb } from '#domain/whistle/moves.ts'
import type {
  FinishOutcome,
  LineEnd,
  LineRole,
  LineStep,
  Mark,
  RatedThing,
  Ruling,
  WhistleState,
} from '#domain/whistle/whistle.ts'
import type { Sentence } from './language.ts'

type Labels<K extends string> = Record<K, Sentence>

export const whistleKindLabels: Labels<WhistleKind> = {
  routine: { zh: '工作推进哨', en: 'Routine whistle' },
  hard: { zh: '攻坚克难哨', en: 'Hard whistle' },
  emergency: { zh: '应急哨', en: 'Emergency whistle' },
}

export const whistleStateLabels: Labels<WhistleState> = {
  waiting: { zh: '待第二位领导同意', en: 'waits for a second leader' },
  sounding: { zh: '响应中', en: 'being answered' },
  over: { zh: '已办结', en: 'over' },
  calledOff: { zh: '已撤销', en: 'called off' },
  declined: { zh: '未同意', en: 'declined' },
}

/** What is to be done with a line. */
export const lineStepLabels: Labels<LineStep> = {
  sign: { zh: '签收', en: 'Sign' },
  contact: { zh: '联系', en: 'Contact' },
  arrive: { zh: '到场', en: 'Arrive' },
  plan: { zh: '计划', en: 'Plan' },
  finish: { zh: '办理', en: 'Finish' },
  confirm: { zh: '确认', en: 'Confirm' },
  rule: { zh: '裁定异议', en: 'Rule' },
}

/** The steps that have a limit of their own. */
export const limitedStepLabels: Labels<LimitedStep> = {
  approve: { zh: '第二位领导同意', en: 'Second approval' },
  sign: { zh: '签收', en: 'Sign' },
  contact: { zh: '联系', en: 'Contact' },
  arrive: { zh: '到场', en: 'Arrive' },
  plan: { zh: '计划', en: 'Plan' },
  confirm: { zh: '确认', en: 'Confirm' },
  rule: { zh: '裁定异议', en: 'Rule' },
}

/** Whose turn it is, in a list. */
export const lineTurnLabels: Labels<LineStep> = {
  sign: { zh: '待签收', en: 'to sign' },
  contact: { zh: '待联系', en: 'to make contact' },
  arrive: { zh: '待到场', en: 'to arrive' },
  plan: { zh: '待作计划', en: 'to plan' },
  finish: { zh: '办理中', en: 'to finish' },
  confirm: { zh: '待街道确认', en: 'to be confirmed' },
  rule: { zh: '有异议，待裁定', en: 'objected; to be ruled on' },
}

export const lineEndLabels: Labels<LineEnd> = {
  confirmed: { zh: '已确认办结', en: 'confirmed' },
  released: { zh: '异议成立，已解除', en: 'released' },
  calledOff: { zh: '已撤销', en: 'called off' },
}

export const lineRoleLabels: Labels<LineRole> = {
  lead: { zh: '牵头', en: 'leads' },
  assist: { zh: '配合', en: 'assists' },
}

export const finishLabels: Labels<FinishOutcome> = {
  solved: { zh: '已解决', en: 'solved' },
  partly: { zh: '部分解决', en: 'solved in part' },
  cannot: { zh: '本部门解决不了', en: 'cannot be solved by us' },
}

export const rulingLabels: Labels<Ruling> = {
  upheld: { zh: '异议成立，解除', en: 'upheld: it is released' },
  overruled: { zh: '异议不成立，继续办', en: 'overruled: it goes on' },
  other: { zh: '改由另一个部门办', en: 'another department takes its place' },
}

export const ratedLabels: Labels<RatedThing> = {
  speed: { zh: '响应快慢', en: 'Speed' },
  help: { zh: '配合帮忙', en: 'Help' },
  result: { zh: '办理结果', en: 'Result' },
}

export const markLabels: Labels<Mark> = {
  satisfied: { zh: '满意', en: 'satisfied' },
  basically: { zh: '基本满意', en: 'basically satisfied' },
  unsatisfied: { zh: '不满意', en: 'not satisfied' },
}

export const latenessLabels: Labels<Exclude<Lateness, 'fine'>> = {
  near: { zh: '快到时限', en: 'due soon' },
  late: { zh: '已超时', en: 'late' },
  far: { zh: '超过两倍时限', en: 'over twice the time' },
}

export const whistleVerbLabels: Labels<WhistleVerb> = {
  second: { zh: '同意吹哨', en: 'Consent' },
  decline: { zh: '不同意', en: 'Decline' },
  sign: { zh: '签收', en: 'Sign for it' },
  contact: { zh: '记联系', en: 'Record the contact' },
  arrive: { zh: '记到场', en: 'Record the arrival' },
  plan: { zh: '定计划', en: 'Plan' },
  finish: { zh: '报办结', en: 'Report it finished' },
  object: { zh: '提异议', en: 'Object' },
  rule: { zh: '裁定', en: 'Rule' },
  confirm: { zh: '确认办结', en: 'Confirm' },
  sendBack: { zh: '退回重办', en: 'Send back' },
  rate: { zh: '评价部门', en: 'Rate the department' },
  rateBack: { zh: '评价这个哨', en: 'Rate the whistle' },
  upgrade: { zh: '上报区里', en: 'Pass up to the district' },
  callOff: { zh: '撤销', en: 'Call off' },
  misuse: { zh: '记吹哨不当', en: 'Note misuse' },
}
