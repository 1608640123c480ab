import { classLabels, exclusionReasonLabels, measureLabels } from '#contract/words/evaluation-labels.ts'
import {
  exclusionReasons,
  exclusionStepNames,
  exclusionSteps,
  fewestDeciders,
  mostDeciders,
} from '#domain/evaluation/exclusion.ts'
import { classesOf, measures, parts } from '#domain/evaluation/measures.ts'

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string

/** The rules of evaluation as Markdown, out of its tables. */
export function evaluationRules(table: Table): string {
  const word = (name: string) => `\`${name}\``
  return [
    '## Evaluation 考核',
    'A month is counted line by line: a matter with a unit, for satisfaction a voice. Every line has one class of its measure; a class is in the numerator and the denominator (`good`), in the numerator by a share of the profile (`half`), in the denominator alone (`bad`), or beside both. Weights, the share, the fewest cases and the days are settings of the profile, above.',
    table(
      ['measure', '中文', 'how it is counted', 'classes'],
      measures.map((measure) => [
        word(measure),
        measureLabels[measure].name.zh,
        measureLabels[measure].rule.en,
        classesOf[measure].map((one) => `${classLabels[one].zh} (${parts[one]})`).join(', '),
      ]),
    ),
    '### Reasons for an exclusion 不合理诉求剔除',
    table(
      ['reason', '中文', 'means'],
      exclusionReasons.map((reason) => [
        word(reason),
        exclusionReasonLabels[reason].name.zh,
        exclusionReasonLabels[reason].means.en,
      ]),
    ),
    `The panel has ${fewestDeciders} to ${mostDeciders} units, one vote each; the asking unit and the one that handles the matter have none, and ${fewestDeciders} others at least remain. More than half of the seats exclude. Nobody decides what they or their unit asked for.`,
    table(
      ['step', 'from', 'needs', 'by'],
      exclusionStepNames.map((step) => {
        const { from, needs, by } = exclusionSteps[step]
        return [word(step), word(from), word(needs), by]
      }),
    ),
  ].join('\n\n')
}
