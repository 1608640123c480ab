import type { Line, Whistle } from '#domain/whistle/whistle.ts'
import type { WhistleLineRow, WhistleRow } from '../db/tables.gen.ts'
import { seal, unseal } from '../secrets.ts'

/** A whistle out of its row. */
export const whistleOf = (row: WhistleRow): Whistle => ({
  ...{ id: row.id, kind: row.kind as Whistle['kind'], state: row.state as Whistle['state'] },
  ...{ unitId: row.unit_id, unitPath: row.unit_path, byId: row.by_id, secondId: row.second_id },
  ...{ askedAt: row.asked_at, soundedAt: row.sounded_at, overAt: row.over_at },
  ...{ upgradedAt: row.upgraded_at, misusedAt: row.misused_at },
})

/** A line out of its row. */
export const lineOf = (row: WhistleLineRow): Line => ({
  ...{ id: row.id, unitId: row.unit_id, unitPath: row.unit_path, role: row.role as Line['role'] },
  ...{ calledAt: row.called_at, step: row.step as Line['step'], outcome: row.outcome as Line['outcome'] },
  ...{ since: row.since, steps: row.steps as Line['steps'], pauses: row.pauses as Line['pauses'] },
  ...{ planUntil: row.plan_until, finished: row.finished as Line['finished'] },
  ...{ objection: row.objection as Line['objection'], sentBackAt: row.sent_back_at },
  ...{ rating: row.rating as Line['rating'], ratedBack: row.rated_back as Line['ratedBack'] },
})

/** To what the words of a step are sealed: its own row. */
export const whistleBound = (district: number, id: string) => `${district}:${id}:whistle.text`

/** What was said with a step, by the name of its field. */
export type Words = Readonly<Record<string, string>>

export const sealWords = (district: number, id: string, words: Words): Buffer =>
  seal(JSON.stringify(words), whistleBound(district, id))

export const openWords = (district: number, id: string, sealed: Buffer): Words =>
  JSON.parse(unseal(sealed, whistleBound(district, id))) as Words
