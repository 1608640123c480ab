import type { MediationView } from '#contract/mediation.ts'
import type { RoomView } from '#contract/room.ts'
import type { Side } from '#domain/party/party.ts'
import type { Say, Sentence } from '#web/lib/words.ts'
import { partyName } from './names.ts'
import { roomWords as words } from './room-words.ts'

export const sideWords: Record<Side, Sentence> = { a: words.sideA, b: words.sideB, third: words.sideThird }

/** How somebody in a room is called: a mediator by name, a party by number and masked name. */
export function roomNames(m: Pick<MediationView, 'mediators'>, room: RoomView, say: Say) {
  const names = new Map<string, string>([
    ...m.mediators.map(({ accountId, name }) => [accountId, name] as const),
    ...room.mediators.map(({ accountId, name }) => [accountId, name] as const),
    ...[...room.parties, ...room.actors].map((one) => [one.partyId, partyName(one, say)] as const),
  ])
  return (id: string): string => names.get(id) ?? ''
}
