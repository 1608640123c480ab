import { expect, test } from 'vitest'
import { myPath, spotOf, stairwellPath, trackPath } from './paths.ts'

test('an address names its page, with or without a slash at the end', () => {
  expect(spotOf('/')).toEqual({ page: 'start' })
  expect(spotOf('/s/339901/7KQ2M')).toEqual({ page: 'stairwell', district: 339_901, code: '7KQ2M' })
  expect(spotOf('/s/339901/7KQ2M/')).toEqual({ page: 'stairwell', district: 339_901, code: '7KQ2M' })
  expect(spotOf('/t/339901')).toEqual({ page: 'track', district: 339_901 })
  expect(spotOf('/my/339901/')).toEqual({ page: 'my', district: 339_901 })
  expect(spotOf('/v/339901')).toEqual({ page: 'proof', district: 339_901 })
  expect(spotOf('/mediators/339901')).toEqual({ page: 'mediators', district: 339_901 })
  const code = '019abc00-0000-7000-8000-00000000abcd'
  const drawn = 'nWq0-3xR_8tYkLmP2sVb7cZd5fGh1jKa'
  expect(spotOf(`/m/339901/${drawn}`)).toEqual({ page: 'mediation', district: 339_901, code: drawn })
  expect(spotOf(`/n/339901/${code}`)).toEqual({ page: 'number', district: 339_901, code })
})

test('an address that is cut off, too long or made up names no page', () => {
  for (const path of [
    '/s',
    '/s/339901',
    '/s/abc/7KQ2M',
    '/s/0/7KQ2M',
    '/s/339901/<script>',
    '/s/339901/a/b',
    '/t',
    '/n/339901/A012',
    '/t/339901/x',
    '/m/339901/short',
    '/mediators/339901/x',
    '/mediators/0',
    '/v/339901/x',
    '/my',
    '/my/339901/x',
  ]) {
    expect(spotOf(path), path).toEqual({ page: 'nowhere' })
  }
})

test('the paths made are the paths read, and a query code never stands in the part a server sees', () => {
  expect(spotOf(stairwellPath(339_901, '7KQ2M')).page).toBe('stairwell')
  const link = new URL(trackPath(339_901, '384722105596'), 'http://maple.test')
  expect(spotOf(link.pathname).page).toBe('track')
  expect(link.pathname + link.search).not.toContain('384722105596')
  expect(link.hash).toBe('#384722105596')
  const id = '019abc00-0000-7000-8000-00000000abcd'
  const own = new URL(myPath(339_901, id), 'http://maple.test')
  expect(spotOf(own.pathname).page).toBe('my')
  expect([own.pathname, own.hash]).toEqual(['/my/339901', `#${id}`])
  expect(myPath(339_901)).toBe('/my/339901')
})
