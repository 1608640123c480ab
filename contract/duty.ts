import { z } from 'zod'
import { gapKinds } from '#domain/duty/gaps.ts'
import { placeLevels } from '#domain/duty/line.ts'
import { levels } from '#domain/org/roles.ts'
import { bookBytes, bookQuery, bookResult } from './book.ts'
import { day, id, instant, optionalText, page, text } from './fields.ts'
import { dutyHint, unitRef } from './matter.ts'
import type { Route } from './route.ts'

const categoryRef = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() })

/** Who handles it by a line, in names. `main` null: the office of `level` at the place. */
const sides = {
  main: unitRef.nullable(),
  level: z.enum(levels),
  assists: z.array(unitRef),
  assistLevels: z.array(z.enum(placeLevels)),
}

export const dutyRow = z.object({
  id,
  no: z.number().int(),
  category: categoryRef,
  /** Whether it is for all categories of a class. */
  isClass: z.boolean(),
  area: unitRef,
  ...sides,
  basis: z.string(),
  fromOn: day,
  toOn: day.nullable(),
  standing: z.enum(['now', 'coming', 'ended']),
  /** What it names that is closed: its category, or units by their names. */
  isCategoryClosed: z.boolean(),
  closedUnits: z.array(z.string()),
  version: z.number().int(),
})
export type DutyRow = z.output<typeof dutyRow>

const deed = z.object({
  id,
  at: instant,
  by: z.string(),
  verb: z.enum(['addDuty', 'editDuty', 'endDuty']),
  reason: z.string(),
  /** What it said from then on; null of an end. */
  said: z.object({ ...sides, basis: z.string(), fromOn: day, toOn: day.nullable() }).nullable(),
  /** Of an end: the last day, or null where it goes on. */
  lastOn: day.nullable(),
})

export const dutyPage = dutyRow.extend({
  /** A change is made on the newest version only. */
  isNewest: z.boolean(),
  versions: z.array(z.object({ id, fromOn: day, toOn: day.nullable() })),
  deeds: z.array(deed),
})
export type DutyPage = z.output<typeof dutyPage>

/** What is written of a line. `areaId` null: the whole district; `mainId` null: the office of `level` at the place. */
const facts = {
  categoryCode: z.string().trim().min(1).max(8),
  areaId: id.nullable(),
  mainId: id.nullable(),
  level: z.enum(placeLevels).nullable(),
  assistIds: z.array(id).max(20),
  assistLevels: z.array(z.enum(placeLevels)).max(placeLevels.length),
  fromOn: day,
  toOn: day.nullable(),
}
export const dutyFacts = z.object({ ...facts, basis: text(300) })
export type DutyFacts = z.output<typeof dutyFacts>

const shiftSide = z.object({ no: z.number().int(), ...sides }).nullable()

const dutyList = z.object({
  /** Since when communities get nothing as main handler but what names them; null: not put into force. */
  communityFrom: day.nullable(),
  isInForce: z.boolean(),
  version: z.number().int(),
  lines: z.number().int(),
  /** Of them, those that name a community. */
  communityLines: z.number().int(),
  /** Proposals that wait. */
  proposals: z.number().int(),
})
export type DutyList = z.output<typeof dutyList>

const gap = z.object({
  kind: z.enum(gapKinds),
  category: categoryRef,
  /** Of the line to look at, and its id; null where there is none. */
  no: z.number().int().nullable(),
  id: id.nullable(),
  other: z.number().int().nullable(),
  unitName: z.string().nullable(),
})

const proposal = z.object({
  id,
  state: z.enum(['open', 'taken', 'declined']),
  /** Of the matter; null where only those who need to know may know of it. */
  number: z.string().nullable(),
  category: categoryRef,
  isClass: z.boolean(),
  area: unitRef,
  main: unitRef,
  /** Null once the file of its matter is destroyed. */
  basis: z.string().nullable(),
  reason: z.string().nullable(),
  byName: z.string(),
  byUnitName: z.string(),
  at: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  no: z.number().int().nullable(),
})
export type DutyProposal = z.output<typeof proposal>

const reading = { session: 'staff', needs: 'org.read' } as const
const keeping = { session: 'staff', needs: 'rules.edit' } as const
const one = z.object({ id })
const seen = { commandId: id, version: z.number().int().min(1), reason: text(300) }

export const dutyRoutes = {
  /** The lines, in the order of their categories; what counts now unless told otherwise. */
  listDuties: {
    method: 'GET',
    path: '/api/duties',
    ...reading,
    query: page.extend({
      q: z.string().max(40).optional(),
      /** A category or a class; of a class also its members. */
      category: z.string().max(8).optional(),
      /** Main handler or assistant by name. */
      unit: id.optional(),
      level: z.enum(levels).optional(),
      when: z.enum(['now', 'coming', 'ended', 'all']).default('now'),
    }),
    answer: z.object({
      rows: z.array(dutyRow),
      next: z.string().nullable(),
      unitName: z.string().nullable(),
    }),
  },
  getDutyList: { method: 'GET', path: '/api/duties/list', ...reading, answer: dutyList },
  /** Categories without a line, and lines to mend. */
  listDutyGaps: {
    method: 'GET',
    path: '/api/duties/gaps',
    ...reading,
    query: page.extend({ kind: z.enum(gapKinds).optional() }),
    answer: z.object({
      rows: z.array(gap),
      next: z.string().nullable(),
      counts: z.record(z.enum(gapKinds), z.number().int()),
    }),
  },
  exportDuties: { method: 'GET', path: '/api/duties/book', ...keeping, raw: true },
  importDuties: {
    method: 'PUT',
    path: '/api/duties/book',
    ...keeping,
    query: bookQuery,
    file: { maxBytes: bookBytes },
    answer: bookResult,
  },
  /** What dispatches of some days would have been refused to communities by the list as it stands; nothing is written. */
  tryCommunityList: {
    method: 'GET',
    path: '/api/duties/try',
    ...keeping,
    query: z.object({ days: z.coerce.number().int().min(1).max(90).default(30) }),
    answer: z.object({
      since: day,
      /** Matters received since then that a community got as main handler. */
      matters: z.number().int(),
      /** Of them, those that the list would have kept from it. */
      unlisted: z.number().int(),
      isCapped: z.boolean(),
      byCategory: z.array(
        z.object({ category: categoryRef, matters: z.number().int(), no: z.number().int().nullable() }),
      ),
    }),
  },
  /** Puts the community list into force from a day, or takes it out of force. */
  setCommunityList: {
    method: 'POST',
    path: '/api/duties/list',
    ...keeping,
    body: z.object({ ...seen, version: z.number().int().min(0), from: day.nullable() }),
    answer: dutyList,
  },
  /** What a line would change for whoever dispatches, from its first day on. Refused like the line itself. */
  previewDuty: {
    method: 'POST',
    path: '/api/duties/preview',
    ...keeping,
    body: z.object({ ...facts, id: id.optional() }),
    answer: z.object({
      shifts: z.array(
        z.object({ category: categoryRef, areaName: z.string(), was: shiftSide, is: shiftSide }),
      ),
      count: z.number().int(),
    }),
  },
  getDuty: { method: 'GET', path: '/api/duties/:id', ...reading, params: one, answer: dutyPage },
  addDuty: {
    method: 'POST',
    path: '/api/duties',
    ...keeping,
    body: dutyFacts.extend({
      commandId: id,
      reason: text(300),
      /** The proposal that it comes of. */
      proposalId: id.optional(),
    }),
    answer: dutyPage,
  },
  /** From a day after its first one: the line ends the day before and goes on as written under its number. */
  editDuty: {
    method: 'PUT',
    path: '/api/duties/:id',
    ...keeping,
    params: one,
    body: dutyFacts.extend(seen),
    answer: dutyPage,
  },
  /** `lastOn` null: it goes on without an end. */
  endDuty: {
    method: 'POST',
    path: '/api/duties/:id/end',
    ...keeping,
    params: one,
    body: z.object({ ...seen, lastOn: day.nullable() }),
    answer: dutyPage,
  },
  listDutyProposals: {
    method: 'GET',
    path: '/api/duty-proposals',
    ...keeping,
    query: page.extend({ state: z.enum(['open', 'decided']).default('open') }),
    answer: z.object({ rows: z.array(proposal), next: z.string().nullable() }),
  },
  declineDuty: {
    method: 'POST',
    path: '/api/duty-proposals/:id/decline',
    ...keeping,
    params: one,
    body: z.object({ commandId: id, reason: text(300) }),
    answer: proposal,
  },
  /** The proposals made from a matter, and whether one may be made now. */
  getMatterDuty: {
    method: 'GET',
    path: '/api/matters/:id/duty',
    session: 'staff',
    needs: 'matter.read',
    params: one,
    answer: z.object({
      /** What the list says to whoever may dispatch it now; null for everybody else, and where it says nothing. */
      hint: dutyHint.nullable(),
      mayPropose: z.boolean(),
      /** Where it happened, from the widest to the nearest area. */
      areas: z.array(unitRef),
      category: categoryRef.nullable(),
      classOf: categoryRef.nullable(),
      main: unitRef.nullable(),
      proposals: z.array(proposal.pick({ id: true, state: true, at: true, byName: true, no: true })),
    }),
  },
  proposeDuty: {
    method: 'POST',
    path: '/api/matters/:id/duty',
    session: 'staff',
    needs: 'matter.rule',
    params: one,
    body: z.object({
      id,
      /** One of the areas where it happened; null: the whole district. */
      areaId: id.nullable(),
      forClass: z.boolean(),
      basis: text(300),
      reason: optionalText(500),
    }),
    answer: z.object({ id }),
  },
} as const satisfies Record<string, Route>
