import type { Satisfaction } from '../matter/matter.ts'

/** 三率 and what is handled on time; each is a numerator over a denominator of its own (domain rules §3.3). */
export const rates = ['response', 'solution', 'satisfaction', 'onTime'] as const
export type RateName = (typeof rates)[number]

/** The rates, and what is only counted beside them. */
export const measures = [...rates, 'returned', 'reopened'] as const
export type Measure = (typeof measures)[number]

/**
 * What a class is to its rate: `good` and `bad` make the denominator, `half` too, counting a share of the profile in the
 * numerator; `beside` is counted and shown, and is in neither.
 */
export type Part = 'good' | 'half' | 'bad' | 'beside'

/** Class → its part. In the order in which classes are shown. */
export const parts = {
  met: 'good',
  late: 'bad',
  overdue: 'bad',
  solved: 'good',
  unsolved: 'bad',
  satisfied: 'good',
  basically: 'half',
  unsatisfied: 'bad',
  unreachable: 'beside',
  unanswered: 'beside',
  notAsked: 'beside',
  noContact: 'beside',
  returned: 'beside',
  reopened: 'beside',
} as const satisfies Record<string, Part>
export type Class = keyof typeof parts
export const classes = Object.keys(parts) as Class[]

/** Measure → the classes of which each of its lines has exactly one. */
export const classesOf = {
  response: ['met', 'late', 'overdue'],
  solution: ['solved', 'unsolved', 'unreachable', 'notAsked', 'noContact'],
  satisfaction: [
    'satisfied',
    'basically',
    'unsatisfied',
    'unreachable',
    'unanswered',
    'notAsked',
    'noContact',
  ],
  onTime: ['met', 'late', 'overdue'],
  returned: ['returned'],
  reopened: ['reopened'],
} as const satisfies Record<Measure, readonly Class[]>

/** What a clock says once its time is up. */
export type Run = { stopped: boolean; outcome: 'met' | 'late' | 'dropped' | null }

/**
 * The class of a matter with one unit for a kind of clock, out of the clocks of that unit that were due in the month. In: their
 * runs. Out: undefined where none counts (returned or withdrawn before its time). One that is overdue and still open weighs
 * more than one done late, and that more than all done in time.
 */
export function classOfRuns(runs: readonly Run[]): Class | undefined {
  const counted = runs.filter((run) => run.outcome !== 'dropped')
  if (counted.length === 0) return undefined
  if (counted.some((run) => !run.stopped)) return 'overdue'
  return counted.some((run) => run.outcome === 'late') ? 'late' : 'met'
}

/** How asking about a closed matter went. */
export type Asked = {
  solved: boolean | null
  satisfied: Satisfaction | null
  revisitTries: number
  hasContact: boolean
}

const unanswered = ({ revisitTries, hasContact }: Asked): Class =>
  revisitTries > 0 ? 'unreachable' : hasContact ? 'notAsked' : 'noContact'

/** The class of a closed matter for the solution rate: what the person said, or why nothing was said. */
export function classOfAsking(m: Asked): Class {
  if (m.solved === null) return unanswered(m)
  return m.solved ? 'solved' : 'unsolved'
}

/**
 * The class of every voice of a closed matter for satisfaction. In: the matter, and what each voice said of itself, in the order
 * they came. Out: one class a voice. Whoever rated counts with their own rating; where nobody did, what a revisit heard is the
 * answer of the first, for one voice cannot speak for the others.
 */
export function classesOfVoices(m: Asked, voices: readonly (Satisfaction | null)[]): Class[] {
  const anyRated = voices.some((said) => said !== null)
  return voices.map((said, at) => {
    if (said !== null) return said
    if (at === 0 && !anyRated && m.satisfied !== null) return m.satisfied
    return anyRated || m.solved !== null ? 'unanswered' : unanswered(m)
  })
}

/** How many lines of a class are counted, and how many were left out by the panel. */
export type Count = { counted: number; excluded: number }
export type Counts = Partial<Record<Class, Count>>
export type Figures = Partial<Record<Measure, Counts>>

/** Several figures added up, class by class: the sum of the units is the area. */
export function sumOf(all: readonly Figures[]): Figures {
  const sum: Figures = {}
  for (const figures of all)
    for (const measure of measures)
      for (const one of classes) {
        const count = figures[measure]?.[one]
        if (!count) continue
        const counts = (sum[measure] ??= {})
        const before = counts[one] ?? { counted: 0, excluded: 0 }
        counts[one] = {
          counted: before.counted + count.counted,
          excluded: before.excluded + count.excluded,
        }
      }
  return sum
}

/** One line of a month: a matter with a unit, for satisfaction a voice. The same four ids never stand twice. */
export type EvaluationLine = {
  measure: Measure
  unitId: string
  matterId: string
  voiceId: string
  class: Class
  isExcluded: boolean
}

/** The figures of some lines. */
export function figuresOf(
  lines: readonly Pick<EvaluationLine, 'measure' | 'class' | 'isExcluded'>[],
): Figures {
  return sumOf(
    lines.map((line) => ({
      [line.measure]: {
        [line.class]: { counted: line.isExcluded ? 0 : 1, excluded: line.isExcluded ? 1 : 0 },
      },
    })),
  )
}

/** How many the panel left out of a measure, and how many there are with them. */
export function excludedOf(counts: Counts = {}): { excluded: number; all: number } {
  const each = Object.values(counts)
  const excluded = each.reduce((n, one) => n + one.excluded, 0)
  return { excluded, all: each.reduce((n, one) => n + one.counted, excluded) }
}
