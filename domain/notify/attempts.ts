import { type Instant, minuteMs } from '../calendar/days.ts'

/** How long to wait after each failure: a minute, five, half an hour, two hours, half a day (minutes). */
const waits = [1, 5, 30, 120, 720]

/** When a failed sending is tried again. In: how often it has been tried, and now. Out: the instant; undefined when it is given up. */
export function nextTry(attempts: number, now: Instant): Instant | undefined {
  const wait = waits[attempts - 1]
  return wait === undefined ? undefined : now + wait * minuteMs
}
