import type { Seat } from '../actor.ts'
import { levels, type UnitKind } from '../org/roles.ts'
import type { Target } from '../org/targets.ts'
import { isWithin, levelOf } from '../org/tree.ts'
import type { Profile } from '../profile/profile.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { isSealed } from './fields.ts'
import { assistantsOf, type ClosingKind, type Matter } from './matter.ts'
import { moveOf } from './moves.ts'

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

/** Kinds of unit that belong to the administration of an area, so that sending there is sending down. */
const ofArea: ReadonlySet<UnitKind> = new Set<UnitKind>([
  'street',
  'community',
  'grid',
  'centre',
  'committee',
  'studio',
])

/**
 * Whether a matter may go to a unit without coming back down to where it was passed up from (小事不出社区、大事不出街道，区级兜底:
 * what a level could not solve is not pushed back to it). Companies and departments inside the area may still be called.
 * Refusal: `passedUp` (facts: the unit).
 */
export function whyNotDown(
  matter: Pick<Matter, 'passedUp'>,
  unit: Pick<Target, 'name' | 'kind' | 'path'>,
): Refusal | undefined {
  return ofArea.has(unit.kind) && matter.passedUp.some((area) => isWithin(unit.path, area))
    ? refuse('passedUp', { unit: unit.name }, 'unitId')
    : undefined
}

/**
 * Whether a matter may be handed down to a centre: one of a level below, within the area of the post, to which it was not
 * handed up from. Refusals: `notBelow`, `closedUnit`, `passedUp` (facts: the unit).
 */
export function whyNotHandDown(
  matter: Pick<Matter, 'passedUp' | 'centreLevel'>,
  seat: Pick<Seat, 'servesPath'>,
  unit: Target,
): Refusal | undefined {
  if (unit.isClosed) return refuse('closedUnit', { unit: unit.name }, 'unitId')
  const isBelow = levels.indexOf(levelOf(unit)) < levels.indexOf(matter.centreLevel)
  const isCentre = unit.kind === 'centre' || unit.kind === 'community'
  if (!isCentre || !isBelow || !isWithin(unit.path, seat.servesPath))
    return refuse('notBelow', undefined, 'unitId')
  return whyNotDown(matter, unit)
}

/**
 * Whether a unit may be asked to assist: not the one that handles it, not twice at once.
 * Refusals: `alreadyAssists`, `closedUnit` (facts: the unit).
 */
export function whyNotAssistant(
  matter: Pick<Matter, 'parts' | 'handlingId'>,
  unit: Pick<Target, 'id' | 'name' | 'isClosed'>,
): Refusal | undefined {
  if (unit.isClosed) return refuse('closedUnit', { unit: unit.name }, 'unitIds')
  return matter.handlingId === unit.id || assistantsOf(matter).includes(unit.id)
    ? refuse('alreadyAssists', { unit: unit.name }, 'unitIds')
    : undefined
}

/**
 * Whether voices may leave a matter: they are among its own, and at least one stays. In: how many it has, the ids that are
 * its own, the ids to leave. Refusals: `noSuchVoice`, `onlyVoice`.
 */
export function whyNotSplit(own: readonly string[], leaving: readonly string[]): Refusal | undefined {
  if (leaving.some((id) => !own.includes(id))) return refuse('noSuchVoice', undefined, 'appealIds')
  return new Set(leaving).size >= own.length ? refuse('onlyVoice', undefined, 'appealIds') : undefined
}

/**
 * Whether a matter may take in the voices of another: it is another one and still open, and neither is locked for those who
 * need to know. Refusals: `sameMatter`, `cannotJoin` (facts: number, state).
 */
export function whyNotInto(
  matter: Pick<Matter, 'id' | 'sensitive'>,
  into: Pick<Matter, 'id' | 'state' | 'sensitive'>,
  number: string,
): Refusal | undefined {
  if (matter.id === into.id) return refuse('sameMatter', undefined, 'intoId')
  const isOpen = moveOf('join').from.includes(into.state)
  return isOpen && matter.sensitive === into.sensitive
    ? undefined
    : refuse('cannotJoin', { number, state: into.state }, 'intoId')
}

/** Whether a hold may last so many days. Refusal: `holdTooLong` (facts: days). */
export function whyNotHoldFor(days: number, profile: Pick<Profile, 'holdDaysMost'>): Refusal | undefined {
  return days > profile.holdDaysMost
    ? refuse('holdTooLong', { days: profile.holdDaysMost }, 'days')
    : undefined
}

/** Whether there is such a class of retention. Refusal: `noSuchClass`. */
export function whyNotRetain(code: string, profile: Pick<Profile, 'retention'>): Refusal | undefined {
  return profile.retention.some((one) => one.code === code)
    ? undefined
    : refuse('noSuchClass', undefined, 'retention')
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
