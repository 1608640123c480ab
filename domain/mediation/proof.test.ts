import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreedFen } from './agreement.ts'
import { proofCode, readProofCode, spacedProof } from './proof.ts'

test('a code is read off paper however it is typed, and nothing else is one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
      const code = proofCode(bytes)
      expect(code).toMatch(/^[0-9A-Z]{12}$/)
      expect(code).not.toMatch(/[OILU]/)
      expect(readProofCode(spacedProof(code))).toBe(code)
      expect(readProofCode(code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
      expect(
        readProofCode(
          code.replace(/./g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
        ),
      ).toBe(code)
      expect(readProofCode(code.slice(1))).toBeUndefined()
      expect(readProofCode(`${code}7`)).toBeUndefined()
    }),
  )
  for (const typed of ['', 'U23456789ABC', '一二三四五六七八九十一二', '0000-0000-00*0'])
    expect(readProofCode(typed)).toBeUndefined()
})

test('the money of an agreement is what is to be paid under it, and where no payment is written down the sum that is divided', () => {
  const owed = { id: 'o', byId: 'b', toId: 'a', dueOn: '2026-12-01', done: [], missedAt: null } as const
  const pay = (fen: number) => ({ ...owed, kind: 'pay', fen }) as never
  const act = { ...owed, kind: 'act', fen: 0 } as never
  expect(agreedFen({ obligations: [pay(100), act, pay(50)], wholeFen: 900 })).toBe(150)
  expect(agreedFen({ obligations: [act], wholeFen: 900 })).toBe(900)
  expect(agreedFen({ obligations: [], wholeFen: null })).toBe(0)
})
