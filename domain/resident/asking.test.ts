import { describe, expect, test } from 'vitest'
import { type Asked, isCodeAlive, isMobile, mayAskAt } from './asking.ts'

const minute = 60_000
const hour = 60 * minute
const start = Date.UTC(2026, 10, 23, 1, 30)

/** Plays asks in order, each as early as its asker comes and the rule lets it; keeps who was turned away. */
class Line {
  readonly asked: Asked[] = []
  /** Asks at an instant. Out: whether a code is sent. */
  ask(asker: string, at: number, isKnown = false): boolean {
    const isSent = mayAskAt(this.asked, { asker, isKnown }, at) <= at
    this.asked.push({ at, asker, isKnown, isSent })
    return isSent
  }
  until = (asker: string, at: number, isKnown = false) => mayAskAt(this.asked, { asker, isKnown }, at)
}

describe('one person at one place', () => {
  test('may ask once a minute', () => {
    const line = new Line()
    expect(line.ask('home', start)).toBe(true)
    expect(line.until('home', start + 1_000)).toBe(start + minute)
    expect(line.ask('home', start + 59_999)).toBe(false)
    expect(line.ask('home', start + minute)).toBe(true)
  })

  test('may ask five times an hour and ten times a day', () => {
    const line = new Line()
    let at = start
    const sentBy = (end: number) => {
      for (; at < end; at += minute) line.ask('home', at)
      return line.asked.filter((one) => one.isSent).length
    }
    expect(sentBy(start + hour)).toBe(5)
    expect(sentBy(start + 2 * hour)).toBe(10)
    expect(sentBy(start + 24 * hour)).toBe(10)
    expect(sentBy(start + 25 * hour)).toBe(15)
  })
})

describe('a stranger who knows the number', () => {
  test('at one address keeps its holder waiting for no more than a minute, however often and fast they ask', () => {
    for (const came of [0, 1_000, 30_000, 59_000, 4 * minute + 1, 50 * minute, 3 * hour]) {
      const line = new Line()
      let got: number | undefined
      for (let at = start; at <= start + came + 2 * minute; at += 500) {
        // the stranger is quicker at every instant
        line.ask('stranger', at)
        if (at >= start + came && got === undefined && line.ask('holder', at)) got = at
      }
      expect((got ?? Number.POSITIVE_INFINITY) - start - came, String(came)).toBeLessThanOrEqual(minute)
    }
  })

  test('at n addresses keeps its holder waiting for no more than n and five minutes', () => {
    for (const n of [2, 5, 12]) {
      const line = new Line()
      let got: number | undefined
      for (let at = start; got === undefined && at < start + 24 * hour; at += 1_000) {
        for (let i = 0; i < n; i++) line.ask(`stranger ${i}`, at)
        if (at >= start + 10_000 && line.ask('holder', at)) got = at
      }
      expect((got ?? Number.POSITIVE_INFINITY) - start, String(n)).toBeLessThanOrEqual((n + 5) * minute)
    }
  })

  test('never keeps a device waiting on which the number has signed in before', () => {
    const line = new Line()
    for (let i = 0; i < 200; i++) line.ask(`stranger ${i}`, start + i * minute)
    const at = start + 200 * minute
    line.ask('stranger 300', at - 1)
    expect(line.ask('own phone', at, true)).toBe(true)
    expect(line.ask('own phone', at + 59_000, true)).toBe(false)
  })

  test('cannot have more than thirty messages a day sent to it, from however many addresses', () => {
    const line = new Line()
    for (let i = 0; i < 24 * 60; i++) line.ask(`stranger ${i}`, start + i * minute)
    expect(line.asked.filter((one) => one.isSent)).toHaveLength(30)
  })
})

test('what was written while a clock was ahead holds nobody and keeps no code alive', () => {
  const line = new Line()
  const ahead = start + 400 * 24 * hour
  for (let i = 0; i < 5; i++) line.ask('home', ahead + i * minute)
  expect(line.ask('home', start)).toBe(true)
  expect([isCodeAlive(ahead, start), isCodeAlive(start, start)]).toEqual([false, true])
  expect([isCodeAlive(start, start + 5 * minute - 1), isCodeAlive(start, start + 5 * minute)]).toEqual([
    true,
    false,
  ])
})

test('a mobile number has eleven digits and begins as one', () => {
  for (const good of ['19900001234', '19900005566']) expect(isMobile(good)).toBe(true)
  for (const bad of ['', '12800001234', '1990000123', '199000012345', '07995550101', '4008001234'])
    expect(isMobile(bad), bad).toBe(false)
})
