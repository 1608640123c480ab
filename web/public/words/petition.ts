import type { Sentence } from '#contract/words/language.ts'
import type { PetitionState } from '#domain/petition/petition.ts'

/** Words of the part about a petition on the tracking page. */
export const petitionWords = {
  title: { zh: '信访事项 {number}', en: 'Petition {number}' },
  papers: { zh: '给您的文书', en: 'Papers for you' },
  issued: { zh: '{day}出具', en: 'issued on {day}' },
  received: { zh: '{day}您已收到', en: 'received on {day}' },
  onTheWay: { zh: '还在送达', en: 'on its way' },
  agents: { zh: '替您办事的代理人', en: 'Your agents' },
  until: {
    zh: '{name}，到{day}为止。您可以随时解除代理。',
    en: '{name}, until {day}. You may end this at any time.',
  },
  acts: { zh: '代理人做了什么', en: 'What your agents did' },
  late: { zh: '已经超过规定的期限', en: 'The time of the law is over' },
  why: { zh: '期限怎么算的', en: 'How the time is reckoned' },
  rate: {
    zh: '办理结束后，您可以在本页评价。',
    en: 'When it is over you can rate it on this page.',
  },
} satisfies Record<string, Sentence>

/** Where it stands, said to the petitioner: who does what next. `{unit}`: whose turn it is. */
export const petitionStanding: Record<PetitionState, Sentence> = {
  sorting: {
    zh: '{unit}正在登记，会转给有权处理的单位',
    en: '{unit} is registering it and sends it to the competent body',
  },
  disputed: {
    zh: '几个单位还没有商定，由上一级指定谁来办',
    en: 'The level above names the body that handles it',
  },
  sent: {
    zh: '已转给{unit}，等它书面告诉您是否受理',
    en: 'It is with {unit}, which tells you in writing whether it accepts',
  },
  objected: { zh: '承办单位有异议，{unit}正在核实由谁来办', en: '{unit} is settling which body handles it' },
  accepted: { zh: '{unit}已受理，正在办理', en: '{unit} has accepted it and is working on it' },
  answered: {
    zh: '处理意见已出具。不服的，收到之日起 30 日内可以申请复查',
    en: 'The opinion is given. If you disagree, ask for a review within 30 days of receiving it',
  },
  review: { zh: '{unit}正在复查', en: '{unit} is reviewing it' },
  reviewed: {
    zh: '复查意见已出具。不服的，收到之日起 30 日内可以申请复核',
    en: 'The review is done. If you disagree, ask for a re-review within 30 days of receiving it',
  },
  rereview: { zh: '正在复核，这是最后一级', en: 'It is being re-reviewed, the last instance' },
  ended: { zh: '信访程序已了结：{ending}', en: 'The petition procedure has ended: {ending}' },
}

/** In how many days a time runs out, as people say it. */
export const petitionDays = {
  left: { zh: '还有 {days} 天（最迟{due}）', en: '{days} days left (until {due})' },
  today: { zh: '今天到期', en: 'due today' },
} satisfies Record<string, Sentence>
