import { sentences } from '#web/lib/words.ts'

export const sessionWords = sentences({
  roomTaken: {
    zh: '{room} {from}–{to} 已有一场，请换时间或房间。',
    en: '{room} is taken from {from} to {to}. Choose another time or room.',
  },
  busy: { zh: '你 {from}–{to} 已有一场调解。', en: 'You have another session from {from} to {to}.' },
  busyWith: {
    zh: '你 {from}–{to} 已有一场调解：{title}。',
    en: 'You have another session from {from} to {to}: {title}.',
  },
  none: { zh: '还没有安排场次。', en: 'No session is scheduled yet.' },
  noneBefore: {
    zh: '各方同意、开始调解以后，在这里安排场次。',
    en: 'Once everybody has agreed and it has begun, sessions are scheduled here.',
  },
  no: { zh: '第 {no} 场', en: 'Session {no}' },
  planned: { zh: '已安排', en: 'scheduled' },
  held: { zh: '已记录', en: 'recorded' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  secret: { zh: '背靠背，只有调解员能看', en: 'Caucus, seen by mediators only' },
  secretHidden: {
    zh: '这是一场背靠背谈话，内容只有调解员能看。',
    en: 'This was a caucus; only the mediators read it.',
  },
  minutes: { zh: '{n} 分钟', en: '{n} minutes' },
  who: { zh: '参加', en: 'With' },
  present: { zh: '到场', en: 'Present' },
  comes: { zh: '能来', en: 'come' },
  comesNot: { zh: '来不了', en: 'cannot come' },
  unanswered: { zh: '没回复', en: 'have not answered' },
  replyFor: { zh: '登记 {name} 的回复', en: 'Enter the answer of {name}' },
  invited: { zh: '参加人', en: 'Asked in' },
  interpreter: { zh: '翻译', en: 'Interpreter' },
  methods: { zh: '方法', en: 'Methods' },
  record: { zh: '看记录', en: 'Read the record' },
  recordHidden: { zh: '记录只有参加调解的人能看。', en: 'Only those who mediate read the record.' },
  signed: { zh: '已签字', en: 'signed' },
  signFor: { zh: '{name} 签记录', en: '{name} signs the record' },
  hold: { zh: '写记录', en: 'Write the record' },
  cancel: { zh: '取消这一场', en: 'Cancel' },
  schedule: { zh: '安排场次', en: 'Schedule a session' },
})
