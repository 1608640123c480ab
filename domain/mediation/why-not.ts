import { type Day, dayOf } from '../calendar/days.ts'
import { isPrincipal, type Party, type Side } from '../party/party.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { inForce, pending, whyNotConfirm, whyNotDraft } from './agreement.ts'
import { powerFor, whyNotActFor, whyNotMandate, whyNotProof } from './authority.ts'
import { dueOn, mostExtension } from './limit.ts'
import { allAgree, answerOf, type Mediation, mediatorsOf, remaining, takingPart } from './mediation.ts'
import { mediationMoveOf, type Step, steps } from './moves.ts'
import { whyNotAnswer, whyNotOffer } from './offers.ts'
import type { StepPayloads } from './payloads.ts'
import { whyNotPerform } from './performance.ts'
import { obstacles, whyUnsuitable } from './suitability.ts'

/** Who takes a step: somebody of the staff, of a unit that may mediate in this matter or not; or a party by its link. */
export type MediationActor =
  | { kind: 'staff'; accountId: string; isOfUnit: boolean }
  | { kind: 'party'; partyId: string }

/** What a guard looks at beside the mediation: the parties of the matter as they stand, the instant and its day. */
export type StepFacts = { present: readonly Party[]; today: Day; now: number }

/** Who may take a step at all, whatever its input. Refusals: `notYours`, `notYourself` (a revisit by who mediated), `mediationNotNow` (facts: state). */
export function whyNotTake(step: Step, m: Mediation | undefined, actor: MediationActor): Refusal | undefined {
  const move = mediationMoveOf(step)
  if (actor.kind === 'party') {
    if (!move.party) return refuse('notYours')
  } else if (!actor.isOfUnit) return refuse('notYours')
  else if (m) {
    const isMediator = mediatorsOf(m).some((one) => one.accountId === actor.accountId)
    if (move.by === 'mediator' && !isMediator) return refuse('notYours')
    if (move.by === 'other' && m.mediators.some((one) => one.accountId === actor.accountId))
      return refuse('notYourself')
  }
  const isNow = m ? move.from.includes(m.state) : move.from.length === 0
  if (!isNow) return refuse('mediationNotNow', { state: m?.state ?? '' })
  return m && step !== 'end' && isStopped(m) ? refuse('oneSideLeft') : undefined
}

/** One clear refusal stops everything: with nobody left on a side it can only be ended (Mediation Act art. 17). */
const isStopped = (m: Mediation) =>
  (m.state === 'asking' || m.state === 'running') && !hasBothSides(m) && inForce(m).length === 0

type Guard<S extends Step> = (m: Mediation, input: StepPayloads[S], facts: StepFacts) => Refusal | undefined

const participant = (m: Mediation, partyId: string) => m.participants.find((one) => one.partyId === partyId)

/** A party of this mediation that has not left. */
function whyNotHere(m: Mediation, partyId: string): Refusal | undefined {
  const one = participant(m, partyId)
  if (!one) return refuse('noSuchParty', undefined, 'partyId')
  return one.standing === 'out' ? refuse('partyLeft', undefined, 'partyId') : undefined
}

const sidesOf = (m: Mediation): ReadonlySet<Side> => new Set(remaining(m).map((one) => one.side))
/** Whether there is still somebody on either side. */
export const hasBothSides = (m: Mediation) => sidesOf(m).has('a') && sidesOf(m).has('b')

const agreementOf = (m: Mediation, id: string) => m.agreements.find((one) => one.id === id)

function whyNotSigning(m: Mediation, id: string, version: number): Refusal | undefined {
  const agreement = agreementOf(m, id)
  if (!agreement || agreement.droppedAt !== null) return refuse('noSuchAgreement', undefined, 'agreementId')
  return agreement.version === version
    ? undefined
    : refuse('otherWording', { version: agreement.version }, 'version')
}

const guards: { [S in Exclude<Step, 'open'>]?: Guard<S> } = {
  tell: (m, p, { present, today }) =>
    whyNotHere(m, p.partyId) ?? whyNotActFor(m, present, p.partyId, p.by, 'receive', today) ?? whyNotProof(p),
  consent: (m, p, { present, today }) => {
    const here = whyNotHere(m, p.partyId)
    if (here) return here
    const one = participant(m, p.partyId)
    // told before asked: people's mediation rules art. 30
    if (one?.told === null) return refuse('tellFirst', undefined, 'partyId')
    if (p.topic === 'extension' && m.extensionRound % 2 === 0)
      return refuse('nothingAsked', undefined, 'topic')
    // a no to what is agreed already takes nothing back: Mediation Act art. 31
    if (p.topic === 'mediate' && !p.answer && inForce(m).some(({ partyIds }) => partyIds.includes(p.partyId)))
      return refuse('agreementBinds')
    return whyNotActFor(m, present, p.partyId, p.by, powerFor[p.topic], today) ?? whyNotProof(p)
  },
  mandate: (_m, p, { present }) => whyNotMandate(present, p),
  revokeMandate: (m, { mandateId }) =>
    m.mandates.some((one) => one.id === mandateId && one.revokedAt === null)
      ? undefined
      : refuse('noMandate', undefined, 'mandateId'),
  appoint: (m, { accountId, part }) => {
    if (mediatorsOf(m).some((one) => one.accountId === accountId))
      return refuse('alreadyMediates', undefined, 'accountId')
    if (m.mediators.some((one) => one.accountId === accountId))
      return refuse('recused', undefined, 'accountId')
    // outsiders only with everybody's agreement: Mediation Act art. 20
    return part === 'expert' && !allAgree(m, 'outsiders')
      ? refuse('outsidersFirst', undefined, 'part')
      : undefined
  },
  recuse: (m, { accountId }) =>
    mediatorsOf(m).some((one) => one.accountId === accountId)
      ? undefined
      : refuse('noSuchMediator', undefined, 'accountId'),
  begin: (m) => whyNotBegin(m),
  schedule: (m, { kind, partyIds, startsAt }, { today }) => {
    if (dayOf(startsAt) < today) return refuse('dayPassed', { day: dayOf(startsAt) }, 'startsAt')
    const those = partyIds.map((id) => participant(m, id))
    if (those.some((one) => one?.standing !== 'in')) return refuse('notTakingPart', undefined, 'partyIds')
    const sides = new Set(those.map((one) => one?.side))
    if (kind === 'caucus' && sides.size !== 1) return refuse('caucusOneSide', undefined, 'partyIds')
    return kind === 'joint' && sides.size < 2 ? refuse('jointBothSides', undefined, 'partyIds') : undefined
  },
  reply: (m, { sessionId, partyId }) =>
    m.sessions.some(
      (one) => one.id === sessionId && one.state === 'planned' && one.partyIds.includes(partyId),
    )
      ? undefined
      : refuse('noSuchSession', undefined, 'sessionId'),
  cancel: (m, { sessionId }) => whyNotPlanned(m, sessionId),
  hold: (m, { sessionId, present, hasInvited }) => {
    const planned = whyNotPlanned(m, sessionId)
    if (planned) return planned
    const session = m.sessions.find((one) => one.id === sessionId)
    if (present.length === 0 || !present.every((id) => session?.partyIds.includes(id)))
      return refuse('notTakingPart', undefined, 'present')
    // an interpreter is no outsider: without one, who speaks another language does not take part at all
    return hasInvited && !allAgree(m, 'outsiders')
      ? refuse('outsidersFirst', undefined, 'invited')
      : undefined
  },
  signRecord: (m, p, { present, today }) => {
    const session = m.sessions.find((one) => one.id === p.sessionId)
    if (session?.state !== 'held' || !session.present.includes(p.partyId))
      return refuse('noSuchSession', undefined, 'sessionId')
    return whyNotActFor(m, present, p.partyId, p.by, 'sign', today) ?? whyNotProof(p)
  },
  offer: (m, p, facts) => whyNotOffer(m, p, facts) ?? whyNotProof(p),
  answerOffer: (m, p, facts) => whyNotAnswer(m, p, 'toId', facts) ?? whyNotProof(p),
  withdrawOffer: (m, p, facts) => whyNotAnswer(m, p, 'partyId', facts) ?? whyNotProof(p),
  askExtension: (m, { days }) => {
    if (days > mostExtension) return refuse('extensionTooLong', { days: mostExtension }, 'days')
    const isDenied = remaining(m).some((one) => answerOf(one, 'extension', m.extensionRound) === false)
    return m.extensionRound % 2 === 1 && !isDenied ? refuse('alreadyAsked') : undefined
  },
  extend: (m, { days }, { today }) => {
    if (m.extensionRound % 2 === 0) return refuse('nothingAsked')
    if (days > mostExtension) return refuse('extensionTooLong', { days: mostExtension }, 'days')
    const due = dueOn(m, today)
    if (due !== null && today > due) return refuse('mediationOver', { day: due })
    return allAgree(m, 'extension') ? undefined : refuse('notAllAgree')
  },
  pause: (m) => (m.pauses.some(({ toOn }) => toOn === null) ? refuse('alreadyHeld') : undefined),
  resume: (m) => (m.pauses.some(({ toOn }) => toOn === null) ? undefined : refuse('notHeld')),
  draft: (m, draft, { today }) => {
    const before = agreementOf(m, draft.id)
    if (before && (before.droppedAt !== null || inForce(m).includes(before)))
      return refuse('agreementFixed', undefined, 'id')
    return whyNotDraft(m, draft, today)
  },
  dropDraft: (m, { agreementId }) =>
    pending(m).some((one) => one.id === agreementId)
      ? undefined
      : refuse('noSuchAgreement', undefined, 'agreementId'),
  sign: (m, p, { present, today }) => {
    const refused = whyNotHere(m, p.partyId) ?? whyNotSigning(m, p.agreementId, p.version)
    if (refused) return refused
    const agreement = agreementOf(m, p.agreementId)
    if (agreement?.kind === 'oral') return refuse('oralUnsigned')
    if (!agreement?.partyIds.includes(p.partyId)) return refuse('noSuchParty', undefined, 'partyId')
    if (agreement.signatures.some((one) => one.partyId === p.partyId)) return refuse('alreadySigned')
    if (p.way === 'oral') return refuse('signInHand', undefined, 'way')
    if (p.fileId === null) return refuse('missingField', { field: 'fileId' }, 'fileId')
    return whyNotActFor(m, present, p.partyId, p.by, 'sign', today) ?? whyNotProof(p)
  },
  signAsMediator: (m, { agreementId, version }) => {
    const refused = whyNotSigning(m, agreementId, version)
    if (refused) return refused
    return agreementOf(m, agreementId)?.mediatorAt === null ? undefined : refuse('alreadySigned')
  },
  seal: (m, { agreementId, version }) => {
    const refused = whyNotSigning(m, agreementId, version)
    if (refused) return refused
    const agreement = agreementOf(m, agreementId)
    if (agreement?.kind === 'oral') return refuse('oralUnsigned')
    if (agreement?.sealAt !== null) return refuse('alreadySealed')
    const isComplete = agreement.partyIds.every((id) =>
      agreement.signatures.some((one) => one.partyId === id),
    )
    // the seal stands under what all have signed: it is the last
    return isComplete && agreement.mediatorAt !== null ? undefined : refuse('signFirst')
  },
  leave: (m, p, { present, today }) =>
    whyNotHere(m, p.partyId) ??
    (inForce(m).some((one) => one.partyIds.includes(p.partyId)) ? refuse('agreementBinds') : undefined) ??
    whyNotActFor(m, present, p.partyId, p.by, 'applyEnd', today) ??
    (p.routes.length === 0 ? refuse('missingField', { field: 'routes' }, 'routes') : undefined) ??
    whyNotProof(p),
  settle: (m) => {
    if (inForce(m).length === 0) return refuse('notInForce')
    if (pending(m).length > 0) return refuse('draftsOpen', { count: pending(m).length })
    const bound = new Set(inForce(m).flatMap(({ partyIds }) => partyIds))
    const loose = takingPart(m).filter((one) => !bound.has(one.partyId)).length
    return loose > 0 ? refuse('partiesUnbound', { count: loose }) : undefined
  },
  end: (m, { routes }) => {
    if (routes.length === 0) return refuse('missingField', { field: 'routes' }, 'routes')
    return inForce(m).length > 0 ? refuse('agreementBinds') : undefined
  },
  perform: (m, p, { today }) => whyNotPerform(m, p, today),
  miss: (m, { agreementId, obligationId }) =>
    whyNotPerform(
      m,
      { agreementId, obligationId, fen: 0, whole: false, on: '0001-01-01', fileId: null },
      null,
    ),
  confirm: (m, { agreementId, state, on }, { today }) => {
    const agreement = agreementOf(m, agreementId)
    if (!agreement) return refuse('noSuchAgreement', undefined, 'agreementId')
    if (on > today) return refuse('dayToCome', undefined, 'on')
    const last = agreement.confirmations.at(-1)?.state
    if (state === 'applied') return whyNotConfirm(m.type, agreement, on)
    const follows = state === 'accepted' ? last === 'applied' : last === 'applied' || last === 'accepted'
    return follows ? undefined : refuse('confirmOrder')
  },
  file: (m) => (m.revisits.length > 0 || m.state === 'ended' ? undefined : refuse('mediationRevisitFirst')),
}

function whyNotPlanned(m: Mediation, sessionId: string): Refusal | undefined {
  return m.sessions.some((one) => one.id === sessionId && one.state === 'planned')
    ? undefined
    : refuse('noSuchSession', undefined, 'sessionId')
}

/** Begun once everybody who has not refused was told and has agreed, with a mediator (Mediation Act arts 17, 19; rules art. 30). */
function whyNotBegin(m: Mediation): Refusal | undefined {
  if (mediatorsOf(m).length === 0) return refuse('mediatorFirst')
  if (!hasBothSides(m)) return refuse('oneSideLeft')
  const waiting = remaining(m).filter((one) => one.told === null || answerOf(one, 'mediate') !== true).length
  return waiting > 0 ? refuse('consentFirst', { count: waiting }) : undefined
}

/**
 * Whether a mediation may be opened. Refusals: `unsuitable` (facts: article, route), `oneSideLeft` (nobody on a side),
 * `noSuchParty`, `mediatorFirst`, `oneLead`.
 */
export function whyNotOpen(input: StepPayloads['open'], present: readonly Party[]): Refusal | undefined {
  const obstacle = whyUnsuitable(input.type, input.obstacles)
  if (obstacle) {
    const { article, routes } = obstacles[obstacle]
    return refuse('unsuitable', { article, route: routes[0] }, 'obstacles')
  }
  const those = input.parties.map(({ id }) => present.find((one) => one.id === id))
  if (those.some((one) => !one || !isPrincipal(one))) return refuse('noSuchParty', undefined, 'partyIds')
  const sides = new Set(those.map((one) => one?.side))
  if (!sides.has('a') || !sides.has('b')) return refuse('oneSideLeft', undefined, 'partyIds')
  if (input.mediators.length === 0) return refuse('mediatorFirst', undefined, 'mediators')
  return input.mediators.filter(({ part }) => part === 'lead').length === 1
    ? undefined
    : refuse('oneLead', undefined, 'mediators')
}

/** A party by its link acts for itself or for whom it acts, and nothing else. */
function whyNotOwn(actor: MediationActor, payload: unknown): Refusal | undefined {
  if (actor.kind === 'staff') return undefined
  const { by, partyId } = payload as { by?: string; partyId?: string | null }
  return (by ?? partyId) === actor.partyId ? undefined : refuse('notYours')
}

/**
 * Why this step may not be taken now with this input; undefined: it may. Refusals: those of `whyNotTake`, `whyNotOpen` and of
 * the rules of the step.
 */
export function whyNotStep<S extends Step>(
  step: S,
  m: Mediation | undefined,
  actor: MediationActor,
  payload: StepPayloads[S],
  facts: StepFacts,
): Refusal | undefined {
  const refused = whyNotTake(step, m, actor) ?? whyNotOwn(actor, payload)
  if (refused) return refused
  if (!m) return whyNotOpen(payload as StepPayloads['open'], facts.present)
  const guard = guards[step as Exclude<Step, 'open'>] as Guard<Step> | undefined
  return guard?.(m, payload, facts)
}

/** Steps that need no input to know that they cannot be taken yet. */
const plain = ['begin', 'settle', 'file'] as const

/** The steps somebody may take now, in the order of the table. */
export function mayTake(m: Mediation, actor: MediationActor, facts: StepFacts): Step[] {
  return steps.filter((step) => {
    if (whyNotTake(step, m, actor)) return false
    const isPlain = (plain as readonly Step[]).includes(step)
    return !isPlain || whyNotStep(step, m, actor, {}, facts) === undefined
  })
}
