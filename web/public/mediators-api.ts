import type { mediatorRoutes } from '#contract/mediator.ts'
import type { RouteAnswer } from '#contract/route.ts'
import { at, call } from './api.ts'

type Mediators = RouteAnswer<typeof mediatorRoutes.listPublicMediators>

/** Committees and studios of a district with their mediators, page by page. */
export const listMediators = (district: number, cursor?: string) =>
  call<Mediators>(
    'GET',
    `${at(district)}/mediators?limit=8${cursor === undefined ? '' : `&cursor=${cursor}`}`,
  )
