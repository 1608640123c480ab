import type { AuditKind, AuditVerb } from '#domain/org/audit.ts'
import { type Sentence, sentences } from '#web/lib/words.ts'

export const auditWords = sentences({
  title: { zh: '审计记录', en: 'Audit record' },
  lead: {
    zh: '谁登录过、谁没登录成，谁动了人员、规则和对接，谁看过、导出、打印过个人信息。只增不改，谁都删不掉。',
    en: 'Who signed in and who failed to, who changed people, rules and other systems, and who looked at, exported or printed personal data. Added to, never changed, and nobody can remove any of it.',
  },
  kind: { zh: '看哪一类', en: 'Which record' },
  anyKind: { zh: '全部', en: 'All' },
  person: { zh: '谁', en: 'Who' },
  anybody: { zh: '所有人', en: 'Everybody' },
  clearPerson: { zh: '不限人', en: 'Everybody again' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  time: { zh: '时间', en: 'Time' },
  what: { zh: '做了什么', en: 'What' },
  subject: { zh: '对象', en: 'To whom or what' },
  reason: { zh: '理由或用途', en: 'Reason or purpose' },
  where: { zh: '设备和地址', en: 'Device and address' },
  none: { zh: '这段时间没有记录。', en: 'No records in this time.' },
  noneText: { zh: '放宽日期或类别再看。', en: 'Widen the days or the kind.' },
  more: { zh: '再看一些', en: 'Show more' },
  asRole: { zh: '{what}（{role}）', en: '{what} ({role})' },
  unknown: { zh: '—', en: '—' },
})

export const kindWords: Record<AuditKind, Sentence> = sentences({
  signIn: { zh: '登录和退出', en: 'Signing in and out' },
  failed: { zh: '没登录成', en: 'Failed tries' },
  proof: { zh: '密码和两步登录', en: 'Passwords and second steps' },
  people: { zh: '单位、人员和岗位', en: 'Units, people and posts' },
  rules: { zh: '规则', en: 'Rules' },
  doors: { zh: '对接和外发', en: 'Other systems' },
  reveal: { zh: '查看个人信息', en: 'Personal data seen' },
  export: { zh: '导出', en: 'Exports' },
  print: { zh: '打印', en: 'Prints' },
})

export const wayWords: Record<'password' | 'code' | 'recovery' | 'passkey', Sentence> = sentences({
  password: { zh: '密码', en: 'password' },
  code: { zh: '验证码', en: 'code' },
  recovery: { zh: '恢复码', en: 'recovery code' },
  passkey: { zh: '通行密钥', en: 'passkey' },
})

export const verbWords: Record<AuditVerb, Sentence> = sentences({
  in: { zh: '登录', en: 'signed in' },
  out: { zh: '退出', en: 'signed out' },
  wrongPassword: { zh: '密码不对', en: 'wrong password' },
  wrongFactor: { zh: '第二步不对', en: 'wrong second step' },
  disabled: { zh: '账号已停用', en: 'account disabled' },
  passwordChanged: { zh: '改了密码', en: 'changed the password' },
  factorAdded: { zh: '开启了两步登录', en: 'added a second step' },
  factorRemoved: { zh: '移除了一种两步登录', en: 'removed a second step' },
  codesRenewed: { zh: '换了恢复码', en: 'made new recovery codes' },
  addPerson: { zh: '添加人员', en: 'added a person' },
  editPerson: { zh: '修改人员', en: 'changed a person' },
  givePost: { zh: '给予岗位', en: 'gave a post' },
  endPost: { zh: '结束岗位', en: 'ended a post' },
  endAllPosts: { zh: '结束全部岗位', en: 'ended every post' },
  disableAccount: { zh: '停用账号', en: 'disabled an account' },
  enableAccount: { zh: '恢复账号', en: 'enabled an account' },
  resetPassword: { zh: '重置密码', en: 'reset a password' },
  addUnit: { zh: '添加单位', en: 'added a unit' },
  editUnit: { zh: '修改单位', en: 'changed a unit' },
  closeUnit: { zh: '停用单位', en: 'closed a unit' },
  reopenUnit: { zh: '恢复单位', en: 'opened a unit again' },
  addPlace: { zh: '添加楼道码', en: 'added a code' },
  editPlace: { zh: '修改楼道码', en: 'changed a code' },
  closePlace: { zh: '停用楼道码', en: 'closed a code' },
  setAbsence: { zh: '登记请假', en: 'set an absence' },
  endAbsence: { zh: '结束请假', en: 'ended an absence' },
  publishPolicy: { zh: '发布登录要求', en: 'published the demands of signing in' },
  resetFactors: { zh: '重置两步登录', en: 'reset a second step' },
  drawRegister: { zh: '编制销毁清册', en: 'drew up a register of destruction' },
  keepFile: { zh: '从销毁清册留存', en: 'kept a file back from destruction' },
  decideRegister: { zh: '审批销毁清册', en: 'decided on a register of destruction' },
  addCategory: { zh: '添加分类', en: 'added a category' },
  editCategory: { zh: '修改分类', en: 'changed a category' },
  moveCategory: { zh: '移动分类', en: 'moved a category' },
  closeCategory: { zh: '停用分类', en: 'closed a category' },
  addTemplate: { zh: '添加模板', en: 'added a template' },
  editTemplate: { zh: '修改模板', en: 'changed a template' },
  closeTemplate: { zh: '停用模板', en: 'closed a template' },
  importTemplates: { zh: '导入模板', en: 'imported templates' },
  importCategories: { zh: '导入分类', en: 'imported categories' },
  publishProfile: { zh: '发布时限与规则', en: 'published limits and rules' },
  addPartner: { zh: '添加对接系统', en: 'added a system' },
  extendPartner: { zh: '延长对接期限', en: 'extended a system' },
  addKey: { zh: '新发密钥', en: 'made a key' },
  revokeKey: { zh: '作废密钥', en: 'revoked a key' },
  add: { zh: '添加外发地址', en: 'added a receiver' },
  edit: { zh: '修改外发地址', en: 'changed a receiver' },
  renewSecret: { zh: '更换签名密钥', en: 'renewed a secret' },
  remove: { zh: '移除外发地址', en: 'removed a receiver' },
  test: { zh: '测试外发', en: 'tested a receiver' },
  again: { zh: '重新发送', en: 'sent again' },
  read: { zh: '看过', en: 'read' },
})

/** What was read, by the kind of record. */
export const readWords: Record<'reveal' | 'export' | 'print', Sentence> = sentences({
  reveal: { zh: '查看了姓名电话', en: 'saw name and number' },
  export: { zh: '导出', en: 'exported' },
  print: { zh: '打印', en: 'printed' },
})

/** Purposes that the product itself writes. */
export const purposeWords: Readonly<Record<string, Sentence>> = sentences({
  callColleague: { zh: '联系同事', en: 'to call a colleague' },
  administration: { zh: '管理', en: 'administration' },
  reply: { zh: '回复工单', en: 'replies to orders' },
  badRows: { zh: '退回坏行', en: 'rows handed back' },
})
