import { describe, expect, it } from 'vitest'
import type { AgreementView, MediationView, ParticipantView } from '#contract/mediation.ts'
import { nextOf } from './next.ts'

const now = Date.parse('2026-11-26T02:00:00Z')
const party = (side: 'a' | 'b', more: Partial<ParticipantView> = {}) =>
  ({
    partyId: side,
    side,
    standing: 'asked',
    told: null,
    consents: [],
    ...more,
  }) as unknown as ParticipantView
const told = { at: '2026-11-26T01:00:00Z', byId: 'a', way: 'screen', hasFile: true } as const
const yes = [{ ...told, topic: 'mediate', answer: true, isCurrent: true }] as const
const of = (more: Partial<MediationView>) =>
  ({
    ...{ state: 'asking', may: ['settle'], pauses: [], isLate: false, sessions: [], agreements: [] },
    ...{ mediators: [{ isNow: true }], revisits: [], participants: [party('a'), party('b')], ...more },
  }) as unknown as MediationView
const zh = (more: Partial<MediationView>) => nextOf(of(more), now).words.zh

describe('the next thing of a mediation', () => {
  it('is to tell, then to ask, then to begin', () => {
    expect(nextOf(of({}), now).facts).toEqual({ n: 2 })
    expect(zh({ participants: [party('a', { told }), party('b', { told })] })).toContain('没有回答')
    const all = [party('a', { told, consents: [...yes] }), party('b', { told, consents: [...yes] })]
    expect(nextOf(of({ participants: all }), now).step).toBe('begin')
  })

  it('is to end it where one side has nobody left, and to end it when it is late', () => {
    expect(nextOf(of({ participants: [party('a'), party('b', { standing: 'out' })] }), now).step).toBe('end')
    expect(nextOf(of({ state: 'running', isLate: true }), now).step).toBe('end')
  })

  it('follows an agreement from its signatures to the file', () => {
    const draft = { isDropped: false, effectiveOn: null, kind: 'written', number: '1', unsigned: ['b'] }
    const with_ = (more: object) => [
      { ...draft, mediatorAt: null, obligations: [], ...more } as unknown as AgreementView,
    ]
    const running = (more: object) => zh({ state: 'running', agreements: with_(more) })
    expect(running({})).toContain('还差 {n} 位')
    expect(running({ unsigned: [] })).toContain('请调解员签字')
    expect(running({ unsigned: [], mediatorAt: 'x' })).toContain('加盖')
    expect(running({ unsigned: [], effectiveOn: '2026-11-26' })).toContain('确认达成协议')
    const agreed = (obligations: object[], revisits: object[] = []) =>
      nextOf(
        of({
          state: 'agreed',
          agreements: with_({ effectiveOn: 'x', obligations }),
          revisits: revisits as never,
        }),
        now,
      )
    expect(agreed([{ isDone: false, isOverdue: true }]).words.zh).toContain('到期没有履行')
    expect(agreed([{ isDone: true }]).step).toBe('revisit')
    expect(agreed([{ isDone: true }], [{}]).step).toBe('file')
  })
})
