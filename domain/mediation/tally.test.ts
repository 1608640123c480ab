import { expect, test } from 'vitest'
import { wanOf } from '#contract/words/figure-labels.ts'
import { figureSpan } from './figures.ts'

test.each([
  ['thisMonth', '2026-01-15', '2026-01-01', '2026-01-15'],
  ['lastMonth', '2026-01-15', '2025-12-01', '2025-12-31'],
  ['lastMonth', '2024-03-31', '2024-02-01', '2024-02-29'],
  ['thisQuarter', '2026-11-26', '2026-10-01', '2026-11-26'],
  ['lastQuarter', '2026-02-01', '2025-10-01', '2025-12-31'],
  ['thisYear', '2026-11-26', '2026-01-01', '2026-11-26'],
] as const)('%s on %s goes from %s to %s', (period, today, from, to) => {
  expect(figureSpan(period, today)).toEqual({ from, to })
})

test.each([
  [0, '0.00'],
  [4_999, '0.00'],
  [5_000, '0.01'],
  [300_000, '0.30'],
  [1_234_567_800, '1,234.57'],
  [1_234_567_890_000, '1,234,567.89'],
])('%i fen are %s in 万元', (fen, told) => {
  expect(wanOf(fen)).toBe(told)
})
