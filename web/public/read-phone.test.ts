import { describe, expect, test } from 'vitest'
import { readMobile, readTextCode } from './read-phone.ts'

describe('a typed mobile number', () => {
  test('is understood in every shape in which people paste it', () => {
    for (const typed of [
      '19900001234',
      '199 0000 1234',
      '199-0000-1234',
      '+86 19900001234',
      '008619900001234',
      '１９９００００１２３４',
    ])
      expect(readMobile(typed), typed).toEqual({ digits: '19900001234' })
  })

  test('says what is wrong with it', () => {
    expect(readMobile('')).toEqual({ none: true })
    expect(readMobile('  手机 ')).toEqual({ none: true })
    expect(readMobile('1990000')).toEqual({ short: 4 })
    expect(readMobile('1')).toEqual({ short: 10 })
    expect(readMobile('199000012345')).toEqual({ long: 1 })
    for (const typed of ['0799-5550101', '12800001234', '95588'])
      expect(readMobile(typed)).toEqual({ wrong: true })
  })
})

describe('a typed code', () => {
  test('is found alone, in groups, or in the whole message', () => {
    for (const typed of [
      '123456',
      ' 123 456 ',
      '１２３４５６',
      '【枫桥】验证码123456，5分钟内有效，请勿告诉他人。',
      'Your code is 123456. It is good for 5 minutes.',
    ])
      expect(readTextCode(typed), typed).toEqual({ digits: '123456' })
  })

  test('says what is wrong with it', () => {
    expect(readTextCode('验证码')).toEqual({ none: true })
    expect(readTextCode('1234')).toEqual({ short: 2 })
    expect(readTextCode('12345678')).toEqual({ long: 2 })
  })
})
