import { expect, test } from 'vitest'
import type { ActionView } from '#contract/matter.ts'
import { filterStory, foldJoins, foldMiddle } from './story-lines.ts'

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

test('what the person sees and what stays inside are told apart, also for progress kept inside', () => {
  const actions = [
    { seq: 1, verb: 'receive', payload: {}, files: [1] },
    { seq: 2, verb: 'note', payload: {}, files: [] },
    { seq: 3, verb: 'progress', payload: { toPerson: false }, files: [1] },
    { seq: 4, verb: 'progress', payload: { toPerson: true }, files: [] },
  ] as unknown as ActionView[]
  const seqs = (filter: 'all' | 'told' | 'internal' | 'papers') =>
    filterStory(actions, filter).map((action) => action.seq)
  expect([seqs('all'), seqs('told'), seqs('internal'), seqs('papers')]).toEqual([
    [1, 2, 3, 4],
    [1, 4],
    [2, 3],
    [1, 3],
  ])
})

test('a long story keeps its beginning and its recent end in sight, whichever comes first; nothing is lost', () => {
  const lines = Array.from({ length: 200 }, (_, index) => index)
  for (const isOldestFirst of [true, false]) {
    const shown = isOldestFirst ? lines : lines.toReversed()
    const { before, folded, after } = foldMiddle(shown, isOldestFirst)
    expect(before.length + folded + after.length).toBe(200)
    expect([...before, ...after]).toEqual(expect.arrayContaining([0, 1, 2, 199, 198, 181]))
    expect([...before, ...after]).not.toContain(100)
  }
  expect(foldMiddle(lines.slice(0, 28), false)).toMatchObject({ folded: 0 })
})
