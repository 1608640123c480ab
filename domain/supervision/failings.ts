import { type Day, dayOf, type Instant } from '../calendar/days.ts'
import { type Calendar, countWorkingDays } from '../calendar/working-days.ts'
import type { ClockKind } from '../matter/clocks.ts'
import type { ClosureKind, State } from '../matter/matter.ts'
import type { Verb } from '../matter/moves.ts'
import type { Mediation } from '../mediation/mediation.ts'

/** 应受理未受理、应办理未办理、未依法办理 (domain rules §2.3). */
export const failings = ['notAccepted', 'notHandled', 'notLawful'] as const
export type Failing = (typeof failings)[number]

/** Each rule by which one is found. `article`: of the law, where there is one; null: our own default, and said so. */
export const failingRules = {
  /** Taken in, and neither accepted nor refused when the time was over. */
  acceptLate: { failing: 'notAccepted', article: null },
  /** Refused, and reopened afterwards by a person who decided so. */
  refusedWrongly: { failing: 'notAccepted', article: null },
  /** Sorting, signing or handling is still open though its time is over. */
  handleLate: { failing: 'notHandled', article: null },
  /** In hand, not held, and nothing happened for some working days. */
  idle: { failing: 'notHandled', article: null },
  /** Given back more than once (domain rules §12.6: once). */
  returnedTwice: { failing: 'notHandled', article: null },
  /** Closed as solved without asking the person, who had left a way to be asked. */
  unrevisited: { failing: 'notLawful', article: null },
  /** Closed as handled without an answer since it was last in hand. */
  unanswered: { failing: 'notLawful', article: null },
  /** A session was held with a party that had not agreed to mediate. */
  unconsented: {
    failing: 'notLawful',
    article: { zh: '人民调解法第十七条', en: 'People’s Mediation Act art. 17' },
  },
  /** Mediating goes on beyond its day with no extension. */
  overrun: {
    failing: 'notLawful',
    article: {
      zh: '人民调解工作若干规定第三十三条',
      en: 'Provisions on the Work of People’s Mediation art. 33',
    },
  },
} as const satisfies Record<string, { failing: Failing; article: { zh: string; en: string } | null }>
export type FailingRule = keyof typeof failingRules
export const failingRuleNames = Object.keys(failingRules) as FailingRule[]

/** A finding is never blame by itself: a person confirms or dismisses it, with a reason, and says when it was made good. */
export const findingStates = ['found', 'confirmed', 'dismissed', 'mended'] as const
export type FindingState = (typeof findingStates)[number]

export const findingSteps = {
  confirm: { from: 'found', to: 'confirmed' },
  dismiss: { from: 'found', to: 'dismissed' },
  mend: { from: 'confirmed', to: 'mended' },
} as const satisfies Record<string, { from: FindingState; to: FindingState }>
export type FindingStep = keyof typeof findingSteps
export const findingStepNames = Object.keys(findingSteps) as FindingStep[]

/** Nothing done for so many working days is idle; our own default. */
export const idleDays = 5

/** What shows it: an entry of the history, a clock, a mediation; and since when, how often, for how many working days. */
export type Evidence = {
  seq?: number
  clockId?: string
  clockKind?: ClockKind
  mediationId?: string
  since?: Instant
  day?: Day
  count?: number
}

/** `key` tells the same thing found twice from another: of each there is one finding. */
export type Finding = { rule: FailingRule; unitId: string; key: string; evidence: Evidence }

/** The record of a matter as far as the rules look at it, its history in order. */
export type Trace = {
  state: State
  closureKind: ClosureKind | null
  holderId: string
  centreId: string
  isHeld: boolean
  hasContact: boolean
  actions: readonly { seq: number; verb: Verb; at: Instant; unitId: string | null }[]
  /** Those that run. */
  clocks: readonly { id: string; kind: ClockKind; unitId: string; dueAt: Instant | null }[]
  mediations: readonly {
    id: string
    committeeId: string
    isOpen: boolean
    dueOn: Day | null
    unconsented: readonly string[]
  }[]
}

const lateRules: Partial<Record<ClockKind, FailingRule>> = {
  accept: 'acceptLate',
  dispatch: 'handleLate',
  sign: 'handleLate',
  handle: 'handleLate',
}

const solvedKinds: readonly (ClosureKind | null)[] = ['resolved', 'agreed']
const handledKinds: readonly (ClosureKind | null)[] = ['resolved', 'agreed', 'stabilised']

/**
 * What a record shows of the three failings, and nothing that it cannot prove: whether a reply has all its parts is not in it. In: the
 * record, the instant, the calendar by which working days count.
 */
export function failingsOf(trace: Trace, now: Instant, calendar: Calendar): Finding[] {
  return [
    ...lateIn(trace, now),
    ...pastIn(trace, now, calendar),
    ...closedIn(trace),
    ...mediatedIn(trace, now),
  ]
}

function lateIn({ clocks }: Trace, now: Instant): Finding[] {
  return clocks.flatMap(({ id, kind, unitId, dueAt }) => {
    const rule = lateRules[kind]
    if (rule === undefined || dueAt === null || dueAt >= now) return []
    return [{ rule, unitId, key: id, evidence: { clockId: id, clockKind: kind, since: dueAt } }]
  })
}

function pastIn(trace: Trace, now: Instant, calendar: Calendar): Finding[] {
  const { actions, centreId, holderId } = trace
  const found: Finding[] = []
  for (const [i, { seq, verb, unitId, at }] of actions.entries())
    if (verb === 'refuse' && actions.slice(i + 1).some((later) => later.verb === 'reopen'))
      found.push({
        ...{ rule: 'refusedWrongly', unitId: unitId ?? centreId, key: `${seq}` },
        evidence: { seq, since: at },
      })
  const returns = actions.filter(({ verb }) => verb === 'return')
  const second = returns[1]
  if (second)
    found.push({
      ...{ rule: 'returnedTwice', unitId: second.unitId ?? holderId, key: `${second.seq}` },
      evidence: { seq: second.seq, since: second.at, count: returns.length },
    })
  const last = actions.at(-1)
  const isInHand = trace.state === 'dispatched' || trace.state === 'handling'
  if (last && isInHand && !trace.isHeld) {
    const count = countWorkingDays(calendar, dayOf(last.at), dayOf(now))
    if (count > idleDays)
      found.push({
        ...{ rule: 'idle', unitId: holderId, key: `${last.seq}` },
        evidence: { seq: last.seq, since: last.at, count },
      })
  }
  return found
}

function closedIn({ state, closureKind, hasContact, actions, centreId }: Trace): Finding[] {
  const at = actions.findLastIndex(({ verb }) => verb === 'close')
  const closed = actions[at]
  if (state !== 'closed' || !closed) return []
  const found = (rule: FailingRule): Finding => ({
    ...{ rule, unitId: closed.unitId ?? centreId, key: `${closed.seq}` },
    evidence: { seq: closed.seq, since: closed.at },
  })
  const before = actions.slice(0, at)
  const since = (verbs: readonly Verb[]) =>
    before.slice(before.findLastIndex(({ verb }) => verbs.includes(verb)) + 1)
  const isAsked = since(['submit', 'redo']).some(({ verb }) => verb === 'revisit' || verb === 'rate')
  const isAnswered = since(['dispatch', 'rule', 'reopen', 'redo']).some(({ verb }) => verb === 'submit')
  return [
    ...(solvedKinds.includes(closureKind) && hasContact && !isAsked ? [found('unrevisited')] : []),
    ...(handledKinds.includes(closureKind) && !isAnswered ? [found('unanswered')] : []),
  ]
}

function mediatedIn({ mediations }: Trace, now: Instant): Finding[] {
  const today = dayOf(now)
  return mediations.flatMap(({ id, committeeId, isOpen, dueOn, unconsented }): Finding[] => [
    ...(isOpen && dueOn !== null && dueOn < today
      ? [
          {
            ...{ rule: 'overrun' as const, unitId: committeeId, key: `${id} ${dueOn}` },
            evidence: { mediationId: id, day: dueOn },
          },
        ]
      : []),
    ...unconsented.map((sessionId) => ({
      ...{ rule: 'unconsented' as const, unitId: committeeId, key: sessionId },
      evidence: { mediationId: id },
    })),
  ])
}

/** The sessions that were held with a party who had not agreed to mediate by then. In: the facts of a mediation. Out: their ids. */
export function unconsentedIn({
  sessions,
  participants,
}: Pick<Mediation, 'sessions' | 'participants'>): string[] {
  const hasAgreed = (partyId: string, at: Instant) =>
    participants
      .find((one) => one.partyId === partyId)
      ?.consents.some((one) => one.topic === 'mediate' && one.answer && one.at <= at) ?? false
  return sessions.flatMap(({ id, state, heldAt, present }) =>
    state === 'held' && heldAt !== null && present.some((partyId) => !hasAgreed(partyId, heldAt)) ? [id] : [],
  )
}
