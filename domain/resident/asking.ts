import type { Instant } from '../calendar/days.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** A code by text message: its digits, how long it lives and how often it may be tried. */
export const textCode = { digits: 6, lifeMs: 5 * minuteMs, tries: 5 } as const

/** A resident is signed in on a device so long, however much it is used: numbers are given to other people again. */
export const callerDays = 30

/** Codes asked for by addresses that are not known, in an hour: from one of them for any number, and in a whole district. */
export const hourlyMost = { source: 60, district: 1_000 } as const

/** Whether an instant was written while a clock was wrong: the clocks of two machines never differ so much. */
const isAhead = (at: Instant, now: Instant) => at > now + minuteMs

/** Whether a code that was sent at an instant still lives; one of a clock that was ahead does not. */
export const isCodeAlive = (at: Instant, now: Instant) => at + textCode.lifeMs > now && !isAhead(at, now)

/** So long lies between two codes for one number (milliseconds). */
export const askApartMs = minuteMs
const most = { hour: 5, day: 10, everywhereADay: 30 } as const

/** An earlier ask for the same number; `isSent` is false where somebody was turned away. */
export type Asked = { at: Instant; asker: string; isKnown: boolean; isSent: boolean }

/** Who asks: a device on which this number has signed in before, or any address. */
export type Asker = { asker: string; isKnown: boolean }

/** When of so many in a window the next may come: once the oldest of them has left it. */
function freeAt(times: readonly Instant[], limit: number, windowMs: number, now: Instant): Instant {
  const inside = times.filter((at) => at > now - windowMs).toSorted((a, b) => b - a)
  const oldest = inside[limit - 1]
  return oldest === undefined ? now : oldest + windowMs
}

/**
 * When a number may next be sent a code at the wish of somebody. In: the asks for the number in the last day, who asks, now.
 * Out: an instant; not after `now` when it may be sent at once. One a minute, five an hour, ten a day, of which nobody can use
 * up another's: a known device counts only its own, and an address still gets its first of an hour when strangers have used up
 * the rest, up to thirty a day. Whoever had the last one lets those go before that were turned away meanwhile, so that one
 * stranger keeps nobody waiting for more than the minute (decision 23). What a wrong clock wrote ahead of now holds nobody.
 */
export function mayAskAt(known: readonly Asked[], { asker, isKnown }: Asker, now: Instant): Instant {
  const asked = known.filter(({ at }) => !isAhead(at, now))
  const sent = asked.filter((one) => one.isSent)
  const times = (list: readonly Asked[]) => list.map(({ at }) => at)
  const own = times(sent.filter((one) => one.asker === asker))
  const ownAt = Math.max(
    freeAt(own, 1, askApartMs, now),
    freeAt(own, most.hour, hourMs, now),
    freeAt(own, most.day, dayMs, now),
  )
  if (isKnown) return ownAt
  const strangers = times(sent.filter((one) => !one.isKnown))
  const isFirst = !own.some((at) => at > now - hourMs)
  return Math.max(
    ownAt,
    freeAt(times(sent), 1, askApartMs, now),
    yieldsUntil(asked, sent, asker),
    freeAt(strangers, most.everywhereADay, dayMs, now),
    ...(isFirst ? [] : [freeAt(strangers, most.hour, hourMs, now), freeAt(strangers, most.day, dayMs, now)]),
  )
}

/** Until when the one who had the last code stands back for somebody who was turned away since. */
function yieldsUntil(asked: readonly Asked[], sent: readonly Asked[], asker: string): Instant {
  const last = sent.toSorted((a, b) => b.at - a.at)[0]
  if (last?.asker !== asker) return 0
  const isWaitedFor = asked.some((one) => !one.isSent && one.asker !== asker && one.at >= last.at)
  return isWaitedFor ? last.at + 2 * askApartMs : 0
}

/** Whether a number can get text messages: a mobile number of the mainland, eleven digits. In: digits only. */
export const isMobile = (phone: string) => /^1[3-9]\d{9}$/.test(phone)
