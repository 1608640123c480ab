import type { Exclusion, SubsidyState, SubsidyTier, TakenOut } from '#domain/mediation/subsidy.ts'
import type { Sentence } from './language.ts'

export const tierLabels: Record<SubsidyTier, Sentence> = {
  ordinary: { zh: '一般', en: 'ordinary' },
  difficult: { zh: '疑难', en: 'difficult' },
  major: { zh: '重大', en: 'major' },
}

export const takenOutLabels: Record<TakenOut, Sentence> = {
  salaried: { zh: '调解员领工资，不发补贴', en: 'its mediator is salaried' },
  paidElsewhere: { zh: '已由别处发过补贴', en: 'paid from elsewhere' },
  other: { zh: '编制人剔除', en: 'taken out by hand' },
}

export const exclusionLabels: Record<Exclusion, Sentence> = {
  notAgreed: { zh: '没有达成协议', en: 'no agreement' },
  notPerformed: { zh: '协议没有履行完', en: 'the agreement is not performed' },
  papersMissing: { zh: '卷宗缺材料', en: 'papers are missing' },
  revisitMissing: { zh: '没有回访', en: 'no revisit' },
  noRate: { zh: '本级没有补贴标准', en: 'no rate at this level' },
  ...takenOutLabels,
  sameDispute: { zh: '同一纠纷已经补过', en: 'the same dispute is paid already' },
}

export const subsidyStateLabels: Record<SubsidyState, Sentence> = {
  drawn: { zh: '编制中', en: 'being drawn up' },
  checked: { zh: '已核对，待审批', en: 'looked through, to be approved' },
  approved: { zh: '已审批', en: 'approved' },
}
