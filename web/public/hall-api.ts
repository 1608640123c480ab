import type { hallRoutes } from '#contract/hall.ts'
import type { RouteAnswer } from '#contract/route.ts'
import { at, call } from './api.ts'

type Routes = typeof hallRoutes
export type Kiosk = RouteAnswer<Routes['getKiosk']>
export type TakenTicket = RouteAnswer<Routes['takeAtKiosk']>
export type Display = RouteAnswer<Routes['getDisplay']>
export type NumberNow = RouteAnswer<Routes['getTicket']>
export type DisplayView = NonNullable<Display['view']>

/** How many wait in the hall of a kiosk. */
export const findKiosk = (district: number, code: string) =>
  call<Kiosk>('GET', `${at(district)}/kiosks/${encodeURIComponent(code)}`)

/** Takes a number; the same ids again get the same number. */
export const takeNumber = (district: number, code: string, body: { commandId: string; id: string }) =>
  call<TakenTicket>('POST', `${at(district)}/kiosks/${encodeURIComponent(code)}/tickets`, body)

/** How far the line is for one number. */
export const readNumber = (district: number, id: string) =>
  call<NumberNow>('GET', `${at(district)}/tickets/${encodeURIComponent(id)}`)

/** What the display shows, or nothing new since the version that was seen. */
export const readDisplay = (district: number, code: string, seen: string) =>
  call<Display>(
    'GET',
    `${at(district)}/halls/${encodeURIComponent(code)}${seen === '' ? '' : `?seen=${encodeURIComponent(seen)}`}`,
  )
