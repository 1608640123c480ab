import type { matterRoutes } from '#contract/matter.ts'
import type { RouteInput } from '#contract/route.ts'
import type { StaffActor } from '#domain/actor.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { Refused } from '../http/refused.ts'
import { move } from '../matter/commands.ts'

type Body = RouteInput<typeof matterRoutes.receiveMatter>['body']

/**
 * Accepts, triages and dispatches what has just been registered, by the ordinary moves with their own rights, refusals and
 * lines of history; thrown out of the transaction, a refusal of any of them leaves nothing behind. Refusals: `missingField`
 * (the category), and those of the three moves.
 */
export async function passOn(
  tx: Tx,
  actor: StaffActor,
  { id: matterId, input, dispatch }: Body,
  title: string,
  now: number,
): Promise<void> {
  if (!dispatch) return
  const { kind, urgency, categoryCode } = input
  if (categoryCode === undefined)
    throw new Refused(refuse('missingField', { field: 'categoryCode' }, 'categoryCode'))
  const { acceptId, triageId, dispatchId, ...target } = dispatch
  await move(tx, actor, { matterId, commandId: acceptId, verb: 'accept', input: {} }, now)
  const triage = { title, kind, categoryCode, urgency }
  await move(tx, actor, { matterId, commandId: triageId, verb: 'triage', input: triage }, now)
  await move(tx, actor, { matterId, commandId: dispatchId, verb: 'dispatch', input: target }, now)
}
