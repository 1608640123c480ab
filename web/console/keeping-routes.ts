import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readAuditFilters } from '#web/audit/queries.ts'
import { readCategorySearch } from '#web/category/search.ts'
import { readDutySearch } from '#web/duty/search.ts'
import { readOutboxFilters } from '#web/notify/outlet-queries.ts'
import { readPeopleFilters } from '#web/org/people-queries.ts'
import { readUnitFilters } from '#web/org/unit-queries.ts'
import { readSecuredFilters } from '#web/security/queries.ts'
import { readTemplateSearch } from '#web/template/search.ts'
import { staffRoute } from './base-routes.ts'

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

const dutiesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/duties',
  validateSearch: readDutySearch,
  component: lazyRouteComponent(() => import('#web/duty/DutiesPage.tsx'), 'DutiesPage'),
})

const templatesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates',
  validateSearch: readTemplateSearch,
  component: lazyRouteComponent(() => import('#web/template/TemplatesPage.tsx'), 'TemplatesPage'),
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

const outletsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/outlets',
  validateSearch: readOutboxFilters,
  component: lazyRouteComponent(() => import('#web/notify/OutletsPage.tsx'), 'OutletsPage'),
})

const subjectsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/subjects',
  validateSearch: (search: Record<string, unknown>): { of?: 'answered' } =>
    search['of'] === 'answered' ? { of: 'answered' } : {},
  component: lazyRouteComponent(() => import('#web/subject/SubjectsPage.tsx'), 'SubjectsPage'),
})

const subjectRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/subjects/$id',
  component: lazyRouteComponent(() => import('#web/subject/SubjectPage.tsx'), 'SubjectRoute'),
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

/** The pages of those who keep the district: its units, people, rules, records and duties. */
export const keepingRoutes = [
  calendarRoute,
  thisYearRoute,
  placesRoute,
  peopleRoute.addChildren([personRoute]),
  unitsRoute.addChildren([unitRoute]),
  rostersRoute,
  rosterRoute,
  categoriesRoute,
  dutiesRoute,
  templatesRoute,
  profileRoute,
  partnersRoute,
  outletsRoute,
  subjectsRoute,
  subjectRoute,
  registersRoute,
  registerFilesRoute,
  securityRoute,
  auditRoute,
] as const
