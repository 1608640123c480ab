import { describe, expect, it } from 'vitest'
import { clashes, freeTime, type Slot } from './clashes.ts'

const now = Date.parse('2026-11-27T02:12:00Z')
const slot = (startsAt: string, more: Partial<Slot> = {}): Slot => ({
  ...{ startsAt, minutes: 60, isMine: true, room: null, mediationId: null, matterId: null, title: null },
  ...more,
})
const wanted = { minutes: 60, roomId: 'room' }

describe('a proposal for a session', () => {
  it('is tomorrow at half past two where nothing stands', () => {
    expect(freeTime([], now, wanted)).toBe(Date.parse('2026-11-28T14:30:00+08:00'))
  })

  it('goes round what stands before me or in the room, and past a full day', () => {
    const taken = [slot('2026-11-28T14:00:00+08:00')]
    expect(freeTime(taken, now, wanted)).toBe(Date.parse('2026-11-28T16:00:00+08:00'))
    const room = { id: 'room', name: '调解室' }
    const full = slot('2026-11-28T08:00:00+08:00', { minutes: 600, isMine: false, room })
    expect(freeTime([full], now, wanted)).toBe(Date.parse('2026-11-29T14:30:00+08:00'))
  })

  it('does not go round what stands in another room before somebody else', () => {
    const other = slot('2026-11-28T14:30:00+08:00', { isMine: false, room: { id: 'other', name: '另一间' } })
    expect(freeTime([other], now, wanted)).toBe(Date.parse('2026-11-28T14:30:00+08:00'))
  })

  it('names a time even where a week is full: what stands is shown beside it', () => {
    const week = [slot('2026-11-27T00:00:00+08:00', { minutes: 20_000 })]
    const at = freeTime(week, now, wanted)
    expect(clashes(week, { at, ...wanted })).toHaveLength(1)
  })
})
