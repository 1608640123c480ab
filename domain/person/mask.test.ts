import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskMail, maskName, maskPhone } from './mask.ts'

const digits = (min: number, max: number) =>
  fc.array(fc.nat(9), { minLength: min, maxLength: max }).map((list) => list.join(''))

describe('a name', () => {
  test.each([
    ['梅春生', '梅**'],
    ['方圆', '方*'],
    ['方', '方*'],
    ['欧阳小满子', '欧***'],
    ['𠮷野家', '𠮷**'],
    ['', '*'],
  ])('%j is shown as %j', (name, masked) => expect(maskName(name)).toBe(masked))

  test('never shows more than its first character, nor how long a long one is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        expect(maskName(name).slice([...name][0]?.length)).toMatch(/^\*{1,3}$/)
      }),
    )
  })
})

describe('a telephone number', () => {
  test.each([
    ['19900000012', '199****0012'],
    ['85001234', '******34'],
    ['8500123', '*****23'],
    ['12345', '***45'],
    ['02785001234', '027****1234'],
  ])('%s is shown as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked))

  test('of the length of a mobile number or a landline keeps at least four digits hidden', () => {
    fc.assert(
      fc.property(digits(6, 16), (phone) => {
        const shown = maskPhone(phone).replaceAll('*', '').length
        expect(phone.length - shown).toBeGreaterThanOrEqual(4)
      }),
    )
  })

  test('of five digits, the shortest that is taken, keeps three hidden', () => {
    fc.assert(fc.property(digits(5, 5), (phone) => maskPhone(phone) === `***${phone.slice(3)}`))
  })
})

test('an e-mail address keeps its first character and its host', () => {
  expect(maskMail('fang.zhiyuan@example.org')).toBe('f***@example.org')
  expect(maskMail('f@example.org')).toBe('f***@example.org')
})
