import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let jieba: Jieba | undefined

/** Most words are these alone, and then nothing has to be taken out of them. */
const common = /^[\u4e00-\u9fff]+$/

/** The words of a text for ranked search; at most 400, each at most 60 characters. */
export function wordsOf(text: string): string[] {
  jieba ??= Jieba.withDict(dict)
  const words = new Set<string>()
  for (const word of jieba.cutForSearch(text.normalize('NFKC').toLowerCase(), true)) {
    const clean = common.test(word) ? word : word.replace(/[^\p{L}\p{N}]/gu, '')
    if (clean.length > 1 && clean.length <= 60) words.add(clean)
    if (words.size >= 400) break
  }
  return [...words]
}
