import type { SubjectKind, SubjectOutcome, SubjectState } from '#domain/subject/subject.ts'
import { counted, type Sentence, sentences } from '#web/lib/words.ts'

export const subjectWords = sentences({
  title: { zh: '个人信息请求', en: 'Requests about personal data' },
  lead: {
    zh: '群众查看自己的信息后，可以请我们更正、删除或说明。30 天内必须答复（个人信息保护法第四十四至五十条，GB/T 35273—2020 8.7），不能延期。',
    en: 'People who have seen what is held on them may ask to have it corrected, erased or explained. The answer is due within 30 days and cannot be put off (Personal Information Protection Act arts 44–50; GB/T 35273-2020, 8.7).',
  },
  open: { zh: '待答复', en: 'Open' },
  answered: { zh: '已答复', en: 'Answered' },
  which: { zh: '看哪些', en: 'Which ones' },
  none: { zh: '没有待答复的请求', en: 'Nothing waits for an answer' },
  noneText: {
    zh: '群众在“您的个人信息”页提出请求后，会出现在这里，并通知受理单位。',
    en: 'What people ask on the page “Your personal data” shows here, and the unit that took the appeal in is told.',
  },
  noneAnswered: { zh: '还没有答复过的请求', en: 'Nothing has been answered yet' },
  due: { zh: '最迟 {day} 答复', en: 'Due {day}' },
  late: { zh: '已超期（{day}）', en: 'Overdue (since {day})' },
  more: { zh: '再看一些', en: 'Show more' },
  back: { zh: '全部请求', en: 'All requests' },
  asked: { zh: '请求', en: 'What is asked' },
  matter: { zh: '所在事项', en: 'The matter' },
  field: { zh: '哪一项有错', en: 'What is wrong' },
  value: { zh: '本人说应当是', en: 'What it should be' },
  ground: { zh: '理由', en: 'Ground' },
  words: { zh: '本人的话', en: 'In their words' },
  wordsGone: { zh: '（已随个人信息删除）', en: '(erased with the rest)' },
  wordsNone: { zh: '（没有写）', en: '(nothing)' },
  how: { zh: '怎样提出', en: 'How it was asked' },
  byPhone: { zh: '用登记的手机号登录后提出', en: 'Signed in by the number that stands here' },
  byCode: { zh: '凭查询码提出，身份还要核实', en: 'With the query code; who it is has to be made sure' },
  askedAt: { zh: '提出时间', en: 'Asked' },
  reveal: { zh: '查看姓名、电话核实', en: 'See name and number to make sure' },
  right: { zh: '本人说应当是：', en: 'It should be: ' },
  answer: { zh: '答复', en: 'Answer' },
  outcome: { zh: '怎么答复', en: 'How do you answer?' },
  checked: { zh: '怎样核实是本人', en: 'How did you make sure who it is?' },
  takesWords: { zh: '反映的内容和照片也一并删除', en: 'Erase also what was said, and the photos' },
  takesWordsHint: {
    zh: '内容里写了姓名、住址等，去掉姓名也能认出是谁时勾选。办理经过、结果和统计保留。',
    en: 'Choose this where the words say who it is even without the name. How it was handled, its result and the figures stay.',
  },
  told: { zh: '告诉本人的话', en: 'What the person is told' },
  toldHint: {
    zh: '用平常的话说清办了什么，没办的说清为什么。投诉和起诉的途径会自动附在后面。',
    en: 'Say in plain words what was done, or why not. Where else they can turn is added by itself.',
  },
  send: { zh: '答复本人', en: 'Send the answer' },
  grave: {
    zh: '删除和封存不能恢复。提交前会再核实一次你的身份。',
    en: 'Erasing and locking cannot be undone. You are asked once more who you are.',
  },
  notYet: {
    zh: '事情还在办理，现在只能不同意：办理这件事是法定职责。可以告诉本人先撤回诉求，或办结后再提；也可以等办结后再答复，但不能超过期限。',
    en: 'The matter is being handled, so it can only be refused now: handling it is a duty by law. Tell the person that they may withdraw it first or ask again afterwards; or answer once it is closed, within the time limit.',
  },
  kept: {
    zh: '档案还在保管期内，依法不能删除，只能封存：只存着，不再使用（第四十七条第二款）。',
    en: 'The file is within its period of retention and cannot be erased, only put under lock: kept, and not used (art. 47, second paragraph).',
  },
  answeredBy: { zh: '{name} 答复', en: 'Answered by {name}' },
  waits: { zh: '等受理单位答复。', en: 'Waits for the unit that took it in.' },
  tookWords: { zh: '反映的内容和照片已一并删除。', en: 'What was said and the photos were erased too.' },
})

const late = {
  zh: '{count} 个请求已经超期，请马上答复。',
  en: '{count} requests are overdue; answer them now.',
  one: '{count} request is overdue; answer it now.',
}
export const lateWords = (count: number): Sentence => counted(late, count)

export const kindTitles: Record<SubjectKind, Sentence> = sentences({
  correct: { zh: '更正{what}', en: 'Correct: {what}' },
  erase: { zh: '删除个人信息', en: 'Erase personal data' },
  explain: { zh: '说明', en: 'Explain' },
})

export const stateWords: Record<SubjectState, Sentence> = sentences({
  open: { zh: '待答复', en: 'open' },
  granted: { zh: '已同意', en: 'granted' },
  partly: { zh: '部分同意', en: 'granted in part' },
  refused: { zh: '不同意', en: 'refused' },
})

/** What each answer does, per kind. */
export const outcomeWords: Record<SubjectKind, Record<SubjectOutcome, Sentence>> = {
  correct: sentences({
    granted: { zh: '同意，改过来', en: 'Granted: change it' },
    partly: { zh: '原话保留，在旁边附上更正', en: 'Keep what was said, and note the correction beside it' },
    refused: { zh: '不同意', en: 'Refused' },
  }),
  erase: sentences({
    granted: { zh: '同意删除', en: 'Granted: erase it' },
    partly: { zh: '封存：只存着，不再使用', en: 'Put it under lock: kept, and not used' },
    refused: { zh: '不同意', en: 'Refused' },
  }),
  explain: sentences({
    granted: { zh: '作出说明', en: 'Explain' },
    partly: { zh: '作部分说明', en: 'Explain in part' },
    refused: { zh: '不能说明', en: 'Cannot be explained' },
  }),
}
