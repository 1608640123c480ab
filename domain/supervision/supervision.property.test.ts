import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Seat, StaffActor } from '../actor.ts'
import { addDays, type Day } from '../calendar/days.ts'
import { calendarOf } from '../calendar/working-days.ts'
import type { Role } from '../org/roles.ts'
import {
  type ClockStanding,
  type Given,
  instruments,
  nextInstrument,
  whyNotBy,
  whyNotYet,
} from './instruments.ts'
import { drawSample, sizeOf, whyNotCheck } from './sample.ts'
import {
  type Giver,
  mayStep,
  type Standing,
  stateAfter,
  supervisionSteps,
  whyNotDay,
  whyNotStep,
} from './steps.ts'

const today: Day = '2026-11-25'
const paths = ['/1/', '/1/01/', '/1/02/', '/1/01/001/', '/1/D1/']
const roles: Role[] = [
  'supervisor',
  'leader',
  'dispatcher',
  'communityClerk',
  'departmentOfficer',
  'deskOfficer',
]

const seats = fc.record({
  postId: fc.constantFrom('p1', 'p2', 'p3'),
  role: fc.constantFrom(...roles),
  path: fc.constantFrom(...paths),
})
const seatOf = ({ postId, role, path }: { postId: string; role: Role; path: string }): Seat => ({
  ...{ postId, role, unitId: path, unitKind: 'street', unitName: path, unitPath: path, servesPath: path },
})
const actors = fc
  .record({
    accountId: fc.constantFrom('a1', 'a2', 'a3'),
    seats: fc.array(seats, { minLength: 1, maxLength: 3 }),
  })
  .map(
    (one): StaffActor => ({
      ...{ kind: 'staff', districtId: 1, name: '', accountId: one.accountId, seats: one.seats.map(seatOf) },
    }),
  )
const givers = fc.record({
  ...{ accountId: fc.constantFrom('a1', 'a2'), postId: fc.constantFrom('p1', 'p2') },
  ...{ role: fc.constantFrom<Role[]>('supervisor', 'leader'), path: fc.constantFrom(...paths) },
  isPostHeld: fc.boolean(),
})
const standings = fc
  .record({
    giver: givers,
    ...{ unitId: fc.constantFrom(...paths), isObjected: fc.boolean(), isAskedAgain: fc.boolean() },
    state: fc.constantFrom('waiting', 'answered', 'objected', 'accepted', 'raised', 'ruledOut', 'cancelled'),
  })
  .map(({ giver: { path, ...giver }, ...one }): Standing => {
    const whole: Giver = { ...giver, unitId: path, servesPath: path }
    return { ...one, giver: whole }
  })
const clocks: fc.Arbitrary<ClockStanding> = fc.record({
  ...{ isRunning: fc.boolean(), isNear: fc.boolean(), isLate: fc.boolean(), isTwiceOver: fc.boolean() },
})

describe('supervision, whatever is tried', () => {
  test('a card is taken back by nobody but its giver’s post', () => {
    fc.assert(
      fc.property(standings, actors, (standing, actor) => {
        const { giver, unitId } = standing
        const isPost = actor.seats.some(
          (seat) =>
            seat.unitId !== unitId &&
            (seat.postId === giver.postId ||
              (!giver.isPostHeld && seat.role === giver.role && seat.unitId === giver.unitId)),
        )
        for (const step of mayStep(standing, actor)) {
          if (stateAfter(step) === 'cancelled' || step === 'accept' || step === 'askAgain')
            expect(isPost || actor.accountId === giver.accountId).toBe(true)
        }
        if (!isPost && actor.accountId !== giver.accountId)
          expect(whyNotStep('cancel', standing, actor)?.refused).toBe('notGiversPost')
      }),
      { numRuns: 2000 },
    )
  })

  test('a unit never decides about itself, and an objection is decided above', () => {
    fc.assert(
      fc.property(standings, actors, (standing, actor) => {
        const may = mayStep(standing, actor)
        if (actor.seats.every((seat) => seat.unitId === standing.unitId))
          expect(may.every((step) => step === 'answer' || step === 'object')).toBe(true)
        if (may.includes('keep') || may.includes('ruleOut')) {
          const path = standing.giver.servesPath
          const isAbove = actor.seats.some(
            (seat) =>
              ['supervisor', 'leader'].includes(seat.role) &&
              (path === '/1/'
                ? seat.servesPath === '/1/' && actor.accountId !== standing.giver.accountId
                : path.startsWith(seat.servesPath) && seat.servesPath !== path),
          )
          expect(isAbove).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('what is ended stays ended, but that its giver may take it back', () => {
    fc.assert(
      fc.property(standings, actors, (standing, actor) => {
        if (!['accepted', 'raised', 'ruledOut', 'cancelled'].includes(standing.state)) return
        for (const step of supervisionSteps)
          if (whyNotStep(step, standing, actor) === undefined) expect(step).toBe('cancel')
      }),
    )
  })

  test('instruments escalate only in order, one at a time, and only when the one before is settled', () => {
    const tries = fc.array(
      fc.record({
        kind: fc.constantFrom(...instruments),
        clock: clocks,
        days: fc.integer({ min: 0, max: 4 }),
        after: fc.constantFrom<Given['state'][]>(
          'waiting',
          'answered',
          'objected',
          'accepted',
          'ruledOut',
          'cancelled',
        ),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(tries, (course) => {
        let day = today
        let given: Given[] = []
        for (const { kind, clock, days, after } of course) {
          day = addDays(day, days)
          const ladder = { clock, given }
          const next = nextInstrument(ladder, day)
          const whyNot = whyNotYet(kind, ladder, day)
          expect(whyNot === undefined).toBe(next === kind)
          if (whyNot) continue
          expect(clock.isLate || (kind === 'reminder' && clock.isNear)).toBe(true)
          const standing = given.filter(({ state }) => state !== 'cancelled')
          expect(standing.map((one) => one.kind)).toEqual(instruments.slice(0, instruments.indexOf(kind)))
          expect(['answered', 'objected', 'ruledOut']).not.toContain(standing.at(-1)?.state)
          given = given.map((one) => (one.state === 'waiting' ? { ...one, state: 'raised' as const } : one))
          given.push({
            kind,
            state: after,
            answerOn: addDays(day, 2),
            promisedOn: after === 'accepted' ? addDays(day, 3) : null,
          })
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('nobody gives to their own unit, nor a letter or a card upward', () => {
    for (const kind of instruments)
      for (const role of roles) {
        expect(whyNotBy(kind, { role, isOwnUnit: true, isBelow: true })).toBeDefined()
        if (kind !== 'reminder')
          expect(whyNotBy(kind, { role, isOwnUnit: false, isBelow: false })).toBeDefined()
      }
    expect(whyNotBy('red', { role: 'supervisor', isOwnUnit: false, isBelow: true })?.refused).toBe('notYours')
    expect(whyNotBy('red', { role: 'leader', isOwnUnit: false, isBelow: true })).toBeUndefined()
    expect(whyNotBy('reminder', { role: 'dispatcher', isOwnUnit: false, isBelow: false })).toBeUndefined()
  })

  test('an answer is due on a working day to come', () => {
    const calendar = calendarOf({ days: [], years: [], hours: [[540, 1020]], version: 1 })
    expect(whyNotDay('give', null, today, calendar)?.refused).toBe('missingField')
    for (const [day, isFit] of [
      ['2026-11-25', false],
      ['2026-11-26', true],
      ['2026-11-28', false],
      ['2026-12-16', true],
      ['2026-12-17', false],
    ] as const)
      expect(whyNotDay('give', day, today, calendar) === undefined).toBe(isFit)
    expect(whyNotDay('answer', '2026-11-24', today, calendar)?.refused).toBe('badPromiseDay')
    expect(whyNotDay('answer', '2026-11-29', today, calendar)).toBeUndefined()
    expect(whyNotDay('accept', null, today, calendar)).toBeUndefined()
  })
})

describe('a sample', () => {
  const closed = fc.uniqueArray(
    fc.record({ id: fc.uuid(), unitId: fc.constantFrom('u1', 'u2', 'u3', 'u4') }),
    { selector: ({ id }) => id, maxLength: 80 },
  )
  const sizes = fc.record({
    share: fc.integer({ min: 1, max: 100 }),
    minimum: fc.integer({ min: 0, max: 6 }),
  })

  test('is the same for the same seed, in whatever order the matters come, and as large as said', () => {
    fc.assert(
      fc.property(fc.string(), closed, sizes, (seed, cases, size) => {
        const drawn = drawSample(seed, cases, size)
        const shuffled = cases.toSorted((a, b) => (a.id.slice(5) < b.id.slice(5) ? -1 : 1))
        expect(drawSample(seed, shuffled, size)).toEqual(drawn)
        for (const { unitId, closed: count, ids } of drawn) {
          const of = cases.filter((one) => one.unitId === unitId)
          expect(count).toBe(of.length)
          expect(ids).toHaveLength(sizeOf(of.length, size))
          expect(new Set(ids).size).toBe(ids.length)
          expect(ids.every((id) => of.some((one) => one.id === id))).toBe(true)
        }
      }),
    )
  })

  test('gives everyone about the same chance', () => {
    const cases = Array.from({ length: 40 }, (_, i) => ({ id: `0190-${i}`, unitId: 'u' }))
    const hits = new Map<string, number>()
    for (let seed = 0; seed < 4000; seed++)
      for (const { ids } of drawSample(`${seed}`, cases, { share: 10, minimum: 0 }))
        for (const id of ids) hits.set(id, (hits.get(id) ?? 0) + 1)
    const counts = cases.map(({ id }) => hits.get(id) ?? 0)
    // 400 expected each; six standard deviations are 114
    expect(Math.min(...counts)).toBeGreaterThan(286)
    expect(Math.max(...counts)).toBeLessThan(514)
  })

  test('is never checked by who closed or handled it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a', 'b'),
        fc.constantFrom('a', 'b', null),
        fc.constantFrom('a', 'b', 'c'),
        (by, of, unit) => {
          const whyNot = whyNotCheck({ closedUnitId: by, handlingUnitId: of }, unit)
          expect(whyNot === undefined).toBe(unit !== by && unit !== of)
        },
      ),
    )
  })
})
