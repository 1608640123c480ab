import { sql } from 'kysely'
import { type Calendar, calendarOf } from '#domain/calendar/working-days.ts'
import { completed, type Profile } from '#domain/profile/profile.ts'
import type { Tx } from '../db/scope.ts'

/** What a district decided: its profile of a version, and its calendar as it stands. */
export type Rules = { profile: Profile; profileVersion: number; calendar: Calendar }

const lifeMs = 15_000
const cache = new Map<number, { rules: Rules; until: number }>()
const profiles = new Map<string, Profile>()

/** Forgets what is remembered of a district's rules; called when the database says that they changed. */
export function forgetRules(district: number): void {
  cache.delete(district)
}

/** The rules under an older version of the profile: its office hours too, on the days of the calendar as it stands. */
export function rulesUnder(rules: Rules, profile: Profile, profileVersion: number): Rules {
  return { profile, profileVersion, calendar: { ...rules.calendar, hours: profile.officeHours } }
}

/** The newest profile and the calendar of a district, remembered for seconds; a change also arrives as a nudge. */
export async function getRules(tx: Tx, district: number): Promise<Rules> {
  const known = cache.get(district)
  if (known && known.until > Date.now()) return known.rules
  const { rows } = await sql<{ version: number; data: Profile }>`select version, data from profile
    where district_id = ${district} order by version desc limit 1`.execute(tx)
  const newest = rows[0]
  if (!newest) throw new Error(`district ${district} has no profile`)
  const profile = completed(newest.data)
  const calendar = await readCalendar(tx, district, profile)
  const rules = { profile, profileVersion: newest.version, calendar }
  cache.set(district, { rules, until: Date.now() + lifeMs })
  return rules
}

/** The profile of a version: a matter ends under the version it began with. Versions never change, so they are kept. */
export async function getProfile(tx: Tx, district: number, version: number): Promise<Profile> {
  const key = `${district}:${version}`
  const known = profiles.get(key)
  if (known) return known
  const { rows } = await sql<{ data: Profile }>`select data from profile
    where district_id = ${district} and version = ${version}`.execute(tx)
  if (!rows[0]) throw new Error(`district ${district} has no profile version ${version}`)
  const profile = completed(rows[0].data)
  profiles.set(key, profile)
  return profile
}

/** The calendar as the rows say, with the sum of the years' versions as its own: any edit makes it larger. */
export async function readCalendar(tx: Tx, district: number, profile: Profile): Promise<Calendar> {
  const years = await sql<{ year: number; status: 'official' | 'provisional'; version: number }>`
    select year, status, version from calendar_year where district_id = ${district}`.execute(tx)
  const days = await sql<{ day: string; isWorking: boolean }>`
    select day, is_working "isWorking" from calendar_day where district_id = ${district}`.execute(tx)
  return calendarOf({
    days: days.rows,
    years: years.rows.map((r) => [r.year, r.status] as const),
    hours: profile.officeHours,
    version: years.rows.reduce((sum, r) => sum + r.version, 0),
  })
}
