import type { LaterReason } from '#domain/evaluation/differences.ts'
import type { ExclusionReason, ExclusionState, ExclusionVote } from '#domain/evaluation/exclusion.ts'
import type { Class, Measure } from '#domain/evaluation/measures.ts'
import type { Sentence } from './language.ts'

/** What each measure is called, and in one sentence how it is reckoned. */
export const measureLabels: Record<Measure, { name: Sentence; rule: Sentence }> = {
  response: {
    name: { zh: '响应率', en: 'Response' },
    rule: {
      zh: '首次联系的时限在本月到期的事里，按时联系的 ÷ 到期的；过期还没联系的也在分母里。按件算，一件事换过单位的各算一次。',
      en: 'Of the matters whose first contact fell due this month: contacted in time ÷ due; what is overdue and not done is in the denominator. By matter; with each unit that had it.',
    },
  },
  solution: {
    name: { zh: '解决率', en: 'Solution' },
    rule: {
      zh: '本月结案的事里，群众说解决了的 ÷ 群众回答了的。按件算；没联系上、没回访、没留联系方式的另列。',
      en: 'Of the matters closed this month: the person says solved ÷ the person answered. By matter; who was not reached or not asked stands beside.',
    },
  },
  satisfaction: {
    name: { zh: '满意率', en: 'Satisfaction' },
    rule: {
      zh: '本月结案的事里，满意的人数（基本满意按比例折算）÷ 作了评价的人数。按人算，几个人反映一件事就是几个人。',
      en: 'Of the matters closed this month: people satisfied (basically satisfied in part) ÷ people who rated. By voice: several people about one matter are several.',
    },
  },
  onTime: {
    name: { zh: '按时办结率', en: 'On time' },
    rule: {
      zh: '办理时限在本月到期的事里，按时办好的 ÷ 到期的；超时还没办完的也在分母里。按件算，一件事换过单位的各算一次。',
      en: 'Of the matters whose time to handle ended this month: handled in time ÷ due; what is overdue and open is in the denominator. By matter; with each unit that had it.',
    },
  },
  returned: {
    name: { zh: '退单', en: 'Returned' },
    rule: {
      zh: '本月被这个单位退回的事，只列数，不算率。',
      en: 'Matters this unit returned this month; a count, not a rate.',
    },
  },
  reopened: {
    name: { zh: '重办', en: 'Reopened' },
    rule: {
      zh: '本月重新办理的事，算在原来办理的单位，只列数，不算率。',
      en: 'Matters reopened this month, with the unit that had handled them; a count, not a rate.',
    },
  },
}

export const classLabels: Record<Class, Sentence> = {
  met: { zh: '按时', en: 'In time' },
  late: { zh: '迟了', en: 'Late' },
  overdue: { zh: '超时未办', en: 'Overdue, open' },
  solved: { zh: '解决了', en: 'Solved' },
  unsolved: { zh: '没解决', en: 'Not solved' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  basically: { zh: '基本满意', en: 'Basically satisfied' },
  unsatisfied: { zh: '不满意', en: 'Not satisfied' },
  unreachable: { zh: '没联系上', en: 'Not reached' },
  unanswered: { zh: '没有评价', en: 'No rating' },
  notAsked: { zh: '还没回访', en: 'Not asked yet' },
  noContact: { zh: '没留联系方式', en: 'Left no contact' },
  returned: { zh: '退单', en: 'Returned' },
  reopened: { zh: '重办', en: 'Reopened' },
}

/** The eight reasons of Linyi, each with what it means (domain rules §3.3). */
export const exclusionReasonLabels: Record<ExclusionReason, { name: Sentence; means: Sentence }> = {
  jurisdiction: {
    name: { zh: '不属于本区职权', en: 'Out of jurisdiction' },
    means: {
      zh: '事情不归本区任何单位管，并已告知应找谁。',
      en: 'No unit of the district is competent, and the person was told who is.',
    },
  },
  procedure: {
    name: { zh: '已在诉讼、仲裁或信访程序中', en: 'In litigation, arbitration or petition' },
    means: {
      zh: '同一件事已由法院、仲裁机构或信访机构受理或作出结论。',
      en: 'The same thing is before, or was decided by, a court, an arbitrator or a petition office.',
    },
  },
  law: {
    name: { zh: '与法律政策相抵触', en: 'Against law or policy' },
    means: {
      zh: '照要求办就会违反现行法律、法规或政策，须写明哪一条。',
      en: 'Doing what is asked would break a law or policy in force; name the article.',
    },
  },
  secrecy: {
    name: { zh: '涉及秘密、隐私或违背公序良俗', en: 'Secrets, privacy, public morals' },
    means: {
      zh: '要求公开国家秘密、商业秘密、他人隐私，或违背公序良俗。',
      en: 'It asks for state or trade secrets or somebody’s private matters, or offends public morals.',
    },
  },
  untrue: {
    name: { zh: '反映不实', en: 'Untrue' },
    means: {
      zh: '经现场核实，所说的事实不存在，须有核实记录。',
      en: 'Looked into on site, what was said is not so; with the record of it.',
    },
  },
  excessive: {
    name: { zh: '要求过高', en: 'Excessive' },
    means: {
      zh: '合理的部分已经办好，其余超出规定标准或现有条件。',
      en: 'What was reasonable is done; the rest goes beyond the standard or what is possible.',
    },
  },
  heard: {
    name: { zh: '已经听证办结', en: 'Settled by hearing' },
    means: {
      zh: '已依法听证并有结论，群众仍以同一事实和理由反映。',
      en: 'A hearing came to a conclusion, and the same facts and reasons are brought again.',
    },
  },
  malicious: {
    name: { zh: '恶意反映', en: 'Malicious' },
    means: {
      zh: '有证据证明是捏造、骚扰或借此牟利；不满意、多次反映不是恶意。',
      en: 'Proven to be invented, harassment or for gain. Being dissatisfied or asking often is not malice.',
    },
  },
}

export const exclusionStateLabels: Record<ExclusionState, Sentence> = {
  voting: { zh: '评议中', en: 'Being voted on' },
  excluded: { zh: '已剔除', en: 'Excluded' },
  refused: { zh: '未通过', en: 'Refused' },
  appealed: { zh: '复核中', en: 'Appealed' },
  granted: { zh: '复核后剔除', en: 'Excluded on appeal' },
  upheld: { zh: '复核维持', en: 'Refusal upheld' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

export const voteLabels: Record<ExclusionVote, Sentence> = {
  exclude: { zh: '同意剔除', en: 'Exclude' },
  keep: { zh: '照常计入', en: 'Keep counting' },
}

export const laterLabels: Record<LaterReason, Sentence> = {
  excluded: { zh: '后来剔除', en: 'excluded since' },
  reopened: { zh: '后来重办', en: 'reopened since' },
  answered: { zh: '后来回访或评价', en: 'answered since' },
  done: { zh: '后来办了', en: 'done since' },
  joined: { zh: '后来并入别的事', en: 'joined into another since' },
  voided: { zh: '后来作废', en: 'voided since' },
  moved: { zh: '时限后来改了', en: 'its time was changed since' },
  added: { zh: '后来计入', en: 'counted since' },
  destroyed: { zh: '档案到期销毁', en: 'its file was destroyed' },
}
