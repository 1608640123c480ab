import { expect, test } from 'vitest'
import { soundsDesperate, soundsUrgent } from './emergency.ts'
import { examples } from './words/stairwell.ts'

test('words of danger bring up the emergency numbers', () => {
  for (const words of [
    '三楼着火了！',
    '楼道里有火',
    '救命',
    '家里有煤气味，头晕',
    '楼上在打人，孩子在哭',
    '有人要自杀',
    '老人晕倒在电梯里',
    'There is a fire on the third floor',
    'I can smell gas, gas leak!',
  ]) {
    expect(soundsUrgent(words), words).toBe(true)
  }
})

test('harmless words in which a dangerous one hides do not', () => {
  for (const words of [
    '灭火器过期了',
    '楼下火锅店油烟大',
    '他一说就上火',
    '煤气费多收了',
    '消防通道被堵',
    '坐火车晕车',
    'The fire extinguisher is out of date',
    '路灯坏了',
    ...examples.flatMap((e) => [e.zh, e.en]),
  ]) {
    expect(soundsUrgent(words), words).toBe(false)
  }
})

test('a harmless word does not hide a dangerous one beside it', () => {
  expect(soundsUrgent('灭火器过期了，现在真的着火了')).toBe(true)
})

test('thoughts of ending one’s life bring up the line for that, a fire does not', () => {
  expect(soundsDesperate('我不想活了')).toBe(true)
  expect(soundsDesperate('着火了')).toBe(false)
})
