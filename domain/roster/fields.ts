import type { ColumnBook } from '../intake/columns.ts'

/** What comes in and goes out as a workbook: the units of the tree, the people with their posts, the codes to scan. */
export const rosterKinds = ['units', 'people', 'places'] as const
export type RosterKind = (typeof rosterKinds)[number]

/** The columns of each kind, in the order of our own files. */
export const rosterFields = {
  units: ['kind', 'parent', 'code', 'name', 'phone', 'lng', 'lat', 'fromOn'],
  people: ['name', 'login', 'unit', 'role', 'fromOn', 'toOn', 'phone'],
  places: ['unit', 'label', 'code', 'lng', 'lat'],
} as const satisfies Record<RosterKind, readonly string[]>
export type RosterField = (typeof rosterFields)[RosterKind][number]

const list = (names: string) => names.split(' ')

/** What offices call the columns, best name first; the first is what our own files say. */
const names = {
  units: {
    kind: list('类型 单位类型 机构类型 层级 类别 kind type'),
    parent: list(
      '上级编码路径 上级编码 上级路径 上级 所属上级 pathoftheunitabove parentpath parentcode parent',
    ),
    code: list('编码 单位编码 机构编码 代码 编号 code'),
    name: list('名称 单位名称 机构名称 全称 name unitname'),
    phone: list('电话 联系电话 办公电话 值班电话 phone telephone'),
    lng: list('经度 lng longitude lon x'),
    lat: list('纬度 lat latitude y'),
    fromOn: list('启用日期 生效日期 成立日期 开始日期 firstday validfrom fromon from'),
  },
  people: {
    name: list('姓名 名称 人员姓名 名字 name fullname'),
    login: list('用户名 登录名 账号 帐号 登录账号 login username account'),
    unit: list(
      '单位编码路径 单位编码 单位路径 所属单位编码 所在单位编码 pathoftheunit unitpath unitcode unit',
    ),
    role: list('岗位 角色 岗位名称 职务 role post'),
    fromOn: list('到岗日期 开始日期 任职日期 起始日期 firstday fromon from startdate'),
    toOn: list('离岗日期 结束日期 截止日期 lastday toon to enddate'),
    phone: list('手机 联系电话 手机号 手机号码 电话 telephone phone mobile'),
  },
  places: {
    unit: list('单位编码路径 楼栋编码路径 楼栋编码 单位编码 单位路径 pathoftheunit unitpath unitcode unit'),
    label: list('位置说明 张贴位置 位置 说明 名称 单元 whereithangs label'),
    code: list('楼道码 二维码编号 编码 码 code placecode'),
    lng: list('经度 lng longitude lon x'),
    lat: list('纬度 lat latitude y'),
  },
} as const satisfies { [K in RosterKind]: Record<(typeof rosterFields)[K][number], readonly string[]> }

const required = {
  units: ['kind', 'code', 'name'],
  people: ['name', 'login'],
  places: ['unit', 'label'],
} as const satisfies { [K in RosterKind]: readonly (typeof rosterFields)[K][number][] }

/** How the columns of a kind are recognised. */
export function rosterBook(kind: RosterKind): ColumnBook<RosterField> {
  return {
    fields: rosterFields[kind],
    names: names[kind],
    required: required[kind],
  }
}
