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
  parts: { zh: '协办（已答复 {done}/{count}）', en: 'Assistance ({done} of {count} answered)' },
  partOpen: { zh: '等答复', en: 'not answered yet' },
})
