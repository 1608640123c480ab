import type { MediationState } from '../mediation/mediation.ts'
import type { Level } from '../org/roles.ts'
import { erasedTitle } from '../subject/subject.ts'
import type {
  Channel,
  ClosureKind,
  HoldReason,
  Kind,
  Matter,
  Part,
  PartOutcome,
  Satisfaction,
  Urgency,
  VoidReason,
} from './matter.ts'
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
    /** The matter this one was split from. */
    splitFrom?: { id: string; number: string }
  }
  /** `voices`: how many came at once, from another matter; absent: one. */
  join: { hasContact: boolean; voices?: number }
  merge: { intoId: string }
  /** `left`: how many voices stay here; `hasContact`: whether one of them can be reached. */
  split: { left: number; hasContact: boolean }
  rule: { unitId: string; unitPath: string; level: Level }
  /** The centre it goes to, and the area of the one that passes it up. */
  escalate: { unitId: string; unitPath: string; level: Level; fromArea: string }
  handDown: { unitId: string; unitPath: string; level: Level }
  handOver: { accountId: string }
  assist: { units: readonly { id: string; name: string }[]; task: string }
  answerPart: { unitId: string; outcome: Exclude<PartOutcome, 'dropped'>; text: string }
  dropPart: { unitId: string }
  copy: { units: readonly { id: string }[] }
  askHold: { why: HoldReason; days: number }
  askExtend: { amount: number }
  askVoid: { why: VoidReason }
  /** `path`: the area of the post by which it is denied; absent where it was denied before there was a second look. */
  deny: { path?: string }
  archive: { retention: string }
  /** `unitIds`: those whose people mediate. */
  mediate: { mediation: MediationState; unitIds?: readonly string[] }
  /**
   * `unitIds`: those whose people handle or review the petition. `lock`: of a whistle-blowing, who may know of it (Regulation on
   * Petition Work art. 30); nobody else does from then on.
   */
  petition: { unitIds?: readonly string[]; lock?: readonly string[] }
  /** `title`: where what the first voice said is gone, and the story with it. */
  settleSubject: { hasContact: boolean; title?: string }
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
const add = (list: readonly string[], one: string | null) =>
  one === null || list.includes(one) ? list : [...list, one]
const addAll = (list: readonly string[], more: readonly { id: string }[]) =>
  more.reduce((all, { id }) => add(all, id), list)
/** Nobody handles it any longer. */
const inNobodysHands = { handlingId: null, handlingPath: null, handlerId: null } as const
/** Nothing waits for an approval or may be asked for again, nothing stands still. */
const running = { request: null, denied: null, held: null } as const

/** The open parts of a unit, or of everybody, ended. */
function ended(
  m: Matter,
  outcome: PartOutcome,
  { at }: Action,
  of?: { unitId: string; text?: string },
): { parts: readonly Part[] } {
  const isMeant = (part: Part) => part.outcome === null && (of === undefined || part.unitId === of.unitId)
  return {
    parts: m.parts.map((part) =>
      isMeant(part) ? { ...part, outcome, text: of?.text ?? null, answeredAt: at } : part,
    ),
  }
}

const sentTo: Effect<Payloads['dispatch']> = (m, { unitId, unitPath, level }, { at }) => ({
  handlingId: unitId,
  handlingPath: unitPath,
  handlerId: null,
  level,
  involved: add(m.involved, unitId),
  dispatchedAt: at,
})

const sortedBy: Effect<Payloads['handDown']> = (m, { unitId, unitPath, level }) => ({
  centreId: unitId,
  centrePath: unitPath,
  centreLevel: level,
  level,
  involved: add(m.involved, unitId),
  dispatchedAt: null,
  ...inNobodysHands,
  ...running,
})

/** Verb → what changes beside state, holder and version. A table of pure functions: the log replayed gives the columns. */
const effects: { [V in Exclude<Verb, 'receive'>]: Effect<V extends keyof Payloads ? Payloads[V] : unknown> } =
  {
    accept: none,
    refuse: (_m, _p, { at }) => ({
      ...{ closedAt: at, closureKind: 'notAccepted', questionOpen: false },
      ...running,
    }),
    triage: (_m, { title, kind, categoryCode, urgency }) => ({ title, kind, categoryCode, urgency }),
    dispatch: sentTo,
    sign: (m, _p, { actorId }) => ({ handlerId: actorId, workedBy: add(m.workedBy, actorId) }),
    return: (m) => ({ returnedBy: add(m.returnedBy, m.holderId), ...inNobodysHands, ...running }),
    rule: (m, payload, action) => ({ ...sentTo(m, payload, action), ruled: true }),
    escalate: (m, payload, action) => ({
      ...sortedBy(m, payload, action),
      passedUp: add(m.passedUp, payload.fromArea),
      ruled: false,
      questionOpen: false,
    }),
    handDown: sortedBy,
    handOver: (m, { accountId }) => ({ handlerId: accountId, workedBy: add(m.workedBy, accountId) }),
    assist: (m, { units, task }, { at }) => ({
      involved: addAll(m.involved, units),
      parts: [
        ...m.parts,
        ...units.map(({ id, name }) => ({
          ...{ unitId: id, unitName: name, task, askedAt: at },
          ...{ outcome: null, text: null, answeredAt: null },
        })),
      ],
    }),
    answerPart: (m, { unitId, outcome, text }, action) => ended(m, outcome, action, { unitId, text }),
    dropPart: (m, { unitId }, action) => ended(m, 'dropped', action, { unitId }),
    askHold: (_m, { why, days }, { at, actorId }) => ({
      request: { kind: 'hold', by: actorId, at, why, amount: days },
      denied: null,
    }),
    askExtend: (_m, { amount }, { at, actorId }) => ({
      request: { kind: 'extend', by: actorId, at, amount },
      denied: null,
    }),
    askVoid: (_m, { why }, { at, actorId }) => ({
      request: { kind: 'void', by: actorId, at, why },
      denied: null,
    }),
    askReview: ({ denied }, _p, { at, actorId }) => ({
      request: denied && { ...denied.request, by: actorId, at, again: { by: denied.by, from: denied.from } },
      denied: null,
    }),
    grantHold: ({ request }) => ({
      request: null,
      // The time of waiting for the approval is not the handling unit's: it stands still since the asking.
      held: request?.kind === 'hold' ? { why: request.why, since: request.at, days: request.amount } : null,
    }),
    grantExtend: ({ extensions }) => ({ request: null, extensions: extensions + 1 }),
    void: (_m, _p, { at }) => ({ closedAt: at, closureKind: 'voided', questionOpen: false, ...running }),
    deny: ({ request }, { path }, { at, actorId }) => ({
      request: null,
      denied:
        request && request.kind !== 'void' && !request.again && path !== undefined
          ? { request, by: actorId, from: path, at }
          : null,
    }),
    resume: () => ({ held: null }),
    expedite: (m) => ({ expedited: m.expedited + 1 }),
    copy: (m, { units }) => ({ involved: addAll(m.involved, units) }),
    contact: none,
    progress: none,
    ask: () => ({ questionOpen: true }),
    answer: () => ({ questionOpen: false }),
    submit: (m, { result }, { actorId }) => ({
      ...{ result, submittedBy: actorId, questionOpen: false },
      workedBy: add(m.workedBy, actorId),
      ...running,
    }),
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
      ...inNobodysHands,
      submittedBy: null,
      workedBy: [],
      returnedBy: [],
      ...{ ruled: false, extensions: 0, archivedAt: null, retention: null },
      ...unasked,
    }),
    keepClosed: () => ({ reopenAsked: false }),
    withdraw: (_m, _p, { at }) => ({
      ...{ closedAt: at, closureKind: 'withdrawn', questionOpen: false },
      ...running,
    }),
    merge: (_m, { intoId }, { at }) => ({
      ...{ closedAt: at, closureKind: 'joined', joinedInto: intoId },
      ...{ appeals: 0, hasContact: false, questionOpen: false },
      ...running,
    }),
    split: (_m, { left, hasContact }) => ({ appeals: left, hasContact }),
    // What the others answered is not the answer of the one who has just come.
    join: (m, { hasContact, voices = 1 }) => ({
      appeals: m.appeals + voices,
      hasContact: m.hasContact || hasContact,
      ...(m.state === 'submitted' || m.state === 'revisiting' ? unasked : {}),
    }),
    note: none,
    ...{ addParty: none, editParty: none, removeParty: none, relate: none, unrelate: none },
    correct: (m, { title, placeText }) => ({ title: title ?? m.title, placeText: placeText ?? m.placeText }),
    mediate: (m, { mediation, unitIds = [] }) => ({
      mediation,
      involved: addAll(
        m.involved,
        unitIds.map((id) => ({ id })),
      ),
    }),
    petition: (m, { unitIds = [], lock }) => ({
      involved: unitIds.reduce<readonly string[]>(add, m.involved),
      ...(lock ? { sensitive: true, needToKnow: lock.reduce<readonly string[]>(add, m.needToKnow) } : {}),
    }),
    archive: (_m, { retention }, { at }) => ({ archivedAt: at, retention }),
    settleSubject: (_m, { hasContact, title }) => ({
      hasContact,
      ...(title === undefined ? {} : { title, story: erasedTitle }),
    }),
  }

function born(payload: Payloads['receive'], action: Action): Matter {
  const { words, splitFrom: _told, ...facts } = payload
  return {
    id: action.matterId,
    state: 'received',
    ...facts,
    centreLevel: payload.level,
    story: words,
    holderId: payload.centreId,
    holderPath: payload.centrePath,
    handlingId: null,
    handlingPath: null,
    handlerId: null,
    involved: [payload.centreId],
    ...{ returnedBy: [], ruled: false, passedUp: [], dispatchedAt: null },
    ...{ submittedBy: null, workedBy: [], parts: [], request: null, denied: null, held: null },
    ...{ extensions: 0, expedited: 0, joinedInto: null, archivedAt: null, retention: null, mediation: null },
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
  const state = stateAfter(action.verb, matter.state)
  const changed: Matter = {
    ...matter,
    ...effect(matter, action.payload, action),
    state,
    version: matter.version + 1,
  }
  // Nobody waits for the parts of what has ended.
  const parts = state === 'closed' && matter.state !== 'closed' ? ended(changed, 'dropped', action) : {}
  return { ...changed, ...parts, ...holderAfter(action.verb, changed) }
}
