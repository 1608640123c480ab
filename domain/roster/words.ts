import { halfWidth } from '../intake/text.ts'
import { type Role, roles, type UnitKind, unitKinds } from '../org/roles.ts'

/** What offices write for a kind of unit; the first is what our own files say. */
export const kindNames: Record<UnitKind, readonly string[]> = {
  district: ['区县', '区', '县'],
  street: ['街道', '镇', '乡', '乡镇', '街道镇'],
  community: ['社区', '村', '居委会', '村社区'],
  grid: ['网格'],
  building: ['楼栋', '楼', '幢', '栋'],
  centre: ['综治中心', '中心', '矛调中心', '分流中心'],
  department: ['部门', '委办局', '站所', '科室'],
  committee: ['调委会', '人民调解委员会', '调解委员会'],
  studio: ['调解工作室', '工作室', '个人调解工作室'],
  room: ['窗口', '调解室'],
  company: ['服务企业', '企业', '公司', '物业', '物业公司'],
}

/** The same for roles. */
export const roleNames: Record<Role, readonly string[]> = {
  buildingHead: ['楼栋长', '楼长'],
  gridWorker: ['网格员', '专职网格员'],
  communityClerk: ['社区工作者', '社工', '社区干部'],
  deskOfficer: ['窗口引导员', '窗口', '引导员'],
  dispatcher: ['研判分流员', '分流员', '研判员'],
  mediator: ['调解员', '人民调解员'],
  expert: ['专家'],
  legalPartner: ['四员一律', '律师', '法官', '检察官', '民警'],
  departmentOfficer: ['部门经办人', '经办人'],
  supervisor: ['督办员', '督查员'],
  leader: ['领导', '负责人'],
  administrator: ['管理员', '系统管理员'],
  securityAdministrator: ['安全管理员', '安全员'],
  auditor: ['审计员'],
}

const bare = (text: string) => halfWidth(text).replace(/\s/g, '').toLowerCase()

function findWord<Key extends string>(
  keys: readonly Key[],
  table: Record<Key, readonly string[]>,
  text: string,
): Key | undefined {
  const given = bare(text)
  return keys.find((key) => key.toLowerCase() === given || table[key].some((name) => bare(name) === given))
}

/** The kind of unit that a cell names, in Chinese or by its key; undefined where it names none. */
export const readKind = (text: string): UnitKind | undefined => findWord(unitKinds, kindNames, text)

/** The role that a cell names; undefined where it names none. */
export const readRole = (text: string): Role | undefined => findWord(roles, roleNames, text)
