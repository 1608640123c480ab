import { z } from 'zod'
import { reasonKinds } from '#domain/meeting/agenda.ts'
import { attendances, inviteAnswers, meetingKinds, meetingStates, rhythms } from '#domain/meeting/meeting.ts'
import { type MeetingVerb, meetingVerbs, taskVerbs } from '#domain/meeting/moves.ts'
import { day, id, instant, optionalText, page, text } from './fields.ts'
import { fileView } from './matter.ts'
import { meetingMove, minutesBody, newMeeting, taskMove } from './meeting-steps.ts'
import { matterRef, taskView } from './meeting-task.ts'
import type { Route } from './route.ts'

const named = z.object({ id, name: z.string() })

export const meetingRow = z.object({
  id,
  kind: z.enum(meetingKinds),
  rhythm: z.enum(rhythms).nullable(),
  /** Empty once the file it spoke of is destroyed. */
  title: z.string(),
  unitName: z.string(),
  startsAt: instant,
  minutes: z.number().int(),
  place: z.string(),
  state: z.enum(meetingStates),
  items: z.number().int(),
  called: z.number().int(),
  coming: z.number().int(),
  /** Of called units that have not answered. */
  unanswered: z.number().int(),
  /** A unit of mine is called and has not answered. */
  awaitsMe: z.boolean(),
  openTasks: z.number().int(),
})
export type MeetingRow = z.output<typeof meetingRow>

const itemView = z.object({
  id,
  no: z.number().int(),
  /** Not for the reader: only that there is one. */
  isHidden: z.boolean(),
  isCarried: z.boolean(),
  title: z.string().nullable(),
  /** Of its matter, where the agenda names the reader's unit. */
  number: z.string().nullable(),
  /** Only where the reader sees the matter itself. */
  matterId: id.nullable(),
  brief: z.string().nullable(),
  minutes: z.number().int(),
  presenterName: z.string().nullable(),
  units: z.array(named),
  files: z.array(fileView),
  said: z.string().nullable(),
  conclusion: z.string().nullable(),
  tasks: z.array(taskView),
  /** Unfinished ones from earlier meetings. */
  returned: z.array(taskView),
})
export type ItemView = z.output<typeof itemView>

export const meetingPage = meetingRow.extend({
  unitId: id,
  link: z.string(),
  chair: named,
  minuter: named,
  quorum: z.number().int(),
  /** Called units of which somebody came. */
  there: z.number().int(),
  version: z.number().int(),
  calledBy: z.string(),
  calledAt: instant,
  confirmedAt: instant.nullable(),
  /** SHA-256 of the minutes as they were confirmed, in hex. */
  digest: z.string().nullable(),
  /** Where it was adjourned to. */
  adjournedTo: z.object({ id, startsAt: instant }).nullable(),
  units: z.array(
    named.extend({
      people: z.array(named),
      answer: z.enum(inviteAnswers).nullable(),
      /** Why not, or who comes instead; to who runs the meeting and to the unit itself. */
      words: z.string().nullable(),
      isMine: z.boolean(),
    }),
  ),
  agenda: z.array(itemView),
  present: z.array(
    z.object({
      id,
      unitId: id.nullable(),
      name: z.string().nullable(),
      post: z.string().nullable(),
      came: z.enum(attendances),
    }),
  ),
  log: z.array(
    z.object({
      id,
      verb: z.enum([...meetingVerbs, ...taskVerbs, 'call', 'return', 'overdue']),
      at: instant,
      byName: z.string().nullable(),
      unitName: z.string().nullable(),
      /** What it says in figures: how many, until when, how often. */
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
      words: z.string().nullable(),
    }),
  ),
  /** Working days after the meeting, to be offered as due days. */
  dueDays: z.array(z.object({ days: z.number().int(), on: day })),
  may: z.array(z.enum(meetingVerbs as [MeetingVerb, ...MeetingVerb[]])),
})
export type MeetingPage = z.output<typeof meetingPage>

const one = z.object({ id })

export const meetingRoutes = {
  /** Meetings I know of: to come, to be minuted, over; the next first, what is over the newest first. */
  listMeetings: {
    method: 'GET',
    path: '/api/meetings',
    session: 'staff',
    needs: 'meeting.read',
    query: page.extend({ box: z.enum(['coming', 'minutes', 'done']).default('coming') }),
    answer: z.object({
      rows: z.array(meetingRow),
      next: z.string().nullable(),
      /** Units for which I may call one. */
      callsFor: z.array(named),
    }),
  },
  getMeeting: {
    method: 'GET',
    path: '/api/meetings/:id',
    session: 'staff',
    needs: 'meeting.read',
    params: one,
    answer: meetingPage,
  },
  callMeeting: {
    method: 'POST',
    path: '/api/meetings',
    session: 'staff',
    needs: 'meeting.call',
    body: newMeeting,
    answer: meetingPage,
  },
  /** Units by name, with the people who may sit in meetings for them today; with `unitId` that unit and those above its area. */
  listMeetingUnits: {
    method: 'GET',
    path: '/api/meeting-units',
    session: 'staff',
    needs: 'meeting.call',
    query: z.object({ q: z.string().max(40).default(''), unitId: id.optional() }),
    answer: z.object({ rows: z.array(named.extend({ people: z.array(named) })) }),
  },
  /** What a regular study meeting of this unit should talk about, each with its reasons and facts. A person chooses. */
  suggestAgenda: {
    method: 'GET',
    path: '/api/meeting-suggestions',
    session: 'staff',
    needs: 'meeting.call',
    query: z.object({ unitId: id, stillDays: z.coerce.number().int().min(3).max(180).default(15) }),
    answer: z.object({
      rows: z.array(
        matterRef.extend({
          holderName: z.string(),
          placeName: z.string(),
          dueAt: instant.nullable(),
          changedAt: instant,
          reasons: z.array(z.object({ kind: z.enum(reasonKinds), count: z.number().int().nullable() })),
        }),
      ),
      /** Open matters of the area that were looked at, and whether there were more. */
      looked: z.number().int(),
      isCut: z.boolean(),
    }),
  },
  answerInvitation: {
    method: 'POST',
    path: '/api/meetings/:id/answer',
    session: 'staff',
    needs: 'meeting.read',
    params: one,
    body: z.object({
      ...{ commandId: id, unitId: id, answer: z.enum(inviteAnswers) },
      /** Who comes instead, or why nobody can. */
      words: optionalText(200),
    }),
    answer: meetingPage,
  },
  /** Who was there and what was said and concluded, as far as it is written; may be saved again until it is confirmed. */
  saveMinutes: {
    method: 'PUT',
    path: '/api/meetings/:id/minutes',
    session: 'staff',
    needs: 'meeting.read',
    params: one,
    body: minutesBody,
    answer: meetingPage,
  },
  moveMeeting: {
    method: 'POST',
    path: '/api/meetings/:id/moves',
    session: 'staff',
    needs: 'meeting.read',
    params: one,
    body: meetingMove,
    answer: meetingPage,
  },
  /** Notice of the meeting or its minutes as a paper, on record with its purpose. */
  drawMeetingPaper: {
    method: 'POST',
    path: '/api/meetings/:id/papers',
    session: 'staff',
    needs: 'meeting.read',
    params: one,
    body: z.object({
      ...{ commandId: id, paper: z.enum(['notice', 'minutes']), as: z.enum(['pdf', 'word']) },
      purpose: text(100),
    }),
    raw: true,
  },
  readMeetingFile: {
    method: 'GET',
    path: '/api/meetings/:id/files/:fileId',
    session: 'staff',
    needs: 'meeting.read',
    params: one.extend({ fileId: id }),
    query: z.object({ size: z.enum(['full', 'small']).default('full') }),
    raw: true,
  },
  /** What my units have to do after meetings, by the day it is due; `called`: what the meetings of my units charged others with. */
  listMeetingTasks: {
    method: 'GET',
    path: '/api/meeting-tasks',
    session: 'staff',
    needs: 'meeting.read',
    query: page.extend({ of: z.enum(['mine', 'called', 'ended']).default('mine') }),
    answer: z.object({
      rows: z.array(taskView),
      next: z.string().nullable(),
      open: z.number().int(),
      late: z.number().int(),
    }),
  },
  moveMeetingTask: {
    method: 'POST',
    path: '/api/meeting-tasks/:id/moves',
    session: 'staff',
    needs: 'meeting.read',
    params: one,
    body: taskMove,
    answer: taskView,
  },
  /** On the page of a matter: the meetings about it that I know of, and the open tasks that came of them. */
  listMatterMeetings: {
    method: 'GET',
    path: '/api/matters/:id/meetings',
    session: 'staff',
    needs: 'matter.read',
    params: one,
    answer: z.object({ rows: z.array(meetingRow), tasks: z.array(taskView), mayCall: z.boolean() }),
  },
} as const satisfies Record<string, Route>
