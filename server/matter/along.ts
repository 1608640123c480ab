import type { MoveInput } from '#contract/moves.ts'
import type { Actor } from '#domain/actor.ts'
import { whyNot } from '#domain/matter/why-not.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import { findDuty } from '../duty/find.ts'
import { insist } from '../http/refused.ts'
import type { Rules } from '../org/rules.ts'
import { matterOf } from './rows.ts'
import { lockMatter } from './store.ts'

/**
 * Whom a dispatch asks to assist in the same breath, as the responsibility list names them; undefined: nobody. What they are asked is
 * what the dispatch says, or else the line that names them. Refusals: those of `assist`.
 */
export async function asksAlong(
  { tx, actor, id, rules, now }: { tx: Tx; actor: Actor; id: string; rules: Rules; now: number },
  input: Record<string, unknown>,
): Promise<{ row: MatterRow; input: MoveInput<'assist'> } | undefined> {
  const { assistIds: unitIds = [], instruction } = input as MoveInput<'dispatch'>
  if (unitIds.length === 0) return undefined
  const row = await lockMatter(tx, actor.districtId, id)
  if (!row) throw new Error(`matter ${id} was there a moment ago`)
  const matter = matterOf(row)
  insist(whyNot('assist', matter, actor, { now, profile: rules.profile, returnUntil: null }))
  const duty = await findDuty(tx, actor.districtId, matter, now)
  const named = duty?.found ? `职责清单第 ${duty.found.line.no} 条：${duty.found.basis}` : '协助主办单位办理'
  return { row, input: { unitIds, task: instruction || named } }
}
