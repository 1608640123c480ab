import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router'
import { Crashed, NotFound } from './Fallbacks.tsx'
import { Shell } from './Shell.tsx'

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: Crashed,
})

export const staffRoute = createRoute({ getParentRoute: () => rootRoute, id: 'staff', component: Shell })
