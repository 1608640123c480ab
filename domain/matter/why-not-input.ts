import type { Target } from '../org/targets.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { isSealed } from './fields.ts'
import type { ClosingKind, Matter } from './matter.ts'

/** Closings that say that the person was helped. */
const claims: ReadonlySet<ClosingKind> = new Set<ClosingKind>(['resolved', 'agreed'])

/**
 * Whether a matter may be closed under this name. `resolved` and `agreed` stand on the word of the person that it is solved;
 * only where nobody left a way to be reached does the verification stand for it (domain rules §11, no beautified figures).
 * Refusals: `notSolved` (the person says the contrary), `notAsked` (she could be reached and has said nothing); facts: the kind.
 */
export function whyNotClosure(
  matter: Pick<Matter, 'solved' | 'hasContact'>,
  closureKind: ClosingKind,
): Refusal | undefined {
  if (!claims.has(closureKind) || matter.solved === true) return undefined
  const facts = { closure: closureKind }
  if (matter.solved === false) return refuse('notSolved', facts, 'closureKind')
  return matter.hasContact ? refuse('notAsked', facts, 'closureKind') : undefined
}

/**
 * Whether a unit that has returned the matter in this round may be given it again: only with a word why, which is the
 * ruling of the centre (domain rules §12.6). Refusal: `sameUnit` (facts: the unit).
 */
export function whyNotAgain(
  matter: Pick<Matter, 'returnedBy'>,
  unit: Pick<Target, 'id' | 'name'>,
  instruction: string | undefined,
): Refusal | undefined {
  return matter.returnedBy.includes(unit.id) && !instruction
    ? refuse('sameUnit', { unit: unit.name }, 'instruction')
    : undefined
}

export type Correction = { title?: string | undefined; placeText?: string | undefined }

/**
 * Whether a correction may be made: of fields that are not sealed in this state, and of something that is not so already.
 * Refusals: `sealedField` (facts: the field), `nothingChanged`.
 */
export function whyNotCorrection(
  matter: Pick<Matter, 'state' | 'title' | 'placeText'>,
  wanted: Correction,
): Refusal | undefined {
  const named = (['title', 'placeText'] as const).filter((field) => wanted[field] !== undefined)
  const sealed = named.find((field) => isSealed(field, matter.state))
  if (sealed !== undefined) return refuse('sealedField', { field: sealed }, sealed)
  return named.some((field) => wanted[field] !== matter[field]) ? undefined : refuse('nothingChanged')
}
