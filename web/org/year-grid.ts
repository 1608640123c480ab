import { addDays, type Day, weekday } from '#domain/calendar/days.ts'

export type Exception = { day: Day; name: string; isWorking: boolean }
export type Cell =
  | { day: Day; date: number; isWeekend: boolean; exception: Exception | undefined }
  | undefined

/** A month as weeks of seven cells, Monday first; cells outside the month are undefined. */
export function monthCells(year: number, month: number, exceptions: ReadonlyMap<Day, Exception>): Cell[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const cells: Cell[] = Array.from({ length: weekday(first) - 1 }, () => undefined)
  for (let day = first; day.slice(5, 7) === first.slice(5, 7); day = addDays(day, 1))
    cells.push({
      day,
      date: Number(day.slice(8)),
      isWeekend: weekday(day) > 5,
      exception: exceptions.get(day),
    })
  return cells
}

/** Every day from one to another, at most `most`; none when the order is wrong or a day is not filled in. */
export function daysFrom(from: string, to: string, most = 60): Day[] {
  const shape = /^\d{4}-\d{2}-\d{2}$/
  if (!shape.test(from) || !shape.test(to)) return []
  const days: Day[] = []
  for (let day = from; day <= to && days.length < most; day = addDays(day, 1)) days.push(day)
  return days
}

/** Adds days to a list, the later meaning of a day winning, in order. */
export function withDays(days: readonly Exception[], added: readonly Exception[]): Exception[] {
  const byDay = new Map([...days, ...added].map((one) => [one.day, one]))
  return [...byDay.values()].sort((a, b) => a.day.localeCompare(b.day))
}
