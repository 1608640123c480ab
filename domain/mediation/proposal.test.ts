import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, languages, proposeMediators } from './proposal.ts'

const plain: Candidate = {
  ...{ accountId: 'a', nearness: 'far', open: 3 },
  ...{ specialities: [], languages: ['mandarin'], hasConflict: false },
}
const need = { categories: ['0201', '02'], language: undefined }
const order = (...those: Partial<Candidate>[]) =>
  proposeMediators(
    those.map((one, i) => ({ ...plain, accountId: String(i), ...one })),
    need,
  ).map(({ accountId }) => accountId)

describe('a proposal of mediators', () => {
  test('puts first who knows the field, also by its class, before who is near', () => {
    expect(
      order({ nearness: 'here' }, { specialities: ['02'] }, { specialities: ['0201'], open: 1 }),
    ).toEqual(['2', '1', '0'])
  })

  test('looks for the language of a party before anything else', () => {
    const proposed = proposeMediators(
      [
        { ...plain, specialities: ['0201'] },
        { ...plain, accountId: 'b', languages: ['sign'] },
      ],
      { ...need, language: 'sign' },
    )
    expect(proposed.map(({ accountId }) => accountId)).toEqual(['b', 'a'])
    expect(proposed[0]?.reasons).toEqual(['language', 'free'])
  })

  test('prefers who has less in hand among equals, and keeps their order where that is equal too', () => {
    expect(order({ open: 2 }, { open: 0 }, { open: 2 })).toEqual(['1', '0', '2'])
  })

  test('never puts before anybody free who is not free, and keeps everybody', () => {
    const candidate = fc.record({
      accountId: fc.uuid(),
      nearness: fc.constantFrom('here' as const, 'near' as const, 'far' as const),
      open: fc.nat(20),
      specialities: fc.subarray(['0201', '02', '03']),
      languages: fc.subarray([...languages]),
      hasConflict: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(candidate), fc.option(fc.constantFrom(...languages)), (those, language) => {
        const proposed = proposeMediators(those, { ...need, language: language ?? undefined })
        expect(proposed.map(({ accountId }) => accountId).toSorted()).toEqual(
          those.map(({ accountId }) => accountId).toSorted(),
        )
        const conflicts = proposed.map(({ hasConflict }) => hasConflict)
        expect(conflicts).toEqual(conflicts.toSorted((a, b) => Number(a) - Number(b)))
        for (const one of proposed) expect(one.reasons.includes('conflict')).toBe(one.hasConflict)
      }),
    )
  })
})
