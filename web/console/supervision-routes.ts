import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { boardSearch, boxSearch, findingSearch } from '#web/supervision/search.ts'
import { staffRoute } from './base-routes.ts'

const boardRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supervision',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('#web/supervision/BoardPage.tsx'), 'BoardPage'),
})

const instrumentsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supervision/instruments',
  validateSearch: boxSearch,
  component: lazyRouteComponent(() => import('#web/supervision/InstrumentsPage.tsx'), 'InstrumentsPage'),
})

const instrumentRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supervision/instruments/$id',
  component: lazyRouteComponent(() => import('#web/supervision/InstrumentPage.tsx'), 'InstrumentRoute'),
})

const findingsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supervision/findings',
  validateSearch: findingSearch,
  component: lazyRouteComponent(() => import('#web/supervision/FindingsPage.tsx'), 'FindingsPage'),
})

const samplesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supervision/samples',
  component: lazyRouteComponent(() => import('#web/supervision/SamplesPage.tsx'), 'SamplesPage'),
})

const sampleRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supervision/samples/$id',
  component: lazyRouteComponent(() => import('#web/supervision/SamplePage.tsx'), 'SampleRoute'),
})

/** What is stuck, what is given and answered, what is found, and what is asked again. */
export const supervisionRoutes = [
  ...[boardRoute, instrumentsRoute, instrumentRoute],
  ...[findingsRoute, samplesRoute, sampleRoute],
] as const
