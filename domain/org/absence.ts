import type { Seat } from '../actor.ts'
import { type Day, daysBetween } from '../calendar/days.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Role } from './roles.ts'
import { threeDuties } from './staffing.ts'
import { isWithin } from './tree.ts'

/** Duties that are kept apart from the work on matters and so are never passed on, nor do they let anybody stand in. */
export const keptApart: ReadonlySet<Role> = new Set<Role>(threeDuties)

/** Neighbours and guests from outside: they stand in for their own like and for nobody else. */
const guests: ReadonlySet<Role> = new Set<Role>(['buildingHead', 'expert', 'legalPartner'])

/** An absence longer than this is no absence but another post. */
export const longestDays = 366

type Chair = Pick<Seat, 'role' | 'unitId' | 'unitPath' | 'servesPath'>

/**
 * Whether a post lets its holder stand in for another: it is at the same unit, or at a unit above that works for the area,
 * and neither is kept apart; whoever comes from outside stands in for the same role only.
 */
export function coversSeat(own: Chair, absent: Chair): boolean {
  if (keptApart.has(own.role) || keptApart.has(absent.role)) return false
  const isNear = own.unitId === absent.unitId || isWithin(absent.unitPath, own.servesPath)
  return isNear && (own.role === absent.role || !(guests.has(own.role) || guests.has(absent.role)))
}

/**
 * The seats of an absent person that a substitute acts with. In: the substitute's own posts of the day, without any that
 * are stood in for, so that no seat is ever passed on twice; the absent person's posts of the day.
 */
export function seatsPassedOn<S extends Chair>(own: readonly Chair[], absent: readonly S[]): S[] {
  return absent.filter((seat) => own.some((mine) => coversSeat(mine, seat)))
}

export type Span = { fromOn: Day; toOn: Day }
/** An absence on record. */
export type Away = Span & { personId: string; substituteId: string; personName: string }

/** Whether two spans of days have a day in common. One that ended before it began has none with any. */
export function haveCommonDay(a: Span, b: Span): boolean {
  const from = a.fromOn > b.fromOn ? a.fromOn : b.fromOn
  const to = a.toOn < b.toOn ? a.toOn : b.toOn
  return from <= to
}

export type Asked = Span & {
  person: { id: string; name: string; seats: readonly Chair[] }
  substitute: { id: string; name: string; seats: readonly Chair[] }
  today: Day
  /** Absences of either of the two, or with either as substitute. */
  others: readonly Away[]
}

/**
 * Whether an absence may be set: days to come in order, somebody else who covers every post that is passed on, nobody away
 * twice, no substitute who is away, and nobody away who stands in for another.
 * Refusals: `badSpan`, `dayPassed`, `tooLongAway`, `notYourOwnSubstitute`, `nothingToPassOn`, `cannotStandIn`,
 * `alreadyAway`, `substituteAway`, `standsInMeanwhile`.
 */
export function whyNotAway({ person, substitute, fromOn, toOn, today, others }: Asked): Refusal | undefined {
  if (toOn < fromOn) return refuse('badSpan', { day: fromOn }, 'toOn')
  if (fromOn < today) return refuse('dayPassed', { day: fromOn }, 'fromOn')
  if (daysBetween(fromOn, toOn) >= longestDays) return refuse('tooLongAway', { days: longestDays }, 'toOn')
  if (person.id === substitute.id) return refuse('notYourOwnSubstitute', undefined, 'substituteId')
  const passed = person.seats.filter(({ role }) => !keptApart.has(role))
  if (passed.length === 0) return refuse('nothingToPassOn', { name: person.name }, 'personId')
  if (seatsPassedOn(substitute.seats, passed).length < passed.length)
    return refuse('cannotStandIn', { name: substitute.name }, 'substituteId')
  const meanwhile = others.filter((one) => haveCommonDay(one, { fromOn, toOn }))
  const own = meanwhile.find(({ personId }) => personId === person.id)
  if (own) return refuse('alreadyAway', { name: person.name, from: own.fromOn, to: own.toOn }, 'fromOn')
  const away = meanwhile.find(({ personId }) => personId === substitute.id)
  if (away)
    return refuse(
      'substituteAway',
      { name: substitute.name, from: away.fromOn, to: away.toOn },
      'substituteId',
    )
  const duty = meanwhile.find(({ substituteId }) => substituteId === person.id)
  return (
    duty &&
    refuse('standsInMeanwhile', { name: person.name, other: duty.personName, to: duty.toOn }, 'fromOn')
  )
}
