import type { Sentence } from '#contract/words/language.ts'
import type { PetitionStep } from '#domain/petition/moves.ts'

/** One whole sentence for each step of a petition; `{who}` is a person of the staff. No petitioner is named. */
const stepSentences: Record<PetitionStep, Sentence> = {
  register: { zh: '{who}登记为信访事项。', en: '{who} registered it as a petition.' },
  judge: {
    zh: '{who}比对了同一人的另一件信访事项。',
    en: '{who} compared it with another petition of the same person.',
  },
  send: { zh: '{who}把信访事项转送给有权处理的单位。', en: '{who} sent the petition to the competent body.' },
  decide: { zh: '{who}指定了承办单位。', en: '{who} named the body that handles the petition.' },
  object: {
    zh: '{who}提出异议，认为不归本单位办理。',
    en: '{who} objected that the petition is not theirs to handle.',
  },
  agreeReturn: { zh: '{who}同意退回，重新转送。', en: '{who} agreed to take the petition back.' },
  keepSent: { zh: '{who}不同意退回，仍由原单位办理。', en: '{who} left the petition with the body.' },
  tellRoute: {
    zh: '{who}书面告知了法定途径，不作为信访事项受理。',
    en: '{who} told the statutory route in writing; it is not accepted as a petition.',
  },
  refuseDouble: {
    zh: '{who}告知不重复受理，并说明还能做什么。',
    en: '{who} did not accept the same petition twice, and told what remains open.',
  },
  accept: { zh: '{who}受理了信访事项。', en: '{who} accepted the petition.' },
  notAccept: {
    zh: '{who}书面告知不予受理和理由。',
    en: '{who} did not accept the petition and gave the reasons.',
  },
  extend: { zh: '{who}批准延长办理期限。', en: '{who} approved an extension.' },
  opine: { zh: '{who}出具了处理意见书。', en: '{who} gave the written opinion.' },
  reply: { zh: '{who}作出答复。', en: '{who} replied to the petition.' },
  reconcile: {
    zh: '{who}登记双方自愿调解、和解，信访事项了结。',
    en: '{who} entered that both sides settled of their own will.',
  },
  deliver: { zh: '{who}登记了文书的送达。', en: '{who} entered the delivery of a paper.' },
  askReview: { zh: '{who}登记了复查申请。', en: '{who} entered that a review was asked for.' },
  giveReview: { zh: '{who}出具了复查意见书。', en: '{who} gave the review opinion.' },
  askRereview: { zh: '{who}登记了复核申请。', en: '{who} entered that a re-review was asked for.' },
  beginHearing: { zh: '{who}开始听证，期限暂停。', en: '{who} began a hearing; the time stands still.' },
  endHearing: { zh: '{who}结束听证，期限继续。', en: '{who} ended the hearing; the time goes on.' },
  giveRereview: {
    zh: '{who}出具了复核意见书，信访程序终结。',
    en: '{who} gave the re-review opinion, the last instance.',
  },
  finish: { zh: '{who}了结了信访程序。', en: '{who} closed the petition procedure.' },
  reportUp: { zh: '{who}向上一级作了紧急报告。', en: '{who} reported the petition upward at once.' },
  withdraw: { zh: '{who}登记信访人撤回。', en: '{who} entered that the petitioner withdrew.' },
  mandate: { zh: '{who}登记了诉求代理书。', en: '{who} entered a mandate of an agent.' },
  revoke: { zh: '{who}解除了诉求代理。', en: '{who} ended a mandate.' },
  actFor: { zh: '{who}记录了代理人做的事。', en: '{who} noted what the agent did.' },
}

/** What the story says of a step. In: its name. Out: undefined for a step that this program does not know. */
export const petitionSentence = (step: unknown): Sentence | undefined =>
  typeof step === 'string' && Object.hasOwn(stepSentences, step)
    ? stepSentences[step as PetitionStep]
    : undefined
