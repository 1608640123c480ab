import { addDays, type Day } from '#domain/calendar/days.ts'

/** Yuan as people type them, in fen. In: `1,200.5`, `１２００`, `¥ 80`. Out: whole fen, or undefined where it is no amount. */
export function fenOf(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s,¥元]/g, '')
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(plain)) return undefined
  const [yuan = '0', part = ''] = plain.split('.')
  return Number(yuan) * 100 + Number(part.padEnd(2, '0'))
}

/** Fen as yuan in groups of three: `1,200.50`; without a remainder no decimals. */
export function yuanOf(fen: number): string {
  const whole = Math.floor(fen / 100)
  const rest = fen % 100
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return rest === 0 ? grouped : `${grouped}.${String(rest).padStart(2, '0')}`
}

/** A sum in equal parts, to the fen; what does not divide is in the first ones. */
export function splitFen(fen: number, count: number): number[] {
  const part = Math.floor(fen / count)
  const rest = fen - part * count
  return Array.from({ length: count }, (_, i) => part + (i < rest ? 1 : 0))
}

/** The same day some months later; the last of the month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const at = year * 12 + (month - 1) + months
  const two = (n: number) => String(n).padStart(2, '0')
  const first = (n: number): Day => `${Math.floor(n / 12)}-${two((n % 12) + 1)}-01`
  const last = Number(addDays(first(at + 1), -1).slice(8))
  return `${first(at).slice(0, 8)}${two(Math.min(date, last))}`
}

/** Equal instalments a month apart. In: the whole in fen, how many, the first day. */
export function instalments(fen: number, count: number, first: Day): { fen: number; dueOn: Day }[] {
  return splitFen(fen, count).map((part, i) => ({ fen: part, dueOn: addMonths(first, i) }))
}
