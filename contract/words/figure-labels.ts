import type { FigureName, FigurePeriod } from '#domain/mediation/figures.ts'
import type { Sentence } from './language.ts'

/** What each number of mediations is called, and by which rule it is counted. */
export const figureLabels: Record<FigureName, { name: Sentence; rule: Sentence }> = {
  opened: {
    name: { zh: '受理调解', en: 'Opened' },
    rule: { zh: '这段时间受理的，一件算一件。', en: 'Opened in these days, each case once.' },
  },
  hard: {
    name: { zh: '疑难复杂', en: 'Hard cases' },
    rule: { zh: '受理的当中请了专家的。', en: 'Of those opened, an expert was called in.' },
  },
  closed: {
    name: { zh: '调解结束', en: 'Over' },
    rule: {
      zh: '这段时间达成协议或终止的，不论何时受理。',
      en: 'Agreed or ended in these days, whenever they were opened.',
    },
  },
  agreed: {
    name: { zh: '调解成功', en: 'Successful' },
    rule: {
      zh: '结束的当中，协议已生效、调解员登记了达成协议的。',
      en: 'Of those over, an agreement is in force and the mediator entered it.',
    },
  },
  failed: {
    name: { zh: '没有达成协议', en: 'Without agreement' },
    rule: { zh: '结束的当中终止的。', en: 'Of those over, ended without.' },
  },
  written: {
    name: { zh: '书面协议', en: 'In writing' },
    rule: { zh: '有一份书面的就算书面。', en: 'In writing as soon as one agreement is.' },
  },
  oral: {
    name: { zh: '口头协议', en: 'By word' },
    rule: { zh: '只有口头协议的。', en: 'Only agreed by word.' },
  },
  performed: {
    name: { zh: '已履行完', en: 'Performed' },
    rule: {
      zh: '生效协议里约定的都做到了；当场了结、没有约定的也算。',
      en: 'All that is owed is done; where nothing is owed it counts too.',
    },
  },
  inPart: {
    name: { zh: '部分履行', en: 'Performed in part' },
    rule: { zh: '做到了一部分。', en: 'Some of it is done.' },
  },
  unperformed: {
    name: { zh: '还没履行', en: 'Not performed yet' },
    rule: { zh: '一样也没做到，不论到期没有。', en: 'Nothing is done yet, due or not.' },
  },
  unmet: {
    name: { zh: '逾期未履行', en: 'Overdue and not performed' },
    rule: {
      zh: '到今天为止，有一项过了期还没做到。',
      en: 'As of today something is past its day and not done.',
    },
  },
  confirmAsked: {
    name: { zh: '申请司法确认', en: 'Confirmation asked for' },
    rule: { zh: '共同向法院申请过的。', en: 'Both asked a court to confirm it.' },
  },
  confirmed: {
    name: { zh: '司法确认有效', en: 'Confirmed' },
    rule: { zh: '法院裁定有效的。', en: 'The court confirmed it.' },
  },
  averted: {
    name: { zh: '防止激化', en: 'Kept from getting worse' },
    rule: {
      zh: '结束的当中，调解员登记了防止自杀、民转刑或制止群体性事件的。',
      en: 'Of those over, the mediator entered what was kept from happening.',
    },
  },
  avertedSuicide: {
    name: { zh: '防止自杀', en: 'Suicide prevented' },
    rule: { zh: '结束的当中登记了的；人数另列。', en: 'Entered as it was over; people stand beside.' },
  },
  avertedCrime: {
    name: { zh: '防止民转刑', en: 'Crime out of a dispute prevented' },
    rule: { zh: '结束的当中登记了的；人数另列。', en: 'Entered as it was over; people stand beside.' },
  },
  avertedBrawl: {
    name: { zh: '制止群体性械斗', en: 'Brawl of groups stopped' },
    rule: { zh: '结束的当中登记了的；人数另列。', en: 'Entered as it was over; people stand beside.' },
  },
  avertedPetition: {
    name: { zh: '制止群体性上访', en: 'Petition of a crowd stopped' },
    rule: { zh: '结束的当中登记了的；人数另列。', en: 'Entered as it was over; people stand beside.' },
  },
  open: {
    name: { zh: '正在调解', en: 'Open now' },
    rule: {
      zh: '现在征求意愿或调解中的，不论何时受理。',
      en: 'Being asked or mediated now, whenever opened.',
    },
  },
  late: {
    name: { zh: '超期还没结束', en: 'Overdue and still open' },
    rule: {
      zh: '正在调解、过了期限的；停着的不算。',
      en: 'Open and past the limit; not while it stands still.',
    },
  },
}

/** Numbers beside the counts of cases. */
export const figureSums: Record<'parties' | 'fen' | 'medianDays', { name: Sentence; rule: Sentence }> = {
  parties: {
    name: { zh: '涉及当事人', en: 'Parties' },
    rule: { zh: '受理的各件里征求过意愿的当事人之和。', en: 'Everybody who was asked, in what was opened.' },
  },
  fen: {
    name: { zh: '协议涉及金额（万元）', en: 'Money agreed (10,000 yuan)' },
    rule: {
      zh: '成功的各件里生效协议约定支付的，没写支付的按分摊总额。',
      en: 'Payments under what is in force; where none is written, the sum that is divided.',
    },
  },
  medianDays: {
    name: { zh: '用时中位数（天）', en: 'Median days' },
    rule: {
      zh: '结束的各件，从受理到结束的日历天，一半比它短。',
      en: 'Of those over, calendar days from opening; half took less.',
    },
  },
}

export const figurePeriodLabels: Record<FigurePeriod, Sentence> = {
  thisMonth: { zh: '本月', en: 'This month' },
  lastMonth: { zh: '上月', en: 'Last month' },
  thisQuarter: { zh: '本季度', en: 'This quarter' },
  lastQuarter: { zh: '上季度', en: 'Last quarter' },
  thisYear: { zh: '今年', en: 'This year' },
}
export const noLine: Sentence = { zh: '没有对应口径', en: 'no line' }

/** Fen as 万元 with two decimals, rounded half up, out of whole numbers: 1_234_567_800 → `1,234.57`. */
export function wanOf(fen: number): string {
  const hundredths = Math.floor((fen + 5_000) / 10_000)
  const whole = String(Math.floor(hundredths / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole}.${String(hundredths % 100).padStart(2, '0')}`
}
