import { addDays, type Day, dayOf, type Instant, startOfDay } from '../calendar/days.ts'
import { addWorkingDays, type Calendar, closeOf, isWorkingDay } from '../calendar/working-days.ts'
import { type ClockFacts, dueAt, type Limit, type Pause, warnAt } from '../matter/due.ts'
import type { Petition } from './petition.ts'

/** Whose time it is: the petition office, the handling body, whoever reviews, or the petitioner. */
export type ClockOwner = 'office' | 'body' | 'reviewer' | 'rereviewer' | 'person'

/** What a clock runs from. */
export type ClockStart = 'received' | 'sent' | 'accepted' | 'delivered' | 'asked'

type Row = { limit: Limit; article: number; from: ClockStart; owner: ClockOwner }
const days = (amount: number): Limit => ({ amount, unit: 'days' })

/** The times of the Regulation on Petition Work, each with its article. Plain days; a last day that is not worked gives way (Civil Code art. 203). */
export const petitionLimits = {
  /** 登记，并在15日内转送、交办. */
  sort: { limit: days(15), article: 22, from: 'received', owner: 'office' },
  /** 在15日内书面告知是否受理. */
  notice: { limit: days(15), article: 23, from: 'sent', owner: 'body' },
  /** 自受理之日起60日内办结. */
  handle: { limit: days(60), article: 34, from: 'accepted', owner: 'body' },
  /** 自收到书面答复之日起30日内请求复查. */
  askReview: { limit: days(30), article: 35, from: 'delivered', owner: 'person' },
  /** 自收到复查请求之日起30日内提出复查意见. */
  review: { limit: days(30), article: 35, from: 'asked', owner: 'reviewer' },
  /** 自收到复查意见之日起30日内请求复核. */
  askRereview: { limit: days(30), article: 36, from: 'delivered', owner: 'person' },
  /** 自收到复核请求之日起30日内提出复核意见，听证时间不计算在内. */
  rereview: { limit: days(30), article: 36, from: 'asked', owner: 'rereviewer' },
} as const satisfies Record<string, Row>
export type PetitionClockKind = keyof typeof petitionLimits
export const petitionClockKinds = Object.keys(petitionLimits) as PetitionClockKind[]

/** 延期不得超过30日, once (art. 34). */
export const mostExtensionDays = 30
/** 自收到之日起5个工作日内提出异议 (art. 23). */
export const objectionWorkDays = 5

/** What is kept of a clock: facts, never the time left. `dueAt`: frozen when it stopped, so that lateness stays with who had it. */
export type PetitionClock = {
  kind: PetitionClockKind
  /** Who has it: null for the petitioner and for a body outside the district. */
  unitId: string | null
  startedAt: Instant
  pauses: readonly Pause[]
  extensions: readonly { amount: number }[]
  stoppedAt: Instant | null
  dueAt: Instant | null
}

const factsOf = ({ kind, startedAt, pauses, extensions }: PetitionClock): ClockFacts => ({
  ...{ startedAt, pauses, extensions },
  limit: petitionLimits[kind].limit,
})

/** Until when a clock runs; null while it stands still. In: the clock, the calendar. Civil Code arts 201 and 203 by `domain/matter/due`. */
export function clockDue(clock: PetitionClock, calendar: Calendar): Instant | null {
  return clock.stoppedAt === null ? dueAt(factsOf(clock), calendar) : clock.dueAt
}

/** When to warn of a running clock; null while it stands still or where it has stopped. */
export function clockWarn(clock: PetitionClock, calendar: Calendar, share: number): Instant | null {
  return clock.stoppedAt === null ? warnAt(factsOf(clock), calendar, share) : null
}

/** The one clock of a petition that runs, if any does. */
export const runningClock = ({ clocks }: Pick<Petition, 'clocks'>): PetitionClock | undefined =>
  clocks.findLast(({ stoppedAt }) => stoppedAt === null)

/** The last instant for a body to say that a petition is not its own: five working days after it came (art. 23). */
export const objectUntil = (sentAt: Instant, calendar: Calendar): Instant =>
  closeOf(calendar, addWorkingDays(calendar, dayOf(sentAt), objectionWorkDays))

/** A day as the beginning of a time by days: the day itself is not counted. */
export const fromDay = (day: Day): Instant => startOfDay(day)

/** What the sentence about a due time needs. `isMoved`: the last day is not worked, so the next working day counts. */
export type ClockFactsTold = {
  startedOn: Day
  amount: number
  extended: number
  excluded: number
  dueOn: Day | null
  isMoved: boolean
}

/** The facts out of which one sentence explains a due time. In: the clock, the calendar, today (for a pause that runs). */
export function explained(clock: PetitionClock, calendar: Calendar): ClockFactsTold {
  const { kind, startedAt, extensions } = clock
  const startedOn = dayOf(startedAt)
  const { amount } = petitionLimits[kind].limit
  const extended = extensions.reduce((sum, one) => sum + one.amount, 0)
  const due = clockDue(clock, calendar)
  const dueOn = due === null ? null : dayOf(due)
  const excluded = pausedDays(clock)
  const last = addDays(startedOn, amount + extended + excluded)
  return {
    startedOn,
    amount,
    extended,
    excluded,
    dueOn,
    isMoved: dueOn !== null && dueOn > last && !isWorkingDay(calendar, last),
  }
}

/** Whole days that a clock stood still and that are over, overlapping ones once. */
function pausedDays({ pauses, startedAt }: PetitionClock): number {
  let sum = 0
  let until = dayOf(startedAt)
  for (const { fromAt, toAt } of [...pauses].sort((a, b) => a.fromAt - b.fromAt)) {
    if (toAt === null) continue
    const from = dayOf(fromAt) > until ? dayOf(fromAt) : until
    const to = dayOf(toAt)
    if (to <= from) continue
    sum += Math.round((startOfDay(to) - startOfDay(from)) / 86_400_000)
    until = to
  }
  return sum
}
