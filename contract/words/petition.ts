import type { ClockOwner, PetitionClockKind } from '#domain/petition/clocks.ts'
import type { PetitionStep } from '#domain/petition/moves.ts'
import type { PaperForm } from '#domain/petition/papers.ts'
import type {
  AgentPower,
  DeliveryWay,
  DoubleReason,
  IssuedForm,
  PetitionChannel,
  PetitionEnding,
  PetitionKind,
  PetitionState,
  ReviewStance,
  Stance,
} from '#domain/petition/petition.ts'
import { inWords, type Language, type Sentence } from './language.ts'

type Labels<K extends string> = Record<K, Sentence>

export const petitionKindLabels: Labels<PetitionKind> = {
  suggestion: { zh: '建议意见', en: 'suggestion' },
  report: { zh: '检举控告', en: 'whistle-blowing' },
  claim: { zh: '申诉求决', en: 'claim' },
}

export const petitionChannelLabels: Labels<PetitionChannel> = {
  letter: { zh: '书信', en: 'letter' },
  visit: { zh: '走访', en: 'visit' },
  web: { zh: '网上', en: 'online' },
  oral: { zh: '电话、口头', en: 'by telephone or word' },
}

export const petitionStateLabels: Labels<PetitionState> = {
  sorting: { zh: '登记分办', en: 'being sorted' },
  disputed: { zh: '等待指定承办单位', en: 'waiting for a body to be named' },
  sent: { zh: '已转送，等待受理', en: 'sent, to be accepted' },
  objected: { zh: '承办单位有异议', en: 'objected to by the body' },
  accepted: { zh: '受理办理中', en: 'accepted and in hand' },
  answered: { zh: '已出具处理意见', en: 'opinion given' },
  review: { zh: '复查中', en: 'under review' },
  reviewed: { zh: '已出具复查意见', en: 'review opinion given' },
  rereview: { zh: '复核中', en: 'under re-review' },
  ended: { zh: '已了结', en: 'ended' },
}

export const petitionEndingLabels: Labels<PetitionEnding> = {
  routed: { zh: '告知法定途径', en: 'told its statutory route' },
  double: { zh: '不重复受理', en: 'not accepted twice' },
  notAccepted: { zh: '不予受理', en: 'not accepted' },
  replied: { zh: '已答复', en: 'replied to' },
  reconciled: { zh: '调解、和解', en: 'settled by consent' },
  settled: { zh: '处理意见生效，未再申请', en: 'opinion stands, no further review asked for' },
  final: { zh: '复核终结', en: 'decided in the last instance' },
  withdrawn: { zh: '信访人撤回', en: 'withdrawn by the petitioner' },
}

export const stanceLabels: Labels<Stance> = {
  support: { zh: '予以支持', en: 'supported' },
  explain: { zh: '作出解释', en: 'explained' },
  notSupport: { zh: '不予支持', en: 'not supported' },
}

export const reviewStanceLabels: Labels<ReviewStance> = {
  uphold: { zh: '维持', en: 'upheld' },
  change: { zh: '变更', en: 'changed' },
}

export const deliveryLabels: Labels<DeliveryWay> = {
  inPerson: { zh: '当面送达', en: 'handed over in person' },
  post: { zh: '邮寄', en: 'by post' },
  electronic: { zh: '电子送达', en: 'electronically' },
  left: { zh: '留置送达', en: 'left at the address' },
  agent: { zh: '代理人代收', en: 'received by the agent' },
}

export const issuedLabels: Labels<IssuedForm> = {
  acceptance: { zh: '受理告知书', en: 'notice of acceptance' },
  refusal: { zh: '不予受理告知书', en: 'notice of non-acceptance' },
  route: { zh: '法定途径告知书', en: 'notice of the statutory route' },
  double: { zh: '不再重复受理告知书', en: 'notice that it is not accepted twice' },
  extension: { zh: '延长办理期限告知书', en: 'notice of extension' },
  reply: { zh: '信访事项答复书', en: 'reply' },
  opinion: { zh: '信访事项处理意见书', en: 'opinion letter' },
  reviewOpinion: { zh: '信访事项复查意见书', en: 'review opinion' },
  rereviewOpinion: { zh: '信访事项复核意见书', en: 're-review opinion' },
}

export const paperLabels: Labels<PaperForm> = {
  ...issuedLabels,
  transfer: { zh: '信访事项转送函', en: 'letter of transfer' },
  mandate: { zh: '诉求代理书', en: 'mandate of an agent' },
}

export const agentPowerLabels: Labels<AgentPower> = {
  submit: { zh: '代为提交诉求和材料', en: 'hand in requests and papers' },
  inquire: { zh: '代为查询进展', en: 'inquire about progress' },
  receive: { zh: '代收文书', en: 'receive papers' },
  askReview: { zh: '代为申请复查、复核', en: 'ask for review and re-review' },
  hearing: { zh: '代为参加听证', en: 'take part in a hearing' },
  reconcile: { zh: '代为参加调解、和解', en: 'take part in mediation' },
  withdraw: { zh: '代为撤回', en: 'withdraw' },
}

export const doubleLabels: Labels<DoubleReason> = {
  inHand: { zh: '正在别处登记、转送（第十九条）', en: 'in hand elsewhere, not accepted yet (art. 19)' },
  accepted: {
    zh: '已经受理，正在规定期限内办理（第十九条）',
    en: 'accepted and being handled in its period (art. 19)',
  },
  reviewPeriod: {
    zh: '已出具意见，还在申请复查、复核的期限内（第三十五条、第三十六条）',
    en: 'an opinion was given and a review can still be asked for (arts 35, 36)',
  },
  inReview: { zh: '正在复查、复核（第三十五条、第三十六条）', en: 'under review (arts 35, 36)' },
  afterRereview: {
    zh: '已经复核终结，以同一事实和理由提出（第三十六条）',
    en: 'decided by re-review, and brought with the same facts and reasons (art. 36)',
  },
}

/** What remains open to the person, told with the refusal. */
export const remainsOpen: Labels<DoubleReason> = {
  inHand: {
    zh: '您可以等待承办单位在十五日内书面告知是否受理，也可以向它补充材料。',
    en: 'You may wait for the body to say within fifteen days whether it accepts, and hand in more papers to it.',
  },
  accepted: {
    zh: '您可以等待承办单位自受理之日起六十日内作出的处理意见，也可以向它补充事实和理由。',
    en: 'You may wait for the opinion of the body within sixty days of its acceptance, and add facts and reasons there.',
  },
  reviewPeriod: {
    zh: '您对意见不服的，可以自收到之日起三十日内向上一级机关、单位申请复查或者复核。',
    en: 'If you disagree with the opinion you may ask the level above for a review within thirty days of receiving it.',
  },
  inReview: {
    zh: '您可以等待复查、复核机关自收到请求之日起三十日内作出的意见。',
    en: 'You may wait for the review within thirty days of your request.',
  },
  afterRereview: {
    zh: '有新的事实和理由的，可以作为新的信访事项提出；依法可以通过诉讼等途径解决的，请走法定途径。',
    en: 'With new facts and reasons you may bring a new petition; where the law opens a court or another way, please take it.',
  },
}

export const petitionStepLabels: Labels<PetitionStep> = {
  register: { zh: '登记信访事项', en: 'Register the petition' },
  judge: { zh: '判断是否同一事实', en: 'Decide whether the facts are the same' },
  send: { zh: '转送', en: 'Send to a body' },
  decide: { zh: '指定承办单位', en: 'Name the body' },
  object: { zh: '提出异议', en: 'Object: not ours' },
  agreeReturn: { zh: '同意退回', en: 'Agree to take it back' },
  keepSent: { zh: '不同意退回', en: 'Do not take it back' },
  tellRoute: { zh: '告知法定途径', en: 'Tell the statutory route' },
  refuseDouble: { zh: '不重复受理', en: 'Do not accept twice' },
  accept: { zh: '受理', en: 'Accept' },
  notAccept: { zh: '不予受理', en: 'Do not accept' },
  extend: { zh: '批准延期', en: 'Approve an extension' },
  opine: { zh: '出具处理意见', en: 'Give the opinion' },
  reply: { zh: '答复', en: 'Reply' },
  reconcile: { zh: '登记调解、和解', en: 'Enter a settlement' },
  deliver: { zh: '登记送达', en: 'Enter the delivery' },
  askReview: { zh: '申请复查', en: 'Ask for a review' },
  giveReview: { zh: '出具复查意见', en: 'Give the review opinion' },
  askRereview: { zh: '申请复核', en: 'Ask for a re-review' },
  beginHearing: { zh: '开始听证', en: 'Begin a hearing' },
  endHearing: { zh: '结束听证', en: 'End the hearing' },
  giveRereview: { zh: '出具复核意见', en: 'Give the re-review opinion' },
  finish: { zh: '了结', en: 'Close the procedure' },
  reportUp: { zh: '紧急报告', en: 'Report upward at once' },
  withdraw: { zh: '登记撤回', en: 'Enter a withdrawal' },
  mandate: { zh: '登记诉求代理', en: 'Enter a mandate' },
  revoke: { zh: '解除代理', en: 'Revoke the mandate' },
  actFor: { zh: '记录代理行为', en: 'Note what the agent did' },
}

export const clockNames: Labels<PetitionClockKind> = {
  sort: { zh: '登记转送', en: 'Sorting and sending on' },
  notice: { zh: '告知是否受理', en: 'Saying whether it is accepted' },
  handle: { zh: '办结', en: 'Handling' },
  askReview: { zh: '申请复查', en: 'Asking for a review' },
  review: { zh: '复查', en: 'Review' },
  askRereview: { zh: '申请复核', en: 'Asking for a re-review' },
  rereview: { zh: '复核', en: 'Re-review' },
}

export const ownerLabels: Labels<ClockOwner> = {
  office: { zh: '信访工作机构', en: 'petition office' },
  body: { zh: '承办单位', en: 'handling body' },
  reviewer: { zh: '复查机关', en: 'reviewing body' },
  rereviewer: { zh: '复核机关', en: 're-reviewing body' },
  person: { zh: '信访人', en: 'petitioner' },
}

/** The rule of each time as one sentence: from what it runs, how long, by which article. */
const clockRules: Labels<PetitionClockKind> = {
  sort: {
    zh: '{start}收到，{amount}日内登记并转送（《信访工作条例》第二十二条）',
    en: 'Received on {start}; registered and sent on within {amount} days (Regulation on Petition Work art. 22)',
  },
  notice: {
    zh: '{start}转到，{amount}日内书面告知是否受理（《信访工作条例》第二十三条）',
    en: 'Came on {start}; a written word within {amount} days whether it is accepted (Regulation on Petition Work art. 23)',
  },
  handle: {
    zh: '{start}受理，{amount}日内办结（《信访工作条例》第三十四条）',
    en: 'Accepted on {start}; handled within {amount} days (Regulation on Petition Work art. 34)',
  },
  askReview: {
    zh: '信访人{start}收到处理意见，{amount}日内可以申请复查（《信访工作条例》第三十五条）',
    en: 'The opinion was received on {start}; a review can be asked for within {amount} days (Regulation on Petition Work art. 35)',
  },
  review: {
    zh: '{start}收到复查请求，{amount}日内提出复查意见（《信访工作条例》第三十五条）',
    en: 'The request came on {start}; reviewed within {amount} days (Regulation on Petition Work art. 35)',
  },
  askRereview: {
    zh: '信访人{start}收到复查意见，{amount}日内可以申请复核（《信访工作条例》第三十六条）',
    en: 'The review opinion was received on {start}; a re-review can be asked for within {amount} days (Regulation on Petition Work art. 36)',
  },
  rereview: {
    zh: '{start}收到复核请求，{amount}日内提出复核意见（《信访工作条例》第三十六条）',
    en: 'The request came on {start}; re-reviewed within {amount} days (Regulation on Petition Work art. 36)',
  },
}

const clockParts = {
  extended: { zh: '，经批准延长{days}日', en: ', extended by {days} days with approval' },
  hearing: { zh: '，听证{days}日不计入', en: ', {days} days of hearing not counted' },
  returned: { zh: '，在承办单位的{days}日不计入', en: ', {days} days with the body not counted' },
  stands: { zh: '，正在听证，暂停计时。', en: ', standing still during the hearing.' },
  due: { zh: '，到{due}为止。', en: ', until {due}.' },
  moved: {
    zh: '，末日遇休息日顺延，到{due}为止。',
    en: ', the last day moved to a working day, until {due}.',
  },
}

/** What the sentence about a time is filled with; days as they are to be read. */
export type ClockTold = {
  kind: PetitionClockKind
  start: string
  amount: number
  extended: number
  excluded: number
  due: string | null
  isMoved: boolean
}

/** One sentence that explains a due time with its facts and its article. */
export function clockSentenceOf(told: ClockTold, language: Language): string {
  const { kind, start, amount, extended, excluded, due, isMoved } = told
  const part = (name: keyof typeof clockParts, facts: Record<string, string | number> = {}) =>
    inWords(clockParts[name], language, facts)
  return [
    inWords(clockRules[kind], language, { start, amount }),
    extended > 0 ? part('extended', { days: extended }) : '',
    excluded > 0 ? part(kind === 'sort' ? 'returned' : 'hearing', { days: excluded }) : '',
    due === null ? part('stands') : part(isMoved ? 'moved' : 'due', { due }),
  ].join('')
}
