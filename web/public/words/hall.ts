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
