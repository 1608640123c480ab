/** Joint study of hard matters (疑难会商), and regular study of what is stuck (定期研判). */
export const meetingKinds = ['study', 'regular'] as const
export type MeetingKind = (typeof meetingKinds)[number]

export const rhythms = ['weekly', 'monthly'] as const
export type Rhythm = (typeof rhythms)[number]

/** `called`: to come, or held and not yet confirmed. */
export const meetingStates = ['called', 'confirmed', 'adjourned', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

/** How a called unit answers: comes; sends somebody else than was asked for; cannot. */
export const inviteAnswers = ['comes', 'sends', 'cannot'] as const
export type InviteAnswer = (typeof inviteAnswers)[number]

export const attendances = ['came', 'late', 'absent'] as const
export type Attendance = (typeof attendances)[number]

export const taskStates = ['draft', 'open', 'done', 'dropped'] as const
export type TaskState = (typeof taskStates)[number]

/** What of a meeting decides who does what with it. */
export type Meeting = {
  id: string
  kind: MeetingKind
  rhythm: Rhythm | null
  state: MeetingState
  /** Who calls, and the area it works for, as a path. */
  unitId: string
  areaPath: string
  chairId: string
  minuterId: string
  quorum: number
  startsAt: number
  /** The called units. */
  unitIds: readonly string[]
}

export type Task = {
  id: string
  meetingId: string
  itemId: string
  matterId: string | null
  unitId: string
  accountId: string | null
  dueOn: string
  state: TaskState
  /** The day that the owner asks for instead. */
  askedOn: string | null
}

/** Kinds of unit that call meetings: the centre of a street or district, and a community as its own outpost. */
export const callingKinds: ReadonlySet<string> = new Set(['centre', 'community'])

export const most = { units: 40, items: 30, people: 100, tasks: 20, files: 9 } as const
