import { sentences } from '#web/lib/words.ts'

/** The words around the story; its own sentences stand in story-words.ts. */
export const storyLabels = sentences({
  title: { zh: '经过', en: 'The story' },
  filters: { zh: '看哪些经过', en: 'What to show' },
  all: { zh: '全部', en: 'All' },
  told: { zh: '群众能看到的', en: 'Seen by the person' },
  internal: { zh: '内部', en: 'Internal' },
  papers: { zh: '有附件的', en: 'With papers' },
  oldestFirst: { zh: '从头看', en: 'Oldest first' },
  newestFirst: { zh: '从最近看', en: 'Newest first' },
  toNewest: { zh: '跳到最近', en: 'Go to the newest' },
  unfold: { zh: '展开中间 {count} 条', en: 'Show the {count} between' },
  isNew: { zh: '新', en: 'new' },
  newSince: { zh: '你上次看过之后有 {count} 条新情况', en: '{count} new since you last looked' },
  internalOnly: { zh: '仅内部', en: 'Internal only' },
  mentioned: { zh: '提到 {names}', en: 'Names {names}' },
})
