import { expect, test } from 'vitest'
import { firstColumns } from '#contract/list-columns.ts'
import type { ListChoice } from '#contract/view.ts'
import { columnsToKeep, lookOf } from './look.ts'

const cards: ListChoice = { look: 'cards', columns: [] }
const table: ListChoice = { look: 'table', columns: ['title', 'due'] }
const plain = { columns: [] }
const wide = { columns: ['title' as const, 'holder' as const] }

test('the address goes before the view, and the view before what its reader likes', () => {
  expect(lookOf({}, undefined, table)).toEqual(table)
  expect(lookOf({}, plain, table)).toEqual(table)
  expect(lookOf({}, wide, cards)).toEqual({ look: 'table', columns: wide.columns })
  expect(lookOf({ look: 'cards' }, wide, table)).toEqual({ look: 'cards', columns: wide.columns })
  expect(lookOf({ cols: 'changed.title' }, wide, cards)).toEqual({
    look: 'table',
    columns: ['changed', 'title'],
  })
})

test('a view keeps the columns of its table, and what its reader likes does not change it', () => {
  expect(columnsToKeep({}, undefined, cards)).toEqual([])
  expect(columnsToKeep({}, undefined, { look: 'table', columns: [] })).toEqual(firstColumns)
  expect(columnsToKeep({}, plain, table)).toEqual([])
  expect(columnsToKeep({ look: 'cards' }, wide, table)).toEqual([])
  expect(columnsToKeep({ cols: 'due' }, wide, cards)).toEqual(['title', 'due'])
})
