import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { listBoxes } from '#contract/list.ts'
import { type Period, periods } from '#domain/insight/periods.ts'
import { readAuditFilters } from '#web/audit/queries.ts'
import { readCategorySearch } from '#web/category/search.ts'
import { readFilters } from '#web/matter/filters.ts'
import { readOutboxFilters } from '#web/notify/outlet-queries.ts'
import { readNoticeFilters } from '#web/notify/queries.ts'
import { readPeopleFilters } from '#web/org/people-queries.ts'
import { readUnitFilters } from '#web/org/unit-queries.ts'
import { readSecuredFilters } from '#web/security/queries.ts'
import { readTemplateSearch } from '#web/template/search.ts'
import { Crashed, NotFound } from './Fallbacks.tsx'
import { Shell } from './Shell.tsx'

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Crashed })

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

const printRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/print/$id/$paper',
  component: lazyRouteComponent(() => import('#web/paper/PaperPage.tsx'), 'PaperPage'),
})

const staffRoute = createRoute({ getParentRoute: () => rootRoute, id: 'staff', component: Shell })

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

const calendarRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/calendar/$year',
  component: lazyRouteComponent(() => import('#web/org/CalendarPage.tsx'), 'CalendarRoute'),
})

const thisYearRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/calendar',
  beforeLoad: () => {
    throw redirect({
      to: '/calendar/$year',
      params: { year: String(new Date().getFullYear()) },
      replace: true,
    })
  },
})

const placesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/places',
  validateSearch: (search: Record<string, unknown>): { under?: string; name?: string } => ({
    ...(typeof search['under'] === 'string' ? { under: search['under'] } : {}),
    ...(typeof search['name'] === 'string' ? { name: search['name'] } : {}),
  }),
  component: lazyRouteComponent(() => import('#web/org/PlacesPage.tsx'), 'PlacesPage'),
})

const peopleRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/people',
  validateSearch: readPeopleFilters,
  component: lazyRouteComponent(() => import('#web/org/PeoplePage.tsx'), 'PeoplePage'),
})

const personRoute = createRoute({
  getParentRoute: () => peopleRoute,
  path: '/$id',
  component: lazyRouteComponent(() => import('#web/org/PersonPage.tsx'), 'PersonRoute'),
})

const unitsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/units',
  validateSearch: readUnitFilters,
  component: lazyRouteComponent(() => import('#web/org/UnitsPage.tsx'), 'UnitsPage'),
})

const unitRoute = createRoute({
  getParentRoute: () => unitsRoute,
  path: '/$id',
  component: lazyRouteComponent(() => import('#web/org/UnitPage.tsx'), 'UnitRoute'),
})

const rostersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/rosters',
  component: lazyRouteComponent(() => import('#web/roster/RostersPage.tsx'), 'RostersPage'),
})

const rosterRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/rosters/$id',
  component: lazyRouteComponent(() => import('#web/roster/RosterPage.tsx'), 'RosterRoute'),
})

const categoriesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/categories',
  validateSearch: readCategorySearch,
  component: lazyRouteComponent(() => import('#web/category/CategoriesPage.tsx'), 'CategoriesPage'),
})

const templatesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates',
  validateSearch: readTemplateSearch,
  component: lazyRouteComponent(() => import('#web/template/TemplatesPage.tsx'), 'TemplatesPage'),
})

const noticesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/notices',
  validateSearch: readNoticeFilters,
  component: lazyRouteComponent(() => import('#web/notify/NoticesPage.tsx'), 'NoticesPage'),
})

const partnersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/partners',
  validateSearch: (search: Record<string, unknown>): { add?: true } =>
    search['add'] === true ? { add: true } : {},
  component: lazyRouteComponent(() => import('#web/door/PartnersPage.tsx'), 'PartnersPage'),
})

const profileRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('#web/profile/ProfilePage.tsx'), 'ProfilePage'),
})

const noticeSettingsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/account/notices',
  component: lazyRouteComponent(() => import('#web/notify/SettingsPage.tsx'), 'SettingsPage'),
})

const outletsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/outlets',
  validateSearch: readOutboxFilters,
  component: lazyRouteComponent(() => import('#web/notify/OutletsPage.tsx'), 'OutletsPage'),
})

const registersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/registers',
  component: lazyRouteComponent(() => import('#web/record/RegistersPage.tsx'), 'RegistersPage'),
})

const registerFilesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/registers/$id',
  component: lazyRouteComponent(() => import('#web/record/RegisterPage.tsx'), 'RegisterRoute'),
})

const workRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/work',
  component: lazyRouteComponent(() => import('#web/work/WorkPage.tsx'), 'WorkPage'),
})

const securityRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/security',
  validateSearch: readSecuredFilters,
  component: lazyRouteComponent(() => import('#web/security/SecurityPage.tsx'), 'SecurityPage'),
})

const auditRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/audit',
  validateSearch: readAuditFilters,
  component: lazyRouteComponent(() => import('#web/audit/AuditPage.tsx'), 'AuditPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})

const routeTree = rootRoute.addChildren([
  signInRoute,
  printRoute,
  staffRoute.addChildren([
    homeRoute,
    startRoute,
    mattersRoute.addChildren([matterRoute]),
    queueRoute,
    registerRoute,
    importsRoute,
    importRoute,
    calendarRoute,
    thisYearRoute,
    placesRoute,
    peopleRoute.addChildren([personRoute]),
    unitsRoute.addChildren([unitRoute]),
    rostersRoute,
    rosterRoute,
    categoriesRoute,
    templatesRoute,
    profileRoute,
    noticesRoute,
    partnersRoute,
    noticeSettingsRoute,
    outletsRoute,
    registersRoute,
    registerFilesRoute,
    workRoute,
    accountRoute,
    securityRoute,
    auditRoute,
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
