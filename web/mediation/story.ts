import type { Sentence } from '#contract/words/language.ts'
import type { Step } from '#domain/mediation/moves.ts'

/** One whole sentence for each step of a mediation; `{who}` is a person of the staff. No party is named. */
const stepSentences: Record<Step, Sentence> = {
  open: {
    zh: '{who}受理了调解，开始征求各方意愿。',
    en: '{who} opened a mediation and asks each side whether it agrees.',
  },
  tell: { zh: '{who}向一位当事人告知了权利义务。', en: '{who} told a party its rights and duties.' },
  consent: { zh: '{who}登记了一位当事人的意见。', en: '{who} entered the answer of a party.' },
  mandate: { zh: '{who}登记了授权委托书。', en: '{who} entered a mandate.' },
  revokeMandate: { zh: '{who}登记了委托的撤回。', en: '{who} entered that a mandate was revoked.' },
  appoint: { zh: '{who}增加了一位调解员。', en: '{who} appointed another mediator.' },
  disclose: {
    zh: '{who}披露了有无利害关系。',
    en: '{who} disclosed whether there is a conflict of interest.',
  },
  recuse: { zh: '{who}登记了一位调解员的回避。', en: '{who} entered that a mediator withdrew.' },
  begin: { zh: '各方都已同意，{who}开始调解。', en: 'Everybody has agreed, and {who} began to mediate.' },
  schedule: { zh: '{who}安排了一场调解。', en: '{who} scheduled a session.' },
  reply: { zh: '{who}登记了一位当事人能不能到场。', en: '{who} entered whether a party comes to a session.' },
  cancel: { zh: '{who}取消了一场调解。', en: '{who} cancelled a session.' },
  hold: { zh: '{who}主持了一场调解，记录已写好。', en: '{who} held a session and wrote its record.' },
  signRecord: { zh: '一位当事人在调解记录上签了字。', en: 'A party signed the record of a session.' },
  offer: { zh: '{who}登记了一方提出的方案。', en: '{who} entered an offer of a party.' },
  answerOffer: { zh: '{who}登记了一方对方案的答复。', en: '{who} entered the answer to an offer.' },
  withdrawOffer: { zh: '{who}登记了一方撤回方案。', en: '{who} entered that an offer was withdrawn.' },
  askExtension: {
    zh: '{who}征求各方同意延长调解期限。',
    en: '{who} asked everybody whether the limit may be extended.',
  },
  extend: {
    zh: '各方同意，{who}延长了调解期限。',
    en: 'With everybody’s agreement {who} extended the limit.',
  },
  pause: { zh: '{who}中止了调解期限。', en: '{who} stopped the limit of the mediation.' },
  resume: { zh: '{who}恢复了调解期限。', en: '{who} let the limit of the mediation run on.' },
  draft: { zh: '{who}写了一稿调解协议。', en: '{who} wrote a draft of an agreement.' },
  dropDraft: { zh: '{who}作废了一稿协议。', en: '{who} dropped a draft of an agreement.' },
  sign: { zh: '一位当事人签了调解协议。', en: 'A party signed the agreement.' },
  signAsMediator: { zh: '{who}作为调解员签了协议。', en: '{who} signed the agreement as mediator.' },
  seal: { zh: '{who}给调解协议加盖了调委会印章。', en: '{who} sealed the agreement for the committee.' },
  leave: {
    zh: '一位当事人退出了调解，已告知其他途径。',
    en: 'A party left the mediation and was told its other routes.',
  },
  settle: { zh: '达成调解协议，进入履行。', en: 'An agreement was reached and is being performed.' },
  end: {
    zh: '{who}终止了调解，已告知其他途径。',
    en: '{who} ended the mediation and told the other routes.',
  },
  perform: { zh: '{who}登记了一项履行。', en: '{who} entered a performance.' },
  miss: {
    zh: '{who}登记了一项到期没有履行。',
    en: '{who} entered that something was not performed in time.',
  },
  confirm: { zh: '{who}登记了司法确认的进展。', en: '{who} entered how judicial confirmation stands.' },
  revisit: { zh: '{who}回访了调解的履行情况。', en: '{who} revisited how the agreement is kept.' },
  file: { zh: '{who}把调解卷宗归档。', en: '{who} filed the dossier of the mediation.' },
}

/** What a party did by its link, in a sentence of its own. */
const ownSentences: Partial<Record<Step, Sentence>> = {
  tell: {
    zh: '一位当事人通过链接看过了权利义务告知。',
    en: 'A party read its rights and duties by its link.',
  },
  consent: { zh: '一位当事人通过链接表了态。', en: 'A party gave its answer by its link.' },
  revokeMandate: { zh: '一位当事人撤回了委托。', en: 'A party revoked a mandate.' },
  recuse: { zh: '一位当事人要求一位调解员回避。', en: 'A party asked that a mediator withdraws.' },
  offer: { zh: '一方通过链接提出了方案。', en: 'A party made an offer by its link.' },
  answerOffer: { zh: '一方通过链接答复了方案。', en: 'A party answered an offer by its link.' },
  withdrawOffer: { zh: '一方通过链接撤回了方案。', en: 'A party withdrew its offer by its link.' },
  reply: { zh: '一位当事人通过链接回复了能不能到场。', en: 'A party answered an invitation by its link.' },
}

/** The sentence of one step in the story of the matter, which says what was done and nothing of who and how. In: the step, and whether a party took it. */
export const mediateSentence = (step: unknown, isParty: boolean): Sentence | undefined =>
  (isParty ? ownSentences[step as Step] : undefined) ?? stepSentences[step as Step]
