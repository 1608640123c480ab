import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type MeetingBox, meetingBoxes, type TaskBox, taskBoxes } from '#web/meeting/queries.ts'
import { staffRoute } from './base-routes.ts'

const boxes: readonly unknown[] = [...meetingBoxes, ...taskBoxes]

const meetingsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/meetings',
  validateSearch: (search: Record<string, unknown>): { box?: MeetingBox | TaskBox } =>
    boxes.includes(search['box']) ? { box: search['box'] as MeetingBox } : {},
  component: lazyRouteComponent(() => import('#web/meeting/MeetingsPage.tsx'), 'MeetingsPage'),
})

const callRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/meetings/new',
  validateSearch: (search: Record<string, unknown>): { matter?: string } =>
    typeof search['matter'] === 'string' ? { matter: search['matter'] } : {},
  component: lazyRouteComponent(() => import('#web/meeting/CallPage.tsx'), 'CallPage'),
})

const meetingRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/meetings/$id',
  component: lazyRouteComponent(() => import('#web/meeting/MeetingPage.tsx'), 'MeetingRoute'),
})

export const meetingRoutes = [meetingsRoute, callRoute, meetingRoute] as const
