import { expect, test } from 'vitest'
import { likenessWords, voicesWords } from './similar-words.ts'

test('the reasons of a likeness are said one by one, the days with the date', () => {
  const reasons = [
    { kind: 'samePlace' as const },
    { kind: 'sameWords' as const, words: ['楼道', '灯坏'] },
    { kind: 'days' as const, days: 2 },
  ]
  expect(likenessWords(reasons, 'zh')).toEqual(['同一地点', '都提到“楼道、灯坏”'])
  expect(likenessWords(reasons, 'en')).toEqual(['same place', 'both say “楼道, 灯坏”'])
})

test('one voice is one voice', () => {
  expect(voicesWords(1, 'en')).toBe('one voice')
  expect(voicesWords(3, 'zh')).toBe('3 人反映')
})
