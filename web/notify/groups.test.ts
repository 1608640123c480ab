import { expect, test } from 'vitest'
import { groupByMatter, type NoticeRow } from './groups.ts'

const row = (id: string, matterId: string, isNew: boolean): NoticeRow => ({
  ...{ id, kind: 'dispatch', pressing: 'act', clock: null, unitName: null, byName: null, isNew },
  ...{ matter: { id: matterId, number: '', title: '' }, createdAt: '2026-11-25T00:00:00Z' },
})

test('a matter stands once, where its newest notice is, and knows which of its notices are new', () => {
  const groups = groupByMatter([
    row('4', 'a', true),
    row('3', 'b', false),
    row('2', 'a', false),
    row('1', 'a', true),
  ])
  expect(groups.map((group) => [group.matter.id, group.rows.map((one) => one.id), group.newIds])).toEqual([
    ['a', ['4', '2', '1'], ['4', '1']],
    ['b', ['3'], []],
  ])
})
