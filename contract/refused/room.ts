import type { Row } from './row.ts'

/** The refusals of rooms for parties elsewhere, and of offers in them. */
export const roomRefusals = {
  noSuchRoom: {
    status: 404,
    zh: '没有这个书面调解室。',
    en: 'There is no such written room.',
  },
  roomClosed: {
    status: 409,
    zh: '这个书面调解室已经关闭，只能看，不能再写。',
    en: 'This written room is closed: it can be read, and no longer written in.',
  },
  callFull: {
    status: 409,
    zh: '这个视频室已经有 {count} 个人，满了。人多时请用外部会议，或分开谈。',
    en: 'This video room already holds {count} people. With more, use a meeting elsewhere or talk apart.',
  },
  offerApart: {
    status: 422,
    zh: '背靠背谈话里没有对方。要给对方提方案，请到面对面的书面调解室。',
    en: 'A caucus has no other side. Make an offer in a joint room.',
  },
  offerSides: {
    status: 422,
    zh: '方案要提给另一方正在这个调解室里的人。',
    en: 'An offer goes to somebody of another side who is in this room.',
  },
  expiryPassed: {
    status: 422,
    zh: '有效期已经过了，请选晚一些的时间。',
    en: 'This expiry has passed already. Choose a later one.',
  },
  expiryTooFar: {
    status: 422,
    zh: '有效期最长 {days} 天，请选早一些的时间。',
    en: 'An offer stands for at most {days} days. Choose an earlier expiry.',
  },
  offerStands: {
    status: 409,
    zh: '您给这一方的上一个方案还在等答复。要改的话，先撤回它。',
    en: 'Your last offer to this party still awaits its answer. Withdraw it first to change it.',
  },
  offersFull: {
    status: 409,
    zh: '这件调解里已经有 {count} 个方案，不能再提了，请和调解员商量。',
    en: 'This mediation already has {count} offers. Talk to the mediator.',
  },
  noSuchOffer: {
    status: 404,
    zh: '没有这个方案，或者它不是提给您的。',
    en: 'There is no such offer, or it was not made to you.',
  },
  offerExpired: {
    status: 409,
    zh: '这个方案已经过了有效期，不能再接受（民法典 478、481）。可以另提一个。',
    en: 'This offer has expired and can no longer be accepted (Civil Code arts 478, 481). A new one can be made.',
  },
  offerOver: {
    status: 409,
    zh: '这个方案已经有了结果，请看最新的情况。',
    en: 'This offer has been dealt with already. Look at how it stands.',
  },
} as const satisfies Record<string, Row>
