import { z } from 'zod'
import { type Form, formNames } from '#domain/mediation/forms/dossier.ts'
import { exclusions, subsidyStates, subsidyTiers, takenOutReasons } from '#domain/mediation/subsidy.ts'
import { levels } from '#domain/org/roles.ts'
import { day, id, instant, text } from './fields.ts'
import type { Route } from './route.ts'

const who = z.object({ name: z.string(), at: instant })
const fen = z.number().int()

const subsidyList = z.object({
  id,
  unit: z.object({ id, name: z.string() }),
  from: day,
  to: day,
  state: z.enum(subsidyStates),
  drawn: who,
  checked: who.nullable(),
  approved: who.nullable(),
  /** Cases in it, of these paid, and with how much together. */
  count: z.number().int(),
  paid: z.number().int(),
  fen,
  mayEdit: z.boolean(),
  mayApprove: z.boolean(),
})
export type SubsidyListView = z.output<typeof subsidyList>

const outcome = z.object({ fen, reasons: z.array(z.enum(exclusions)) })

const line = z.object({
  mediationId: id,
  matterId: id,
  no: z.number().int(),
  number: z.string(),
  committeeName: z.string(),
  leadName: z.string(),
  closedOn: day,
  level: z.enum(levels),
  tier: z.enum(subsidyTiers),
  /** What a person said about it; null: it is as the record proposes. */
  saidTier: z.enum(subsidyTiers).nullable(),
  takenOut: z.enum(takenOutReasons).nullable(),
  fen,
  reasons: z.array(z.enum(exclusions)),
  /** The papers that its file lacks. */
  missing: z.array(z.enum(formNames as [Form, ...Form[]])),
})
export type SubsidyLineView = z.output<typeof line>

const staff = { session: 'staff', needs: 'subsidy.read', params: z.object({ id }) } as const
const drawing = { session: 'staff', needs: 'subsidy.draw', params: z.object({ id }) } as const
const command = z.object({ commandId: id })

export const subsidyRoutes = {
  /** The lists of the units in reach, the newest first. */
  listSubsidies: {
    method: 'GET',
    path: '/api/subsidies',
    session: 'staff',
    needs: 'subsidy.read',
    query: z.object({ cursor: id.optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    answer: z.object({
      rows: z.array(subsidyList),
      next: z.string().nullable(),
      /** The units for which the reader may draw one up, from the top down. */
      units: z.array(z.object({ id, name: z.string(), depth: z.number().int() })),
    }),
  },
  /** Draws one up of what a unit, with everything below it, has filed or ended in some days. */
  drawSubsidy: {
    method: 'POST',
    path: '/api/subsidies',
    session: 'staff',
    needs: 'subsidy.draw',
    body: z.object({ commandId: id, id, unitId: id, from: day, to: day }),
    answer: subsidyList,
  },
  getSubsidy: { method: 'GET', path: '/api/subsidies/:id', ...staff, answer: subsidyList },
  listSubsidyLines: {
    method: 'GET',
    path: '/api/subsidies/:id/lines',
    ...staff,
    query: z.object({
      /** The number of the last line of the page before. */
      after: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ rows: z.array(line), next: z.number().int().nullable() }),
  },
  /** What the record says differently now: of a list that is not approved, what it would become; of an approved one, what came after. */
  listSubsidyChanges: {
    method: 'GET',
    path: '/api/subsidies/:id/changes',
    ...staff,
    answer: z.object({
      rows: z.array(
        z.object({
          mediationId: id,
          matterId: id,
          number: z.string(),
          kind: z.enum(['added', 'gone', 'changed']),
          was: outcome.nullable(),
          is: outcome.nullable(),
        }),
      ),
    }),
  },
  /** Says how hard a case was, or takes it out with why; `ofMediator`: with every case of the same mediator. */
  editSubsidyLine: {
    method: 'POST',
    path: '/api/subsidies/:id/lines',
    ...drawing,
    body: z.object({
      commandId: id,
      mediationId: id,
      /** Null: as the record proposes. */
      tier: z.enum(subsidyTiers).nullable(),
      takenOut: z.enum(takenOutReasons).nullable(),
      ofMediator: z.boolean().default(false),
    }),
    answer: subsidyList,
  },
  /** Reads the record anew; what was said about the cases stays. A list that was looked through has to be looked through again. */
  redrawSubsidy: {
    method: 'POST',
    path: '/api/subsidies/:id/redraw',
    ...drawing,
    body: command,
    answer: subsidyList,
  },
  /** Looked through; from now on somebody else may approve it. */
  checkSubsidy: {
    method: 'POST',
    path: '/api/subsidies/:id/check',
    ...drawing,
    body: command,
    answer: subsidyList,
  },
  /** Approves it, and it is frozen; or sends it back. */
  decideSubsidy: {
    method: 'POST',
    path: '/api/subsidies/:id/decision',
    session: 'staff',
    needs: 'subsidy.approve',
    params: z.object({ id }),
    body: z.object({ commandId: id, approves: z.boolean() }),
    answer: subsidyList,
  },
  exportSubsidy: {
    method: 'POST',
    path: '/api/subsidies/:id/file.xlsx',
    ...staff,
    body: z.object({ commandId: id, language: z.enum(['zh', 'en']), purpose: text(100) }),
    raw: true,
  },
} as const satisfies Record<string, Route>
