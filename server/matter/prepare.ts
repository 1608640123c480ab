import type { MoveInput } from '#contract/moves.ts'
import type { Actor } from '#domain/actor.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { moveOf, type Verb } from '#domain/matter/moves.ts'
import { whyNotAgain, whyNotClosure, whyNotCorrection } from '#domain/matter/why-not-input.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { whyNotTarget } from '#domain/org/targets.ts'
import { levelOf } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import { whyNotCategory } from '../category/queries.ts'
import { allReach } from '../colleague/queries.ts'
import type { Tx } from '../db/scope.ts'
import { insist, Refused } from '../http/refused.ts'
import { findUnit } from '../org/queries.ts'
import type { Author } from './birth.ts'

export type Prepared = {
  author: Author
  /** What the history keeps: the input and the facts of the moment that its effects and its sentence need. */
  payload: Record<string, unknown>
  rating: { solved: boolean; satisfied: string; words: string | null }
}

const noRating = { solved: false, satisfied: 'unsatisfied', words: null }

/** Who acts, by which post. */
export function authorOf(actor: Actor, verb: Verb, matter: Matter): Author {
  if (actor.kind === 'staff') {
    const { needs } = moveOf(verb)
    const seat = needs === undefined ? undefined : reachingSeat(actor, needs, matter)
    return { kind: 'staff', id: actor.accountId, postId: seat?.postId ?? null, unitId: seat?.unitId ?? null }
  }
  return { kind: actor.kind, id: null, postId: null, unitId: null }
}

type Step = (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  input: never,
  now: number,
) => Promise<Record<string, unknown>>

/** The verbs whose input has to be held against something beyond the matter itself. */
const steps: Partial<Record<Verb, Step>> = {
  dispatch: async (tx, actor, matter, input: MoveInput<'dispatch'>, now) => {
    const unit = await findUnit(tx, actor.districtId, input.unitId, now)
    const seat = actor.kind === 'staff' ? reachingSeat(actor, 'matter.dispatch', matter) : undefined
    if (!unit || !seat) throw new Refused(refuse('notATarget', { unit: '' }, 'unitId'))
    insist(whyNotTarget(seat, unit))
    insist(whyNotAgain(matter, unit, input.instruction))
    return { ...input, unitPath: unit.path, unitName: unit.name, level: levelOf(unit) }
  },
  triage: async (tx, actor, matter, input: MoveInput<'triage'>, now) => {
    // A matter keeps what it has: only another category has to be offered still.
    if (input.categoryCode !== matter.categoryCode)
      insist(await whyNotCategory(tx, actor.districtId, input.categoryCode, now))
    const { title, kind, categoryCode, urgency } = matter
    return { ...input, before: { title, kind, categoryCode, urgency } }
  },
  correct: async (_tx, _actor, matter, input: MoveInput<'correct'>) => {
    const wanted = { title: input.title || undefined, placeText: input.placeText || undefined }
    insist(whyNotCorrection(matter, wanted))
    return { ...wanted, reason: input.reason, before: { title: matter.title, placeText: matter.placeText } }
  },
  close: async (_tx, _actor, matter, input: MoveInput<'close'>) => {
    insist(whyNotClosure(matter, input.closureKind))
    return { ...input }
  },
  note: async (tx, actor, matter, input: MoveInput<'note'>, now) => {
    if (!(await allReach(tx, actor.districtId, input.mentions ?? [], matter, now)))
      throw new Refused(refuse('outOfSight', undefined, 'mentions'))
    return { ...input }
  },
  revisit: async (_tx, _actor, _matter, input: MoveInput<'revisit'>) => {
    const missing =
      input.reached && input.solved === null
        ? 'solved'
        : input.reached && input.satisfied === null
          ? 'satisfied'
          : undefined
    if (missing !== undefined) throw new Refused(refuse('missingField', { field: missing }, missing))
    return input.reached ? { ...input } : { ...input, solved: null, satisfied: null }
  },
}

/** Holds the input against the world and completes it to the payload that the history keeps. */
export async function prepare(
  tx: Tx,
  actor: Actor,
  verb: Verb,
  matter: Matter,
  input: Record<string, unknown>,
  now: number,
): Promise<Prepared> {
  const step = steps[verb]
  const payload = step ? await step(tx, actor, matter, input as never, now) : { ...input }
  const rating =
    verb === 'rate'
      ? {
          solved: input['solved'] === true,
          satisfied: String(input['satisfied']),
          words: (input['words'] as string | undefined) || null,
        }
      : noRating
  return { author: authorOf(actor, verb, matter), payload, rating }
}
