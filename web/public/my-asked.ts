/** A code that is on its way, and the number that was typed. Instants in epoch milliseconds of this device. */
export type AskedFor = {
  phone: string
  /** Absent until a code was asked for. */
  code?: { id: string; nextAt: number; endsAt: number; shown: string | null }
}

const key = 'maple.my'

/**
 * Kept for this tab only: an old phone throws the page away while its owner reads the message, and must not lose the number;
 * a closed tab leaves nothing behind for whoever takes the phone next.
 */
export function recallAsked(): AskedFor {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? '') as AskedFor | null) ?? { phone: '' }
  } catch {
    return { phone: '' }
  }
}

/** Keeps it; undefined forgets it. */
export function keepAsked(asked: AskedFor | undefined): void {
  try {
    if (asked) sessionStorage.setItem(key, JSON.stringify(asked))
    else sessionStorage.removeItem(key)
  } catch {
    // a browser that keeps nothing: the page works as long as it is open
  }
}
