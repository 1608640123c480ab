import type { RelationSeen } from '#domain/nearby/links.ts'
import type { Capacity, PartyKind, PartyRole, Side } from '#domain/party/party.ts'
import type { Sentence } from './language.ts'

type Labels<Key extends string> = Record<Key, Sentence>

export const sideLabels: Labels<Side> = {
  a: { zh: '甲方', en: 'Side A' },
  b: { zh: '乙方', en: 'Side B' },
  third: { zh: '第三方', en: 'Beside them' },
}

export const partyKindLabels: Labels<PartyKind> = {
  person: { zh: '个人', en: 'Person' },
  organisation: { zh: '单位', en: 'Organisation' },
}

export const partyRoleLabels: Labels<PartyRole> = {
  applicant: { zh: '申请人', en: 'applicant' },
  respondent: { zh: '被申请人', en: 'respondent' },
  concerned: { zh: '当事人', en: 'person concerned' },
  third: { zh: '第三人', en: 'third person' },
  agent: { zh: '代理人', en: 'agent' },
  guardian: { zh: '监护人', en: 'guardian' },
  witness: { zh: '见证人', en: 'witness' },
}

export const capacityLabels: Labels<Capacity> = {
  full: { zh: '完全行为能力', en: 'full capacity' },
  minor: { zh: '未成年人', en: 'a minor' },
  limited: { zh: '限制行为能力', en: 'limited capacity' },
  none: { zh: '无行为能力', en: 'no capacity' },
}

/** Read as: the other matter is … */
export const linkLabels: Labels<RelationSeen> = {
  related: { zh: '相关', en: 'related' },
  sameCause: { zh: '同一起因', en: 'of the same cause' },
  followUp: { zh: '前一件', en: 'what this one follows from' },
  followedBy: { zh: '后续', en: 'what followed' },
  splitFrom: { zh: '分案来自', en: 'what this one was split from' },
  splitInto: { zh: '分案分出', en: 'what was split off' },
}
