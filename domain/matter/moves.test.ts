import { describe, expect, test } from 'vitest'
import { born, monday, type RunningClock, turned } from '#test/rules/play.ts'
import { grants, permissions } from '../org/grants.ts'
import { clockKinds } from './clocks.ts'
import { states } from './matter.ts'
import { moveOf, stateAfter, type Verb, verbs } from './moves.ts'

const leadingTo = (state: string) => verbs.filter((verb) => moveOf(verb).to === state)
const startedBy = (kind: string) => verbs.filter((v) => (moveOf(v).starts ?? []).some((c) => c === kind))
const stoppedBy = (kind: string) => verbs.filter((v) => (moveOf(v).stops ?? []).some((c) => c === kind))

test('only one verb begins a matter, and it says so by coming from nowhere', () => {
  expect(verbs.filter((verb) => moveOf(verb).from.length === 0)).toEqual(['receive'])
})

test('every verb is for somebody: a permission, the resident or the product itself', () => {
  const forNobody = verbs.filter((verb) => {
    const { needs, resident, system } = moveOf(verb)
    return needs === undefined && !resident && !system
  })
  expect(forNobody).toEqual([])
})

test('every permission that a verb needs is granted to some role', () => {
  const granted = new Set(Object.values(grants).flatMap((row) => Object.keys(row)))
  const needed = verbs.flatMap((verb) => moveOf(verb).needs ?? [])
  expect(needed.filter((permission) => !granted.has(permission))).toEqual([])
  expect(permissions.filter((permission) => !granted.has(permission))).toEqual([])
})

describe.each(states)('the state %s', (state) => {
  test('can be reached from the birth of a matter', () => {
    const reached = new Set(['received'])
    for (let size = 0; size !== reached.size; ) {
      size = reached.size
      for (const verb of verbs)
        if (moveOf(verb).from.some((from) => reached.has(from))) reached.add(moveOf(verb).to)
    }
    expect(reached).toContain(state)
  })

  test('has a way out that staff can take', () => {
    const out = verbs.filter((verb) => {
      const { from, to, needs } = moveOf(verb)
      return from.includes(state) && to !== 'same' && to !== state && needs !== undefined
    })
    expect(out).not.toEqual([])
  })

  test('says whose turn it is: every move that leads there names the same holder or leaves it where it is', () => {
    const holders = new Set(leadingTo(state).map((verb) => moveOf(verb).holder ?? 'unchanged'))
    const atTarget = ['dispatched', 'handling'].includes(state)
    const allowed = atTarget ? ['target', 'handling', 'unchanged'] : ['centre', 'unchanged']
    expect([...holders].filter((holder) => !allowed.includes(holder))).toEqual([])
  })
})

describe.each(clockKinds)('the clock %s', (kind) => {
  test('is started by some move', () => expect(startedBy(kind)).not.toEqual([]))
  test('is stopped by some move', () => expect(stoppedBy(kind)).not.toEqual([]))
  test('is stopped by every move that ends the states in which it runs', () => {
    // a verb that leaves the state as it is starts its clock in each state in which it may be done
    const during = new Set(
      startedBy(kind).flatMap((verb) =>
        moveOf(verb).to === 'same' ? [...moveOf(verb).from] : [stateAfter(verb, 'closed')],
      ),
    )
    // what a clock measures may go on over a step of its own unit: the limit to handle begins at dispatch, not at signing
    const mayOutlast: Partial<Record<string, Verb[]>> = {
      ...{ contact: ['sign'], handle: ['sign'] },
      // whether it was a matter at all may be decided later, whoever has it then
      approve: ['accept', 'dispatch', 'sign', 'rule'],
    }
    const leaking = verbs.filter((verb) => {
      const { from, to } = moveOf(verb)
      return to !== 'same' && from.some((state) => during.has(state)) && !stoppedBy(kind).includes(verb)
    })
    expect(leaking).toEqual(mayOutlast[kind] ?? [])
  })
})

const toHandling: Verb[] = ['receive', 'accept', 'triage', 'dispatch', 'sign']
const toRevisiting: Verb[] = [...toHandling, 'submit', 'verify']
const toClosed: Verb[] = [...toRevisiting, 'revisit', 'close']

test.each<[running: string[], after: Verb[]]>([
  [['accept'], ['receive']],
  [['dispatch'], ['receive', 'accept']],
  [
    ['sign', 'contact', 'handle'],
    ['receive', 'accept', 'triage', 'dispatch'],
  ],
  [['contact', 'handle'], toHandling],
  [['handle'], [...toHandling, 'contact']],
  [['dispatch'], [...toHandling, 'return']],
  [['verify'], [...toHandling, 'submit']],
  [['handle'], [...toHandling, 'submit', 'redo']],
  [['revisit'], toRevisiting],
  [['revisit'], [...toRevisiting, 'revisit', 'rate']],
  [['handle'], [...toRevisiting, 'revisit', 'redo']],
  [[], toClosed],
  [['reopen'], [...toClosed, 'askReopen']],
  [[], [...toClosed, 'askReopen', 'keepClosed']],
  [['dispatch'], [...toClosed, 'askReopen', 'reopen']],
  [[], [...toHandling, 'withdraw']],
  [[], ['receive', 'refuse']],
])('there run %j after %j', (running, after) => {
  let clocks: RunningClock[] = []
  for (const verb of after) clocks = turned(clocks, [verb, {}], born(), monday).running
  expect(clocks.map(({ kind }) => kind)).toEqual(running)
})

test('a voice is told of everything that it waits for', () => {
  const untold = verbs.filter((verb) => !moveOf(verb).told)
  expect(untold).toEqual([
    ...['triage', 'return', 'handOver', 'assist', 'answerPart', 'dropPart'],
    ...[
      'askHold',
      'askExtend',
      'askVoid',
      'askReview',
      'grantHold',
      'grantExtend',
      'deny',
      'expedite',
      'copy',
    ],
    ...['verify', 'revisit', 'merge', 'split', 'note', 'addParty', 'editParty'],
    ...['removeParty', 'relate', 'unrelate', 'mediate', 'petition', 'correct', 'archive', 'settleSubject'],
  ])
})
