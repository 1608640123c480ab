import { describe, expect, it } from 'vitest'
import { addMonths, fenOf, instalments, splitFen, yuanOf } from './money.ts'

describe('money of an agreement', () => {
  it('reads amounts as people type them and refuses what is none', () => {
    expect(['1,200.5', '１２００', '¥ 80', '3000元', '0.05'].map(fenOf)).toEqual([
      120050, 120000, 8000, 300000, 5,
    ])
    expect(['', '12.345', '-5', '一千', '1e3'].map(fenOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('writes them in groups of three', () => {
    expect([0, 5, 120000, 123456789].map(yuanOf)).toEqual(['0', '0.05', '1,200', '1,234,567.89'])
  })

  it('divides to the fen and loses none', () => {
    expect(splitFen(100, 3)).toEqual([34, 33, 33])
    expect(splitFen(1_000_001, 83).reduce((a, b) => a + b)).toBe(1_000_001)
  })

  it('sets instalments a month apart, on the last day where a month is short', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(instalments(300_000, 2, '2026-12-31')).toEqual([
      { fen: 150_000, dueOn: '2026-12-31' },
      { fen: 150_000, dueOn: '2027-01-31' },
    ])
  })
})
