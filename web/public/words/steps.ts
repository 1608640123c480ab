import type { Sentence } from '#contract/words/language.ts'
import type { moves, Verb } from '#domain/matter/moves.ts'

/** The verbs a resident is told of. A verb that becomes told without a sentence here does not compile. */
export type ToldVerb = { [V in Verb]: (typeof moves)[V] extends { told: true } ? V : never }[Verb]

type Step = {
  /** Said when the person did it. */
  byMe?: Sentence
  /** Said with the unit's name. */
  byUnit: Sentence
  /** Said when no unit is named. */
  plain: Sentence
}

export const stepWords: Record<ToldVerb, Step> = {
  receive: {
    byMe: { zh: '您提交了诉求。', en: 'You sent it.' },
    byUnit: { zh: '{unit}登记了您的诉求。', en: '{unit} wrote it down for you.' },
    plain: { zh: '您的诉求已登记。', en: 'It was written down.' },
  },
  accept: {
    byUnit: {
      zh: '{unit}已受理，正在安排由谁来办。',
      en: '{unit} accepted it and is arranging who will handle it.',
    },
    plain: {
      zh: '您的诉求已受理，正在安排由谁来办。',
      en: 'It was accepted, and staff are arranging who will handle it.',
    },
  },
  refuse: {
    byUnit: {
      zh: '{unit}办不了这件事，为您说明了别的途径。',
      en: '{unit} cannot handle this and told you of another way.',
    },
    plain: {
      zh: '这件事不在办理范围内，已为您说明别的途径。',
      en: 'This cannot be handled here; you were told of another way.',
    },
  },
  dispatch: {
    byUnit: { zh: '已交给{unit}办理。', en: 'It was handed to {unit}.' },
    plain: { zh: '已交给承办单位办理。', en: 'It was handed to the unit that will handle it.' },
  },
  sign: {
    byUnit: { zh: '{unit}接手了，开始办理。', en: '{unit} took it on and began.' },
    plain: { zh: '承办单位接手了，开始办理。', en: 'The unit took it on and began.' },
  },
  rule: {
    byUnit: { zh: '中心裁定由{unit}办理。', en: 'The centre ruled that {unit} handles it.' },
    plain: { zh: '中心已裁定由谁办理。', en: 'The centre ruled who handles it.' },
  },
  escalate: {
    byUnit: { zh: '{unit}把这件事报到上一级办理。', en: '{unit} passed it to the level above.' },
    plain: { zh: '这件事已报到上一级办理。', en: 'It was passed to the level above.' },
  },
  handDown: {
    byUnit: { zh: '已交{unit}安排办理。', en: 'It was given to {unit} to arrange.' },
    plain: { zh: '已交下一级安排办理。', en: 'It was given to the level below to arrange.' },
  },
  resume: {
    byUnit: { zh: '{unit}恢复办理。', en: '{unit} resumed its work.' },
    plain: { zh: '已恢复办理。', en: 'The work was resumed.' },
  },
  void: {
    byUnit: { zh: '{unit}核实后作废了这条登记。', en: '{unit} checked this entry and voided it.' },
    plain: { zh: '这条登记已作废。', en: 'This entry was voided.' },
  },
  contact: {
    byUnit: { zh: '{unit}为这件事联系过您。', en: '{unit} has called or come by about it.' },
    plain: { zh: '工作人员为这件事联系过您。', en: 'Staff have called or come by about it.' },
  },
  progress: {
    byUnit: { zh: '{unit}告诉您新的进展。', en: '{unit} has news for you.' },
    plain: { zh: '工作人员告诉您新的进展。', en: 'There is news for you.' },
  },
  ask: {
    byUnit: { zh: '{unit}想向您问一个问题。', en: '{unit} has a question for you.' },
    plain: { zh: '工作人员想向您问一个问题。', en: 'Staff have a question for you.' },
  },
  answer: {
    byMe: { zh: '您回答了问题。', en: 'You answered.' },
    byUnit: { zh: '问题已得到回答。', en: 'The question was answered.' },
    plain: { zh: '问题已得到回答。', en: 'The question was answered.' },
  },
  submit: {
    byUnit: {
      zh: '{unit}报告了办理结果，正在核实。',
      en: '{unit} reported its result, which is being checked.',
    },
    plain: { zh: '承办单位报告了办理结果，正在核实。', en: 'The result was reported and is being checked.' },
  },
  redo: {
    byUnit: {
      zh: '{unit}核实后认为还没办好，已要求重新办理。',
      en: '{unit} found it not finished and asked for it to be done again.',
    },
    plain: {
      zh: '核实后认为还没办好，已要求重新办理。',
      en: 'It was found not finished and is being done again.',
    },
  },
  rate: {
    byMe: { zh: '您作了评价，谢谢。', en: 'You rated it. Thank you.' },
    byUnit: {
      zh: '另一位反映同一件事的居民作了评价。',
      en: 'Another resident who reported the same rated it.',
    },
    plain: {
      zh: '另一位反映同一件事的居民作了评价。',
      en: 'Another resident who reported the same rated it.',
    },
  },
  close: {
    byUnit: { zh: '{unit}办结了这件事。', en: '{unit} closed the matter.' },
    plain: { zh: '这件事已办结。', en: 'The matter was closed.' },
  },
  askReopen: {
    byMe: { zh: '您申请重新办理。', en: 'You asked to have it reopened.' },
    byUnit: { zh: '有居民申请重新办理。', en: 'A resident asked to have it reopened.' },
    plain: { zh: '有居民申请重新办理。', en: 'A resident asked to have it reopened.' },
  },
  reopen: {
    byUnit: { zh: '{unit}决定重新办理。', en: '{unit} reopened it.' },
    plain: { zh: '已决定重新办理。', en: 'It was reopened.' },
  },
  keepClosed: {
    byUnit: {
      zh: '{unit}看过重办申请，维持原来的结果。',
      en: '{unit} looked at the request and kept the result as it was.',
    },
    plain: {
      zh: '看过重办申请，维持原来的结果。',
      en: 'The request was looked at; the result stays as it was.',
    },
  },
  withdraw: {
    byMe: { zh: '您撤回了诉求。', en: 'You withdrew it.' },
    byUnit: { zh: '{unit}登记了撤回。', en: '{unit} noted that it was withdrawn.' },
    plain: { zh: '诉求已撤回。', en: 'It was withdrawn.' },
  },
  join: {
    byMe: {
      zh: '您反映的和已有的一件事相同，已并在一起办理。',
      en: 'What you sent is already being handled; your voice was added to it.',
    },
    byUnit: {
      zh: '又有居民反映同一件事，已并在一起办理。',
      en: 'Another resident reported the same; both are handled together.',
    },
    plain: {
      zh: '又有居民反映同一件事，已并在一起办理。',
      en: 'Another resident reported the same; both are handled together.',
    },
  },
}

/** The sentence of one step. Undefined for what a resident is not told. */
export function stepSentence(step: {
  verb: string
  unitName: string | null
  byMe: boolean
}): Sentence | undefined {
  if (!(step.verb in stepWords)) return undefined
  const row: Step = stepWords[step.verb as ToldVerb]
  if (step.byMe && row.byMe) return row.byMe
  return step.unitName === null || step.unitName === '' ? row.plain : row.byUnit
}
