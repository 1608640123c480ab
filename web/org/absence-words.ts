import { sentences } from '#web/lib/words.ts'

export const absenceWords = sentences({
  title: { zh: '请假与代班', en: 'Absence and substitute' },
  lead: {
    zh: '请假期间，代班人用请假人的岗位办事，记录写明“代谁”；到期自动结束。管理员、安全管理员和审计员岗位不能由别人代，保密件仍只有指定的人能看。',
    en: 'While somebody is away the substitute acts with their posts; the history says for whom, and it ends by itself. Posts of administrators, security administrators and auditors are never passed on, and sensitive matters stay with those named.',
  },
  none: { zh: '没有请假记录。', en: 'No absences.' },
  set: { zh: '登记请假', en: 'Set an absence' },
  who: { zh: '谁请假', en: 'Who is away' },
  whoHint: { zh: '输入姓名或拼音', en: 'Type a name or pinyin' },
  fromOn: { zh: '第一天', en: 'First day' },
  toOn: { zh: '最后一天', en: 'Last day' },
  substitute: { zh: '代班人', en: 'Substitute' },
  substituteHint: {
    zh: '同一单位或上级单位的同事；输入姓名或拼音可以查找。',
    en: 'A colleague of the same unit or one above; type a name or pinyin.',
  },
  nobody: {
    zh: '这几天没有人可以代班，请换个日期，或先给同事加岗位。',
    en: 'Nobody can stand in on these days. Choose other days, or give a colleague a post first.',
  },
  choice: { zh: '{unit} · {role}', en: '{role}, {unit}' },
  line: { zh: '{from} 至 {to}，由{name}代班', en: '{from} to {to}; {name} stands in' },
  duty: { zh: '{from} 至 {to}，替{name}代班', en: '{from} to {to}; standing in for {name}' },
  never: { zh: '取消了，没有生效过', en: 'called off before it counted' },
  past: { zh: '已结束', en: 'ended' },
  now: { zh: '现在', en: 'now' },
  coming: { zh: '还未开始', en: 'to come' },
  end: { zh: '提前结束', en: 'End it earlier' },
  callOff: { zh: '取消', en: 'Call it off' },
  endOf: { zh: '提前结束：{line}', en: 'End it earlier: {line}' },
  endAsk: {
    zh: '立即结束后，{name}从现在起不再代班。',
    en: '{name} stops standing in at once.',
  },
  endNow: { zh: '立即结束', en: 'End it now' },
  cancel: { zh: '返回', en: 'Back' },
  save: { zh: '登记', en: 'Set it' },
  standsIn: { zh: '代 {name}（至 {to}）', en: 'for {name} until {to}' },
  away: { zh: '请假中，{name}代班（至 {to}）', en: 'away until {to}; {name} stands in' },
  seatFor: { zh: '{seat}（代 {name}，至 {to}）', en: '{seat} (for {name} until {to})' },
})
