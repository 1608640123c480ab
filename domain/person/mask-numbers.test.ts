import { expect, test } from 'vitest'
import { maskNumbers } from './mask-numbers.ts'

test.each([
  ['请打 19900001234 找老王', '请打 199****1234 找老王'],
  ['电话199-0000-1234', '电话199****1234'],
  ['座机 0799-5550101。', '座机 079****0101。'],
  ['身份证36010019800101123X', '身份证360****123X'],
  ['家里 5550101', '家里 *****01'],
])('hides the number in “%s”', (text, masked) => {
  expect(maskNumbers(text)).toBe(masked)
})

test.each(['2026-11-23 10:30 来过', '柳岸新村 3 幢 502 室', '欠薪 126000 元', '261122-00057-1', ''])(
  'leaves “%s” as it is',
  (text) => {
    expect(maskNumbers(text)).toBe(text)
  },
)
