import { expect, test } from 'vitest'
import { outcomeOf } from './api.ts'

test('an answer is an answer, and an expected no is a refusal', () => {
  expect(outcomeOf(200, { number: 'x' })).toEqual({ ok: { number: 'x' } })
  expect(outcomeOf(404, { refused: 'unknownCode' })).toEqual({ refused: { refused: 'unknownCode' } })
})

test('a server that asks to wait is waited for and not taken for a no', () => {
  expect(outcomeOf(429, { refused: 'tooBusy', facts: { seconds: 7 } })).toEqual({
    unreached: 'busy',
    seconds: 7,
  })
  expect(outcomeOf(429, undefined)).toEqual({ unreached: 'busy' })
})

test('faults, gateways and pages of a strange network are not answers', () => {
  expect(outcomeOf(500, { refused: 'notFound' })).toEqual({ unreached: 'server' })
  expect(outcomeOf(502, undefined)).toEqual({ unreached: 'server' })
  expect(outcomeOf(200, undefined)).toEqual({ unreached: 'network' })
  expect(outcomeOf(404, '<html>')).toEqual({ unreached: 'server' })
})
