import type { ActionView } from '#contract/matter.ts'
import type { Sentence } from '#contract/words/language.ts'
import { settledLabels } from '#contract/words/subject.ts'
import {
  type SubjectKind,
  type SubjectOutcome,
  subjectKinds,
  subjectOutcomes,
} from '#domain/subject/subject.ts'

const isOne = <T extends string>(list: readonly T[], value: unknown): value is T =>
  (list as readonly unknown[]).includes(value)

/** What came of a request about personal data, out of the line of the story. */
export function settledWords({ kind, outcome }: ActionView['payload']): Sentence {
  const isKnown = isOne<SubjectKind>(subjectKinds, kind) && isOne<SubjectOutcome>(subjectOutcomes, outcome)
  return isKnown ? settledLabels(kind, outcome) : { zh: '', en: '' }
}
