import { expect, test } from 'vitest'
import { callKey, newCalls, spokenCall } from './display.ts'

const called = (label: string, more: object = {}) => ({
  ...{
    label,
    windowName: '1 号窗口',
    calledAt: '2026-11-25T02:00:00Z',
    calls: 1,
    isServing: false,
    surname: null,
  },
  ...more,
})
const known = (...calls: ReturnType<typeof called>[]) => new Set(calls.map(callKey))

test('what stood there when the page opened is not called again', () => {
  expect(newCalls(undefined, [called('A001')])).toEqual([])
})

test('a number called again, or to another window, is a new call; one being served is none', () => {
  const before = known(called('A001'), called('A002'))
  const again = called('A001', { calls: 2 })
  expect(newCalls(before, [again, called('A002')])).toEqual([again])
  const moved = called('A002', { windowName: '三楼 302' })
  expect(newCalls(before, [moved])).toEqual([moved])
  expect(newCalls(before, [called('A003', { isServing: true })])).toEqual([])
})

test('two new calls are spoken in the order in which they were made', () => {
  const [first, second] = [called('A004'), called('A003', { calledAt: '2026-11-25T02:00:05Z' })]
  expect(newCalls(known(), [second, first]).map((c) => c.label)).toEqual(['A004', 'A003'])
})

test('the voice spells the number', () => {
  expect(spokenCall(called('A007'), 'zh')).toBe('请 A 0 0 7 号，到1 号窗口。')
  expect(spokenCall(called('A007'), 'en')).toBe('Number A 0 0 7, please go to 1 号窗口.')
})
