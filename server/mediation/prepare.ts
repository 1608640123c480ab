import type { StepInput } from '#contract/mediation-steps.ts'
import { stepInputs } from '#contract/mediation-steps.ts'
import type { MoveInput } from '#contract/moves.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { avertedOf } from '#domain/mediation/averted.ts'
import { afterStep } from '#domain/mediation/effects.ts'
import type { SessionRecord } from '#domain/mediation/forms/facts.ts'
import type { Mediation } from '#domain/mediation/mediation.ts'
import type { Step } from '#domain/mediation/moves.ts'
import type { How, StepPayloads } from '#domain/mediation/payloads.ts'
import { type MediationActor, whyNotStep, whyNotTake } from '#domain/mediation/why-not.ts'
import { reachingSeat, reachOf } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import { allReach } from '../colleague/queries.ts'
import { parse } from '../http/parse.ts'
import { insist, Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import type { Moment } from '../matter/prepare.ts'
import { findUnit } from '../org/queries.ts'
import { listPresent, partyOf } from '../party/queries.ts'
import { listMediators, listMimes, listOfMatter } from './queries.ts'
import { lockMediation, type NewText, nextNo } from './store.ts'
import { whyNotTime } from './times.ts'

/** What a step writes beside the matter: the mediation after it, the texts it seals, the files it takes. */
export type Mediated = {
  before: Mediation | undefined
  next: Mediation
  texts: readonly NewText[]
  files: readonly string[]
}

type Kit = { moment: Moment; m: Mediation | undefined; texts: NewText[] }

/** Seals a text beside the step. Out: its id, or null where there is none. */
function keep({ texts, moment }: Kit, kind: NewText['kind'], value: unknown): string | null {
  if (value === undefined || value === '') return null
  const id = newId(moment.now)
  texts.push({ id, kind, value })
  return id
}
const kept = (kit: Kit, kind: NewText['kind'], value: unknown): string =>
  keep(kit, kind, value) ?? newId(kit.moment.now)

type HowInput = Pick<StepInput<'tell'>, 'byId' | 'way' | 'fileId' | 'witness'>
const howOf = (kit: Kit, { byId, way, fileId, witness }: HowInput): How => ({
  by: byId,
  way,
  fileId: fileId ?? null,
  textId: keep(kit, 'witness', witness),
})
const ofParty = (kit: Kit, input: HowInput & { partyId: string }) => ({
  partyId: input.partyId,
  ...howOf(kit, input),
})

const meOf = ({ moment: { actor } }: Kit) => (actor.kind === 'staff' ? actor.accountId : '')

/** What each step leaves in the history, out of what was handed in; words go under seal. */
const payloads: {
  [S in Step]: (kit: Kit, input: StepInput<S>) => StepPayloads[S] | Promise<StepPayloads[S]>
} = {
  open: async (kit, input) => {
    const { moment } = kit
    const { tx, actor, matter, now } = moment
    const committeeId = input.committeeId ?? matter.handlingId ?? matter.holderId
    const committee = await findUnit(tx, actor.districtId, committeeId, now)
    if (!committee || committee.isClosed)
      throw new Refused(refuse('notATarget', { unit: committee?.name ?? '' }, 'committeeId'))
    const present = (await listPresent(tx, actor.districtId, matter.id)).map(partyOf)
    const parties = input.partyIds.map((id) => ({
      id,
      side: present.find((one) => one.id === id)?.side ?? ('third' as const),
    }))
    const { type, source, stage, obstacles, mediators } = input
    keep(kit, 'story', { story: input.story, requests: input.requests })
    return {
      type,
      source,
      stage,
      obstacles,
      committeeId,
      committeeName: committee.name,
      mediators,
      parties,
      year: 0,
      no: 0,
    }
  },
  tell: ofParty,
  consent: (kit, input) => ({ ...ofParty(kit, input), topic: input.topic, answer: input.answer }),
  mandate: (_kit, input) => input,
  revokeMandate: (_kit, input) => input,
  appoint: (_kit, input) => input,
  disclose: (kit, { conflict, text }) => ({
    accountId: meOf(kit),
    conflict,
    textId: keep(kit, 'conflict', text),
  }),
  recuse: (kit, { accountId, partyId, reason }) => ({
    accountId,
    partyId,
    textId: kept(kit, 'reason', reason),
  }),
  begin: () => ({}),
  schedule: (kit, { id, kind, way, startsAt, minutes, roomId, partyIds, place }) => {
    keep(kit, 'place', place ? { sessionId: id, place } : undefined)
    return { id, kind, way, startsAt: Date.parse(startsAt), minutes, roomId, partyIds }
  },
  reply: (_kit, input) => input,
  cancel: (kit, { sessionId, reason }) => ({ sessionId, textId: kept(kit, 'reason', reason) }),
  hold: (kit, { sessionId, heldAt, present, methods, ...said }) => {
    const isCaucus = kit.m?.sessions.find((one) => one.id === sessionId)?.kind === 'caucus'
    const { subject, record, invited, interpreter } = said
    const words: SessionRecord = {
      ...{ subject, record },
      ...(invited ? { invited } : {}),
      ...(interpreter ? { interpreter } : {}),
    }
    const recordId = kept(kit, isCaucus ? 'caucus' : 'record', words)
    const hasInvited = invited ? ({ hasInvited: true } as const) : {}
    return { sessionId, heldAt: Date.parse(heldAt), present, methods, recordId, ...hasInvited }
  },
  signRecord: (kit, input) => ({ ...ofParty(kit, input), sessionId: input.sessionId }),
  offer: (kit, input) => {
    const { id, sessionId, toId, counters, expiresAt, fen, payer, terms } = input
    const missing = fen === null ? (terms ? null : 'terms') : payer === null ? 'payer' : null
    if (missing !== null) throw new Refused(refuse('missingField', { field: missing }, missing))
    const wordsId = kept(kit, 'offer', { fen, payer: fen === null ? null : payer, terms: terms || null })
    const when = Date.parse(expiresAt)
    return { ...ofParty(kit, input), id, sessionId, toId, counters, expiresAt: when, wordsId }
  },
  answerOffer: (kit, { offerId, answer, ...input }) => ({ ...ofParty(kit, input), offerId, answer }),
  withdrawOffer: (kit, { offerId, ...input }) => ({ ...ofParty(kit, input), offerId }),
  askExtension: (_kit, input) => input,
  extend: (_kit, input) => input,
  pause: (kit, { why, fromOn, reason }) => ({ why, fromOn, textId: kept(kit, 'reason', reason) }),
  resume: (_kit, input) => input,
  draft: (kit, input) => {
    const {
      id,
      kind,
      partyIds,
      facts,
      issues,
      clauses,
      manner,
      whyOral,
      obligations,
      wholeFen,
      shares,
      reachedOn,
    } = input
    // 口头协议登记表 says why (Mediation Act art. 28)
    if (kind === 'oral' && !whyOral)
      throw new Refused(refuse('missingField', { field: 'whyOral' }, 'whyOral'))
    const words = Object.fromEntries(obligations.map((one) => [one.id, one.text || null]))
    const termsId = kept(kit, 'terms', { facts, issues, clauses, manner, whyOral: whyOral || null, words })
    const bare = obligations.map(({ text: _text, ...one }) => one)
    return { id, kind, partyIds, obligations: bare, wholeFen, shares, reachedOn, termsId }
  },
  dropDraft: (kit, { agreementId, reason }) => ({ agreementId, textId: kept(kit, 'reason', reason) }),
  sign: (kit, input) => ({ ...ofParty(kit, input), agreementId: input.agreementId, version: input.version }),
  signAsMediator: (kit, input) => ({ ...input, accountId: meOf(kit) }),
  seal: (_kit, input) => input,
  leave: (kit, input) => ({ ...ofParty(kit, input), routes: input.routes }),
  settle: (_kit, input) => ({ averted: avertedOf(input) }),
  end: (kit, { reason, routes, text, ...input }) => ({
    ...{ reason, routes, averted: avertedOf(input) },
    textId: kept(kit, 'reason', text),
  }),
  perform: (_kit, { fileId, ...input }) => ({ ...input, fileId: fileId ?? null }),
  miss: (kit, { agreementId, obligationId, text }) => ({
    agreementId,
    obligationId,
    textId: kept(kit, 'reason', text),
  }),
  confirm: (_kit, input) => input,
  revisit: (kit, { performed, satisfied, escalates, text }) => ({
    ...{ accountId: meOf(kit), performed, satisfied, escalates },
    textId: kept(kit, 'reason', text),
  }),
  file: () => ({}),
}

/** Who takes the step, as the rules of mediation see it. */
export function actorIn(
  { actor, matter }: Pick<Moment, 'actor' | 'matter'>,
  m: Mediation | undefined,
): MediationActor {
  if (actor.kind === 'party') return { kind: 'party', partyId: actor.partyId }
  if (actor.kind !== 'staff') throw new Refused(refuse('notYours'))
  // to open one is for the unit that has the matter in hand
  const seat = reachingSeat(actor, 'mediation.run', matter)
  const isOfUnit = m
    ? seat !== undefined
    : actor.seats.some((one) => reachOf(one, 'mediation.run') !== undefined && one.unitId === matter.holderId)
  return { kind: 'staff', accountId: actor.accountId, isOfUnit }
}

/** The mediation the step is for. Refusals: `notFound`, `staleVersion`, `notADispute`, `alreadyMediated`. */
async function enter({ tx, actor, matter }: Moment, { mediationId, step, seen }: MoveInput<'mediate'>) {
  const m = await lockMediation(tx, actor.districtId, mediationId)
  if (m && m.matterId !== matter.id) throw new Refused(refuse('notFound', undefined, 'mediationId'))
  if (!m && step !== 'open') throw new Refused(refuse('notFound', undefined, 'mediationId'))
  if (m && seen !== undefined && seen !== m.version)
    throw new Refused(refuse('staleVersion', { version: m.version }))
  if (m) return m
  if (matter.kind !== 'dispute') throw new Refused(refuse('notADispute'))
  if (matter.state !== 'handling') throw new Refused(refuse('notNow', { state: matter.state }))
  const others = await listOfMatter(tx, actor.districtId, matter.id)
  if (others.some(({ state }) => state === 'asking' || state === 'running'))
    throw new Refused(refuse('alreadyMediated'))
  return undefined
}

/** Proofs are pictures that this person uploaded; a mandate or a payment may be a PDF. Refusals: `fileMissing`, `notPicture`. */
async function whyNotFiles(
  { tx, actor }: Moment,
  step: Step,
  payload: { fileId?: string | null },
): Promise<readonly string[]> {
  const { fileId } = payload
  if (!fileId) return []
  const owner = ownerOf(actor)
  const [mime] = await listMimes(tx, actor.districtId, [fileId], owner)
  if (mime === undefined) throw new Refused(refuse('fileMissing', undefined, 'fileId'))
  const mayBePdf = step === 'mandate' || step === 'perform'
  if (!mime.startsWith('image/') && !(mayBePdf && mime === 'application/pdf'))
    throw new Refused(refuse('notPicture', undefined, 'fileId'))
  return [fileId]
}

/** Under whose name uploads wait until a step takes them. */
export function ownerOf(actor: Moment['actor']): string {
  return actor.kind === 'staff'
    ? `account:${actor.accountId}`
    : actor.kind === 'party'
      ? `party:${actor.partyId}`
      : 'visitor'
}

/** Everybody named as a mediator may mediate, and see the matter. Out: their units. Refusals: `notAMediator`, `outOfSight`. */
async function unitsOf(
  { tx, actor, matter, now }: Moment,
  ids: readonly string[],
  field: string,
): Promise<string[]> {
  const found = await listMediators(tx, actor.districtId, { accounts: ids }, now)
  if (found.length !== new Set(ids).size) throw new Refused(refuse('notAMediator', undefined, field))
  const units = found.map((one) => one.unit_id)
  const seen = { ...matter, involved: [...matter.involved, ...units] }
  if (!(await allReach(tx, actor.districtId, ids, seen, now)))
    throw new Refused(refuse('outOfSight', undefined, field))
  return [...new Set(units)]
}

/**
 * One step of a mediation, held against its rules. Out: the payload of the matter's history, which names nobody and says
 * nothing, and what is written beside it. Refusals: those of `whyNotStep`, and of rooms, files and people.
 */
export async function prepareStep(moment: Moment, command: MoveInput<'mediate'>) {
  const { tx, actor, matter, now } = moment
  const { mediationId, step } = command
  const m = await enter(moment, command)
  const as = actorIn(moment, m)
  insist(whyNotTake(step, m, as))
  const input = parse(stepInputs[step], command.input, 'body')
  const kit: Kit = { moment, m, texts: [] }
  const make = payloads[step] as (kit: Kit, input: unknown) => Promise<StepPayloads[Step]>
  let payload = await make(kit, input)
  const present = (await listPresent(tx, actor.districtId, matter.id)).map(partyOf)
  insist(whyNotStep(step, m, as, payload, { present, today: dayOf(now), now }))
  const files = await whyNotFiles(moment, step, payload as { fileId?: string | null })
  if (step === 'schedule' && m) await whyNotTime(moment, m, payload as StepPayloads['schedule'])
  const unitIds = await newUnits(moment, step, payload)
  if (step === 'open') {
    const open = payload as StepPayloads['open']
    payload = { ...open, ...(await nextNo(tx, actor.districtId, open.committeeId, now)) }
  }
  const next = afterStep(m, { step, at: now, mediationId, matterId: matter.id, payload })
  return {
    payload: { mediationId, step, mediation: next.state, unitIds, facts: payload },
    mediated: { before: m, next, texts: kit.texts, files } satisfies Mediated,
  }
}

/** The units whose people join by a step. */
async function newUnits(moment: Moment, step: Step, payload: unknown): Promise<string[]> {
  if (step === 'appoint')
    return unitsOf(moment, [(payload as StepPayloads['appoint']).accountId], 'accountId')
  if (step !== 'open') return []
  const { mediators, committeeId } = payload as StepPayloads['open']
  const ids = mediators.map(({ accountId }) => accountId)
  if (new Set(ids).size !== ids.length) throw new Refused(refuse('alreadyMediates', undefined, 'mediators'))
  return [...new Set([...(await unitsOf(moment, ids, 'mediators')), committeeId])]
}
