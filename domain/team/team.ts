import type { Day, Instant } from '../calendar/days.ts'

/** `project` 项目专班, `branch` 临时党支部. */
export const teamKinds = ['project', 'branch'] as const
export type TeamKind = (typeof teamKinds)[number]

/** How a team ended: its term was over, or it was ended before that. */
export const teamEnds = ['term', 'early'] as const
export type TeamEnd = (typeof teamEnds)[number]

/** Days that a team may be set up or extended for, counted from the day it is done (local choice). */
export const teamDaysMost = 366
/** The most members of a team at a time. */
export const mostMembers = 40

/** A team across units, from a day to a day. */
export type Team = {
  id: string
  kind: TeamKind
  /** Who set it up, and the area of that post. */
  unitId: string
  unitPath: string
  leadUnitId: string
  leadUnitPath: string
  /** The account of the person who leads it. */
  leadId: string
  fromOn: Day
  toOn: Day
  endedAt: Instant | null
  end: TeamEnd | null
}

/** A member: an account of a unit, from a day to a day; without an end for as long as the team. */
export type Member = {
  id: string
  accountId: string
  unitId: string
  unitPath: string
  fromOn: Day
  toOn: Day | null
  outAt: Instant | null
}

/** Whether a team can work on a day: within its term and not ended. */
export const isTeamOn = (
  { endedAt, fromOn, toOn }: Pick<Team, 'endedAt' | 'fromOn' | 'toOn'>,
  day: Day,
): boolean => endedAt === null && fromOn <= day && toOn >= day

/** Whether somebody is a member on a day. */
export const isMemberOn = (
  { outAt, fromOn, toOn }: Pick<Member, 'outAt' | 'fromOn' | 'toOn'>,
  day: Day,
): boolean => outAt === null && fromOn <= day && (toOn === null || toOn >= day)
