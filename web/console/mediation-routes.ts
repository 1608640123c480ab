import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { countedSearch, figureSearch } from '#web/mediation/figure-search.ts'
import { type MediationBox, mediationBoxes } from '#web/mediation/queries.ts'
import { staffRoute } from './base-routes.ts'

const mediationsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/mediations',
  validateSearch: (search: Record<string, unknown>): { box?: MediationBox } =>
    mediationBoxes.includes(search['box'] as MediationBox) ? { box: search['box'] as MediationBox } : {},
  component: lazyRouteComponent(() => import('#web/mediation/MediationsPage.tsx'), 'MediationsPage'),
})

const mediationRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/matters/$id/mediations/$mediationId',
  component: lazyRouteComponent(() => import('#web/mediation/MediationPage.tsx'), 'MediationRoute'),
})

const figuresRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/mediations/figures',
  validateSearch: figureSearch,
  component: lazyRouteComponent(() => import('#web/mediation/FiguresPage.tsx'), 'FiguresPage'),
})

const casesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/mediations/cases',
  validateSearch: countedSearch,
  component: lazyRouteComponent(() => import('#web/mediation/CasesPage.tsx'), 'CasesPage'),
})

const subsidiesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/mediations/subsidy',
  component: lazyRouteComponent(() => import('#web/mediation/SubsidiesPage.tsx'), 'SubsidiesPage'),
})

const subsidyRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/mediations/subsidy/$id',
  component: lazyRouteComponent(() => import('#web/mediation/SubsidyPage.tsx'), 'SubsidyRoute'),
})

const roomRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/matters/$id/mediations/$mediationId/rooms/$sessionId',
  component: lazyRouteComponent(() => import('#web/mediation/RoomPage.tsx'), 'RoomRoute'),
})

const callRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/matters/$id/mediations/$mediationId/calls/$sessionId',
  component: lazyRouteComponent(() => import('#web/mediation/CallPage.tsx'), 'CallRoute'),
})

/** The mediations, one of them, its rooms in writing and by video, their figures, and what they are paid with. */
export const mediationRoutes = [
  ...[mediationsRoute, mediationRoute, roomRoute, callRoute, figuresRoute],
  ...[casesRoute, subsidiesRoute, subsidyRoute],
] as const
