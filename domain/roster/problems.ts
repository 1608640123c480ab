import { type CellProblem, describeCell } from '../cell-problem.ts'
import type { Language } from '../language.ts'
import type { RosterField } from './fields.ts'

export const rosterProblemCodes = [
  'missing',
  'tooLong',
  'kindUnknown',
  'kindChanged',
  'kindNotHere',
  'codeBad',
  'pathBad',
  'pathUnknown',
  'unitClosed',
  'coordinateBad',
  'dayBad',
  'spanBad',
  'phoneBad',
  'loginBad',
  'loginTaken',
  'nameDiffers',
  'roleUnknown',
  'roleNotHere',
  'dutiesApart',
  'roleAlone',
  'placeCodeBad',
  'placeElsewhere',
  'placeClosed',
  'noPlacesHere',
  'twice',
] as const
export type RosterProblemCode = (typeof rosterProblemCodes)[number]

export type RosterProblem = CellProblem<RosterProblemCode, RosterField>

/** The fields as our files, the preview and the problems call them. */
export const rosterLabels = {
  zh: {
    kind: '类型',
    parent: '上级编码路径',
    code: '编码',
    name: '名称（姓名）',
    phone: '电话',
    lng: '经度',
    lat: '纬度',
    fromOn: '开始日期',
    toOn: '结束日期',
    login: '用户名',
    unit: '单位编码路径',
    role: '岗位',
    label: '位置说明',
  },
  en: {
    kind: 'Kind',
    parent: 'Path of the unit above',
    code: 'Code',
    name: 'Name',
    phone: 'Telephone',
    lng: 'Longitude',
    lat: 'Latitude',
    fromOn: 'First day',
    toOn: 'Last day',
    login: 'User name',
    unit: 'Path of the unit',
    role: 'Role',
    label: 'Where it hangs',
  },
} as const satisfies Record<Language, Record<RosterField, string>>

const sentences = {
  zh: {
    missing: '「{field}」还空着，请填上。',
    tooLong: '「{field}」有 {length} 个字，最多 {max} 个字，请缩短。',
    kindUnknown:
      '「{field}」里的「{found}」不认识，请写街道、社区、网格、楼栋、综治中心、部门、调委会、调解工作室、窗口或服务企业。',
    kindChanged: '这个编码已经是另一种单位（{before}），类型不能改；请换一个编码。',
    kindNotHere: '「{above}」下面不能设「{found}」，请核对类型或上级。',
    codeBad: '「{field}」里的「{found}」不能用，请写 1 至 12 位数字或大写字母。',
    pathBad: '「{field}」里的「{found}」不是编码路径，请写成 001/003 的样子，从区县往下，用斜线隔开。',
    pathUnknown: '没有编码路径是「{found}」的单位。请先导入上级，或核对编码（Excel 可能丢掉了开头的 0）。',
    unitClosed: '「{above}」已停用，请先恢复它，或换一个单位。',
    coordinateBad:
      '「{field}」里的「{found}」不是经纬度，请写成 120.1234 的样子；没有就留空，经度和纬度要一起填。',
    dayBad: '「{field}」里的「{found}」看不出是哪一天，请写成 2026-11-03 的样子。',
    spanBad: '「结束日期」{found} 早于开始日期 {from}，请核对。',
    phoneBad:
      '「{field}」里的「{found}」看不出是哪个号码，请写成 19900000000 或 0000-12345678 的样子；没有就留空。',
    loginBad: '「{field}」里的「{found}」不能用，请写 2 至 40 位小写字母、数字、点或横线，以字母或数字开头。',
    loginTaken: '用户名「{found}」已经有人用了，请换一个。',
    nameDiffers: '用户名「{found}」在第 {row} 行是另一个姓名，请核对。',
    roleUnknown:
      '「{field}」里的「{found}」不认识，请写网格员、社区工作者、研判分流员、调解员、部门经办人等岗位。',
    roleNotHere: '「{above}」不设「{found}」，请核对岗位或单位。',
    dutiesApart: '此人已是「{above}」，不能再任「{found}」：管理员、安全管理员、审计员要由不同的人担任。',
    roleAlone: '岗位和单位要一起填，或者都空着。',
    placeCodeBad:
      '「{field}」里的「{found}」不能用，请写 6 位（数字和不含 I、L、O、U 的大写字母）；新码请留空。',
    placeElsewhere: '这个码已经挂在「{above}」，不能改到别处；新码请留空。',
    placeClosed: '这个码已经停用，不能再用；新码请留空。',
    noPlacesHere: '「{above}」不能挂楼道码，请写楼栋、网格或社区的编码路径。',
    twice: '和第 {row} 行重复，请删掉一行。',
  },
  en: {
    missing: '“{field}” is empty. Please fill it in.',
    tooLong: '“{field}” has {length} characters; at most {max} fit. Please shorten it.',
    kindUnknown:
      '“{found}” in “{field}” is no kind of unit we know. Write 街道, 社区, 网格, 楼栋, 综治中心, 部门, 调委会, 调解工作室, 窗口 or 服务企业.',
    kindChanged: 'This code belongs to a unit of another kind ({before}) already. Please use another code.',
    kindNotHere: 'A “{found}” cannot hang under “{above}”. Please check the kind or the unit above.',
    codeBad: '“{found}” in “{field}” cannot be used. Write 1 to 12 digits or capital letters.',
    pathBad: '“{found}” in “{field}” is no path. Write it like 001/003, from the district down.',
    pathUnknown:
      'There is no unit at “{found}”. Import the unit above first, or check the codes: Excel may have dropped a leading 0.',
    unitClosed: '“{above}” is closed. Open it again first, or choose another unit.',
    coordinateBad:
      '“{found}” in “{field}” is no coordinate. Write it like 120.1234, both or neither of them.',
    dayBad: '“{found}” in “{field}” does not name a day. Write it like 2026-11-03.',
    spanBad: 'The last day {found} lies before the first, {from}. Please check.',
    phoneBad:
      '“{found}” in “{field}” is no number that can be called. Write it like 19900000000, or leave it empty.',
    loginBad:
      '“{found}” in “{field}” cannot be used. Write 2 to 40 small letters, digits, dots or dashes, beginning with a letter or digit.',
    loginTaken: 'The user name “{found}” is taken. Please choose another.',
    nameDiffers: 'The user name “{found}” has another name in row {row}. Please check.',
    roleUnknown: '“{found}” in “{field}” is no role we know. Write one such as 网格员 or 调解员.',
    roleNotHere: '“{above}” has no post “{found}”. Please check the role or the unit.',
    dutiesApart:
      'This person already is “{above}” and cannot be “{found}”: administrator, security administrator and auditor are three people.',
    roleAlone: 'Give role and unit together, or neither.',
    placeCodeBad:
      '“{found}” in “{field}” cannot be used: six digits or capitals without I, L, O, U. Leave it empty for a new code.',
    placeElsewhere: 'This code hangs at “{above}” and stays there. Leave it empty for a new one.',
    placeClosed: 'This code has been taken down. Leave it empty for a new one.',
    noPlacesHere: 'No code can hang at “{above}”. Give the path of a building, a grid or a community.',
    twice: 'The same as row {row}. Please remove one of them.',
  },
} as const satisfies Record<Language, Record<RosterProblemCode, string>>

/** The sentence of a problem: what was found and how to mend it. */
export function describeRosterProblem(problem: RosterProblem, language: Language): string {
  return describeCell(problem, sentences[language], rosterLabels[language])
}
