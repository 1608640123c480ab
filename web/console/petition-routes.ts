import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readPetitionSearch } from '#web/petition/queries.ts'
import { staffRoute } from './base-routes.ts'

const petitionsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/petitions',
  validateSearch: readPetitionSearch,
  component: lazyRouteComponent(() => import('#web/petition/PetitionsPage.tsx'), 'PetitionsPage'),
})

const petitionFiguresRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/petitions/figures',
  validateSearch: (search: Record<string, unknown>): { month?: string } =>
    typeof search['month'] === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(search['month'])
      ? { month: search['month'] }
      : {},
  component: lazyRouteComponent(() => import('#web/petition/FiguresPage.tsx'), 'FiguresPage'),
})

/** The petitions by their clocks, and what they count to; one stands on the page of its matter. */
export const petitionRoutes = [petitionsRoute, petitionFiguresRoute] as const
