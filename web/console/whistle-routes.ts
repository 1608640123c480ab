import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readWhistleSearch } from '#web/whistle/queries.ts'
import { staffRoute } from './base-routes.ts'

const whistlesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/whistles',
  validateSearch: readWhistleSearch,
  component: lazyRouteComponent(() => import('#web/whistle/WhistlesPage.tsx'), 'WhistlesPage'),
})

const blowRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/whistles/new',
  validateSearch: (search: Record<string, unknown>): { matter?: string } =>
    typeof search['matter'] === 'string' ? { matter: search['matter'] } : {},
  component: lazyRouteComponent(() => import('#web/whistle/BlowPage.tsx'), 'BlowPage'),
})

const whistleFiguresRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/whistles/figures',
  validateSearch: (search: Record<string, unknown>): { month?: string } =>
    typeof search['month'] === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(search['month'])
      ? { month: search['month'] }
      : {},
  component: lazyRouteComponent(() => import('#web/whistle/FiguresPage.tsx'), 'FiguresPage'),
})

const whistleRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/whistles/$id',
  component: lazyRouteComponent(() => import('#web/whistle/WhistlePage.tsx'), 'WhistleRoute'),
})

/** The whistles, one of them, the form to blow one, and the figures of both sides. */
export const whistleRoutes = [whistlesRoute, blowRoute, whistleFiguresRoute, whistleRoute] as const
