import type { RegisterView } from '#contract/record.ts'
import { counted, type Sentence, sentences } from '#web/lib/words.ts'

export const recordWords = sentences({
  title: { zh: '档案销毁', en: 'Destruction of files' },
  lead: {
    zh: '归档的事项过了保管期限，先编制销毁清册，逐件鉴定，再由区领导审批，双人把关。销毁后只留目录：编号、标题、日期、分类、结果和谁批准的；当事人说了什么、是谁，都不再保留。',
    en: 'Archived matters that are over their period of retention are put into a register, looked through one by one, and decided on by a leader of the district: destroying takes two. What stays is a stub: number, title, dates, category, how it ended and who approved; what people said and who they were is gone.',
  },
  none: { zh: '还没有销毁清册', en: 'No register yet' },
  noneText: {
    zh: '永久保管的不会列入；其余从归档次年 1 月 1 日起算，期满后在这里提示。',
    en: 'What is kept for ever is never listed. The rest is reckoned from 1 January after the year of archiving, and shows here when its time is over.',
  },
  reason: { zh: '编制依据', en: 'On what grounds' },
  reasonHint: { zh: '例如：2016 年度短期档案到期鉴定', en: 'For instance: short-term files of 2016' },
  draw: { zh: '编制销毁清册', en: 'Draw up a register' },
  files: { zh: '清册内档案', en: 'Files in it' },
  number: { zh: '编号', en: 'Number' },
  name: { zh: '标题', en: 'Title' },
  locked: { zh: '（保密事项，标题不显示）', en: '(locked; its title is not shown)' },
  archivedOn: { zh: '归档', en: 'Archived' },
  kept: { zh: '保管期限', en: 'Retention' },
  from: { zh: '可销毁日', en: 'Over since' },
  what: { zh: '鉴定意见', en: 'What is to be done' },
  destroy: { zh: '销毁', en: 'destroy' },
  keep: { zh: '留存', en: 'Keep back' },
  putBack: { zh: '改为销毁', en: 'Put in again' },
  why: { zh: '留存理由', en: 'Why it is kept' },
  keptBack: { zh: '留存：{why}', en: 'Kept back: {why}' },
  reopened: { zh: '审批后又重新办理，未销毁', en: 'opened again after it was approved, and left alone' },
  destroyedAt: { zh: '已销毁', en: 'Destroyed' },
  drawnBy: { zh: '{name} 编制', en: 'Drawn up by {name}' },
  decide: { zh: '审批', en: 'Decide' },
  decideLead: {
    zh: '同意后，系统会销毁清册里的档案内容，无法恢复。请先逐件看过。',
    en: 'Once approved, what these files say is destroyed and cannot be brought back. Look through them first.',
  },
  opinion: { zh: '审批意见', en: 'What you say to it' },
  approve: { zh: '同意销毁 {count} 件', en: 'Approve, and destroy {count}' },
  reject: { zh: '退回', en: 'Send back' },
  decidedBy: { zh: '{name} 审批：{why}', en: 'Decided by {name}: {why}' },
  noOpinion: { zh: '无意见', en: 'nothing was said' },
  waits: { zh: '等区领导审批', en: 'Waits for a leader of the district' },
  cancel: { zh: '取消', en: 'Cancel' },
  more: { zh: '再看一些', en: 'Show more' },
  back: { zh: '全部清册', en: 'All registers' },
})

const overdue = {
  zh: '有 {count} 件档案已过保管期限，还没有列入清册。',
  en: '{count} files are over their period of retention and in no register.',
  one: '{count} file is over its period of retention and in no register.',
}

/** How many wait for a register. */
export const overdueWords = (count: number): Sentence => counted(overdue, count)

/** Of how many files each state is said. */
export const countWords = sentences({
  files: {
    zh: '{count} 件，留存 {kept} 件，已销毁 {destroyed} 件',
    en: '{count} files, {kept} kept back, {destroyed} destroyed',
  },
})

export const stateWords: Record<RegisterView['state'], Sentence> = sentences({
  drawn: { zh: '待审批', en: 'to be decided' },
  rejected: { zh: '已退回', en: 'sent back' },
  approved: { zh: '正在销毁', en: 'being destroyed' },
  done: { zh: '已销毁', en: 'done' },
})
