import type { StaffActor } from '../actor.ts'
import { type Reachable, reachingSeat } from '../org/grants.ts'
import type { Matter } from './matter.ts'

/**
 * Whether a person may see who said it. A caller who asked for secrecy, and anybody who reports a wrong, is open to the
 * sorting side only, never to the unit that handles it (Beijing regulation art. 35; Jinan arts 10, 16, 32; Petition art. 30).
 */
export function mayReveal(
  actor: StaffActor,
  matter: Reachable & Pick<Matter, 'kind'>,
  voice: { isConfidential: boolean },
): boolean {
  if (!reachingSeat(actor, 'contact.reveal', matter)) return false
  const isSecret = voice.isConfidential || matter.kind === 'report'
  return !isSecret || reachingSeat(actor, 'matter.triage', matter) !== undefined
}
