import type { RoomView } from '#contract/room.ts'
import type { Say } from '../../reader.ts'
import { roomPageWords as words } from '../../words/room.ts'

/** How somebody in a room is called. */
export function nameIn(room: RoomView, say: Say) {
  const names = new Map([
    ...room.mediators.map(({ accountId, name }) => [accountId, name] as const),
    ...[...room.parties, ...room.actors].map(
      ({ partyId, no, name }) => [partyId, name ?? say(words.no, { no })] as const,
    ),
  ])
  return (id: string) => names.get(id) ?? ''
}
