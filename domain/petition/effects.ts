import { instantAt } from '../calendar/days.ts'
import { fromDay, type PetitionClock, type PetitionClockKind } from './clocks.ts'
import { type PetitionStep, petitionMoveOf } from './moves.ts'
import type { PetitionAction, PetitionPayloads } from './payloads.ts'
import type { Competent, IssuedForm, Petition, PetitionEnding } from './petition.ts'

type Change = Partial<Petition>
type Effect<S extends PetitionStep> = (
  p: Petition,
  payload: PetitionPayloads[S],
  action: PetitionAction,
) => Change

const fresh = (kind: PetitionClockKind, unitId: string | null, startedAt: number): PetitionClock => ({
  ...{ kind, unitId, startedAt, pauses: [], extensions: [], stoppedAt: null, dueAt: null },
})

/** The clocks with those of some kinds stopped, their due times frozen with who had them. */
const stopped = (
  clocks: readonly PetitionClock[],
  kinds: readonly PetitionClockKind[],
  { at, dues }: PetitionAction,
) =>
  clocks.map((clock) =>
    clock.stoppedAt === null && kinds.includes(clock.kind)
      ? { ...clock, stoppedAt: at, dueAt: dues[clock.kind] ?? null }
      : clock,
  )

const issue = (p: Petition, form: IssuedForm, textId: string | null, { at, unitId }: PetitionAction) => ({
  issued: [...p.issued, { form, at, unitId, textId, delivery: null }],
})

const everyKind: readonly PetitionClockKind[] = [
  'sort',
  'notice',
  'handle',
  'askReview',
  'review',
  'askRereview',
  'rereview',
]

const ended = (p: Petition, ending: PetitionEnding, action: PetitionAction): Change => ({
  ...{ ending, endedAt: action.at },
  clocks: stopped(p.clocks, everyKind, action),
})

/** It comes to a body: the office's time ends, that of the body to say whether it accepts begins. */
const sentTo = (p: Petition, { unitId, path }: Competent, action: PetitionAction): Change => ({
  ...{ bodyId: unitId, bodyPath: path, sentAt: action.at, objectedAt: null, isKept: false },
  clocks: [...stopped(p.clocks, ['sort'], action), fresh('notice', unitId, action.at)],
})

/** The time of sorting goes on where it stopped; what lay with the body in between does not count. */
function sortingAgain(p: Petition, action: PetitionAction): PetitionClock[] {
  return stopped(p.clocks, ['notice'], action).map((clock) =>
    clock.kind === 'sort' && clock.stoppedAt !== null
      ? {
          ...clock,
          pauses: [...clock.pauses, { fromAt: clock.stoppedAt, toAt: action.at }],
          ...{ stoppedAt: null, dueAt: null },
        }
      : clock,
  )
}

const withHearing = (p: Petition, change: (clock: PetitionClock) => PetitionClock): Change => ({
  clocks: p.clocks.map((clock) => (clock.kind === 'rereview' ? change(clock) : clock)),
})

/** Step → what changes beside the state. The log replayed gives the record. */
const effects: { [S in Exclude<PetitionStep, 'register'>]: Effect<S> } = {
  judge: (p, { otherId, isSame }, { at }) => ({
    judged: [
      ...p.judged.filter(({ petitionId }) => petitionId !== otherId),
      { petitionId: otherId, isSame, at },
    ],
  }),
  send: (p, { competent, agreed }, action) => ({
    competent,
    ...(agreed && competent[0] ? sentTo(p, competent[0], action) : {}),
  }),
  decide: (p, { unitId, path }, action) => sentTo(p, { unitId, path }, action),
  object: (_p, _input, { at }) => ({ objectedAt: at }),
  agreeReturn: (p, _input, action) => ({
    clocks: sortingAgain(p, action),
    ...{ bodyId: null, bodyPath: null, sentAt: null, competent: [] },
  }),
  keepSent: () => ({ isKept: true }),
  tellRoute: (p, { route, textId }, action) => ({
    ...ended(p, 'routed', action),
    ...issue(p, 'route', textId, action),
    route,
  }),
  refuseDouble: (p, { reason, otherId, textId }, action) => ({
    ...ended(p, 'double', action),
    ...issue(p, 'double', textId, action),
    double: { reason, otherId },
  }),
  accept: (p, { textId }, action) => ({
    ...issue(p, 'acceptance', textId, action),
    ...{ acceptedAt: action.at, acceptedBy: action.actorId, route: p.kind === 'claim' ? 'petition' : null },
    clocks: [...stopped(p.clocks, ['notice'], action), fresh('handle', p.bodyId, action.at)],
  }),
  notAccept: (p, { textId }, action) => ({
    ...ended(p, 'notAccepted', action),
    ...issue(p, 'refusal', textId, action),
  }),
  extend: (p, { days, textId }, action) => ({
    // the leader approves, the body tells
    ...issue(p, 'extension', textId, { ...action, unitId: p.bodyId }),
    extension: { days, at: action.at, by: action.actorId ?? '' },
    clocks: p.clocks.map((clock) =>
      clock.kind === 'handle' ? { ...clock, extensions: [...clock.extensions, { amount: days }] } : clock,
    ),
  }),
  opine: (p, { stance, textId }, action) => ({
    ...issue(p, 'opinion', textId, action),
    stance,
    clocks: stopped(p.clocks, ['handle'], action),
  }),
  reply: (p, { textId }, action) => ({
    ...ended(p, 'replied', action),
    ...issue(p, 'reply', textId, action),
  }),
  reconcile: (p, { mediationId }, action) => ({ ...ended(p, 'reconciled', action), mediationId }),
  deliver: (p, { form, ...how }, { at }) => ({
    issued: p.issued.map((one) => (one.form === form ? { ...one, delivery: { ...how, at } } : one)),
    clocks: [...p.clocks, ...askingFrom(p, form, fromDay(how.on))],
  }),
  askReview: (p, { on, unitId, unitPath, textId }, action) => ({
    askedIds: { ...p.askedIds, askReview: textId },
    review: { unitId, path: unitPath },
    clocks: [...stopped(p.clocks, ['askReview'], action), fresh('review', unitId, fromDay(on))],
  }),
  giveReview: (p, { stance, textId }, action) => ({
    ...issue(p, 'reviewOpinion', textId, action),
    reviewStance: stance,
    clocks: stopped(p.clocks, ['review'], action),
  }),
  askRereview: (p, { on, unitId, unitPath, textId }, action) => ({
    askedIds: { ...p.askedIds, askRereview: textId },
    rereview: { unitId, path: unitPath },
    clocks: [...stopped(p.clocks, ['askRereview'], action), fresh('rereview', unitId, fromDay(on))],
  }),
  beginHearing: (p, { on }) =>
    withHearing(p, (clock) => ({
      ...clock,
      pauses: [...clock.pauses, { fromAt: instantAt(on, 0), toAt: null }],
    })),
  endHearing: (p, { on }) =>
    withHearing(p, (clock) => ({
      ...clock,
      // the last day of the hearing is not counted either
      pauses: clock.pauses.map((pause) => ({ ...pause, toAt: pause.toAt ?? instantAt(on, 1440) })),
    })),
  giveRereview: (p, { stance, textId }, action) => ({
    ...ended(p, 'final', action),
    ...issue(p, 'rereviewOpinion', textId, action),
    rereviewStance: stance,
  }),
  finish: (p, _input, action) => ended(p, 'settled', action),
  reportUp: (_p, _input, { at }) => ({ reportedUpAt: at }),
  withdraw: (p, _input, action) => ended(p, 'withdrawn', action),
  mandate: (p, mandate, { at }) => ({ mandates: [...p.mandates, { ...mandate, at, revokedAt: null }] }),
  revoke: (p, { mandateId }, { at }) => ({
    mandates: p.mandates.map((one) => (one.id === mandateId ? { ...one, revokedAt: at } : one)),
  }),
  actFor: (p, { mandateId, power, on, textId }, { at }) => ({
    acts: [...p.acts, { mandateId, power, on, at, textId }],
  }),
}

/** An opinion that was received opens the petitioner's time to ask further (arts 35, 36). */
function askingFrom({ state }: Petition, form: IssuedForm, at: number): PetitionClock[] {
  if (form === 'opinion' && state === 'answered') return [fresh('askReview', null, at)]
  return form === 'reviewOpinion' && state === 'reviewed' ? [fresh('askRereview', null, at)] : []
}

/** What an agent did through a step of the petitioner is also written where the principal reads it. */
function actsWith(p: Petition, { step, payload, at }: PetitionAction): Change {
  const { mandateId, on, textId } = payload as { mandateId?: string | null; on?: string; textId?: string }
  const power =
    step === 'askReview' || step === 'askRereview'
      ? 'askReview'
      : step === 'withdraw'
        ? 'withdraw'
        : step === 'deliver'
          ? 'receive'
          : undefined
  if (!mandateId || power === undefined) return {}
  const day = on ?? new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
  return { acts: [...p.acts, { mandateId, power, on: day, at, textId: textId ?? null }] }
}

function born(action: PetitionAction<'register'>): Petition {
  const { textId, isReadBack: _read, ...facts } = action.payload
  return {
    ...{ id: action.petitionId, matterId: action.matterId, state: 'sorting', ...facts },
    ...{ wordsId: textId, askedIds: { askReview: null, askRereview: null } },
    ...{ registeredAt: action.at, judged: [], competent: [], bodyId: null, bodyPath: null, sentAt: null },
    ...{ objectedAt: null, isKept: false, acceptedAt: null, acceptedBy: null, route: null, double: null },
    ...{
      extension: null,
      stance: null,
      review: null,
      reviewStance: null,
      rereview: null,
      rereviewStance: null,
    },
    ...{
      reportedUpAt: null,
      issued: [],
      mandates: [],
      acts: [],
      mediationId: null,
      ending: null,
      endedAt: null,
    },
    clocks: [fresh('sort', facts.officeId, fromDay(facts.receivedOn))],
    version: 1,
  }
}

/** Which state a step leads to. In: whether the bodies agree, where it is sent. */
function stateAfter(p: Petition, { step, payload }: PetitionAction): Petition['state'] {
  if (step === 'send' && !(payload as PetitionPayloads['send']).agreed) return 'disputed'
  const { to } = petitionMoveOf(step)
  return to === 'same' ? p.state : to
}

/**
 * The petition after a step. In: the petition before (undefined at its registration), the step, allowed by `whyNotPetition`. Out: a
 * new petition; folding it over a history gives the record.
 */
export function afterPetition(p: Petition | undefined, action: PetitionAction): Petition {
  if (action.step === 'register') return born(action as PetitionAction<'register'>)
  if (!p) throw new Error(`a petition begins by being registered, not by ${action.step}`)
  const effect = effects[action.step] as Effect<PetitionStep>
  return {
    ...p,
    ...effect(p, action.payload, action),
    ...actsWith(p, action),
    state: stateAfter(p, action),
    version: p.version + 1,
  }
}
