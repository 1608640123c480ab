import fc from 'fast-check'
import { expect, test } from 'vitest'
import { steadyClock } from './steady-clock.ts'

const minute = 60_000
const start = Date.UTC(2026, 10, 23, 1, 30)

/** A machine whose clock can be set, and whose ticking cannot. */
function machine() {
  let [ticks, shift] = [5_000, 0]
  const clock = steadyClock(
    () => start + ticks + shift,
    () => ticks,
  )
  return {
    clock,
    pass: (ms: number) => void (ticks += ms),
    set: (ms: number) => void (shift += ms),
    /** How far the steady clock is from the time that really passed (milliseconds). */
    off: () => clock.now() - (start + ticks),
  }
}

test('a clock that is kept in small steps is followed', () => {
  const { clock, pass, set, off } = machine()
  for (let i = 0; i < 100; i++) {
    pass(5_000)
    set(30_000)
    expect(off()).toBe((i + 1) * 30_000)
    expect(clock.aheadMs()).toBe(0)
  }
})

test('a leap ahead is not followed, time goes on meanwhile, and nothing has happened once it is taken back', () => {
  const { clock, pass, set, off } = machine()
  set(24 * 60 * minute)
  for (let i = 0; i < 9; i++) {
    pass(minute)
    expect(off()).toBe(0)
    expect(clock.aheadMs()).toBe(24 * 60 * minute)
  }
  set(-24 * 60 * minute)
  pass(minute)
  expect([off(), clock.aheadMs()]).toEqual([0, 0])
})

test('a leap that lasts is believed after ten minutes', () => {
  const { pass, set, off } = machine()
  set(120 * minute)
  expect(off()).toBe(0)
  pass(10 * minute - 1)
  expect(off()).toBe(0)
  pass(1)
  expect(off()).toBe(120 * minute)
})

test('a step back is followed at once', () => {
  const { set, off } = machine()
  set(-120 * minute)
  expect(off()).toBe(-120 * minute)
})

test('whatever is done to the clock, it is never more than a minute ahead of what passed, until ten minutes of it', () => {
  const steps = fc.array(
    fc.record({
      passes: fc.nat({ max: 2 * minute }),
      set: fc.integer({ min: -500 * minute, max: 500 * minute }),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(steps, (list) => {
      const { pass, set, off } = machine()
      let least = 0
      for (const step of list) {
        const before = off()
        set(step.set)
        pass(step.passes)
        least = Math.min(before, off())
        expect(off()).toBeLessThanOrEqual(Math.max(before, least) + minute)
      }
    }),
  )
})
