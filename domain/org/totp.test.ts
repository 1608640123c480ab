import { expect, test } from 'vitest'
import { totpCode } from '#server/org/totp.ts'
import { openSteps, toBase32, totpAddress } from './totp.ts'

const text = (words: string) => new TextEncoder().encode(words)

test('the codes are those of RFC 6238, appendix B, in six digits', () => {
  const secret = Buffer.from('12345678901234567890')
  const told: [seconds: number, code: string][] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ]
  for (const [seconds, code] of told) expect(totpCode(secret, Math.floor(seconds / 30))).toBe(code)
})

test('base32 is that of RFC 4648 without padding', () => {
  const told = {
    '': '',
    f: 'MY',
    fo: 'MZXQ',
    foo: 'MZXW6',
    foob: 'MZXW6YQ',
    fooba: 'MZXW6YTB',
    foobar: 'MZXW6YTBOI',
  }
  for (const [plain, coded] of Object.entries(told)) expect(toBase32(text(plain))).toBe(coded)
})

test('one step on either side counts, and none up to the last that was used', () => {
  expect(openSteps(300_000, 0)).toEqual([9, 10, 11])
  expect(openSteps(300_000, 10)).toEqual([11])
  expect(openSteps(300_000, 11)).toEqual([])
  // used while a clock was an hour ahead: nobody is shut out for that hour
  expect(openSteps(300_000, 131)).toEqual([9, 10, 11])
})

test('the address names the product and the account', () => {
  expect(totpAddress('MZXW6', { issuer: '枫桥', login: 'clerk' })).toBe(
    `otpauth://totp/${encodeURIComponent('枫桥')}:clerk?secret=MZXW6&issuer=${encodeURIComponent('枫桥')}&algorithm=SHA1&digits=6&period=30`,
  )
})
