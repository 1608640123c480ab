import type { MeetingRow } from '#contract/meeting.ts'
import type { InviteAnswer, MeetingState, TaskState } from '#domain/meeting/meeting.ts'
import type { TaskVerb } from '#domain/meeting/moves.ts'
import { counted, type Sentence, sentences } from '#web/lib/words.ts'

export const meetingWords = sentences({
  title: { zh: '会商研判', en: 'Consultation meetings' },
  lead: {
    zh: '疑难事项请几个单位坐到一起研究；定下的事有责任单位、有期限，没办完的下次会自己回到议程上。',
    en: 'A hard matter is studied with several units at one table. What is settled has an owner and a day; what is unfinished comes back onto the next agenda by itself.',
  },
  which: { zh: '看哪些', en: 'Which ones' },
  coming: { zh: '将要开', en: 'To come' },
  minutes: { zh: '待记录', en: 'To be minuted' },
  done: { zh: '已开过', en: 'Over' },
  mine: { zh: '我们的任务', en: 'Our tasks' },
  called: { zh: '交办出去的', en: 'Given to others' },
  ended: { zh: '已了结的任务', en: 'Tasks that are over' },
  none: { zh: '没有要开的会', en: 'No meeting to come' },
  noneMinutes: { zh: '没有等着记录的会', en: 'No meeting waits for its minutes' },
  noneDone: { zh: '还没有开过会', en: 'No meeting has been held yet' },
  noneText: {
    zh: '本单位召集的、请本单位参加的会都会出现在这里。综治中心和社区可以从这里或事项页召集。',
    en: 'Meetings that your unit calls or is called to appear here. Centres and communities call them from here or from the page of a matter.',
  },
  noTasks: { zh: '没有要办的任务', en: 'No task is open' },
  noTasksText: {
    zh: '会议纪要确认后，交给本单位的任务会出现在这里，先到期的在前。',
    en: 'Once minutes are confirmed, what your unit is charged with appears here, what is due first at the top.',
  },
  call: { zh: '召集会商', en: 'Call a meeting' },
  more: { zh: '再看一些', en: 'Show more' },
  back: { zh: '全部会商', en: 'All meetings' },
  study: { zh: '疑难会商', en: 'Study of a hard matter' },
  weekly: { zh: '每周研判', en: 'Weekly study' },
  monthly: { zh: '每月研判', en: 'Monthly study' },
  untitled: { zh: '会商研判（档案已销毁）', en: 'Meeting (its file is destroyed)' },
  answerUs: { zh: '请你们回复', en: 'Answer it' },
  line: {
    zh: '{unit}召集 · {items} 项议题 · {coming}/{called} 个单位会来',
    en: 'Called by {unit} · agenda of {items} · {coming} of {called} units come',
  },
  isClosedTo: { zh: '不在你的知情范围', en: 'Not for you to know' },
  isClosedToText: {
    zh: '这项议题没有点到你们单位，内容不显示。',
    en: 'This item does not name your unit, so it is not shown.',
  },
})

export const stateWords: Record<MeetingState, Sentence> = sentences({
  called: { zh: '已通知', en: 'called' },
  confirmed: { zh: '纪要已确认', en: 'minutes confirmed' },
  adjourned: { zh: '改期再开', en: 'adjourned' },
  cancelled: { zh: '已取消', en: 'cancelled' },
})

export const answerWords: Record<InviteAnswer, Sentence> = sentences({
  comes: { zh: '到会', en: 'comes' },
  sends: { zh: '另派人来', en: 'sends somebody else' },
  cannot: { zh: '不能来', en: 'cannot come' },
})

export const cameWords = sentences({
  came: { zh: '到会', en: 'came' },
  late: { zh: '迟到', en: 'late' },
  absent: { zh: '缺席', en: 'absent' },
})

export const taskStateWords: Record<TaskState, Sentence> = sentences({
  draft: { zh: '草稿', en: 'draft' },
  open: { zh: '在办', en: 'open' },
  done: { zh: '已办完', en: 'done' },
  dropped: { zh: '已撤销', en: 'dropped' },
})

export const taskVerbWords: Record<TaskVerb, Sentence> = sentences({
  progress: { zh: '报进展', en: 'Report' },
  done: { zh: '办完了', en: 'It is done' },
  ask: { zh: '申请改期', en: 'Ask for another day' },
  grant: { zh: '同意改期', en: 'Grant the day' },
  deny: { zh: '不同意改期', en: 'Deny the day' },
  drop: { zh: '撤销任务', en: 'Drop the task' },
})

export const taskSaidWords: Record<TaskVerb, Sentence> = sentences({
  progress: { zh: '办到哪一步了', en: 'How far it is' },
  done: { zh: '做了什么，结果怎样', en: 'What was done, and what came of it' },
  ask: { zh: '为什么要改期', en: 'Why another day' },
  grant: { zh: '答复的话', en: 'Your answer' },
  deny: { zh: '为什么不同意', en: 'Why not' },
  drop: { zh: '为什么撤销', en: 'Why it is dropped' },
})

/** What the history says of each report on a task. */
export const reportWords: Record<TaskVerb, Sentence> = sentences({
  progress: { zh: '{who} 报告进展', en: '{who} reported' },
  done: { zh: '{who} 办完了', en: '{who} has done it' },
  ask: { zh: '{who} 申请改到 {day}', en: '{who} asked for {day}' },
  grant: { zh: '{who} 同意改到 {day}', en: '{who} granted {day}' },
  deny: { zh: '{who} 没有同意改期', en: '{who} did not grant another day' },
  drop: { zh: '{who} 撤销了任务', en: '{who} dropped the task' },
})

export const taskWords = sentences({
  due: { zh: '{day} 前', en: 'due {day}' },
  late: { zh: '超期（{day}）', en: 'overdue (since {day})' },
  owner: { zh: '责任：{unit}{person}', en: 'Owner: {unit}{person}' },
  doneWhen: { zh: '算办完：{words}', en: 'Counts as done: {words}' },
  hidden: { zh: '任务内容需要保密', en: 'What it is about is need-to-know' },
  asked: { zh: '申请改到 {day}，等答复', en: 'asks for {day}' },
  from: { zh: '出自', en: 'From' },
  day: { zh: '改到哪一天', en: 'Until when' },
  send: { zh: '确定', en: 'Confirm' },
  later: { zh: '先不做', en: 'Not now' },
  reportsOf: { zh: '办理情况', en: 'What was said of it' },
})

const back = {
  zh: '第 {count} 次带回议程',
  en: 'back on the agenda {count} times',
  one: 'back on the agenda once',
}
export const backWords = (count: number): Sentence => counted(back, count)

const late = {
  zh: '{count} 项任务已经超期。',
  en: '{count} tasks are overdue.',
  one: '{count} task is overdue.',
}
export const lateWords = (count: number): Sentence => counted(late, count)

/** The kind of a meeting in words. */
export const kindWords = ({ kind, rhythm }: Pick<MeetingRow, 'kind' | 'rhythm'>): Sentence =>
  kind === 'study' ? meetingWords.study : meetingWords[rhythm ?? 'weekly']
