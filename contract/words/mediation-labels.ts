import type { AvertedKind } from '#domain/mediation/averted.ts'
import type { Form } from '#domain/mediation/forms/dossier.ts'
import type { CourtStage } from '#domain/mediation/limit.ts'
import type {
  AgreementKind,
  ConfirmationState,
  EndReason,
  MediationSource,
  MediationState,
  MediationType,
  MediatorPart,
  Method,
  ObligationKind,
  PauseReason,
  Power,
  SessionKind,
  SessionWay,
  Topic,
  Way,
} from '#domain/mediation/mediation.ts'
import type { Step } from '#domain/mediation/moves.ts'
import type { OfferState } from '#domain/mediation/offers.ts'
import type { Language, Reason } from '#domain/mediation/proposal.ts'
import type { ObstacleName } from '#domain/mediation/suitability.ts'
import type { Sentence } from './language.ts'

type Labels<Key extends string> = Record<Key, Sentence>

export const mediationTypeLabels: Labels<MediationType> = {
  people: { zh: '人民调解', en: 'people’s mediation' },
  administrative: { zh: '行政调解', en: 'administrative mediation' },
  judicial: { zh: '司法调解', en: 'judicial mediation' },
  lawyer: { zh: '律师调解', en: 'lawyer’s mediation' },
  industry: { zh: '行业性专业性调解', en: 'industry mediation' },
  joint: { zh: '联合调解', en: 'joint mediation' },
}

export const mediationSourceLabels: Labels<MediationSource> = {
  applied: { zh: '当事人申请', en: 'a party applied' },
  proactive: { zh: '主动调解', en: 'on our own initiative' },
  court: { zh: '法院委派、委托', en: 'referred by a court' },
  procuratorate: { zh: '检察院委托', en: 'referred by a procuratorate' },
  police: { zh: '公安移交', en: 'handed over by the police' },
  petition: { zh: '信访移交', en: 'handed over by the petition office' },
  entrusted: { zh: '其他委托', en: 'entrusted by another office' },
}

export const courtStageLabels: Labels<CourtStage> = {
  before: { zh: '立案前（30 天）', en: 'before filing (30 days)' },
  ordinary: { zh: '立案后普通程序（15 天）', en: 'filed, ordinary procedure (15 days)' },
  summary: { zh: '立案后简易程序（7 天）', en: 'filed, summary procedure (7 days)' },
}

export const mediationStateLabels: Labels<MediationState> = {
  asking: { zh: '征求意愿', en: 'asking for agreement' },
  running: { zh: '调解中', en: 'being mediated' },
  agreed: { zh: '已达成协议', en: 'agreed' },
  ended: { zh: '已终止', en: 'ended without agreement' },
  filed: { zh: '已归档', en: 'filed' },
}

export const topicLabels: Labels<Topic> = {
  mediate: { zh: '同意调解', en: 'mediate' },
  mediator: { zh: '接受调解员', en: 'accept the mediators' },
  outsiders: { zh: '同意请外人参加', en: 'let outsiders take part' },
  open: { zh: '同意公开调解', en: 'mediate in public' },
  extension: { zh: '同意延长期限', en: 'extend the limit' },
  partialFacts: { zh: '同意固定无争议事实', en: 'fix undisputed facts' },
}

export const wayLabels: Labels<Way> = {
  screen: { zh: '当面签名', en: 'signed here' },
  link: { zh: '本人通过链接', en: 'by its link' },
  paper: { zh: '纸件拍照', en: 'on paper, photographed' },
  oral: { zh: '口头，有见证人', en: 'by word, with a witness' },
}

export const powerLabels: Labels<Power> = {
  applyEnd: { zh: '申请、终止调解', en: 'apply for and end mediation' },
  evidence: { zh: '提交、接收证据', en: 'hand in and receive evidence' },
  chooseMediator: { zh: '选择调解员', en: 'choose mediators' },
  claims: { zh: '承认、变更、放弃请求', en: 'admit, change, waive claims' },
  reconcile: { zh: '和解', en: 'reconcile' },
  sign: { zh: '签署协议和文书', en: 'sign agreement and papers' },
  receive: { zh: '接收文书', en: 'receive papers' },
}

/** What a mediation kept from happening, as the monthly form calls it. */
export const avertedLabels: Labels<AvertedKind> = {
  suicide: { zh: '防止自杀', en: 'suicide prevented' },
  crime: { zh: '防止民转刑', en: 'crime out of a dispute prevented' },
  brawl: { zh: '制止群体性械斗', en: 'brawl of groups stopped' },
  petition: { zh: '制止群体性上访', en: 'petition of a crowd stopped' },
}

export const mediatorPartLabels: Labels<MediatorPart> = {
  lead: { zh: '主持', en: 'lead' },
  member: { zh: '参加', en: 'member' },
  expert: { zh: '专家', en: 'expert' },
}

export const sessionKindLabels: Labels<SessionKind> = {
  joint: { zh: '面对面', en: 'joint' },
  caucus: { zh: '背靠背', en: 'caucus' },
}

export const sessionWayLabels: Labels<SessionWay> = {
  onSite: { zh: '现场', en: 'on site' },
  centre: { zh: '调解室', en: 'in a room' },
  video: { zh: '视频', en: 'by video' },
  written: { zh: '书面往来', en: 'in writing' },
}

export const offerStateLabels: Labels<OfferState> = {
  open: { zh: '等答复', en: 'awaits an answer' },
  accepted: { zh: '已接受', en: 'accepted' },
  declined: { zh: '没有接受', en: 'declined' },
  countered: { zh: '对方另提了方案', en: 'countered' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  replaced: { zh: '换了新方案', en: 'replaced by a new one' },
  expired: { zh: '过期了', en: 'expired' },
  lapsed: { zh: '随这一场结束', en: 'over with the exchange' },
}

export const methodLabels: Labels<Method> = {
  perspective: { zh: '换位思考', en: 'changing places' },
  cooling: { zh: '冷却降温', en: 'cooling down' },
  precedent: { zh: '案例引导', en: 'learning from a case' },
  sincerity: { zh: '真情打动', en: 'sincere words' },
}

/** What each method is good for, in one sentence. */
export const methodGuidance: Labels<Method> = {
  perspective: {
    zh: '请双方各说一遍对方最难受的是什么，再说自己的。',
    en: 'Ask each side to say first what is hardest for the other, then for itself.',
  },
  cooling: {
    zh: '情绪上来时先分开谈，约定下次时间，不在火头上定事。',
    en: 'When tempers rise, talk apart and set another day; decide nothing in anger.',
  },
  precedent: {
    zh: '讲一件结果相近、双方都满意的旧事，隐去姓名。',
    en: 'Tell of a similar case that ended well for both, without names.',
  },
  sincerity: {
    zh: '从往日的情分和以后还要相处说起，再回到要办的事。',
    en: 'Begin with the old ties and the years still to come, then return to the matter.',
  },
}

export const agreementKindLabels: Labels<AgreementKind> = {
  written: { zh: '书面协议', en: 'written' },
  oral: { zh: '口头协议', en: 'oral' },
  partial: { zh: '部分协议', en: 'partial' },
}

export const obligationKindLabels: Labels<ObligationKind> = {
  pay: { zh: '付款', en: 'pay' },
  act: { zh: '做一件事', en: 'do something' },
  apologise: { zh: '赔礼道歉', en: 'apologise' },
}

export const pauseLabels: Labels<PauseReason> = {
  appraisal: { zh: '等鉴定', en: 'an appraisal is awaited' },
  absence: { zh: '当事人不能参加', en: 'a party cannot take part' },
  relatedCase: { zh: '等另一件事有结果', en: 'another case is awaited' },
}

export const endReasonLabels: Labels<EndReason> = {
  refused: { zh: '一方明确拒绝', en: 'a side clearly refused' },
  noAgreement: { zh: '达不成协议', en: 'no agreement to be expected' },
  unreachable: { zh: '联系不上', en: 'a side cannot be reached' },
  withdrawn: { zh: '撤回申请', en: 'the application was withdrawn' },
  falsehood: { zh: '隐瞒、虚构重要事实', en: 'important facts were hidden or false' },
  sham: { zh: '涉嫌虚假调解', en: 'suspected sham mediation' },
  timeLimit: { zh: '期限届满', en: 'the limit ended' },
  impossible: { zh: '不能继续', en: 'it cannot go on' },
}

export const confirmationLabels: Labels<ConfirmationState> = {
  applied: { zh: '已共同申请', en: 'asked for together' },
  accepted: { zh: '法院已受理', en: 'accepted by the court' },
  confirmed: { zh: '裁定确认有效', en: 'confirmed' },
  rejected: { zh: '驳回申请', en: 'rejected' },
}

export const obstacleLabels: Labels<ObstacleName> = {
  inCourt: { zh: '法院已经受理，也没有委托调解', en: 'a court has it and has not referred it' },
  elsewhere: { zh: '其他机关正在处理', en: 'another body is handling it' },
  exclusive: { zh: '法律规定只能由专门机关处理', en: 'the law gives it to one body only' },
  administrative: { zh: '是和行政机关的行政争议', en: 'it is a dispute about an act of an authority' },
  petitionInLaw: {
    zh: '涉法涉诉信访还没有终结',
    en: 'it is a petition about a court case that is not concluded',
  },
  crime: { zh: '可能构成违法犯罪，要报公安', en: 'it may be an offence and goes to the police' },
  identity: { zh: '涉及身份关系，不能调解', en: 'it is about who somebody is' },
  forbidden: { zh: '法律禁止民间调解', en: 'the law forbids private mediation' },
}

export const formLabels: Labels<Form> = {
  application: { zh: '人民调解申请书', en: 'Application' },
  register: { zh: '受理登记表', en: 'Register of acceptance' },
  rightsNotice: { zh: '权利义务告知书', en: 'Notice of rights and duties' },
  mandate: { zh: '授权委托书', en: 'Mandate' },
  sessionRecord: { zh: '调解记录', en: 'Record of a session' },
  agreement: { zh: '调解协议书', en: 'Agreement' },
  performance: { zh: '履行登记', en: 'Record of performance' },
  revisit: { zh: '回访记录', en: 'Record of the revisit' },
  confirmation: { zh: '司法确认申请书', en: 'Application for judicial confirmation' },
  endNotice: { zh: '终止调解通知书', en: 'Notice of termination' },
  dossier: { zh: '整本卷宗', en: 'The whole dossier' },
}

export const stepLabels: Labels<Step> = {
  open: { zh: '受理调解', en: 'Open a mediation' },
  tell: { zh: '告知权利义务', en: 'Tell rights and duties' },
  consent: { zh: '登记意见', en: 'Enter an answer' },
  mandate: { zh: '登记委托书', en: 'Enter a mandate' },
  revokeMandate: { zh: '撤回委托', en: 'Revoke a mandate' },
  appoint: { zh: '增加调解员', en: 'Appoint a mediator' },
  disclose: { zh: '披露利害关系', en: 'Disclose conflicts' },
  recuse: { zh: '回避', en: 'Withdraw a mediator' },
  begin: { zh: '开始调解', en: 'Begin' },
  schedule: { zh: '安排场次', en: 'Schedule a session' },
  reply: { zh: '回复到场', en: 'Answer an invitation' },
  cancel: { zh: '取消场次', en: 'Cancel a session' },
  hold: { zh: '记录场次', en: 'Record a session' },
  signRecord: { zh: '签调解记录', en: 'Sign the record' },
  offer: { zh: '提出方案', en: 'Make an offer' },
  answerOffer: { zh: '答复方案', en: 'Answer an offer' },
  withdrawOffer: { zh: '撤回方案', en: 'Withdraw an offer' },
  askExtension: { zh: '征求延期', en: 'Ask for an extension' },
  extend: { zh: '延长期限', en: 'Extend' },
  pause: { zh: '期限中止', en: 'Stop the limit' },
  resume: { zh: '恢复计时', en: 'Let the limit run on' },
  draft: { zh: '拟定协议', en: 'Draft an agreement' },
  dropDraft: { zh: '作废协议稿', en: 'Drop a draft' },
  sign: { zh: '当事人签字', en: 'A party signs' },
  signAsMediator: { zh: '调解员签字', en: 'Sign as mediator' },
  seal: { zh: '加盖印章', en: 'Seal' },
  leave: { zh: '退出调解', en: 'A party leaves' },
  settle: { zh: '确认达成协议', en: 'Settle' },
  end: { zh: '终止调解', en: 'End without agreement' },
  perform: { zh: '登记履行', en: 'Enter performance' },
  miss: { zh: '登记未履行', en: 'Enter a default' },
  confirm: { zh: '司法确认', en: 'Judicial confirmation' },
  revisit: { zh: '回访', en: 'Revisit' },
  file: { zh: '卷宗归档', en: 'File the dossier' },
}

/** Rights and duties of the parties, as they are read out (Mediation Act arts 4, 23, 24, 31–33). */
export const rightsNotice: readonly Sentence[] = [
  { zh: '调解不收任何费用。', en: 'Mediation costs nothing.' },
  {
    zh: '您可以选择或者接受调解员，也可以要求调解员回避。',
    en: 'You may choose or accept the mediator, and ask that one withdraws.',
  },
  {
    zh: '您可以接受调解、拒绝调解，也可以随时要求终止调解。',
    en: 'You may accept or refuse mediation, and end it at any time.',
  },
  { zh: '您可以要求调解公开进行或者不公开进行。', en: 'You may ask that it is held in public or not.' },
  {
    zh: '您可以自主表达意愿，自愿达成协议。',
    en: 'You say freely what you want, and agree only if you want to.',
  },
  { zh: '请如实陈述纠纷事实。', en: 'Please tell the facts as they are.' },
  {
    zh: '请遵守现场秩序，尊重调解员，尊重对方行使权利。',
    en: 'Please keep order, and respect the mediator and the rights of the other side.',
  },
  {
    zh: '达成的协议有法律约束力，各方要履行；生效 30 日内双方可以共同向法院申请司法确认，确认后可以申请强制执行。',
    en: 'An agreement binds and is to be kept; within 30 days of effect both may ask a court to confirm it, after which it can be enforced.',
  },
  {
    zh: '调解不成，您可以仲裁、申请行政处理或者起诉。',
    en: 'If it fails, arbitration, the authorities and the courts remain open to you.',
  },
]

export const languageLabels: Labels<Language> = {
  mandarin: { zh: '普通话', en: 'Mandarin' },
  local: { zh: '本地话', en: 'the local dialect' },
  wu: { zh: '吴语', en: 'Wu' },
  cantonese: { zh: '粤语', en: 'Cantonese' },
  min: { zh: '闽南话', en: 'Southern Min' },
  hakka: { zh: '客家话', en: 'Hakka' },
  mongolian: { zh: '蒙古语', en: 'Mongolian' },
  tibetan: { zh: '藏语', en: 'Tibetan' },
  uyghur: { zh: '维吾尔语', en: 'Uyghur' },
  zhuang: { zh: '壮语', en: 'Zhuang' },
  korean: { zh: '朝鲜语', en: 'Korean' },
  english: { zh: '英语', en: 'English' },
  sign: { zh: '手语', en: 'sign language' },
}

/** Why somebody is proposed as mediator, or better not. */
export const proposalLabels: Labels<Reason> = {
  conflict: {
    zh: '在这件事里回避过或有利害关系',
    en: 'has withdrawn in this matter, or has an interest in it',
  },
  language: { zh: '会说当事人的语言', en: 'speaks the language' },
  speciality: { zh: '擅长这类纠纷', en: 'knows this kind of dispute' },
  here: { zh: '承办单位的人', en: 'of the handling unit' },
  near: { zh: '就在附近', en: 'close by' },
  free: { zh: '手上的件最少', en: 'has least in hand' },
}
