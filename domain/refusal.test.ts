import { expect, test } from 'vitest'
import { isRefusal, refusalCodes, refuse } from './refusal.ts'

test('a refusal carries its code, and facts and field only where there are any', () => {
  expect(refuse('notFound')).toEqual({ refused: 'notFound' })
  expect(Object.keys(refuse('notFound'))).toEqual(['refused'])
  expect(refuse('tooLong', { max: 60 }, 'title')).toEqual({
    refused: 'tooLong',
    facts: { max: 60 },
    field: 'title',
  })
})

test('a refusal is told from everything else', () => {
  expect(refusalCodes.every((code) => isRefusal(refuse(code)))).toBe(true)
  for (const other of [undefined, null, 'refused', 0, [], {}, { code: 'notFound' }])
    expect(isRefusal(other)).toBe(false)
})

test('no code is listed twice', () => expect(new Set(refusalCodes).size).toBe(refusalCodes.length))
