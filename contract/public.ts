import { z } from 'zod'
import { closureKinds, satisfactions, states } from '#domain/matter/matter.ts'
import { type Verb, verbs } from '#domain/matter/moves.ts'
import { agentPowers, issuedForms, petitionEndings, petitionStates } from '#domain/petition/petition.ts'
import { routeCodes } from '#domain/petition/routes.ts'
import { day, districtId, id, instant, lngLat, optionalText, phone, text } from './fields.ts'
import { fileView } from './matter.ts'
import { moveAnswer } from './moves.ts'
import { petitionClockView } from './petition.ts'
import type { Route } from './route.ts'

const placeKey = z.object({ district: districtId, code: z.string().max(12) })
/** The query code travels in the body, never in an address: it opens one appeal to whoever holds it. */
const queryCode = z.string().max(40)

export const trackStep = z.object({
  verb: z.enum(verbs as [Verb, ...Verb[]]),
  at: instant,
  unitName: z.string().nullable(),
  /** What staff or the person wrote for each other to read. */
  words: z.string().nullable(),
  byMe: z.boolean(),
  files: z.array(fileView),
})

/** How a petition stands, for the petitioner (Regulation on Petition Work art. 21): whose turn, until when and why, papers, agents. */
const trackedPetition = z.object({
  number: z.string(),
  state: z.enum(petitionStates),
  ending: z.enum(petitionEndings).nullable(),
  bodyName: z.string().nullable(),
  turnName: z.string().nullable(),
  clock: petitionClockView.nullable(),
  route: z.enum(routeCodes as ['judicial', ...typeof routeCodes]).nullable(),
  papers: z.array(z.object({ form: z.enum(issuedForms), on: day, deliveredOn: day.nullable() })),
  agents: z.array(z.object({ name: z.string(), toOn: day })),
  /** What the agents did. */
  acts: z.array(
    z.object({ name: z.string(), power: z.enum(agentPowers), on: day, text: z.string().nullable() }),
  ),
})
export type TrackedPetition = z.output<typeof trackedPetition>

export const tracking = z.object({
  number: z.string(),
  title: z.string(),
  words: z.string(),
  placeText: z.string(),
  state: z.enum(states),
  submittedAt: instant,
  /** Who has it now, and until when an answer is promised. */
  holderName: z.string(),
  holderPhone: z.string().nullable(),
  dueAt: instant.nullable(),
  result: z.string().nullable(),
  closureKind: z.enum(closureKinds).nullable(),
  question: z.string().nullable(),
  steps: z.array(trackStep),
  may: z.array(z.enum(['answer', 'rate', 'askReopen', 'withdraw'])),
  rating: z
    .object({ solved: z.boolean(), satisfied: z.enum(satisfactions), words: z.string().nullable() })
    .nullable(),
  version: z.number().int(),
  files: z.array(fileView),
  /** Only for whoever petitions. */
  petition: trackedPetition.nullable(),
})
export type Tracking = z.output<typeof tracking>

export const publicRoutes = {
  findPlace: {
    method: 'GET',
    path: '/api/public/:district/places/:code',
    session: 'none',
    params: placeKey,
    answer: z.object({
      district: z.number().int(),
      districtName: z.string(),
      code: z.string(),
      label: z.string(),
      communityName: z.string(),
      communityPhone: z.string().nullable(),
      ...lngLat,
    }),
  },
  sendAppeal: {
    method: 'POST',
    path: '/api/public/:district/appeals',
    session: 'none',
    params: z.object({ district: districtId }),
    body: z.object({
      id,
      matterId: id,
      commandId: id,
      placeCode: z.string().max(12),
      words: text(2000),
      name: optionalText(40),
      phone: phone.optional(),
      isConfidential: z.boolean().default(false),
      files: z.array(id).max(9).default([]),
    }),
    answer: z.object({
      number: z.string(),
      queryCode: z.string(),
      holderName: z.string(),
      dueAt: instant.nullable(),
    }),
  },
  uploadPublicFile: {
    method: 'PUT',
    path: '/api/public/:district/files/:id',
    session: 'none',
    params: z.object({ district: districtId, id }),
    query: z.object({ name: z.string().max(200).default('') }),
    file: { maxBytes: 10 * 1024 * 1024 },
    answer: fileView,
  },
  track: {
    method: 'POST',
    path: '/api/public/:district/track',
    session: 'none',
    params: z.object({ district: districtId }),
    body: z.object({ queryCode }),
    answer: tracking,
  },
  trackFile: {
    method: 'POST',
    path: '/api/public/:district/track/file',
    session: 'none',
    params: z.object({ district: districtId }),
    body: z.object({ queryCode, fileId: id, size: z.enum(['full', 'small']).default('small') }),
    raw: true,
  },
  moveTracked: {
    method: 'POST',
    path: '/api/public/:district/track/moves',
    session: 'none',
    params: z.object({ district: districtId }),
    body: z.object({
      queryCode,
      commandId: id,
      verb: z.enum(['answer', 'rate', 'askReopen', 'withdraw']),
      input: z.unknown(),
    }),
    answer: moveAnswer,
  },
} as const satisfies Record<string, Route>
