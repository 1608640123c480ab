import { expect, test } from 'vitest'
import { readFilters } from './filters.ts'

test('an address keeps the filters it names', () => {
  const number = {
    fact: 'settled',
    from: '2026-11-01',
    to: '2026-11-30',
    closureKind: 'agreed',
    level: 'street',
  }
  const search = {
    q: '漏水',
    state: 'handling',
    channel: 'qr',
    late: 1,
    sort: 'new',
    do: 'submit',
    ...number,
  }
  expect(readFilters(search)).toEqual({ ...search, late: '1' })
})

test('an address keeps the look and the known columns in their order, each once', () => {
  expect(readFilters({ look: 'table', cols: 'due.title.mood.due' })).toEqual({
    look: 'table',
    cols: 'due.title',
  })
  expect(readFilters({ look: 'chart', cols: 'mood' })).toEqual({})
})

test('what an address invents is left out', () => {
  expect(
    readFilters({
      q: '',
      state: 'lost',
      channel: 4,
      late: 'yes',
      sort: 'up',
      do: 'erase',
      more: 1,
      from: '2026-02-30',
      fact: 1,
    }),
  ).toEqual({})
})

test('a search of digits alone stays a text, and a long one is cut', () => {
  expect(readFilters({ q: 261_122 })).toEqual({ q: '261122' })
  expect(readFilters({ q: '长'.repeat(300) }).q).toHaveLength(100)
})
