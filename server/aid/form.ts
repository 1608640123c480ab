import { sql } from 'kysely'
import type { aidRoutes } from '#contract/aid.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { listKinds } from './kinds.ts'
import { aidSightOf } from './sight.ts'

/** For whom I may order, and what there is; with the matter it is about. Refusal: `notFound` (the matter). */
export async function getAidForm({ tx, actor, query, now }: Call<typeof aidRoutes.getAidForm>) {
  const district = actor.districtId
  const row = query.matterId === undefined ? undefined : await findMatter(tx, district, query.matterId)
  if (query.matterId !== undefined && (!row || !reachingSeat(actor, 'matter.read', matterOf(row))))
    return refuse('notFound', undefined, 'matterId')
  const { rows: units } = await sql<{ id: string; name: string }>`select id, name from unit
    where district_id = ${district} and path = any (${aidSightOf(actor).posts})
      and (valid_to is null or valid_to >= ${dayOf(now)}::date) order by path`.execute(tx)
  const kinds = await listKinds(tx, district, true)
  return {
    units,
    kinds: kinds.map((kind) => ({ code: kind.code, nameZh: kind.name_zh, nameEn: kind.name_en })),
    matter: row ? { id: row.id, number: row.number, title: row.title, placeText: row.place_text } : null,
  }
}
