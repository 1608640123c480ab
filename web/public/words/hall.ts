import type { Sentence } from '#contract/words/language.ts'

/** Words of the kiosk and of the display in the hall. */
export const hallWords = {
  welcome: { zh: '欢迎，请按下面的按钮取号', en: 'Welcome. Press the button for a number' },
  noName: { zh: '不用登记姓名，取了号坐着等就行。', en: 'No name needed: take a number and have a seat.' },
  waiting: { zh: '现在有 {count} 人在等', en: '{count} waiting now' },
  nobody: { zh: '现在没有人在等', en: 'Nobody is waiting' },
  forecast: { zh: '大约要等 {from}–{to} 分钟', en: 'about {from}–{to} minutes' },
  noForecast: {
    zh: '今天办的人还少，暂时估不出要等多久',
    en: 'Too few people were served today to say how long it takes',
  },
  take: { zh: '取号', en: 'Take a number' },
  taking: { zh: '正在取号…', en: 'One moment…' },
  yours: { zh: '您的号', en: 'Your number' },
  ahead: { zh: '前面还有 {count} 位', en: '{count} before you' },
  first: { zh: '您是下一位', en: 'You are next' },
  listen: {
    zh: '请留意大屏和叫号声。过了号，到前台说一声就行。',
    en: 'Watch the display and listen. If you miss your call, just tell the desk.',
  },
  scan: { zh: '扫码用手机看前面还有几位', en: 'Scan to follow the line on your phone' },
  // the page of a number
  places: { zh: '前面还有', en: 'Before you' },
  people: { zh: '{count} 位', en: '{count}' },
  mayGrow: {
    zh: '老人、残障人士和预约的会隔一个叫一个，前面的人数可能会变。离开大厅也请留意时间。',
    en: 'Priority and booked numbers are called in turn with the others, so this may change. Mind the time if you leave the hall.',
  },
  calledTo: { zh: '叫到您了，请到', en: 'It is your turn. Please go to' },
  isServed: { zh: '正在办理', en: 'You are being served at' },
  wasPassed: {
    zh: '刚才叫过您的号，您不在。请到前台说一声，还能接着排。',
    en: 'Your number was called and you were not there. Tell the desk: you can go on from there.',
  },
  sentOn: {
    zh: '已转到{window}，请在那里等叫号。',
    en: 'You were sent on to {window}. Please wait to be called there.',
  },
  sentOnward: {
    zh: '已转给下一位工作人员，请等叫号。',
    en: 'You were sent on to a colleague. Please wait to be called.',
  },
  early: {
    zh: '您约的时间是 {time}，到时会自动排进队伍。',
    en: 'You booked {time}; your number joins the line by itself then.',
  },
  over: { zh: '这个号已经办完了，谢谢您。', en: 'This number is finished. Thank you.' },
  dropped: {
    zh: '这个号已经取消。还要办事，请重新取号。',
    en: 'This number was cancelled. Please take a new one if you still need it.',
  },
  asOf: { zh: '{time} 更新，每 15 秒自动更新。', en: 'As of {time}; renewed every 15 seconds.' },
  offline: {
    zh: '网络断了，上面是 {time} 的情况。请听叫号声，连上后自动更新。',
    en: 'No connection: this is how it was at {time}. Listen for your number; it renews by itself.',
  },
  noNumber: { zh: '这个号不是今天的', en: 'This number is not of today' },
  noNumberText: {
    zh: '号只在当天有效，请在大厅重新取号。',
    en: 'Numbers are good for one day. Please take a new one in the hall.',
  },
  print: { zh: '打印小票', en: 'Print' },
  finish: { zh: '好了', en: 'Done' },
  takenAt: { zh: '取号时间 {time}', en: 'Taken {time}' },
  help: {
    zh: '老人、残障人士、带婴幼儿的，请告诉工作人员，可以优先。',
    en: 'Elderly, disabled, or with an infant? Tell the staff: you may go first.',
  },
  again: {
    zh: '刚才没有取成，请再按一次，不会多取。',
    en: 'That did not work. Press again; you will not get two.',
  },
  unknown: { zh: '没有认出这个网址', en: 'This address is not known' },
  unknownText: {
    zh: '请工作人员在叫号页上重新打开取号机或叫号屏。',
    en: 'Please ask the staff to open the kiosk or display again from the page of the queue.',
  },
  // display
  nowCalling: { zh: '正在叫号', en: 'Now calling' },
  goTo: { zh: '请到', en: 'please go to' },
  none: { zh: '还没有叫号', en: 'No number has been called yet' },
  next: { zh: '接下来', en: 'Next' },
  nextNone: { zh: '没有人在等', en: 'Nobody is waiting' },
  serving: { zh: '正在办', en: 'being served' },
  soundOn: { zh: '打开声音', en: 'Sound on' },
  soundOff: { zh: '关掉声音', en: 'Sound off' },
  full: { zh: '全屏', en: 'Full screen' },
  lost: {
    zh: '连接断了，{time} 以后的叫号可能没有显示，请听窗口叫号。正在重新连接…',
    en: 'Connection lost: calls since {time} may be missing. Please listen at the windows. Reconnecting…',
  },
  spoken: { zh: '请 {number} 号，到{window}。', en: 'Number {number}, please go to {window}.' },
  clock: { zh: '现在时间', en: 'The time' },
} as const satisfies Record<string, Sentence>
