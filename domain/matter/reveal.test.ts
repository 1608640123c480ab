import { describe, expect, test } from 'vitest'
import { staffAt, units } from '#test/rules/scene.ts'
import { situations } from '#test/rules/situations.ts'
import type { Matter } from './matter.ts'
import { mayReveal } from './reveal.ts'

const handled = situations(units.streetCentre, units.community)['handling'] as Matter
const desk = staffAt('deskOfficer', units.streetCentre)
const handler = staffAt('communityClerk', units.community)
const openTo = (matter: Matter, isConfidential: boolean) =>
  [desk, handler].map((actor) => mayReveal(actor, matter, { isConfidential }))

describe('who said it', () => {
  test('is open to who sorts it and to who handles it', () => {
    expect(openTo(handled, false)).toEqual([true, true])
  })

  test('is open to the sorting side alone where secrecy was asked for or a wrong is reported', () => {
    expect(openTo(handled, true)).toEqual([true, false])
    expect(openTo({ ...handled, kind: 'report' }, false)).toEqual([true, false])
  })

  test('is open to nobody who may only read', () => {
    for (const role of ['leader', 'supervisor'] as const)
      expect(mayReveal(staffAt(role, units.street), handled, { isConfidential: false })).toBe(false)
  })
})
