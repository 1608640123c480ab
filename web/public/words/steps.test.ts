import { expect, test } from 'vitest'
import { inWords } from '#contract/words/language.ts'
import { moveOf, verbs } from '#domain/matter/moves.ts'
import { stepSentence, stepWords } from './steps.ts'

const said = (verb: string, unitName: string | null, byMe: boolean, language: 'zh' | 'en' = 'zh') => {
  const sentence = stepSentence({ verb, unitName, byMe })
  return sentence && inWords(sentence, language, { unit: unitName ?? '' })
}

test('every verb a resident is told of has its sentence, and no other one', () => {
  expect(Object.keys(stepWords).sort()).toEqual(verbs.filter((verb) => moveOf(verb).told).sort())
  expect(stepSentence({ verb: 'note', unitName: '滨河社区', byMe: false })).toBeUndefined()
  expect(stepSentence({ verb: 'toString', unitName: null, byMe: false })).toBeUndefined()
})

test('a step says who did it: the person, a named unit, or nobody by name', () => {
  expect(said('dispatch', '滨河社区', false)).toBe('已交给滨河社区办理。')
  expect(said('dispatch', null, false)).toBe('已交给承办单位办理。')
  expect(said('withdraw', null, true)).toBe('您撤回了诉求。')
  expect(said('withdraw', '滨河社区', false)).toBe('滨河社区登记了撤回。')
  expect(said('submit', 'Riverside', false, 'en')).toBe(
    'Riverside reported its result, which is being checked.',
  )
})

test('a sentence without a unit leaves no hole for one', () => {
  for (const row of Object.values(stepWords)) {
    for (const sentence of [row.plain, row.byMe].filter((s) => s !== undefined)) {
      expect(sentence.zh + sentence.en).not.toContain('{')
    }
  }
})
