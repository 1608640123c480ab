import type { Row } from './row.ts'

/** The refusals of the hall and of what leaves the house. */
export const hallRefusals = {
  hallNotOpen: {
    status: 409,
    zh: '这里还没有开通叫号，请先在叫号页上开通。',
    en: 'Numbers are not called here yet. Open the hall on the page of the queue first.',
  },
  nobodyWaits: {
    status: 409,
    zh: '现在没有人在等，有人取号后会自动出现。',
    en: 'Nobody is waiting. Whoever takes a number appears by itself.',
  },
  windowBusy: {
    status: 409,
    zh: '{number} 号还在你这里。请先办完、过号或转走，再叫下一位。',
    en: 'Number {number} is still with you. Finish it, pass it or send it on before you call the next.',
  },
  notAWindow: {
    status: 422,
    zh: '请从列表中选择这个大厅的窗口或房间。',
    en: 'Choose a window or room of this hall from the list.',
  },
  ticketNotNow: {
    status: 409,
    zh: '{number} 号已经变了，可能别的窗口刚处理过。请看最新的队伍。',
    en: 'Number {number} has changed; another window may have dealt with it. See the line as it is now.',
  },
  notInTurn: {
    status: 409,
    zh: '还没有轮到 {number} 号。确需先办的，请先标为优先。',
    en: 'It is not the turn of number {number} yet. If it must go first, mark it as priority.',
  },
  passedOften: {
    status: 409,
    zh: '{number} 号已经多次过号，只能排到队尾。',
    en: 'Number {number} was absent several times and can only go to the end of the line.',
  },
  hallFull: {
    status: 409,
    zh: '现在等候的人很多，暂停自助取号。请到前台，工作人员为您安排。',
    en: 'Many people are waiting, so no more numbers are given out here. Please come to the desk.',
  },
  slotNotOffered: {
    status: 422,
    zh: '这个时段约不了：已经过去、约满，或超出可约的日子。请换一个时段。',
    en: 'This time cannot be booked: it has gone by, is full, or lies too far ahead. Choose another.',
  },
  paperHere: {
    status: 409,
    zh: '文号“{externalNo}”已经登记过，就是 {number}。可以把这位群众并入那件事，不必再立一件。',
    en: 'The paper “{externalNo}” is here already: it is {number}. Add this voice to that matter instead of making a second one.',
  },
  paperElsewhere: {
    status: 409,
    zh: '文号“{externalNo}”已经在别的辖区登记过。请核对文号，或请上级中心查看。',
    en: 'The paper “{externalNo}” was registered in another area. Check the number, or ask the centre above you.',
  },
  mailOff: {
    status: 409,
    zh: '这里还没有接通邮件，请管理员先设置发信服务器。通知在工作台里照常收到。',
    en: 'E-mail is not connected here yet; your administrator sets up the gateway first. Notices still reach you in the console.',
  },
  wrongCode: {
    status: 422,
    zh: '验证码不对，请对照邮件再填一次。',
    en: 'That is not the code. Compare it with the e-mail and try again.',
  },
  codeSpent: {
    status: 409,
    zh: '这个验证码已经用不了了，请重新发一个。',
    en: 'That code can no longer be used. Ask for a new one.',
  },
  tooManyCodes: {
    status: 429,
    zh: '一小时内最多发 {max} 次验证码，请过一会儿再试。',
    en: 'At most {max} codes are sent within an hour. Please try again later.',
  },
  badHookAddress: {
    status: 422,
    zh: '这个地址不能用：要以加密方式访问、不带用户名和密码，并且不在内部网络里，除非这台主机已列入允许名单。',
    en: 'This address cannot be used: it must be encrypted, carry no user or password, and not lie in an internal network unless its host is on the list of allowed ones.',
  },
  outletOff: {
    status: 409,
    zh: '这个接收方已停用或移除，没有发送。',
    en: 'This receiver is switched off or removed, so nothing was sent.',
  },
} as const satisfies Record<string, Row>
