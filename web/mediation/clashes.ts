import { addDays, dayOf, type Instant, instantAt } from '#domain/calendar/days.ts'
import type { Answer } from '#web/lib/api.ts'

export type Slot = Answer<'listSlots'>['rows'][number]

/** What overlaps with a time: in the same room, or before the same mediator. In: instants in epoch milliseconds; no room: ''. */
export function clashes(
  slots: readonly Slot[],
  { at, minutes, roomId }: { at: number; minutes: number; roomId: string },
): Slot[] {
  const end = at + minutes * 60_000
  return slots.filter((one) => {
    const from = Date.parse(one.startsAt)
    const isThen = from < end && at < from + one.minutes * 60_000
    return isThen && (one.isMine || (roomId !== '' && one.room?.id === roomId))
  })
}

const proposedMinutes = [14 * 60 + 30, 16 * 60, 9 * 60, 10 * 60 + 30]
const proposedDays = [1, 2, 3, 4, 5, 6, 7]

/** A proposal for a session: from tomorrow on the first time of a usual day at which nothing stands; where all is full, tomorrow at half past two. */
export function freeTime(
  slots: readonly Slot[],
  now: Instant,
  { minutes, roomId }: { minutes: number; roomId: string },
): Instant {
  const times = proposedDays.flatMap((days) =>
    proposedMinutes.map((minute) => instantAt(addDays(dayOf(now), days), minute)),
  )
  const isFree = (at: Instant) => clashes(slots, { at, minutes, roomId }).length === 0
  return times.find(isFree) ?? times[0] ?? now
}
