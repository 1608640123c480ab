import type { StaffActor } from '../actor.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Meeting, MeetingState, Task } from './meeting.ts'
import { callsFor, meetingUnits, runsMeeting, seesMeeting } from './sight.ts'

type Who = 'called' | 'caller' | 'minuter' | 'chair' | 'runs'

/** What is done with a meeting: by whom, and in which state. What is not written is not allowed. */
export const meetingMoves = {
  answer: { by: 'called', from: ['called'] },
  change: { by: 'runs', from: ['called'] },
  attach: { by: 'runs', from: ['called'] },
  record: { by: 'minuter', from: ['called'] },
  confirm: { by: 'chair', from: ['called'] },
  adjourn: { by: 'minuter', from: ['called'] },
  cancel: { by: 'caller', from: ['called'] },
  note: { by: 'minuter', from: ['confirmed'] },
} as const satisfies Record<string, { by: Who; from: readonly MeetingState[] }>
export type MeetingVerb = keyof typeof meetingMoves
export const meetingVerbs = Object.keys(meetingMoves) as MeetingVerb[]

const isThe: Record<Who, (actor: StaffActor, meeting: Meeting) => boolean> = {
  called: (actor, { unitIds }) => meetingUnits(actor).some((id) => unitIds.includes(id)),
  caller: (actor, { unitId }) => callsFor(actor, unitId),
  minuter: ({ accountId }, { chairId, minuterId }) => accountId === chairId || accountId === minuterId,
  chair: ({ accountId }, { chairId }) => accountId === chairId,
  runs: runsMeeting,
}

/** Before a meeting begins nothing can have been said in it. */
const onlyOnceBegun: ReadonlySet<MeetingVerb> = new Set(['record', 'confirm', 'adjourn'])

/**
 * Why somebody may not do this to this meeting now. Refusals: `notFound` (not theirs to know of), `notYours`, `meetingNotNow`
 * (facts: its state), `meetingToCome`.
 */
export function whyNotMeeting(
  verb: MeetingVerb,
  meeting: Meeting,
  actor: StaffActor,
  now: number,
): Refusal | undefined {
  const { by, from }: { by: Who; from: readonly MeetingState[] } = meetingMoves[verb]
  if (!seesMeeting(actor, meeting)) return refuse('notFound')
  if (!isThe[by](actor, meeting)) return refuse('notYours')
  if (!from.includes(meeting.state)) return refuse('meetingNotNow', { state: meeting.state })
  if (onlyOnceBegun.has(verb) && now < meeting.startsAt) return refuse('meetingToCome')
  return undefined
}

/** What is done with a task: by its owner, or by the chair and the unit that called the meeting. */
export const taskMoves = {
  progress: { by: 'owner', isAsked: null },
  done: { by: 'owner', isAsked: null },
  ask: { by: 'owner', isAsked: false },
  grant: { by: 'caller', isAsked: true },
  deny: { by: 'caller', isAsked: true },
  drop: { by: 'caller', isAsked: null },
} as const satisfies Record<string, { by: 'owner' | 'caller'; isAsked: boolean | null }>
export type TaskVerb = keyof typeof taskMoves
export const taskVerbs = Object.keys(taskMoves) as TaskVerb[]

/** Whether somebody answers for a task: of the unit that owns it, or the person named for it. */
export const ownsTask = (actor: StaffActor, task: Pick<Task, 'unitId' | 'accountId'>): boolean =>
  task.accountId === actor.accountId || meetingUnits(actor).includes(task.unitId)

/**
 * Why somebody may not do this to this task now. In: the task as it is seen by them. Refusals: `notYours`, `taskOver`,
 * `askedAlready`, `nothingAsked`.
 */
export function whyNotTask(
  verb: TaskVerb,
  task: Task,
  meeting: Pick<Meeting, 'unitId' | 'chairId'>,
  actor: StaffActor,
): Refusal | undefined {
  const { by, isAsked }: { by: 'owner' | 'caller'; isAsked: boolean | null } = taskMoves[verb]
  const isCallers = callsFor(actor, meeting.unitId) || actor.accountId === meeting.chairId
  if (by === 'owner' ? !ownsTask(actor, task) : !isCallers) return refuse('notYours')
  if (task.state !== 'open') return refuse('taskOver')
  if (isAsked === false && task.askedOn !== null) return refuse('askedAlready')
  if (isAsked === true && task.askedOn === null) return refuse('nothingAsked')
  return undefined
}

/** A task after a verb. In: the day asked for, where it asks. Only what the verb changes changes. */
export function taskAfter(task: Task, verb: TaskVerb, day: string | null): Task {
  const next: Partial<Record<TaskVerb, Partial<Task>>> = {
    done: { state: 'done', askedOn: null },
    drop: { state: 'dropped', askedOn: null },
    ask: { askedOn: day },
    grant: { dueOn: task.askedOn ?? task.dueOn, askedOn: null },
    deny: { askedOn: null },
  }
  return { ...task, ...next[verb] }
}
