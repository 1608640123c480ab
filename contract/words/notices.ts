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
  askReview: { zh: '有复审申请，请审批', en: 'A second look at a denial is asked for; decide' },
  deny: { zh: '申请没有同意，请接着办', en: 'The request was denied; carry on' },
  void: { zh: '作废申请已同意', en: 'It was voided' },
  expedite: { zh: '有人催办，请尽快办理', en: 'You are urged; act soon' },
  copy: { zh: '抄告给你们单位，请知悉', en: 'Copied to your unit for information' },
  merge: { zh: '这件事已并入另一件，不用再办', en: 'It was joined into another matter; nothing more to do' },
  note: { zh: '同事在备注里提到了你，请查看', en: 'A colleague mentioned you in a note; read it' },
  supplement: { zh: '诉求人有补充，请查看', en: 'The person has added something; read it' },
  supervised: { zh: '这件事被督办，请你们单位答复', en: 'It is under supervision; your unit is to answer' },
  supervisionDue: {
    zh: '督办的答复过了期限，请尽快答复',
    en: 'The answer to supervision is overdue; answer now',
  },
  supervisionSaid: {
    zh: '对督办有了答复或异议，请处理',
    en: 'Supervision was answered or objected to; decide',
  },
  supervisionSettled: { zh: '督办有了处理结果，请查看', en: 'Supervision came to a result; read it' },
  reopenProposed: {
    zh: '抽查发现这件事没有真正办好，建议重办，请决定',
    en: 'A check found that it was not truly done and proposes to reopen it; decide',
  },
  subjectAsked: {
    zh: '有群众提出个人信息请求，请在 30 天内答复',
    en: 'A person asks about their own data; answer within 30 days',
  },
  subjectDue: {
    zh: '个人信息请求快到期或已超期，请尽快答复',
    en: 'A request about personal data is due or overdue; answer it',
  },
  aidPosted: { zh: '有社区点单，请派单', en: 'Help was ordered; dispatch it' },
  aidPassedUp: { zh: '街道报来一单，请派单', en: 'An order was passed up to the district; dispatch it' },
  aidBack: {
    zh: '中心退回了点单，请补充后再点',
    en: 'The centre sent your order back; say more and post it again',
  },
  aidDeclined: {
    zh: '点单未予受理，请看理由和去处',
    en: 'Your order was declined; read why, and who can help instead',
  },
  aidWithdrawn: { zh: '点单已撤回，不用再办', en: 'The order was withdrawn; nothing more to do' },
  aidAsked: { zh: '有点单派给你们，请接单', en: 'You are asked to help; accept or say why not' },
  aidTaken: { zh: '点单已有人接', en: 'Your order was accepted' },
  aidRefused: { zh: '有单位没有接单，请看理由', en: 'Somebody did not accept an order; read why' },
  aidPlanned: { zh: '点单已排好日子和人手', en: 'The day and the people for your order are set' },
  aidFinished: { zh: '点单已办完，请确认评价', en: 'Your order was done; confirm and rate it' },
  aidNotDone: { zh: '点单方说没有办成，请重新安排', en: 'The orderer says it was not done; plan it anew' },
  aidConfirmed: { zh: '点单方已确认并评价', en: 'The orderer has confirmed and rated your work' },
  aidTakenBack: { zh: '这一单已收回，不用再办', en: 'The order was taken back from you; nothing more to do' },
  aidOrphaned: {
    zh: '专班已结束，还有点单没办完，请改派',
    en: 'A team has ended with an open order; hand it over',
  },
  aidNear: { zh: '点单办理时限快到了', en: 'A limit of an order for help is running out' },
  aidLate: { zh: '点单办理已超时', en: 'A limit of an order for help has passed' },
  aidFar: {
    zh: '点单办理已超过两倍时限，请马上办理',
    en: 'Twice the limit of an order for help has passed; act now',
  },
  teamJoined: { zh: '专班有了新成员', en: 'Somebody was taken into a project team' },
  teamLeft: { zh: '专班移出了一名成员', en: 'Somebody was taken out of a project team' },
  teamLed: { zh: '专班换了负责人', en: 'A project team has a new lead' },
  teamExtended: { zh: '专班延长了期限', en: 'The term of a project team was extended' },
  teamNear: { zh: '专班还有一周到期', en: 'The term of a project team is over in a week' },
  teamEnded: { zh: '专班已结束', en: 'A project team has ended' },
  petitionTurn: { zh: '信访事项轮到你们单位办理，请查看', en: 'A petition is your unit’s turn; open it' },
  petitionTold: { zh: '信访事项有了新的决定，请查看', en: 'A petition was decided on; read it' },
  petitionNear: { zh: '信访事项的法定期限快到了', en: 'A statutory time of a petition runs out soon' },
  petitionLate: {
    zh: '信访事项超过了法定期限，请马上办理',
    en: 'A statutory time of a petition is over; act now',
  },
  whistleToApprove: {
    zh: '有攻坚克难哨等你们的另一位领导同意，请决定',
    en: 'A hard whistle waits for the consent of a second leader; decide',
  },
  whistleDeclined: {
    zh: '攻坚克难哨没有同意，没有吹响',
    en: 'The hard whistle was declined and does not sound',
  },
  whistleCalled: { zh: '有街道或社区对你们吹哨，请签收', en: 'You are called by a whistle; sign for it' },
  whistleObjected: {
    zh: '有部门提出“不属本部门职责”的异议，请裁定',
    en: 'A department says that it is not competent; rule on it',
  },
  whistleRuled: {
    zh: '吹哨异议已裁定，请查看',
    en: 'An objection to a whistle was ruled on; read the ruling',
  },
  whistleFinished: {
    zh: '有部门办完了，请确认或退回',
    en: 'A department has finished; confirm it or send it back',
  },
  whistleSentBack: { zh: '街道退回重办，请重新作计划', en: 'Sent back by the street; plan it anew' },
  whistleConfirmed: { zh: '街道已确认办结', en: 'What you did was confirmed' },
  whistleRated: { zh: '街道作了评价', en: 'The street has rated it' },
  whistleUpgraded: {
    zh: '有哨上报到区里，请牵头',
    en: 'A whistle was passed up to the district; take charge',
  },
  whistleOff: { zh: '这个哨已撤销，不用再办', en: 'The whistle was called off; nothing more to do' },
  whistleMisused: {
    zh: '区中心认为这次吹哨不当，请查看理由',
    en: 'The centre of the district notes that the whistle was misused; read why',
  },
  whistleNear: { zh: '吹哨办理时限快到了', en: 'A limit of a whistle is running out' },
  whistleLate: { zh: '吹哨办理已超时（黄）', en: 'A limit of a whistle has passed (yellow)' },
  whistleFar: {
    zh: '吹哨办理已超过两倍时限（红），请马上办理',
    en: 'Twice the limit of a whistle has passed (red); act now',
  },
  exclusionAsked: {
    zh: '有单位申请剔除一件事，请你们单位投票',
    en: 'A unit asks to exclude a matter from the rates; your unit is to vote',
  },
  exclusionAppealed: {
    zh: '剔除申请没有通过，单位申请复核，请裁定',
    en: 'A refused exclusion was appealed; rule on it',
  },
  exclusionDecided: { zh: '剔除申请有了结果，请查看', en: 'An exclusion was decided; read it' },
  meetingCalled: {
    zh: '请你们单位参加会商，请回复能否到会',
    en: 'Your unit is called to a consultation meeting; answer whether it comes',
  },
  meetingAnswered: { zh: '受邀单位回复了，请查看', en: 'A called unit has answered; read it' },
  meetingChanged: {
    zh: '会商的时间或安排改了，请重新回复',
    en: 'A meeting was changed; answer again',
  },
  meetingCancelled: { zh: '会商取消了，不用再来', en: 'A meeting was cancelled; nothing more to do' },
  meetingSoon: { zh: '会商快到时间了，请准备参加', en: 'A meeting is near; prepare for it' },
  minutesConfirmed: { zh: '会商纪要已确认，请查看', en: 'The minutes of a meeting are confirmed; read them' },
  taskGiven: {
    zh: '会商定了一项任务由你们办，请按期办理',
    en: 'A meeting charged you with a task; do it by its day',
  },
  taskReported: { zh: '会商任务有了进展，请查看', en: 'There is news of a task; read it' },
  taskAsked: { zh: '会商任务申请改期，请决定', en: 'Another day is asked for a task; decide' },
  taskAnswered: { zh: '会商任务的改期申请有了答复', en: 'Your request for another day is answered' },
  taskDropped: { zh: '会商任务撤销了，不用再办', en: 'A task was dropped; nothing more to do' },
  taskLate: { zh: '会商任务超期没有办完，请过问', en: 'A task of a meeting is overdue; look after it' },
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
