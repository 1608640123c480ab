import type { Row } from './row.ts'

/** The refusals of the request itself and of who asks. */
export const askingRefusals = {
  badInput: { status: 400, zh: '“{field}”这一项填写有误：{hint}', en: 'Please check “{field}”: {hint}' },
  tooLong: {
    status: 400,
    zh: '“{field}”最多 {max} 个字，请精简后再提交。',
    en: '“{field}” takes at most {max} characters. Please shorten it.',
  },
  tooMany: {
    status: 400,
    zh: '“{field}”最多 {max} 项，请分次提交。',
    en: '“{field}” takes at most {max} items. Please send the rest separately.',
  },
  missingField: {
    status: 422,
    zh: '还缺少“{field}”，补上后就可以继续。',
    en: '“{field}” is still missing. Fill it in to go on.',
  },
  notFound: {
    status: 404,
    zh: '没有找到这条记录，或者它不在你的职责范围内。',
    en: 'There is no such record, or it is not within your area.',
  },
  commandReused: {
    status: 409,
    zh: '同一个操作编号已用于别的内容，请刷新页面后重试。',
    en: 'This command number was already used for something else. Reload the page and try again.',
  },
  staleVersion: {
    status: 409,
    zh: '在你填写期间，别人已经更新了这里。你填的内容还在，请看过最新情况后再提交。',
    en: 'Somebody updated this while you were writing. Your text is kept; look at the news and send again.',
  },
  tooBusy: {
    status: 429,
    zh: '操作太频繁了，请 {seconds} 秒后再试，您填写的内容不会丢失。',
    en: 'Too many requests. Please try again in {seconds} seconds; nothing you wrote is lost.',
  },
  signInFirst: {
    status: 401,
    zh: '请先登录，登录后会回到这一页。',
    en: 'Please sign in first; you will come back to this page.',
  },
  wrongPassword: {
    status: 401,
    zh: '用户名或密码不对，请再试一次。',
    en: 'The user name or password is not right. Please try again.',
  },
  lockedOut: {
    status: 429,
    zh: '从这里输错的次数太多了，请过 {minutes} 分钟再试。用以前登录过的设备不受影响；忘了密码请找管理员重置。',
    en: 'Too many wrong tries from here. Wait {minutes} minutes. A device that has signed in before is not affected; if you forgot the password, ask your administrator.',
  },
  weakPassword: {
    status: 422,
    zh: '密码至少 {min} 位，不能含有用户名或姓名，也不能是很多人都在用的；不到 16 位的，字母、数字、其他字符至少用两种。',
    en: 'A password needs at least {min} characters, not the user name or your name, and nothing that many people use; under 16 characters, two kinds of letters, digits and other signs.',
  },
  leakedPassword: {
    status: 422,
    zh: '这个密码在别处泄露过，谁都可能拿来试，请换一个只有自己知道的。',
    en: 'This password has leaked somewhere and anybody may try it. Choose one that only you know.',
  },
  changePassword: {
    status: 403,
    zh: '这是一次性密码，请先换成你自己的密码，再继续工作。',
    en: 'This password was for one use. Choose one of your own first; then go on.',
  },
  notYours: {
    status: 403,
    zh: '这一步不由你的岗位办理。如需要，请联系承办单位或分流中心。',
    en: 'This step is not for your post. If needed, speak to the holder or to the centre.',
  },
  notYourself: {
    status: 403,
    zh: '这件事是你办的，核实、回访和结案要由别人来做。',
    en: 'You handled this matter, so somebody else has to check it, revisit and close.',
  },
  secretFromYou: {
    status: 403,
    zh: '诉求人要求保密，联系方式只对分流中心开放，请由中心代为联系。',
    en: 'The person asked for secrecy: contact details are open to the centre only. Ask the centre to pass it on.',
  },
} as const satisfies Record<string, Row>
