import { roleLabels } from '#contract/words/labels.ts'
import {
  failingLabels,
  failingRuleLabels,
  instrumentLabels,
  stuckLabels,
} from '#contract/words/supervision-labels.ts'
import { type StuckColumn, stuckColumnNames, stuckColumns } from '#domain/supervision/board.ts'
import { failingRuleNames, failingRules, idleDays } from '#domain/supervision/failings.ts'
import {
  type Basis,
  type Instrument,
  instrumentRules,
  instruments,
  mostAnswerDays,
} from '#domain/supervision/instruments.ts'
import { defaultSample, fewest } from '#domain/supervision/sample.ts'
import { type SupervisionStep, steps, supervisionSteps } from '#domain/supervision/steps.ts'

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string

const bases: Record<Basis, string> = {
  practice: 'met in the field (Guangdong); days are our default',
  ours: 'our own default',
}

/** When each may be given, in the words of `whyNotYet`. */
const times: Record<Instrument, string> = {
  reminder: 'The clock runs, and is near its end or late.',
  letter:
    'The clock is late, and the reminder went unanswered past its day, or what was promised did not happen.',
  yellow:
    'The letter went unanswered past its day, or the clock is late by its whole time again, or what was promised did not happen.',
  red: 'The yellow card went unanswered past its day, or what was promised did not happen.',
}

/** The rules of supervision as Markdown, out of its tables. */
export function supervisionRules(table: Table): string {
  const word = (name: string) => `\`${name}\``
  return [
    '## Supervision 督办',
    `One ladder for each clock of a matter, at the unit that had the clock; nobody gives to their own unit. An answer is due on a working day, ${mostAnswerDays} ahead at most. An objection is decided by the level above whoever gave it, at the district by another overseer; what is found unfounded stays until its giver’s post takes it back, and nothing follows on it.`,
    table(
      ['instrument', '中文', 'given by', 'only downward', 'working days to answer', 'when', 'source'],
      instruments.map((kind) => {
        const rule = instrumentRules[kind]
        const given = rule.roles.map((role) => `${word(role)} ${roleLabels[role].zh}`).join(', ')
        const down = rule.isDownward ? 'yes' : ''
        return [
          word(kind),
          instrumentLabels[kind].zh,
          given,
          down,
          String(rule.answerDays),
          times[kind],
          bases[rule.basis],
        ]
      }),
    ),
    '### What is done to one that is given',
    table(
      ['step', 'by', 'from', 'to'],
      supervisionSteps.map((step: SupervisionStep) => {
        const { by, from, to } = steps[step]
        return [word(step), by, from.map(word).join(', '), word(to)]
      }),
    ),
    '### The three failings',
    `Found by the nightly round or on demand, out of the record alone; a person confirms or dismisses each, with a reason. In hand without anything done is idle after more than ${idleDays} working days (our default).`,
    table(
      ['rule', 'failing', '中文', 'English', 'article'],
      failingRuleNames.map((rule) => {
        const { failing, article } = failingRules[rule]
        const { zh, en } = failingRuleLabels[rule]
        return [word(rule), failingLabels[failing].zh, zh, en, article?.en ?? 'our own default']
      }),
    ),
    '### The board of stuck matters',
    table(
      ['column', '中文', 'late clocks'],
      stuckColumnNames.map((column: StuckColumn) => [
        word(column),
        stuckLabels[column].zh,
        stuckColumns[column].clocks.map(word).join(', '),
      ]),
    ),
    '### Samples of closed matters',
    `By default ${defaultSample.share} % of what each unit closed in a month, and at least ${defaultSample.minimum}. A unit never checks what it handled or closed. Outcomes of units outside the reader’s area are shown from ${fewest} judged ones on.`,
  ].join('\n\n')
}
