import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StaffActor } from '../actor.ts'
import { calendarOf } from '../calendar/working-days.ts'
import type { Role, UnitKind } from '../org/roles.ts'
import { servesPath } from '../org/tree.ts'
import { lineMarks, type Marks } from './clocks.ts'
import { lineAfter, lineCalledOff, withLead } from './effects.ts'
import { defaultFarShare, defaultWhistleLimits, whistleKinds } from './limits.ts'
import { isLineVerb, type LineVerb, type WhistleVerb, whistleVerbs } from './moves.ts'
import { type Line, lineSteps, newLine, type Whistle } from './whistle.ts'
import { whyNotWhistle } from './why-not.ts'

const calendar = calendarOf({
  days: [{ day: '2026-10-01', isWorking: false }],
  years: [[2026, 'official']],
  hours: [
    [540, 720],
    [810, 1050],
  ],
  version: 1,
})
const given = { calendar, warnShare: 0.7, farShare: defaultFarShare, limits: defaultWhistleLimits }
const start = Date.UTC(2026, 8, 28, 2)

const seat = (role: Role, kind: UnitKind, unitId: string, path: string) => ({
  ...{ postId: unitId, role, unitId, unitKind: kind, unitName: unitId, unitPath: path },
  servesPath: servesPath({ kind, path }),
})
const person = (accountId: string, ...seats: ReturnType<typeof seat>[]): StaffActor => ({
  ...{ kind: 'staff', districtId: 1, accountId, name: accountId, seats },
})
const people = {
  leader: person('leader', seat('leader', 'street', 'north', '/1/001/')),
  deputy: person('deputy', seat('leader', 'street', 'north', '/1/001/')),
  sorter: person('sorter', seat('dispatcher', 'centre', 'northCentre', '/1/001/ZX/')),
  judge: person('judge', seat('dispatcher', 'centre', 'centre', '/1/ZX/')),
  housing: person('housing', seat('departmentOfficer', 'department', 'housing', '/1/D1/')),
  water: person('water', seat('departmentOfficer', 'department', 'water', '/1/D2/')),
  other: person('other', seat('departmentOfficer', 'department', 'parks', '/1/D3/')),
  clerk: person('clerk', seat('communityClerk', 'community', 'willow', '/1/001/001/')),
} as const
type Who = keyof typeof people

const kindArb = fc.constantFrom(...whistleKinds)
const stepsArb = fc.array(
  fc.record({
    verb: fc.constantFrom(...whistleVerbs),
    who: fc.constantFrom(...(Object.keys(people) as Who[])),
    at: fc.constantFrom(0, 1),
    minutes: fc.integer({ min: 0, max: 5 * 24 * 60 }),
    ruling: fc.constantFrom('upheld', 'overruled', 'other'),
  }),
  { maxLength: 60 },
)

type State = { whistle: Whistle; lines: Line[]; now: number }

function blown(kind: Whistle['kind']): State {
  const isWaiting = kind === 'hard'
  const line = (n: string) =>
    newLine({ id: n, unitId: n, unitPath: `/1/${n}/` }, n === 'housing' ? 'lead' : 'assist', start)
  return {
    whistle: {
      ...{ id: 'w', kind, state: isWaiting ? 'waiting' : 'sounding', unitId: 'north', unitPath: '/1/001/' },
      ...{ byId: 'leader', secondId: null, askedAt: start, soundedAt: isWaiting ? null : start },
      ...{ overAt: null, upgradedAt: null, misusedAt: null },
    },
    lines: [line('housing'), line('water')],
    now: start,
  }
}

const input = {
  until: '2026-10-09',
  outcome: 'solved',
  rating: { speed: 'satisfied', help: 'satisfied', result: 'satisfied' },
  accurate: true,
} as const

function whistleAfter(whistle: Whistle, verb: WhistleVerb, by: string, now: number): Whistle {
  if (verb === 'second') return { ...whistle, state: 'sounding', soundedAt: now, secondId: by }
  if (verb === 'decline') return { ...whistle, state: 'declined' }
  if (verb === 'callOff') return { ...whistle, state: 'calledOff' }
  if (verb === 'upgrade') return { ...whistle, upgradedAt: now }
  return verb === 'misuse' ? { ...whistle, misusedAt: now } : whistle
}

type Step = {
  verb: WhistleVerb
  who: Who
  at: number
  minutes: number
  ruling: 'upheld' | 'overruled' | 'other'
}

/** Takes a step where it is allowed. Out: the state after it, or undefined where it was refused. */
function take(state: State, { verb, who, at, minutes, ruling }: Step): State | undefined {
  const now = state.now + minutes * 60_000
  const line = state.lines[at]
  if (whyNotWhistle(verb, state.whistle, isLineVerb(verb) ? line : undefined, people[who])) return undefined
  if (!isLineVerb(verb)) {
    const whistle = whistleAfter(state.whistle, verb, who, now)
    const ends = verb === 'callOff' || verb === 'decline'
    return { whistle, now, lines: ends ? state.lines.map((one) => lineCalledOff(one, now)) : state.lines }
  }
  if (!line) return undefined
  const next = lineAfter(line, verb, { ...input, ruling }, now, null)
  return { ...state, now, lines: withLead(state.lines.map((one) => (one === line ? next : one))) }
}

test('every history leaves each line with exactly one step to do, or ended', () => {
  fc.assert(
    fc.property(kindArb, stepsArb, (kind, steps) => {
      let state = blown(kind)
      for (const step of steps) {
        state = take(state, step) ?? state
        for (const line of state.lines) {
          expect((line.step === null) === (line.outcome !== null)).toBe(true)
          if (line.step !== null) expect(lineSteps).toContain(line.step)
          // a clock stands still exactly while an objection waits
          expect(line.pauses.some(({ toAt }) => toAt === null)).toBe(line.step === 'rule')
        }
        const stay = state.lines.filter(({ outcome }) => outcome !== 'released')
        const open = stay.filter((line) => line.step !== null)
        if (open.length > 0) expect(stay.filter(({ role }) => role === 'lead')).toHaveLength(1)
      }
    }),
    { numRuns: 400 },
  )
})

test('somebody can always take the step that is to be done, and the line comes to its end', () => {
  const forward = ['sign', 'contact', 'arrive', 'plan', 'finish', 'confirm', 'rule'] as const
  fc.assert(
    fc.property(kindArb, stepsArb, (kind, steps) => {
      let state = blown(kind)
      for (const step of steps) state = take(state, step) ?? state
      if (state.whistle.state === 'waiting')
        state = take(state, { verb: 'second', who: 'deputy', at: 0, minutes: 1, ruling: 'upheld' }) ?? state
      for (let i = 0; i < 40 && state.lines.some((line) => line.step !== null); i++) {
        const at = state.lines.findIndex((line) => line.step !== null)
        const moves = forward.flatMap((verb) =>
          (Object.keys(people) as Who[]).map((who) => ({
            verb,
            who,
            at,
            minutes: 1,
            ruling: 'overruled' as const,
          })),
        )
        const next = moves.map((move) => take(state, move)).find((one) => one !== undefined)
        expect(next, `nobody can ${state.lines[at]?.step}`).toBeDefined()
        state = next ?? state
      }
      expect(state.lines.every(({ step }) => step === null)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('nobody without a line may act on one, and nobody is their own second approval', () => {
  fc.assert(
    fc.property(kindArb, stepsArb, (kind, steps) => {
      let state = blown(kind)
      for (const step of steps) {
        const line = state.lines[step.at]
        for (const verb of whistleVerbs) {
          for (const who of ['other', 'clerk'] as const)
            expect(
              whyNotWhistle(verb, state.whistle, isLineVerb(verb) ? line : undefined, people[who]),
            ).toBeDefined()
          const stranger = line?.unitId === 'housing' ? people.water : people.housing
          if (isLineVerb(verb)) expect(whyNotWhistle(verb, state.whistle, line, stranger)).toBeDefined()
        }
        expect(whyNotWhistle('second', state.whistle, undefined, people.leader)).toBeDefined()
        state = take(state, step) ?? state
      }
    }),
    { numRuns: 60 },
  )
})

const dueOf = ({ warn, due, over }: Marks) => [warn, due, over]

test('due times never move backwards through a pause, and marks come in their order', () => {
  fc.assert(
    fc.property(
      kindArb,
      fc.constantFrom<LineVerb[]>([], ['sign'], ['sign', 'contact']),
      fc.integer({ min: 1, max: 6 * 24 * 60 }),
      fc.integer({ min: 0, max: 12 * 24 * 60 }),
      (kind, done, objectsAfter, waits) => {
        let line = blown(kind).lines[0] as Line
        for (const verb of done) line = lineAfter(line, verb, input, start, null)
        const before = lineMarks(line, kind, given)
        const objectedAt = start + objectsAfter * 60_000
        const objected = lineAfter(line, 'object', input, objectedAt, null)
        const ruled = lineAfter(objected, 'rule', { ruling: 'overruled' }, objectedAt + waits * 60_000, null)
        const after = lineMarks(ruled, kind, given)
        expect(ruled.step).toBe(line.step)
        for (const [i, at] of dueOf(after).entries()) expect(at).toBeGreaterThanOrEqual(dueOf(before)[i] ?? 0)
        const [warn, due, over] = dueOf(after) as [number, number, number]
        expect(warn).toBeLessThanOrEqual(due)
        expect(due).toBeLessThanOrEqual(over)
        // what had run out before it was objected to is as late as it was
        if ((before.due ?? 0) < objectedAt) expect(after.due).toBe(before.due)
      },
    ),
    { numRuns: 500 },
  )
})
