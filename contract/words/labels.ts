import type { Priority, TicketState } from '#domain/hall/ticket.ts'
import type { Relation } from '#domain/intake/hand-over.ts'
import type { ClockKind } from '#domain/matter/clocks.ts'
import type { FieldName } from '#domain/matter/fields.ts'
import type { Flag } from '#domain/matter/flags.ts'
import type {
  Channel,
  ClosureKind,
  HoldReason,
  Kind,
  PartOutcome,
  Route,
  Satisfaction,
  State,
  Urgency,
  VoidReason,
} from '#domain/matter/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import type { Level, Role, UnitKind } from '#domain/org/roles.ts'
import type { Paper } from '#domain/paper/paper.ts'
import type { JusticeLine } from '#domain/triage/category.ts'
import type { Sentence } from './language.ts'

type Labels<Key extends string> = Record<Key, Sentence>

export const stateLabels: Labels<State> = {
  received: { zh: '待受理', en: 'to be accepted' },
  accepted: { zh: '待派单', en: 'to be dispatched' },
  dispatched: { zh: '待签收', en: 'to be signed for' },
  handling: { zh: '办理中', en: 'being handled' },
  returned: { zh: '已退回', en: 'returned' },
  submitted: { zh: '待核实', en: 'to be verified' },
  revisiting: { zh: '待回访', en: 'to be revisited' },
  closed: { zh: '已结案', en: 'closed' },
}

export const verbLabels: Labels<Verb> = {
  receive: { zh: '登记', en: 'Register' },
  accept: { zh: '受理', en: 'Accept' },
  refuse: { zh: '不予受理', en: 'Refer elsewhere' },
  triage: { zh: '研判', en: 'Triage' },
  dispatch: { zh: '派单', en: 'Dispatch' },
  sign: { zh: '签收', en: 'Sign for it' },
  return: { zh: '退单', en: 'Return' },
  rule: { zh: '裁定承办', en: 'Rule who handles it' },
  escalate: { zh: '上报', en: 'Pass up' },
  handDown: { zh: '交办', en: 'Hand down' },
  handOver: { zh: '移交同事', en: 'Hand over' },
  assist: { zh: '请协办', en: 'Ask for assistance' },
  answerPart: { zh: '答复协办', en: 'Answer our part' },
  dropPart: { zh: '撤回协办', en: 'Take a part back' },
  askHold: { zh: '申请中止', en: 'Ask for a hold' },
  askExtend: { zh: '申请延期', en: 'Ask for more time' },
  askVoid: { zh: '申请作废', en: 'Ask to void' },
  grantHold: { zh: '同意中止', en: 'Grant the hold' },
  grantExtend: { zh: '同意延期', en: 'Grant more time' },
  void: { zh: '同意作废', en: 'Void' },
  askReview: { zh: '申请复审', en: 'Ask for a second look' },
  deny: { zh: '不同意', en: 'Deny' },
  resume: { zh: '恢复办理', en: 'Resume' },
  expedite: { zh: '催办', en: 'Urge' },
  copy: { zh: '抄告', en: 'Copy for information' },
  contact: { zh: '已联系群众', en: 'Contacted' },
  progress: { zh: '报进展', en: 'Report progress' },
  ask: { zh: '问群众', en: 'Ask the person' },
  answer: { zh: '回答', en: 'Answer' },
  submit: { zh: '提交结果', en: 'Submit result' },
  verify: { zh: '核实通过', en: 'Verify' },
  redo: { zh: '退回重办', en: 'Send back' },
  revisit: { zh: '回访', en: 'Revisit' },
  rate: { zh: '评价', en: 'Rate' },
  close: { zh: '结案', en: 'Close' },
  askReopen: { zh: '申请重办', en: 'Ask to reopen' },
  reopen: { zh: '重新办理', en: 'Reopen' },
  keepClosed: { zh: '维持结案', en: 'Keep closed' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  merge: { zh: '并案', en: 'Join into another' },
  split: { zh: '分案', en: 'Split' },
  join: { zh: '并入同一诉求', en: 'Join' },
  note: { zh: '内部备注', en: 'Internal note' },
  correct: { zh: '更正', en: 'Correct' },
  addParty: { zh: '登记当事人', en: 'Register a party' },
  editParty: { zh: '更正当事人', en: 'Correct a party' },
  removeParty: { zh: '移除当事人', en: 'Remove a party' },
  relate: { zh: '关联事项', en: 'Relate a matter' },
  mediate: { zh: '调解', en: 'Mediate' },
  petition: { zh: '信访', en: 'Petition' },
  unrelate: { zh: '解除关联', en: 'Take a relation away' },
  archive: { zh: '归档', en: 'Archive' },
  settleSubject: { zh: '答复个人信息请求', en: 'Answer a request about personal data' },
}

export const kindLabels: Labels<Kind> = {
  consultation: { zh: '咨询', en: 'consultation' },
  request: { zh: '求助', en: 'request for help' },
  complaint: { zh: '投诉', en: 'complaint' },
  report: { zh: '举报', en: 'report of wrongdoing' },
  suggestion: { zh: '建议', en: 'suggestion' },
  dispute: { zh: '矛盾纠纷', en: 'dispute' },
  hazard: { zh: '隐患', en: 'hazard' },
  errand: { zh: '事务代办', en: 'errand' },
  wish: { zh: '微心愿', en: 'small wish' },
}

export const channelLabels: Labels<Channel> = {
  qr: { zh: '码上办', en: 'scan to handle' },
  desk: { zh: '窗口来访', en: 'front desk' },
  hotline: { zh: '12345 工单', en: '12345 hotline' },
  visit: { zh: '入户走访', en: 'household visit' },
  grid: { zh: '网格上报', en: 'grid worker' },
  building: { zh: '楼栋长吹哨', en: 'building head' },
  phone: { zh: '电话', en: 'telephone' },
  letter: { zh: '来信', en: 'letter' },
  board: { zh: '城市留言板', en: 'message board' },
  neighbourhood: { zh: '微邻里', en: 'neighbourhood app' },
  police: { zh: '警情移交', en: 'police' },
  court: { zh: '法院委派委托', en: 'court' },
  petition: { zh: '信访转办', en: 'petition office' },
  department: { zh: '部门移送', en: 'department' },
}

export const urgencyLabels: Labels<Urgency> = {
  normal: { zh: '一般', en: 'normal' },
  urgent: { zh: '紧急', en: 'urgent' },
  critical: { zh: '特急', en: 'critical' },
}

export const levelLabels: Labels<Level> = {
  community: { zh: '社区', en: 'community' },
  street: { zh: '街道', en: 'street' },
  district: { zh: '区级', en: 'district' },
}

export const closureLabels: Labels<ClosureKind> = {
  resolved: { zh: '实质化解', en: 'resolved' },
  agreed: { zh: '达成协议', en: 'agreed' },
  referred: { zh: '转法定途径', en: 'referred to a legal route' },
  procedural: { zh: '程序性终结', en: 'ended by procedure' },
  stabilised: { zh: '稳控', en: 'stabilised' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  notAccepted: { zh: '不予受理', en: 'not accepted' },
  joined: { zh: '并入其他事项', en: 'joined into another' },
  voided: { zh: '作废', en: 'voided' },
}

export const routeLabels: Labels<Route> = {
  emergency: { zh: '紧急电话 110 / 119 / 120 / 122', en: 'emergency calls 110 / 119 / 120 / 122' },
  court: { zh: '人民法院诉讼', en: 'the people’s court' },
  arbitration: { zh: '仲裁', en: 'arbitration' },
  labourArbitration: { zh: '劳动人事争议仲裁', en: 'labour arbitration' },
  review: { zh: '行政复议', en: 'administrative review' },
  petition: { zh: '信访部门', en: 'the petition office' },
  police: { zh: '公安机关', en: 'the police' },
  discipline: { zh: '纪检监察机关', en: 'discipline inspection' },
  notary: { zh: '公证处', en: 'the notary' },
  market: { zh: '市场服务或社会组织', en: 'a market service or social organisation' },
  otherPlace: { zh: '其他地区的受理单位', en: 'the office of another place' },
  answeredBefore: { zh: '同一诉求已有答复', en: 'already answered, no new facts' },
}

export const holdLabels: Labels<HoldReason> = {
  appraisal: { zh: '等鉴定评估', en: 'appraisal awaited' },
  hearing: { zh: '等听证', en: 'hearing awaited' },
  party: { zh: '等当事人', en: 'waiting for a party' },
  procedure: { zh: '等另案或法定程序', en: 'another case or a legal procedure first' },
  season: { zh: '等天气或施工季节', en: 'weather or season of works' },
}

export const voidLabels: Labels<VoidReason> = {
  mistake: { zh: '登记错误', en: 'registered by mistake' },
  twice: { zh: '重复登记', en: 'registered twice' },
  trial: { zh: '测试数据', en: 'a trial entry' },
  nonsense: { zh: '无实际内容', en: 'no content at all' },
}

export const partLabels: Labels<PartOutcome> = {
  done: { zh: '已办', en: 'done' },
  declined: { zh: '不归我们办', en: 'not ours' },
  dropped: { zh: '已撤回', en: 'taken back' },
}

export const satisfactionLabels: Labels<Satisfaction> = {
  satisfied: { zh: '满意', en: 'satisfied' },
  basically: { zh: '基本满意', en: 'fairly satisfied' },
  unsatisfied: { zh: '不满意', en: 'not satisfied' },
}

export const clockLabels: Labels<ClockKind> = {
  accept: { zh: '受理', en: 'accept' },
  dispatch: { zh: '派单', en: 'dispatch' },
  sign: { zh: '签收', en: 'sign' },
  contact: { zh: '首次联系', en: 'first contact' },
  handle: { zh: '办理', en: 'handle' },
  verify: { zh: '核实', en: 'verify' },
  revisit: { zh: '回访', en: 'revisit' },
  reopen: { zh: '答复重办申请', en: 'answer the request to reopen' },
  approve: { zh: '审批', en: 'decide a request' },
  hold: { zh: '中止期限', en: 'end of the hold' },
}

export const flagLabels: Labels<Flag> = {
  farOver: { zh: '严重超时', en: 'far overdue' },
  late: { zh: '已超时', en: 'overdue' },
  nearing: { zh: '快到期', en: 'nearly due' },
  awaitingPerson: { zh: '等群众补充', en: 'waiting for the person' },
  reopenAsked: { zh: '申请重办', en: 'asks to reopen' },
  reopened: { zh: '重办', en: 'reopened' },
  returned: { zh: '退过单', en: 'returned before' },
  group: { zh: '群体诉求', en: 'group' },
  sensitive: { zh: '保密', en: 'need to know' },
  urgent: { zh: '紧急', en: 'urgent' },
  critical: { zh: '特急', en: 'critical' },
  unhappy: { zh: '群众不满意', en: 'person not satisfied' },
  approval: { zh: '待审批', en: 'request waiting' },
  held: { zh: '已中止', en: 'on hold' },
  escalated: { zh: '上报来的', en: 'passed up' },
  ruled: { zh: '已裁定', en: 'ruled on' },
  expedited: { zh: '已催办', en: 'urged' },
  assisted: { zh: '协办中', en: 'being assisted' },
  archived: { zh: '已归档', en: 'archived' },
}

export const fieldLabels: Labels<FieldName> = {
  title: { zh: '标题', en: 'title' },
  story: { zh: '诉求内容', en: 'what was said' },
  placeText: { zh: '地点', en: 'place' },
  kind: { zh: '类别', en: 'kind' },
  categoryCode: { zh: '分类', en: 'category' },
  urgency: { zh: '紧急程度', en: 'urgency' },
  contactName: { zh: '姓名', en: 'name' },
  contactPhone: { zh: '电话', en: 'telephone' },
}

export const paperLabels: Labels<Paper> = {
  receipt: { zh: '受理回执', en: 'receipt' },
  acceptance: { zh: '受理单', en: 'acceptance form' },
  dispatch: { zh: '交办单', en: 'dispatch form' },
  transfer: { zh: '转办单', en: 'transfer form' },
  reply: { zh: '回复单', en: 'reply' },
  refusal: { zh: '不予受理告知书', en: 'notice of non-acceptance' },
}

export const roleLabels: Labels<Role> = {
  buildingHead: { zh: '楼栋长', en: 'building head' },
  gridWorker: { zh: '网格员', en: 'grid worker' },
  communityClerk: { zh: '社区工作者', en: 'community clerk' },
  deskOfficer: { zh: '窗口引导员', en: 'desk officer' },
  dispatcher: { zh: '研判分流员', en: 'dispatcher' },
  mediator: { zh: '调解员', en: 'mediator' },
  expert: { zh: '专家', en: 'expert' },
  legalPartner: { zh: '四员一律', en: 'legal partner' },
  departmentOfficer: { zh: '部门经办人', en: 'department officer' },
  supervisor: { zh: '督办员', en: 'supervisor' },
  leader: { zh: '领导', en: 'leader' },
  administrator: { zh: '管理员', en: 'administrator' },
  securityAdministrator: { zh: '安全管理员', en: 'security administrator' },
  auditor: { zh: '审计员', en: 'auditor' },
}

export const unitKindLabels: Labels<UnitKind> = {
  district: { zh: '区县', en: 'district' },
  street: { zh: '街道', en: 'street' },
  community: { zh: '社区', en: 'community' },
  grid: { zh: '网格', en: 'grid' },
  building: { zh: '楼栋', en: 'building' },
  centre: { zh: '综治中心', en: 'centre' },
  department: { zh: '部门', en: 'department' },
  committee: { zh: '调委会', en: 'mediation committee' },
  studio: { zh: '调解工作室', en: 'mediation studio' },
  room: { zh: '窗口', en: 'room' },
  company: { zh: '服务企业', en: 'service company' },
}

export const ticketStateLabels: Labels<TicketState> = {
  waiting: { zh: '等候', en: 'waiting' },
  called: { zh: '已叫号', en: 'called' },
  serving: { zh: '正在办', en: 'being served' },
  done: { zh: '已办完', en: 'done' },
  passed: { zh: '过号', en: 'absent' },
  cancelled: { zh: '已取消', en: 'cancelled' },
}

export const priorityLabels: Labels<Priority> = {
  old: { zh: '老人', en: 'elderly' },
  disabled: { zh: '残障', en: 'disabled' },
  infant: { zh: '带婴幼儿', en: 'with an infant' },
}

/** The lines of the justice bureaus' statistics (domain rules §1.5). */
export const justiceLabels: Labels<JusticeLine> = {
  family: { zh: '婚姻家庭', en: 'marriage and family' },
  neighbours: { zh: '邻里', en: 'neighbours' },
  housing: { zh: '房屋宅基地', en: 'houses and homesteads' },
  contract: { zh: '合同', en: 'contracts' },
  production: { zh: '生产经营', en: 'production and business' },
  damages: { zh: '损害赔偿', en: 'damages' },
  land: { zh: '山林土地', en: 'forests and land' },
  demolition: { zh: '征地拆迁', en: 'expropriation and demolition' },
  pollution: { zh: '环境污染', en: 'pollution' },
  wages: { zh: '拖欠农民工工资', en: 'unpaid wages of migrant workers' },
  labour: { zh: '其他劳动争议', en: 'other labour disputes' },
  tourism: { zh: '旅游', en: 'tourism' },
  online: { zh: '电子商务', en: 'online trade' },
  consumer: { zh: '其他消费', en: 'other consumption' },
  medical: { zh: '医疗', en: 'medical' },
  traffic: { zh: '道路交通事故', en: 'road accidents' },
  property: { zh: '物业', en: 'property management' },
  other: { zh: '其他', en: 'other' },
}

export const relationLabels: Labels<Relation> = {
  family: { zh: '家人', en: 'family' },
  neighbour: { zh: '邻居', en: 'a neighbour' },
  colleague: { zh: '同事或工友', en: 'a colleague' },
  agent: { zh: '受委托的代理人', en: 'an agent with a mandate' },
  other: { zh: '其他人', en: 'somebody else' },
}
