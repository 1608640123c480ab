import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#domain/calendar/days.ts'
import type { Language } from '#domain/language.ts'
import type { Role, UnitKind } from '#domain/org/roles.ts'
import { parentPath } from '#domain/org/tree.ts'
import type { RosterField, RosterKind } from '#domain/roster/fields.ts'
import { kindNames, roleNames } from '#domain/roster/words.ts'
import type { Tx } from '../db/scope.ts'
import type { CellValue } from '../excel/write.ts'

type Cells = Partial<Record<RosterField, CellValue>>
const pageSize = 1000

/** Rows of a query in the order of one key, a page at a time. In: the query after a key. */
async function* paged<Row extends { key: string }>(
  tx: Tx,
  after: (key: string) => RawBuilder<Row>,
): AsyncGenerator<Row> {
  for (let key = ''; ; ) {
    const { rows } = await after(key).execute(tx)
    yield* rows
    const last = rows.at(-1)
    if (rows.length < pageSize || !last) return
    key = last.key
  }
}

/** `/339901/001/003/` → `001/003`, as people write it; the district itself is nothing. */
const shortPath = (path: string) => path.split('/').slice(2, -1).join('/')
const coordinates = ({ lng, lat }: { lng: number | null; lat: number | null }): Cells => ({
  ...{ lng: lng === null ? '' : String(lng), lat: lat === null ? '' : String(lat) },
})

type UnitOut = {
  key: string
  kind: UnitKind
  code: string
  name: string
  phone: string | null
  lng: number | null
  lat: number | null
  fromOn: Day
}
async function* unitRows(tx: Tx, district: number, lang: Language, today: Day): AsyncGenerator<Cells> {
  const query = (key: string) => sql<UnitOut>`
    select path key, kind, code, name, phone, lng, lat, valid_from "fromOn" from unit
    where district_id = ${district} and kind <> 'district' and (valid_to is null or valid_to >= ${today}::date)
      and path > ${key} order by path limit ${pageSize}`
  for await (const { key: path, kind, ...unit } of paged(tx, query))
    yield {
      ...{ kind: lang === 'zh' ? (kindNames[kind][0] ?? kind) : kind, parent: shortPath(parentPath(path)) },
      ...{ code: unit.code, name: unit.name, phone: unit.phone, fromOn: unit.fromOn },
      ...coordinates(unit),
    }
}

type PostOut = {
  key: string
  name: string
  login: string
  path: string | null
  role: Role | null
  fromOn: Day | null
  toOn: Day | null
}
async function* peopleRows(tx: Tx, district: number, lang: Language, today: Day): AsyncGenerator<Cells> {
  const query = (key: string) => sql<PostOut>`
    select a.login || ' ' || coalesce(o.id::text, '') key, p.name, a.login, u.path, o.role, o.from_on "fromOn", o.to_on "toOn"
    from account a join person p on p.district_id = a.district_id and p.id = a.person_id
    left join post o on o.district_id = p.district_id and o.person_id = p.id and (o.to_on is null or o.to_on >= ${today}::date)
    left join unit u on u.district_id = o.district_id and u.id = o.unit_id
    where a.district_id = ${district} and a.disabled_at is null and a.login || ' ' || coalesce(o.id::text, '') > ${key}
    order by 1 limit ${pageSize}`
  for await (const { role, path, ...one } of paged(tx, query))
    yield {
      ...{ name: one.name, login: one.login, unit: path === null ? '' : shortPath(path) || String(district) },
      ...{ role: role === null ? '' : lang === 'zh' ? (roleNames[role][0] ?? role) : role },
      ...{ fromOn: one.fromOn, toOn: one.toOn },
    }
}

type PlaceOut = { key: string; path: string; label: string; lng: number | null; lat: number | null }
async function* placeRows(tx: Tx, district: number, today: Day): AsyncGenerator<Cells> {
  const query = (key: string) => sql<PlaceOut>`
    select c.code key, u.path, c.label, c.lng, c.lat from place c
    join unit u on u.district_id = c.district_id and u.id = c.unit_id and (u.valid_to is null or u.valid_to >= ${today}::date)
    where c.district_id = ${district} and (c.valid_to is null or c.valid_to >= ${today}::date) and c.code > ${key}
    order by c.code limit ${pageSize}`
  for await (const { key: code, path, label, ...at } of paged(tx, query))
    yield { unit: shortPath(path), label, code, ...coordinates(at) }
}

/** What there is of a kind on a day, as cells by field. */
export function exportRows(
  tx: Tx,
  district: number,
  kind: RosterKind,
  lang: Language,
  today: Day,
): AsyncGenerator<Cells> {
  if (kind === 'units') return unitRows(tx, district, lang, today)
  return kind === 'people' ? peopleRows(tx, district, lang, today) : placeRows(tx, district, today)
}
