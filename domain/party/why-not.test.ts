import { describe, expect, test } from 'vitest'
import { mostParties, mostRepresentatives, type Party, rolesOf, sides } from './party.ts'
import { whyNotParty, whyNotRemove } from './why-not.ts'

const party = (more: Partial<Party> = {}): Party => ({
  ...{ id: 'new', side: 'a', kind: 'person', role: 'applicant' },
  ...{ isRepresentative: false, capacity: 'full', actsFor: [] },
  ...more,
})
const many = (count: number, more: Partial<Party>) =>
  Array.from({ length: count }, (_, i) => party({ id: `p${i}`, ...more }))

describe('a side and its roles', () => {
  test.each(sides)('the roles of side %s are taken there, and every other role is refused', (side) => {
    const child = party({ id: 'child', side, role: 'concerned', capacity: 'minor' })
    const principal = side === 'third' ? { ...child, role: 'third' as const } : child
    for (const role of [
      'applicant',
      'respondent',
      'concerned',
      'third',
      'agent',
      'guardian',
      'witness',
    ] as const) {
      const actsFor = role === 'agent' || role === 'guardian' ? ['child'] : []
      const refused = whyNotParty([principal], party({ side, role, actsFor }))
      expect(refused?.refused, role).toBe(rolesOf[side].includes(role) ? undefined : 'roleNotOnSide')
    }
  })
})

describe('representatives', () => {
  test('five of a side, and a sixth is refused on that side only', () => {
    const five = many(mostRepresentatives, { isRepresentative: true })
    expect(whyNotParty(five, party({ isRepresentative: true }))).toEqual({
      ...{ refused: 'enoughRepresentatives', field: 'isRepresentative', facts: { most: 5 } },
    })
    expect(whyNotParty(five.slice(1), party({ isRepresentative: true }))).toBeUndefined()
    const there = party({ side: 'b', role: 'respondent', isRepresentative: true })
    expect(whyNotParty(five, there)).toBeUndefined()
    expect(whyNotParty(five, { ...(five[0] as Party), capacity: 'limited' })).toBeUndefined()
  })

  test('speak for themselves: no agent is one', () => {
    const agent = party({ role: 'agent', actsFor: ['p0'], isRepresentative: true })
    expect(whyNotParty(many(1, {}), agent)?.refused).toBe('notRepresentative')
  })
})

describe('who acts for others', () => {
  const agent = (actsFor: string[]) => party({ role: 'agent', actsFor })

  test('names somebody of the same side who stands for themselves', () => {
    const present = [
      ...many(1, {}),
      party({ id: 'other', side: 'b', role: 'respondent' }),
      party({ id: 'agent', role: 'agent', actsFor: ['p0'] }),
    ]
    expect(whyNotParty(present, agent(['p0']))).toBeUndefined()
    expect(whyNotParty(present, agent([]))?.refused).toBe('actsForNobody')
    for (const wrong of ['other', 'agent', 'nobody', 'new'])
      expect(whyNotParty(present, agent(['p0', wrong]))?.refused, wrong).toBe('notPrincipal')
    expect(whyNotParty(present, party({ actsFor: ['p0'] }))?.refused).toBe('notPrincipal')
  })

  test('a guardian stands only beside somebody without full capacity', () => {
    const present = [...many(1, {}), party({ id: 'child', capacity: 'minor' })]
    const guardian = (id: string) => party({ role: 'guardian', actsFor: [id] })
    expect(whyNotParty(present, guardian('child'))).toBeUndefined()
    expect(whyNotParty(present, guardian('p0'))?.refused).toBe('notAWard')
  })

  test('keeps somebody to act for: a principal neither leaves, nor changes sides, nor grows up beside a guardian', () => {
    const child = party({ id: 'child', capacity: 'minor' })
    const present = [child, party({ id: 'guardian', role: 'guardian', actsFor: ['child'] })]
    expect(whyNotRemove(present, 'child')).toEqual({ refused: 'stillActedFor', facts: { count: 1 } })
    expect(whyNotRemove(present, 'guardian')).toBeUndefined()
    const moved = { ...child, side: 'b', role: 'respondent' } as const
    expect(whyNotParty(present, moved)?.refused).toBe('stillActedFor')
    expect(whyNotParty(present, { ...child, capacity: 'full' })?.refused).toBe('stillActedFor')
    expect(whyNotParty(present, { ...child, capacity: 'limited' })).toBeUndefined()
  })
})

test('an organisation has no capacity to lack, and a list of hundreds is a file', () => {
  const firm = party({ kind: 'organisation', capacity: 'minor' })
  expect(whyNotParty([], firm)).toMatchObject({ refused: 'badInput', field: 'capacity' })
  expect(whyNotParty(many(mostParties, {}), party())).toMatchObject({ refused: 'enoughParties' })
})
