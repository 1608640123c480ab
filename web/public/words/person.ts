import type { Sentence } from '#contract/words/language.ts'
import type { SubjectKind, SubjectOutcome, SubjectReader } from '#domain/subject/subject.ts'

/** Words of the page about one's own data. */
export const personWords = {
  title: { zh: '您的个人信息', en: 'Your personal data' },
  lead: {
    zh: '这件诉求（{number}）里保存了这些与您有关的信息。您可以查看、下载，也可以请我们更正、删除或说明。',
    en: 'This is what appeal {number} holds about you. You may see and download it, and ask us to correct, erase or explain it.',
  },
  masked: {
    zh: '凭查询码只显示一部分姓名和电话，防止单子被别人捡到。用登记的手机号登录，可以看全。',
    en: 'With the query code name and number are shown in part only, in case the slip is found by somebody else. Sign in by the mobile number you left to see them whole.',
  },
  signIn: { zh: '用手机号登录', en: 'Sign in by mobile number' },
  erased: {
    zh: '应您的请求，姓名、电话等个人信息已从这件诉求里删除或封存（{when}）。',
    en: 'At your request name, number and other personal data were erased from this appeal or put under lock ({when}).',
  },
  destroyed: {
    zh: '这件事的档案已到保管期限并销毁，只留下目录信息。',
    en: 'The file was destroyed at the end of its retention; only a stub is left.',
  },
  held: { zh: '保存了什么', en: 'What is held' },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Telephone' },
  sender: { zh: '来信署名', en: 'Signature of the letter' },
  address: { zh: '住址', en: 'Address' },
  party: { zh: '作为当事人登记的姓名', en: 'Name as a party' },
  partyPhone: { zh: '作为当事人登记的电话', en: 'Telephone as a party' },
  place: { zh: '地点', en: 'Place' },
  words: { zh: '您说的话', en: 'What you said' },
  photos: { zh: '照片和附件', en: 'Photos and papers' },
  none: { zh: '没有', en: 'none' },
  confidential: {
    zh: '您要求保密，承办单位看不到您是谁。',
    en: 'You asked for secrecy: the unit that handles it does not see who you are.',
  },
  used: { zh: '用来做什么', en: 'What it is used for' },
  usedFor: {
    zh: '只用来办理这件事：受理、派单、和您联系、回访，以及不含个人信息的统计。不用于别的，也不做自动化决定。',
    en: 'Only for this matter: taking it in, sending it to the right unit, reaching you, asking you afterwards, and statistics that name nobody. Nothing is decided about you by a machine.',
  },
  handled: { zh: '哪些单位经手', en: 'Units that had it' },
  seenBy: { zh: '谁可能看到', en: 'Who may see it' },
  reveals: {
    zh: '完整姓名和电话被打开过 {count} 次，每次都登记了用途。',
    en: 'Opened in full {count} times, each time with its purpose on record: name and number.',
  },
  kept: { zh: '保存多久，为什么', en: 'How long, and why' },
  keptOpen: {
    zh: '办理期间一直保存。办结归档后，按机关档案保管期限（10 年、30 年或永久）保存，到期经两人审批销毁。',
    en: 'For as long as it is handled. Once archived it is kept for the period of official files (10 years, 30 years or for good), then destroyed by two people.',
  },
  keptYears: {
    zh: '已归档，按机关档案规定保管 {years} 年，{from} 以后经两人审批销毁。',
    en: 'Archived, and kept for {years} years by the rules on official files; destroyed by two people after {from}.',
  },
  keptForEver: {
    zh: '已归档，按机关档案规定永久保管。',
    en: 'Archived, and kept for good by the rules on official files.',
  },
  download: { zh: '下载一份（JSON）', en: 'Download a copy (JSON)' },
  requests: { zh: '您提过的请求', en: 'What you asked for' },
  due: { zh: '最迟 {due} 答复', en: 'To be answered by {due}' },
  late: { zh: '已过答复期限（{due}）', en: 'The answer is overdue (since {due})' },
  askedOn: { zh: '{when}提交', en: 'Sent {when}' },
  answeredOn: { zh: '{when}答复', en: 'Answered {when}' },
  other: {
    zh: '不同意这个答复，可以向网信部门等履行个人信息保护职责的部门投诉、举报，也可以依法向人民法院起诉（个人信息保护法第五十条、第六十五条）。',
    en: 'If you do not agree you may complain to the authorities that protect personal data, or go to court (Personal Information Protection Act arts 50 and 65).',
  },
  correct: { zh: '有错，请更正', en: 'Something is wrong: correct it' },
  correctField: { zh: '哪一项有错？', en: 'What is wrong?' },
  correctValue: { zh: '正确的是', en: 'It should be' },
  correctNote: {
    zh: '姓名和电话会改过来；您说过的话和地点原样保留，在旁边附上您的更正。',
    en: 'Name and number are changed. What you said and the place stay as they were, with your correction beside them.',
  },
  erase: { zh: '请删除我的个人信息', en: 'Erase my personal data' },
  eraseGround: { zh: '为什么要删除？', en: 'Why should it be erased?' },
  eraseNote: {
    zh: '事情办完以后才能删除；正在办的，可以先撤回诉求。已归档的按法律要保管，我们会封存，不再使用。',
    en: 'It can be erased once the matter is over; if it is still being handled you may withdraw it first. What the law has kept in the archive is put under lock and no longer used.',
  },
  explain: { zh: '有疑问，请说明', en: 'I have a question about it' },
  explainWords: { zh: '您想知道什么？', en: 'What would you like to know?' },
  more: { zh: '补充说明（可不填）', en: 'Anything else (optional)' },
  send: { zh: '提交请求', en: 'Send the request' },
  check: {
    zh: '更正或删除前，工作人员会核实是您本人：用手机号登录提出的不用再核实，否则会回拨登记的电话，或请您当面办理。',
    en: 'Before anything is changed we make sure it is you: signed in by your mobile number, or by calling the number on record, or in person.',
  },
  valueMissing: { zh: '请写上正确的内容。', en: 'Please write what it should be.' },
  phoneWrong: { zh: '这不像电话号码，请核对。', en: 'This does not look like a telephone number.' },
  choiceMissing: { zh: '请先选一项。', en: 'Please choose one first.' },
  wordsMissing: { zh: '请写一句话。', en: 'Please write a sentence.' },
  sent: {
    zh: '请求已提交，30 天内答复您，回到这一页就能看到。',
    en: 'Sent. It is answered within 30 days; come back to this page to see it.',
  },
  waiting: { zh: '同样的请求还在等答复。', en: 'A request of this kind is waiting for its answer.' },
  back: { zh: '回到办理进度', en: 'Back to how it stands' },
  codeLost: { zh: '这个地址打不开您的信息', en: 'This address opens nothing' },
  codeLostHint: { zh: '请从“办理进度”页面进入。', en: 'Please come from the page that shows how it stands.' },
} as const satisfies Record<string, Sentence>

export const outcomeWords: Record<'open' | SubjectOutcome, Sentence> = {
  open: { zh: '等答复', en: 'Waiting' },
  granted: { zh: '已办理', en: 'Done' },
  partly: { zh: '已部分办理', en: 'Done in part' },
  refused: { zh: '没有同意', en: 'Not granted' },
}

export const requestWords: Record<SubjectKind, Sentence> = {
  correct: { zh: '更正{what}', en: 'Correct: {what}' },
  erase: { zh: '删除个人信息（{what}）', en: 'Erase ({what})' },
  explain: { zh: '说明', en: 'Explain' },
}

export const readerWords: Record<SubjectReader, Sentence> = {
  centre: {
    zh: '受理这件事的社区或中心：看姓名和电话要说明用途',
    en: 'The community or centre that took it in; name and number for a stated purpose',
  },
  handler: {
    zh: '承办单位：看姓名和电话要说明用途',
    en: 'The unit that handles it; name and number for a stated purpose',
  },
  assistant: {
    zh: '协办单位：看内容，不看您是谁',
    en: 'Units that assist: what it is about, not who you are',
  },
  leader: {
    zh: '上级督办和领导：看内容和进度',
    en: 'Supervisors and leaders: what it is about and how it stands',
  },
  auditor: { zh: '审计员：看谁查看过，不看内容', en: 'The auditor: who looked, not what it says' },
  sender: { zh: '把这件事转来的平台：看办理进度', en: 'The platform that passed it on: how it stands' },
}
