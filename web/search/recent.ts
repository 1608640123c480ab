const key = 'maple.searches'
const most = 8

/** Whether something may be somebody's number: that is kept nowhere, neither here nor in an address. */
export function isPersonal(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\s\-—–()+]/g, '')
  const isNumberOfMatter = /^\d{6}-\d{5,}-\d$/.test(text.trim())
  return /^\d{7,}[xX]?$/.test(plain) && !isNumberOfMatter
}

/** What was searched lately on this device, the latest first. */
export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept)
      ? kept.filter((one): one is string => typeof one === 'string').slice(0, most)
      : []
  } catch {
    return []
  }
}

/** Keeps a search that led to words or a matter; never one for a person. */
export function keepRecent(text: string): void {
  const typed = text.trim()
  if (typed === '' || isPersonal(typed)) return
  write([typed, ...readRecent().filter((one) => one !== typed)].slice(0, most))
}

export function forgetRecent(): void {
  write([])
}

function write(searches: string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(searches))
  } catch {
    // a full store only means that nothing is remembered
  }
}
