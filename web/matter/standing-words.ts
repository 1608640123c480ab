import { sentences } from '#web/lib/words.ts'

export const standingWords = sentences({
  decide: {
    zh: '等你决定：看过理由后同意或不同意。',
    en: 'It waits for your decision: read the reason, then grant or deny it.',
  },
  waits: { zh: '正在等审批，时限照走。', en: 'It waits for a decision; the clocks run on.' },
  held: {
    zh: '已中止：{why}，最多 {days} 天，办理时限停走。中止起于',
    en: 'On hold: {why}, for {days} days at most; the limit of handling stands still. Since',
  },
  joinedInto: { zh: '这件事已并入：', en: 'This matter was joined into:' },
  joinedElsewhere: {
    zh: '这件事已并入另一件，那一件不在你的职责范围内。',
    en: 'This matter was joined into another one, which is not within your area.',
  },
  joined: { zh: '并入了 {count} 件：', en: '{count} matters were joined into this one:' },
  voided: { zh: '这条登记已作废，不计入任何统计。', en: 'This entry is void and counts in no number.' },
  archived: { zh: '已归档。', en: 'In the archive since' },
  destroyed: {
    zh: '档案已到保管期限，经审批销毁，只留下目录信息：',
    en: 'The file was destroyed at the end of its retention, by a register that was approved; what is left is a stub:',
  },
  merge: { zh: '并入这件', en: 'Join into it' },
  mergeAsk: { zh: '把现在这件并入 {number}？', en: 'Join the present matter into {number}?' },
  mergeAskText: {
    zh: '诉求人都会过去，各自的查询码、进度和评价不变。',
    en: 'Its people go along and keep their own code, progress and rating.',
  },
  mergeNot: { zh: '先不并', en: 'Not now' },
  mergeDone: { zh: '已并入 {number}', en: 'Joined into {number}' },
  parts: { zh: '协办（已答复 {done}/{count}）', en: 'Assistance ({done} of {count} answered)' },
  partOpen: { zh: '等答复', en: 'not answered yet' },
})
