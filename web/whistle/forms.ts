import type { WhistleMoveGiven } from '#contract/whistle-moves.ts'
import { finishLabels, markLabels, ratedLabels, rulingLabels } from '#contract/words/whistle.ts'
import type { WhistleVerb } from '#domain/whistle/moves.ts'
import { finishOutcomes, marks, ratedThings, rulings } from '#domain/whistle/whistle.ts'
import type { Sentence } from '#web/lib/words.ts'
import { whistleWords as words } from './words.ts'

export type FieldSpec = {
  name: string
  kind: 'line' | 'area' | 'day' | 'unit' | 'choice'
  label: Sentence
  hint?: Sentence
  isOptional?: boolean
  max?: number
  options?: readonly { value: string; label: Sentence }[]
  /** Asked only where another field says so. */
  when?: (values: Readonly<Record<string, string>>) => boolean
}

const labelled = <T extends string>(values: readonly T[], labels: Record<T, Sentence>) =>
  values.map((value) => ({ value, label: labels[value] }))

const note: FieldSpec = { name: 'note', kind: 'area', label: words.formNote, isOptional: true, max: 500 }
const reason: FieldSpec = { name: 'reason', kind: 'area', label: words.formReason, max: 500 }

/** What the form of each verb asks; a verb without a row is done at once. */
export const forms: Partial<Record<WhistleVerb, readonly FieldSpec[]>> = {
  second: [note],
  decline: [reason],
  contact: [{ name: 'withWhom', kind: 'line', label: words.withWhom, max: 60 }, note],
  arrive: [
    { name: 'who', kind: 'line', label: words.who, max: 100 },
    { name: 'found', kind: 'area', label: words.found, max: 1000, hint: words.noPhoto },
    { name: 'place', kind: 'line', label: words.where, isOptional: true, max: 200 },
  ],
  plan: [
    { name: 'what', kind: 'area', label: words.what, max: 1000 },
    { name: 'until', kind: 'day', label: words.untilDay },
  ],
  finish: [
    {
      name: 'outcome',
      kind: 'choice',
      label: words.outcome,
      options: labelled(finishOutcomes, finishLabels),
    },
    { name: 'result', kind: 'area', label: words.result, max: 1000 },
  ],
  object: [{ ...reason, hint: words.objectHint }],
  rule: [
    { name: 'ruling', kind: 'choice', label: words.ruling, options: labelled(rulings, rulingLabels) },
    { name: 'unitId', kind: 'unit', label: words.otherUnit, when: ({ ruling }) => ruling === 'other' },
    reason,
  ],
  confirm: [note],
  sendBack: [reason],
  rate: [
    ...ratedThings.map(
      (name): FieldSpec => ({
        ...{ name, kind: 'choice', label: ratedLabels[name], options: labelled(marks, markLabels) },
      }),
    ),
    { ...reason, label: words.badReason, hint: words.badHint, isOptional: true },
  ],
  rateBack: [
    {
      ...{ name: 'accurate', kind: 'choice', label: words.accurateQ },
      options: [
        { value: 'yes', label: words.accurate },
        { value: 'no', label: words.inaccurate },
      ],
    },
    { ...reason, hint: words.inaccurateHint, isOptional: true },
  ],
  upgrade: [reason],
  callOff: [reason],
  misuse: [reason],
}

/** What is sent: the fields that were asked and filled in. */
export function bodyOf(
  verb: WhistleVerb,
  commandId: string,
  lineId: string | undefined,
  values: Readonly<Record<string, string>>,
): WhistleMoveGiven {
  const asked = (forms[verb] ?? []).filter(({ when }) => when === undefined || when(values))
  const said = asked.flatMap(({ name }) => {
    const value = values[name]
    if (value === undefined || value === '') return []
    return [[name, name === 'accurate' ? value === 'yes' : value] as const]
  })
  return {
    ...{ verb, commandId, ...(lineId === undefined ? {} : { lineId }) },
    ...Object.fromEntries(said),
  } as WhistleMoveGiven
}
