import { sql } from 'kysely'
import { type Day, dayOf } from '#domain/calendar/days.ts'
import type { Role, UnitKind } from '#domain/org/roles.ts'
import type { Tx } from '../db/scope.ts'

export type KnownUnit = {
  id: string
  kind: UnitKind
  name: string
  path: string
  phone: string | null
  lng: number | null
  lat: number | null
  isClosed: boolean
}

/** The units at some paths, closed ones too. */
export async function findUnitsAt(
  tx: Tx,
  district: number,
  paths: Iterable<string>,
  now: number,
): Promise<Map<string, KnownUnit>> {
  const { rows } = await sql<KnownUnit>`select id, kind, name, path, phone, lng, lat,
      (valid_to is not null and valid_to < ${dayOf(now)}::date) "isClosed"
    from unit where district_id = ${district} and path = any (${[...new Set(paths)]}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.path, row]))
}

export type KnownPerson = {
  login: string
  personId: string
  name: string
  phoneSealed: Buffer | null
  posts: { unitPath: string; role: Role }[]
}

/** Who holds some logins here, and which of the logins belong to another district. */
export async function findLogins(
  tx: Tx,
  district: number,
  logins: Iterable<string>,
  today: Day,
): Promise<{ people: Map<string, KnownPerson>; elsewhere: Set<string> }> {
  const wanted = [...new Set(logins)]
  const taken = await sql<{ login: string; district_id: number }>`select login, district_id from login_key
    where login = any (${wanted}::text[])`.execute(tx)
  const { rows } = await sql<KnownPerson>`
    select a.login, p.id "personId", p.name, p.phone_sealed "phoneSealed", (
      select coalesce(json_agg(json_build_object('unitPath', u.path, 'role', o.role)), '[]')
      from post o join unit u on u.district_id = o.district_id and u.id = o.unit_id
      where o.district_id = p.district_id and o.person_id = p.id and (o.to_on is null or o.to_on >= ${today}::date)) posts
    from account a join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${district} and a.login = any (${wanted}::text[])`.execute(tx)
  return {
    people: new Map(rows.map((row) => [row.login, row])),
    elsewhere: new Set(taken.rows.filter((row) => row.district_id !== district).map(({ login }) => login)),
  }
}

export type KnownPlace = {
  code: string
  unitId: string
  unitName: string
  label: string
  lng: number | null
  lat: number | null
  isClosed: boolean
}

/** Codes by their signs, and those that hang open at some units. */
export async function findPlaces(
  tx: Tx,
  district: number,
  codes: readonly string[],
  units: readonly string[],
  now: number,
): Promise<KnownPlace[]> {
  const { rows } = await sql<KnownPlace>`
    select p.code, p.unit_id "unitId", u.name "unitName", p.label, p.lng, p.lat,
      (p.valid_to is not null and p.valid_to < ${dayOf(now)}::date) "isClosed"
    from place p join unit u on u.district_id = p.district_id and u.id = p.unit_id
    where p.district_id = ${district} and (p.code = any (${[...codes]}::text[]) or p.unit_id = any (${[...units]}::uuid[]))`.execute(
    tx,
  )
  return rows
}
