import type { SimilarMatter } from '#contract/desk.ts'
import { inWords, type Language } from '#contract/words/language.ts'
import { type Counted, counted, sentences } from '#web/lib/words.ts'

export const similarWords = sentences({
  similar: { zh: '可能是同一件事', en: 'Perhaps the same thing' },
  samePlace: { zh: '同一地点', en: 'same place' },
  nearPlace: { zh: '就在附近', en: 'close by' },
  sameCommunity: { zh: '同一社区', en: 'same community' },
  sameCategory: { zh: '同一分类', en: 'same category' },
  sameWords: { zh: '都提到“{words}”', en: 'both say “{words}”' },
  elsewhere: { zh: '这些人还反映过', en: 'What these people raised elsewhere' },
  elsewhereMore: { zh: '另有 {count} 件', en: '{count} more' },
})

export const voicesOf: Counted = { zh: '{count} 人反映', en: '{count} voices', one: 'one voice' }

/** Why it may be the same thing, one short phrase for each reason; the days stand with the date. */
export function likenessWords(reasons: SimilarMatter['reasons'], language: Language): string[] {
  return reasons.flatMap((reason) => {
    if (reason.kind === 'days') return []
    if (reason.kind !== 'sameWords') return [inWords(similarWords[reason.kind], language)]
    const words = reason.words.join(language === 'zh' ? '、' : ', ')
    return [inWords(similarWords.sameWords, language, { words })]
  })
}

/** How many people raised it. */
export const voicesWords = (count: number, language: Language) =>
  inWords(counted(voicesOf, count), language, { count })
