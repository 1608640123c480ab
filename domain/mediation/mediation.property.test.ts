import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, dayOf } from '../calendar/days.ts'
import type { Party } from '../party/party.ts'
import { confirmUntil, effectiveAt, fulfilment, inForce, pending, unsigned } from './agreement.ts'
import { afterStep } from './effects.ts'
import { dueOn } from './limit.ts'
import { answerOf, type Mediation, takingPart } from './mediation.ts'
import { type Step, steps } from './moves.ts'
import type { StepPayloads } from './payloads.ts'
import { type MediationActor, whyNotStep } from './why-not.ts'

const party = (id: string, side: Party['side'], more: Partial<Party> = {}): Party => ({
  ...{ id, side, kind: 'person', role: side === 'a' ? 'applicant' : 'respondent', isRepresentative: false },
  ...{ capacity: 'full', actsFor: [], ...more },
})
/** Two who ask, three who answer, one of them a child with its guardian; an agent of the first. */
const present: Party[] = [
  ...[
    party('a1', 'a'),
    party('a2', 'a'),
    party('b1', 'b'),
    party('b2', 'b'),
    party('b3', 'b', { capacity: 'minor' }),
  ],
  party('guardian', 'b', { role: 'guardian', actsFor: ['b3'] }),
  party('agent', 'a', { role: 'agent', actsFor: ['a1'] }),
]
const ids = ['a1', 'a2', 'b1', 'b2', 'b3']
const doers = [...ids, 'guardian', 'agent']
const start = Date.UTC(2026, 2, 2, 1)
const lead: MediationActor = { kind: 'staff', accountId: 'lead', isOfUnit: true }
const colleague: MediationActor = { kind: 'staff', accountId: 'colleague', isOfUnit: true }
const stranger: MediationActor = { kind: 'staff', accountId: 'stranger', isOfUnit: false }

type Chance = { step: number; who: number; party: number; by: number; n: number; yes: boolean; hours: number }
const chance: fc.Arbitrary<Chance> = fc.record({
  ...{ step: fc.nat(9999), who: fc.nat(9), party: fc.nat(99), by: fc.nat(99), n: fc.nat(9) },
  ...{ yes: fc.boolean(), hours: fc.nat(30) },
})
const lives = fc.array(chance, { minLength: 20, maxLength: 120, size: 'max' })

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T
/** Steps that bring a mediation on come up more often, so that many lives reach an agreement. */
const wanted: readonly Step[] = [
  ...steps,
  ...([
    'tell',
    'tell',
    'tell',
    'consent',
    'consent',
    'consent',
    'begin',
    'draft',
    'sign',
    'sign',
    'sign',
    'signAsMediator',
    'seal',
    'settle',
  ] as const),
]

/** Whom a step is likely for: who has not signed or answered yet. */
function whoseTurn(step: Step, m: Mediation, other: string): string {
  const agreement = pending(m).at(-1)
  const offer = m.offers.at(-1)
  if (step === 'answerOffer' && offer) return offer.toId
  if (step === 'withdrawOffer' && offer) return offer.partyId
  if (step === 'sign' && agreement) return unsigned(agreement)[0] ?? other
  if (step === 'consent' && m.extensionRound % 2 === 1)
    return (
      takingPart(m).find((one) => answerOf(one, 'extension', m.extensionRound) === undefined)?.partyId ??
      other
    )
  return other
}

/** Something to hand in, right as often as wrong. */
function payloadFor(step: Step, m: Mediation, c: Chance, today: Day, now: number): unknown {
  const partyId = c.by % 5 === 0 ? pick(ids, c.party) : whoseTurn(step, m, pick(ids, c.party))
  const guarded = partyId === 'b3' ? 'guardian' : partyId
  const by = c.n < 8 ? guarded : pick(doers, c.by)
  const how = { partyId, by, way: 'screen', fileId: 'file', textId: null } as const
  const agreement = pending(m).at(-1) ?? m.agreements.at(-1)
  const agreementId = agreement?.id ?? 'none'
  const version = agreement?.version ?? 1
  const obligation = agreement?.obligations[c.n % Math.max(1, agreement.obligations.length)]
  const inIt = m.participants.filter(({ standing }) => standing === 'in').map((one) => one.partyId)
  const all: { [S in Exclude<Step, 'open'>]: StepPayloads[S] } = {
    tell: how,
    consent: {
      ...how,
      topic: m.extensionRound % 2 === 1 && c.by % 5 > 0 ? 'extension' : 'mediate',
      answer: c.yes || c.n % 5 > 0,
    },
    mandate: {
      ...{
        id: `m${m.version}`,
        agentId: 'agent',
        principalIds: ['a1'],
        powers: ['applyEnd', 'sign', 'receive'],
      },
      ...{ fromOn: today, toOn: addDays(today, c.n - 2), fileId: 'file' },
    },
    revokeMandate: { mandateId: m.mandates[0]?.id ?? '' },
    appoint: { accountId: pick(['lead', 'second'], c.n), part: c.yes ? 'member' : 'expert' },
    disclose: { accountId: 'lead', conflict: false, textId: null },
    recuse: { accountId: pick(['lead', 'second'], c.n), partyId: null, textId: 't' },
    ...{ begin: {}, settle: {}, file: {} },
    schedule: {
      ...{
        id: `s${m.version}`,
        kind: c.yes ? 'joint' : 'caucus',
        way: c.n % 2 ? 'written' : 'onSite',
        startsAt: now + 1,
        minutes: 60,
        roomId: null,
      },
      partyIds: c.yes ? inIt : inIt.slice(0, 1),
    },
    reply: { sessionId: m.sessions.at(-1)?.id ?? '', partyId, comes: c.yes },
    cancel: { sessionId: m.sessions.at(-1)?.id ?? '', textId: 't' },
    hold: {
      sessionId: m.sessions.at(-1)?.id ?? '',
      heldAt: now,
      present: m.sessions.at(-1)?.partyIds ?? [],
      methods: [],
      recordId: 'r',
    },
    signRecord: { ...how, sessionId: m.sessions.at(-1)?.id ?? '' },
    offer: {
      ...how,
      ...{ id: `f${m.version}`, sessionId: m.sessions.at(-1)?.id ?? '', toId: pick(ids, c.by), wordsId: 't' },
      counters: c.n > 6 ? (m.offers.at(-1)?.id ?? null) : null,
      expiresAt: now + c.n * 72_000_000,
    },
    answerOffer: { ...how, offerId: m.offers.at(-1)?.id ?? '', answer: c.yes },
    withdrawOffer: { ...how, offerId: m.offers.at(-1)?.id ?? '' },
    askExtension: { days: 10 },
    extend: { days: c.n * 5 },
    pause: { why: 'appraisal', fromOn: today, textId: 't' },
    resume: { toOn: today },
    draft: {
      ...{
        id: c.n < 5 ? agreementId : `g${m.version}`,
        kind: c.n === 9 ? 'oral' : 'written',
        partyIds: c.yes ? inIt : inIt.slice(0, 3),
      },
      obligations: [
        {
          id: 'o1',
          kind: 'pay',
          byId: inIt.at(-1) ?? 'b1',
          toId: inIt[0] ?? 'a1',
          fen: 1000,
          dueOn: addDays(today, c.n - 1),
        },
        {
          id: 'o2',
          kind: 'apologise',
          byId: inIt.at(-1) ?? 'b1',
          toId: inIt[0] ?? 'a1',
          fen: 0,
          dueOn: today,
        },
      ],
      ...{
        wholeFen: c.n % 2 ? 1000 : null,
        shares: c.n % 2 ? [{ partyId: inIt[0] ?? 'a1', fen: c.yes ? 1000 : 999 }] : [],
      },
      ...{ reachedOn: c.n === 9 ? today : null, termsId: 't' },
    },
    dropDraft: { agreementId, textId: 't' },
    sign: { ...how, agreementId, version: c.n === 7 ? version + 1 : version },
    signAsMediator: { agreementId, version, accountId: 'lead' },
    seal: { agreementId, version },
    leave: { ...how, routes: ['court'] },
    end: { reason: 'noAgreement', routes: ['court'], textId: 't' },
    perform: {
      agreementId,
      obligationId: obligation?.id ?? '',
      fen: obligation?.kind === 'pay' ? c.n * 200 : 0,
      whole: obligation?.kind !== 'pay',
      on: today,
      fileId: null,
    },
    miss: { agreementId, obligationId: obligation?.id ?? '', textId: 't' },
    confirm: { agreementId, state: 'applied', on: today },
    revisit: { accountId: 'colleague', performed: c.yes, satisfied: null, escalates: false, textId: 't' },
  }
  return all[step as Exclude<Step, 'open'>]
}

type Moment = {
  step: Step
  before: Mediation
  m: Mediation
  now: number
  actor: MediationActor
  payload: unknown
}

/** What people mostly do where a mediation stands. */
function likelyIn(m: Mediation): readonly Step[] {
  if (m.state === 'agreed') return ['perform', 'confirm', 'miss', 'perform', 'revisit']
  if (m.state !== 'running') return wanted
  const room = m.sessions.at(-1)
  if (room?.state === 'planned' && room.way === 'written' && room.kind === 'joint')
    return ['offer', 'offer', 'offer', 'answerOffer', 'withdrawOffer', 'hold']
  if (pending(m).length > 0)
    return ['sign', 'sign', 'signAsMediator', 'seal', 'schedule', 'hold', 'consent', 'extend', 'dropDraft']
  if (inForce(m).length > 0) return ['settle', 'draft']
  return m.extensionRound % 2 === 1 ? ['consent', 'consent', 'extend', 'draft'] : wanted
}

/** Lives a mediation: whatever is refused does not happen. */
function live(chances: readonly Chance[]): Moment[] {
  let m = afterStep(undefined, {
    ...{ step: 'open', at: start, mediationId: 'm', matterId: 'x' },
    payload: {
      ...{
        type: 'people',
        source: 'applied',
        obstacles: [],
        committeeId: 'c',
        committeeName: 'c',
        year: 2026,
        no: 1,
      },
      ...{
        mediators: [{ accountId: 'lead', part: 'lead' }],
        parties: ids.map((id) => ({ id, side: id.startsWith('a') ? 'a' : 'b' })),
      },
    },
  } as never)
  let now = start
  const moments: Moment[] = []
  // half of the lives begin where everybody has agreed, so that many come to an agreement
  if (chances[0]?.yes)
    for (const partyId of ids) {
      const how = {
        partyId,
        by: partyId === 'b3' ? 'guardian' : partyId,
        way: 'oral',
        fileId: null,
        textId: 'w',
      } as const
      const acts = [
        { step: 'tell', payload: how },
        { step: 'consent', payload: { ...how, topic: 'mediate', answer: true } },
      ] as const
      for (const act of acts) {
        expect(
          whyNotStep(act.step, m, lead, act.payload, { present, today: dayOf(now), now }),
        ).toBeUndefined()
        m = afterStep(m, { ...act, at: now, mediationId: 'm', matterId: 'x' })
      }
    }
  for (const c of chances) {
    now += c.hours * 3_600_000
    const step = pick(c.by % 4 === 0 ? wanted : likelyIn(m), c.step)
    // what ends or empties a mediation comes up seldom
    if (step === 'open' || (['end', 'leave', 'recuse', 'dropDraft'].includes(step) && c.hours > 3)) continue
    if (step === 'draft' && pending(m).length > 0 && c.hours > 3) continue
    const today = dayOf(now)
    const payload = payloadFor(step, m, c, today, now)
    const usual = step === 'revisit' ? colleague : lead
    const partyActor: MediationActor = { kind: 'party', partyId: pick(doers, c.by) }
    const actor = c.who === 9 ? stranger : c.who === 8 ? partyActor : usual
    if (whyNotStep(step, m, actor, payload as never, { present, today, now })) continue
    const before = m
    m = afterStep(m, { step, at: now, mediationId: 'm', matterId: 'x', payload } as never)
    moments.push({ step, before, m, now, actor, payload })
  }
  return moments
}

const numRuns = 400
const always = (rule: (moment: Moment, i: number, all: readonly Moment[]) => void) =>
  fc.assert(
    fc.property(lives, (chances) => {
      live(chances).forEach(rule)
    }),
    { numRuns },
  )

describe('whatever people do in whatever order', () => {
  test('an agreement is in force only with every consent and every signature it needs', () => {
    always(({ m }) => {
      for (const one of inForce(m)) {
        expect(one.mediatorAt).not.toBeNull()
        const sides = new Set(one.partyIds.map((id) => id[0]))
        expect(sides).toEqual(new Set(['a', 'b']))
        for (const id of one.partyIds) {
          const who = m.participants.find(({ partyId }) => partyId === id)
          expect(who?.told).not.toBeNull()
          expect(who && answerOf(who, 'mediate')).toBe(true)
        }
        if (one.kind === 'oral') continue
        expect(one.sealAt).not.toBeNull()
        for (const id of one.partyIds) {
          const signed = one.signatures.filter(({ partyId }) => partyId === id)
          expect(signed).toHaveLength(1)
          // a child signs by its guardian, and nobody signs for another without a right to
          if (id === 'b3') expect(signed[0]?.by).toBe('guardian')
          else expect([id, 'agent']).toContain(signed[0]?.by)
          if (signed[0]?.by === 'agent') expect(id).toBe('a1')
        }
        for (const at of [one.mediatorAt, ...one.signatures.map((each) => each.at)])
          expect(at).toBeLessThanOrEqual(one.sealAt ?? 0)
      }
    })
  })

  test('lives do reach agreements, refusals and ends', () => {
    const seen = new Set<string>()
    for (const chances of fc.sample(lives, { numRuns: 400, seed: 7 }))
      for (const { m, step } of live(chances)) {
        seen.add(step)
        if (inForce(m).length > 0) seen.add('in force')
      }
    const missing = [...steps, 'in force'].filter((name) => name !== 'open' && !seen.has(name))
    expect(missing).toEqual([])
  })

  test('shares add up to the whole, and nobody pays more than is owed', () => {
    always(({ m }) => {
      for (const { wholeFen, shares, obligations } of m.agreements) {
        if (wholeFen !== null) expect(shares.reduce((sum, { fen }) => sum + fen, 0)).toBe(wholeFen)
        for (const one of obligations) expect(fulfilment(one).fen).toBeLessThanOrEqual(one.fen)
      }
    })
  })

  test('who has refused or left is in no agreement that comes into force afterwards, and nothing goes on with one side', () => {
    always(({ step, before, m }) => {
      const out = before.participants
        .filter(({ standing }) => standing === 'out')
        .map(({ partyId }) => partyId)
      const fresh = inForce(m).filter((one) => !inForce(before).some(({ id }) => id === one.id))
      for (const one of fresh) for (const id of out) expect(one.partyIds).not.toContain(id)
      const left = before.participants.filter(({ standing }) => standing !== 'out').map(({ side }) => side)
      if (new Set(left).size < 2 && inForce(before).length === 0 && before.state !== 'ended')
        expect(['end']).toContain(step)
    })
  })

  test('what binds is never changed, and what was said and signed is never taken away', () => {
    always(({ before, m }) => {
      for (const one of inForce(before)) {
        const same = m.agreements.find(({ id }) => id === one.id)
        expect(same && effectiveAt(same)).toBe(effectiveAt(one))
        expect(same?.signatures).toEqual(one.signatures)
        expect(same?.termsId).toBe(one.termsId)
      }
      for (const one of before.participants)
        expect(
          m.participants
            .find(({ partyId }) => partyId === one.partyId)
            ?.consents.slice(0, one.consents.length),
        ).toEqual(one.consents)
    })
  })

  test('nobody of another unit takes a step, a party only its own, and who mediated does not revisit', () => {
    always(({ actor, step, payload }) => {
      expect(actor).not.toEqual(stranger)
      if (step === 'revisit') expect(actor).toEqual(colleague)
      if (actor.kind !== 'party') return
      const { by, partyId } = payload as { by?: string; partyId?: string }
      expect(by ?? partyId).toBe(actor.partyId)
    })
  })

  test('a pause moves the last day by exactly the days it stood still, and an extension by its own', () => {
    always(({ step, before, m, payload, now }) => {
      const today = dayOf(now)
      if (step === 'extend') {
        const { days } = payload as { days: number }
        const due = dueOn(before, today)
        expect(dueOn(m, today)).toBe(due === null ? null : addDays(due, days))
      }
      if (step === 'pause') expect(dueOn(m, today)).toBeNull()
      if (step === 'resume') expect(dueOn(m, today)).not.toBeNull()
    })
  })

  test('confirmation is asked for once, within thirty days of effect', () => {
    always(({ step, payload, m }) => {
      if (step !== 'confirm') return
      const { agreementId, on } = payload as { agreementId: string; on: Day }
      const agreement = m.agreements.find(({ id }) => id === agreementId)
      expect(agreement?.confirmations.filter(({ state }) => state === 'applied')).toHaveLength(1)
      expect(agreement && on <= (confirmUntil(agreement) ?? '')).toBe(true)
    })
  })
})
