import { sentences } from '#web/lib/words.ts'

export const identityWords = sentences({
  byProvider: { zh: '用{provider}登录', en: 'Sign in with {provider}' },
  leaving: { zh: '正在打开{provider}…', en: 'Opening {provider}…' },
  back: { zh: '从{provider}回来了', en: 'Back from {provider}' },
  checking: { zh: '正在核对，请稍候…', en: 'Checking, one moment…' },
  isOn: { zh: '已关联', en: 'Linked' },
  isOff: { zh: '未关联', en: 'Not linked' },
  isOld: { zh: '已不能用', en: 'No longer works' },
  lead: {
    zh: '把你本人在“{provider}”的身份和这个账号关联起来，以后可以直接用它登录，不用记密码。只认这一个身份，不看姓名和邮箱。',
    en: 'Link who you are at “{provider}” with this account, and it lets you in without a password. Only that identity counts, never a name or an address.',
  },
  link: { zh: '关联我的身份', en: 'Link my identity' },
  linkText: {
    zh: '会打开“{provider}”，请在那边用本人的账号登录一次，再回到这里。',
    en: 'It opens “{provider}”. Sign in there once as yourself, and you come back here.',
  },
  linked: { zh: '已关联，下次可以直接用它登录。', en: 'Linked; it lets you in from now on.' },
  mine: { zh: '我的身份', en: 'My identity' },
  ending: { zh: '尾号 {shown}', en: 'ending in {shown}' },
  since: { zh: '关联于', en: 'Linked' },
  used: { zh: '最近使用', en: 'Last used' },
  neverUsed: { zh: '还没用过', en: 'Not used yet' },
  unlink: { zh: '解除关联', en: 'Remove the link' },
  unlinked: { zh: '已解除，它不再能登录这个账号。', en: 'Removed; it no longer lets anybody in here.' },
  oldText: {
    zh: '这是和以前的平台关联的，现在已不能用。请解除；需要的话，再重新关联。',
    en: 'It was linked with an earlier platform and opens nothing now. Remove it, and link anew if you need to.',
  },
  platform: { zh: '统一身份认证', en: 'Identity platform' },
})
