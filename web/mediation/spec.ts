import type { Step } from '#domain/mediation/moves.ts'
import type { Sentence } from '#web/lib/words.ts'
import type { Choice } from '#web/ui/Choices.tsx'
import type { KeptFile } from '#web/ui/FileInput.tsx'
import { fenOf } from './money.ts'

type Common = { name: string; label: Sentence; hint?: Sentence; isOptional?: true }
type Options = readonly Choice<string>[]

/** One field of the form of a step: what is asked, and how it is answered. */
export type StepField = Common &
  (
    | { as: 'line' | 'text' | 'day' | 'count' | 'yuan' | 'time' }
    | { as: 'choice' | 'select' | 'checks'; options: Options; isWide?: true }
    | { as: 'yesNo'; yes: Sentence; no: Sentence; neither?: Sentence }
    | { as: 'tick' }
    | { as: 'files'; max?: number }
  )

export type Values = Record<string, unknown>

/** A step with its words and fields; without fields it is only confirmed. */
export type StepSpec = {
  step: Step
  title: Sentence
  lead?: Sentence
  act: Sentence
  done: Sentence
  fields: readonly StepField[]
  /** What is handed in beside the fields. */
  named?: Values
  blank?: Values
  isGrave?: true
}

/** China has one time: what is typed as day and clock is meant there. */
export const chinaInstant = (typed: string): string | undefined =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed) ? new Date(`${typed}:00+08:00`).toISOString() : undefined

/** The clock of the form: `2026-11-27T14:30` in China. */
export const typedTime = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)

/** A filled field as the contract wants it; undefined: left out. */
function valueOf(field: StepField, value: unknown): unknown {
  const text = typeof value === 'string' ? value : ''
  switch (field.as) {
    case 'line':
    case 'text':
      return text.trim() === '' && field.isOptional ? undefined : text
    case 'day':
    case 'choice':
    case 'select':
      return text === '' ? undefined : text
    case 'time':
      return chinaInstant(text)
    case 'count':
      return text === '' ? undefined : Number(text)
    case 'yuan':
      return text.trim() === '' && field.isOptional ? undefined : (fenOf(text) ?? Number.NaN)
    case 'checks':
      return Array.isArray(value) ? value : []
    case 'yesNo':
    case 'tick':
      return value
    case 'files':
      return (value as readonly KeptFile[] | undefined)?.[0]?.id
  }
}

/** The input of a step from its filled form. */
export function inputFrom(fields: readonly StepField[], values: Values): Values {
  return Object.fromEntries(
    fields
      .map((field) => [field.name, valueOf(field, values[field.name])] as const)
      .filter(([, value]) => value !== undefined),
  )
}
