/** Built-in formats that show a date or a time, those of Chinese Excel included (ECMA-376-1, 18.8.30). */
const builtInTimes = new Set([18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56])
const builtInDates = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** How a number is meant: as a number, as a day, or as a day or time of day down to the second. */
export type Meaning = 'number' | 'day' | 'time'

/** What a number format makes of a number. In: its id, and its code where the workbook defines one. */
export function meaningOf(formatId: number, code: string | undefined): Meaning {
  if (code === undefined)
    return builtInTimes.has(formatId) ? 'time' : builtInDates.has(formatId) ? 'day' : 'number'
  const bare = code
    .toLowerCase()
    .replace(/\[(h+|m+|s+)\]/g, '$1')
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .split(';')[0] as string
  if (/general|[#?@]/.test(bare) || !/[ymdhs]/.test(bare)) return 'number'
  return /[hs]/.test(bare) ? 'time' : 'day'
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value))

/**
 * The wall time behind a serial number: 'YYYY-MM-DD HH:mm:ss'; 'YYYY-MM-DD' where the format shows a day and the number
 * is whole; 'HH:mm:ss' below one day. Excel's dates have no zone, so neither has the text.
 */
export function textOfSerial(serial: number, meaning: Meaning, from1904: boolean): string {
  const seconds = Math.round((serial + (from1904 && serial >= 1 ? 1462 : 0)) * 86_400)
  if (seconds < 0 || seconds >= 2_958_466 * 86_400) return String(serial)
  const days = Math.floor(seconds / 86_400)
  const inDay = seconds - days * 86_400
  const time = `${two(Math.floor(inDay / 3600))}:${two(Math.floor(inDay / 60) % 60)}:${two(inDay % 60)}`
  if (days === 0) return time
  // Excel's 1900 has a 29 February that never was; before it the count is one short
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000)
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  return meaning === 'day' && inDay === 0 ? day : `${day} ${time}`
}

/**
 * A number as people typed it. From sixteen digits on it is written as 2.0261103E+16 on purpose: Excel keeps fifteen, so
 * the rest is not what was typed, and whoever reads a work order's number must be able to see that.
 */
export function textOfNumber(raw: string): string {
  if (raw.length < 16 && /^-?\d+$/.test(raw)) return raw
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim()
  return Math.abs(value) >= 1e15 ? value.toExponential().toUpperCase() : String(value)
}

/** Undoes _x000D_, the way workbooks write signs that XML forbids (ECMA-376-1, 22.4.2.4). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** The counterpart: guards a text that only looks like such a sign. */
export function escapeText(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text
}
