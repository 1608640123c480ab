import { expect, it } from 'vitest'
import { freshBytes } from './random.ts'

it('never gives the same bytes twice, across the edge of the pool too', () => {
  const seen = new Set(Array.from({ length: 3000 }, () => freshBytes(12).toString('hex')))
  expect(seen.size).toBe(3000)
})

it('gives bytes that nobody else writes to', () => {
  const bytes = freshBytes(16)
  const before = bytes.toString('hex')
  for (let i = 0; i < 2000; i++) freshBytes(16).fill(1)
  expect(bytes.toString('hex')).toBe(before)
})
