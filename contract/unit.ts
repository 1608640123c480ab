import { z } from 'zod'
import { states } from '#domain/matter/matter.ts'
import { roles, unitKinds } from '#domain/org/roles.ts'
import { unitCode } from '#domain/org/units.ts'
import { day, id, lngLat, phone, text } from './fields.ts'
import type { Route } from './route.ts'

const unitRow = z.object({
  id,
  parentId: id.nullable(),
  kind: z.enum(unitKinds),
  code: z.string(),
  name: z.string(),
  /** Of today: false before the first day and after the last. */
  isOpen: z.boolean(),
  hasUnits: z.boolean(),
  /** Names of the units above, the district first; filled where the list was searched. */
  names: z.array(z.string()),
})

const unitPost = z.object({
  id,
  role: z.enum(roles),
  person: z.object({ id, name: z.string() }),
  fromOn: day,
  toOn: day.nullable(),
  when: z.enum(['now', 'coming']),
})

const unitPlace = z.object({ code: z.string(), label: z.string(), isOpen: z.boolean(), validFrom: day })

export const unitPage = unitRow.extend({
  path: z.string(),
  version: z.number().int(),
  phone: z.string().nullable(),
  ...lngLat,
  /** GeoJSON of the area, as it is drawn. */
  outline: z.unknown(),
  validFrom: day,
  validTo: day.nullable(),
  /** The unit above, when there is one. */
  parent: z.object({ id, name: z.string(), kind: z.enum(unitKinds), isOpen: z.boolean() }).nullable(),
  /** The ids of the units above, the district first: so that the tree can show where it is. */
  above: z.array(id),
  /** Of today and to come, the first two hundred. */
  posts: z.array(unitPost),
  /** Codes to scan, the open ones first; at most two hundred. */
  places: z.array(unitPlace),
  /** Open matters held, handled or sorted here; the first twenty by number. */
  openWork: z.object({
    count: z.number().int(),
    rows: z.array(z.object({ id, number: z.string(), state: z.enum(states), mayRead: z.boolean() })),
  }),
})

const code = z.string().trim().toUpperCase().regex(unitCode, { error: 'unitCode' })
const telephone = phone.nullable().default(null)
const facts = { name: text(80), phone: telephone, ...lngLat, outline: z.unknown().optional() }

const one = { session: 'staff', needs: 'org.edit', params: z.object({ id }) } as const
const placeCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{6}$/)
const place = {
  session: 'staff',
  needs: 'org.edit',
  params: z.object({ id, code: placeCode }),
} as const

export const unitRoutes = {
  /** The units directly below one, by code; or, with `q`, those found anywhere by name, pinyin or code. */
  listUnits: {
    method: 'GET',
    path: '/api/org/units',
    session: 'staff',
    needs: 'org.edit',
    query: z.object({
      /** Without it the district itself is the only row. */
      parent: id.optional(),
      q: z.string().max(60).default(''),
      /** Also those that have ended. */
      closed: z.enum(['1']).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    answer: z.object({ rows: z.array(unitRow), next: z.string().nullable() }),
  },
  getUnit: { method: 'GET', path: '/api/org/units/:id', ...one, answer: unitPage },
  addUnit: {
    method: 'POST',
    path: '/api/org/units',
    session: 'staff',
    needs: 'org.edit',
    body: z.object({
      commandId: id,
      id,
      parentId: id,
      kind: z.enum(unitKinds),
      code,
      ...facts,
      validFrom: day,
    }),
    answer: unitPage,
  },
  /** An outline that is left out stays as it is; null takes it away. */
  editUnit: {
    method: 'POST',
    path: '/api/org/units/:id',
    ...one,
    body: z.object({ commandId: id, version: z.number().int(), ...facts }),
    answer: unitPage,
  },
  /** `lastOn` null: at once. */
  closeUnit: {
    method: 'POST',
    path: '/api/org/units/:id/close',
    ...one,
    body: z.object({ commandId: id, lastOn: day.nullable() }),
    answer: unitPage,
  },
  reopenUnit: {
    method: 'POST',
    path: '/api/org/units/:id/reopen',
    ...one,
    body: z.object({ commandId: id }),
    answer: unitPage,
  },
  /** The server draws the code, so that nobody can guess the next one. */
  addPlace: {
    method: 'POST',
    path: '/api/org/units/:id/places',
    ...one,
    body: z.object({ commandId: id, label: text(60) }),
    answer: unitPage,
  },
  editPlace: {
    method: 'POST',
    path: '/api/org/units/:id/places/:code',
    ...place,
    body: z.object({ commandId: id, label: text(60) }),
    answer: unitPage,
  },
  /** At once and for good: whoever scans it is told to look for the new one. */
  closePlace: {
    method: 'POST',
    path: '/api/org/units/:id/places/:code/close',
    ...place,
    body: z.object({ commandId: id }),
    answer: unitPage,
  },
} as const satisfies Record<string, Route>
