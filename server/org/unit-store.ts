import { sql } from 'kysely'
import type { Day } from '#domain/calendar/days.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import type { Tx } from '../db/scope.ts'

type Facts = {
  name: string
  pinyin: string
  phone: string | null
  lng: number | null
  lat: number | null
  outline: object | null
}

export type NewUnit = Facts & {
  district: number
  id: string
  parentId: string
  kind: UnitKind
  code: string
  path: string
  validFrom: Day
}

const jsonOf = (value: object | null) => (value === null ? null : JSON.stringify(value))

/** Out: whether the id and the path were free. */
export async function insertUnit(tx: Tx, u: NewUnit): Promise<boolean> {
  const { rows } = await sql`insert into unit
      (district_id, id, parent_id, kind, code, name, pinyin, path, phone, outline, lng, lat, valid_from)
    values (${u.district}, ${u.id}, ${u.parentId}, ${u.kind}, ${u.code}, ${u.name}, ${u.pinyin}, ${u.path}, ${u.phone},
      ${jsonOf(u.outline)}::jsonb, ${u.lng}, ${u.lat}, ${u.validFrom}::date)
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

/** Writes what may change of a unit, as the next version. */
export async function writeUnit(tx: Tx, district: number, id: string, u: Facts): Promise<void> {
  await sql`update unit set name = ${u.name}, pinyin = ${u.pinyin}, phone = ${u.phone}, lng = ${u.lng}, lat = ${u.lat},
      outline = ${jsonOf(u.outline)}::jsonb, version = version + 1
    where district_id = ${district} and id = ${id}`.execute(tx)
}

/** Ends a unit on a day, or takes the end away. */
export async function writeUnitEnd(tx: Tx, district: number, id: string, lastOn: Day | null): Promise<void> {
  await sql`update unit set valid_to = ${lastOn}::date, version = version + 1
    where district_id = ${district} and id = ${id}`.execute(tx)
}

export type NewPlace = {
  district: number
  code: string
  unitId: string
  label: string
  lng: number | null
  lat: number | null
  validFrom: Day
}

/** Out: whether the code was free. */
export async function insertPlace(tx: Tx, p: NewPlace): Promise<boolean> {
  const { rows } = await sql`insert into place (district_id, code, unit_id, label, lng, lat, valid_from)
    values (${p.district}, ${p.code}, ${p.unitId}, ${p.label}, ${p.lng}, ${p.lat}, ${p.validFrom}::date)
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

type PlaceKey = { district: number; unitId: string; code: string }

/** Out: whether there is such a code at the unit. */
export async function writePlaceLabel(tx: Tx, key: PlaceKey, label: string): Promise<boolean> {
  const { rows } = await sql`update place set label = ${label}
    where district_id = ${key.district} and code = ${key.code} and unit_id = ${key.unitId} returning 1`.execute(
    tx,
  )
  return rows.length > 0
}

/** Out: whether there is such a code at the unit. */
export async function writePlaceEnd(tx: Tx, key: PlaceKey, lastOn: Day): Promise<boolean> {
  const { rows } = await sql`update place set valid_to = ${lastOn}::date
    where district_id = ${key.district} and code = ${key.code} and unit_id = ${key.unitId} returning 1`.execute(
    tx,
  )
  return rows.length > 0
}
