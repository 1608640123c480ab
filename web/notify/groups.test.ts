import { expect, test } from 'vitest'
import { groupNotices, type NoticeRow } from './groups.ts'

const row = (
  id: string,
  about: Partial<Pick<NoticeRow, 'matter' | 'whistle' | 'meeting' | 'aid' | 'team'>>,
  isNew: boolean,
): NoticeRow => ({
  ...{ id, kind: 'dispatch', pressing: 'act', clock: null, unitName: null, byName: null, isNew },
  ...{
    matter: null,
    whistle: null,
    meeting: null,
    exclusion: null,
    aid: null,
    team: null,
    createdAt: '2026-11-25T00:00:00Z',
    ...about,
  },
})
const matter = (id: string) => ({ matter: { id, number: '', title: '' } })
const whistle = (id: string) => ({ whistle: { id, number: '', unitName: '' } })

test('a matter or a whistle stands once, where its newest notice is, and knows which of its notices are new', () => {
  const groups = groupNotices([
    row('5', whistle('w'), true),
    row('4', matter('a'), true),
    row('3', matter('b'), false),
    row('2', matter('a'), false),
    row('1', matter('a'), true),
    row('0', whistle('w'), false),
  ])
  expect(groups.map((group) => [group.about.id, group.rows.map((one) => one.id), group.newIds])).toEqual([
    ['w', ['5', '0'], ['5']],
    ['a', ['4', '2', '1'], ['4', '1']],
    ['b', ['3'], []],
  ])
})
