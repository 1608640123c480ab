import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { insertRows } from '#server/db/insert-rows.ts'
import { newId } from '#server/ids.ts'
import { newDistrict } from '#server/org/new-district.ts'
import { hashPassword } from '#server/org/passwords.ts'

const district = 339_902

/** Exists in the measured district of a run only. */
export const benchLogin = { login: 'bench', password: randomBytes(12).toString('base64url') }

/** A small invented district to measure in: one street with its centre, four communities, eighty stairwells. */
export async function layDistrict(
  url: string,
): Promise<{ district: number; places: string[]; centreId: string; accountId: string }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const now = Date.now()
  const on = '2020-01-01'
  try {
    const root = await newDistrict(client, {
      id: district,
      name: '量测区',
      city: '临川江市',
      isDemo: false,
      now,
    })
    const unit = (kind: string, code: string, name: string, parent: { id: string; path: string }) => ({
      district_id: district,
      id: newId(now),
      parent_id: parent.id,
      kind,
      code,
      name,
      path: `${parent.path}${code}/`,
      pinyin: '',
      valid_from: on,
      lng: 114.6,
      lat: 29.9,
    })
    const street = unit('street', '001', '量测街道', { id: root.unitId, path: root.path })
    const centre = unit('centre', 'ZX', '量测街道综治中心', street)
    const communities = Array.from({ length: 4 }, (_, i) =>
      unit('community', `00${i + 1}`, `量测第${i + 1}社区`, street),
    )
    const buildings = communities.flatMap((c) =>
      Array.from({ length: 20 }, (_, i) => unit('building', `B${10 + i}`, `${10 + i}号楼`, c)),
    )
    await insertRows(client, 'unit', [street, centre, ...communities, ...buildings])
    const places = buildings.map((b, i) => ({
      district_id: district,
      code: `T0${String(1000 + i)}`,
      unit_id: b.id,
      label: `${b.name}一单元`,
      valid_from: on,
    }))
    await insertRows(client, 'place', places)
    const person = {
      district_id: district,
      id: newId(now),
      name: '量测员',
      pinyin: 'liangceyuan lcy',
      created_at: new Date(now).toISOString(),
    }
    await insertRows(client, 'person', [person])
    const account = {
      district_id: district,
      id: newId(now),
      person_id: person.id,
      login: benchLogin.login,
      password_hash: await hashPassword(benchLogin.password),
      password_changed_at: new Date(now).toISOString(),
      failed: 0,
      is_demo: false,
      settings: {},
    }
    await insertRows(client, 'account', [account])
    await insertRows(client, 'login_key', [
      { login: account.login, district_id: district, account_id: account.id },
    ])
    const post = {
      district_id: district,
      id: newId(now),
      person_id: person.id,
      unit_id: centre.id,
      role: 'dispatcher',
      from_on: on,
    }
    await insertRows(client, 'post', [post])
    return { district, places: places.map((p) => p.code), centreId: centre.id, accountId: account.id }
  } finally {
    await client.end()
  }
}
