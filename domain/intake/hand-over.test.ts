import { expect, test } from 'vitest'
import { channels } from '../matter/matter.ts'
import { isHandOver, isStaffChannel, readExternalNo } from './hand-over.ts'

test('staff register what comes through every door that is no machine', () => {
  expect(channels.filter((channel) => !isStaffChannel(channel))).toEqual(['qr', 'hotline'])
  expect(channels.filter(isHandOver)).toEqual([
    'letter',
    'board',
    'police',
    'court',
    'petition',
    'department',
  ])
})

test('one paper has one number, however it was typed', () => {
  for (const typed of ['gm 2026-0117', 'ＧＭ２０２６－０１１７', ' GM2026-0117\n'])
    expect(readExternalNo(typed)).toBe('GM2026-0117')
})
