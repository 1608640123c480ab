import { expect, test } from 'vitest'
import type { ActionView } from '#contract/matter.ts'
import { foldJoins } from './Story.tsx'

test('voices that joined one after another stand as one line, others keep theirs', () => {
  const verbs = ['join', 'join', 'sign', 'join', 'receive'] as const
  const actions = verbs.map((verb, seq) => ({ verb, seq }) as unknown as ActionView)
  expect(foldJoins(actions).map(({ action, count }) => [action.verb, count])).toEqual([
    ['join', 2],
    ['sign', 1],
    ['join', 1],
    ['receive', 1],
  ])
})
