import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readAidSearch } from '#web/aid/queries.ts'
import { readTeamSearch } from '#web/team/queries.ts'
import { staffRoute } from './base-routes.ts'

const aidsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/aids',
  validateSearch: readAidSearch,
  component: lazyRouteComponent(() => import('#web/aid/AidsPage.tsx'), 'AidsPage'),
})

const postRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/aids/new',
  validateSearch: (search: Record<string, unknown>): { matter?: string } =>
    typeof search['matter'] === 'string' ? { matter: search['matter'] } : {},
  component: lazyRouteComponent(() => import('#web/aid/PostPage.tsx'), 'PostPage'),
})

const aidFiguresRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/aids/figures',
  validateSearch: (search: Record<string, unknown>): { month?: string } =>
    typeof search['month'] === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(search['month'])
      ? { month: search['month'] }
      : {},
  component: lazyRouteComponent(() => import('#web/aid/FiguresPage.tsx'), 'FiguresPage'),
})

const aidKindsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/aids/kinds',
  component: lazyRouteComponent(() => import('#web/aid/KindsPage.tsx'), 'KindsPage'),
})

const aidRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/aids/$id',
  component: lazyRouteComponent(() => import('#web/aid/AidPage.tsx'), 'AidRoute'),
})

const teamsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/teams',
  validateSearch: readTeamSearch,
  component: lazyRouteComponent(() => import('#web/team/TeamsPage.tsx'), 'TeamsPage'),
})

const foundRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/teams/new',
  component: lazyRouteComponent(() => import('#web/team/FoundPage.tsx'), 'FoundPage'),
})

const teamRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/teams/$id',
  component: lazyRouteComponent(() => import('#web/team/TeamPage.tsx'), 'TeamRoute'),
})

/** The orders for help, one of them, the form to post one, the figures and the catalogue; the project teams, one of them, the form to set one up. */
export const aidRoutes = [
  ...([aidsRoute, postRoute, aidFiguresRoute, aidKindsRoute, aidRoute] as const),
  ...([teamsRoute, foundRoute, teamRoute] as const),
] as const
