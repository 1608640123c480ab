import { expect, test } from 'vitest'
import type { ActionView } from '#contract/matter.ts'
import { sizeWords } from './file-words.ts'
import { filesOf } from './files.ts'

test('every file of a story stands once, the newest first, with the step that brought it', () => {
  const action = (seq: number, ...ids: string[]) =>
    ({ seq, files: ids.map((id) => ({ id })) }) as unknown as ActionView
  const listed = filesOf([action(1, 'a', 'b'), action(2), action(3, 'c', 'a')])
  expect(listed.map(({ file, action: { seq } }) => [file.id, seq])).toEqual([
    ['c', 3],
    ['a', 3],
    ['b', 1],
  ])
})

test('a size is said in the unit people use', () => {
  expect([sizeWords(12), sizeWords(850_000), sizeWords(2_500_000)]).toEqual(['1 KB', '830 KB', '2.4 MB'])
})
