import { z } from 'zod'
import { languages } from '#domain/mediation/proposal.ts'
import { districtId, id, lngLat, text } from './fields.ts'
import type { Route } from './route.ts'

const code = z.string().regex(/^[0-9A-Za-z]{1,20}$/)
const year = z.number().int().min(1950).max(2100)

/** What somebody is good at as a mediator. */
const profile = z.object({
  /** Categories, or whole classes of them, by their codes. */
  specialities: z.array(code).max(20),
  languages: z.array(z.enum(languages)).max(languages.length),
  sinceYear: year.nullable(),
  about: z.union([z.literal(''), text(500)]),
  /** Whether it stands on the public page, with the name. */
  isPublic: z.boolean(),
})

const profileView = profile.extend({
  /** 0: nothing was entered yet. */
  version: z.number().int(),
  /** Whether the person holds a post from which one mediates. */
  isMediator: z.boolean(),
  maySave: z.boolean(),
})
export type MediatorProfileView = z.output<typeof profileView>

const ofPerson = z.object({ id })

const publicMediator = z.object({
  name: z.string(),
  sinceYear: year.nullable(),
  about: z.string(),
  specialities: z.array(z.object({ zh: z.string(), en: z.string() })),
  languages: z.array(z.enum(languages)),
})

const publicOffice = z.object({
  id,
  kind: z.enum(['committee', 'studio']),
  name: z.string(),
  phone: z.string().nullable(),
  ...lngLat,
  /** How many disputes were settled by agreement; null where there were fewer than five. */
  settled: z.number().int().nullable(),
  mediators: z.array(publicMediator),
})
export type PublicOffice = z.output<typeof publicOffice>

export const mediatorRoutes = {
  getMediatorProfile: {
    method: 'GET',
    path: '/api/people/:id/mediator',
    session: 'staff',
    params: ofPerson,
    answer: profileView,
  },
  /** For oneself, by the leader of a unit, or by an administrator: the command asks, for it depends on the person. */
  saveMediatorProfile: {
    method: 'PUT',
    path: '/api/people/:id/mediator',
    session: 'staff',
    params: ofPerson,
    body: profile.extend({ commandId: id, version: z.number().int().min(0) }),
    answer: profileView,
  },
  /** Committees and studios with the mediators who agreed to stand there, in the order of the district; nobody is ranked. */
  listPublicMediators: {
    method: 'GET',
    path: '/api/public/:district/mediators',
    session: 'none',
    params: z.object({ district: districtId }),
    query: z.object({ cursor: id.optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    answer: z.object({
      districtName: z.string(),
      rows: z.array(publicOffice),
      next: id.nullable(),
    }),
  },
} as const satisfies Record<string, Route>
