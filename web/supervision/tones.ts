import type { InstrumentView } from '#contract/supervision.ts'
import type { Language } from '#contract/words/language.ts'
import { instrumentLabels } from '#contract/words/supervision-labels.ts'
import type { FindingState } from '#domain/supervision/failings.ts'
import type { Instrument } from '#domain/supervision/instruments.ts'
import type { SampleOutcome } from '#domain/supervision/sample.ts'
import type { Tone } from '#web/ui/FlagTag.tsx'

/** How an instrument looks: maple only where somebody must act now. */
export function toneOf({ kind, state, isOverdue }: InstrumentView): Tone {
  if (state === 'accepted') return 'good'
  if (state === 'raised' || state === 'cancelled') return 'still'
  if (isOverdue || kind === 'red') return 'act'
  return kind === 'yellow' ? 'near' : 'info'
}

export const findingTones: Record<FindingState, Tone> = {
  found: 'near',
  confirmed: 'act',
  dismissed: 'still',
  mended: 'good',
}

export const outcomeTones: Record<SampleOutcome, Tone> = {
  solved: 'good',
  unsolved: 'near',
  unreachable: 'still',
  false: 'act',
}

/** The name of an instrument where a line begins with it. */
export function kindWords(kind: Instrument, language: Language): string {
  const name = instrumentLabels[kind][language]
  return language === 'en' ? name.charAt(0).toUpperCase() + name.slice(1) : name
}
