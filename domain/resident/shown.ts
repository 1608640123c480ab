import type { Kind } from '../matter/matter.ts'

/** Words of harm at home, or to somebody who cannot defend themselves: a phone lies about where others see it. */
export const harmWords = [
  ...['家暴', '家庭暴力', '虐待', '殴打', '打我', '打老婆', '打孩子', '打老人', '被老公', '被丈夫', '被老婆'],
  ...['性侵', '猥亵', '强奸', '性骚扰', '保护令', '告诫书', '遗弃', '跟踪我', '威胁我', '不想活', '自杀'],
  ...['domestic violence', 'beats me', 'beat me', 'hits me', 'abuse', 'rape', 'suicide'],
] as const

/** What of a voice and its matter decides whether it is shown by telephone. */
export type Shown = {
  matter: { kind: Kind; sensitive: boolean; title: string }
  voice: { isAnonymous: boolean; isConfidential: boolean; words: string }
}

/**
 * Whether whoever holds a telephone number may see an appeal by it, without its query code. Never what was said without a name,
 * in confidence, as a report of a wrong, what is need-to-know, or what speaks of harm at home: a phone is shared in a household,
 * and the code is with the person alone (Anti-Domestic Violence Act art. 5; Petition art. 30). The SQL twin stands in
 * `server/resident/queries.ts`.
 */
export function isShownByPhone({ matter, voice }: Shown): boolean {
  // Staff may call by its name what the person did not.
  const said = `${voice.words} ${matter.title}`.toLowerCase()
  return (
    !voice.isAnonymous &&
    !voice.isConfidential &&
    !matter.sensitive &&
    matter.kind !== 'report' &&
    !harmWords.some((word) => said.includes(word))
  )
}
