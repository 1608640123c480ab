import type { Row } from './row.ts'

/** The refusals of residents who sign in by telephone. */
export const residentRefusals = {
  phoneFirst: {
    status: 401,
    zh: '请先用手机号登录。登录过的，可能已经到期或退出了。',
    en: 'Please sign in with your number first. If you were signed in, it has ended.',
  },
  phoneOff: {
    status: 409,
    zh: '这里还不能用手机号登录，请用查询码查看。',
    en: 'Signing in by number is not offered here. Please use your query code.',
  },
  mobileOnly: {
    status: 422,
    zh: '请填写能收短信的 11 位手机号码。',
    en: 'Please give a mobile number of 11 digits that gets text messages.',
  },
  codeWait: {
    status: 429,
    zh: '刚刚已经发过一条，请等 {seconds} 秒再要。',
    en: 'A message was sent just now. Please wait {seconds} seconds before the next.',
  },
  codesEnough: {
    status: 429,
    zh: '验证码要得太多了，请过 {minutes} 分钟再试。着急的话，可以用查询码查看。',
    en: 'Too many codes were asked for. Please wait {minutes} minutes, or use your query code.',
  },
  codeNotRight: {
    status: 422,
    zh: '验证码不对，还可以试 {left} 次。请看最新的一条短信。',
    en: 'That is not the code; you can try {left} more times. Please look at the newest message.',
  },
  codeDead: {
    status: 409,
    zh: '试的次数太多，这个验证码作废了。请重新获取一个。',
    en: 'Too many tries: this code is void. Please ask for a new one.',
  },
  codeGone: {
    status: 409,
    zh: '这个验证码已经过期或用过了（5 分钟内有效，只能用一次）。请重新获取一个。',
    en: 'This code has ended or was used; it is good once, for five minutes. Please ask for a new one.',
  },
} as const satisfies Record<string, Row>
