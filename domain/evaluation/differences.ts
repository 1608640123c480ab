import type { ClosureKind } from '../matter/matter.ts'
import type { Verb } from '../matter/moves.ts'
import { type Class, type EvaluationLine, type Figures, type Measure, sumOf } from './measures.ts'

/** How a line stands: in which class, and whether the panel left it out. */
export type Stand = { class: Class; isExcluded: boolean }

/** What is otherwise now than in a frozen month: `was` undefined: it was not there; `is` undefined: it is no longer. */
export type Difference = {
  measure: Measure
  unitId: string
  matterId: string
  voiceId: string
  was: Stand | undefined
  is: Stand | undefined
}

const keyOf = (line: Pick<EvaluationLine, 'measure' | 'unitId' | 'matterId' | 'voiceId'>) =>
  `${line.measure} ${line.unitId} ${line.matterId} ${line.voiceId}`
const standOf = (line: EvaluationLine | undefined): Stand | undefined =>
  line && { class: line.class, isExcluded: line.isExcluded }

/** How the record differs now from a frozen month, line by line. Its SQL twin is `server/evaluation/differences.ts`. */
export function differencesBetween(
  frozen: readonly EvaluationLine[],
  present: readonly EvaluationLine[],
): Difference[] {
  const before = new Map(frozen.map((line) => [keyOf(line), line]))
  const after = new Map(present.map((line) => [keyOf(line), line]))
  return [...new Map([...before, ...after])].flatMap(([key, { measure, unitId, matterId, voiceId }]) => {
    const [was, is] = [standOf(before.get(key)), standOf(after.get(key))]
    const isSame = was && is && was.class === is.class && was.isExcluded === is.isExcluded
    return isSame ? [] : [{ measure, unitId, matterId, voiceId, was, is }]
  })
}

const counted = (measure: Measure, { class: name, isExcluded }: Stand, by: 1 | -1): Figures => ({
  [measure]: { [name]: { counted: isExcluded ? 0 : by, excluded: isExcluded ? by : 0 } },
})

/** A frozen month with its later differences: the figures as they are now. */
export function withDifferences(frozen: Figures, differences: readonly Difference[]): Figures {
  return sumOf([
    frozen,
    ...differences.flatMap(({ measure, was, is }) => [
      ...(was ? [counted(measure, was, -1)] : []),
      ...(is ? [counted(measure, is, 1)] : []),
    ]),
  ])
}

/** Why something is otherwise than in a frozen month. */
export const laterReasons = [
  'excluded',
  'reopened',
  'answered',
  'done',
  'joined',
  'voided',
  'moved',
  'added',
  'destroyed',
] as const
export type LaterReason = (typeof laterReasons)[number]

/** Which moves bring a reason about; the day of a difference is that of the last one. Empty: it is read elsewhere. */
export const verbsOf: Record<LaterReason, readonly Verb[]> = {
  excluded: [],
  reopened: ['reopen'],
  answered: ['revisit', 'rate'],
  done: [],
  joined: ['merge'],
  voided: ['void'],
  moved: [],
  added: ['join', 'close', 'revisit'],
  destroyed: [],
}

/** What is known of the matter of a difference now. */
export type Since = { closureKind: ClosureKind | null; isDestroyed: boolean }

/** Why it differs. In: the difference, and how its matter stands now. */
export function reasonOf(
  { measure, was, is }: Pick<Difference, 'measure' | 'was' | 'is'>,
  m: Since,
): LaterReason {
  if (was && is) {
    if (was.isExcluded !== is.isExcluded) return 'excluded'
    return measure === 'response' || measure === 'onTime' ? 'done' : 'answered'
  }
  if (is) return is.isExcluded ? 'excluded' : 'added'
  if (m.isDestroyed) return 'destroyed'
  if (m.closureKind === 'joined') return 'joined'
  if (m.closureKind === 'voided') return 'voided'
  return measure === 'solution' || measure === 'satisfaction' ? 'reopened' : 'moved'
}
