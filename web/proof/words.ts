import { sentences } from '#web/lib/words.ts'

export const proofWords = sentences({
  // the second step
  stepTitle: { zh: '还差一步', en: 'One step left' },
  stepLead: {
    zh: '{name}，第一步过了。请再确认一次是你本人。',
    en: '{name}, the first step is done. Now show that it is you.',
  },
  code: { zh: '验证码', en: 'Code' },
  codeHint: {
    zh: '验证器现在显示的 6 位数字；手机不在身边，就输入一个恢复码。',
    en: 'The six digits your authenticator shows now, or a recovery code if it is not at hand.',
  },
  codeOnly: { zh: '6 位数字', en: 'Six digits' },
  recoveryOnly: { zh: '恢复码', en: 'Recovery code' },
  recoveryHint: {
    zh: '设置时保存的恢复码，每个只能用一次。',
    en: 'One of the codes you kept; each works once.',
  },
  finish: { zh: '完成登录', en: 'Finish signing in' },
  byPasskey: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
  or: { zh: '或者', en: 'or' },
  otherAccount: { zh: '换一个账号', en: 'Use another account' },
  passkeyFailed: {
    zh: '没有用成通行密钥：可能取消了，或者这台设备上没有。请重试，或改用密码。',
    en: 'The passkey was not used: it was cancelled, or this device holds none. Try again or use your password.',
  },
  ended: {
    zh: '同时登录的设备太多，“{device}”已经退出。要是不认识它，请马上改密码。',
    en: 'Too many devices were signed in, so “{device}” was signed out. If you do not know it, change your password at once.',
  },
  goneMore: {
    zh: '这个账号在别的设备上登录，设备太多，这里先退出了。要是不是你本人，请马上改密码。',
    en: 'This account signed in on another device, and this one was signed out to make room. If that was not you, change your password at once.',
  },
  goneRemote: { zh: '这台设备已从另一台设备上退出。', en: 'This device was signed out from another one.' },
  goneIdle: {
    zh: '离开太久，已自动退出。写到一半的内容还在这台设备上。',
    en: 'You were away for long, so you were signed out. What you were writing is kept on this device.',
  },
  // my second factors
  title: { zh: '两步登录', en: 'Second step' },
  lead: {
    zh: '密码之外再确认一次是你本人。密码被人知道了，别人也进不来。',
    en: 'Besides the password you show once more that it is you, so that a password alone lets nobody in.',
  },
  needed: { zh: '你的岗位要求', en: 'Your post needs it' },
  isOn: { zh: '已开启', en: 'On' },
  isOff: { zh: '未开启', en: 'Off' },
  totp: { zh: '验证器', en: 'Authenticator' },
  totpText: {
    zh: '手机上的验证器应用，每 30 秒换一个 6 位数字，不用联网。',
    en: 'An app on your telephone that shows six digits, new every 30 seconds, without a network.',
  },
  totpSince: { zh: '设置于', en: 'Set up' },
  setTotp: { zh: '设置验证器', en: 'Set up an authenticator' },
  resetTotp: { zh: '换一部手机', en: 'Change the telephone' },
  scan: {
    zh: '用验证器应用扫这个码；扫不了，就手动输入下面的密钥。',
    en: 'Scan this with your authenticator, or type the key below.',
  },
  qrLabel: { zh: '给验证器扫的二维码', en: 'Code for your authenticator' },
  secret: { zh: '密钥', en: 'Key' },
  firstCode: { zh: '验证器显示的 6 位数字', en: 'The six digits it shows' },
  confirm: { zh: '确认并开启', en: 'Confirm and turn on' },
  remove: { zh: '移除', en: 'Remove' },
  removeOf: { zh: '移除：{name}', en: 'Remove: {name}' },
  removed: { zh: '已移除。', en: 'Removed.' },
  cancel: { zh: '取消', en: 'Cancel' },
  passkeys: { zh: '通行密钥', en: 'Passkeys' },
  passkeysText: {
    zh: '用这台设备的指纹、面容或锁屏密码登录，不用输用户名和密码，也骗不走。',
    en: 'Sign in with the fingerprint, face or number of this device: nothing to type, and nothing to be talked out of.',
  },
  addPasskey: { zh: '添加通行密钥', en: 'Add a passkey' },
  passkeyName: { zh: '给它起个名字', en: 'A name for it' },
  passkeyNameHint: { zh: '比如“工作手机”，以后好认。', en: 'Such as “work telephone”, to know it by later.' },
  noPasskeys: { zh: '还没有通行密钥。', en: 'No passkeys yet.' },
  noPasskeysHere: {
    zh: '当前访问地址不支持通行密钥（需要域名和加密连接），请用验证器。',
    en: 'Passkeys do not work at this address (they need a host name and https). Use an authenticator.',
  },
  added: { zh: '添加于', en: 'Added' },
  used: { zh: '最近使用', en: 'Last used' },
  neverUsed: { zh: '还没用过', en: 'Not used yet' },
  rename: { zh: '改名', en: 'Rename' },
  renameOf: { zh: '改名：{name}', en: 'Rename: {name}' },
  save: { zh: '保存', en: 'Save' },
  recovery: { zh: '恢复码', en: 'Recovery codes' },
  recoveryLeft: { zh: '还有 {left} 个没有用过。', en: '{left} not used yet.' },
  renew: { zh: '换一批', en: 'Make new ones' },
  codesTitle: { zh: '请现在保存这 10 个恢复码', en: 'Keep these ten codes now' },
  codesText: {
    zh: '手机丢了、换了，就用它们登录，每个只能用一次。它们只显示这一次：抄下来或打印，放在只有你拿得到的地方。以前的恢复码已经作废。',
    en: 'If your telephone is lost they let you in, each once. They are shown this once: write them down or print them and keep them where only you can reach. Earlier ones no longer work.',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制。', en: 'Copied.' },
  print: { zh: '打印', en: 'Print' },
  kept: { zh: '已经保存好', en: 'I have kept them' },
  // step-up
  proveTitle: { zh: '请再确认一次是你本人', en: 'Please confirm that it is you' },
  proveLead: {
    zh: '这一步关系到账号安全。确认后 10 分钟内不再问。',
    en: 'This concerns the safety of accounts. You will not be asked again for ten minutes.',
  },
  proveGo: { zh: '确认', en: 'Confirm' },
  provePasskey: { zh: '用通行密钥确认', en: 'Confirm with a passkey' },
  // must set up
  setUpTitle: { zh: '先开启两步登录', en: 'Set up a second step first' },
  setUpText: {
    zh: '你的岗位管着别人的账号或记录，只凭密码不够。选一种设好，就可以开始工作。',
    en: 'Your post looks after the accounts or records of others, so a password is not enough. Set one up and start working.',
  },
  setUpDone: { zh: '开始工作', en: 'Start working' },
})
