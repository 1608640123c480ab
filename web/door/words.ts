import type { doorRefusals } from '#contract/door.ts'
import type { KeyState, PartnerScope } from '#domain/door/partner.ts'
import { type Sentence, sentences } from '#web/lib/words.ts'

export const doorWords = sentences({
  title: { zh: '对接系统', en: 'Other systems' },
  lead: {
    zh: '12345、公安、法院等系统凭密钥把工单送进来，并查询办理情况。密钥停用当时生效，每一步都留下记录。',
    en: 'Systems such as the hotline, the police or the court bring orders with a key and read how they stand. A key is revoked at once, and every step is kept on record.',
  },
  document: { zh: '接口说明', en: 'Interface document' },
  add: { zh: '添加系统', en: 'Add a system' },
  none: { zh: '还没有对接系统', en: 'No other system yet' },
  noneText: {
    zh: '添加一个系统，再为它生成密钥，对方就可以送来工单。',
    en: 'Add a system and make a key for it; then it can bring orders.',
  },
  more: { zh: '加载更多', en: 'Load more' },
  // the form
  name: { zh: '系统名称', en: 'Name' },
  channel: { zh: '渠道', en: 'Channel' },
  unit: { zh: '辖区', en: 'Area' },
  unitHint: {
    zh: '对方只能把这个范围内的事送进来；没写明地点的，由这里的综治中心分流。',
    en: 'It may bring matters of this area only; what names no place is sorted by the centre here.',
  },
  unitFind: { zh: '输入单位名字或拼音', en: 'Type the unit’s name or pinyin' },
  scopes: { zh: '权限', en: 'May do' },
  validFrom: { zh: '从哪天起', en: 'First day' },
  validTo: { zh: '到哪天为止', en: 'Last day' },
  choose: { zh: '请选择', en: 'Choose' },
  cancel: { zh: '取消', en: 'Cancel' },
  // one system
  since: { zh: '{from} 起，不限期', en: 'from {from}, without an end' },
  span: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  orders: { zh: '已送来工单', en: 'Orders brought' },
  days: { zh: '有效期', en: 'Valid' },
  changeDays: { zh: '改有效期', en: 'Change the last day' },
  openEnd: { zh: '留空表示不限期。', en: 'Leave it empty for no end.' },
  save: { zh: '保存', en: 'Save' },
  keys: { zh: '密钥', en: 'Keys' },
  noKey: { zh: '还没有密钥，对方还进不来。', en: 'No key yet: the system cannot come in.' },
  addKey: { zh: '生成密钥', en: 'Make a key' },
  keysFull: {
    zh: '同时最多两个密钥。要换新的，请先停用旧的。',
    en: 'There are two keys, which is the most. Revoke the old one before making a new one.',
  },
  revoke: { zh: '停用', en: 'Revoke' },
  revokeKey: { zh: '停用密钥 {prefix}', en: 'Revoke the key {prefix}' },
  revokeAsk: {
    zh: '停用后，用这个密钥的系统马上就进不来，而且不能恢复。',
    en: 'Whoever uses this key is shut out at once, and it cannot be brought back.',
  },
  used: { zh: '最近使用：', en: 'Last used: ' },
  unused: { zh: '还没有用过', en: 'never used' },
  made: { zh: '生成于：', en: 'Made: ' },
  once: { zh: '新密钥', en: 'New key' },
  onceText: {
    zh: '请用安全的方式交给“{name}”的管理员。它只显示这一次，我们只保存它的指纹。',
    en: 'Hand it to the administrator of “{name}” by a safe way. It is shown this once; only its fingerprint is kept.',
  },
  onceGone: {
    zh: '密钥已经生成，但只显示一次。如果没有记下，请停用它，再生成一个。',
    en: 'The key was made already, and it was shown once. If nobody noted it, revoke it and make another.',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  noted: { zh: '已经交付', en: 'I have handed it over' },
  uses: { zh: '近 30 天的请求', en: 'Requests of the last 30 days' },
  noUses: { zh: '近 30 天没有请求。', en: 'No request in the last 30 days.' },
  outcome: { zh: '结果', en: 'Outcome' },
  count: { zh: '次数', en: 'Count' },
})

export const scopeWords: Record<PartnerScope, Sentence> = sentences({
  'orders.write': { zh: '送来工单和补充', en: 'bring orders and what is added to them' },
  'orders.read': { zh: '查询自己送来的工单', en: 'read how its own orders stand' },
})

export const keyWords: Record<KeyState, Sentence> = sentences({
  good: { zh: '有效', en: 'valid' },
  revoked: { zh: '已停用', en: 'revoked' },
  notYet: { zh: '未到生效日期', en: 'not yet valid' },
  expired: { zh: '已过期', en: 'expired' },
})

/** What the requests of another system came to, in a few words. */
export const outcomeWords: Record<'ok' | 'fault' | (typeof doorRefusals)[number], Sentence> = sentences({
  ok: { zh: '办成', en: 'done' },
  fault: { zh: '我方故障', en: 'a fault of ours' },
  badKey: { zh: '密钥已停用或不在有效期', en: 'key revoked or not valid that day' },
  notInScope: { zh: '没有这项权限', en: 'not within what the key carries' },
  notFound: { zh: '没有这个编号', en: 'no such number' },
  badInput: { zh: '内容有误', en: 'something wrong in the content' },
  missingField: { zh: '缺少内容', en: 'something missing' },
  tooLong: { zh: '内容过长', en: 'too long' },
  tooMany: { zh: '项目过多', en: 'too many items' },
  unknownPlace: { zh: '楼道码不认识', en: 'unknown stairwell code' },
  closedUnit: { zh: '单位已停用', en: 'unit no longer active' },
  outsideArea: { zh: '地点不在辖区', en: 'place outside the area' },
  orderNoTaken: { zh: '编号被别的来件占用', en: 'number taken by something else' },
  commandReused: { zh: '同一编号内容不同', en: 'same number, other content' },
  badFile: { zh: '附件类型不能接收', en: 'kind of file not taken' },
  fileTooBig: { zh: '内容太大', en: 'too big' },
  tooBusy: { zh: '请求太频繁', en: 'too many requests' },
})
