import type { Matter } from '../matter/matter.ts'
import type { Verb } from '../matter/moves.ts'

/** What a notice is about, as people choose among them. */
export const topics = ['turn', 'voice', 'result', 'mention', 'clock'] as const
export type Topic = (typeof topics)[number]

/** `critical` passes quiet hours and digests; `act`: somebody should do something; `know`: it is good to know. */
export const pressings = ['critical', 'act', 'know'] as const
export type Pressing = (typeof pressings)[number]

/** What a clock says when it passes a mark, in order. */
export const clockMarks = ['clockNearing', 'clockLate', 'clockFarOver'] as const

/**
 * `named`: the units or the person that the payload names; `asker`: who asked for what was decided.
 * `handler`: the person who signed for it, or the handling unit, or the holder where there is none yet.
 * `turn`: that, or once it is closed the centre.
 */
type Receiver = 'holder' | 'handling' | 'centre' | 'handler' | 'turn' | 'mentioned' | 'named' | 'asker'

type Occasion = {
  to: readonly Receiver[]
  topic: Topic
  pressing: Pressing
  /** Only where what was said gives reason to. */
  only?: (payload: Readonly<Record<string, unknown>>) => boolean
}

/** What is told beside the moves of a matter. */
type OtherThanMoves =
  | 'supplement'
  | `subject${'Asked' | 'Due'}`
  | 'supervised'
  | 'supervisionDue'
  | 'supervisionSaid'
  | 'supervisionSettled'
  | 'reopenProposed'
  | `petition${'Turn' | 'Told' | 'Near' | 'Late'}`
  | `whistle${string}`
  | `aid${string}`
  | `team${string}`
  | `meeting${'Called' | 'Answered' | 'Changed' | 'Cancelled' | 'Soon'}`
  | 'minutesConfirmed'
  | `exclusion${'Asked' | 'Decided' | 'Appealed'}`
  | `task${'Given' | 'Reported' | 'Asked' | 'Answered' | 'Dropped' | 'Late'}`

/** Verb → who is told, and how pressing it is. A verb without a row is told to nobody. */
export const occasions = {
  receive: { to: ['centre'], topic: 'turn', pressing: 'act' },
  dispatch: { to: ['holder'], topic: 'turn', pressing: 'act' },
  return: { to: ['centre'], topic: 'turn', pressing: 'act' },
  submit: { to: ['centre'], topic: 'turn', pressing: 'act' },
  redo: { to: ['handler'], topic: 'turn', pressing: 'act' },
  answer: { to: ['handler'], topic: 'voice', pressing: 'act' },
  rate: { to: ['centre'], topic: 'voice', pressing: 'act', only: ({ solved }) => solved === false },
  askReopen: { to: ['centre'], topic: 'voice', pressing: 'act' },
  join: { to: ['holder'], topic: 'voice', pressing: 'know' },
  withdraw: { to: ['handling', 'centre'], topic: 'voice', pressing: 'know' },
  close: { to: ['handling'], topic: 'result', pressing: 'know' },
  rule: { to: ['holder'], topic: 'turn', pressing: 'act' },
  escalate: { to: ['centre'], topic: 'turn', pressing: 'act' },
  handDown: { to: ['centre'], topic: 'turn', pressing: 'act' },
  handOver: { to: ['named'], topic: 'turn', pressing: 'act' },
  assist: { to: ['named'], topic: 'turn', pressing: 'act' },
  answerPart: { to: ['handler'], topic: 'result', pressing: 'act' },
  dropPart: { to: ['named'], topic: 'turn', pressing: 'know' },
  askHold: { to: ['centre'], topic: 'turn', pressing: 'act' },
  askExtend: { to: ['centre'], topic: 'turn', pressing: 'act' },
  askVoid: { to: ['centre'], topic: 'turn', pressing: 'act' },
  grantHold: { to: ['asker', 'handling'], topic: 'result', pressing: 'know' },
  grantExtend: { to: ['asker', 'handling'], topic: 'result', pressing: 'know' },
  askReview: { to: ['named'], topic: 'turn', pressing: 'act' },
  deny: { to: ['asker'], topic: 'result', pressing: 'act' },
  void: { to: ['asker'], topic: 'result', pressing: 'know' },
  expedite: { to: ['holder'], topic: 'turn', pressing: 'act' },
  copy: { to: ['named'], topic: 'turn', pressing: 'know' },
  merge: { to: ['handling'], topic: 'result', pressing: 'know' },
  note: { to: ['mentioned'], topic: 'mention', pressing: 'act' },
  // A note that a channel brought from the person: it may come in any state, and must not lie unread.
  supplement: { to: ['turn'], topic: 'voice', pressing: 'act' },
  // What a person asks about their own data, and that its day comes near or is over.
  subjectAsked: { to: ['centre'], topic: 'voice', pressing: 'act' },
  subjectDue: { to: ['centre'], topic: 'clock', pressing: 'act' },
  // Supervision 督办: to the addressed unit; that its answer is overdue; to the giver's unit, or to the level above where it objects; how it
  // ended; and to the centre, that another unit proposes to reopen.
  supervised: { to: ['named'], topic: 'turn', pressing: 'act' },
  supervisionDue: { to: ['named'], topic: 'clock', pressing: 'act' },
  supervisionSaid: { to: ['named'], topic: 'result', pressing: 'act' },
  supervisionSettled: { to: ['named'], topic: 'result', pressing: 'know' },
  reopenProposed: { to: ['centre'], topic: 'result', pressing: 'act' },
  // Petitions 信访: whose turn it is; what was decided; that a time of the regulation runs out or is over.
  petitionTurn: { to: ['named'], topic: 'turn', pressing: 'act' },
  petitionTold: { to: ['named'], topic: 'result', pressing: 'know' },
  petitionNear: { to: ['named'], topic: 'clock', pressing: 'act' },
  petitionLate: { to: ['named'], topic: 'clock', pressing: 'act' },
  // What happens with a whistle: to the units and people that server/whistle names.
  whistleToApprove: { to: ['named'], topic: 'turn', pressing: 'act' },
  whistleDeclined: { to: ['named'], topic: 'result', pressing: 'know' },
  whistleCalled: { to: ['named'], topic: 'turn', pressing: 'act' },
  whistleObjected: { to: ['named'], topic: 'turn', pressing: 'act' },
  whistleRuled: { to: ['named'], topic: 'turn', pressing: 'act' },
  whistleFinished: { to: ['named'], topic: 'turn', pressing: 'act' },
  whistleSentBack: { to: ['named'], topic: 'turn', pressing: 'act' },
  whistleConfirmed: { to: ['named'], topic: 'result', pressing: 'know' },
  whistleRated: { to: ['named'], topic: 'result', pressing: 'know' },
  whistleUpgraded: { to: ['named'], topic: 'turn', pressing: 'act' },
  whistleOff: { to: ['named'], topic: 'turn', pressing: 'know' },
  whistleMisused: { to: ['named'], topic: 'result', pressing: 'know' },
  whistleNear: { to: ['named'], topic: 'clock', pressing: 'act' },
  whistleLate: { to: ['named'], topic: 'clock', pressing: 'act' },
  whistleFar: { to: ['named'], topic: 'clock', pressing: 'critical' },
  // Orders for help 点单派单, and the project teams that take them: to the units and people that server/aid and server/team name.
  aidPosted: { to: ['named'], topic: 'turn', pressing: 'act' },
  aidPassedUp: { to: ['named'], topic: 'turn', pressing: 'act' },
  aidBack: { to: ['named'], topic: 'turn', pressing: 'act' },
  aidDeclined: { to: ['named'], topic: 'result', pressing: 'know' },
  aidWithdrawn: { to: ['named'], topic: 'turn', pressing: 'know' },
  aidAsked: { to: ['named'], topic: 'turn', pressing: 'act' },
  aidTaken: { to: ['named'], topic: 'result', pressing: 'know' },
  aidRefused: { to: ['named'], topic: 'turn', pressing: 'act' },
  aidPlanned: { to: ['named'], topic: 'result', pressing: 'know' },
  aidFinished: { to: ['named'], topic: 'turn', pressing: 'act' },
  aidNotDone: { to: ['named'], topic: 'turn', pressing: 'act' },
  aidConfirmed: { to: ['named'], topic: 'result', pressing: 'know' },
  aidTakenBack: { to: ['named'], topic: 'turn', pressing: 'know' },
  aidOrphaned: { to: ['named'], topic: 'turn', pressing: 'act' },
  aidNear: { to: ['named'], topic: 'clock', pressing: 'act' },
  aidLate: { to: ['named'], topic: 'clock', pressing: 'act' },
  aidFar: { to: ['named'], topic: 'clock', pressing: 'critical' },
  teamJoined: { to: ['named'], topic: 'turn', pressing: 'know' },
  teamLeft: { to: ['named'], topic: 'turn', pressing: 'know' },
  teamLed: { to: ['named'], topic: 'turn', pressing: 'act' },
  teamExtended: { to: ['named'], topic: 'result', pressing: 'know' },
  teamNear: { to: ['named'], topic: 'clock', pressing: 'act' },
  teamEnded: { to: ['named'], topic: 'result', pressing: 'know' },
  // Consultation meetings, and the tasks that come of them; whom it concerns is said by the meeting.
  meetingCalled: { to: ['named'], topic: 'turn', pressing: 'act' },
  meetingAnswered: { to: ['named'], topic: 'result', pressing: 'know' },
  meetingChanged: { to: ['named'], topic: 'turn', pressing: 'act' },
  meetingCancelled: { to: ['named'], topic: 'turn', pressing: 'know' },
  meetingSoon: { to: ['named'], topic: 'clock', pressing: 'act' },
  minutesConfirmed: { to: ['named'], topic: 'result', pressing: 'know' },
  taskGiven: { to: ['named'], topic: 'turn', pressing: 'act' },
  taskReported: { to: ['named'], topic: 'result', pressing: 'know' },
  taskAsked: { to: ['named'], topic: 'turn', pressing: 'act' },
  taskAnswered: { to: ['named'], topic: 'result', pressing: 'act' },
  taskDropped: { to: ['named'], topic: 'turn', pressing: 'know' },
  taskLate: { to: ['named'], topic: 'clock', pressing: 'act' },
  // Exclusions from the rates: to the panel; to the district's centre; and to whoever asked.
  exclusionAsked: { to: ['named'], topic: 'turn', pressing: 'act' },
  exclusionAppealed: { to: ['named'], topic: 'turn', pressing: 'act' },
  exclusionDecided: { to: ['named'], topic: 'result', pressing: 'know' },
} as const satisfies Partial<Record<Verb | OtherThanMoves, Occasion>>

type Told = keyof typeof occasions
export const noticeKinds = [...clockMarks, ...(Object.keys(occasions) as Told[])] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** The topic of a kind of notice. */
export function topicOf(kind: NoticeKind): Topic {
  return kind in occasions ? occasions[kind as Told].topic : 'clock'
}

/** How pressing it is that a clock has passed a mark. */
export function pressingOf(mark: (typeof clockMarks)[number]): Pressing {
  return mark === 'clockFarOver' ? 'critical' : 'act'
}

/** Whom a notice is for: whoever holds a post at a unit, or one person. */
export type Addressee = { unitId: string; accountId: null } | { unitId: null; accountId: string }

/** A move that has been done: the matter after it, the payload of its action, and the account that did it. */
export type Happening = { verb: Verb; matter: Matter; payload: unknown; actorId: string | null }

const unit = (id: string | null): Addressee[] => (id === null ? [] : [{ unitId: id, accountId: null }])
const person = (id: string): Addressee => ({ unitId: null, accountId: id })

/** What a payload may name. */
type Named = { units?: readonly { id: string }[]; unitId?: string; accountId?: string }

/** At most so many people are told of one note. */
const mostMentions = 20

const receivers: Record<Receiver, (h: Happening) => Addressee[]> = {
  holder: ({ matter }) => unit(matter.holderId),
  handling: ({ matter }) => unit(matter.handlingId),
  centre: ({ matter }) => unit(matter.centreId),
  handler: ({ matter }) =>
    matter.handlerId === null ? unit(matter.handlingId ?? matter.holderId) : [person(matter.handlerId)],
  turn: (h) => (h.matter.state === 'closed' ? receivers.centre(h) : receivers.handler(h)),
  named: ({ payload }) => {
    const { units, unitId, accountId } = payload as Named
    if (accountId !== undefined) return [person(accountId)]
    return units ? units.flatMap(({ id }) => unit(id)) : unit(unitId ?? null)
  },
  asker: ({ payload }) => {
    const { request } = payload as { request?: { by?: string | null } }
    return request?.by ? [person(request.by)] : []
  },
  mentioned: ({ payload }) => {
    const { mentions } = payload as { mentions?: unknown }
    const ids = Array.isArray(mentions) ? mentions.filter((id) => typeof id === 'string') : []
    return ids.slice(0, mostMentions).map(person)
  },
}

export type Telling = { kind: NoticeKind; pressing: Pressing; to: Addressee[] }

/**
 * Whom a move is told to, and how pressing it is. Out: undefined where nobody is. Never the account that did it; whoever
 * may not see the matter is told all the same, and the list of notices leaves it out when it is read.
 */
export function tellingOf(happening: Happening): Telling | undefined {
  const { verb, matter, actorId } = happening
  const payload = (happening.payload ?? {}) as Record<string, unknown>
  const kind = verb === 'note' && payload['supplement'] === true ? 'supplement' : verb
  const occasion: Occasion | undefined = (occasions as Partial<Record<string, Occasion>>)[kind]
  if (!occasion) return undefined
  if (occasion.only && !occasion.only(payload)) return undefined
  const all = occasion.to.flatMap((receiver) => receivers[receiver]({ ...happening, payload }))
  const to = all.filter(
    ({ unitId, accountId }, i) =>
      (accountId === null || accountId !== actorId) &&
      all.findIndex((one) => one.unitId === unitId && one.accountId === accountId) === i,
  )
  if (to.length === 0) return undefined
  const isCritical = matter.urgency === 'critical' && occasion.pressing === 'act'
  return { kind: kind as Told, pressing: isCritical ? 'critical' : occasion.pressing, to }
}
