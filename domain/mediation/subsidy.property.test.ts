import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mediation } from './mediation.ts'
import {
  assess,
  type SubsidyCase,
  type SubsidyRate,
  subsidyChanges,
  subsidyTiers,
  takenOutReasons,
} from './subsidy.ts'

const rates: SubsidyRate[] = [
  { level: 'street', ordinary: 5_000, difficult: 20_000, major: 40_000 },
  { level: 'community', ordinary: 3_000, difficult: 8_000, major: 15_000 },
]
const act = { at: 1, by: 'p', way: 'oral', fileId: null, textId: null } as const

type Given = {
  agreed: boolean
  performed: boolean
  revisited: boolean
  told: boolean
  expert: boolean
  dispute: number
  takenOut: SubsidyCase['takenOut']
  tier: SubsidyCase['tier']
  level: SubsidyCase['level']
  day: number
}

function caseOf(given: Given, i: number): SubsidyCase {
  const { agreed, performed, revisited, told, expert } = given
  const id = `m${String(i).padStart(3, '0')}`
  const m = {
    ...{ id, matterId: `matter-${id}`, state: 'filed', type: 'people', source: 'applied' },
    ...{ committeeId: 'c', year: 2026, no: i + 1, limitDays: 30, extendedDays: 0, extensionRound: 0 },
    ...{ pauses: [], mandates: [], routes: [], endReason: null, openedAt: 0, version: 9 },
    mediators: [
      { accountId: 'x', part: expert ? 'expert' : 'lead', since: 0, until: null, disclosedAt: null },
    ],
    participants: [
      { partyId: 'p', side: 'a', standing: 'in', told: told ? act : null, consents: [], outAt: null },
    ],
    sessions: [{ id: 's', state: 'held', kind: 'joint' }],
    agreements: agreed
      ? [
          {
            ...{ id: 'a', no: 1, kind: 'oral', version: 1, partyIds: ['p'], termsId: 't', wholeFen: null },
            ...{ shares: [], draftedAt: 0, signatures: [], mediatorAt: 1, mediatorId: 'x', sealAt: null },
            ...{ reachedOn: '2026-01-01', confirmations: [], droppedAt: null },
            obligations: [
              {
                ...{
                  id: 'o',
                  kind: 'act',
                  byId: 'p',
                  toId: null,
                  fen: 0,
                  dueOn: '2026-01-01',
                  missedAt: null,
                },
                done: performed ? [{ at: 1, fen: 0, whole: true, on: '2026-01-01', fileId: null }] : [],
              },
            ],
          },
        ]
      : [],
    revisits: revisited ? [{ at: 2 }] : [],
    ...{ agreedAt: agreed ? 1 : null, endedAt: agreed ? null : 1, filedAt: 2 },
  } as unknown as Mediation
  const dispute = [m.matterId, `dispute-${given.dispute}`]
  const closedOn = `2026-01-${String(given.day).padStart(2, '0')}`
  return { m, level: given.level, closedOn, dispute, tier: given.tier, takenOut: given.takenOut }
}

// mostly fit to be paid, so that being paid is what is tried
const mostly = fc.nat(9).map((n) => n > 0)
const given: fc.Arbitrary<Given> = fc.record({
  ...{ agreed: mostly, performed: mostly, revisited: mostly, told: mostly, expert: fc.boolean() },
  ...{ dispute: fc.nat(15), day: fc.integer({ min: 1, max: 28 }) },
  takenOut: fc.option(fc.constantFrom(...takenOutReasons), { freq: 8 }),
  tier: fc.option(fc.constantFrom(...subsidyTiers), { nil: undefined }),
  level: fc.constantFrom('street', 'community', 'district'),
})
const many = fc.array(given, { maxLength: 25 }).map((all) => all.map(caseOf))
const elsewhere = fc.array(fc.nat(15), { maxLength: 4 }).map((all) => new Set(all.map((n) => `dispute-${n}`)))

describe('a subsidy list', () => {
  test('has a line for every case, pays only what nothing speaks against, and by its tier and level', () => {
    fc.assert(
      fc.property(many, elsewhere, (cases, paid) => {
        const lines = assess(cases, rates, paid)
        expect(lines.map((line) => line.mediationId).sort()).toEqual(cases.map(({ m }) => m.id).sort())
        for (const line of lines) {
          const rate = rates.find(({ level }) => level === line.level)
          expect(line.fen).toBe(line.reasons.length === 0 ? rate?.[line.tier] : 0)
        }
        const byTier = rates.flatMap((rate) =>
          subsidyTiers.map((tier) => {
            const those = lines.filter(
              (l) => l.level === rate.level && l.tier === tier && l.reasons.length === 0,
            )
            return those.length * rate[tier]
          }),
        )
        const sum = lines.reduce((all, { fen }) => all + fen, 0)
        expect(byTier.reduce((all, fen) => all + fen, 0)).toBe(sum)
      }),
    )
  })

  test('never pays one dispute twice, whether in itself or after another list', () => {
    fc.assert(
      fc.property(many, elsewhere, (cases, paid) => {
        const disputeOf = new Map(cases.map(({ m, dispute }) => [m.id, dispute[1] ?? '']))
        const disputes = assess(cases, rates, paid)
          .filter(({ fen }) => fen > 0)
          .map(({ mediationId }) => disputeOf.get(mediationId) ?? '')
        expect(new Set(disputes).size).toBe(disputes.length)
        for (const one of disputes) expect(paid.has(one)).toBe(false)
      }),
    )
  })

  test('names the reason: whatever is not agreed, performed, revisited, told, paid at its level or was taken out is not paid', () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 25 }), (all) => {
        const lines = new Map(assess(all.map(caseOf), rates, new Set()).map((l) => [l.mediationId, l]))
        for (const [i, one] of all.entries()) {
          const reasons = lines.get(`m${String(i).padStart(3, '0')}`)?.reasons ?? []
          expect(reasons.includes('notAgreed')).toBe(!one.agreed)
          expect(reasons.includes('notPerformed')).toBe(one.agreed && !one.performed)
          expect(reasons.includes('revisitMissing')).toBe(one.agreed && !one.revisited)
          expect(reasons.includes('papersMissing')).toBe(one.agreed && !one.told)
          expect(reasons.includes('noRate')).toBe(one.agreed && one.level === 'district')
          if (one.takenOut) expect(reasons).toContain(one.takenOut)
        }
      }),
    )
  })

  test('is the same drawn up twice, in whatever order the cases come', () => {
    fc.assert(
      fc.property(many, elsewhere, (cases, paid) => {
        const [one, other] = [assess(cases, rates, paid), assess(cases.toReversed(), rates, paid)]
        expect(other).toEqual(one)
        expect(subsidyChanges(one, other)).toEqual([])
      }),
    )
  })
})
