import type { Role } from '#domain/org/roles.ts'

/** A post of the demo: which role at which unit, and for ten of them a fixed name and login. */
export type PostPlan = { role: Role; path: string; name?: string; login?: string; title?: string }

/** The accounts that the start and the README name: one for each side of the work. */
export const namedPosts: readonly PostPlan[] = [
  { role: 'dispatcher', path: '001/ZX/', name: '方知远', login: 'fangzhiyuan' },
  { role: 'deskOfficer', path: '001/ZX/', name: '苏晓雯', login: 'suxiaowen' },
  { role: 'communityClerk', path: '001/001/', name: '梅春生', login: 'meichunsheng' },
  { role: 'gridWorker', path: '001/001/01/', name: '叶小满', login: 'yexiaoman' },
  { role: 'departmentOfficer', path: '001/001/Q01/', name: '罗守义', login: 'luoshouyi' },
  { role: 'departmentOfficer', path: 'D01/', name: '程向前', login: 'chengxiangqian' },
  { role: 'mediator', path: '001/001/TW/', name: '秦玉兰', login: 'qinyulan' },
  { role: 'leader', path: '', name: '裴青山', login: 'peiqingshan' },
  { role: 'administrator', path: '', name: '宋明珠', login: 'songmingzhu' },
  { role: 'auditor', path: '', name: '顾敏之', login: 'guminzhi' },
]

/** Who works in the hall of the first street's centre beside its desk. */
export const hallPosts = [
  { role: 'mediator', name: '白芷言', login: 'baizhiyan' },
] as const satisfies readonly (Omit<PostPlan, 'path'> & { name: string; login: string })[]

/** The third of the duties that are kept apart. */
export const securityPost = {
  role: 'securityAdministrator',
  name: '安亦行',
  login: 'anyixing',
} as const satisfies Omit<PostPlan, 'path'>

/** The other leader of the first street, whose consent a hard whistle needs. */
export const deputyPost = {
  ...{ role: 'leader', path: '001/', name: '石开平', login: 'shikaiping' },
} as const satisfies PostPlan

/** How many grid workers look after two grids each: sixty grids, forty-six people. */
export const doubleGrids = 14
