const kept = new Map<string, string | null>()

/** Keeps a password for one use until the page of the person has been opened; in memory only. */
export function keepOnce(personId: string, password: string | null): void {
  kept.set(personId, password)
}

/** Hands over what was kept; undefined when there is nothing to show. */
export function takeOnce(personId: string): string | null | undefined {
  return kept.get(personId)
}

/** Forgets it once it was noted. */
export function forgetOnce(personId: string): void {
  kept.delete(personId)
}
