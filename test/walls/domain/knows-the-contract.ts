import { routes } from '#contract/routes.ts'

export const table = routes
