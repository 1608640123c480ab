import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUuidv7, uuidv7 } from './id.ts'

const instant = fc.nat(2 ** 47)
const random = fc.uint8Array({ minLength: 10, maxLength: 10 })

test('an id tells its instant in its first twelve digits (RFC 9562 appendix A.6)', () => {
  const bytes = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  expect(uuidv7(0x017f22e279b0, bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('every instant and every chance makes an id', () => {
  fc.assert(fc.property(instant, random, (now, bytes) => isUuidv7(uuidv7(now, bytes))))
})

test('a later id sorts after an earlier one', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 1e9 }), random, random, (now, gap, a, b) => {
      expect(uuidv7(now, a) < uuidv7(now + gap, b)).toBe(true)
    }),
  )
})

test('ids of one instant differ when chance differs beyond the six bits that say what an id is', () => {
  fc.assert(
    fc.property(instant, random, fc.integer({ min: 3, max: 9 }), (now, bytes, at) => {
      const other = bytes.map((byte, i) => (i === at ? byte ^ 0xff : byte))
      expect(uuidv7(now, bytes)).not.toBe(uuidv7(now, other))
    }),
  )
})

test.each([
  ['', 'nothing'],
  ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', 'capitals'],
  ['017f22e2-79b0-4cc3-98c4-dc0c0c07398f', 'another version'],
  ['017f22e2-79b0-7cc3-78c4-dc0c0c07398f', 'another variant'],
  ['017f22e279b07cc398c4dc0c0c07398f', 'no dashes'],
  [' 017f22e2-79b0-7cc3-98c4-dc0c0c07398f', 'a space'],
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n', 'a line break'],
])('%j is not an id: %s', (text) => expect(isUuidv7(text)).toBe(false))
