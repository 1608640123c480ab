import type { Kind } from '../matter/matter.ts'
import type { Words } from './rule.ts'

/** The lines of the justice bureaus' statistics of people's mediation (domain rules §1.5). */
export const justiceLines = [
  'family',
  'neighbours',
  'housing',
  'contract',
  'production',
  'damages',
  'land',
  'demolition',
  'pollution',
  'wages',
  'labour',
  'tourism',
  'online',
  'consumer',
  'medical',
  'traffic',
  'property',
  'other',
] as const
export type JusticeLine = (typeof justiceLines)[number]

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
  /** Code in the governance table; null for everyday service. */
  governanceCode: string | null
} & Words

export type CategoryRow = readonly [
  code: string,
  nameZh: string,
  nameEn: string,
  kind: Kind | null,
  oldCode?: string | null,
  justiceLine?: JusticeLine | null,
]
