import { hash } from '@node-rs/argon2'
import pg from 'pg'
import type { Role, UnitKind } from '#domain/org/roles.ts'
import { insertRows } from '#server/db/insert-rows.ts'
import { newId } from '#server/ids.ts'
import { newDistrict, pinyinOf } from '#server/org/new-district.ts'

export const district = 339_901
export const password = '枫桥-test-1122'

type UnitLine = readonly [key: string, above: string, kind: UnitKind, code: string, name: string]

/** A small town: two streets, three communities, three grids, two buildings, offices at every level. */
const unitLines = [
  ['centre', 'district', 'centre', 'ZX', '枫溪区综治中心'],
  ['housing', 'district', 'department', 'D01', '枫溪区住建局'],
  ['water', 'district', 'department', 'D02', '枫溪区水务局'],
  ['power', 'district', 'company', 'Q01', '枫溪供电公司'],
  ['north', 'district', 'street', '001', '北桥街道'],
  ['northCentre', 'north', 'centre', 'ZX', '北桥街道综治中心'],
  ['studio', 'north', 'studio', 'GZ1', '老周调解工作室'],
  ['willow', 'north', 'community', '001', '柳岸社区'],
  ['mediators', 'willow', 'committee', 'TW', '柳岸社区调委会'],
  ['willowGrid', 'willow', 'grid', 'G01', '柳岸第一网格'],
  ['willowHouse', 'willowGrid', 'building', 'B01', '柳岸新村 3 幢'],
  ['plum', 'north', 'community', '002', '梅园社区'],
  ['plumGrid', 'plum', 'grid', 'G01', '梅园第一网格'],
  ['plumHouse', 'plumGrid', 'building', 'B01', '梅园里 8 幢'],
  ['south', 'district', 'street', '002', '南塘街道'],
  ['southCentre', 'south', 'centre', 'ZX', '南塘街道综治中心'],
  ['reed', 'south', 'community', '001', '苇塘社区'],
  ['reedGrid', 'reed', 'grid', 'G01', '苇塘第一网格'],
  ['reedHouse', 'reedGrid', 'building', 'B01', '苇塘花园 1 幢'],
] as const satisfies readonly UnitLine[]
export type UnitKey = (typeof unitLines)[number][0] | 'district'

/** login → the role and the unit of the post; everybody has the same password. */
const staffLines = {
  clerk: ['communityClerk', 'willow'],
  colleague: ['communityClerk', 'willow'],
  plumclerk: ['communityClerk', 'plum'],
  reedclerk: ['communityClerk', 'reed'],
  gridder: ['gridWorker', 'willowGrid'],
  head: ['buildingHead', 'willowHouse'],
  desk: ['deskOfficer', 'northCentre'],
  sorter: ['dispatcher', 'northCentre'],
  topsorter: ['dispatcher', 'centre'],
  southsorter: ['dispatcher', 'southCentre'],
  mediator: ['mediator', 'mediators'],
  expert: ['expert', 'studio'],
  lawyer: ['legalPartner', 'studio'],
  housing: ['departmentOfficer', 'housing'],
  housing2: ['departmentOfficer', 'housing'],
  water: ['departmentOfficer', 'water'],
  power: ['departmentOfficer', 'power'],
  supervisor: ['supervisor', 'north'],
  leader: ['leader', 'district'],
  admin: ['administrator', 'district'],
  auditor: ['auditor', 'district'],
  security: ['securityAdministrator', 'district'],
} as const satisfies Record<string, readonly [Role, UnitKey]>
export type Login = keyof typeof staffLines
export const logins = Object.keys(staffLines) as Login[]

export type Town = {
  units: Record<UnitKey, { id: string; path: string; name: string }>
  staff: Record<Login, { accountId: string; personId: string; postId: string; role: Role }>
  /** Stairwell codes. */
  places: { willow: string; plum: string; reed: string }
}

let hashed: Promise<string> | undefined

/** Fills an empty migrated database with the town. In: the owner's client, the instant it is founded. */
export async function makeTown(owner: pg.Pool, now: number): Promise<Town> {
  hashed ??= hash(password, { algorithm: 2, memoryCost: 1024, timeCost: 1, parallelism: 1 })
  const root = await newDistrict(owner, {
    id: district,
    name: '枫溪区',
    city: '临川江市',
    isDemo: false,
    now,
  })
  const units = { district: { id: root.unitId, path: root.path, name: '枫溪区' } } as Town['units']
  const rows = unitLines.map(([key, above, kind, code, name]) => {
    const unit = { id: newId(now), path: `${units[above].path}${code}/`, name }
    units[key] = unit
    const validFrom = '2020-01-01'
    return {
      ...{ district_id: district, parent_id: units[above].id, kind, code, pinyin: pinyinOf(name) },
      ...{ ...unit, phone: kind === 'community' ? '0799-5550101' : null, valid_from: validFrom },
    }
  })
  await insertRows(owner, 'unit', rows)
  const places = { willow: '0ABCDE', plum: '1ABCDE', reed: '2ABCDE' }
  await insertRows(
    owner,
    'place',
    (['willow', 'plum', 'reed'] as const).map((key) => ({
      district_id: district,
      code: places[key],
      unit_id: units[`${key}House`].id,
      label: `${units[`${key}House`].name} 1 单元`,
      valid_from: '2020-01-01',
    })),
  )
  return { units, staff: await makeStaff(owner, units, await hashed, now), places }
}

async function makeStaff(
  owner: pg.Pool,
  units: Town['units'],
  passwordHash: string,
  now: number,
): Promise<Town['staff']> {
  const at = new Date(now).toISOString()
  const key = { district_id: district }
  const staff = {} as Town['staff']
  for (const login of logins) {
    const [role] = staffLines[login]
    staff[login] = { accountId: newId(now), personId: newId(now), postId: newId(now), role }
  }
  const of = (row: (login: Login, one: Town['staff'][Login]) => object) =>
    logins.map((login) => ({ ...key, ...row(login, staff[login]) }))
  await insertRows(
    owner,
    'person',
    of((login, { personId: id }) => ({ id, name: nameOf(login), pinyin: login, created_at: at })),
  )
  await insertRows(
    owner,
    'account',
    of((login, { accountId: id, personId }) => ({
      ...{ id, person_id: personId, login, password_hash: passwordHash, password_changed_at: at },
      ...{ is_demo: false, settings: {} },
    })),
  )
  await insertRows(
    owner,
    'login_key',
    of((login, { accountId }) => ({ login, account_id: accountId })),
  )
  await insertRows(
    owner,
    'post',
    of((login, { postId: id, personId, role }) => ({
      ...{ id, person_id: personId, unit_id: units[staffLines[login][1]].id, role, from_on: '2020-01-01' },
    })),
  )
  return staff
}

/** The invented name of a member of the staff. */
export function nameOf(login: Login): string {
  return `文${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'.charAt(logins.indexOf(login))}`
}

/** A fresh id as a client makes it. */
export function freshId(): string {
  return newId(Date.now())
}
