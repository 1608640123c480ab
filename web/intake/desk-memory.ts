import { isStaffChannel } from '#domain/intake/hand-over.ts'
import { type Channel, channels } from '#domain/matter/matter.ts'

export type UsedPlace = { id: string; name: string }
type Memory = { channel: Channel; places: UsedPlace[] }

const most = 6
const keyOf = (accountId: string) => `maple.desk.${accountId}`

/** What this desk used last: its door, and its places with the newest first. Kept on the device. */
export function readMemory(accountId: string): Memory {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(accountId)) ?? '{}') as Partial<Memory>
    const channel = channels.find((one) => one === kept.channel && isStaffChannel(one)) ?? 'desk'
    return { channel, places: (kept.places ?? []).slice(0, most) }
  } catch {
    return { channel: 'desk', places: [] }
  }
}

/** Keeps what was used, so that the next one starts from there. */
export function remember(accountId: string, channel: Channel, place: UsedPlace | undefined): void {
  const { places } = readMemory(accountId)
  const kept = place ? [place, ...places.filter((one) => one.id !== place.id)].slice(0, most) : places
  try {
    localStorage.setItem(keyOf(accountId), JSON.stringify({ channel, places: kept } satisfies Memory))
  } catch {
    // a full store: the next one is chosen by hand
  }
}
