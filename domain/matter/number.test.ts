import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matterNumber, queryCode, readQueryCode, spacedQueryCode } from './number.ts'

const bytes = fc.uint8Array({ minLength: 24, maxLength: 24 })
const codes = bytes.filter((given) => given.filter((byte) => byte < 250).length >= 11).map(queryCode)
const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))

describe('the number of a matter', () => {
  test('tells the day and the running number and ends in a check digit', () => {
    expect(matterNumber('2026-11-22', 57)).toBe('261122-00057-1')
  })

  test('goes on past five digits instead of repeating itself', () => {
    expect(matterNumber('2026-11-22', 123_456)).toMatch(/^261122-123456-\d$/)
  })

  test('ends otherwise when any one digit is written wrong', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(4), fc.integer({ min: 1, max: 9 }), (sequence, at, by) => {
        const digits = [...String(sequence).padStart(5, '0')]
        digits[at] = String((Number(digits[at]) + by) % 10)
        const right = matterNumber('2026-11-22', sequence)
        expect(matterNumber('2026-11-22', Number(digits.join(''))).at(-1)).not.toBe(right.at(-1))
      }),
    )
  })
})

describe('a query code', () => {
  test('has twelve digits and is read back', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^\d{12}$/)
        expect(readQueryCode(code)).toBe(code)
      }),
    )
  })

  test('is read however it was typed or pasted', () => {
    fc.assert(
      fc.property(codes, fc.constantFrom(' ', '-', '　', ' - ', '.'), (code, gap) => {
        expect(readQueryCode(spacedQueryCode(code))).toBe(code)
        expect(readQueryCode(fullWidth(code))).toBe(code)
        expect(readQueryCode(`查询码：${[...fullWidth(code)].join(gap)}。`)).toBe(code)
      }),
    )
  })

  test('is not read with one wrong digit', () => {
    fc.assert(
      fc.property(codes, fc.nat(11), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
        const wrong = [...code]
        wrong[at] = String((Number(wrong[at]) + by) % 10)
        expect(readQueryCode(wrong.join(''))).toBeUndefined()
      }),
    )
  })

  test('is not read with two neighbours swapped, but for the one pair that the check cannot see', () => {
    fc.assert(
      fc.property(codes, fc.nat(10), (code, at) => {
        const [a = '', b = ''] = [code[at], code[at + 1]]
        fc.pre(a !== b && !['09', '90'].includes(a + b))
        expect(readQueryCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBeUndefined()
      }),
    )
  })

  test.each(['', '1234', '查询码', '1234567890123456'])('is not made of %j', (typed) => {
    expect(readQueryCode(typed)).toBeUndefined()
  })

  test('is shown in three groups of four', () =>
    expect(spacedQueryCode('384722105596')).toBe('3847 2210 5596'))

  test('draws every digit alike: a byte that would favour small digits is left out', () => {
    const code = queryCode(Uint8Array.from([255, 250, 251, ...Array.from({ length: 11 }, (_, i) => i)]))
    expect(code.slice(0, 11)).toBe('01234567890')
  })

  test('is not made of too little chance', () => {
    expect(() => queryCode(new Uint8Array(10))).toThrow('random')
    expect(() => queryCode(new Uint8Array(24).fill(255))).toThrow('random')
  })
})
