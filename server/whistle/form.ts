import { sql } from 'kysely'
import type { whistleRoutes } from '#contract/whistle.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { WhistleKind, WhistleLimits } from '#domain/whistle/limits.ts'
import { kindsFor } from '#domain/whistle/who.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { getRules } from '../org/rules.ts'
import { listCallable } from './callable.ts'
import { sightOf } from './sight.ts'

const limitsOf = ({ sign, contact, arrive }: WhistleLimits, kind: WhistleKind) => ({
  ...{ sign: sign[kind], contact: contact[kind], arrive: arrive[kind] },
})

/** For whom I may blow, what, and whom I may call; with the matter it is about. Refusal: `notFound` (the matter). */
export async function getWhistleForm({ tx, actor, query, now }: Call<typeof whistleRoutes.getWhistleForm>) {
  const district = actor.districtId
  const row = query.matterId === undefined ? undefined : await findMatter(tx, district, query.matterId)
  if (query.matterId !== undefined && (!row || !reachingSeat(actor, 'matter.read', matterOf(row))))
    return refuse('notFound', undefined, 'matterId')
  const { rows } = await sql<{ id: string; name: string; path: string }>`select id, name, path from unit
    where district_id = ${district} and path = any (${sightOf(actor).blows})
      and (valid_to is null or valid_to >= ${dayOf(now)}::date) order by path`.execute(tx)
  const units = []
  for (const { id, name, path } of rows)
    units.push({
      ...{ id, name, kinds: kindsFor(actor, path) },
      callable: await listCallable(tx, district, { blowing: path, called: [] }, now),
    })
  const { whistleLimits: by } = (await getRules(tx, district)).profile
  return {
    units,
    matter: row ? { id: row.id, number: row.number, title: row.title, placeText: row.place_text } : null,
    limits: {
      ...{ routine: limitsOf(by, 'routine'), hard: limitsOf(by, 'hard') },
      emergency: limitsOf(by, 'emergency'),
    },
  }
}
