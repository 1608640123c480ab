import { expect, test } from 'vitest'
import { defaultProfile } from '#domain/profile/profile.ts'
import { readProfile } from './file.ts'

test('a profile that was taken out is read in again as it was', () => {
  expect(readProfile(JSON.stringify(defaultProfile))).toEqual({ data: defaultProfile })
})

test('one from before a figure existed is completed', () => {
  const { reopenDays: _, ...old } = { ...defaultProfile, revisitTries: 4 }
  expect(readProfile(JSON.stringify(old))).toEqual({ data: { ...defaultProfile, revisitTries: 4 } })
})

test.each([
  ['no JSON', 'JSON'],
  ['[]', 'JSON'],
  ['null', 'JSON'],
  ['{"limits":"x"}', 'limits'],
  [JSON.stringify({ ...defaultProfile, colour: 'red' }), 'colour'],
  [JSON.stringify({ ...defaultProfile, reopenDays: 'many' }), 'reopenDays'],
  [
    JSON.stringify({ ...defaultProfile, limits: [{ clock: 'lunch', limit: { amount: 1, unit: 'days' } }] }),
    'limits.0.clock',
  ],
])('of %s it is said where it cannot be read', (text, where) => {
  expect(readProfile(text)).toEqual({ where })
})
