import { expect, test } from 'vitest'
import { rangeOf } from './range.ts'

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
const ids = (from: string, to: string) => rangeOf(rows, from, to).map((row) => row.id)

test('a range is the same from above and from below', () => {
  expect(ids('b', 'd')).toEqual(['b', 'c', 'd'])
  expect(ids('d', 'b')).toEqual(['b', 'c', 'd'])
  expect(ids('c', 'c')).toEqual(['c'])
})

test('where the first row has gone from the list only the second is meant, and of a lost second nothing', () => {
  expect(ids('gone', 'c')).toEqual(['c'])
  expect(ids('a', 'gone')).toEqual([])
})
