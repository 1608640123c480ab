import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import { kindsWithPlaces } from '#domain/org/units.ts'
import type { PlaceRow } from '#domain/roster/rows.ts'
import { insertColumns } from '../db/insert-columns.ts'
import type { Tx } from '../db/scope.ts'
import { newPlaceCode } from '../place/codes.ts'
import { findPlaces, findUnitsAt, type KnownPlace } from './known.ts'
import { type Author, bad, differs, type Given, type Outcome, type Plan, sameOr } from './outcome.ts'
import { recordAll } from './record.ts'

/** What becomes of rows of codes: a code is known by its signs, or by its unit and label where the signs are left out. */
export async function planPlaces(tx: Tx, by: Author, given: readonly Given<PlaceRow>[]): Promise<Plan> {
  const { district, now } = by
  const units = await findUnitsAt(
    tx,
    district,
    given.map(({ row }) => row.unitPath),
    now,
  )
  const codes = given.flatMap(({ row }) => row.code ?? [])
  const places = await findPlaces(
    tx,
    district,
    codes,
    [...units.values()].map(({ id }) => id),
    now,
  )
  const byCode = new Map(places.map((place) => [place.code, place]))
  const keyOf = (unitId: string, label: string) => `${unitId} ${label}`
  const byLabel = new Map(
    places.filter(({ isClosed }) => !isClosed).map((place) => [keyOf(place.unitId, place.label), place]),
  )
  const [fresh, changed]: [KnownPlace[], KnownPlace[]] = [[], []]
  const judge = ({ row }: Given<PlaceRow>): Outcome => {
    const unit = units.get(row.unitPath)
    if (!unit) return bad('pathUnknown', 'unit', { found: row.unitPath })
    if (!kindsWithPlaces.has(unit.kind)) return bad('noPlacesHere', 'unit', { above: unit.name })
    if (unit.isClosed) return bad('unitClosed', 'unit', { above: unit.name })
    const there = row.code === null ? byLabel.get(keyOf(unit.id, row.label)) : byCode.get(row.code)
    if (there && there.unitId !== unit.id) return bad('placeElsewhere', 'code', { above: there.unitName })
    if (there?.isClosed) return bad('placeClosed', 'code')
    const point = row.at ?? { lng: null, lat: null }
    if (there) {
      const outcome = sameOr([
        differs('label', there.label, row.label),
        differs('lng', there.lng, point.lng),
        differs('lat', there.lat, point.lat),
      ])
      const { lng, lat } = row.at ?? there
      if (outcome.what === 'changed') changed.push({ ...there, label: row.label, lng, lat })
      return outcome
    }
    const { lng, lat } = row.at ?? unit
    const place: KnownPlace = {
      ...{ code: row.code ?? newPlaceCode(), unitId: unit.id, unitName: unit.name, label: row.label },
      ...{ lng, lat, isClosed: false },
    }
    fresh.push(place)
    byCode.set(place.code, place)
    byLabel.set(keyOf(unit.id, row.label), place)
    return { what: 'new' }
  }
  const outcomes = new Map(given.map((one) => [one.rowNumber, judge(one)] as const))
  return { outcomes, write: (writing) => writePlaces(writing, by, fresh, changed) }
}

async function writePlaces(
  tx: Tx,
  by: Author,
  fresh: readonly KnownPlace[],
  changed: readonly KnownPlace[],
): Promise<void> {
  const { district, now } = by
  await insertColumns(
    tx,
    'place',
    fresh.map(({ code, unitId, label, lng, lat }) => ({
      ...{ district_id: district, code, unit_id: unitId, label, lng, lat, valid_from: dayOf(now) },
    })),
  )
  await sql`update place set label = x.label, lng = x.lng, lat = x.lat
    from json_to_recordset(${JSON.stringify(changed)}::json) x(code text, label text, lng float8, lat float8)
    where place.district_id = ${district} and place.code = x.code`.execute(tx)
  const entry =
    (verb: 'addPlace' | 'editPlace') =>
    ({ unitId, code, label }: KnownPlace) => ({ verb, subject: unitId, payload: { code, label } })
  await recordAll(tx, by, [...fresh.map(entry('addPlace')), ...changed.map(entry('editPlace'))])
}
