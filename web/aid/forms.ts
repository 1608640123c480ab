import type { AidView } from '#contract/aid.ts'
import type { AidMoveGiven } from '#contract/aid-moves.ts'
import { aidRatedLabels } from '#contract/words/aid.ts'
import { markLabels } from '#contract/words/whistle.ts'
import { aidRatedThings } from '#domain/aid/aid.ts'
import type { AidVerb } from '#domain/aid/moves.ts'
import { marks } from '#domain/whistle/whistle.ts'
import type { Sentence } from '#web/lib/words.ts'
import { aidWords as words } from './words.ts'

export type AidField = {
  name: string
  kind: 'line' | 'area' | 'day' | 'number' | 'choice' | 'target' | 'targets'
  label: Sentence
  hint?: Sentence
  isOptional?: boolean
  max?: number
  options?: readonly { value: string; label: Sentence }[]
}

const note: AidField = { name: 'note', kind: 'area', label: words.formNote, isOptional: true, max: 500 }
const reason: AidField = { name: 'reason', kind: 'area', label: words.formReason, max: 500 }

/** What is ordered: when it is posted, and when it is posted again. */
export const needFields: readonly AidField[] = [
  { name: 'need', kind: 'area', label: words.need, hint: words.needHint, max: 1000 },
  { name: 'place', kind: 'line', label: words.place, hint: words.placeHint, isOptional: true, max: 200 },
  { name: 'neededBy', kind: 'day', label: words.neededBy, isOptional: true },
  { name: 'people', kind: 'number', label: words.howMany, isOptional: true, max: 1000 },
]

/** What the form of each verb asks. */
export const aidForms: Record<AidVerb, readonly AidField[]> = {
  dispatch: [{ name: 'targets', kind: 'targets', label: words.target }, note],
  back: [{ ...reason, hint: words.backHint }],
  decline: [reason, { name: 'remedy', kind: 'area', label: words.remedy, max: 500 }],
  passUp: [reason],
  again: needFields,
  withdraw: [reason],
  accept: [note],
  refuse: [{ ...reason, hint: words.refuseHint }],
  plan: [
    { name: 'on', kind: 'day', label: words.onDay },
    { name: 'who', kind: 'line', label: words.whoComes, max: 200 },
    { name: 'what', kind: 'area', label: words.whatDone, max: 1000 },
  ],
  finish: [{ name: 'done', kind: 'area', label: words.wasDone, max: 1000 }],
  confirm: [
    ...aidRatedThings.map(
      (name): AidField => ({
        ...{ name, kind: 'choice', label: aidRatedLabels[name] },
        options: marks.map((value) => ({ value, label: markLabels[value] })),
      }),
    ),
    { ...reason, label: words.badReason, hint: words.badHint, isOptional: true },
  ],
  notDone: [{ ...reason, hint: words.notDoneHint }],
  handOver: [{ name: 'to', kind: 'target', label: words.toWhom }, reason],
  takeBack: [reason],
}

export type Values = Readonly<Record<string, string>>

/** What a form begins with: an order that is posted again begins with what it said. */
export const startOf = (verb: AidVerb, aid: AidView): Values =>
  verb === 'again'
    ? {
        ...{ need: aid.need ?? '', place: aid.place ?? '', neededBy: aid.neededBy ?? '' },
        people: aid.people === null ? '' : String(aid.people),
      }
    : {}

/** `unit:…` or `team:…`, as the choice of a target gives it. */
function targetOf(value: string): { is: 'unit' | 'team'; id: string } {
  const [is, id = ''] = value.split(':')
  return { is: is === 'team' ? 'team' : 'unit', id }
}

/** What of the typed words is sent for what is ordered. */
export const needOf = (values: Values) => ({
  ...{ need: values['need'] ?? '', place: values['place'] ?? '' },
  neededBy: values['neededBy'] || null,
  people: values['people'] ? Number(values['people']) : null,
})

/** What is sent: the fields that were asked and filled in. */
export function aidBodyOf(
  verb: AidVerb,
  commandId: string,
  lineId: string | undefined,
  values: Values,
): AidMoveGiven {
  const head = { verb, commandId, ...(lineId === undefined ? {} : { lineId }) }
  if (verb === 'again') return { ...head, ...needOf(values) } as AidMoveGiven
  const said = aidForms[verb].flatMap(({ name, kind }) => {
    const value = values[name]
    if (value === undefined || value === '') return []
    const many = value.split(',').filter(Boolean).map(targetOf)
    return [{ name, value: kind === 'target' ? targetOf(value) : kind === 'targets' ? many : value }]
  })
  return { ...head, ...Object.fromEntries(said.map((one) => [one.name, one.value])) } as AidMoveGiven
}
