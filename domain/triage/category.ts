import type { Kind } from '../matter/matter.ts'

/** The lines of the justice bureaus' statistics of people's mediation (domain rules §1.5). */
export const justiceLines = {
  family: '婚姻家庭',
  neighbours: '邻里',
  housing: '房屋宅基地',
  contract: '合同',
  production: '生产经营',
  damages: '损害赔偿',
  land: '山林土地',
  demolition: '征地拆迁',
  pollution: '环境污染',
  wages: '拖欠农民工工资',
  labour: '其他劳动争议',
  tourism: '旅游',
  online: '电子商务',
  consumer: '其他消费',
  medical: '医疗',
  traffic: '道路交通事故',
  property: '物业',
  other: '其他',
} as const
export type JusticeLine = keyof typeof justiceLines

export type Category = {
  /** Four signs, or two for a class: `0203`, `S0101`; letters mark everyday service, digits the governance table. */
  code: string
  parentCode: string | null
  nameZh: string
  nameEn: string
  /** The kind of matter it usually is; null where that hangs on what the person wants. */
  kind: Kind | null
  /** Whether people's mediation may be held at all (domain rules §1.2, §6.4). */
  mediable: boolean
  /** Number in the older list of 24 classes that ledgers still carry; null where no line is clearly meant. */
  oldCode: string | null
  /** Line of the justice statistics; null where no line is clearly meant. */
  justiceLine: JusticeLine | null
  /** Words by which people find it. */
  words: readonly string[]
}

export type CategoryRow = readonly [
  code: string,
  nameZh: string,
  nameEn: string,
  kind: Kind | null,
  oldCode?: string | null,
  justiceLine?: JusticeLine | null,
]
