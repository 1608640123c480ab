import type { Instant } from '../calendar/days.ts'
import { type Line, type Mark, marks, type RatedThing, ratedThings, type WhistleState } from './whistle.ts'

/** A share with what it is a share of; where `of` is 0 there were no cases. */
export type Share = { n: number; of: number }
const none: Share = { n: 0, of: 0 }

/** A line as far as it is counted; `dueAt`: of its present step. */
export type CountedLine = Pick<Line, 'steps' | 'step' | 'outcome' | 'objection' | 'rating' | 'ratedBack'> & {
  dueAt: Instant | null
}

export const countedSteps = ['sign', 'contact', 'arrive', 'finish'] as const
export type CountedStep = (typeof countedSteps)[number]

/** How a called department answered: of what was due, how much was in time; objections; what the blowers said of it. */
export type UnitFigures = Record<CountedStep, Share> & {
  called: number
  finished: Share
  overruled: Share
  ratings: Record<RatedThing, Record<Mark, number>>
  rated: Share
}

/** How a street or community blew: how often, how accurately, and how soon it looked at what was done. */
export type BlowerFigures = {
  blown: number
  lines: number
  accurate: Share
  released: Share
  confirmed: Share
  misused: Share
  calledOff: Share
}

/**
 * Whether a step counts, and whether it was in time. What is open past its due time counts as late, so that nobody is the
 * better for not doing it (domain rules §3.3: overdue and open stands in the denominator). Undefined: nothing to count yet.
 */
function inTime(line: CountedLine, step: CountedStep | 'confirm', now: Instant): boolean | undefined {
  const taken = line.steps[step]
  if (taken) return taken.dueAt === null || taken.at <= taken.dueAt
  const isNext = line.step === step
  return isNext && line.dueAt !== null && now > line.dueAt ? false : undefined
}

const share = (answers: readonly (boolean | undefined)[]): Share => {
  const known = answers.filter((answer) => answer !== undefined)
  return known.length === 0 ? none : { n: known.filter(Boolean).length, of: known.length }
}

/** Counts the lines of one called unit. In: the lines that were called in a month, the instant. Out: shares, never an order. */
export function unitFigures(lines: readonly CountedLine[], now: Instant): UnitFigures {
  const ofStep = (step: CountedStep) => share(lines.map((line) => inTime(line, step, now)))
  const stays = lines.filter(({ outcome }) => outcome !== 'released' && outcome !== 'calledOff')
  const rulings = lines.flatMap(({ objection }) => (objection?.ruling ? [objection.ruling] : []))
  const confirmed = lines.filter(({ outcome }) => outcome === 'confirmed')
  const ratings = confirmed.flatMap(({ rating }) => (rating ? [rating] : []))
  const count = (thing: RatedThing, mark: Mark) => ratings.filter((rating) => rating[thing] === mark).length
  return {
    called: lines.length,
    ...{
      sign: ofStep('sign'),
      contact: ofStep('contact'),
      arrive: ofStep('arrive'),
      finish: ofStep('finish'),
    },
    finished: share(stays.map(({ steps }) => steps.finish !== undefined)),
    overruled: share(rulings.map((ruling) => ruling === 'overruled')),
    rated: share(confirmed.map(({ rating }) => rating !== null)),
    ratings: Object.fromEntries(
      ratedThings.map((thing) => [
        thing,
        Object.fromEntries(marks.map((mark) => [mark, count(thing, mark)])) as Record<Mark, number>,
      ]),
    ) as UnitFigures['ratings'],
  }
}

/** Counts the whistles of one blowing unit. In: those that sounded in a month with their lines, the instant. */
export function blowerFigures(
  whistles: readonly { state: WhistleState; misusedAt: Instant | null; lines: readonly CountedLine[] }[],
  now: Instant,
): BlowerFigures {
  const lines = whistles.flatMap((whistle) => whistle.lines)
  return {
    blown: whistles.length,
    lines: lines.length,
    accurate: share(lines.map(({ ratedBack }) => ratedBack?.accurate)),
    released: share(lines.map(({ outcome }) => outcome === 'released')),
    confirmed: share(lines.map((line) => inTime(line, 'confirm', now))),
    misused: share(whistles.map(({ misusedAt }) => misusedAt !== null)),
    calledOff: share(whistles.map(({ state }) => state === 'calledOff')),
  }
}
