import type { MoveInput } from '#contract/moves.ts'
import type { Actor } from '#domain/actor.ts'
import { type Matter, sortedArea } from '#domain/matter/matter.ts'
import { moveOf, type Verb } from '#domain/matter/moves.ts'
import {
  whyNotAgain,
  whyNotClosure,
  whyNotCorrection,
  whyNotDown,
  whyNotHandDown,
  whyNotHoldFor,
  whyNotRetain,
} from '#domain/matter/why-not-input.ts'
import { type Permission, reachingSeat } from '#domain/org/grants.ts'
import { whyNotTarget } from '#domain/org/targets.ts'
import { levelOf, parentPath } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import { whyNotCategory } from '../category/queries.ts'
import { allReach } from '../colleague/queries.ts'
import type { Tx } from '../db/scope.ts'
import type { ClockRow } from '../db/tables.gen.ts'
import { findDuty } from '../duty/find.ts'
import { insist, Refused } from '../http/refused.ts'
import { type Mediated, prepareStep } from '../mediation/prepare.ts'
import { prepareRelate, prepareUnrelate } from '../nearby/links.ts'
import { findCentreOf, findUnit, type UnitFacts } from '../org/queries.ts'
import type { Rules } from '../org/rules.ts'
import { type Kept, prepareAdd, prepareEdit, prepareRemove } from '../party/prepare.ts'
import { type Petitioned, preparePetition } from '../petition/prepare.ts'
import { assistants, copies, ownPart, partToDrop } from './assist.ts'
import type { Author } from './birth.ts'
import { keptOf, whyNotByList, whyNotOffList } from './by-duty.ts'
import { findColleague } from './handlers.ts'
import { prepareMerge, prepareSplit } from './joining.ts'

export type Prepared = {
  author: Author
  /** What the history keeps: the input and the facts of the moment that its effects and its sentence need. */
  payload: Record<string, unknown>
  rating: { solved: boolean; satisfied: string; words: string | null }
  /** What of a party is kept under seal, beside a history that names nobody. */
  kept?: Kept | undefined
  /** What a step of a mediation writes beside it. */
  mediated?: Mediated | undefined
  /** What a step of a petition writes beside it. */
  petitioned?: Petitioned | undefined
}

/** The matter about to move, and what its input is held against. */
export type Moment = {
  tx: Tx
  actor: Actor
  matter: Matter
  rules: Rules
  running: readonly ClockRow[]
  now: number
}

const noRating = { solved: false, satisfied: 'unsatisfied', words: null }

/** What follows from another deed has no permission of its own; it is done by the post of that deed. */
const followsBy: Partial<Record<Verb, Permission>> = { join: 'matter.join', settleSubject: 'subject.answer' }

/**
 * Who acts, by which post. A joined matter takes its voices in by the post that joined the other one into it; in the story of
 * a matter that another was related to stands the post by which it was read.
 */
export function authorOf(actor: Actor, verb: Verb, matter: Matter): Author {
  if (actor.kind === 'staff') {
    const needs = followsBy[verb] ?? moveOf(verb).needs
    const seat =
      needs === undefined
        ? undefined
        : (reachingSeat(actor, needs, matter) ?? reachingSeat(actor, 'matter.read', matter))
    return { kind: 'staff', id: actor.accountId, postId: seat?.postId ?? null, unitId: seat?.unitId ?? null }
  }
  return { kind: actor.kind, id: null, postId: null, unitId: null }
}

/** The post by which somebody does this to this matter. */
export function seatFor({ actor, matter }: Moment, permission: Permission) {
  const seat = actor.kind === 'staff' ? reachingSeat(actor, permission, matter) : undefined
  if (!seat) throw new Refused(refuse('notYours'))
  return seat
}

async function unitNamed({ tx, actor, now }: Moment, id: string): Promise<UnitFacts> {
  const unit = await findUnit(tx, actor.districtId, id, now)
  if (!unit) throw new Refused(refuse('notATarget', { unit: '' }, 'unitId'))
  return unit
}

const dutyFor = ({ tx, actor, matter, now }: Moment) => findDuty(tx, actor.districtId, matter, now)

const sentTo = (unit: UnitFacts) => ({ unitPath: unit.path, unitName: unit.name, level: levelOf(unit) })

type Step = (moment: Moment, input: never) => Promise<Record<string, unknown>>

/** The verbs whose input has to be held against something beyond the matter itself. */
const steps: Partial<Record<Verb, Step>> = {
  dispatch: async (moment, input: MoveInput<'dispatch'>) => {
    const { tx, actor, matter, now } = moment
    const unit = await unitNamed(moment, input.unitId)
    const seat = seatFor(moment, 'matter.dispatch')
    insist(whyNotTarget(seat, unit))
    insist(whyNotDown(matter, unit))
    insist(whyNotAgain(matter, unit, input.instruction))
    const duty = await dutyFor(moment)
    insist(whyNotByList(duty, unit, matter.placePath))
    const about = { tx, district: actor.districtId, seat, matter, now }
    insist(await whyNotOffList(about, duty, unit, input.whyOther))
    return { ...input, ...sentTo(unit), ...keptOf(duty, unit, matter.placePath, now) }
  },
  rule: async (moment, input: MoveInput<'rule'>) => {
    const unit = await unitNamed(moment, input.unitId)
    insist(whyNotTarget(seatFor(moment, 'matter.rule'), unit))
    insist(whyNotDown(moment.matter, unit))
    // A ruling gives its reason anyway; what the list keeps from communities it cannot give them either.
    const duty = await dutyFor(moment)
    insist(whyNotByList(duty, unit, moment.matter.placePath))
    return { ...input, ...sentTo(unit), ...keptOf(duty, unit, moment.matter.placePath, moment.now) }
  },
  escalate: async (moment, input: MoveInput<'escalate'>) => {
    const { tx, actor, matter, now } = moment
    const area = sortedArea(matter)
    const unit = await findCentreOf(tx, actor.districtId, parentPath(area), now)
    if (!unit) throw new Refused(refuse('topLevel'))
    return { ...input, unitId: unit.id, ...sentTo(unit), fromArea: area }
  },
  handDown: async (moment, input: MoveInput<'handDown'>) => {
    const unit = await unitNamed(moment, input.unitId)
    insist(whyNotHandDown(moment.matter, seatFor(moment, 'matter.handDown'), unit))
    insist(whyNotByList(await dutyFor(moment), unit, moment.matter.placePath))
    return { ...input, ...sentTo(unit) }
  },
  handOver: async ({ tx, actor, matter, now }, input: MoveInput<'handOver'>) => {
    const colleague =
      input.accountId === matter.handlerId
        ? undefined
        : await findColleague(tx, actor.districtId, matter.holderId, input.accountId, now)
    if (!colleague) throw new Refused(refuse('notColleague', undefined, 'accountId'))
    return { ...input, accountName: colleague.name }
  },
  assist: assistants,
  copy: copies,
  answerPart: ownPart,
  dropPart: partToDrop,
  askHold: async ({ rules }, input: MoveInput<'askHold'>) => {
    insist(whyNotHoldFor(input.days, rules.profile))
    return { ...input }
  },
  askExtend: async ({ running }, input: MoveInput<'askExtend'>) => {
    const measure = running.find((clock) => clock.kind === 'handle')?.measure
    return { ...input, measure }
  },
  grantHold: async ({ matter }, input: MoveInput<'grantHold'>) => ({ ...input, request: matter.request }),
  grantExtend: async ({ matter, running }, input: MoveInput<'grantExtend'>) => {
    const measure = running.find((clock) => clock.kind === 'handle')?.measure
    return { ...input, request: matter.request, measure }
  },
  void: async ({ matter }, input: MoveInput<'void'>) => ({ ...input, request: matter.request }),
  deny: async (moment, input: MoveInput<'deny'>) => ({
    ...input,
    request: moment.matter.request,
    path: seatFor(moment, 'matter.approve').servesPath,
  }),
  askReview: async ({ tx, actor, matter, now }, input: MoveInput<'askReview'>) => {
    const from = matter.denied?.from ?? matter.centrePath
    const above = await findCentreOf(tx, actor.districtId, parentPath(from), now)
    return { ...input, unitId: above?.id ?? matter.centreId, unitName: above?.name ?? '' }
  },
  relate: prepareRelate,
  unrelate: prepareUnrelate,
  merge: prepareMerge,
  split: prepareSplit,
  archive: async ({ rules }, input: MoveInput<'archive'>) => {
    insist(whyNotRetain(input.retention, rules.profile))
    return { ...input }
  },
  triage: async ({ tx, actor, matter, now }, input: MoveInput<'triage'>) => {
    // A matter keeps what it has: only another category has to be offered still.
    if (input.categoryCode !== matter.categoryCode)
      insist(await whyNotCategory(tx, actor.districtId, input.categoryCode, now))
    const { title, kind, categoryCode, urgency } = matter
    return { ...input, before: { title, kind, categoryCode, urgency } }
  },
  correct: async ({ matter }, input: MoveInput<'correct'>) => {
    const wanted = { title: input.title || undefined, placeText: input.placeText || undefined }
    insist(whyNotCorrection(matter, wanted))
    return { ...wanted, reason: input.reason, before: { title: matter.title, placeText: matter.placeText } }
  },
  close: async ({ matter }, input: MoveInput<'close'>) => {
    insist(whyNotClosure(matter, input.closureKind))
    return { ...input }
  },
  note: async ({ tx, actor, matter, now }, input: MoveInput<'note'>) => {
    if (!(await allReach(tx, actor.districtId, input.mentions ?? [], matter, now)))
      throw new Refused(refuse('outOfSight', undefined, 'mentions'))
    return { ...input }
  },
  revisit: async (_moment, input: MoveInput<'revisit'>) => {
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

type Beside = Pick<Prepared, 'payload' | 'kept' | 'mediated' | 'petitioned'>
/** Those of parties, mediations and petitions: who it is and what was said goes another way than what the history keeps. */
const sealedSteps: Partial<Record<Verb, (moment: Moment, input: never) => Promise<Beside>>> = {
  ...{ addParty: prepareAdd, editParty: prepareEdit, removeParty: prepareRemove },
  ...{ mediate: prepareStep, petition: preparePetition },
}

/** Holds the input against the world and completes it to the payload that the history keeps. */
export async function prepare(moment: Moment, verb: Verb, input: Record<string, unknown>): Promise<Prepared> {
  const step = steps[verb]
  const sealed = sealedSteps[verb]
  const { payload, kept, mediated, petitioned }: Beside = sealed
    ? await sealed(moment, input as never)
    : { payload: step ? await step(moment, input as never) : { ...input } }
  const rating =
    verb === 'rate'
      ? {
          solved: input['solved'] === true,
          satisfied: String(input['satisfied']),
          words: (input['words'] as string | undefined) || null,
        }
      : noRating
  const author = authorOf(moment.actor, verb, moment.matter)
  const { postId, unitId } = petitioned?.seat ?? author
  return { author: { ...author, postId, unitId }, payload, rating, kept, mediated, petitioned }
}
