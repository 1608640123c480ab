import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterCall, type InLine, type LineState, lineOf, soonAfter } from './order.ts'

const one = (id: string, lineAt: number, more: Partial<InLine> = {}): InLine => ({
  id,
  number: 1,
  lineAt,
  isFavoured: false,
  afterCalls: null,
  ...more,
})
const ids = (line: readonly InLine[]) => line.map(({ id }) => id).join(' ')
const start: LineState = { calls: 0, wasFavoured: false }

test('who came first is called first, whatever order they are read in', () => {
  expect(ids(lineOf([one('c', 3), one('a', 1), one('b', 2)], start))).toBe('a b c')
})

test('the favoured take turns with the others', () => {
  const waiting = [one('a', 1), one('b', 2), one('old', 8, { isFavoured: true })]
  expect(ids(lineOf(waiting, start))).toBe('old a b')
  expect(ids(lineOf(waiting, { calls: 5, wasFavoured: true }))).toBe('a old b')
})

test('who was absent and came back is called after the next two', () => {
  const waiting = [one('a', 1), one('b', 2), one('c', 3), one('back', 0, { afterCalls: 4 + soonAfter })]
  expect(ids(lineOf(waiting, { calls: 4, wasFavoured: false }))).toBe('a b back c')
  expect(ids(lineOf(waiting, { calls: 6, wasFavoured: false }))).toBe('back a b c')
  expect(ids(lineOf([one('back', 0, { afterCalls: 6 })], { calls: 4, wasFavoured: false }))).toBe('back')
})

const inLine = fc.record({
  lineAt: fc.integer({ min: 0, max: 50 }),
  isFavoured: fc.boolean(),
  afterCalls: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }),
})
const halls = fc.record({
  waiting: fc
    .array(inLine, { maxLength: 14 })
    .map((rows) => rows.map((row, i) => ({ ...row, number: i % 4, id: `t${String(i).padStart(2, '0')}` }))),
  state: fc.record({ calls: fc.integer({ min: 0, max: 10 }), wasFavoured: fc.boolean() }),
})

test('everybody stands in line once, and the order does not depend on how they are read', () => {
  fc.assert(
    fc.property(halls, ({ waiting, state }) => {
      const line = lineOf(waiting, state)
      expect(line.map(({ id }) => id).toSorted()).toEqual(waiting.map(({ id }) => id).toSorted())
      expect(ids(lineOf(waiting.toReversed(), state))).toBe(ids(line))
    }),
  )
})

test('the order is stable: calling the first leaves the rest as they stood', () => {
  fc.assert(
    fc.property(halls, ({ waiting, state }) => {
      const [first, ...rest] = lineOf(waiting, state)
      if (first) expect(ids(lineOf(rest, afterCall(first, state)))).toBe(ids(rest))
    }),
  )
})

test('nobody starves: however many favoured keep coming, an ordinary number is called within twice its place', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 30, maxLength: 30 }),
      fc.boolean(),
      (before, arriving, wasFavoured) => {
        let waiting = Array.from({ length: before }, (_, i) => one(`a${i}`, i))
        let state: LineState = { calls: 0, wasFavoured }
        const last = `a${before - 1}`
        for (let call = 1; ; call++) {
          for (let i = 0; i < (arriving[call] ?? 0); i++)
            waiting.push(one(`f${call}.${i}`, 100 + call, { isFavoured: true }))
          const [first] = lineOf(waiting, state)
          if (!first) throw new Error('the line ran out')
          if (first.id === last) {
            expect(call).toBeLessThanOrEqual(2 * before)
            break
          }
          waiting = waiting.filter((t) => t.id !== first.id)
          state = afterCall(first, state)
        }
      },
    ),
  )
})

test('nor does a favoured one wait longer than twice its place among the favoured', () => {
  fc.assert(
    fc.property(halls, ({ waiting, state }) => {
      const line = lineOf(
        waiting.map((t) => ({ ...t, afterCalls: null })),
        state,
      )
      let place = 0
      for (const [index, t] of line.entries())
        if (t.isFavoured) expect(index + 1).toBeLessThanOrEqual(2 * ++place)
    }),
  )
})
