import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phone } from '#contract/fields.ts'
import { queryCode, spacedQueryCode } from '#domain/matter/number.ts'
import { readPhone, readTypedCode } from './read-typed.ts'

const code = queryCode(Uint8Array.from([3, 8, 4, 7, 2, 2, 1, 0, 5, 5, 9]))
const fullWidth = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))

test('a query code is read with spaces, dashes, full-width digits and words around it', () => {
  for (const typed of [
    code,
    spacedQueryCode(code),
    fullWidth(code),
    `查询码：${fullWidth(spacedQueryCode(code))}。`,
    code.replace(/(\d{3})/g, '$1-'),
  ]) {
    expect(readTypedCode(typed), typed).toEqual({ code })
  }
})

test('too few and too many digits are counted', () => {
  expect(readTypedCode('')).toEqual({ short: 12 })
  expect(readTypedCode(code.slice(0, 9))).toEqual({ short: 3 })
  expect(readTypedCode(`${code}55`)).toEqual({ long: 2 })
})

test('every single wrong digit is caught before anything is sent', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 40, maxLength: 40, max: 249 }),
      fc.nat(11),
      fc.integer({ min: 1, max: 9 }),
      (random, at, plus) => {
        const right = queryCode(random)
        const wrong = right.slice(0, at) + ((Number(right[at]) + plus) % 10) + right.slice(at + 1)
        expect(readTypedCode(wrong)).toEqual({ wrong: true })
      },
    ),
  )
})

test('a telephone number is read here as the server reads it', () => {
  const written = fc.oneof(
    fc.string({ maxLength: 70 }),
    fc.stringMatching(/^(\+86|0086)?[-0-9 —()０-９]{0,24}$/),
    fc.constantFrom('199-0000-0001', '＋86 199 0000 0001', '０１９９００００００１', '(0550) 123 4567', '12'),
  )
  fc.assert(
    fc.property(written, (typed) => {
      const there = phone.safeParse(typed)
      expect(readPhone(typed)).toBe(there.success ? there.data : undefined)
    }),
  )
})
