import { z } from 'zod'
import {
  type TemplateField,
  type TemplateVerb,
  templateFields,
  templateVerbs,
} from '#domain/template/template.ts'
import { bookBytes, bookQuery, bookResult } from './book.ts'
import { id, text } from './fields.ts'
import type { Route } from './route.ts'

const verb = z.enum(Object.keys(templateVerbs) as TemplateVerb[])
const facts = {
  name: text(40),
  verbs: z.array(verb).min(1).max(20),
  categoryCode: z.string().max(8).nullable(),
  body: text(2000),
}

export const templateBody = z.object(facts)

const template = z.object({
  id,
  name: z.string(),
  verbs: z.array(verb),
  categoryCode: z.string().nullable(),
  body: z.string(),
  /** Whose it is; null: the district's. */
  unit: z.object({ id, name: z.string() }).nullable(),
  isClosed: z.boolean(),
  version: z.number().int(),
  mayEdit: z.boolean(),
})
export type TemplateView = z.output<typeof template>

const one = { session: 'staff', needs: 'template.edit', params: z.object({ id }), answer: template } as const
const seen = { commandId: id, version: z.number().int().min(1) }

export const templateRoutes = {
  /** The district's and those of the units one keeps them for, by name. */
  listTemplates: {
    method: 'GET',
    path: '/api/templates',
    session: 'staff',
    needs: 'template.edit',
    query: z.object({
      /** The id of the last one of the page before. */
      cursor: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ rows: z.array(template), next: z.string().nullable() }),
  },
  addTemplate: {
    method: 'POST',
    path: '/api/templates',
    session: 'staff',
    needs: 'template.edit',
    body: z.object({ commandId: id, id, unitId: id.nullable(), ...facts }),
    answer: template,
  },
  editTemplate: {
    method: 'PUT',
    path: '/api/templates/:id',
    ...one,
    body: z.object({ ...seen, ...facts }),
  },
  closeTemplate: {
    method: 'POST',
    path: '/api/templates/:id/close',
    ...one,
    body: z.object({ ...seen, isClosed: z.boolean() }),
  },
  exportTemplates: {
    method: 'GET',
    path: '/api/templates/book',
    session: 'staff',
    needs: 'template.edit',
    raw: true,
  },
  importTemplates: {
    method: 'PUT',
    path: '/api/templates/book',
    session: 'staff',
    needs: 'template.edit',
    query: bookQuery,
    file: { maxBytes: bookBytes },
    answer: bookResult,
  },
  /** What fits a matter and a verb, the most particular first, and what is known to fill in. */
  listFitting: {
    method: 'GET',
    path: '/api/matters/:id/templates',
    session: 'staff',
    needs: 'matter.read',
    params: z.object({ id }),
    query: z.object({ verb }),
    answer: z.object({
      rows: z.array(z.object({ id, name: z.string(), body: z.string(), unitName: z.string().nullable() })),
      facts: z.record(z.enum(Object.keys(templateFields) as TemplateField[]), z.string().nullable()),
    }),
  },
} as const satisfies Record<string, Route>
