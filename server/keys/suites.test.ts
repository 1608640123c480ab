import { createCipheriv } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldKeyIds, isSealedNow, seal, unseal, useKeys } from '../secrets.ts'
import { ciphers } from './suites.ts'

const keyOf = (fill: number) => Buffer.alloc(32, fill).toString('base64')

test.each(ciphers)('%s opens what it sealed, and nothing that was changed or moved', (cipher) => {
  useKeys(keyOf(1), keyOf(2), { cipher })
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (text, bound, at, flip) => {
        const sealed = seal(text, bound)
        expect(unseal(sealed, bound)).toBe(text)
        expect(isSealedNow(sealed)).toBe(true)
        expect(() => unseal(sealed, `${bound}.`)).toThrow()
        const place = at % sealed.length
        sealed[place] = (sealed[place] ?? 0) ^ flip
        expect(() => unseal(sealed, bound)).toThrow()
      },
    ),
  )
})

test.each(ciphers)('%s shows nothing of the text, and never seals twice alike', (cipher) => {
  useKeys(keyOf(1), keyOf(2), { cipher })
  const [one, other] = [seal('199 0000 1234', 'a'), seal('199 0000 1234', 'a')]
  expect(one.equals(other)).toBe(false)
  expect(one.includes('1234')).toBe(false)
})

test('a key of before opens what it sealed, under either cipher, and seals nothing any more', () => {
  useKeys(keyOf(1), keyOf(2))
  const before = seal('周大友', 'x')
  useKeys(keyOf(3), keyOf(2), { cipher: 'sm4', oldFields: [keyOf(1)] })
  expect(unseal(before, 'x')).toBe('周大友')
  expect(isSealedNow(before)).toBe(false)
  const after = seal('周大友', 'x')
  useKeys(keyOf(3), keyOf(2))
  expect(unseal(after, 'x')).toBe('周大友')
  expect(() => unseal(before, 'x')).toThrow(/no key [0-9a-f]{8}: add it to MAPLE_OLD_FIELD_KEYS/)
})

test('what the first version sealed is opened by whichever key made it', () => {
  const nonce = Buffer.alloc(12, 7)
  const cipher = createCipheriv('aes-256-gcm', Buffer.alloc(32, 1), nonce)
  cipher.setAAD(Buffer.from('x'))
  const body = Buffer.concat([cipher.update('林小满', 'utf8'), cipher.final()])
  const sealed = Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body])
  useKeys(keyOf(3), keyOf(2), { oldFields: [keyOf(4), keyOf(1)] })
  expect(unseal(sealed, 'x')).toBe('林小满')
  expect(() => unseal(sealed, 'y')).toThrow()
})

test('keys have names from which no key can be found, and a setting that is no key is named', () => {
  useKeys(keyOf(3), keyOf(2), { oldFields: [keyOf(1)] })
  const ids = fieldKeyIds()
  expect(new Set(ids.map((id) => id.toString('hex'))).size).toBe(2)
  expect(() => useKeys('short', keyOf(2))).toThrow('MAPLE_FIELD_KEY must be 32 bytes in base64')
  expect(() => useKeys(keyOf(1), keyOf(2), { oldIndexes: ['?'] })).toThrow('MAPLE_OLD_INDEX_KEYS')
})
