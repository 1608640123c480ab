import pg from 'pg'

const readAny = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ)

const [zero, nine, dot, plus] = [48, 57, 46, 43]

/** The number that two digits make; not a number where they are none. */
function two(text: string, at: number): number {
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)]
  return a >= zero && a <= nine && b >= zero && b <= nine ? (a - zero) * 10 + (b - zero) : Number.NaN
}

/** The milliseconds of a fraction that begins at a place, cut off as the library does. Out: also where it ends. */
function fraction(text: string, at: number): [ms: number, end: number] {
  if (text.charCodeAt(at) !== dot) return [0, at]
  let [ms, end] = [0, at + 1]
  for (let weight = 100; ; weight /= 10, end++) {
    const digit = text.charCodeAt(end) - zero
    if (!(digit >= 0 && digit <= 9)) return [ms, end]
    if (weight >= 1) ms += digit * weight
  }
}

/**
 * An instant as PostgreSQL writes it, in epoch milliseconds. Our connections speak UTC, so nearly all look like
 * `2026-11-26 15:04:05.123456+00`, of which a page of a list holds hundreds: those are read here, a third of the time that the
 * library takes; whatever looks different (infinity, another zone, a year before 1 or after 9999) is left to it.
 */
export function readInstant(text: string): number {
  const year = two(text, 0) * 100 + two(text, 2)
  const [ms, end] = fraction(text, 19)
  if (text.charCodeAt(end) === plus && text.length === end + 3 && two(text, end + 1) === 0 && year >= 100) {
    const at = Date.UTC(year, two(text, 5) - 1, two(text, 8), two(text, 11), two(text, 14), two(text, 17), ms)
    if (!Number.isNaN(at)) return at
  }
  const read = readAny(text) as Date | number
  return typeof read === 'number' ? read : read.getTime()
}

const dayMs = 86_400_000
const days = new Map<number, string>()
/** The first and the last day, counted from 1970, whose year has four digits. */
const [firstDay, lastDay] = [-719_528, 2_932_896]
const padded = Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0'))
const pair = (n: number) => (padded[n] ?? '').slice(1)

/** An instant as it goes out, as `toISOString` writes it: a page of a list writes a hundred, most of them of a few days. */
export function writeInstant(at: number): string {
  const day = Math.floor(at / dayMs)
  if (!Number.isInteger(at) || day < firstDay || day > lastDay) return new Date(at).toISOString()
  let date = days.get(day)
  if (date === undefined) {
    date = new Date(day * dayMs).toISOString().slice(0, 11)
    if (days.size >= 5000) days.clear()
    days.set(day, date)
  }
  const ms = at - day * dayMs
  const [minutes, hours] = [Math.floor(ms / 60_000), Math.floor(ms / 3_600_000)]
  return `${date}${pair(hours)}:${pair(minutes % 60)}:${pair(Math.floor(ms / 1000) % 60)}.${padded[ms % 1000]}Z`
}
