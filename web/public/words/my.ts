import type { Sentence } from '#contract/words/language.ts'

/** Words of the page of a telephone number: signing in by a code, the list, signing out. */
export const myWords = {
  lead: {
    zh: '反映时留过手机号的，用这个号码收一条验证码，就能看到自己的诉求。不用注册，不用记密码。',
    en: 'If you left a mobile number, we text a code to it, and you see what you told us. No account, no password.',
  },
  phone: { zh: '手机号', en: 'Mobile number' },
  phoneHint: { zh: '反映时留下的号码，11 位数字', en: 'The one you left with your appeal, 11 digits' },
  phoneNone: { zh: '请输入手机号。', en: 'Please enter your mobile number.' },
  phoneShort: {
    zh: '手机号是 11 位数字，还差 {count} 位。',
    en: 'A mobile number has 11 digits: {count} more to go.',
  },
  phoneLong: {
    zh: '手机号是 11 位数字，多了 {count} 位。',
    en: 'A mobile number has 11 digits: {count} too many.',
  },
  phoneWrong: {
    zh: '这不像手机号，请核对。座机收不了短信，请用查询码查看。',
    en: 'This is no mobile number. A landline gets no messages: use your query code.',
  },
  ask: { zh: '获取验证码', en: 'Send me a code' },
  asking: { zh: '正在获取…', en: 'Asking…' },
  anyNumber: {
    zh: '不管有没有反映过，都会收到一条短信。',
    en: 'A message is sent whether or not anything stands with the number.',
  },
  sentTo: {
    zh: '验证码已发往 {phone}，{minutes} 分钟内有效，只能用一次。',
    en: 'A code is on its way to {phone}. It is good once, for {minutes} minutes.',
  },
  demo: {
    zh: '这是演示系统，不会真的发短信。验证码是 {code}。',
    en: 'This is a demonstration; no message is sent. The code is {code}.',
  },
  code: { zh: '验证码', en: 'Code' },
  codeHint: { zh: '短信里的 6 位数字', en: 'The 6 digits in the message' },
  codeNone: { zh: '请输入短信里的 6 位数字。', en: 'Please enter the 6 digits of the message.' },
  codeShort: { zh: '验证码是 6 位数字，还差 {count} 位。', en: 'The code has 6 digits: {count} more to go.' },
  codeLong: { zh: '验证码是 6 位数字，多了 {count} 位。', en: 'The code has 6 digits: {count} too many.' },
  over: {
    zh: '验证码已过期。请点“重新获取”，再收一条短信。',
    en: 'The code has ended. Press “Send another” for a new message.',
  },
  enter: { zh: '查看我的诉求', en: 'See my appeals' },
  entering: { zh: '正在核对…', en: 'Checking…' },
  again: { zh: '重新获取', en: 'Send another' },
  againIn: { zh: '{seconds} 秒后可重新获取', en: 'Send another in {seconds} s' },
  mayAgain: {
    zh: '没收到的话，现在可以重新获取。',
    en: 'If nothing came, you may ask for another now.',
  },
  otherPhone: { zh: '换一个号码', en: 'Another number' },
  off: {
    zh: '这里还没有开通凭手机号查询。请用提交时给您的查询码查看；找不到查询码的，请打电话给社区或到窗口问。',
    en: 'Looking up by number is not offered here. Please use your query code; without it, call the community or ask at its desk.',
  },
  byCode: { zh: '用查询码查看', en: 'Use a query code' },
  signedIn: {
    zh: '已用 {phone} 登录，{until}自动退出。',
    en: 'Signed in with {phone}; ends by itself on {until}.',
  },
  none: { zh: '这个号码在本区没有可以显示的诉求。', en: 'There is nothing to show for this number here.' },
  noneHint: {
    zh: '反映时没有留手机号，或者留的是别的号码，就不会列在这里。',
    en: 'What was sent without a number, or with another one, is not listed.',
  },
  hidden: {
    zh: '没有留名的、请求保密的、举报和涉及人身安全的，为了保护您，都不在这里显示，请用查询码查看。',
    en: 'What was said anonymously or in confidence, reports, and what concerns somebody’s safety is not shown here, to protect you. Use its query code.',
  },
  askedAnswer: { zh: '等您回答', en: 'Answer needed' },
  askedRate: { zh: '等您评价', en: 'Rating needed' },
  more: { zh: '看更早的', en: 'Show earlier ones' },
  ended: { zh: '登录已结束，请重新获取验证码。', en: 'You were signed out. Please ask for a new code.' },
  leaveTitle: { zh: '看完了？', en: 'Done?' },
  leaveHint: {
    zh: '和别人共用这台手机的，看完请退出，别人就看不到了。',
    en: 'If others use this device too, sign out so that they cannot see it.',
  },
  leave: { zh: '退出登录', en: 'Sign out' },
  everywhere: { zh: '所有设备都退出', en: 'Sign out everywhere' },
  everywhereAsk: {
    zh: '凡是用这个号码登录过的手机和电脑，都会退出；诉求的办理不受影响。确定吗？',
    en: 'Every device signed in with this number is signed out; the handling goes on. Do it?',
  },
  left: { zh: '已退出登录。', en: 'You are signed out.' },
  leftEverywhere: { zh: '所有设备都已退出登录。', en: 'All devices are signed out.' },
  gone: {
    zh: '这件诉求不能凭手机号查看。请用查询码，或回到列表。',
    en: 'This one cannot be seen by number. Use its query code, or go back to the list.',
  },
} as const satisfies Record<string, Sentence>
