import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StaffActor } from '../actor.ts'
import { calendarOf } from '../calendar/working-days.ts'
import type { Role, UnitKind } from '../org/roles.ts'
import { servesPath } from '../org/tree.ts'
import { type Aid, type AidLine, newAidLine } from './aid.ts'
import { aidLineMarks, aidMarks } from './clocks.ts'
import { aidAfter, aidLineAfter, aidLineOrphaned, aidLineWithdrawn, aidSettled } from './effects.ts'
import { type AidVerb, aidMoves, aidVerbs, isAidLineVerb } from './moves.ts'
import type { Hand } from './who.ts'
import { whyNotAid } from './why-not.ts'

const calendar = calendarOf({
  days: [{ day: '2026-10-01', isWorking: false }],
  years: [[2026, 'official']],
  hours: [
    [540, 720],
    [810, 1050],
  ],
  version: 1,
})
const given = { calendar, warnShare: 0.7 }
const start = Date.UTC(2026, 8, 28, 2)

const seat = (role: Role, kind: UnitKind, unitId: string, path: string) => ({
  ...{ postId: unitId, role, unitId, unitKind: kind, unitName: unitId, unitPath: path },
  servesPath: servesPath({ kind, path }),
})
const hand = (accountId: string, teamIds: string[], ...seats: ReturnType<typeof seat>[]): Hand => {
  const actor: StaffActor = { kind: 'staff', districtId: 1, accountId, name: accountId, seats }
  return { actor, teamIds }
}
const people = {
  clerk: hand('clerk', [], seat('communityClerk', 'community', 'willow', '/1/001/001/')),
  sorter: hand('sorter', [], seat('dispatcher', 'centre', 'northCentre', '/1/001/ZX/')),
  top: hand('top', [], seat('dispatcher', 'centre', 'centre', '/1/ZX/')),
  housing: hand('housing', [], seat('departmentOfficer', 'department', 'housing', '/1/D1/')),
  member: hand('member', ['team'], seat('departmentOfficer', 'department', 'water', '/1/D2/')),
  other: hand('other', [], seat('departmentOfficer', 'department', 'parks', '/1/D3/')),
  south: hand('south', [], seat('dispatcher', 'centre', 'southCentre', '/1/002/ZX/')),
} as const
type Who = keyof typeof people

type State = { aid: Aid; lines: AidLine[]; now: number; hasTeam: boolean }
const posted = (): State => ({
  aid: {
    ...{ id: 'a', state: 'posted', unitId: 'willow', unitPath: '/1/001/001/', byId: 'clerk' },
    ...{ centrePath: '/1/001/', postedAt: start, since: start, steps: [], passedUpAt: null, overAt: null },
  },
  ...{ lines: [], now: start, hasTeam: true },
})

type Step = { verb: AidVerb | 'teamEnds'; who: Who; at: number; minutes: number }
const stepArb: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...aidVerbs, 'teamEnds' as const),
  who: fc.constantFrom(...(Object.keys(people) as Who[])),
  at: fc.integer({ min: 0, max: 3 }),
  minutes: fc.integer({ min: 0, max: 5 * 24 * 60 }),
})
const stepsArb = fc.array(stepArb, { maxLength: 80 })

const lineTo = (n: number, state: State, now: number): AidLine =>
  newAidLine(
    n % 2 === 0 || !state.hasTeam
      ? { id: `l${state.lines.length}`, unitId: 'housing', teamId: null, unitPath: '/1/D1/' }
      : { id: `l${state.lines.length}`, unitId: null, teamId: 'team', unitPath: '/1/D2/' },
    now,
  )

/** Whoever works in a team does so only while it runs. */
const handOf = (who: Who, { hasTeam }: State): Hand =>
  hasTeam ? people[who] : { ...people[who], teamIds: [] }

/** Takes a step where it is allowed. Out: the state after it, or undefined where it was refused. */
function take(state: State, { verb, who, at, minutes }: Step): State | undefined {
  const now = state.now + minutes * 60_000
  if (verb === 'teamEnds') {
    const lines = state.lines.map((line) => (line.teamId === null ? line : aidLineOrphaned(line, now)))
    return { ...state, now, lines, hasTeam: false }
  }
  const { aid, lines } = state
  const line = isAidLineVerb(verb) ? lines[at] : undefined
  if (whyNotAid(verb, aid, { line, lines }, handOf(who, state))) return undefined
  if (isAidLineVerb(verb)) {
    if (!line) return undefined
    const isTeamOver = line.teamId !== null && !state.hasTeam
    const rating = { speed: 'satisfied', result: 'satisfied' } as const
    const next = aidLineAfter(line, verb, { on: '2026-10-09', rating, isTeamOver }, now, null)
    const all = lines.map((one) => (one === line ? next : one))
    const moved = verb === 'handOver' ? [...all, lineTo(at, state, now)] : all
    return { ...state, now, lines: moved, aid: aidSettled(aid, moved, now) }
  }
  const after = aidAfter(aid, verb, { now, dueAt: aidMarks(aid, given).due, districtPath: '/1/' })
  const kept = verb === 'withdraw' ? lines.map((one) => aidLineWithdrawn(one, now)) : lines
  const moved = verb === 'dispatch' && lines.length < 6 ? [...kept, lineTo(at, state, now)] : kept
  return { ...state, now, lines: moved, aid: aidSettled(after, moved, now) }
}

const run = (steps: readonly Step[]) => {
  let state = posted()
  for (const step of steps) state = take(state, step) ?? state
  return state
}

test('every history leaves the order with whose turn it is: the centre, the orderer, or somebody with an open line', () => {
  fc.assert(
    fc.property(stepsArb, (steps) => {
      let state = posted()
      for (const step of steps) {
        state = take(state, step) ?? state
        const { aid, lines } = state
        for (const line of lines) expect((line.step === null) === (line.outcome !== null)).toBe(true)
        const open = lines.filter((line) => line.step !== null)
        expect(open.length > 0).toBe(aid.state === 'dispatched')
        expect(aid.overAt !== null).toBe(['over', 'declined', 'withdrawn'].includes(aid.state))
        if (aid.state === 'over') expect(lines.some(({ outcome }) => outcome === 'confirmed')).toBe(true)
        // what is somebody's turn has its time
        const due = [aidMarks(aid, given).due, ...open.map((line) => aidLineMarks(line, given).due)]
        if (aid.overAt === null) expect(due.some((at) => at !== null)).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})

test('somebody can always take the next step, and the order comes to its end', () => {
  const forward = ['dispatch', 'again', 'accept', 'plan', 'finish', 'confirm', 'takeBack'] as const
  fc.assert(
    fc.property(stepsArb, (steps) => {
      let state = run(steps)
      for (let i = 0; i < 60 && state.aid.overAt === null; i++) {
        const { lines } = state
        const isWorn = lines.length >= 6
        const moves = (isWorn ? [...forward.slice(1), 'withdraw' as const] : forward).flatMap((verb) =>
          (Object.keys(people) as Who[]).flatMap((who) =>
            [0, 2, ...lines.keys()].map((at) => ({ verb, who, at, minutes: 1 })),
          ),
        )
        const next = moves.map((move) => take(state, move)).find((one) => one !== undefined)
        expect(next, `nobody can go on from ${state.aid.state}`).toBeDefined()
        state = next ?? state
      }
      expect(state.aid.overAt).not.toBeNull()
    }),
    { numRuns: 200 },
  )
})

test('nobody who is not of it may do anything, and after the end of the team none of its people', () => {
  fc.assert(
    fc.property(stepsArb, (steps) => {
      const state = run(steps)
      for (const verb of aidVerbs)
        for (const line of [undefined, ...state.lines]) {
          const why = (who: Who) =>
            whyNotAid(verb, state.aid, { line, lines: state.lines }, handOf(who, state))
          for (const who of ['other', 'south'] as const) expect(why(who)).toBeDefined()
          if (!state.hasTeam) expect(why('member')).toBeDefined()
          if (aidMoves[verb].by !== 'centre')
            for (const who of ['sorter', 'top'] as const) expect(why(who)).toBeDefined()
        }
    }),
    { numRuns: 100 },
  )
})

test('marks come in their order, after the step began', () => {
  fc.assert(
    fc.property(stepsArb, (steps) => {
      const { aid, lines } = run(steps)
      for (const { warn, due, over } of [
        aidMarks(aid, given),
        ...lines.map((line) => aidLineMarks(line, given)),
      ]) {
        if (due === null) continue
        expect(warn).toBeLessThanOrEqual(due)
        expect(over).toBeGreaterThanOrEqual(due)
        expect(warn).toBeGreaterThanOrEqual(start)
      }
    }),
    { numRuns: 200 },
  )
})
