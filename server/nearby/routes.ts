import type { nearbyRoutes } from '#contract/nearby.ts'
import type { Functions } from '../http/bind.ts'
import { listLinks } from './links.ts'
import { listNearby } from './nearby.ts'

export const nearbyFunctions: Functions<typeof nearbyRoutes> = { listLinks, listNearby }
