import type { callerRoutes, DoorWay, OwnAppeal } from '#contract/resident.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { Language } from '#contract/words/language.ts'
import { at, atMy, call } from './api.ts'

type Routes = typeof callerRoutes
export type OwnList = RouteAnswer<Routes['listOwn']>
export type AskedCode = RouteAnswer<Routes['askCode']>
export type { DoorWay, OwnAppeal }

/** Whether and how residents sign in by telephone in a district. */
export const findDoor = (district: number) =>
  call<RouteAnswer<Routes['findDoor']>>('GET', `${at(district)}/my`)

/** Asks for a code; the same id again sends none. */
export const askCode = (district: number, body: { id: string; phone: string; language: Language }) =>
  call<AskedCode>('POST', `${at(district)}/my/codes`, body)

/** Signs this device in. */
export const giveCode = (district: number, body: { id: string; phone: string; code: string }) =>
  call<unknown>('POST', `${at(district)}/my/session`, body)

/** What the number that is signed in gave, newest first. */
export const listOwn = (district: number, cursor?: string) =>
  call<OwnList>(
    'GET',
    `${atMy(district)}/appeals${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
  )

/** Signs this device out, or every one of the number. */
export const leave = (district: number, isEverywhere: boolean) =>
  isEverywhere
    ? call<unknown>('POST', `${atMy(district)}/session/everywhere`)
    : call<unknown>('DELETE', `${atMy(district)}/session`)
