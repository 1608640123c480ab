import { describe, expect, test } from 'vitest'
import { seenNext } from './use-arrivals.ts'

const first = seenNext(undefined, 'mine', ['a', 'b', 'c'])

describe('what is new in a list', () => {
  test('nothing is new on the first look, nor in another list', () => {
    expect(first.fresh.size).toBe(0)
    expect(seenNext(first, 'pool', ['x', 'y']).fresh.size).toBe(0)
  })

  test('a row that came in between is new', () => {
    const next = seenNext(first, 'mine', ['a', 'n', 'b', 'c'])
    expect([...next.fresh]).toEqual(['n'])
    expect(next.told).toBe(1)
  })

  test('rows loaded further down are not', () => {
    expect(seenNext(first, 'mine', ['a', 'b', 'c', 'd', 'e']).fresh.size).toBe(0)
  })

  test('a row that left and came back was seen before', () => {
    const without = seenNext(first, 'mine', ['b', 'c'])
    expect(seenNext(without, 'mine', ['a', 'b', 'c']).fresh.size).toBe(0)
  })

  test('the first row of an empty list is new', () => {
    expect([...seenNext(seenNext(undefined, 'mine', []), 'mine', ['n']).fresh]).toEqual(['n'])
  })
})
