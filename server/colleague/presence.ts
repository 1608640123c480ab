import type { colleagueRoutes } from '#contract/colleague.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { nudge } from '../matter/store.ts'
import { namesOf } from './queries.ts'

/** A sign of life: which account has which matter open on which screen, and which form it writes in. */
export type Sign = {
  matterId: string
  accountId: string
  screenId: string
  verb: Verb | null
  at: number
  isLeaving: boolean
}

/** Without a sign for this long somebody is gone (milliseconds). */
const lifeMs = 30_000
/** Above this many matters those that nobody has open any more are swept out. */
const mostMatters = 500

// Memory of this process alone: it is never written down, and nothing of it is left after half a minute.
const signs = new Map<string, Map<string, Sign>>()

const alive = (matterId: string, now: number): Sign[] =>
  [...(signs.get(matterId)?.values() ?? [])].filter((sign) => sign.at > now - lifeMs)

function sweep(now: number): void {
  for (const matterId of signs.keys()) if (alive(matterId, now).length === 0) signs.delete(matterId)
}

/** Takes note of a sign. Out: the others who have the matter open, if the sign is news to them. */
export function hearSign(sign: Sign): ReadonlySet<string> {
  const { matterId, screenId } = sign
  const before = alive(matterId, sign.at).find((one) => one.screenId === screenId)
  const here = new Map(alive(matterId, sign.at).map((one) => [one.screenId, one]))
  if (sign.isLeaving) here.delete(screenId)
  else here.set(screenId, sign)
  if (here.size === 0) signs.delete(matterId)
  else signs.set(matterId, here)
  if (signs.size > mostMatters) sweep(sign.at)
  const isNews = sign.isLeaving ? before !== undefined : before?.verb !== sign.verb
  const others = [...here.values()].map((one) => one.accountId).filter((id) => id !== sign.accountId)
  return new Set(isNews ? others : [])
}

type Present = RouteAnswer<typeof colleagueRoutes.signPresence>

/** Says that I have the matter open, and answers who else has. Refusal: `notFound`. */
export async function signPresence({
  tx,
  actor,
  params,
  body,
  now,
}: Call<typeof colleagueRoutes.signPresence>): Promise<Present | Refusal> {
  const matter = await findMatter(tx, actor.districtId, params.id)
  if (!matter) return refuse('notFound')
  const sign = { ...body, matterId: params.id, accountId: actor.accountId, at: now }
  await nudge(tx, { kind: 'presence', district: actor.districtId, id: params.id, version: 0, sign })
  const others = alive(params.id, now).filter((one) => one.accountId !== actor.accountId)
  const names = await namesOf(
    tx,
    actor.districtId,
    others.map((one) => one.accountId),
  )
  // somebody with two screens is one person, and writes where either of them does
  const rows = [...names].map(([accountId, name]) => ({
    accountId,
    name,
    verb: others.find((one) => one.accountId === accountId && one.verb !== null)?.verb ?? null,
  }))
  return { rows }
}
