import type { ResidentActor, Seat, StaffActor, SystemActor, VisitorActor } from '#domain/actor.ts'
import type { Role, UnitKind } from '#domain/org/roles.ts'
import type { Target } from '#domain/org/targets.ts'
import { servesPath } from '#domain/org/tree.ts'

export const districtId = 339901

function unit(kind: UnitKind, path: string, name: string): Target {
  return { id: `unit:${path}`, kind, path: `/339901/${path}`, name, isClosed: false }
}

/** An invented district as far as the rules need one: two streets, a community with all that hangs on it, its neighbours. */
export const units = {
  district: unit('district', '', '枫溪区'),
  districtCentre: unit('centre', 'ZX/', '枫溪区综治中心'),
  department: unit('department', 'D01/', '城市管理局'),
  otherDepartment: unit('department', 'D02/', '住房和城乡建设局'),
  street: unit('street', '001/', '听泉街道'),
  streetCentre: unit('centre', '001/ZX/', '听泉街道综治中心'),
  community: unit('community', '001/001/', '望溪社区'),
  committee: unit('committee', '001/001/TW/', '望溪社区调委会'),
  company: unit('company', '001/001/Q01/', '枫林物业望溪项目部'),
  studio: unit('studio', '001/001/GZ/', '老秦调解工作室'),
  grid: unit('grid', '001/001/01/', '望溪一网格'),
  building: unit('building', '001/001/01/B03/', '枫和苑 3 栋'),
  siblingGrid: unit('grid', '001/001/02/', '望溪二网格'),
  siblingCommunity: unit('community', '001/002/', '梧桐里社区'),
  otherStreet: unit('street', '002/', '雁回街道'),
  otherStreetCentre: unit('centre', '002/ZX/', '雁回街道综治中心'),
  otherCommunity: unit('community', '002/001/', '雁洲社区'),
} as const

export type UnitName = keyof typeof units

/** A unit of another district, which shares nothing with this one but the shape of its paths. */
export const foreignUnit: Target = {
  id: 'unit:foreign',
  kind: 'district',
  path: '/339902/',
  name: '竹溪区',
  isClosed: false,
}

export function seatAt(role: Role, at: Target, postId = `post:${role}@${at.id}`): Seat {
  return {
    postId,
    role,
    unitId: at.id,
    unitKind: at.kind,
    unitName: at.name,
    unitPath: at.path,
    servesPath: servesPath(at),
  }
}

/** A person of the staff with one post. */
export function staffAt(role: Role, at: Target, accountId = `${role}@${at.id}`): StaffActor {
  return { kind: 'staff', districtId, accountId, name: accountId, seats: [seatAt(role, at)] }
}

export const resident: ResidentActor = {
  kind: 'resident',
  districtId,
  appealId: 'appeal:1',
  matterId: 'matter:1',
}
export const stranger: ResidentActor = { ...resident, appealId: 'appeal:9', matterId: 'matter:9' }
export const visitor: VisitorActor = { kind: 'visitor', districtId }
export const system: SystemActor = { kind: 'system', districtId }
