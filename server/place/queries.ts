import { sql } from 'kysely'
import type { placeRoutes } from '#contract/place.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { reachOf } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import { silentAfterMs, workerSeconds } from '../calendar/queries.ts'
import { blankScope, inScope } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { findUnit } from '../org/queries.ts'

/** The stairwell codes of the area one works for, by code. */
export async function listPlaces({ tx, actor, query, now, platform }: Call<typeof placeRoutes.listPlaces>) {
  const district = actor.districtId
  const areas = actor.seats.flatMap((s) => {
    const reach = reachOf(s, 'place.read')
    return reach === 'all' ? [`/${district}/`] : reach === undefined ? [] : [s.servesPath]
  })
  const under = query.under === undefined ? undefined : await findUnit(tx, district, query.under, now)
  if (query.under !== undefined && !under) return refuse('notFound', undefined, 'under')
  const { rows } = await sql<{ code: string; label: string; community: string | null }>`
    select p.code, p.label, (select c.name from unit c where c.district_id = u.district_id and c.kind = 'community'
      and starts_with(u.path, c.path)) community
    from place p join unit u on u.district_id = p.district_id and u.id = p.unit_id
    where p.district_id = ${district} and (p.valid_to is null or p.valid_to >= ${dayOf(now)}::date)
      and u.path ^@ any (${areas}) and starts_with(u.path, ${under?.path ?? '/'}) and p.code > ${query.cursor ?? ''}
    order by p.code limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  return {
    rows: shown.map((r) => ({
      code: r.code,
      label: r.label,
      communityName: r.community ?? '',
      url: `${platform.publicUrl}/s/${district}/${r.code}`,
    })),
    next: rows.length > query.limit ? (shown.at(-1)?.code ?? null) : null,
  }
}

/** Whether the product works: the database answers, the worker has been heard of lately. */
export async function health({ platform, now, reply }: Call<typeof placeRoutes.health>) {
  try {
    const [seconds, demo] = await inScope(platform.db, blankScope(0), async (tx) => [
      await workerSeconds(tx, now),
      await sql`select from district where is_demo limit 1`.execute(tx),
    ])
    const ok = seconds !== null && seconds * 1000 <= silentAfterMs
    return {
      ok,
      database: true,
      workerSeconds: seconds,
      isDemo: demo.rows.length > 0,
      ...(platform.provider ? { provider: platform.provider.name } : {}),
    }
  } catch {
    void reply.code(503)
    return { ok: false, database: false, workerSeconds: null }
  }
}
