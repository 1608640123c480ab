import type { Fact } from './facts.ts'

/** A sentence in both languages of the product. */
type Both = { zh: string; en: string }

/** A number of the start page: what is counted, out of what, by which rule, and whose rule or lesson it is. */
export type Indicator = {
  key: string
  name: Both
  numerator: Fact
  /** Absent: a count, not a share. */
  denominator?: Fact
  rule: Both
  source: string
}

/**
 * The indicator table. Nothing here ranks people or units: figures of one door among many cannot bear it (mySociety's
 * reason for refusing such lists).
 */
export const indicators = [
  {
    key: 'received',
    name: { zh: '收到', en: 'Received' },
    numerator: 'received',
    rule: {
      zh: '这段时间收到的事，按中国时间的日子算；几个人反映同一件事，算一件事、几个人。',
      en: 'Matters received in these days, China time. Several voices about one thing are one matter and several people.',
    },
    source: 'house rule: counts say “1 matter, 5 appeals”',
  },
  {
    key: 'open',
    name: { zh: '正在办', en: 'Open now' },
    numerator: 'open',
    rule: {
      zh: '现在还没有结案的事，不论何时收到。',
      en: 'Whatever is not closed at this moment, however old.',
    },
    source: 'house rule',
  },
  {
    key: 'late',
    name: { zh: '已超时、还没办完', en: 'Overdue and still open' },
    numerator: 'late',
    rule: {
      zh: '没有结案、而且有一项在走的时限已经过了的事。',
      en: 'Open matters of which a running clock is past its due time.',
    },
    source: 'atd-data-tech #21672: overdue work must not hide because it is open',
  },
  {
    key: 'nearing',
    name: { zh: '快到期', en: 'Nearly due' },
    numerator: 'nearing',
    rule: {
      zh: '没有结案、没有超时，而且有一项时限已经过了提醒点的事。',
      en: 'Open matters that are not overdue and of which a running clock has passed its warning.',
    },
    source: 'house rule',
  },
  {
    key: 'closed',
    name: { zh: '结案', en: 'Closed' },
    numerator: 'closed',
    rule: {
      zh: '这段时间结案、现在仍是结案的事；重新办理的不算。',
      en: 'Matters closed in these days that are still closed; what was reopened does not count.',
    },
    source: 'house rule',
  },
  {
    key: 'response',
    name: { zh: '及时联系', en: 'First contact in time' },
    numerator: 'contactMet',
    denominator: 'contactCounted',
    rule: {
      zh: '这段时间收到的事里，首次联系的时限按时完成的 ÷（已完成、迟了的和过期还没联系的）。同一件事派过几次，每次都按时才算及时；没到期的、没有留联系方式的和提前终止的不算。',
      en: 'Of the matters received in these days: first contact made in time ÷ made in time, made late, or overdue and still not made. A matter dispatched several times counts as in time only if each time was. What is not due yet, left no contact, or ended otherwise before its limit is not counted.',
    },
    source: 'domain rules §3.3, response rate; MuckRock #1842: reply and completion are different times',
  },
  {
    key: 'onTime',
    name: { zh: '按时办理', en: 'Handled on time' },
    numerator: 'handleMet',
    denominator: 'handleCounted',
    rule: {
      zh: '这段时间收到的事里，办理时限按时完成的 ÷（已完成、迟了的和超时还没办完的）。同一件事办过几次，每次都按时才算按时；没到期的和到期前退单、撤回的不算。',
      en: 'Of the matters received in these days: handled in time ÷ handled in time, handled late, or overdue and still open. A matter handled several times counts as on time only if each time was. What is not due yet, or was returned or withdrawn before its limit, is not counted.',
    },
    source: 'domain rules §3.3, on-time closure; atd-data-tech #21672',
  },
  {
    key: 'solved',
    name: { zh: '群众说解决了', en: 'Solved, says the person' },
    numerator: 'solved',
    denominator: 'answered',
    rule: {
      zh: '这段时间结案的事里，群众说“解决了” ÷ 群众回答了的（回访或自己评价）。没联系上的和没有问的不算进去，另外列出。',
      en: 'Of the matters closed in these days: the person says it is solved ÷ the person answered, in a revisit or by rating. Whoever was not reached or not asked is left out and shown apart.',
    },
    source: 'domain rules §3.3, solution rate',
  },
  {
    key: 'satisfied',
    name: { zh: '群众满意', en: 'Satisfied' },
    numerator: 'satisfied',
    denominator: 'rated',
    rule: {
      zh: '这段时间结案的事里，群众说“满意” ÷ 群众对满意与否作了回答的；“基本满意”不算满意，另外列出。',
      en: 'Of the matters closed in these days: the person says “satisfied” ÷ the person answered about it. “Fairly satisfied” is not counted as satisfied and is shown apart.',
    },
    source: 'domain rules §3.3, satisfaction rate',
  },
  {
    key: 'settled',
    name: { zh: '化解在哪一级', en: 'Level at which solved' },
    numerator: 'settled',
    rule: {
      zh: '这段时间以“实质化解”或“达成协议”结案的事，按结案时所在的办理层级。',
      en: 'Matters closed in these days as resolved or agreed, by the level that handled them last.',
    },
    source: 'domain rules §11: solved at the first level rather than counts to reach',
  },
  {
    key: 'stayed',
    name: { zh: '没有上交', en: 'Not passed up' },
    numerator: 'stayed',
    denominator: 'received',
    rule: {
      zh: '这段时间收到的事里，到现在没有上报过的 ÷ 收到的。还没办完的也算在分母里，上报一次就不再算。',
      en: 'Of the matters received in these days: not passed up so far ÷ received. What is still open is in the denominator; one passing up takes a matter out of the numerator.',
    },
    source: 'story 6: the containment indicators tell the truth',
  },
  {
    key: 'keptGrid',
    name: { zh: '不出网格', en: 'Settled in the grid' },
    numerator: 'keptGrid',
    denominator: 'settled',
    rule: {
      zh: '这段时间实质化解或达成协议的事里，由网格办好、没有离开社区的 ÷ 化解的。',
      en: 'Of the matters settled in these days: handled by a grid and never out of the community’s hands ÷ settled.',
    },
    source: '小事不出网格 (article B: outpost)',
  },
  {
    key: 'keptCommunity',
    name: { zh: '不出社区', en: 'Settled in the community' },
    numerator: 'keptCommunity',
    denominator: 'settled',
    rule: {
      zh: '这段时间实质化解或达成协议的事里，结案时仍由社区分流的 ÷ 化解的。上报过的不算。',
      en: 'Of the matters settled in these days: still sorted by a community when closed ÷ settled. What was passed up does not count.',
    },
    source: '小事不出社区 (article B: outpost)',
  },
  {
    key: 'keptStreet',
    name: { zh: '不出街道', en: 'Settled within the street' },
    numerator: 'keptStreet',
    denominator: 'settled',
    rule: {
      zh: '这段时间实质化解或达成协议的事里，结案时由社区或街道分流的 ÷ 化解的。到了区级的不算。',
      en: 'Of the matters settled in these days: sorted by a community or a street when closed ÷ settled. What came to the district does not count.',
    },
    source: '大事不出街道 (article B: main battle)',
  },
] as const satisfies readonly Indicator[]

export type IndicatorKey = (typeof indicators)[number]['key']

/** The row of an indicator, with every optional column readable. */
export function indicatorOf(key: IndicatorKey): Indicator {
  const found = indicators.find((one) => one.key === key)
  if (!found) throw new Error(`no indicator ${key}`)
  return found
}
