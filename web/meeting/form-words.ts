import type { ReasonGroup, ReasonKind } from '#domain/meeting/agenda.ts'
import { counted, type Sentence, sentences } from '#web/lib/words.ts'

export const formWords = sentences({
  title: { zh: '召集会商', en: 'Call a meeting' },
  kind: { zh: '哪一种会', en: 'Which kind' },
  unit: { zh: '以哪个单位召集', en: 'Who calls it' },
  name: { zh: '会议名称', en: 'Title' },
  nameHint: {
    zh: '受邀单位都会看到，不要写当事人姓名。',
    en: 'Every called unit sees it: name no person in it.',
  },
  when: { zh: '什么时候开', en: 'When' },
  lasts: { zh: '预计多少分钟', en: 'How many minutes' },
  place: { zh: '地点', en: 'Place' },
  link: { zh: '视频会议链接', en: 'Link to a video room' },
  linkHint: { zh: '以 https:// 开头，由别的系统提供。', en: 'Begins with https://, of another system.' },
  chair: { zh: '主持人', en: 'Chair' },
  minuter: { zh: '记录人', en: 'Minute taker' },
  choose: { zh: '请选择', en: 'Choose' },
  units: { zh: '请哪些单位', en: 'Units to call' },
  unitsHint: {
    zh: '派出所、司法所、执法队、部门、调委会、律师事务所……都可以；可以点名请谁来。',
    en: 'Police station, judicial office, enforcement, departments, committees, law firms; you may name who should come.',
  },
  findUnit: { zh: '按名称或拼音查找单位', en: 'Find a unit by its name' },
  named: { zh: '点名请', en: 'By name' },
  remove: { zh: '去掉{name}', en: 'Remove {name}' },
  quorum: { zh: '至少几个单位到会才能定事', en: 'How many units must come' },
  quorumHint: { zh: '不填就是过半数（{count} 个）。', en: 'Left empty: more than half ({count}).' },
  agenda: { zh: '议程', en: 'Agenda' },
  item: { zh: '议题 {no}', en: 'Item {no}' },
  addTopic: { zh: '加一个议题', en: 'Add a topic' },
  addMatter: { zh: '加一个事项', en: 'Add a matter' },
  findMatter: { zh: '按编号或文字查找事项', en: 'Find a matter by number or words' },
  topic: { zh: '议题', en: 'Topic' },
  brief: { zh: '要研究什么', en: 'What is to be studied' },
  briefHint: {
    zh: '点到的单位会看到；需要保密的个人信息不要写。',
    en: 'Read by the units that it names; leave out what is confidential about people.',
  },
  presenter: { zh: '由谁汇报', en: 'Presented by' },
  nobody: { zh: '不指定', en: 'Nobody in particular' },
  forUnits: { zh: '请哪些单位研究（只有它们看得到）', en: 'Which units study it (they alone see it)' },
  forAll: {
    zh: '不勾选：没有事项的议题大家都看得到。',
    en: 'None chosen: a topic without a matter is for all.',
  },
  itemMinutes: { zh: '用时（分钟）', en: 'Minutes' },
  files: { zh: '会议材料', en: 'Papers' },
  send: { zh: '发出通知', en: 'Send the call' },
  suggested: { zh: '本辖区值得研究的事项', en: 'What your area should talk about' },
  suggestedHint: {
    zh: '系统按规则列出，附上理由；上不上会由你决定。看了 {looked} 件未结事项。',
    en: 'Listed by rule, each with its reasons; you decide. {looked} open matters were looked at.',
  },
  isCut: { zh: '还有更多，先列最急的。', en: 'There are more; the most urgent stand here.' },
  stillDays: { zh: '多少天没有进展算卡住', en: 'Days without progress that count as stuck' },
  noneSuggested: {
    zh: '按规则没有发现卡住、反复、有风险或跨部门的事项。',
    en: 'Nothing is stuck, repeated, risky or across departments by these rules.',
  },
  put: { zh: '列入议程', en: 'Put on the agenda' },
  on: { zh: '已列入', en: 'On the agenda' },
  holder: { zh: '现在在{holder}', en: 'Now with {holder}' },
  cannot: { zh: '你的岗位不能召集会商。', en: 'Your posts do not call meetings.' },
  keptDraft: { zh: '已恢复上次没有发出的内容。', en: 'What you wrote earlier is still here.' },
  comesBack: {
    zh: '同一事项、同一系列上次没办完的任务，发出后会自己列入议程。',
    en: 'Unfinished tasks of the same matters or series come onto the agenda by themselves.',
  },
})

export const groupWords: Record<ReasonGroup, Sentence> = sentences({
  stuck: { zh: '卡住', en: 'stuck' },
  repeated: { zh: '反复', en: 'repeated' },
  risky: { zh: '有风险', en: 'risky' },
  cross: { zh: '跨部门', en: 'across departments' },
})

type Counted = { zh: string; en: string; one: string }
const reasons: Record<ReasonKind, Counted> = {
  overdue: { zh: '超期 {count} 天', en: 'overdue by {count} days', one: 'overdue by {count} day' },
  held: { zh: '中止了 {count} 天', en: 'on hold for {count} days', one: 'on hold for {count} day' },
  still: {
    zh: '{count} 天没有进展',
    en: 'no progress for {count} days',
    one: 'no progress for {count} day',
  },
  reopened: { zh: '重办过 {count} 次', en: 'reopened {count} times', one: 'reopened once' },
  appeals: { zh: '{count} 人反映同一件事', en: '{count} people say the same', one: 'one person says so' },
  samePlace: {
    zh: '同一地点同类未结 {count} 件',
    en: '{count} open ones of the kind at this place',
    one: '{count} open one of the kind at this place',
  },
  critical: { zh: '特急', en: 'critical', one: 'critical' },
  urgent: { zh: '紧急', en: 'urgent', one: 'urgent' },
  group: { zh: '群体诉求（{count} 人）', en: 'a group of {count}', one: 'a group of {count}' },
  sensitive: { zh: '需要保密', en: 'need-to-know', one: 'need-to-know' },
  assisted: {
    zh: '{count} 个单位协办未答复',
    en: '{count} assisting units have not answered',
    one: '{count} assisting unit has not answered',
  },
  returned: {
    zh: '被 {count} 个单位退过单',
    en: 'returned by {count} units',
    one: 'returned by {count} unit',
  },
  escalated: { zh: '上报过 {count} 级', en: 'passed up {count} levels', one: 'passed up {count} level' },
}
export const reasonWords = (kind: ReasonKind, count: number | null): Sentence =>
  counted(reasons[kind], count ?? 1)
