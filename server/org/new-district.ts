import { randomBytes } from 'node:crypto'
import { pinyin } from 'pinyin-pro'
import { defaultAidKinds } from '#domain/aid/kinds.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { publishedYears } from '#domain/calendar/holidays.ts'
import { uuidv7 } from '#domain/id.ts'
import { defaultProfile } from '#domain/profile/profile.ts'
import { categories } from '#domain/triage/categories.ts'
import { insertRows, type Statements } from '../db/insert-rows.ts'

export type NewDistrict = {
  /** The six digits of the administrative division. */
  id: number
  name: string
  city: string
  isDemo: boolean
  now: number
  phone?: string
  outline?: object
  lng?: number
  lat?: number
}

/**
 * Makes an empty district with its reference lists: the root of its tree, version 1 of its profile, the working calendar
 * of the published years (a year without a notice stays missing and raises its alarm), the categories, and the catalogue of help. In: a client
 * of the owner of the tables; the caller's transaction, if any. Out: id and path of the root unit.
 */
export async function newDistrict(
  client: Statements,
  district: NewDistrict,
): Promise<{ unitId: string; path: string }> {
  const { id, now } = district
  const at = new Date(now).toISOString()
  const unitId = uuidv7(now, randomBytes(10))
  const path = `/${id}/`
  await insertRows(client, 'district', [
    { id, name: district.name, city: district.city, is_demo: district.isDemo, created_at: at },
  ])
  await insertRows(client, 'unit', [
    {
      district_id: id,
      id: unitId,
      kind: 'district',
      code: String(id),
      name: district.name,
      pinyin: pinyinOf(district.name),
      path,
      phone: district.phone ?? null,
      outline: district.outline ?? null,
      lng: district.lng ?? null,
      lat: district.lat ?? null,
      valid_from: dayOf(now),
    },
  ])
  await insertRows(client, 'profile', [{ district_id: id, version: 1, data: defaultProfile, from_at: at }])
  await insertCalendar(client, id, at)
  await insertRows(
    client,
    'category',
    categories.map((c, i) => ({
      district_id: id,
      code: c.code,
      parent_code: c.parentCode,
      name_zh: c.nameZh,
      name_en: c.nameEn,
      kind: c.kind,
      mediable: c.mediable,
      position: i + 1,
      sure: c.sure,
      likely: c.likely,
      hint: c.hint,
      governance_code: c.governanceCode,
      old_code: c.oldCode,
      justice_line: c.justiceLine,
    })),
  )
  await insertRows(
    client,
    'aid_kind',
    defaultAidKinds.map((kind, i) => ({
      ...{ district_id: id, code: kind.code, name_zh: kind.nameZh, name_en: kind.nameEn },
      ...{ is_on: true, position: i + 1, version: 1 },
    })),
  )
  return { unitId, path }
}

/** Syllables and then initials, without tones: `wangxishequ wxsq`; what a person types to find a name. */
export function pinyinOf(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  return `${syllables.join('')} ${syllables.map((s) => s.charAt(0)).join('')}`
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '')
}

async function insertCalendar(client: Statements, district: number, at: string): Promise<void> {
  const years = Object.entries(publishedYears)
  await insertRows(
    client,
    'calendar_year',
    years.map(([year, { source }]) => ({
      district_id: district,
      year: Number(year),
      status: 'official',
      source,
      version: 1,
      changed_at: at,
    })),
  )
  // A notice may reach into December of the year before: the day stays with the notice that arranged it.
  const days = new Map(
    years.flatMap(([year, arranged]) =>
      arranged.days.map((d) => [
        d.day,
        { district_id: district, day: d.day, year: Number(year), name: d.name, is_working: d.isWorking },
      ]),
    ),
  )
  await insertRows(client, 'calendar_day', [...days.values()])
}
