import { expect, test } from 'vitest'
import type { PartyView } from '#contract/party.ts'
import { addInput, blankParty, editInput, fitting, valueOf } from './form-value.ts'

const party: PartyView = {
  ...{ id: 'p', no: 3, side: 'b', kind: 'person', role: 'respondent', isRepresentative: true },
  ...{ isConfidential: false, name: '周**', phone: '199****5566', contactName: null, hasAddress: true },
  ...{ capacity: 'full', needsGuardian: false, actsFor: [], appealId: null, mayReveal: true, version: 1 },
  changedAt: '2026-11-26T00:00:00.000Z',
}

test('another side brings a role of its own, and what the role has not goes', () => {
  const moved = fitting({ ...valueOf(party), side: 'third' })
  expect(moved).toMatchObject({ role: 'third', isRepresentative: true })
  expect(fitting({ ...moved, role: 'witness' })).toMatchObject({ isRepresentative: false })
  expect(fitting({ ...moved, role: 'agent', actsFor: ['x'] }).actsFor).toEqual(['x'])
  expect(fitting({ ...moved, kind: 'organisation', capacity: 'minor' }).capacity).toBe('full')
})

test('a new party hands in what was typed, and of a voice only that it is one', () => {
  expect(addInput(blankParty(true, { name: '周大友' }), undefined)).toEqual({
    ...{ side: 'b', kind: 'person', role: 'respondent', name: '周大友', capacity: 'full', actsFor: [] },
    ...{ isRepresentative: false, isConfidential: false },
  })
  expect(addInput(blankParty(false), 'voice')).toMatchObject({ appealId: 'voice', role: 'concerned' })
})

test('a correction hands in only what is other than before', () => {
  expect(editInput(party, valueOf(party))).toEqual({ partyId: 'p', clear: [] })
  const value = {
    ...valueOf(party),
    phone: '199 0000 5577',
    role: 'concerned' as const,
    clear: ['address' as const],
  }
  expect(editInput(party, value)).toEqual({
    ...{ partyId: 'p', phone: '199 0000 5577', role: 'concerned', clear: ['address'] },
  })
})
