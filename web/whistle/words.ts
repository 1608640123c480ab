import type { WhistleTold } from '#contract/whistle.ts'
import { counted, type Sentence, sentences } from '#web/lib/words.ts'

export const whistleWords = sentences({
  title: { zh: '吹哨报到', en: 'Whistles' },
  lead: {
    zh: '街道、社区自己解决不了的，吹哨请部门到场：1 小时签收，24 小时联系，3 至 5 个工作日到场，办完互相评价。',
    en: 'What a street or community cannot solve alone: it calls departments, which sign within an hour, make contact within a day, come within three to five working days, and both rate each other.',
  },
  blow: { zh: '吹哨', en: 'Blow a whistle' },
  figures: { zh: '两方指标', en: 'Figures of both sides' },
  which: { zh: '看哪些', en: 'Which' },
  todo: { zh: '待我办', en: 'Mine to do' },
  blown: { zh: '我们吹的', en: 'Blown by us' },
  area: { zh: '进行中', en: 'Going on' },
  done: { zh: '已了结', en: 'Over' },
  kind: { zh: '种类', en: 'Kind' },
  anyKind: { zh: '各种哨', en: 'Every kind' },
  lateOnly: { zh: '只看超时的', en: 'Late ones only' },
  none: { zh: '这里没有哨', en: 'No whistle here' },
  noneTodo: { zh: '没有等你们办的哨', en: 'No whistle waits for you' },
  noneText: {
    zh: '被吹哨、要签收或要确认时会出现在这里，不用刷新，也会发通知。',
    en: 'What you are called for, have to sign for or to confirm appears here by itself, and you are told.',
  },
  more: { zh: '再看一些', en: 'Show more' },
  back: { zh: '全部哨', en: 'All whistles' },
  from: { zh: '{unit} · {name}', en: '{unit} · {name}' },
  destroyed: { zh: '（内容已随档案销毁）', en: '(the words were destroyed with the file)' },
  upgraded: { zh: '区里牵头', en: 'with the district' },
  misused: { zh: '吹哨不当', en: 'misused' },
  due: { zh: '最迟 {time}', en: 'due {time}' },
  still: { zh: '时限停着', en: 'its time stands still' },
  // one whistle
  problem: { zh: '什么问题', en: 'The problem' },
  tried: { zh: '自己做过什么', en: 'What was tried' },
  place: { zh: '地点', en: 'Place' },
  arrival: { zh: '希望到场时间', en: 'Arrival asked for' },
  matters: { zh: '关联事项', en: 'Linked matters' },
  askedBy: { zh: '吹哨', en: 'Blown by' },
  secondBy: { zh: '第二位领导', en: 'Second leader' },
  units: { zh: '到场部门', en: 'Departments' },
  story: { zh: '经过', en: 'What happened' },
  doNow: { zh: '现在可以做', en: 'What you can do now' },
  waits: {
    zh: '等同单位的另一位领导同意后吹响。',
    en: 'It sounds once another leader of the unit consents.',
  },
  inTime: { zh: '按时', en: 'in time' },
  lateDone: { zh: '超时', en: 'late' },
  notCalled: { zh: '还没有叫到', en: 'not called yet' },
  until: { zh: '计划 {day} 前办完', en: 'planned until {day}' },
  sentBack: { zh: '退回过一次', en: 'sent back once' },
  objected: { zh: '提过异议', en: 'objected' },
  ratedAs: { zh: '街道评价', en: 'Rated by the street' },
  ratedBackAs: { zh: '部门评价', en: 'Rated by the department' },
  accurate: { zh: '吹得准', en: 'accurate' },
  inaccurate: { zh: '吹得不准', en: 'not accurate' },
  stepsOf: { zh: '{unit}的进展', en: 'How far {unit} is' },
  // forms
  confirmVerb: { zh: '确认', en: 'Confirm' },
  cancel: { zh: '取消', en: 'Cancel' },
  formNote: { zh: '说明', en: 'Note' },
  formReason: { zh: '理由', en: 'Reason' },
  withWhom: { zh: '和街道的谁联系的', en: 'With whom of the street' },
  who: { zh: '谁到了现场', en: 'Who came' },
  found: { zh: '现场看到什么', en: 'What was found' },
  where: { zh: '在哪里', en: 'Where' },
  noPhoto: {
    zh: '写清楚就行，不用拍照，也不记定位。',
    en: 'Words are enough: no photo is asked for, and no position is taken.',
  },
  what: { zh: '准备怎么办', en: 'What will be done' },
  untilDay: { zh: '哪天办完', en: 'Finished by' },
  outcome: { zh: '办得怎样', en: 'What came of it' },
  result: { zh: '办理结果', en: 'Result' },
  objectHint: {
    zh: '写明为什么不属本部门职责。时限会停下来，等区中心在一个工作日内裁定；只能提一次。',
    en: 'Say why it is not yours. The time stands still until the centre of the district rules within a working day; it can be done once.',
  },
  ruling: { zh: '怎样裁定', en: 'The ruling' },
  otherUnit: { zh: '改由谁办', en: 'Whose it is' },
  chooseUnit: { zh: '请选择部门', en: 'Choose a department' },
  accurateQ: { zh: '这个哨吹得准吗', en: 'Was the whistle accurate?' },
  badReason: { zh: '哪里不满意', en: 'What was not good' },
  badHint: { zh: '有“不满意”时必须写。', en: 'Asked for where something was not good.' },
  inaccurateHint: { zh: '吹得不准时必须写。', en: 'Asked for where it was not accurate.' },
  // blowing
  blowTitle: { zh: '吹哨', en: 'Blow a whistle' },
  forUnit: { zh: '以哪个单位吹哨', en: 'For which unit' },
  problemHint: {
    zh: '部门会看到这些话。不写诉求人的姓名电话，也不写部门用不着知道的事。',
    en: 'The departments read this. Leave out names and numbers of people, and whatever the departments need not know.',
  },
  triedHint: {
    zh: '吹哨之前自己先办过什么，结果怎样。',
    en: 'What you did yourselves before, and what came of it.',
  },
  placeHint: { zh: '部门到哪里去。', en: 'Where the departments are to come.' },
  leadUnit: { zh: '牵头部门', en: 'Leading department' },
  assistUnits: { zh: '配合部门', en: 'Assisting departments' },
  addUnit: { zh: '再加一个部门', en: 'Add a department' },
  removeUnit: { zh: '去掉', en: 'Remove' },
  matterNumbers: { zh: '关联事项的编号', en: 'Numbers of linked matters' },
  matterHint: { zh: '可以不填；多个用空格隔开。', en: 'May be left empty; several are parted by spaces.' },
  limitsOf: {
    zh: '签收 {sign}，联系 {contact}，到场 {arrive}。',
    en: 'Sign {sign}, contact {contact}, arrive {arrive}.',
  },
  hardHint: {
    zh: '提交后等同单位的另一位领导同意才吹响。',
    en: 'Sounds once another leader of the same unit consents.',
  },
  send: { zh: '吹哨', en: 'Blow it' },
  ask: { zh: '提交，等第二位领导同意', en: 'Ask a second leader' },
  mayNot: { zh: '你的岗位不能吹哨', en: 'Your post blows no whistles' },
  mayNotText: {
    zh: '吹哨的是街道和社区：领导、中心派单员、社区工作人员。',
    en: 'Streets and communities blow them: their leaders, dispatchers and community staff.',
  },
  // on a matter
  ofMatter: { zh: '吹哨', en: 'Whistles' },
  ofMatterNone: { zh: '这件事还没有吹过哨。', en: 'No whistle was blown for this yet.' },
  // figures
  figuresTitle: { zh: '吹哨报到两方指标', en: 'Whistles: figures of both sides' },
  figuresLead: {
    zh: '{month} 吹响的哨。分母是已经到期的，到期没办的算没按时；没到期的不算。只算你能看到的哨，按单位顺序列出，不排名次。',
    en: 'Whistles that sounded in {month}. The denominator is what was due; what is due and not done counts as late, what is not due yet does not count. Of the whistles that you may see, in the order of the tree; nothing is ranked.',
  },
  month: { zh: '月份', en: 'Month' },
  blowerSide: { zh: '吹哨的一方', en: 'Who blew' },
  unitSide: { zh: '报到的一方', en: 'Who was called' },
  unit: { zh: '单位', en: 'Unit' },
  blownN: { zh: '吹哨', en: 'Blown' },
  linesN: { zh: '叫到部门', en: 'Calls' },
  accurateShare: { zh: '部门评“吹得准”', en: 'Called accurate' },
  releasedShare: { zh: '异议成立', en: 'Released' },
  confirmedShare: { zh: '按时确认', en: 'Confirmed in time' },
  misusedShare: { zh: '记为不当', en: 'Misused' },
  calledOffShare: { zh: '撤销', en: 'Called off' },
  calledN: { zh: '被叫', en: 'Called' },
  signShare: { zh: '按时签收', en: 'Signed in time' },
  contactShare: { zh: '按时联系', en: 'Contact in time' },
  arriveShare: { zh: '按时到场', en: 'Arrived in time' },
  finishShare: { zh: '按计划办结', en: 'Finished as planned' },
  finishedShare: { zh: '已办结', en: 'Finished' },
  overruledShare: { zh: '异议被驳回', en: 'Objections overruled' },
  ratingShare: { zh: '街道评价', en: 'Ratings by streets' },
  noCases: { zh: '无', en: 'none' },
  share: { zh: '{n}／{of}', en: '{n} of {of}' },
  marksOf: {
    zh: '满意 {satisfied}，基本满意 {basically}，不满意 {unsatisfied}',
    en: '{satisfied} satisfied, {basically} basically, {unsatisfied} not',
  },
  nothing: { zh: '这个月没有吹响的哨', en: 'No whistle sounded in this month' },
  nothingText: { zh: '换一个月看看。', en: 'Try another month.' },
})

const minutesSentence = { zh: '{n} 分钟内', en: 'within {n} minutes', one: 'within {n} minute' }
const hoursSentence = { zh: '{n} 小时内', en: 'within {n} hours', one: 'within {n} hour' }
const officeHours = { zh: '{n} 个上班小时内', en: 'within {n} office hours', one: 'within {n} office hour' }
const daysSentence = { zh: '{n} 个工作日内', en: 'within {n} working days', one: 'within {n} working day' }

/** How long a limit is, as people say it. Out: the sentence and its number. */
export function limitWords({ amount, unit }: { amount: number; unit: string }): [Sentence, { n: number }] {
  if (unit === 'workDays' || unit === 'days') return [counted(daysSentence, amount), { n: amount }]
  const isHours = amount >= 60 && amount % 60 === 0
  if (!isHours) return [counted(minutesSentence, amount), { n: amount }]
  const n = amount / 60
  return [counted(unit === 'workMinutes' ? officeHours : hoursSentence, n), { n }]
}

/** What happened with each step, in the words of the history; `{who}`: who did it, `{unit}`: for which department. */
export const toldWords: Record<WhistleTold['verb'], Sentence> = sentences({
  blow: { zh: '{who} 吹哨', en: '{who} blew the whistle' },
  second: { zh: '{who} 同意，哨吹响', en: '{who} consented, and it sounded' },
  decline: { zh: '{who} 不同意', en: '{who} declined' },
  sign: { zh: '{unit} 签收（{who}）', en: '{unit} signed for it ({who})' },
  contact: { zh: '{unit} 联系了街道（{who}）', en: '{unit} made contact ({who})' },
  arrive: { zh: '{unit} 到了现场（{who}）', en: '{unit} came on site ({who})' },
  plan: { zh: '{unit} 定了计划，{until} 前办完（{who}）', en: '{unit} planned it until {until} ({who})' },
  finish: { zh: '{unit} 报办结：{outcome}（{who}）', en: '{unit} reported it finished: {outcome} ({who})' },
  object: {
    zh: '{unit} 提出异议：不属本部门职责（{who}）',
    en: '{unit} objected that it is not competent ({who})',
  },
  rule: { zh: '区中心对 {unit} 裁定：{ruling}（{who}）', en: 'The centre ruled on {unit}: {ruling} ({who})' },
  confirm: { zh: '{who} 确认 {unit} 办结', en: '{who} confirmed the work of {unit}' },
  sendBack: { zh: '{who} 退回 {unit} 重办', en: '{who} sent it back to {unit}' },
  rate: { zh: '{who} 评价 {unit}：{rating}', en: '{who} rated {unit}: {rating}' },
  rateBack: {
    zh: '{unit} 评价这个哨：{accurate}（{who}）',
    en: '{unit} rated the whistle: {accurate} ({who})',
  },
  upgrade: { zh: '{who} 上报区里，由区中心牵头', en: '{who} passed it up; the district is in charge' },
  callOff: { zh: '{who} 撤销了这个哨', en: '{who} called it off' },
  misuse: { zh: '区中心记为吹哨不当（{who}）', en: 'The centre noted that it was misused ({who})' },
})

/** What a word of the history is called. */
export const saidLabels: Record<string, Sentence> = sentences({
  note: { zh: '说明', en: 'Note' },
  reason: { zh: '理由', en: 'Reason' },
  withWhom: { zh: '和谁联系', en: 'With whom' },
  who: { zh: '谁到了现场', en: 'Who came' },
  found: { zh: '现场情况', en: 'What was found' },
  place: { zh: '地点', en: 'Place' },
  what: { zh: '办法', en: 'What will be done' },
  result: { zh: '结果', en: 'Result' },
})
