import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Asked,
  answerDueOn,
  eraseGrounds,
  identityChecks,
  outcomesFor,
  readersOf,
  subjectFields,
  subjectKinds,
  subjectOutcomes,
  whyNotAnswer,
  whyNotAsk,
} from './subject.ts'

const closed = { state: 'closed', reopenAsked: false, archivedAt: null } as const
const erase: Asked = {
  ...{ kind: 'erase', field: null, ground: 'achieved', byPhone: false, isErased: false, isDestroyed: false },
  matter: closed,
}
const correct: Asked = { ...erase, kind: 'correct', field: 'phone', ground: null }

test('a request is answered within thirty days of the calendar in China', () => {
  expect(answerDueOn(Date.UTC(2026, 10, 23, 1, 30))).toBe('2026-12-23')
  expect(answerDueOn(Date.UTC(2026, 10, 23, 16, 1)), 'past midnight in China').toBe('2026-12-24')
})

describe('asking', () => {
  const voice = { isErased: false, isDestroyed: false, open: [] }
  test('is free but for one that is open of the same kind', () => {
    for (const kind of subjectKinds) expect(whyNotAsk(kind, voice)).toBeUndefined()
    expect(whyNotAsk('erase', { ...voice, open: ['erase'] })).toEqual({ refused: 'subjectAsked' })
    expect(whyNotAsk('explain', { ...voice, open: ['erase'] })).toBeUndefined()
  })
  test('leaves only questions where the person has been taken out, and nothing where the file is gone', () => {
    const gone = { ...voice, isErased: true }
    expect(whyNotAsk('correct', gone)).toEqual({ refused: 'subjectErased' })
    expect(whyNotAsk('erase', gone)).toEqual({ refused: 'subjectErased' })
    expect(whyNotAsk('explain', gone)).toBeUndefined()
    expect(whyNotAsk('explain', { ...voice, isDestroyed: true })).toEqual({ refused: 'fileDestroyed' })
  })
})

describe('an erasure', () => {
  test('waits until the matter is over, however good its ground', () => {
    for (const ground of eraseGrounds) {
      expect(outcomesFor({ ...erase, ground, matter: { ...closed, state: 'handling' } })).toEqual(['refused'])
      expect(outcomesFor({ ...erase, ground, matter: { ...closed, reopenAsked: true } })).toEqual(['refused'])
    }
  })
  test('is whole once it is over, and a lock once it is in the archive, unless the law was broken', () => {
    expect(outcomesFor(erase)).toEqual(['granted', 'partly', 'refused'])
    const archived = { ...erase, matter: { ...closed, archivedAt: 1 } }
    expect(outcomesFor(archived)).toEqual(['partly', 'refused'])
    expect(outcomesFor({ ...archived, ground: 'unlawful' })).toContain('granted')
  })
})

describe('a correction', () => {
  test('writes name and number anew and notes beside what was said', () => {
    for (const field of subjectFields)
      expect(outcomesFor({ ...correct, field })[0]).toBe(
        field === 'name' || field === 'phone' ? 'granted' : 'partly',
      )
  })
})

test('nothing of a person changes before it is sure who asks, and being signed in counts only for what was asked so', () => {
  const of = (asked: Asked, checked: (typeof identityChecks)[number] | null) =>
    whyNotAnswer(asked, { outcome: 'granted', checked, takesWords: false })?.refused
  expect(of(erase, null)).toBe('checkFirst')
  expect(of(erase, 'signedIn')).toBe('checkFirst')
  expect(of({ ...erase, byPhone: true }, 'signedIn')).toBeUndefined()
  expect(of(correct, 'called')).toBeUndefined()
  expect(of({ ...erase, kind: 'explain', ground: null }, null)).toBeUndefined()
  expect(whyNotAnswer(erase, { outcome: 'refused', checked: null, takesWords: false })).toBeUndefined()
})

test('every request can be refused, and none is granted that is not offered', () => {
  fc.assert(
    fc.property(
      fc.record({
        kind: fc.constantFrom(...subjectKinds),
        field: fc.constantFrom(null, ...subjectFields),
        ground: fc.constantFrom(null, ...eraseGrounds),
        byPhone: fc.boolean(),
        isErased: fc.boolean(),
        isDestroyed: fc.boolean(),
        matter: fc.record({
          state: fc.constantFrom('received' as const, 'handling' as const, 'closed' as const),
          reopenAsked: fc.boolean(),
          archivedAt: fc.constantFrom(null, 1),
        }),
      }),
      fc.constantFrom(...subjectOutcomes),
      fc.constantFrom(null, ...identityChecks),
      (asked, outcome, checked) => {
        expect(outcomesFor(asked)).toContain('refused')
        const refusal = whyNotAnswer(asked, { outcome, checked, takesWords: false })
        if (!outcomesFor(asked).includes(outcome)) expect(refusal?.refused).toBe('outcomeNotNow')
      },
    ),
  )
})

test('who may see it depends on who has a part in it', () => {
  expect(readersOf({ isHandled: false, isAssisted: false, isSent: false })).toEqual([
    'centre',
    'leader',
    'auditor',
  ])
  expect(readersOf({ isHandled: true, isAssisted: true, isSent: true })).toContain('sender')
})
