import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { listBoxes } from '#contract/list.ts'
import { type Period, periods } from '#domain/insight/periods.ts'
import { backPath } from '#web/identity/answer.ts'
import { readFilters } from '#web/matter/filters.ts'
import { readNoticeFilters } from '#web/notify/queries.ts'
import { aidRoutes } from './aid-routes.ts'
import { rootRoute, staffRoute } from './base-routes.ts'
import { evaluationRoutes } from './evaluation-routes.ts'
import { keepingRoutes } from './keeping-routes.ts'
import { mediationRoutes } from './mediation-routes.ts'
import { meetingRoutes } from './meeting-routes.ts'
import { petitionRoutes } from './petition-routes.ts'
import { supervisionRoutes } from './supervision-routes.ts'
import { whistleRoutes } from './whistle-routes.ts'

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { from?: string; why?: 'more' | 'remote' | 'idle' } => ({
    ...(typeof search['from'] === 'string' ? { from: search['from'] } : {}),
    ...(search['why'] === 'more' || search['why'] === 'remote' || search['why'] === 'idle'
      ? { why: search['why'] }
      : {}),
  }),
  component: lazyRouteComponent(() => import('./SignIn.tsx'), 'SignIn'),
})

// Imported here so that the answer is out of the address before the router reads it.
const backRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: backPath,
  component: lazyRouteComponent(() => import('#web/identity/ComeBack.tsx'), 'ComeBack'),
})

const printRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/print/$id/$paper',
  component: lazyRouteComponent(() => import('#web/paper/PaperPage.tsx'), 'PaperPage'),
})

const homeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/',
  component: lazyRouteComponent(() => import('#web/insight/StartPage.tsx'), 'Home'),
})

const startRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/start',
  validateSearch: (search: Record<string, unknown>): { period?: Period } =>
    periods.includes(search['period'] as Period) ? { period: search['period'] as Period } : {},
  component: lazyRouteComponent(() => import('#web/insight/StartPage.tsx'), 'StartPage'),
})

const mattersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/matters/$box',
  validateSearch: readFilters,
  beforeLoad: ({ params }) => {
    if (!(listBoxes as readonly string[]).includes(params.box))
      throw redirect({ to: '/matters/$box', params: { box: 'mine' }, replace: true })
  },
  component: lazyRouteComponent(() => import('#web/matter/MattersPage.tsx'), 'MattersPage'),
})

const matterRoute = createRoute({
  getParentRoute: () => mattersRoute,
  path: '/$id',
  component: lazyRouteComponent(() => import('#web/matter/MatterPage.tsx'), 'MatterRoute'),
})

const queueRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/queue',
  validateSearch: (search: Record<string, unknown>): { hall?: string } =>
    typeof search['hall'] === 'string' ? { hall: search['hall'] } : {},
  component: lazyRouteComponent(() => import('#web/hall/QueuePage.tsx'), 'QueuePage'),
})

const registerRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/register',
  validateSearch: (search: Record<string, unknown>): { ticket?: string; hall?: string } =>
    typeof search['ticket'] === 'string' && typeof search['hall'] === 'string'
      ? { ticket: search['ticket'], hall: search['hall'] }
      : {},
  component: lazyRouteComponent(() => import('#web/intake/RegisterPage.tsx'), 'RegisterPage'),
})

const importsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('#web/intake/ImportsPage.tsx'), 'ImportsPage'),
})

const importRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('#web/intake/ImportPage.tsx'), 'ImportRoute'),
})

const noticesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/notices',
  validateSearch: readNoticeFilters,
  component: lazyRouteComponent(() => import('#web/notify/NoticesPage.tsx'), 'NoticesPage'),
})

const noticeSettingsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/account/notices',
  component: lazyRouteComponent(() => import('#web/notify/SettingsPage.tsx'), 'SettingsPage'),
})

const workRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/work',
  component: lazyRouteComponent(() => import('#web/work/WorkPage.tsx'), 'WorkPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})

const routeTree = rootRoute.addChildren([
  signInRoute,
  backRoute,
  printRoute,
  staffRoute.addChildren([
    ...keepingRoutes,
    ...mediationRoutes,
    ...supervisionRoutes,
    ...petitionRoutes,
    ...whistleRoutes,
    ...evaluationRoutes,
    ...aidRoutes,
    ...meetingRoutes,
    homeRoute,
    startRoute,
    mattersRoute.addChildren([matterRoute]),
    queueRoute,
    registerRoute,
    importsRoute,
    importRoute,
    noticesRoute,
    noticeSettingsRoute,
    workRoute,
    accountRoute,
  ]),
])

export const router = createRouter({
  routeTree,
  basepath: '/console',
  defaultPreload: false,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
