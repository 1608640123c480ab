import { expect, test } from 'vitest'
import { minutesToText, textToMinutes } from './clock-minutes.ts'

test('every minute of a day is written and read back; an empty field says nothing', () => {
  for (let minute = 0; minute < 1440; minute++) expect(textToMinutes(minutesToText(minute))).toBe(minute)
  expect(minutesToText(510)).toBe('08:30')
  expect(textToMinutes('')).toBeUndefined()
})
