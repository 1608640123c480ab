import type { Row } from './row.ts'

/** The refusals of supervision. */
export const supervisionRefusals = {
  notLateYet: {
    status: 409,
    zh: '这个时限还没有到：催办提醒要等临期，督办函和黄红牌要等超时。可以先用“加急”催一催。',
    en: 'This limit has not run out: a reminder waits until it is near, a letter or a card until it is late. You can expedite the matter meanwhile.',
  },
  givenBefore: {
    status: 409,
    zh: '这一步或更重的一步已经用过，不能再发一次。请看这件事的督办记录。',
    en: 'This step, or a graver one, was taken already. See the supervision of this matter.',
  },
  earlierFirst: {
    status: 409,
    zh: '督办要按次序：催办提醒、督办函、黄牌、红牌。请先发前一步。',
    en: 'Supervision goes step by step: reminder, letter, yellow card, red card. Give the one before first.',
  },
  ruledOutBefore: {
    status: 409,
    zh: '上级已经认定前一次督办不成立，这个时限不再升级。请由原发出岗位撤销那一份。',
    en: 'The level above found the last instrument unfounded, so nothing follows on this limit. Its giver’s post has to cancel it.',
  },
  answerRuns: {
    status: 409,
    zh: '对方可以到 {day} 再答复，请等到那一天之后。',
    en: 'The unit has until {day} to answer. Wait until that day is over.',
  },
  promiseRuns: {
    status: 409,
    zh: '对方承诺 {day} 前办好，答复已被接受，请等到那一天之后。',
    en: 'The unit’s answer was accepted and promises it by {day}. Wait until that day is over.',
  },
  answerUnread: {
    status: 409,
    zh: '对方已经答复。请先接受，或者要求再答复一次。',
    en: 'The unit has answered. Accept the answer or ask again first.',
  },
  objectionOpen: {
    status: 409,
    zh: '对方提出了异议，请等上级作出决定。',
    en: 'The unit has objected. Wait for the decision of the level above.',
  },
  nothingOwed: {
    status: 409,
    zh: '这件事在这个单位已经了结，答复也已接受，没有可以再督办的了。',
    en: 'This unit is done with the matter and its answer was accepted; nothing is left to supervise.',
  },
  ownUnit: {
    status: 409,
    zh: '不能督办自己所在的单位，请由上级或别的单位来做。',
    en: 'Nobody supervises their own unit. Leave it to the level above or to another unit.',
  },
  goesDown: {
    status: 409,
    zh: '督办函和黄红牌只能发给本辖区内的单位。请提请上一级督办。',
    en: 'Letters and cards go only to units within your area. Ask the level above to supervise it.',
  },
  notGiversPost: {
    status: 403,
    zh: '只有发出这份督办的岗位可以接受答复、再次要求或撤销。',
    en: 'Only the post that gave it may accept the answer, ask again or cancel it.',
  },
  notAbove: {
    status: 403,
    zh: '异议由发出单位的上一级决定；区级的由本级另一位督办负责人决定。',
    en: 'An objection is decided by the level above the one that gave it; at the district, by another overseer.',
  },
  instrumentNotNow: {
    status: 409,
    zh: '这份督办已经变了，可能刚有人处理过。请看最新的情况。',
    en: 'This has changed; somebody may have dealt with it just now. See it as it stands.',
  },
  objectedBefore: {
    status: 409,
    zh: '已经提过一次异议，上级作了决定。请答复。',
    en: 'An objection was made and decided once. Please answer.',
  },
  askedBefore: {
    status: 409,
    zh: '已经要求再答复过一次。请接受答复；仍没有办好的，到承诺日之后可以升级。',
    en: 'The unit was asked again once. Accept the answer; if it is still not done after the promised day, the next step is open.',
  },
  badAnswerDay: {
    status: 422,
    zh: '答复截止日要选今天之后的一个工作日，最晚 {day}。',
    en: 'The day for the answer has to be a working day after today, {day} at the latest.',
  },
  badPromiseDay: {
    status: 422,
    zh: '办好的日子从今天起，最晚 {day}。',
    en: 'The day by which it will be done lies between today and {day}.',
  },
  findingNotNow: {
    status: 409,
    zh: '这条问题线索已经有人处理过，请看最新的情况。',
    en: 'Somebody has dealt with this finding already. See it as it stands.',
  },
  ownClosure: {
    status: 409,
    zh: '自己单位办理或结案的事项，要由别的单位核查。',
    en: 'What your own unit handled or closed has to be checked by another unit.',
  },
  checkedBefore: {
    status: 409,
    zh: '这一件已经核查过了。',
    en: 'This one was checked already.',
  },
  monthOpen: {
    status: 422,
    zh: '这个月还没有结束，请选已经过去的月份。',
    en: 'This month is not over. Choose one that is.',
  },
  sampleDrawn: {
    status: 409,
    zh: '这个单位这个月的样本已经抽过，不能重抽。',
    en: 'The sample of this unit for this month was drawn already and is not drawn again.',
  },
  nothingClosed: {
    status: 409,
    zh: '这个月没有可抽查的结案事项。',
    en: 'Nothing that could be sampled was closed in that month.',
  },
} as const satisfies Record<string, Row>
