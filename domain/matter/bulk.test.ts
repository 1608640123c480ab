import { expect, test } from 'vitest'
import { bulkInputOf, bulkVerbNames } from './bulk.ts'
import { moveOf } from './moves.ts'

const matter = { title: '灯不亮', kind: 'request', categoryCode: 'S0101', urgency: 'normal' } as const

test('a verb in bulk is one that a person of the staff may do to a matter that is there', () => {
  for (const verb of bulkVerbNames) {
    expect(moveOf(verb).needs, verb).toBeDefined()
    expect(moveOf(verb).from.length, verb).toBeGreaterThan(0)
  }
})

test('the same input goes to all, and never the same object', () => {
  const given = { unitId: 'u' }
  expect(bulkInputOf('dispatch', matter, given)).toEqual(given)
  expect(bulkInputOf('dispatch', matter, given)).not.toBe(given)
})

test('a triage in bulk changes what was chosen and leaves the rest as each matter has it', () => {
  expect(bulkInputOf('triage', matter, { urgency: 'urgent', kind: undefined })).toEqual({
    ...matter,
    urgency: 'urgent',
  })
  expect(bulkInputOf('triage', { ...matter, categoryCode: null }, { note: '统一研判' })).toEqual({
    ...{ ...matter, categoryCode: '', note: '统一研判' },
  })
})
