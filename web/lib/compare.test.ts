import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts, wordsOf } from './compare.ts'

const joined = (before: string, after: string, leave: 'in' | 'out') =>
  compareTexts(before, after)
    .filter(({ is }) => is !== leave)
    .map(({ text }) => text)
    .join('')

const texts = fc.array(
  fc.constantFrom('乙方', '赔偿', '甲方', '三千元', '两千元', '，', '。', ' ', '\n', 'Tel 1', '𠮷'),
)

describe('two wordings', () => {
  test('are compared by words, not by signs', () => {
    expect(compareTexts('乙方赔偿甲方三千元。', '乙方赔偿甲方两千元。')).toEqual([
      { is: 'same', text: '乙方赔偿甲方' },
      { is: 'out', text: '三千元' },
      { is: 'in', text: '两千元' },
      { is: 'same', text: '。' },
    ])
  })

  test('give back both: without what was put in the old one, without what was taken out the new one', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [before, after] = [one.join(''), other.join('')]
        expect(joined(before, after, 'in')).toBe(before)
        expect(joined(before, after, 'out')).toBe(after)
        expect(wordsOf(before).join('')).toBe(before)
      }),
    )
  })

  test('that are the same show no change, and an empty one is all new', () => {
    expect(compareTexts('一样', '一样').every(({ is }) => is === 'same')).toBe(true)
    expect(compareTexts('', '新的').every(({ is }) => is === 'in')).toBe(true)
  })
})
