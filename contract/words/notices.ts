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
  rule: {
    zh: '中心裁定由你们单位办理，请签收',
    en: 'The centre ruled that your unit handles it; sign for it',
  },
  escalate: { zh: '下级上报来了，请派单', en: 'Passed up to you; dispatch it' },
  handDown: { zh: '上级交办来了，请派单', en: 'Handed down to you; dispatch it' },
  handOver: { zh: '同事移交给你经办，请接着办', en: 'A colleague handed it over to you; carry on' },
  assist: { zh: '请你们单位协办，请答复', en: 'Your unit is asked to assist; answer' },
  answerPart: { zh: '协办单位答复了，请查看', en: 'An assisting unit has answered; read it' },
  dropPart: { zh: '协办已撤回，不用再答复', en: 'The request to assist was taken back' },
  askHold: { zh: '有中止申请，请审批', en: 'A hold is asked for; decide' },
  askExtend: { zh: '有延期申请，请审批', en: 'More time is asked for; decide' },
  askVoid: { zh: '有作废申请，请审批', en: 'Voiding is asked for; decide' },
  grantHold: { zh: '中止申请已同意', en: 'The hold was granted' },
  grantExtend: { zh: '延期申请已同意', en: 'More time was granted' },
  deny: { zh: '申请没有同意，请接着办', en: 'The request was denied; carry on' },
  void: { zh: '作废申请已同意', en: 'It was voided' },
  expedite: { zh: '有人催办，请尽快办理', en: 'You are urged; act soon' },
  copy: { zh: '抄告给你们单位，请知悉', en: 'Copied to your unit for information' },
  merge: { zh: '这件事已并入另一件，不用再办', en: 'It was joined into another matter; nothing more to do' },
  note: { zh: '同事在备注里提到了你，请查看', en: 'A colleague mentioned you in a note; read it' },
  supplement: { zh: '诉求人有补充，请查看', en: 'The person has added something; read it' },
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
