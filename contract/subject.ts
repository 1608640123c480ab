import { z } from 'zod'
import { relations } from '#domain/intake/hand-over.ts'
import { channels } from '#domain/matter/matter.ts'
import {
  eraseGrounds,
  identityChecks,
  subjectFields,
  subjectKinds,
  subjectOutcomes,
  subjectReaders,
  subjectStates,
} from '#domain/subject/subject.ts'
import { day, districtId, id, instant, optionalText, phone, text } from './fields.ts'
import { fileView } from './matter.ts'
import type { Route } from './route.ts'

/** A request as the person sees it. */
const ownRequest = z.object({
  id,
  kind: z.enum(subjectKinds),
  field: z.enum(subjectFields).nullable(),
  ground: z.enum(eraseGrounds).nullable(),
  askedAt: instant,
  dueOn: day,
  state: z.enum(subjectStates),
  answeredAt: instant.nullable(),
  answer: z.string().nullable(),
  tookWords: z.boolean(),
})
export type OwnRequest = z.output<typeof ownRequest>

/** What is held on the person behind one voice, and what is done with it. */
const aboutMe = z.object({
  number: z.string(),
  /** Masked, unless the person is signed in by the number that stands here. */
  isWhole: z.boolean(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  /** Of the paper it came on. */
  senderName: z.string().nullable(),
  /** As a party of a dispute, where it is registered so. */
  party: z
    .object({ name: z.string(), phone: z.string().nullable(), address: z.string().nullable() })
    .nullable(),
  onBehalf: z.enum(relations).nullable(),
  words: z.string(),
  placeText: z.string(),
  channel: z.enum(channels),
  submittedAt: instant,
  isConfidential: z.boolean(),
  files: z.array(fileView),
  /** The units that had it in their hands. */
  units: z.array(z.string()),
  readers: z.array(z.enum(subjectReaders)),
  /** How often name and number were opened, each time with its purpose on record. */
  reveals: z.number().int(),
  retention: z.object({
    /** Of the archive; null: it is not archived yet. */
    code: z.string().nullable(),
    years: z.number().int().nullable(),
    /** From when on the file may be destroyed. */
    from: day.nullable(),
  }),
  erasedAt: instant.nullable(),
  isDestroyed: z.boolean(),
  requests: z.array(ownRequest),
  may: z.array(z.enum(subjectKinds)),
})
export type AboutMe = z.output<typeof aboutMe>

const correcting = { kind: z.literal('correct'), words: optionalText(500) }

const wish = z.discriminatedUnion('kind', [
  z.discriminatedUnion('field', [
    z.object({ ...correcting, field: z.literal('phone'), value: phone }),
    z.object({ ...correcting, field: z.literal('name'), value: text(40) }),
    z.object({ ...correcting, field: z.enum(['words', 'place']), value: text(500) }),
  ]),
  z.object({ kind: z.literal('erase'), ground: z.enum(eraseGrounds), words: optionalText(500) }),
  z.object({ kind: z.literal('explain'), words: text(500) }),
])
export type SubjectWish = z.output<typeof wish>

const district = z.object({ district: districtId })
const own = z.object({ district: districtId, id })
/** In the body, as everywhere: it opens one appeal to whoever holds it. */
const queryCode = z.string().max(40)

const row = z.object({
  id,
  kind: z.enum(subjectKinds),
  field: z.enum(subjectFields).nullable(),
  ground: z.enum(eraseGrounds).nullable(),
  byPhone: z.boolean(),
  askedAt: instant,
  dueOn: day,
  isLate: z.boolean(),
  state: z.enum(subjectStates),
  matter: z.object({ id, number: z.string(), title: z.string() }),
  centreName: z.string(),
})
export type SubjectRow = z.output<typeof row>

const page = row.extend({
  /** What the person said to it; null once it is erased. */
  words: z.string().nullable(),
  /** The right value as the person gave it, masked where it is a name or a number. */
  value: z.string().nullable(),
  hasSecret: z.boolean(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  checked: z.enum(identityChecks).nullable(),
  tookWords: z.boolean(),
  /** How it may be answered by the reader now; empty: not at all. */
  outcomes: z.array(z.enum(subjectOutcomes)),
})
export type SubjectPage = z.output<typeof page>

export const subjectRoutes = {
  /** What is held on me, for whoever holds the query code; masked. */
  seeSubject: {
    method: 'POST',
    path: '/api/public/:district/track/person',
    session: 'none',
    params: district,
    body: z.object({ queryCode }),
    answer: aboutMe,
  },
  askSubject: {
    method: 'POST',
    path: '/api/public/:district/track/person/requests',
    session: 'none',
    params: district,
    body: z.object({ queryCode, id, wish }),
    answer: aboutMe,
  },
  /** The same for whoever is signed in by telephone; whole where it is their own number. */
  seeOwnSubject: {
    method: 'GET',
    path: '/api/my/:district/appeals/:id/person',
    session: 'resident',
    params: own,
    answer: aboutMe,
  },
  askOwnSubject: {
    method: 'POST',
    path: '/api/my/:district/appeals/:id/person/requests',
    session: 'resident',
    params: own,
    body: z.object({ id, wish }),
    answer: aboutMe,
  },
  /** The requests of the area: open ones by the day they are due, answered ones the newest first. */
  listSubjects: {
    method: 'GET',
    path: '/api/subjects',
    session: 'staff',
    needs: 'subject.read',
    query: z.object({
      of: z.enum(['open', 'answered']).default('open'),
      cursor: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: z.object({
      rows: z.array(row),
      next: z.string().nullable(),
      open: z.number().int(),
      /** Of these, over their day. */
      late: z.number().int(),
    }),
  },
  getSubject: {
    method: 'GET',
    path: '/api/subjects/:id',
    session: 'staff',
    needs: 'subject.read',
    params: z.object({ id }),
    answer: page,
  },
  /** Opens the name or number that was given as the right one, and the number to call back, on record. */
  revealSubject: {
    method: 'POST',
    path: '/api/subjects/:id/reveal',
    session: 'staff',
    needs: 'subject.answer',
    params: z.object({ id }),
    body: z.object({ commandId: id, purpose: text(200) }),
    answer: z.object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      value: z.string().nullable(),
      seconds: z.number().int(),
    }),
  },
  answerSubject: {
    method: 'POST',
    path: '/api/subjects/:id/answer',
    session: 'staff',
    needs: 'subject.answer',
    params: z.object({ id }),
    body: z.object({
      commandId: id,
      outcome: z.enum(subjectOutcomes),
      /** Told to the person. */
      answer: text(1000),
      checked: z.enum(identityChecks).nullable().default(null),
      takesWords: z.boolean().default(false),
    }),
    answer: page,
  },
} as const satisfies Record<string, Route>
