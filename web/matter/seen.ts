import { useEffect, useState } from 'react'

const key = 'maple.seen'
/** How many matters this device remembers. */
const most = 400

type Seen = Record<string, number>

function read(): Seen {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? '{}') ?? {}) as Seen
  } catch {
    return {}
  }
}

function write(name: string, seq: number): void {
  // what was looked at last stands last, so that the oldest is forgotten first
  const { [name]: _, ...others } = read()
  const entries = [...Object.entries(others), [name, seq] as const].slice(-most)
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(entries)))
  } catch {
    // a full store only means that nothing is marked as new next time
  }
}

/**
 * Up to which action this person had seen the matter on this device before opening it now; at the first
 * look all of it counts as seen. In: the account, the matter and its newest action. Kept on the device: nobody else learns who read what.
 */
export function useSeenBefore(accountId: string | undefined, matterId: string, newest: number): number {
  const name = `${accountId ?? ''}.${matterId}`
  const [before] = useState(() => read()[name] ?? newest)
  useEffect(() => {
    if (accountId) write(name, newest)
  }, [accountId, name, newest])
  return before
}
