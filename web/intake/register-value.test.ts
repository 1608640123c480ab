import { expect, test } from 'vitest'
import { blankOf, inputOf, phoneIn } from './register-value.ts'

const none = { categoryCode: null, kind: null, urgency: null, because: [] }

test('what is proposed is handed in until somebody chooses otherwise', () => {
  const proposal = { ...none, kind: 'complaint', urgency: 'urgent' } as const
  const value = { ...blankOf('desk'), words: '太吵' }
  expect(inputOf(value, proposal)).toEqual({
    ...{ channel: 'desk', words: '太吵', kind: 'complaint', urgency: 'urgent' },
    ...{ isConfidential: false, isAnonymous: true, files: [] },
  })
  expect(inputOf({ ...value, kind: 'dispute' }, proposal)).toMatchObject({ kind: 'dispute' })
})

test('a telephone number is read out of whatever was pasted, and a second one is not lost unseen', () => {
  for (const typed of ['199 0000 1234', '１９９００００１２３４', '手机：+86 199-0000-1234'])
    expect(phoneIn(typed).phone).toBe('19900001234')
  expect(phoneIn('19900001234、19900005678').others).toEqual(['19900005678'])
  expect(inputOf({ ...blankOf('desk'), phone: '不知道' }, none)).toMatchObject({ phone: '不知道' })
})

test('the number of a paper goes only with a channel that brings papers', () => {
  const value = { ...blankOf('police'), words: '移交', externalNo: 'JQ-1' }
  expect(inputOf(value, none)).toMatchObject({ externalNo: 'JQ-1' })
  expect(inputOf({ ...value, channel: 'phone' }, none)).not.toHaveProperty('externalNo')
})
