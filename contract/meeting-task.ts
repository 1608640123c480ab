import { z } from 'zod'
import { taskStates } from '#domain/meeting/meeting.ts'
import { type TaskVerb, taskVerbs } from '#domain/meeting/moves.ts'
import { day, id, instant } from './fields.ts'

export const matterRef = z.object({ id, number: z.string(), title: z.string() })

const reportView = z.object({
  verb: z.enum(taskVerbs as [TaskVerb, ...TaskVerb[]]),
  at: instant,
  byName: z.string(),
  unitName: z.string().nullable(),
  /** Null once the file it spoke of is destroyed. */
  words: z.string().nullable(),
  /** The day asked for or granted. */
  day: day.nullable(),
})

export const taskView = z.object({
  id,
  meeting: z.object({ id, title: z.string(), startsAt: instant }),
  /** Only where the reader sees it. */
  matter: matterRef.nullable(),
  what: z.string().nullable(),
  /** What counts as done. */
  doneWhen: z.string().nullable(),
  unitId: id,
  unitName: z.string(),
  accountId: id.nullable(),
  accountName: z.string().nullable(),
  dueOn: day,
  isLate: z.boolean(),
  state: z.enum(taskStates),
  /** Onto how many agendas it came back. */
  returns: z.number().int(),
  askedOn: day.nullable(),
  endedAt: instant.nullable(),
  /** What its owner and the calling unit said of it, the oldest first; in lists the last only. */
  reports: z.array(reportView),
  may: z.array(z.enum(taskVerbs as [TaskVerb, ...TaskVerb[]])),
})
export type TaskView = z.output<typeof taskView>
