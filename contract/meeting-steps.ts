import { z } from 'zod'
import { attendances, meetingKinds, most, rhythms } from '#domain/meeting/meeting.ts'
import { taskVerbs } from '#domain/meeting/moves.ts'
import { day, id, optionalText, text } from './fields.ts'

const when = z.iso.datetime()
const lasts = z.number().int().min(10).max(600)
/** An address of another system's video room: https only, and no name or password in it. */
const link = optionalText(300).refine(
  (given) => given === undefined || given === '' || /^https:\/\/[^\s@]+$/.test(given),
  { error: 'link' },
)

const place = { place: optionalText(60), link }

/** One item of an agenda: a matter, or a topic without one. */
const newItem = z
  .object({
    id,
    matterId: id.nullable(),
    /** A matter has a title of its own. */
    title: optionalText(60),
    brief: optionalText(2000),
    minutes: z.number().int().min(1).max(300),
    presenterId: id.nullable(),
    /** The called units that it names; a topic that names none is for all. */
    unitIds: z.array(id).max(most.units),
    files: z.array(id).max(most.files),
  })
  .refine(({ matterId, title }) => matterId !== null || (title ?? '') !== '', {
    error: 'title',
    path: ['title'],
  })

export const newMeeting = z
  .object({
    ...{ commandId: id, id, kind: z.enum(meetingKinds), rhythm: z.enum(rhythms).nullable() },
    unitId: id,
    title: text(60),
    startsAt: when,
    minutes: lasts,
    ...place,
    chairId: id,
    minuterId: id,
    /** Absent: more than half of the called units. */
    quorum: z.number().int().min(1).max(most.units).optional(),
    units: z
      .array(z.object({ unitId: id, accountIds: z.array(id).max(10) }))
      .min(1)
      .max(most.units),
    items: z.array(newItem).min(1).max(most.items),
  })
  .refine(({ kind, rhythm }) => (kind === 'regular') === (rhythm !== null), {
    error: 'rhythm',
    path: ['rhythm'],
  })
export type NewMeeting = z.output<typeof newMeeting>

export const minutesBody = z.object({
  commandId: id,
  /** The meeting as it was seen: nobody writes over what another saved meanwhile. */
  version: z.number().int(),
  present: z
    .array(
      z.object({
        id,
        /** Null: from outside. */
        unitId: id.nullable(),
        name: text(40),
        post: optionalText(40),
        came: z.enum(attendances),
      }),
    )
    .max(most.people),
  items: z
    .array(
      z.object({
        id,
        said: optionalText(8000),
        conclusion: optionalText(4000),
        tasks: z
          .array(
            z.object({
              ...{ id, what: text(500), doneWhen: text(300) },
              ...{ unitId: id, accountId: id.nullable(), dueOn: day },
            }),
          )
          .max(most.tasks),
      }),
    )
    .max(most.items * 2),
})
export type MinutesBody = z.output<typeof minutesBody>

const reason = text(500)

export const meetingMove = z.discriminatedUnion('verb', [
  z.object({
    ...{ commandId: id, verb: z.literal('change'), startsAt: when, minutes: lasts, ...place },
    ...{ chairId: id, minuterId: id, words: reason },
  }),
  z.object({
    ...{ commandId: id, verb: z.literal('attach'), itemId: id, files: z.array(id).min(1).max(most.files) },
  }),
  z.object({ commandId: id, verb: z.literal('confirm'), version: z.number().int() }),
  z.object({ commandId: id, verb: z.literal('adjourn'), newId: id, startsAt: when, words: reason }),
  z.object({ commandId: id, verb: z.literal('cancel'), words: reason }),
  z.object({ commandId: id, verb: z.literal('note'), words: text(2000) }),
])
export type MeetingMove = z.output<typeof meetingMove>

export const taskMove = z
  .object({
    ...{ commandId: id, verb: z.enum(taskVerbs as [(typeof taskVerbs)[number], ...typeof taskVerbs]) },
    /** What was done, why another day, why it is dropped. */
    words: text(1000),
    /** ask: until when instead. */
    day: day.optional(),
  })
  .refine(({ verb, day: on }) => verb !== 'ask' || on !== undefined, { error: 'day', path: ['day'] })
