import { z } from 'zod'
import { id, text } from './fields.ts'
import type { Route } from './route.ts'

export const aidKindView = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** Whether it can be ordered now; what was ordered before keeps its kind. */
  isOn: z.boolean(),
  version: z.number().int(),
})
export type AidKindView = z.output<typeof aidKindView>

const kinds = z.object({ rows: z.array(aidKindView) })

export const aidKindRoutes = {
  /** The catalogue of a district, in its order, with what is not offered any more. */
  listAidKinds: {
    method: 'GET',
    path: '/api/aid-kinds',
    session: 'staff',
    needs: 'rules.edit',
    answer: kinds,
  },
  /** Adds a kind of help at the end of the catalogue (`version` 0), or changes one. */
  saveAidKind: {
    method: 'PUT',
    path: '/api/aid-kinds/:code',
    session: 'staff',
    needs: 'rules.edit',
    params: z.object({ code: z.string().regex(/^[0-9A-Z]{2,16}$/) }),
    body: z.object({
      ...{ commandId: id, version: z.number().int().min(0) },
      ...{ nameZh: text(40), nameEn: text(80), isOn: z.boolean() },
    }),
    answer: kinds,
  },
} as const satisfies Record<string, Route>
