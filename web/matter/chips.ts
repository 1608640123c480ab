import type { ConditionNames } from '#contract/list.ts'
import {
  channelLabels,
  closureLabels,
  flagLabels,
  kindLabels,
  levelLabels,
  stateLabels,
  urgencyLabels,
} from '#contract/words/labels.ts'
import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import { factLabels } from '#web/insight/words.ts'
import { dayWords } from '#web/lib/time.ts'
import type { FilterName, Filters } from './filters.ts'
import { filterLabels, listWords } from './list-words.ts'
import { matterWords } from './words.ts'

export type Chip = { name: FilterName; words: string; isGone: boolean; clears: readonly FilterName[] }

const labelled = {
  state: stateLabels,
  channel: channelLabels,
  kind: kindLabels,
  urgency: urgencyLabels,
  level: levelLabels,
  flag: flagLabels,
  closureKind: closureLabels,
  fact: factLabels,
} as const satisfies Partial<Record<FilterName, Record<string, Sentence>>>

/** What is set, each as one thing that can be read and taken away. In: the filters, what their ids are called, the instant. */
export function chipsOf(
  filters: Filters,
  names: ConditionNames | undefined,
  now: number,
  language: Language,
): Chip[] {
  const say = (sentence: Sentence, facts = {}) => inWords(sentence, language, facts)
  const chip = (name: FilterName, value: string, more: Partial<Chip> = {}): Chip => ({
    ...{ name, words: say(listWords.chip, { name: say(filterLabels[name]), value }) },
    ...{ isGone: false, clears: [name] },
    ...more,
  })
  const unit = (name: 'place' | 'holder' | 'handler') => {
    const found = names?.[name]
    const gone = found !== undefined && found.name === '' ? say(listWords.unknownName) : undefined
    return chip(name, gone ?? found?.name ?? '…', { isGone: found?.isGone ?? false })
  }
  const chips: Chip[] = []
  const { category, from, to } = filters
  if (filters.q) chips.push(chip('q', filters.q))
  for (const name of Object.keys(labelled) as (keyof typeof labelled)[]) {
    const value = filters[name]
    const label = value && (labelled[name] as Record<string, Sentence>)[value]
    if (label) chips.push(chip(name, say(label)))
  }
  if (category) {
    const { nameZh = category, nameEn = category, isGone = false } = names?.category ?? {}
    chips.push(chip('category', language === 'zh' ? nameZh : nameEn, { isGone }))
  }
  for (const name of ['place', 'holder'] as const) if (filters[name]) chips.push(unit(name))
  if (filters.handler === 'me') chips.push(chip('handler', say(listWords.handlerMe)))
  else if (filters.handler) chips.push(unit('handler'))
  if (filters.late) chips.push({ ...chip('late', ''), words: say(matterWords.lateOnly) })
  if (from || to) {
    const day = (one: string | undefined) => (one === undefined ? '…' : dayWords(one, now, language))
    const words = say(matterWords.fromTo, { from: day(from), to: day(to) })
    // the days of a number are those of its fact, which its own chip names
    chips.push(
      filters.fact
        ? { ...chip('from', words), words, clears: ['from', 'to'] }
        : chip('from', words, { clears: ['from', 'to'] }),
    )
  }
  return chips
}
