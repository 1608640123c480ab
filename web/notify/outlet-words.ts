import type { Dropped, outboxStates } from '#contract/outlet.ts'
import { type Sentence, sentences } from '#web/lib/words.ts'

export const outletWords = sentences({
  title: { zh: '对外发送', en: 'Outgoing' },
  lead: {
    zh: '别的系统可以在事项有动静时收到通知：只有编号、状态和动作，没有群众的任何信息。每条都签名，没送到会自动再试。',
    en: 'Other systems can be told when something happens to a matter: number, state and move only, nothing about any person. Each message is signed and tried again until it arrives.',
  },
  receivers: { zh: '接收方', en: 'Receivers' },
  none: { zh: '还没有接收方', en: 'There is no receiver yet' },
  noneText: {
    zh: '添加一个接收方，填上对方给的地址，选好要告知的动作，再发一条试试。',
    en: 'Add a receiver with the address that you were given, choose the moves to be told, and send a test.',
  },
  add: { zh: '添加接收方', en: 'Add a receiver' },
  name: { zh: '名称', en: 'Name' },
  url: { zh: '地址', en: 'Address' },
  urlHint: { zh: '以 https:// 开头', en: 'Begins with https://' },
  verbs: { zh: '告知哪些动作', en: 'Moves to be told' },
  isOn: { zh: '启用', en: 'On' },
  off: { zh: '已停用', en: 'off' },
  edit: { zh: '修改', en: 'Edit' },
  editOf: { zh: '修改：{name}', en: 'Edit: {name}' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  test: { zh: '发一条试试', en: 'Send a test' },
  testOf: { zh: '发一条试试：{name}', en: 'Send a test: {name}' },
  tested: { zh: '已放进待发，几秒内发出。', en: 'It is in the outbox and goes out within seconds.' },
  renew: { zh: '换一个密钥', en: 'Renew the secret' },
  renewOf: { zh: '换一个密钥：{name}', en: 'Renew the secret: {name}' },
  remove: { zh: '移除', en: 'Remove' },
  removeOf: { zh: '移除：{name}', en: 'Remove: {name}' },
  removeAsk: {
    zh: '移除后不再向“{name}”发送，待发的也不再发。',
    en: 'Nothing more is sent to “{name}”, and what waits is not sent.',
  },
  secret: {
    zh: '“{name}”的密钥，只显示这一次。请交给对方用来核对签名：',
    en: 'The secret of “{name}”, shown only now. Give it to the receiver for checking signatures:',
  },
  noted: { zh: '已经记下', en: 'I have noted it' },
  sentAt: { zh: '最近送达', en: 'Last arrived' },
  never: { zh: '还没有送达过', en: 'Nothing has arrived yet' },
  waitingCount: { zh: '待发 {count} 条', en: '{count} waiting' },
  deadCount: { zh: '没送到 {count} 条', en: '{count} given up' },
  outbox: { zh: '发件记录', en: 'Outbox' },
  show: { zh: '看哪些', en: 'Show' },
  empty: { zh: '这里没有记录', en: 'Nothing here' },
  emptyText: {
    zh: '送不到、反复试过仍不成的会留在“没送到”里。',
    en: 'What could not be delivered after several tries stays under “given up”.',
  },
  again: { zh: '再发一次', en: 'Try again' },
  againOf: { zh: '再发一次：{to}', en: 'Try again: {to}' },
  tries: { zh: '试过 {count} 次', en: 'tried {count} times' },
  next: { zh: '下次', en: 'next' },
  why: { zh: '原因：{why}', en: 'Reason: {why}' },
  more: { zh: '再看一些', en: 'Show more' },
  mail: { zh: '通知邮件', en: 'notice by e-mail' },
  code: { zh: '验证码邮件', en: 'code by e-mail' },
  hook: { zh: '系统通知', en: 'message to a system' },
  text: { zh: '验证码短信', en: 'code by text message' },
})

export const outboxStateWords: Record<(typeof outboxStates)[number], Sentence> = {
  waiting: { zh: '待发', en: 'Waiting' },
  dead: { zh: '没送到', en: 'Given up' },
  dropped: { zh: '不再需要发', en: 'No longer needed' },
  sent: { zh: '已送达', en: 'Delivered' },
}

export const droppedWords: Record<Dropped, Sentence> = {
  accountDisabled: { zh: '账号已停用', en: 'the account was disabled' },
  noAddress: { zh: '本人已去掉邮箱', en: 'the address was taken away' },
  unitClosed: { zh: '单位已撤销', en: 'the unit was closed' },
  nothingToSee: { zh: '收件人已看不到这件事', en: 'the receiver may no longer see the matter' },
  codeOver: { zh: '验证码已用过或过期', en: 'the code was used or has ended' },
  outletOff: { zh: '接收方已停用或移除', en: 'the receiver was switched off or removed' },
}
