import type { Sentence } from '#contract/words/language.ts'

export const paperWords = {
  title: { zh: '文书', en: 'Papers' },
  purpose: { zh: '用途（记入查阅记录）', en: 'What for (put on record)' },
  forParties: { zh: '交当事人', en: 'for the parties' },
  forFile: { zh: '归档', en: 'for the file' },
  forCourt: { zh: '送法院、有关单位', en: 'for the court or an office' },
  asPdf: { zh: '{title}，PDF', en: '{title} as PDF' },
  asWord: { zh: '{title}，Word', en: '{title} as Word' },
  missing: { zh: '卷宗还缺：{forms}。', en: 'The dossier still lacks: {forms}.' },
} as const satisfies Record<string, Sentence>
