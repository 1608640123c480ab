import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import { whyNotUnder } from '#domain/org/units.ts'
import type { UnitRow } from '#domain/roster/rows.ts'
import { kindNames } from '#domain/roster/words.ts'
import { insertColumns } from '../db/insert-columns.ts'
import type { Tx } from '../db/scope.ts'
import { newId } from '../ids.ts'
import { pinyinOf } from '../org/new-district.ts'
import { findUnitsAt, type KnownUnit } from './known.ts'
import { type Author, bad, differs, type Given, type Outcome, type Plan, sameOr } from './outcome.ts'
import { recordAll } from './record.ts'

type Fresh = Given<UnitRow> & { id: string; parentId: string }
type Changed = { id: string; name: string; phone: string | null; lng: number | null; lat: number | null }

const nameOf = (unit: Pick<KnownUnit, 'kind'>) => kindNames[unit.kind][0] ?? unit.kind

/** What becomes of rows of units. They come by depth, so that a unit stands before those below it. */
export async function planUnits(tx: Tx, by: Author, given: readonly Given<UnitRow>[]): Promise<Plan> {
  const { district, now } = by
  const paths = given.flatMap(({ row }) => [row.path, row.parentPath])
  const known = await findUnitsAt(tx, district, paths, now)
  const outcomes = new Map<number, Outcome>()
  const [fresh, changed]: [Fresh[], Changed[]] = [[], []]
  const judge = (one: Given<UnitRow>): Outcome => {
    const { row } = one
    const parent = known.get(row.parentPath)
    if (!parent) return bad('pathUnknown', 'parent', { found: row.parentPath })
    const there = known.get(row.path)
    if (there && there.kind !== row.kind) return bad('kindChanged', 'kind', { before: nameOf(there) })
    if (there?.isClosed) return bad('unitClosed', 'code', { above: there.name })
    const { lng, lat } = row.at ?? { lng: null, lat: null }
    if (there) {
      const outcome = sameOr([
        differs('name', there.name, row.name),
        differs('phone', there.phone, row.phone),
        differs('lng', there.lng, lng),
        differs('lat', there.lat, lat),
      ])
      const next = {
        ...there,
        ...{ name: row.name, phone: row.phone ?? there.phone, lng: lng ?? there.lng, lat: lat ?? there.lat },
      }
      if (outcome.what === 'changed') changed.push(next)
      return outcome
    }
    const refusal = whyNotUnder(row.kind, parent)
    const facts = { above: parent.name, found: nameOf(row) }
    if (refusal) return bad(parent.isClosed ? 'unitClosed' : 'kindNotHere', 'parent', facts)
    const id = newId(now)
    fresh.push({ ...one, id, parentId: parent.id })
    const { kind, name, path, phone } = row
    known.set(path, { id, kind, name, path, phone, lng, lat, isClosed: false })
    return { what: 'new' }
  }
  for (const one of given) outcomes.set(one.rowNumber, judge(one))
  return { outcomes, write: (writing) => writeUnits(writing, by, fresh, changed) }
}

async function writeUnits(
  tx: Tx,
  by: Author,
  fresh: readonly Fresh[],
  changed: readonly Changed[],
): Promise<void> {
  const { district, now } = by
  const rows = fresh.map(({ row, id, parentId }) => ({
    ...{ district_id: district, id, parent_id: parentId, kind: row.kind, code: row.code, name: row.name },
    ...{ pinyin: pinyinOf(row.name), path: row.path, phone: row.phone },
    ...{ lng: row.at?.lng ?? null, lat: row.at?.lat ?? null, valid_from: row.fromOn ?? dayOf(now) },
  }))
  await insertColumns(tx, 'unit', rows)
  const changes = JSON.stringify(changed.map((unit) => ({ ...unit, pinyin: pinyinOf(unit.name) })))
  await sql`update unit set name = x.name, pinyin = x.pinyin, phone = x.phone, lng = x.lng, lat = x.lat,
      version = version + 1
    from json_to_recordset(${changes}::json) x(id uuid, name text, pinyin text, phone text, lng float8, lat float8)
    where unit.district_id = ${district} and unit.id = x.id`.execute(tx)
  await recordAll(tx, by, [
    ...fresh.map(({ id, row }) => ({ verb: 'addUnit' as const, subject: id, payload: { ...row } })),
    ...changed.map(({ id, name, phone, lng, lat }) => ({
      ...{ verb: 'editUnit' as const, subject: id, payload: { name, phone, lng, lat } },
    })),
  ])
}
