import { limitDays } from './limit.ts'
import type { Act, Agreement, Mediation, Obligation, Participant, Session } from './mediation.ts'
import { mediationMoveOf, type Step } from './moves.ts'
import { lapsed, withEnd, withOffer } from './offers.ts'
import type { How, StepPayloads } from './payloads.ts'

export type StepAction<S extends Step = Step> = {
  step: S
  at: number
  mediationId: string
  matterId: string
  payload: StepPayloads[S]
}

type Effect<S extends Step> = (m: Mediation, payload: StepPayloads[S], at: number) => Partial<Mediation>

const none = () => ({})
const actOf = ({ by, way, fileId, textId }: How, at: number): Act => ({ at, by, way, fileId, textId })

const participantsWith = (m: Mediation, partyId: string, change: (one: Participant) => Participant) => ({
  participants: m.participants.map((one) => (one.partyId === partyId ? change(one) : one)),
})
const sessionsWith = (m: Mediation, id: string, change: (one: Session) => Session) => ({
  sessions: m.sessions.map((one) => (one.id === id ? change(one) : one)),
})
const agreementsWith = (m: Mediation, id: string, change: (one: Agreement) => Agreement) => ({
  agreements: m.agreements.map((one) => (one.id === id ? change(one) : one)),
})
const obligationsWith = (
  m: Mediation,
  agreementId: string,
  id: string,
  change: (one: Obligation) => Obligation,
) =>
  agreementsWith(m, agreementId, (one) => ({
    ...one,
    obligations: one.obligations.map((each) => (each.id === id ? change(each) : each)),
  }))

const unsigned = {
  signatures: [],
  mediatorAt: null,
  mediatorId: null,
  sealAt: null,
  confirmations: [],
  droppedAt: null,
} as const

/** Whoever leaves has signed nothing that is not in force yet: those drafts wait for nobody and are dropped. */
function left(m: Mediation, partyId: string, at: number): Partial<Mediation> {
  const isOpen = (one: Agreement) =>
    one.droppedAt === null && one.sealAt === null && one.partyIds.includes(partyId)
  return {
    ...participantsWith(m, partyId, (one) => ({ ...one, standing: 'out', outAt: at })),
    agreements: m.agreements.map((one) => (isOpen(one) ? { ...one, droppedAt: at } : one)),
    offers: lapsed(m, at, (one) => one.partyId === partyId || one.toId === partyId),
  }
}

/** Step → what changes. The log replayed gives the record. */
const effects: { [S in Exclude<Step, 'open'>]: Effect<S> } = {
  tell: (m, p, at) => participantsWith(m, p.partyId, (one) => ({ ...one, told: actOf(p, at) })),
  consent: (m, p, at) => {
    const round = p.topic === 'extension' ? m.extensionRound : 0
    const consent = { ...actOf(p, at), topic: p.topic, answer: p.answer, round }
    const with_ = participantsWith(m, p.partyId, (one) => ({
      ...one,
      consents: [...one.consents, consent],
      standing: p.topic === 'mediate' && p.answer ? 'in' : one.standing,
    }))
    return p.topic === 'mediate' && !p.answer ? { ...left({ ...m, ...with_ }, p.partyId, at) } : with_
  },
  mandate: (m, p) => ({ mandates: [...m.mandates, { ...p, revokedAt: null }] }),
  revokeMandate: (m, { mandateId }, at) => ({
    mandates: m.mandates.map((one) => (one.id === mandateId ? { ...one, revokedAt: at } : one)),
  }),
  appoint: (m, { accountId, part }, at) => ({
    mediators: [
      // one lead at a time
      ...m.mediators.map((one) =>
        part === 'lead' && one.part === 'lead' ? { ...one, part: 'member' as const } : one,
      ),
      { accountId, part, since: at, until: null, disclosedAt: null },
    ],
  }),
  disclose: (m, { accountId, conflict }, at) => ({
    mediators: m.mediators.map((one) =>
      one.accountId === accountId
        ? { ...one, disclosedAt: at, ...(conflict ? { hasConflict: true as const } : {}) }
        : one,
    ),
  }),
  recuse: (m, { accountId }, at) => ({
    mediators: m.mediators.map((one) =>
      one.accountId === accountId && one.until === null ? { ...one, until: at } : one,
    ),
  }),
  begin: none,
  schedule: (m, p) => ({
    sessions: [
      ...m.sessions,
      {
        ...{ ...p, no: m.sessions.length + 1, replies: [], state: 'planned' },
        ...{ heldAt: null, present: [], methods: [], recordId: null, signed: [] },
      },
    ],
  }),
  reply: (m, { sessionId, partyId, comes }, at) =>
    sessionsWith(m, sessionId, (one) => ({
      ...one,
      replies: [...one.replies.filter((each) => each.partyId !== partyId), { partyId, comes, at }],
    })),
  cancel: (m, { sessionId }, at) => ({
    ...sessionsWith(m, sessionId, (one) => ({ ...one, state: 'cancelled' })),
    offers: lapsed(m, at, (one) => one.sessionId === sessionId),
  }),
  hold: (m, { sessionId, heldAt, present, methods, recordId }, at) => ({
    ...sessionsWith(m, sessionId, (one) => ({ ...one, state: 'held', heldAt, present, methods, recordId })),
    offers: lapsed(m, at, (one) => one.sessionId === sessionId),
  }),
  signRecord: (m, p, at) =>
    sessionsWith(m, p.sessionId, (one) => ({
      ...one,
      signed: [
        ...one.signed.filter((each) => each.partyId !== p.partyId),
        { ...actOf(p, at), partyId: p.partyId },
      ],
    })),
  offer: (m, p, at) => ({ offers: withOffer(m, p, at) }),
  answerOffer: (m, { offerId, answer, by }, at) => ({
    offers: withEnd(m, offerId, answer ? 'accepted' : 'declined', at, by),
  }),
  withdrawOffer: (m, { offerId, by }, at) => ({ offers: withEnd(m, offerId, 'withdrawn', at, by) }),
  // odd while it is asked for; after a no it may be asked anew
  askExtension: (m) => ({ extensionRound: m.extensionRound + (m.extensionRound % 2 === 0 ? 1 : 2) }),
  extend: (m, { days }) => ({ extendedDays: m.extendedDays + days, extensionRound: m.extensionRound + 1 }),
  pause: (m, { why, fromOn }) => ({ pauses: [...m.pauses, { why, fromOn, toOn: null }] }),
  resume: (m, { toOn }) => ({ pauses: m.pauses.map((one) => (one.toOn === null ? { ...one, toOn } : one)) }),
  draft: (m, { id, kind, partyIds, obligations, wholeFen, shares, reachedOn, termsId }, at) => {
    const before = m.agreements.find((one) => one.id === id)
    const agreement: Agreement = {
      ...{ id, kind, partyIds, termsId, wholeFen, shares, reachedOn, draftedAt: at },
      no: before?.no ?? m.agreements.length + 1,
      version: (before?.version ?? 0) + 1,
      obligations: obligations.map((one) => ({ ...one, done: [], missedAt: null })),
      // what was signed was another wording
      ...unsigned,
    }
    return {
      agreements: before
        ? m.agreements.map((one) => (one.id === id ? agreement : one))
        : [...m.agreements, agreement],
    }
  },
  dropDraft: (m, { agreementId }, at) => agreementsWith(m, agreementId, (one) => ({ ...one, droppedAt: at })),
  sign: (m, p, at) =>
    agreementsWith(m, p.agreementId, (one) => ({
      ...one,
      signatures: [...one.signatures, { ...actOf(p, at), partyId: p.partyId }],
    })),
  signAsMediator: (m, { agreementId, accountId }, at) =>
    agreementsWith(m, agreementId, (one) => ({ ...one, mediatorAt: at, mediatorId: accountId })),
  seal: (m, { agreementId }, at) => agreementsWith(m, agreementId, (one) => ({ ...one, sealAt: at })),
  leave: (m, { partyId, routes }, at) => ({
    ...left(m, partyId, at),
    routes: [...new Set([...m.routes, ...routes])],
  }),
  settle: (m, { averted = {} }, at) => ({ agreedAt: at, averted, offers: lapsed(m, at, () => true) }),
  end: (m, { reason, routes, averted = {} }, at) => ({
    endedAt: at,
    averted,
    endReason: reason,
    routes: [...new Set([...m.routes, ...routes])],
    sessions: m.sessions.map((one) =>
      one.state === 'planned' ? { ...one, state: 'cancelled' as const } : one,
    ),
    agreements: m.agreements.map((one) => (one.droppedAt === null ? { ...one, droppedAt: at } : one)),
    offers: lapsed(m, at, () => true),
  }),
  perform: (m, { agreementId, obligationId, fen, whole, on, fileId }, at) =>
    obligationsWith(m, agreementId, obligationId, (one) => ({
      ...one,
      done: [...one.done, { at, fen, whole, on, fileId }],
    })),
  miss: (m, { agreementId, obligationId }, at) =>
    obligationsWith(m, agreementId, obligationId, (one) => ({ ...one, missedAt: at })),
  confirm: (m, { agreementId, state, on }, at) =>
    agreementsWith(m, agreementId, (one) => ({
      ...one,
      confirmations: [...one.confirmations, { state, on, at }],
    })),
  revisit: (m, p, at) => ({ revisits: [...m.revisits, { ...p, at }] }),
  file: (_m, _p, at) => ({ filedAt: at }),
}

function opened({ mediationId, matterId, payload, at }: StepAction<'open'>): Mediation {
  const { type, source, stage, committeeId, year, no, mediators, parties } = payload
  return {
    ...{ id: mediationId, matterId, state: 'asking', type, source, committeeId, year, no },
    ...{ limitDays: limitDays(source, stage), extendedDays: 0, extensionRound: 0, pauses: [] },
    mediators: mediators.map((one) => ({ ...one, since: at, until: null, disclosedAt: null })),
    participants: parties.map(({ id, side }) => ({
      ...{ partyId: id, side, standing: 'asked', told: null, consents: [], outAt: null },
    })),
    ...{ mandates: [], sessions: [], agreements: [], offers: [], revisits: [], routes: [] },
    ...{ openedAt: at, endedAt: null, endReason: null, agreedAt: null, filedAt: null, version: 1 },
  }
}

/**
 * The mediation after one step. In: it before (undefined where it begins) and the step. Out: the new one; the old is untouched.
 * Whether the step is allowed was asked before (`whyNotStep`).
 */
export function afterStep(m: Mediation | undefined, action: StepAction): Mediation {
  if (action.step === 'open') return opened(action as StepAction<'open'>)
  if (!m) throw new Error(`a mediation begins with open, not ${action.step}`)
  const effect = effects[action.step] as Effect<Step>
  const { to } = mediationMoveOf(action.step)
  return {
    ...m,
    ...effect(m, action.payload, action.at),
    state: to === 'same' ? m.state : to,
    version: m.version + 1,
  }
}
