import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../calendar/days.ts'
import type { Party } from '../party/party.ts'
import { afterStep } from './effects.ts'
import type { Mediation } from './mediation.ts'
import type { Step } from './moves.ts'
import { isOpenRoom, isSeenBy, offerState, openOffer } from './offers.ts'
import { type MediationActor, whyNotStep } from './why-not.ts'

const start = Date.UTC(2026, 2, 2, 1)
const hour = 3_600_000
const ids = ['a1', 'a2', 'b1', 'b2']
const present: Party[] = ids.map((id) => ({
  ...{ id, side: id[0] as 'a' | 'b', kind: 'person', capacity: 'full', actsFor: [] },
  ...{ role: id.startsWith('a') ? 'applicant' : 'respondent', isRepresentative: false },
}))
const lead: MediationActor = { kind: 'staff', accountId: 'lead', isOfUnit: true }
const rooms = { joint: ids, other: ['a1', 'b1'], ofA: ['a1', 'a2'], ofB: ['b1'] }

const take = (m: Mediation | undefined, step: Step, payload: object, at: number) =>
  afterStep(m, { step, at, mediationId: 'm', matterId: 'x', payload })

/** Everybody has agreed, and there are four rooms: two of both sides, one of each side alone. */
function begun(): Mediation {
  let m = take(
    undefined,
    'open',
    {
      ...{ type: 'people', source: 'applied', obstacles: [], committeeId: 'c', committeeName: 'c' },
      ...{ year: 2026, no: 1, mediators: [{ accountId: 'lead', part: 'lead' }] },
      parties: ids.map((id) => ({ id, side: id[0] })),
    },
    start,
  )
  for (const partyId of ids) {
    const how = { partyId, by: partyId, way: 'oral', fileId: null, textId: 'w' }
    m = take(m, 'tell', how, start)
    m = take(m, 'consent', { ...how, topic: 'mediate', answer: true }, start)
  }
  m = take(m, 'begin', {}, start)
  for (const [id, partyIds] of Object.entries(rooms)) {
    const kind = id.startsWith('of') ? 'caucus' : 'joint'
    const session = { id, kind, way: 'written', startsAt: start, minutes: 60, roomId: null, partyIds }
    m = take(m, 'schedule', session, start)
  }
  return m
}

const chance = fc.record({
  step: fc.constantFrom(
    ...([
      'offer',
      'offer',
      'offer',
      'counter',
      'counter',
      'answerOffer',
      'answerOffer',
      'withdrawOffer',
    ] as const),
    ...(['leave', 'hold', 'cancel', 'settle', 'end'] as const),
  ),
  ...{ room: fc.constantFrom(...Object.keys(rooms)), from: fc.nat(3), to: fc.nat(3), which: fc.nat(20) },
  ...{ stands: fc.integer({ min: -1, max: 40 }), wait: fc.nat(5), yes: fc.boolean(), grave: fc.nat(20) },
  byLink: fc.boolean(),
})
type Chance = typeof chance extends fc.Arbitrary<infer T> ? T : never
const lives = fc.array(chance, { minLength: 5, maxLength: 60, size: 'max' })

function payloadOf(
  m: Mediation,
  c: Chance,
  now: number,
): { step: Step; payload: Record<string, unknown> } | undefined {
  const at = m.offers[m.offers.length - 1 - (c.which % Math.max(1, m.offers.length))]
  const how = (partyId: string) => ({ partyId, by: partyId, way: 'link', fileId: null, textId: null })
  const offer = { id: `f${m.version}`, expiresAt: now + c.stands * hour, wordsId: 't', counters: null }
  const from = ids[c.from] as string
  if (c.step === 'offer')
    return { step: 'offer', payload: { ...how(from), ...offer, sessionId: c.room, toId: ids[c.to] } }
  if (c.step === 'counter')
    return (
      at && {
        step: 'offer',
        payload: { ...how(at.toId), ...offer, sessionId: at.sessionId, toId: at.partyId, counters: at.id },
      }
    )
  if (c.step === 'answerOffer')
    return (
      at && {
        step: 'answerOffer',
        payload: { ...how(c.which % 5 === 0 ? from : at.toId), offerId: at.id, answer: c.yes },
      }
    )
  if (c.step === 'withdrawOffer')
    return (
      at && {
        step: 'withdrawOffer',
        payload: { ...how(c.which % 5 === 0 ? from : at.partyId), offerId: at.id },
      }
    )
  if (c.grave > 2) return undefined
  if (c.step === 'leave') return { step: 'leave', payload: { ...how(from), routes: ['court'] } }
  if (c.step === 'end')
    return { step: 'end', payload: { reason: 'noAgreement', routes: ['court'], textId: 't' } }
  if (c.step === 'hold')
    return {
      step: 'hold',
      payload: {
        sessionId: c.room,
        heldAt: now,
        present: rooms[c.room as 'joint'],
        methods: [],
        recordId: 'r',
      },
    }
  if (c.step === 'cancel') return { step: 'cancel', payload: { sessionId: c.room, textId: 't' } }
  return undefined
}

type Moment = { step: Step; before: Mediation; m: Mediation; now: number; payload: Record<string, unknown> }

function live(chances: readonly Chance[]): Moment[] {
  let m = begun()
  let now = start
  const moments: Moment[] = []
  for (const c of chances) {
    now += c.wait * hour
    const next = payloadOf(m, c, now)
    if (!next) continue
    const { step, payload } = next
    const partyId = payload['by'] as string
    const actor: MediationActor = c.byLink && payload['by'] ? { kind: 'party', partyId } : lead
    const facts = { present, today: dayOf(now), now }
    if (whyNotStep(step, m, actor, payload as never, facts)) continue
    const before = m
    m = take(m, step, payload, now)
    moments.push({ step, before, m, now, payload })
  }
  return moments
}

const always = (rule: (moment: Moment) => void) =>
  fc.assert(
    fc.property(lives, (chances) => {
      live(chances).forEach(rule)
    }),
    { numRuns: 500 },
  )

describe('whatever is offered and answered in whatever order', () => {
  test('lives do reach every end of an offer, and offers that expire', () => {
    const seen = new Set<string>()
    for (const chances of fc.sample(lives, { numRuns: 600, seed: 11 }))
      for (const { m, now } of live(chances)) for (const one of m.offers) seen.add(offerState(one, now))
    expect([...seen].sort()).toEqual(
      ['accepted', 'countered', 'declined', 'expired', 'lapsed', 'open', 'replaced', 'withdrawn'].sort(),
    )
  })

  test('never are two offers open in one direction', () => {
    always(({ m, now }) => {
      const open = m.offers.filter((one) => offerState(one, now) === 'open')
      const ways = open.map(({ partyId, toId }) => `${partyId}>${toId}`)
      expect(new Set(ways).size).toBe(ways.length)
      for (const one of open) expect(openOffer(m, one.partyId, one.toId, now)).toBe(one)
    })
  })

  test('what has expired is never accepted, and an offer is accepted only by whom it was made to', () => {
    always(({ step, payload, before, m, now }) => {
      for (const one of m.offers)
        if (one.ended?.how === 'accepted') {
          expect(one.ended.at).toBeLessThan(one.expiresAt)
          expect(one.ended.by).toBe(one.toId)
        }
      if (step !== 'answerOffer') return
      const offer = before.offers.find(({ id }) => id === payload['offerId'])
      expect(offer && offerState(offer, now)).toBe('open')
    })
  })

  test('a counter-offer ends what it answers, and nothing that has ended changes again', () => {
    always(({ before, m, now }) => {
      for (const one of m.offers)
        if (one.counters !== null)
          expect(m.offers.find(({ id }) => id === one.counters)?.ended?.how).toBe('countered')
      for (const one of before.offers)
        if (offerState(one, now) !== 'open') expect(m.offers.find(({ id }) => id === one.id)).toEqual(one)
    })
  })

  test('an acceptance binds nobody: no agreement comes of it', () => {
    always(({ m }) => {
      expect(m.agreements).toEqual([])
      expect(m.agreedAt).toBeNull()
    })
  })

  test('nothing is open in a room that is closed, nor to or from who has left', () => {
    always(({ m, now }) => {
      for (const one of m.offers.filter((each) => offerState(each, now) === 'open')) {
        const session = m.sessions.find(({ id }) => id === one.sessionId)
        expect(session && isOpenRoom(m, session)).toBe(true)
        for (const id of [one.partyId, one.toId])
          expect(m.participants.find(({ partyId }) => partyId === id)?.standing).toBe('in')
      }
    })
  })

  test('nothing of a caucus is seen by the other side, and no offer is made in one', () => {
    always(({ m }) => {
      for (const session of m.sessions.filter(({ kind }) => kind === 'caucus')) {
        const side = session.partyIds[0]?.[0]
        const others = ids.filter((id) => id[0] !== side)
        expect(isSeenBy(m, session, others)).toBe(false)
        expect(m.offers.filter(({ sessionId }) => sessionId === session.id)).toEqual([])
      }
    })
  })
})
