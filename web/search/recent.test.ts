import { expect, test } from 'vitest'
import { isPersonal } from './recent.ts'

test.each(['19900001234', '199 0000 1234', '+86 199-0000-1234', '0799-5550101', '36010019800101123X'])(
  '“%s” may be somebody’s number',
  (text) => {
    expect(isPersonal(text)).toBe(true)
  },
)

test.each(['261122-00057-1', '漏水', '502', 'liuan', '3 幢 502'])('“%s” is nobody’s', (text) => {
  expect(isPersonal(text)).toBe(false)
})
