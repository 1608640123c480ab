import { describe, expect, test } from 'vitest'
import { mayNamePerson, type PaperFacts, paperNames, papersFor } from './paper.ts'

const facts = (more: Partial<PaperFacts>): PaperFacts => ({
  state: 'received',
  closureKind: null,
  result: null,
  done: ['receive'],
  ...more,
})

describe('the papers of a matter', () => {
  test('begin with a receipt and grow with what was done', () => {
    expect(papersFor(facts({}))).toEqual(['receipt'])
    expect(papersFor(facts({ state: 'accepted', done: ['receive', 'accept'] }))).toEqual([
      'receipt',
      'acceptance',
    ])
    const done = ['receive', 'accept', 'dispatch'] as const
    expect(papersFor(facts({ state: 'dispatched', done }))).toEqual(['receipt', 'acceptance', 'dispatch'])
    expect(papersFor(facts({ state: 'dispatched', done: [...done, 'return', 'dispatch'] }))).toEqual([
      'receipt',
      'acceptance',
      'dispatch',
      'transfer',
    ])
  })

  test('have a reply once there is a result, and none while it is done again', () => {
    const done = ['receive', 'accept', 'dispatch', 'sign', 'submit'] as const
    expect(papersFor(facts({ state: 'submitted', result: '修好了', done }))).toContain('reply')
    expect(papersFor(facts({ state: 'handling', result: null, done }))).not.toContain('reply')
  })

  test('say that it is not accepted only where it was not accepted', () => {
    const closed = (closureKind: PaperFacts['closureKind']) =>
      papersFor(facts({ state: 'closed', closureKind }))
    expect(closed('notAccepted')).toContain('refusal')
    expect(closed('withdrawn')).not.toContain('refusal')
  })
})

test('no paper for the handling unit names who asked for secrecy, who reports a wrong, or whom need-to-know protects', () => {
  const open = { kind: 'request', sensitive: false } as const
  for (const paper of paperNames) {
    const isForUnit = paper === 'dispatch' || paper === 'transfer'
    expect(mayNamePerson(paper, open, { isConfidential: false }), paper).toBe(true)
    expect(mayNamePerson(paper, open, { isConfidential: true }), paper).toBe(!isForUnit)
    expect(mayNamePerson(paper, { ...open, kind: 'report' }, { isConfidential: false }), paper).toBe(
      !isForUnit,
    )
    expect(mayNamePerson(paper, { ...open, sensitive: true }, { isConfidential: false }), paper).toBe(
      !isForUnit,
    )
  }
})
