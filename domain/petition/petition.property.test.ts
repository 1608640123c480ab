import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, dayOf, daysBetween, instantAt } from '../calendar/days.ts'
import { calendarOf, isWorkingDay } from '../calendar/working-days.ts'
import { clockDue, explained, objectUntil, runningClock } from './clocks.ts'
import { commonPath } from './common.ts'
import { afterPetition } from './effects.ts'
import type { PetitionStep } from './moves.ts'
import { petitionMoves, petitionSteps } from './moves.ts'
import type { PetitionPayloads } from './payloads.ts'
import { blockingOf, type Petition, turnOf } from './petition.ts'
import { type PetitionFacts, whyNotPetition } from './why-not.ts'

const calendar = calendarOf({
  // a long holiday, and one make-up Saturday
  days: [
    ...Array.from({ length: 7 }, (_, i) => ({ day: addDays('2027-10-01', i), isWorking: false })),
    { day: '2027-10-09', isWorking: true },
  ],
  ...{ years: [], hours: [[540, 1020]], version: 1 },
})
const at = (day: Day, minute = 600) => instantAt(day, minute)

/** Takes a step by the table, with the due times of that moment, as the server does. */
function take<S extends PetitionStep>(
  p: Petition | undefined,
  step: S,
  day: Day,
  payload: PetitionPayloads[S],
  minute = 600,
) {
  const dues = Object.fromEntries(
    (p?.clocks ?? [])
      .filter((one) => one.stoppedAt === null)
      .map((one) => [one.kind, clockDue(one, calendar)]),
  )
  return afterPetition(p, {
    ...{
      step,
      at: at(day, minute),
      petitionId: 'p',
      matterId: 'm',
      actorId: 'a',
      unitId: 'u',
      dues,
      payload,
    },
  })
}
const registered = (day: Day, receivedOn: Day = day) =>
  take(undefined, 'register', day, {
    ...{
      kind: 'claim',
      channel: 'letter',
      receivedOn,
      petitionerIds: ['x'],
      representativeIds: [],
      people: 1,
    },
    ...{
      reported: { unitIds: [], accountIds: [] },
      officeId: 'office',
      officePath: '/1/1/',
      year: 2026,
      no: 1,
    },
    ...{ textId: 't', isReadBack: false },
  })
const body = { unitId: 'body', path: '/1/D1/' }
const sent = (day: Day) =>
  take(registered(day), 'send', day, { competent: [body], agreed: true, textId: null })
const accepted = (day: Day) => take(sent(day), 'accept', day, { textId: null })
const answered = (day: Day) => take(accepted(day), 'opine', day, { stance: 'support', textId: 't' })
const delivered = (day: Day) =>
  take(answered(day), 'deliver', day, {
    form: 'opinion',
    on: day,
    how: 'post',
    fileId: null,
    mandateId: null,
  })
const asked = { mandateId: null, unitId: 'above', unitPath: '/1/', textId: 't' }
const rereviewing = (day: Day) => {
  let p = take(delivered(day), 'askReview', day, { ...asked, on: day })
  p = take(p, 'giveReview', day, { stance: 'uphold', textId: 't' })
  p = take(p, 'deliver', day, { form: 'reviewOpinion', on: day, how: 'post', fileId: null, mandateId: null })
  return take(p, 'askRereview', day, { ...asked, unitId: null, unitPath: null, on: day })
}
const dueOn = (p: Petition) => {
  const clock = runningClock(p)
  const due = clock && clockDue(clock, calendar)
  return due === undefined || due === null ? null : dayOf(due)
}
const facts = (now: Day, more: Partial<PetitionFacts> = {}): PetitionFacts => ({
  ...{ now: at(now), today: now, calendar, actorId: 'a', isAgentOnly: false, present: [], unreachable: [] },
  ...{ undecided: [], blocking: new Map(), unitsOf: () => [], areaOf: () => undefined },
  ...more,
})
const anyDay = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2024-01-01', n))

describe('the times of the Regulation on Petition Work', () => {
  test.each([
    ['sort', registered, 15],
    ['notice', sent, 15],
    ['handle', accepted, 60],
    ['askReview', delivered, 30],
  ] as const)(
    '%s runs its calendar days from the day after, and only a day off moves its end',
    (_kind, make, amount) => {
      fc.assert(
        fc.property(anyDay, (day) => {
          const due = dueOn(make(day))
          expect(due).not.toBeNull()
          const plain = addDays(day, amount)
          expect(daysBetween(plain, due ?? '')).toBeGreaterThanOrEqual(0)
          // it is a working day, and no working day lies between
          expect(isWorkingDay(calendar, due ?? '')).toBe(true)
          for (let one = plain; one < (due ?? ''); one = addDays(one, 1))
            expect(isWorkingDay(calendar, one)).toBe(false)
        }),
      )
    },
  )

  test('over a leap day, over the end of a year, and over a holiday', () => {
    // 2028 has a 29 February: 60 days from 1 January end on 1 March
    expect(dueOn(accepted('2028-01-01'))).toBe('2028-03-01')
    expect(dueOn(accepted('2027-01-01'))).toBe('2027-03-02')
    expect(dueOn(registered('2026-12-20'))).toBe('2027-01-04')
    // ends in the holiday, and so on the first day of work after it
    expect(dueOn(registered('2027-09-20'))).toBe('2027-10-08')
    const [clock] = registered('2027-09-20').clocks
    expect(clock && explained(clock, calendar)).toMatchObject({
      amount: 15,
      dueOn: '2027-10-08',
      isMoved: true,
    })
  })

  test('a letter that lay unregistered runs from its receipt', () => {
    expect(dueOn(registered('2026-11-10', '2026-11-02'))).toBe('2026-11-17')
  })

  test('an extension adds its days once, with its own refusals', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (day, days) => {
        const p = take(accepted(day), 'extend', day, { days, textId: 't' })
        const [clock] = [runningClock(p)]
        expect(clock?.extensions).toEqual([{ amount: days }])
        const due = dueOn(p) ?? ''
        expect(daysBetween(addDays(day, 60 + days), due)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(addDays(day, 60 + days), due)).toBeLessThan(10)
        expect(whyNotPetition('extend', p, { days, textId: 't' }, facts(day))).toMatchObject({
          refused: 'extendedBefore',
        })
      }),
    )
    const p = accepted('2026-03-02')
    expect(whyNotPetition('extend', p, { days: 31, textId: 't' }, facts('2026-03-03'))).toMatchObject({
      refused: 'extensionTooLong',
    })
    expect(whyNotPetition('extend', p, { days: 30, textId: 't' }, facts('2026-05-06'))).toMatchObject({
      refused: 'tooLateToExtend',
    })
    expect(whyNotPetition('extend', p, { days: 30, textId: 't' }, facts('2026-05-01'))).toBeUndefined()
  })

  test('the days of a hearing, its first and its last among them, are not counted', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 15 }),
        (day, after, length) => {
          const from = addDays(day, after)
          const p = rereviewing(day)
          const open = take(p, 'beginHearing', from, { on: from })
          expect(dueOn(open)).toBeNull()
          expect(
            whyNotPetition('giveRereview', open, { stance: 'uphold', textId: 't' }, facts(from)),
          ).toMatchObject({
            refused: 'hearingOpen',
          })
          const to = addDays(from, length)
          const over = take(open, 'endHearing', to, { on: to })
          const due = dueOn(over) ?? ''
          const plain = addDays(day, 30 + length + 1)
          expect(daysBetween(plain, due)).toBeGreaterThanOrEqual(0)
          for (let one = plain; one < due; one = addDays(one, 1))
            expect(isWorkingDay(calendar, one)).toBe(false)
          expect(runningClock(over) && explained(runningClock(over) as never, calendar).excluded).toBe(
            length + 1,
          )
        },
      ),
    )
  })

  test('a review runs from the day of receipt: on the last day it can be asked for, on the next it cannot', () => {
    const p = delivered('2026-03-02')
    expect(dueOn(p)).toBe('2026-04-01')
    const ask = (on: Day) => whyNotPetition('askReview', p, { ...asked, on }, facts(on))
    expect(ask('2026-04-01')).toBeUndefined()
    expect(ask('2026-04-02')).toMatchObject({ refused: 'reviewTooLate', facts: { day: '2026-04-01' } })
    expect(ask('2026-03-01')).toMatchObject({ refused: 'dayBefore' })
    const undelivered = answered('2026-03-02')
    expect(
      whyNotPetition('askReview', undelivered, { ...asked, on: '2026-03-03' }, facts('2026-03-03')),
    ).toMatchObject({
      refused: 'deliverFirst',
    })
    // not by the body itself, nor by whoever stands beside it
    const sideways = { ...asked, unitId: 'other', unitPath: '/1/D2/', on: '2026-03-05' }
    expect(whyNotPetition('askReview', p, sideways, facts('2026-03-05'))).toMatchObject({
      refused: 'notAboveBody',
    })
  })

  test('objecting is open for five working days', () => {
    // sent on a Thursday before the long holiday
    expect(dayOf(objectUntil(at('2027-09-30'), calendar))).toBe('2027-10-13')
    const p = sent('2026-03-02')
    expect(whyNotPetition('object', p, { textId: 't' }, facts('2026-03-09'))).toBeUndefined()
    expect(whyNotPetition('object', p, { textId: 't' }, facts('2026-03-10'))).toMatchObject({
      refused: 'objectionLate',
      facts: { day: '2026-03-09' },
    })
    const kept = take(take(p, 'object', '2026-03-03', { textId: 't' }), 'keepSent', '2026-03-04', {
      textId: 't',
    })
    expect(whyNotPetition('object', kept, { textId: 't' }, facts('2026-03-04'))).toMatchObject({
      refused: 'objectedOnce',
    })
  })

  test('what lay with a body that gave it back does not count as sorting, and its lateness stays with it', () => {
    const p = take(sent('2026-03-02'), 'object', '2026-03-20', { textId: 't' })
    const back = take(p, 'agreeReturn', '2026-03-23', { textId: null })
    expect(turnOf(back)).toBe('office')
    expect(dueOn(back)).toBe('2026-04-07')
    const notice = back.clocks.find(({ kind }) => kind === 'notice')
    expect(notice).toMatchObject({ unitId: 'body', dueAt: at('2026-03-17', 1020) })
    expect(notice?.stoppedAt).toBeGreaterThan(notice?.dueAt ?? 0)
  })
})

describe('the table of steps', () => {
  test('ends nowhere but in ended, and leaves one clock running at most', () => {
    const states = new Set(petitionSteps.flatMap((step) => petitionMoves[step].from as readonly string[]))
    expect([...states].sort()).toEqual(
      [
        'accepted',
        'answered',
        'disputed',
        'ended',
        'objected',
        'rereview',
        'review',
        'reviewed',
        'sent',
        'sorting',
      ].sort(),
    )
    for (const p of [registered, sent, accepted, answered, delivered, rereviewing].map((make) =>
      make('2026-03-02'),
    ))
      expect(p.clocks.filter(({ stoppedAt }) => stoppedAt === null).length).toBeLessThanOrEqual(1)
    const over = take(rereviewing('2026-03-02'), 'giveRereview', '2026-03-03', {
      stance: 'uphold',
      textId: 't',
    })
    expect(over).toMatchObject({ state: 'ended', ending: 'final' })
    expect(runningClock(over)).toBeUndefined()
  })

  test('the same thing is not accepted twice, and only for what the regulation names', () => {
    expect(blockingOf({ state: 'accepted', ending: null })).toBe('accepted')
    expect(blockingOf({ state: 'ended', ending: 'final' })).toBe('afterRereview')
    expect(blockingOf({ state: 'ended', ending: 'routed' })).toBeUndefined()
    const p = sent('2026-03-02')
    const no = (more: Partial<PetitionFacts>) =>
      whyNotPetition('accept', p, { textId: null }, facts('2026-03-03', more))
    expect(no({ undecided: ['q'] })).toMatchObject({ refused: 'similarFirst' })
    expect(no({ blocking: new Map([['q', 'accepted']]) })).toMatchObject({ refused: 'acceptedElsewhere' })
    expect(no({})).toBeUndefined()
    const double = (reason: 'accepted' | 'inHand') =>
      whyNotPetition(
        'refuseDouble',
        p,
        { reason, otherId: 'q', textId: 't' },
        facts('2026-03-03', { blocking: new Map([['q', 'accepted']]) }),
      )
    expect(double('accepted')).toBeUndefined()
    expect(double('inHand')).toMatchObject({ refused: 'otherReason', field: 'why' })
  })

  test('a whistle-blowing never goes to whoever is reported, nor below it', () => {
    const p = {
      ...registered('2026-03-02'),
      kind: 'report' as const,
      reported: { unitIds: ['street'], accountIds: [] },
    }
    const areas: Record<string, string> = { street: '/1/1/', below: '/1/1/2/', other: '/1/2/' }
    const to = (unitId: string) =>
      whyNotPetition(
        'send',
        p,
        { competent: [{ unitId, path: areas[unitId] ?? '' }], agreed: true, textId: null },
        facts('2026-03-03', { areaOf: (id) => areas[id] }),
      )
    expect(to('street')).toMatchObject({ refused: 'reportedBody' })
    expect(to('below')).toMatchObject({ refused: 'reportedBody' })
    expect(to('other')).toBeUndefined()
  })

  test('the common superior of several bodies is the smallest area that holds them all', () => {
    expect(commonPath(['/1/1/', '/1/1/2/'])).toBe('/1/1/')
    expect(commonPath(['/1/1/', '/1/10/'])).toBe('/1/')
    expect(commonPath(['/1/D1/', '/1/D1/'])).toBe('/1/D1/')
  })
})
