import type { Kind, Urgency } from '../matter/matter.ts'
import { halfWidth, isBlank } from './text.ts'

const kindWords: readonly (readonly [RegExp, Kind])[] = [
  [/咨询|consult/, 'consultation'],
  [/求助|求决|请求|帮助|request|help/, 'request'],
  [/投诉|complain/, 'complaint'],
  [/举报|检举|report/, 'report'],
  [/建议|意见|suggest/, 'suggestion'],
]

function plain(text: string): string {
  return halfWidth(text).toLowerCase().replace(/\s+/g, '')
}

/** The kind a hotline's type word means (Beijing regulation art. 11: five types); undefined for any other: triage decides. */
export function kindOf(text: string): Kind | undefined {
  const word = plain(text)
  return kindWords.find(([pattern]) => pattern.test(word))?.[1]
}

/** 一般, 紧急, 特急 and their likes. Blank is ordinary; a word nobody knows is undefined, for it may mean haste. */
export function urgencyOf(text: string): Urgency | undefined {
  const word = plain(text)
  if (
    isBlank(word) ||
    /^(一般|普通|正常|常规|平急?|低|中|不紧?急|非紧?急|否|三级|四级|3|4|normal|low|medium)(件|工单|程度)?$/.test(
      word,
    )
  ) {
    return 'normal'
  }
  if (
    /^(特急|特别紧急|非常紧急|十分紧急|极急|加急特办|重大|特大|一级|1|critical|emergency)(件|工单)?$/.test(
      word,
    )
  )
    return 'critical'
  if (/^(紧急|急|加急|较急|较紧急|比较紧急|重要|高|是|二级|2|urgent|high)(件|工单)?$/.test(word))
    return 'urgent'
  return undefined
}

/** Yes and no as people tick them. Blank is no; anything else is undefined, for a wrong guess would give a name away. */
export function yesOrNo(text: string): boolean | undefined {
  const word = plain(text)
  if (
    isBlank(word) ||
    /^(否|不|不是|不需要|无需|不用|不保密|不要求保密|公开|可公开|n|no|f|false|0|×|✗|x)$/.test(word)
  )
    return false
  if (/^(是|要|需要|保密|需保密|要求保密|要保密|需要保密|匿名|y|yes|t|true|1|√|✓|✔|■)$/.test(word))
    return true
  return undefined
}

/** A number of calls: 3, 3次, 第3次. Blank is one; anything else undefined. Between 1 and 9,999. */
export function callsOf(text: string): number | undefined {
  const word = plain(text)
  if (isBlank(word)) return 1
  const found = /^第?(\d{1,4})(?:\.0+)?(?:次|通|个)?$/.exec(word)
  const calls = Number(found?.[1] ?? 0)
  return calls >= 1 ? calls : undefined
}
