import type { Instant } from '../calendar/days.ts'
import type { Share } from '../whistle/figures.ts'
import { type Mark, marks } from '../whistle/whistle.ts'
import { type AidLine, type AidRatedThing, type AidState, type AidStep, aidRatedThings } from './aid.ts'

/** A line as far as it is counted; `dueAt`: of its present step. */
export type CountedAidLine = Pick<AidLine, 'steps' | 'step' | 'outcome' | 'rating'> & {
  dueAt: Instant | null
}

/** An order as far as it is counted; `dueAt`: of its dispatch, while it waits for that. */
export type CountedAid = {
  state: AidState
  steps: readonly AidStep[]
  dueAt: Instant | null
  lines: readonly CountedAidLine[]
}

export const countedAidSteps = ['accept', 'plan', 'finish'] as const
export type CountedAidStep = (typeof countedAidSteps)[number]

/** How an asked unit or team answered. */
export type AskedFigures = Record<CountedAidStep, Share> & {
  asked: number
  refused: Share
  confirmed: Share
  rated: Share
  ratings: Record<AidRatedThing, Record<Mark, number>>
}

/** What a unit ordered, and what became of it. */
export type OrdererFigures = {
  posted: number
  /** Of what its centre had to dispatch, send back or decline: in time. */
  dispatched: Share
  helped: Share
  declined: Share
  withdrawn: Share
  confirmed: Share
}

const shareOf = (answers: readonly (boolean | undefined)[]): Share => {
  const known = answers.filter((answer) => answer !== undefined)
  return { n: known.filter(Boolean).length, of: known.length }
}

/** Whether a step counts, and whether it was in time; what is open past its due time counts as late, so that nobody is the better for not doing it. */
function inTime(line: CountedAidLine, step: CountedAidStep | 'confirm', now: Instant): boolean | undefined {
  const taken = line.steps[step]
  if (taken) return taken.dueAt === null || taken.at <= taken.dueAt
  return line.step === step && line.dueAt !== null && now > line.dueAt ? false : undefined
}

/** Counts what one unit or team was asked in a month. Out: shares, never an order. */
export function askedFigures(lines: readonly CountedAidLine[], now: Instant): AskedFigures {
  const ofStep = (step: CountedAidStep) => shareOf(lines.map((line) => inTime(line, step, now)))
  const own = lines.filter(({ outcome }) => outcome !== 'dropped')
  const confirmed = own.filter(({ outcome }) => outcome === 'confirmed')
  const ratings = confirmed.flatMap(({ rating }) => (rating ? [rating] : []))
  const count = (thing: AidRatedThing, mark: Mark) => ratings.filter((one) => one[thing] === mark).length
  return {
    asked: lines.length,
    ...{ accept: ofStep('accept'), plan: ofStep('plan'), finish: ofStep('finish') },
    refused: shareOf(own.map(({ outcome }) => outcome === 'refused')),
    confirmed: shareOf(own.map(({ outcome }) => outcome === 'confirmed')),
    rated: shareOf(confirmed.map(({ rating }) => rating !== null)),
    ratings: Object.fromEntries(
      aidRatedThings.map((thing) => [
        thing,
        Object.fromEntries(marks.map((mark) => [mark, count(thing, mark)])) as Record<Mark, number>,
      ]),
    ) as AskedFigures['ratings'],
  }
}

/** Counts what one unit posted in a month. Out: shares, never an order. */
export function ordererFigures(aids: readonly CountedAid[], now: Instant): OrdererFigures {
  const states = (state: AidState) => shareOf(aids.map((aid) => aid.state === state))
  const dispatches = aids.flatMap(({ state, steps, dueAt }) => [
    ...steps
      .filter(({ verb }) => verb !== 'again')
      .map((step) => step.dueAt === null || step.at <= step.dueAt),
    ...(state === 'posted' && dueAt !== null && now > dueAt ? [false] : []),
  ])
  return {
    posted: aids.length,
    dispatched: shareOf(dispatches),
    ...{ helped: states('over'), declined: states('declined'), withdrawn: states('withdrawn') },
    confirmed: shareOf(aids.flatMap(({ lines }) => lines.map((line) => inTime(line, 'confirm', now)))),
  }
}
