import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhones } from './phones.ts'

describe('reading a cell of phone numbers', () => {
  it.each([
    ['19900001234', '19900001234'],
    ['199 0000 1234', '19900001234'],
    ['199-0000-1234', '19900001234'],
    ['１９９００００１２３４', '19900001234'],
    ['+86 199 0000 1234', '19900001234'],
    ['008619900001234', '19900001234'],
    ['86-19900001234', '19900001234'],
    ['(+86)19900001234', '19900001234'],
    ["'19900001234", '19900001234'],
    ['手机：19900001234', '19900001234'],
    ['0339-8812345', '0339-8812345'],
    ['03398812345', '0339-8812345'],
    ['(010) 8812 3456', '010-88123456'],
    ['+86-10-88123456', '010-88123456'],
    ['0339-88123456转801', '0339-88123456-801'],
    ['0339-88123456 分机 801', '0339-88123456-801'],
    ['0339-88123456-801', '0339-88123456-801'],
    ['0339—88123456', '0339-88123456'],
    ['88123456', '88123456'],
    ['400-812-3456', '4008123456'],
    ['+852 2812 3456', '+85228123456'],
  ])('reads %s', (text, phone) => {
    expect(readPhones(text)).toEqual({ phone, others: [] })
  })

  it('keeps further numbers and names each once', () => {
    expect(readPhones('19900001234/0339-8812345、199-0000-1234')).toEqual({
      phone: '19900001234',
      others: ['0339-8812345'],
    })
  })

  it.each(['', '-', '无', '匿名', '保密', 'N/A'])('takes %s for no number', (text) => {
    expect(readPhones(text)).toEqual({ others: [] })
  })

  it('keeps a number with asterisks apart, for it cannot be called', () => {
    expect(readPhones('199****1234')).toEqual({ others: [], masked: '199****1234' })
  })

  it.each(['1990000123', '199000012345', '1.9900001234E+10', '12000001234', '请打办公室', '19900001234/123'])(
    'refuses %s',
    (text) => {
      expect(readPhones(text)).toBeUndefined()
    },
  )

  it('reads its own answer the same again', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789+-() 转/86'), maxLength: 24 })
    fc.assert(
      fc.property(text, (given) => {
        const read = readPhones(given)
        if (read?.phone) expect(readPhones(read.phone)?.phone).toBe(read.phone)
      }),
      { numRuns: 2000 },
    )
  })
})
