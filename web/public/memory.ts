/** What this device remembers. A browser may refuse to remember anything (private windows); the page then works without. */
const prefix = 'maple.'

/** Reads what was remembered under a key; `otherwise` when there is nothing or it cannot be read. */
export function recall<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(prefix + key)
    return text === null ? otherwise : (JSON.parse(text) as T)
  } catch {
    return otherwise
  }
}

/** Remembers a value. Out: whether the browser took it. */
export function remember(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Forgets a key. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // Nothing could have been remembered either.
  }
}

/** The keys that begin so, without the prefix of the product. */
export function listKeys(start: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length))
  } catch {
    return []
  }
}
