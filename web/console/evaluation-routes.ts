import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { askSearch, exclusionSearch, lineSearch, monthSearch } from '#web/evaluation/search.ts'
import { staffRoute } from './base-routes.ts'

const evaluationRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/evaluation',
  validateSearch: monthSearch,
  component: lazyRouteComponent(() => import('#web/evaluation/EvaluationPage.tsx'), 'EvaluationPage'),
})

const linesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/evaluation/lines',
  validateSearch: lineSearch,
  component: lazyRouteComponent(() => import('#web/evaluation/LinesPage.tsx'), 'LinesPage'),
})

const monthsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/evaluation/months',
  component: lazyRouteComponent(() => import('#web/evaluation/MonthsPage.tsx'), 'MonthsPage'),
})

const differencesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/evaluation/months/$month',
  component: lazyRouteComponent(() => import('#web/evaluation/DifferencesPage.tsx'), 'DifferencesPage'),
})

const exclusionsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/evaluation/exclusions',
  validateSearch: exclusionSearch,
  component: lazyRouteComponent(() => import('#web/evaluation/ExclusionsPage.tsx'), 'ExclusionsPage'),
})

const askRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/evaluation/exclusions/new',
  validateSearch: askSearch,
  component: lazyRouteComponent(() => import('#web/evaluation/AskPage.tsx'), 'AskPage'),
})

const exclusionRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/evaluation/exclusions/$id',
  component: lazyRouteComponent(() => import('#web/evaluation/ExclusionPage.tsx'), 'ExclusionRoute'),
})

const panelRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/evaluation/panel',
  component: lazyRouteComponent(() => import('#web/evaluation/PanelPage.tsx'), 'PanelPage'),
})

export const evaluationRoutes = [
  ...[evaluationRoute, linesRoute, monthsRoute, differencesRoute],
  ...[exclusionsRoute, askRoute, exclusionRoute, panelRoute],
] as const
