import type { NoticeKind, Pressing, Topic } from '#domain/notify/occasions.ts'
import type { Pace } from '#domain/notify/timing.ts'
import type { Sentence } from './language.ts'

/**
 * What each notice says: what happened and what is to be done. They leave the house in e-mails, so they hold nothing
 * about a person and no words of an appeal. `{clock}` is the name of a clock.
 */
export const noticeWords: Record<NoticeKind, Sentence> = {
  receive: { zh: '有新的诉求，请受理', en: 'A new appeal has come in; accept it' },
  dispatch: { zh: '派给你们单位了，请签收', en: 'Dispatched to your unit; sign for it' },
  return: { zh: '承办单位退了单，请重新派单', en: 'Returned by the unit; dispatch it anew' },
  submit: { zh: '办理结果交上来了，请核实', en: 'A result has been submitted; verify it' },
  redo: { zh: '退回重办，请接着办', en: 'Sent back to be done again; carry on' },
  answer: { zh: '群众回答了问题，请查看', en: 'The person has answered; read it' },
  rate: { zh: '群众说没有解决，请跟进', en: 'The person says it is not solved; follow up' },
  askReopen: { zh: '群众申请重办，请决定', en: 'The person asks to reopen it; decide' },
  join: { zh: '又有一位群众反映同一件事', en: 'One more voice has joined it' },
  withdraw: { zh: '这件事已撤回，不用再办', en: 'It was withdrawn; nothing more to do' },
  close: { zh: '这件事已结案', en: 'It was closed' },
  note: { zh: '同事在备注里提到了你，请查看', en: 'A colleague mentioned you in a note; read it' },
  clockNearing: { zh: '{clock}时限快到了', en: 'The time limit “{clock}” is running out' },
  clockLate: { zh: '{clock}已超时，请尽快办理', en: 'The time limit “{clock}” has passed; act soon' },
  clockFarOver: {
    zh: '{clock}严重超时，请马上办理',
    en: 'The time limit “{clock}” passed long ago; act now',
  },
}

export const topicWords: Record<Topic, Sentence> = {
  turn: { zh: '轮到我们办的事', en: 'Our turn' },
  voice: { zh: '群众说的话', en: 'Word from the person' },
  result: { zh: '办过的事的结果', en: 'What became of our work' },
  mention: { zh: '提到我的', en: 'Mentions of me' },
  clock: { zh: '时限提醒', en: 'Time limits' },
}

export const paceWords: Record<Pace, Sentence> = {
  atOnce: { zh: '随时发', en: 'At once' },
  hourly: { zh: '每小时汇总一次', en: 'Once an hour' },
  daily: { zh: '工作日 8:30 汇总一次', en: 'Working days at 8:30' },
  never: { zh: '不发邮件', en: 'No e-mail' },
}

export const pressingWords: Record<Pressing, Sentence> = {
  critical: { zh: '紧急', en: 'urgent' },
  act: { zh: '要办', en: 'to do' },
  know: { zh: '知悉', en: 'to know' },
}
