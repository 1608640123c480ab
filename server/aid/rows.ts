import type { Aid, AidLine } from '#domain/aid/aid.ts'
import type { AidLineRow, AidRow } from '../db/tables.gen.ts'
import { seal, unseal } from '../secrets.ts'

/** An order for help out of its row. */
export const aidOf = (row: AidRow): Aid => ({
  ...{ id: row.id, state: row.state as Aid['state'], unitId: row.unit_id, unitPath: row.unit_path },
  ...{ byId: row.by_id, centrePath: row.centre_path, postedAt: row.posted_at, since: row.since },
  ...{ steps: row.steps as Aid['steps'], passedUpAt: row.passed_up_at, overAt: row.over_at },
})

/** A line out of its row. */
export const aidLineOf = (row: AidLineRow): AidLine =>
  ({
    ...{ id: row.id, unitId: row.unit_id, teamId: row.team_id, unitPath: row.unit_path },
    ...{ askedAt: row.asked_at, step: row.step, outcome: row.outcome, since: row.since },
    ...{ steps: row.steps, planOn: row.plan_on, sentBackAt: row.sent_back_at, rating: row.rating },
  }) as AidLine

/** To what the words of a step of an order or of a team are sealed: its own row. */
export const aidBound = (district: number, id: string) => `${district}:${id}:aid.text`

/** What was said with a step, by the name of its field. */
export type AidWords = Readonly<Record<string, string>>

export const sealAidWords = (district: number, id: string, words: AidWords): Buffer =>
  seal(JSON.stringify(words), aidBound(district, id))

export const openAidWords = (district: number, id: string, sealed: Buffer): AidWords =>
  JSON.parse(unseal(sealed, aidBound(district, id))) as AidWords
