import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gramsOf, queryText, vectorText } from './grams.ts'

/** What PostgreSQL does with the two texts: every term of the query is, or with `:*` begins, a gram of the vector. */
function matches(text: string, typed: string): boolean {
  const grams = gramsOf(text)
  const terms = (queryText(typed) ?? "''").split(' & ').map((term) => {
    const isPrefix = term.endsWith(':*')
    const word = term.slice(1, isPrefix ? -3 : -1).replaceAll("''", "'")
    return grams.some((gram) => (isPrefix ? gram.startsWith(word) : gram === word))
  })
  return terms.every(Boolean)
}

const han = fc.constantFrom(...'水漏灯楼道枫溪社区物业噪声晚上一三𠮷')
const other = fc.constantFrom(...' ，。！0123４５abcXé-\n\'"&:*()|')
const text = fc
  .array(fc.oneof(han, han, other), { minLength: 2, maxLength: 40 })
  .map((signs) => signs.join(''))

test('a radical that stands as a sign of its own is not searched for', () => {
  expect(gramsOf('⺀水漏')).toEqual(['水漏'])
  expect(queryText('⺀')).toBeUndefined()
})

describe('what is found', () => {
  test('every stretch of two or more Chinese characters of a text finds that text', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (given, from, length) => {
        const runs = given.match(/\p{Script=Han}{2,}/gu) ?? []
        fc.pre(runs.length > 0)
        const run = [...(runs[from % runs.length] ?? '')]
        const start = from % (run.length - 1)
        const end = start + 2 + (length % (run.length - start - 1))
        expect(matches(given, run.slice(start, end).join(''))).toBe(true)
      }),
    )
  })

  test('several such stretches at once do too, in any order', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const stretches = (s: string) => (s.match(/\p{Script=Han}{2,}/gu) ?? []).join(' ')
        fc.pre(stretches(a) !== '' && stretches(b) !== '')
        expect(matches(`${a}，${b}`, `${stretches(b)} ${stretches(a)}`)).toBe(true)
      }),
    )
  })

  test('a text finds itself, whatever it is made of', () => {
    fc.assert(fc.property(text, (given) => queryText(given) === undefined || matches(given, given)))
  })

  test.each([
    ['枫和苑12栋301室漏水', '301'],
    ['枫和苑12栋301室漏水', '12栋'],
    ['枫和苑12栋301室漏水', '301室漏水'],
    ['枫和苑12栋301室漏水', '枫和苑12栋'],
    ['三单元ＡＢ电梯', 'ab'],
    ['Lift out of order', 'ORD'],
    ['楼道灯坏了', '灯'],
  ])('in %j one finds %j', (given, typed) => expect(matches(given, typed)).toBe(true))

  test.each([
    ['楼道灯坏了', '道楼'],
    ['楼道灯坏了', '路灯'],
    ['枫和苑12栋301室漏水', '302'],
    ['楼 道', '楼道'],
  ])('in %j one does not find %j', (given, typed) => expect(matches(given, typed)).toBe(false))
})

describe('what goes to the database', () => {
  test.each(['', '   ', '，。！', "'", '&|!'])('%j is no search', (typed) => {
    expect(queryText(typed)).toBeUndefined()
  })

  test('nothing typed can change the search: only letters, digits and the signs of the search itself remain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(queryText(typed) ?? '').toMatch(/^('[\p{L}\p{N}]+'(:\*)?( & )?)*$/u)
        expect(vectorText(gramsOf(typed))).toMatch(/^('[\p{L}\p{N}]+' ?)*$/u)
      }),
    )
  })

  test('no word is longer than sixty signs, and none is there twice', () => {
    const grams = gramsOf(`${'a'.repeat(500)} 漏水漏水 漏水`)
    expect(grams).toEqual(['a'.repeat(60), '漏水', '水漏'])
  })
})
