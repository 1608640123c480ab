import type { Level } from '../org/roles.ts'
import type { Channel, ClosureKind, Kind, Matter, Satisfaction, Urgency } from './matter.ts'
import { moveOf, stateAfter, type Verb } from './moves.ts'

/** What the effects read of the payload of each verb; everything else in a payload is told, not computed with. */
export type Payloads = {
  receive: {
    kind: Kind
    urgency: Urgency
    channel: Channel
    categoryCode: string | null
    level: Level
    title: string
    words: string
    placeText: string
    placePath: string
    centreId: string
    centrePath: string
    profileVersion: number
    sensitive: boolean
    needToKnow: readonly string[]
    hasContact: boolean
  }
  join: { hasContact: boolean }
  triage: { title: string; kind: Kind; categoryCode: string; urgency: Urgency }
  dispatch: { unitId: string; unitPath: string; level: Level }
  submit: { result: string }
  revisit: { reached: boolean; solved: boolean | null; satisfied: Satisfaction | null }
  rate: { solved: boolean; satisfied: Satisfaction }
  close: { closureKind: ClosureKind }
  correct: { title?: string; placeText?: string }
}

/** One line of the history, as far as it computes. */
export type Action = { verb: Verb; matterId: string; at: number; actorId: string | null; payload: unknown }

type Effect<P> = (matter: Matter, payload: P, action: Action) => Partial<Matter>

const none = () => ({})
/** Nobody has been asked yet, nor tried for. */
const unasked = { solved: null, satisfied: null, revisitTries: 0 } as const
const add = (list: readonly string[], one: string) => (list.includes(one) ? list : [...list, one])

/** Verb → what changes beside state, holder and version. A table of pure functions: the log replayed gives the columns. */
const effects: { [V in Exclude<Verb, 'receive'>]: Effect<V extends keyof Payloads ? Payloads[V] : unknown> } =
  {
    accept: none,
    refuse: (_m, _p, { at }) => ({ closedAt: at, closureKind: 'notAccepted', questionOpen: false }),
    triage: (_m, { title, kind, categoryCode, urgency }) => ({ title, kind, categoryCode, urgency }),
    dispatch: (m, { unitId, unitPath, level }, { at }) => ({
      handlingId: unitId,
      handlingPath: unitPath,
      handlerId: null,
      level,
      involved: add(m.involved, unitId),
      dispatchedAt: at,
    }),
    sign: (_m, _p, { actorId }) => ({ handlerId: actorId }),
    return: (m) => ({
      returnedBy: add(m.returnedBy, m.holderId),
      handlingId: null,
      handlingPath: null,
      handlerId: null,
    }),
    contact: none,
    progress: none,
    ask: () => ({ questionOpen: true }),
    answer: () => ({ questionOpen: false }),
    submit: (_m, { result }, { actorId }) => ({ result, submittedBy: actorId, questionOpen: false }),
    verify: () => unasked,
    redo: () => ({ submittedBy: null, ...unasked }),
    revisit: (m, { reached, solved, satisfied }) => ({
      revisitTries: m.revisitTries + 1,
      ...(reached ? { solved, satisfied } : {}),
    }),
    // One voice of several cannot speak for the others: it can only say "not solved" for all.
    rate: (m, { solved, satisfied }) =>
      m.appeals === 1 ? { solved, satisfied } : solved ? {} : { solved: false, satisfied },
    close: (_m, { closureKind }, { at }) => ({ closedAt: at, closureKind }),
    askReopen: () => ({ reopenAsked: true }),
    reopen: (m) => ({
      reopenAsked: false,
      reopenings: m.reopenings + 1,
      closedAt: null,
      closureKind: null,
      handlingId: null,
      handlingPath: null,
      handlerId: null,
      submittedBy: null,
      returnedBy: [],
      ...unasked,
    }),
    keepClosed: () => ({ reopenAsked: false }),
    withdraw: (_m, _p, { at }) => ({ closedAt: at, closureKind: 'withdrawn', questionOpen: false }),
    // What the others answered is not the answer of the one who has just come.
    join: (m, { hasContact }) => ({
      appeals: m.appeals + 1,
      hasContact: m.hasContact || hasContact,
      ...(m.state === 'submitted' || m.state === 'revisiting' ? unasked : {}),
    }),
    note: none,
    correct: (m, { title, placeText }) => ({ title: title ?? m.title, placeText: placeText ?? m.placeText }),
  }

function born(payload: Payloads['receive'], action: Action): Matter {
  const { words, ...facts } = payload
  return {
    id: action.matterId,
    state: 'received',
    ...facts,
    story: words,
    holderId: payload.centreId,
    holderPath: payload.centrePath,
    handlingId: null,
    handlingPath: null,
    handlerId: null,
    involved: [payload.centreId],
    returnedBy: [],
    dispatchedAt: null,
    submittedBy: null,
    questionOpen: false,
    reopenAsked: false,
    reopenings: 0,
    appeals: 1,
    revisitTries: 0,
    solved: null,
    satisfied: null,
    result: null,
    receivedAt: action.at,
    closedAt: null,
    closureKind: null,
    version: 1,
  }
}

/** Who holds the matter after a move. */
function holderAfter(verb: Verb, m: Matter): Pick<Matter, 'holderId' | 'holderPath'> {
  const { holder } = moveOf(verb)
  if (holder === 'centre') return { holderId: m.centreId, holderPath: m.centrePath }
  if (holder !== undefined && m.handlingId !== null && m.handlingPath !== null)
    return { holderId: m.handlingId, holderPath: m.handlingPath }
  return { holderId: m.holderId, holderPath: m.holderPath }
}

/**
 * The matter after one action. In: the matter before (undefined at birth) and the action. Out: the new matter; the old
 * one is untouched. Whether the action is allowed was asked before (`whyNot`). Folding it over a history gives the columns.
 */
export function after(matter: Matter | undefined, action: Action): Matter {
  if (action.verb === 'receive') return born(action.payload as Payloads['receive'], action)
  if (!matter) throw new Error(`a history begins with receive, not ${action.verb}`)
  const effect = effects[action.verb] as Effect<unknown>
  const changed: Matter = {
    ...matter,
    ...effect(matter, action.payload, action),
    state: stateAfter(action.verb, matter.state),
    version: matter.version + 1,
  }
  return { ...changed, ...holderAfter(action.verb, changed) }
}
