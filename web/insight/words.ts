import type { Fact } from '#domain/insight/facts.ts'
import type { Period } from '#domain/insight/periods.ts'
import { type Sentence, sentences } from '#web/lib/words.ts'

export const periodLabels: Record<Period, Sentence> = {
  thisMonth: { zh: '本月', en: 'This month' },
  lastMonth: { zh: '上月', en: 'Last month' },
  last30: { zh: '最近 30 天', en: 'Last 30 days' },
  thisYear: { zh: '今年', en: 'This year' },
}

/** What a list is of that was opened from a number. */
export const factLabels: Record<Fact, Sentence> = {
  received: { zh: '收到的', en: 'received' },
  contactCounted: { zh: '已联系或过期没联系的', en: 'first contact made or overdue' },
  contactMet: { zh: '及时联系的', en: 'first contact in time' },
  handleCounted: { zh: '办完或超时没办完的', en: 'handled or overdue' },
  handleMet: { zh: '按时办理的', en: 'handled on time' },
  open: { zh: '正在办的', en: 'open' },
  late: { zh: '已超时、还没办完的', en: 'overdue and still open' },
  nearing: { zh: '快到期的', en: 'nearly due' },
  closed: { zh: '结案的', en: 'closed' },
  answered: { zh: '群众回答了的', en: 'the person answered' },
  solved: { zh: '群众说解决了的', en: 'solved, says the person' },
  rated: { zh: '群众评了满意与否的', en: 'rated by the person' },
  satisfied: { zh: '群众满意的', en: 'satisfied' },
  basically: { zh: '群众基本满意的', en: 'fairly satisfied' },
  notReached: { zh: '回访没联系上的', en: 'not reached in revisit' },
  notAsked: { zh: '没有问的', en: 'not asked' },
  noContact: { zh: '没留联系方式、无从问起的', en: 'no contact was left' },
  settled: { zh: '化解的', en: 'resolved or agreed' },
  stayed: { zh: '没有上报过的', en: 'not passed up' },
  keptGrid: { zh: '在网格化解的', en: 'settled in the grid' },
  keptCommunity: { zh: '在社区化解的', en: 'settled in the community' },
  keptStreet: { zh: '在街道以内化解的', en: 'settled within the street' },
}

export const insightWords = sentences({
  start: { zh: '首页', en: 'Start' },
  period: { zh: '时间', en: 'Period' },
  lead: {
    zh: '{areas} · {from} 至 {to} · 截至 {time}',
    en: '{areas} · {from} to {to} · as of {time}',
  },
  scope: {
    zh: '只数你看得到的事；保密的事只对需要知道的人算数。点一个数，看它数的是哪些事。',
    en: 'Only what you may see is counted; confidential matters count for those who need to know. Open a number to see what it counts.',
  },
  now: { zh: '现在', en: 'Now' },
  inPeriod: { zh: '{period}的来和去', en: 'In and out: {period}' },
  rates: { zh: '办得怎么样', en: 'How it went' },
  levels: { zh: '在哪一级化解', en: 'How far up it went' },
  matters: { zh: '{count} 件事', en: '{count} matters' },
  matterOne: { zh: '{count} 件事', en: '{count} matter' },
  voices: { zh: '{matters}，{voices} 人反映', en: '{matters}, {voices} appeals' },
  of: { zh: '{whole} 件里 {part} 件', en: '{part} of {whole}' },
  apart: { zh: '另有 {count} 件是{what}', en: '{count} more were {what}' },
  none: { zh: '还没有', en: 'No cases yet' },
  few: { zh: '不满 {least} 件，不算比例', en: 'under {least}: no percentage' },
  rule: { zh: '怎么算的', en: 'How it is counted' },
  byChannel: { zh: '从哪里来', en: 'By channel' },
  byClosure: { zh: '怎么结的案', en: 'Closed as' },
  byLevel: { zh: '化解在哪一级', en: 'Level at which solved' },
  asking: { zh: '问过群众没有', en: 'Asking the person' },
  ofReceived: { zh: '共收到 {matters}', en: 'of {matters} received' },
  ofClosed: { zh: '共结案 {matters}', en: 'of {matters} closed' },
  ofSettled: { zh: '共化解 {matters}', en: 'of {matters} resolved or agreed' },
  askingRule: {
    zh: '共结案 {matters}（不含撤回和不予受理的）',
    en: 'of {matters} closed (not those withdrawn or not accepted)',
  },
  nothing: { zh: '还没有可以数的事', en: 'There is nothing to count yet' },
  nothingText: {
    zh: '辖区里收到诉求以后，数字会出现在这里。换个时间也可以看看。',
    en: 'Numbers appear here when appeals of your area arrive. You can also look at another period.',
  },
  print: { zh: '打印', en: 'Print' },
})
