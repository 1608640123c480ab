import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Role } from '#domain/org/roles.ts'
import { insertRows } from '#server/db/insert-rows.ts'
import { newId } from '#server/ids.ts'
import { newDistrict } from '#server/org/new-district.ts'
import { hashPassword } from '#server/org/passwords.ts'

const district = 339_902

/** Exist in the measured district of a run only: the dispatcher, the administrator, a leader, and the officer of every handling unit. */
export const benchLogin = { login: 'bench', password: randomBytes(12).toString('base64url') }
export const adminLogin = { ...benchLogin, login: 'benchadmin' }
export const leaderLogin = { ...benchLogin, login: 'benchleader' }
export const officerLogin = (index: number) => ({ ...benchLogin, login: `bench${index + 1}` })

/** Units of the district that things are dispatched to. */
const departments = 25

export type LaidDistrict = { district: number; places: string[]; handlers: string[] }

/** A small invented district to measure in: one street with its centre, four communities, eighty stairwells, 25 departments. */
export async function layDistrict(url: string): Promise<LaidDistrict> {
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
    const handlers = Array.from({ length: departments }, (_, i) =>
      unit('department', `D${10 + i}`, `量测${i + 1}局`, { id: root.unitId, path: root.path }),
    )
    await insertRows(client, 'unit', [street, centre, ...communities, ...buildings, ...handlers])
    const places = buildings.map((b, i) => ({
      district_id: district,
      code: `T0${String(1000 + i)}`,
      unit_id: b.id,
      label: `${b.name}一单元`,
      valid_from: on,
    }))
    await insertRows(client, 'place', places)
    const password_hash = await hashPassword(benchLogin.password)
    const seat = async (login: string, role: Role, unitId: string) => {
      const person = newId(now)
      const account = newId(now)
      const at = new Date(now).toISOString()
      await insertRows(client, 'person', [
        { district_id: district, id: person, name: '量测员', pinyin: 'liangceyuan lcy', created_at: at },
      ])
      await insertRows(client, 'account', [
        {
          ...{ district_id: district, id: account, person_id: person, login, password_hash },
          ...{ password_changed_at: at, is_demo: false, settings: {} },
        },
      ])
      await insertRows(client, 'login_key', [{ login, district_id: district, account_id: account }])
      await insertRows(client, 'post', [
        { district_id: district, id: newId(now), person_id: person, unit_id: unitId, role, from_on: on },
      ])
    }
    await seat(benchLogin.login, 'dispatcher', centre.id)
    await seat(adminLogin.login, 'administrator', root.unitId)
    await seat(leaderLogin.login, 'leader', root.unitId)
    for (const [i, handler] of handlers.entries())
      await seat(officerLogin(i).login, 'departmentOfficer', handler.id)
    return { district, places: places.map((p) => p.code), handlers: handlers.map((one) => one.id) }
  } finally {
    await client.end()
  }
}
