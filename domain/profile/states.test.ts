import { expect, test } from 'vitest'
import { clockKinds } from '../matter/clocks.ts'
import { states } from '../matter/matter.ts'
import { moveOf, verbs } from '../matter/moves.ts'
import { problemsOf } from './check.ts'
import { defaultProfile } from './profile.ts'
import { standings, statesTimedBy } from './states.ts'

test('every state can be reached, and wherever a matter waits a clock runs', () => {
  expect(new Set(standings.map(({ state }) => state))).toEqual(new Set(states))
  expect(standings.filter(({ state, clocks }) => state !== 'closed' && clocks.size === 0)).toEqual([])
})

test('every state that waits has an owner and a way on', () => {
  for (const state of states.filter((one) => one !== 'closed')) {
    const into = verbs.filter((verb) => moveOf(verb).to === state)
    // a move into it says whose turn it is, or leaves it with whoever had it before
    expect(into.length, state).toBeGreaterThan(0)
    const on = verbs.filter((verb) => moveOf(verb).from.includes(state) && moveOf(verb).to !== 'same')
    expect(
      on.filter((verb) => moveOf(verb).needs !== undefined),
      state,
    ).not.toEqual([])
  }
  expect(moveOf('receive').holder).toBe('centre')
})

test('each clock is known by the states that would wait without it', () => {
  expect(statesTimedBy('accept')).toEqual(['received'])
  expect(new Set(statesTimedBy('handle'))).toEqual(new Set(['dispatched', 'handling']))
  expect(statesTimedBy('revisit')).toEqual(['revisiting'])
  for (const clock of clockKinds) expect(statesTimedBy(clock)).not.toEqual([])
})

test('a profile that leaves a state without a clock is refused with the clock to mend and the states that would wait', () => {
  for (const clock of clockKinds) {
    const limits = defaultProfile.limits.filter((rule) => rule.clock !== clock)
    expect(problemsOf({ ...defaultProfile, limits })).toContainEqual({
      ...{ code: 'noLast', isGrave: true, clock, states: statesTimedBy(clock) },
    })
  }
})
