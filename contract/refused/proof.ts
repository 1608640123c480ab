import type { Row } from './row.ts'

/** The refusals of showing who one is: second factors, passkeys, the policy of a district. */
export const proofRefusals = {
  factorFirst: {
    status: 401,
    zh: '还差一步：请输入验证码或使用通行密钥，完成登录。',
    en: 'One step is left: give your code or use your passkey to finish signing in.',
  },
  setFactorFirst: {
    status: 403,
    zh: '你的岗位要求两步登录。请先设置验证器或通行密钥，再继续工作。',
    en: 'Your post needs a second step to sign in. Set up an authenticator or a passkey first; then go on.',
  },
  proveFirst: {
    status: 409,
    zh: '这一步关系到账号安全，请先再确认一次是你本人。',
    en: 'This concerns the safety of accounts. Please confirm once more that it is you.',
  },
  wrongFactor: {
    status: 401,
    zh: '验证码不对，或者已经用过。请输入验证器现在显示的 6 位数字，或一个没有用过的恢复码。',
    en: 'This code is not right or was used before. Give the six digits your authenticator shows now, or a recovery code not used yet.',
  },
  badPasskey: {
    status: 401,
    zh: '没有认出这把通行密钥，或者等得太久。请重试，或改用密码登录。',
    en: 'This passkey was not recognised, or it took too long. Try again, or sign in with your password.',
  },
  passkeysOff: {
    status: 409,
    zh: '当前地址不支持通行密钥（需要域名和加密连接）。请改用验证器，或请管理员设置访问地址。',
    en: 'Passkeys do not work at this address; they need a host name and https. Use an authenticator, or ask your administrator.',
  },
  passkeyKnown: {
    status: 409,
    zh: '这台设备的通行密钥已经添加过了。',
    en: 'The passkey of this device has been added already.',
  },
  tooManyPasskeys: {
    status: 409,
    zh: '最多 {max} 把通行密钥，请先移除不用的。',
    en: 'At most {max} passkeys. Remove one you no longer use first.',
  },
  factorNeeded: {
    status: 409,
    zh: '你的岗位要求两步登录，至少要留一种。请先添加另一种，再移除这一种。',
    en: 'Your post needs a second step, so at least one has to stay. Add another first; then remove this one.',
  },
  ownFactor: {
    status: 403,
    zh: '自己的第二步不能自己重置，请另一位安全管理员来做；丢了验证器可以用恢复码登录。',
    en: 'You cannot reset your own second step: ask another security administrator. Without your authenticator a recovery code lets you in.',
  },
  policyProblem: {
    status: 422,
    zh: '“{field}”要在 {min} 到 {max} 之间，请修改。',
    en: '“{field}” has to lie between {min} and {max}. Please change it.',
  },
  providerOff: {
    status: 409,
    zh: '这里没有接入统一身份认证，请用用户名和密码登录。',
    en: 'No identity platform is connected here. Sign in with your user name and password.',
  },
  providerDown: {
    status: 409,
    zh: '“{provider}”现在连不上。请稍后再试，或先输入密码登录。',
    en: '“{provider}” cannot be reached now. Try again in a while, or sign in with your password for now.',
  },
  providerDenied: {
    status: 401,
    zh: '在“{provider}”那边取消了，或者没有得到同意，所以没有做成。可以再试一次。',
    en: 'It was cancelled at “{provider}”, or not allowed there, so nothing was done. You can try again.',
  },
  providerLate: {
    status: 409,
    zh: '这一次去“{provider}”的来回已经失效：超过 10 分钟、用过了，或者换了浏览器。请从这里重新开始。',
    en: 'This way to “{provider}” and back no longer counts: ten minutes went by, it was used, or it began in another browser. Please start again here.',
  },
  providerClock: {
    status: 409,
    zh: '“{provider}”和这里的时间对不上，它的答复没有采用。请管理员校准服务器的时钟；现在可以用用户名和密码登录。',
    en: 'The clocks of “{provider}” and of this place differ, so its answer was not used. An administrator should set them right; your user name and password still work.',
  },
  badProvider: {
    status: 409,
    zh: '“{provider}”的答复核对不上，没有采用。请再试一次；还不行，请管理员查看对接设置。',
    en: 'What “{provider}” answered did not stand up to checking and was not used. Try again; if it stays so, an administrator should look at the settings.',
  },
  identityUnknown: {
    status: 401,
    zh: '你在“{provider}”的身份还没有关联这里的账号。请先用用户名和密码登录，再到“我的账号”里关联，以后就能直接登录。',
    en: 'Who you are at “{provider}” is not linked with an account here yet. Sign in with your user name and password, link it under “My account”, and it will let you in from then on.',
  },
  identityTaken: {
    status: 409,
    zh: '“{provider}”的这个身份已经关联了另一个账号。请换成你本人的身份；要是弄错了，请安全管理员解除那一个。',
    en: 'This identity of “{provider}” is linked with another account. Use your own; if that link is a mistake, a security administrator can remove it.',
  },
  identityKept: {
    status: 409,
    zh: '这个账号已经关联了“{provider}”的一个身份。要换，请先解除现在的。',
    en: 'This account is linked with an identity of “{provider}” already. Remove that link first to use another.',
  },
} as const satisfies Record<string, Row>
