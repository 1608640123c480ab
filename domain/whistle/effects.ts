import type { Day, Instant } from '../calendar/days.ts'
import type { LineVerb } from './moves.ts'
import type { FinishOutcome, Line, LineStep, Rating, Ruling } from './whistle.ts'

/** What is handed in with a step, as far as it changes a line; its words are kept apart. */
export type LineInput = {
  until?: Day
  outcome?: FinishOutcome
  ruling?: Ruling
  rating?: Rating
  accurate?: boolean
}

const after = {
  sign: 'contact',
  contact: 'arrive',
  arrive: 'plan',
  plan: 'finish',
  finish: 'confirm',
} as const

/** The step to be done where the objection was overruled: the first that was not taken yet. */
function stepBefore({ steps }: Line): LineStep {
  if (!steps.sign) return 'sign'
  return steps.contact ? 'arrive' : 'contact'
}

function ended(line: Line, outcome: NonNullable<Line['outcome']>): Line {
  return { ...line, step: null, outcome }
}

/** An objection stops the clocks of the department; a ruling that it goes on starts them again. */
const pausesFrom = (line: Line, now: Instant) => [...line.pauses, { fromAt: now, toAt: null }]
const pausesUntil = (line: Line, now: Instant) =>
  line.pauses.map((pause) => ({ ...pause, toAt: pause.toAt ?? now }))

function ruled(line: Line, ruling: Ruling, now: Instant, dueAt: Instant | null): Line {
  const objection = line.objection && { ...line.objection, ruling, ruledAt: now, dueAt }
  const next = { ...line, objection, pauses: pausesUntil(line, now), since: now }
  return ruling === 'overruled' ? { ...next, step: stepBefore(line) } : ended(next, 'released')
}

/**
 * A line after a step. In: the line, the verb (allowed by `whyNotWhistle`), what was handed in, the instant, and when the step
 * that is taken was due. Out: the line with one step to be done, or ended.
 */
export function lineAfter(
  line: Line,
  verb: LineVerb,
  input: LineInput,
  now: Instant,
  dueAt: Instant | null,
): Line {
  switch (verb) {
    case 'sign':
    case 'contact':
    case 'arrive':
    case 'plan':
    case 'finish':
      return {
        ...line,
        steps: { ...line.steps, [verb]: { at: now, dueAt } },
        ...{ step: after[verb], since: now },
        ...(verb === 'plan' ? { planUntil: input.until ?? null } : {}),
        ...(verb === 'finish' ? { finished: input.outcome ?? null } : {}),
      }
    case 'object':
      return {
        ...line,
        ...{ step: 'rule', since: now, pauses: pausesFrom(line, now) },
        objection: { at: now, ruling: null, ruledAt: null, dueAt: null },
      }
    case 'rule':
      return ruled(line, input.ruling ?? 'overruled', now, dueAt)
    case 'confirm':
      return ended(
        { ...line, steps: { ...line.steps, confirm: { at: now, dueAt } }, since: now },
        'confirmed',
      )
    case 'sendBack':
      // a new plan first: the old day may have passed
      return { ...line, step: 'plan', since: now, sentBackAt: now, planUntil: null, finished: null }
    case 'rate':
      return input.rating ? { ...line, rating: { ...input.rating, at: now } } : line
    case 'rateBack':
      return { ...line, ratedBack: { accurate: input.accurate === true, at: now } }
  }
}

/** A line after its whistle was called off: what has ended stays as it ended. */
export function lineCalledOff(line: Line, now: Instant): Line {
  return line.step === null
    ? line
    : ended({ ...line, pauses: pausesUntil(line, now), since: now }, 'calledOff')
}

/** The lines after one was released: where it was the leading one, the first called of those that go on leads. One that led to its end stays the leading one. */
export function withLead(lines: readonly Line[]): Line[] {
  const first = lines.find((line) => line.step !== null)
  const isLed = lines.some((line) => line.role === 'lead' && line.outcome !== 'released')
  if (!first || isLed) return [...lines]
  return lines.map((line) => (line.id === first.id ? { ...line, role: 'lead' } : line))
}
