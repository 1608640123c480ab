import type { Day, Instant } from '../calendar/days.ts'
import type { Aid, AidLine, AidLineEnd, AidRating } from './aid.ts'
import type { AidLineVerb, AidVerb } from './moves.ts'

/** What of a step changes a line; its words are kept apart. `isTeamOver`: the team of the line can do nothing more. */
export type AidInput = { on?: Day; rating?: AidRating; isTeamOver?: boolean }

function ended(line: AidLine, outcome: AidLineEnd, now: Instant): AidLine {
  return { ...line, step: null, outcome, since: now }
}

const afterStep = { accept: 'plan', plan: 'finish', finish: 'confirm' } as const

/**
 * A line after a step. In: the line, the verb (allowed by `whyNotAid`), what was handed in, the instant, when the step that is
 * taken was due. Out: the line with one step to be done, or ended.
 */
export function aidLineAfter(
  line: AidLine,
  verb: AidLineVerb,
  input: AidInput,
  now: Instant,
  dueAt: Instant | null,
): AidLine {
  switch (verb) {
    case 'accept':
    case 'plan':
    case 'finish':
      return {
        ...line,
        ...{ steps: { ...line.steps, [verb]: { at: now, dueAt } }, step: afterStep[verb], since: now },
        ...(verb === 'plan' ? { planOn: input.on ?? null } : {}),
      }
    case 'refuse': {
      // a refusal answers too, in time or late
      const steps = { ...line.steps, accept: { at: now, dueAt } }
      return { ...ended(line, 'refused', now), steps }
    }
    case 'confirm':
      return {
        ...ended({ ...line, steps: { ...line.steps, confirm: { at: now, dueAt } } }, 'confirmed', now),
        rating: input.rating ? { ...input.rating, at: now } : null,
      }
    case 'notDone':
      // a new plan first: the old day has passed. A team that has ended meanwhile cannot plan any more.
      return {
        ...line,
        ...{ step: input.isTeamOver ? 'handOver' : 'plan', since: now, sentBackAt: now, planOn: null },
      }
    case 'handOver':
      return ended(line, 'handedOver', now)
    case 'takeBack':
      return ended(line, 'dropped', now)
  }
}

/** An open line whose team has ended: the centre has to give it to somebody else. What waits for the orderer only still does. */
export function aidLineOrphaned(line: AidLine, now: Instant): AidLine {
  const isAtTeam = line.step === 'accept' || line.step === 'plan' || line.step === 'finish'
  return isAtTeam ? { ...line, step: 'handOver', since: now } : line
}

/** What becomes of a line by a verb of the order: withdrawn, it is dropped; what has ended stays as it ended. */
export function aidLineWithdrawn(line: AidLine, now: Instant): AidLine {
  return line.step === null ? line : ended(line, 'dropped', now)
}

/** The order after a verb of its own. In: when what is done was due. `districtPath`: whose centre it is passed up to. */
export function aidAfter(
  aid: Aid,
  verb: Exclude<AidVerb, AidLineVerb>,
  { now, dueAt, districtPath }: { now: Instant; dueAt: Instant | null; districtPath: string },
): Aid {
  const isFirst = aid.state === 'posted'
  switch (verb) {
    case 'dispatch': {
      if (!isFirst) return aid
      const steps = [...aid.steps, { verb, at: now, dueAt }]
      return { ...aid, state: 'dispatched', since: now, steps }
    }
    case 'back':
      return { ...aid, state: 'sentBack', since: now, steps: [...aid.steps, { verb, at: now, dueAt }] }
    case 'decline': {
      const steps = [...aid.steps, { verb, at: now, dueAt }]
      return { ...aid, state: 'declined', since: now, overAt: now, steps }
    }
    case 'again':
      return { ...aid, state: 'posted', since: now, steps: [...aid.steps, { verb, at: now, dueAt }] }
    case 'passUp': {
      // the lateness of the street is frozen with it, and the district begins anew
      const steps = [...aid.steps, { verb, at: now, dueAt }]
      return { ...aid, centrePath: districtPath, passedUpAt: now, since: now, steps }
    }
    case 'withdraw':
      return { ...aid, state: 'withdrawn', since: now, overAt: now }
  }
}

/** The order once its lines have moved: nothing open and something confirmed, it is over; nothing open and nothing done, it is the centre's turn again. */
export function aidSettled(aid: Aid, lines: readonly AidLine[], now: Instant): Aid {
  if (aid.state !== 'dispatched' || lines.some(({ step }) => step !== null)) return aid
  const isDone = lines.some(({ outcome }) => outcome === 'confirmed')
  return isDone ? { ...aid, state: 'over', since: now, overAt: now } : { ...aid, state: 'posted', since: now }
}
