import { expect, test } from 'vitest'
import { staffAt, units } from '#test/rules/scene.ts'
import { situations } from '#test/rules/situations.ts'
import type { Matter } from '../matter/matter.ts'
import { mayRevealParty } from './reveal.ts'

const handled = situations(units.community, units.department)['handling'] as Matter
const officer = staffAt('departmentOfficer', units.department)
const clerk = staffAt('communityClerk', units.community)
const open = { isConfidential: false }

test('who handles it sees the parties, but not one who asked for secrecy', () => {
  expect(mayRevealParty(officer, handled, { side: 'a', ...open })).toBe(true)
  expect(mayRevealParty(officer, handled, { side: 'b', isConfidential: true })).toBe(false)
  expect(mayRevealParty(clerk, handled, { side: 'b', isConfidential: true })).toBe(true)
  expect(mayRevealParty(staffAt('leader', units.district), handled, { side: 'a', ...open })).toBe(false)
})

test('of a report the unit learns whom it is about and never who reports', () => {
  const report = { ...handled, kind: 'report' as const }
  expect(mayRevealParty(officer, report, { side: 'a', ...open })).toBe(false)
  expect(mayRevealParty(officer, report, { side: 'b', ...open })).toBe(true)
  expect(mayRevealParty(officer, report, { side: 'third', isConfidential: true })).toBe(false)
  expect(mayRevealParty(clerk, report, { side: 'a', ...open })).toBe(true)
})
