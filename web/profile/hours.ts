/** Minutes of a day as a clock shows them: 540 → `09:00`. */
export function clockTimeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** The minute of the day that a time field holds; midnight at its end is written 24:00, which a field cannot hold. */
export function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
