import type { Sentence } from '#contract/words/language.ts'
import type { ProofState } from '#domain/mediation/proof.ts'

export const proofWords = {
  title: { zh: '核验调解文书', en: 'Check a mediation paper' },
  lead: {
    zh: '文书上印着二维码和 12 位核验码。扫码或输入核验码，就知道这份文书是不是真的。',
    en: 'Every paper bears a code of twelve signs. Scan or type it to learn whether the paper is genuine.',
  },
  code: { zh: '核验码', en: 'Code on the paper' },
  codeHint: { zh: '数字和字母，不分大小写', en: 'digits and letters, large or small' },
  codeWrong: {
    zh: '核验码是 12 位数字和字母，请对照纸上再核对。',
    en: 'The code has twelve digits and letters. Please compare with the paper.',
  },
  go: { zh: '核验', en: 'Check' },
  genuine: { zh: '这个核验码是真的', en: 'This code is genuine' },
  compare: {
    zh: '请把下面的内容和您手里的文书对一对，都一样才可以放心。姓名和内容不在网上显示。',
    en: 'Compare what follows with the paper in your hands; only if all of it agrees it is genuine. Names and contents are not shown online.',
  },
  form: { zh: '文书', en: 'Paper' },
  number: { zh: '编号', en: 'Number' },
  committee: { zh: '出具单位', en: 'Issued by' },
  drawnAt: { zh: '生成时间', en: 'Drawn' },
  state: { zh: '现在的状态', en: 'How it stands today' },
  effectiveOn: { zh: '生效日期', en: 'In force from' },
  fen: { zh: '金额合计', en: 'Money in all' },
  noMoney: { zh: '没有金额', en: 'no money' },
  parties: { zh: '当事人', en: 'Parties' },
  signedOf: { zh: '{parties} 方，{signed} 方已签字', en: '{parties}, of whom {signed} have signed' },
  fileTitle: { zh: '核对电子文件', en: 'Check a file' },
  file: {
    zh: '有电子文件的，选上它。文件不会上传，在您的手机上就能核对。',
    en: 'If you have the file, choose it. It is not sent anywhere; it is compared on your device.',
  },
  choose: { zh: '选择文件', en: 'Choose the file' },
  same: { zh: '一模一样，没有改动过。', en: 'The very same file; nothing was changed.' },
  different: {
    zh: '和出具的文件不一样：可能改动过，也可能不是这一份。请以盖章的纸质文书为准，或向调委会核实。',
    en: 'Not the file that was issued: it may have been changed, or be another one. Trust the sealed paper, or ask the committee.',
  },
  unable: {
    zh: '这个浏览器不能核对文件，请换一个浏览器。',
    en: 'This browser cannot compare files. Please use another one.',
  },
  another: { zh: '核验另一份', en: 'Check another' },
} as const satisfies Record<string, Sentence>

export const proofStateWords: Record<ProofState, Sentence> = {
  current: { zh: '在卷，有效', en: 'on file' },
  inForce: { zh: '协议已生效', en: 'the agreement is in force' },
  notInForce: { zh: '还没有生效：签字或盖章不齐', en: 'not in force: a signature or the seal is missing' },
  replaced: { zh: '已作废或被新的文本代替', en: 'dropped, or replaced by a newer wording' },
  gone: { zh: '档案已到期销毁', en: 'the file was destroyed at the end of its term' },
}
