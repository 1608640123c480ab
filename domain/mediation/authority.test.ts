import { describe, expect, test } from 'vitest'
import type { Party } from '../party/party.ts'
import { whyNotActFor, whyNotMandate } from './authority.ts'
import type { Mandate } from './mediation.ts'

const person = (id: string, more: Partial<Party> = {}): Party => ({
  ...{ id, side: 'a', kind: 'person', role: 'applicant', isRepresentative: false },
  ...{ capacity: 'full', actsFor: [], ...more },
})
const present: Party[] = [
  person('mother'),
  person('child', { capacity: 'none' }),
  person('guardian', { role: 'guardian', actsFor: ['child'] }),
  person('lawyer', { role: 'agent', actsFor: ['mother'] }),
  person('neighbour', { side: 'b' }),
]
const mandate = (more: Partial<Mandate> = {}): Mandate => ({
  ...{ id: 'm', agentId: 'lawyer', principalIds: ['mother'], powers: ['reconcile', 'claims'] },
  ...{ fromOn: '2026-11-02', toOn: '2026-11-20', fileId: 'f', revokedAt: null, ...more },
})
const why = (byId: string, mandates: Mandate[], day = '2026-11-10', partyId = 'mother') =>
  whyNotActFor({ mandates }, present, partyId, byId, 'reconcile', day)

describe('whoever acts for a party', () => {
  test('is the party itself, its guardian, or an agent on any day of a mandate that carries the power', () => {
    expect(why('mother', [])).toBeUndefined()
    expect(why('guardian', [], '2026-11-10', 'child')).toBeUndefined()
    for (const day of ['2026-11-02', '2026-11-10', '2026-11-20'])
      expect(why('lawyer', [mandate()], day)).toBeUndefined()
  })

  test('has no mandate, or one of another party', () => {
    expect(why('lawyer', [])).toMatchObject({ refused: 'noMandate', field: 'byId' })
    expect(why('guardian', [mandate()])).toMatchObject({ refused: 'noMandate' })
    expect(why('lawyer', [mandate({ principalIds: ['neighbour'] })])).toMatchObject({ refused: 'noMandate' })
  })

  test('is refused the day before a mandate begins, the day after it ends, and once it was revoked', () => {
    for (const day of ['2026-11-01', '2026-11-21'])
      expect(why('lawyer', [mandate()], day)).toMatchObject({ refused: 'mandateOver', field: 'byId' })
    expect(why('lawyer', [mandate({ revokedAt: 1 })])).toMatchObject({ refused: 'mandateOver' })
    // a new one stands beside the old one
    expect(
      why('lawyer', [mandate(), mandate({ fromOn: '2026-11-21', toOn: '2026-12-31' })], '2026-11-25'),
    ).toBeUndefined()
  })

  test('is refused what the mandate does not name, with the power that lacks', () => {
    expect(why('lawyer', [mandate({ powers: ['claims'] })])).toMatchObject({
      ...{ refused: 'mandateNarrow', facts: { power: 'reconcile' } },
    })
  })

  test('is refused where a party needs a guardian first, or is nobody here', () => {
    expect(why('child', [], '2026-11-10', 'child')).toMatchObject({ refused: 'guardianFirst' })
    expect(why('stranger', [mandate()])).toMatchObject({ refused: 'noSuchParty' })
  })
})

test('a mandate is given by those the agent acts for, on its own side, and ends no earlier than it begins', () => {
  expect(whyNotMandate(present, mandate())).toBeUndefined()
  expect(whyNotMandate(present, mandate({ fromOn: '2026-11-20', toOn: '2026-11-20' }))).toBeUndefined()
  expect(whyNotMandate(present, mandate({ toOn: '2026-11-01' }))).toMatchObject({
    ...{ refused: 'badSpan', field: 'toOn' },
  })
  expect(whyNotMandate(present, mandate({ principalIds: ['neighbour'] }))).toMatchObject({
    refused: 'notPrincipal',
  })
  expect(whyNotMandate(present, mandate({ agentId: 'neighbour' }))).toMatchObject({ refused: 'notAnAgent' })
})
