import type { Actor, StaffActor } from '../actor.ts'
import { reachingSeat, seatReaches } from '../org/grants.ts'
import { isWithin, parentPath } from '../org/tree.ts'
import type { Profile } from '../profile/profile.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { missingFor } from './fields.ts'
import { assistantsOf, type Matter, type Request, type SecondLook, sortedArea, uncounted } from './matter.ts'
import { moveOf, stateAfter, type Verb, verbs } from './moves.ts'

/**
 * What a guard may look at: the instant, the profile the matter runs under, when the time to argue ends, and whether and
 * until when its clock of handling runs (`dueAt` null: it stands still; undefined: none runs).
 */
export type Circumstances = {
  now: number
  profile: Profile
  returnUntil: number | null
  /** Until when what was denied last may be looked at again; null: nothing was. */
  reviewUntil?: number | null
  handle?: { dueAt: number | null } | undefined
  /** Its file was destroyed at the end of its retention: what is left is a stub. */
  isDestroyed?: boolean
}

const dayMs = 86_400_000

type Guard = (matter: Matter, actor: Actor, at: Circumstances) => Refusal | undefined

/** The rules of single verbs beyond state and permission. */
const guards: Partial<Record<Verb, Guard>> = {
  // Handled once, returned once: the same unit may not send it back again (domain rules §12.6).
  return: (m, _actor, at) => {
    if (m.ruled) return refuse('ruled')
    if (m.returnedBy.includes(m.holderId)) return refuse('alreadyReturned')
    if (at.returnUntil !== null && at.now > at.returnUntil)
      return refuse('returnTooLate', { days: at.profile.returnWorkDays })
    return undefined
  },
  // Nothing wanders from unit to unit: after so many returns the centre decides (domain rules §12.6, one return, then a ruling).
  dispatch: (m, _actor, at) =>
    m.returnedBy.length >= at.profile.returnsBeforeRuling
      ? refuse('ruleFirst', { returns: m.returnedBy.length })
      : undefined,
  // A dispute is what somebody returned; it stays one where it is passed up or down before anybody has ruled.
  rule: (m) => (m.returnedBy.length > 0 ? undefined : refuse('notNow', { state: m.state })),
  escalate: (m) => {
    if (m.centreLevel === 'district') return refuse('topLevel')
    // What another office has in its hands is not passed up over its head: it returns it first.
    const isOwn = m.state !== 'handling' || isWithin(m.handlingPath ?? '', sortedArea(m))
    return isOwn ? undefined : refuse('notNow', { state: m.state })
  },
  handDown: (m) => (m.centreLevel === 'community' ? refuse('notBelow') : undefined),
  dropPart: (m) => (assistantsOf(m).length > 0 ? undefined : refuse('noSuchPart')),
  askHold: (m) => (m.held ? refuse('alreadyHeld') : whyNotAsk(m)),
  askExtend: (m, _actor, { now, profile, handle }) => {
    const asked = whyNotAsk(m)
    if (asked) return asked
    if (m.held) return refuse('alreadyHeld')
    if (m.extensions >= profile.extensionsMost)
      return refuse('extendedEnough', { times: profile.extensionsMost })
    if (!handle) return refuse('noHandleClock')
    return handle.dueAt !== null && now > handle.dueAt ? refuse('tooLateToExtend') : undefined
  },
  askVoid: (m) => whyNotAsk(m),
  askReview: (m, _actor, at) => {
    const asked = whyNotAsk(m)
    if (asked) return asked
    if (!m.denied) return refuse('nothingDenied')
    return at.now > (at.reviewUntil ?? 0)
      ? refuse('secondLookTooLate', { days: at.profile.returnWorkDays })
      : undefined
  },
  grantHold: (m, actor) => whyNotDecide(m, actor, 'hold'),
  grantExtend: (m, actor) => whyNotDecide(m, actor, 'extend'),
  void: (m, actor) => whyNotDecide(m, actor, 'void'),
  deny: (m, actor) => whyNotDecide(m, actor),
  resume: (m) => (m.held ? undefined : refuse('notHeld')),
  submit: (m) => {
    if (m.mediation === 'asking' || m.mediation === 'running') return refuse('mediationOpen')
    const open = m.parts.filter((part) => part.outcome === null)
    return open.length > 0
      ? refuse('partsOpen', { units: open.map((part) => part.unitName).join('、') })
      : undefined
  },
  split: (m) => (m.appeals > 1 ? undefined : refuse('onlyVoice')),
  archive: (m) => {
    if (m.archivedAt !== null) return refuse('alreadyArchived')
    return m.reopenAsked ? refuse('notNow', { state: m.state }) : undefined
  },
  // Closing is checked by somebody else than who did the work (domain rules §11, rating by the same unit).
  verify: (m, actor) => notOneself(m, actor),
  revisit: (m, actor) => notOneself(m, actor),
  close: (m, actor, at) => {
    const own = notOneself(m, actor)
    if (own) return own
    // Nobody can be asked who left no way to be reached; the verification has to do.
    const tries = m.hasContact ? at.profile.revisitTries : 0
    if (m.solved === null && m.revisitTries < tries)
      return refuse('revisitFirst', { tries: at.profile.revisitTries })
    if (actor.kind === 'system' && m.solved !== true)
      return refuse('revisitFirst', { tries: at.profile.revisitTries })
    return undefined
  },
  answer: (m) => (m.questionOpen ? undefined : refuse('noQuestion')),
  // Of what was never worked on there is nothing to say.
  rate: (m) =>
    isUncounted(m) || m.closureKind === 'withdrawn' || m.closureKind === 'notAccepted'
      ? refuse('notNow', { state: m.state })
      : undefined,
  askReopen: (m, _actor, at) => {
    if (isUncounted(m)) return refuse('notNow', { state: m.state })
    if (m.reopenAsked) return refuse('reopenAlreadyAsked')
    if (m.closedAt !== null && at.now - m.closedAt > at.profile.reopenDays * dayMs)
      return refuse('reopenTooLate', { days: at.profile.reopenDays })
    return undefined
  },
  mediate: (m) => (isUncounted(m) ? refuse('notNow', { state: m.state }) : undefined),
  petition: (m) => (isUncounted(m) ? refuse('notNow', { state: m.state }) : undefined),
  reopen: (m) => (isUncounted(m) ? refuse('notNow', { state: m.state }) : undefined),
  // What was no matter of its own hangs together with nothing new.
  relate: (m) => (isUncounted(m) ? refuse('notNow', { state: m.state }) : undefined),
  keepClosed: (m) => (m.reopenAsked ? undefined : refuse('nothingAsked')),
  // One voice of several cannot take back what the others said (joining "never deletes a voice", docs/glossary.md).
  withdraw: (m, actor) =>
    actor.kind === 'resident' && m.appeals > 1 ? refuse('othersJoined', { appeals: m.appeals }) : undefined,
}

function notOneself(matter: Matter, actor: Actor): Refusal | undefined {
  return actor.kind === 'staff' && matter.workedBy.includes(actor.accountId)
    ? refuse('notYourself')
    : undefined
}

/** One request at a time, so that nobody decides two things with one look. */
function whyNotAsk(matter: Matter): Refusal | undefined {
  return matter.request ? refuse('alreadyAsked') : undefined
}

/** Decided by somebody else than who asked (domain rules §12.5, approval). */
function whyNotDecide(matter: Matter, actor: Actor, kind?: Request['kind']): Refusal | undefined {
  if (!matter.request) return refuse('noRequest')
  if (kind !== undefined && matter.request.kind !== kind) return refuse('otherRequest')
  if (actor.kind !== 'staff') return undefined
  if (actor.accountId === matter.request.by) return refuse('ownRequest')
  const { again } = matter.request
  return again === undefined || mayLookAgain(actor, matter, again) ? undefined : refuse('lookedAtBefore')
}

/**
 * Whether somebody decides what another denied: never who denied it, and from an area above the one it was denied from; where
 * nothing is above, anybody else of the same.
 */
function mayLookAgain(actor: StaffActor, matter: Matter, { by, from }: SecondLook): boolean {
  if (actor.accountId === by) return false
  const isTop = parentPath(from) === from
  return actor.seats.some(
    (seat) =>
      seatReaches(seat, 'matter.approve', matter) &&
      isWithin(from, seat.servesPath) &&
      (isTop || seat.servesPath !== from),
  )
}

/** Whether it was joined into another or void: no matter of its own. */
export const isUncounted = ({ closureKind }: Pick<Matter, 'closureKind'>) =>
  closureKind !== null && uncounted.includes(closureKind)

function whyNotStaff(verb: Verb, matter: Matter, actor: StaffActor): Refusal | undefined {
  if (!reachingSeat(actor, 'matter.read', matter)) return refuse('notFound')
  const { needs } = moveOf(verb)
  return needs !== undefined && reachingSeat(actor, needs, matter) ? undefined : refuse('notYours')
}

function whyNotActor(verb: Verb, matter: Matter, actor: Actor): Refusal | undefined {
  const move = moveOf(verb)
  if (actor.kind === 'staff') return whyNotStaff(verb, matter, actor)
  if (actor.kind === 'system') return move.system ? undefined : refuse('notYours')
  if (actor.kind === 'party' && actor.matterId === matter.id)
    return move.party ? undefined : refuse('notYours')
  if (actor.kind === 'resident' && actor.matterId === matter.id)
    return move.resident ? undefined : refuse('notYours')
  return refuse('notFound')
}

/**
 * The one question, asked everywhere: why may this actor not do this to this matter now? The command asks it before
 * writing, the query asks it to fill `may`, a client offline asks it too.
 * Refusals: `notFound` (invisible), `notYours`, `notNow` (facts: the state), `missingField` (field), and the rules of the verb.
 */
export function whyNot(verb: Verb, matter: Matter, actor: Actor, at: Circumstances): Refusal | undefined {
  const refused = whyNotActor(verb, matter, actor)
  if (refused) return refused
  if (at.isDestroyed) return refuse('fileDestroyed')
  if (!moveOf(verb).from.includes(matter.state)) return refuse('notNow', { state: matter.state })
  const [missing] = missingFor(stateAfter(verb, matter.state), matter)
  if (missing !== undefined && (verb === 'dispatch' || verb === 'rule'))
    return refuse('missingField', { field: missing }, missing)
  return guards[verb]?.(matter, actor, at)
}

/** The verbs this actor may do to this matter now, in the order of the table. */
export function mayDo(matter: Matter, actor: Actor, at: Circumstances): Verb[] {
  return verbs.filter((verb) => moveOf(verb).from.length > 0 && whyNot(verb, matter, actor, at) === undefined)
}
