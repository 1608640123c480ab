import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, id, optionalText, phone, text } from './fields.ts'

describe('a text', () => {
  test('is trimmed and loses what cannot be seen, but keeps its lines', () => {
    expect(text(20).parse(' 第一行\n第二行\u0000\u0007 ')).toBe('第一行\n第二行')
  })

  test('of nothing but blanks is missing, and an optional one is empty', () => {
    expect(text(20).safeParse(' \n\t　').success).toBe(false)
    expect(optionalText(20).parse('  ')).toBe('')
    expect(optionalText(20).parse(undefined)).toBeUndefined()
  })

  test('of exactly the limit is taken and of one more is not', () => {
    expect(text(5).safeParse('一二三四五').success).toBe(true)
    expect(text(5).safeParse('一二三四五六').success).toBe(false)
    expect(text(5).safeParse('  一二三四五  ').success).toBe(true)
  })

  test('that was taken is taken again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const once = text(100).safeParse(typed)
        if (once.success) expect(text(100).parse(once.data)).toBe(once.data)
      }),
    )
  })
})

describe('a telephone number', () => {
  test.each([
    ['19900000012', '19900000012'],
    [' 199-0000-0012 ', '19900000012'],
    ['１９９　００００　００１２', '19900000012'],
    ['+86 199 0000 0012', '19900000012'],
    ['0086-19900000012', '19900000012'],
    ['（027）8500—1234', '02785001234'],
    ['12345', '12345'],
  ])('%j is read as %s', (typed, read) => expect(phone.parse(typed)).toBe(read))

  test.each(['', '1234', '打给我', '199 0000 001a', '1'.repeat(17)])('%j is none', (typed) => {
    expect(phone.safeParse(typed).success).toBe(false)
  })
})

test('an id is one that a client made, and a day is written in full', () => {
  expect(id.safeParse('017f22e2-79b0-7cc3-98c4-dc0c0c07398f').success).toBe(true)
  expect(id.safeParse('1').success).toBe(false)
  expect(day.safeParse('2026-03-02').success).toBe(true)
  expect(day.safeParse('2026-3-2').success).toBe(false)
})
