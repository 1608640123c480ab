import type { ClosureKind, Kind, State } from '../matter/matter.ts'
import type { Verb } from '../matter/moves.ts'

/** Into whose hands a paper goes: the person's, the unit's that handles it, or the file. */
type Reader = 'person' | 'unit' | 'file'

/** The usual papers of a matter (domain rules §6.5), in the order in which they come up. */
export const papers = {
  receipt: { to: 'person' },
  acceptance: { to: 'file' },
  dispatch: { to: 'unit' },
  transfer: { to: 'unit' },
  reply: { to: 'person' },
  refusal: { to: 'person' },
} as const satisfies Record<string, { to: Reader }>
export type Paper = keyof typeof papers
export const paperNames = Object.keys(papers) as Paper[]

/** What of a matter decides which papers there are: `done` are the verbs of its history, with repetitions. */
export type PaperFacts = {
  state: State
  closureKind: ClosureKind | null
  result: string | null
  done: readonly Verb[]
}

const fits: Record<Paper, (facts: PaperFacts) => boolean> = {
  receipt: () => true,
  acceptance: ({ done }) => done.includes('accept'),
  dispatch: ({ done }) => done.includes('dispatch'),
  // handed on from one unit to another
  transfer: ({ done }) => done.filter((verb) => verb === 'dispatch').length > 1,
  reply: ({ result, done }) => result !== null && done.includes('submit'),
  refusal: ({ state, closureKind }) => state === 'closed' && closureKind === 'notAccepted',
}

/** The papers that can be written of a matter as it stands. */
export function papersFor(facts: PaperFacts): Paper[] {
  return paperNames.filter((paper) => fits[paper](facts))
}

/**
 * Whether a paper may say who raised the matter, to somebody who may see it: never on a paper for the handling unit when the
 * person asked for secrecy, reports a wrong, or the matter is need-to-know (Beijing regulation art. 35; Petition art. 30).
 */
export function mayNamePerson(
  paper: Paper,
  matter: { kind: Kind; sensitive: boolean },
  voice: { isConfidential: boolean },
): boolean {
  if (papers[paper].to !== 'unit') return true
  return !voice.isConfidential && !matter.sensitive && matter.kind !== 'report'
}
