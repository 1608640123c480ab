import { sql } from 'kysely'
import type { meetingRoutes } from '#contract/meeting.ts'
import { addDays, dayOf, startOfDay } from '#domain/calendar/days.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { reasonsFor } from '#domain/meeting/agenda.ts'
import { callsFor } from '#domain/meeting/sight.ts'
import { servesPath } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { findUnit } from '../org/queries.ts'

type Line = {
  id: string
  number: string
  title: string
  due_at: number | null
  changed_at: number
  held: Matter['held']
  reopenings: number
  appeals: number
  urgency: Matter['urgency']
  sensitive: boolean
  parts: readonly { outcome: string | null }[]
  returned_by: string[]
  passed_up: string[]
  place_path: string
  category_code: string | null
  holder_name: string
  place_name: string
}

/** So many open matters are looked at; more nobody goes through in one meeting. */
const mostLooked = 200

/**
 * The open matters of a unit's area that should be talked about: stuck, repeated, risky, across departments, each with its facts.
 * Need-to-know matters are seen by whoever may: the second lock decides. Refusal: `notFound`.
 */
export async function suggestAgenda({ tx, actor, query, now }: Call<typeof meetingRoutes.suggestAgenda>) {
  const { unitId, stillDays } = query
  const district = actor.districtId
  const unit = callsFor(actor, unitId) ? await findUnit(tx, district, unitId, now) : undefined
  if (!unit) return refuse('notFound', undefined, 'unitId')
  const area = servesPath(unit)
  const still = new Date(startOfDay(addDays(dayOf(now), 1 - stillDays)))
  const { rows } =
    await sql<Line>`select m.id, m.number, m.title, m.due_at, m.changed_at, m.held, m.reopenings, m.appeals,
      m.urgency, m.sensitive, m.parts, m.returned_by, m.passed_up, m.place_path, m.category_code,
      h.name holder_name, p.name place_name
    from matter m
    join unit h on h.district_id = m.district_id and h.id = m.holder_id
    join unit p on p.district_id = m.district_id and p.id = m.place_unit_id
    where m.district_id = ${district} and m.state <> 'closed' and m.place_path like ${`${area}%`}
      and (m.due_at < ${new Date(now)} or m.held is not null or m.changed_at < ${still} or m.reopenings > 0 or m.appeals > 1
        or m.urgency <> 'normal' or m.sensitive or m.parts <> '[]' or m.returned_by <> '{}' or m.passed_up <> '{}')
    order by coalesce(m.due_at, 'infinity'), m.id limit ${mostLooked + 1}`.execute(tx)
  const looked = rows.slice(0, mostLooked)
  const places = [...new Set(looked.map(({ place_path }) => place_path))]
  const { rows: same } = await sql<{ place_path: string; category_code: string; n: number }>`
    select m.place_path, m.category_code, count(*)::int n from matter m
    where m.district_id = ${district} and m.state <> 'closed' and m.place_path = any (${places})
      and m.category_code is not null and not m.sensitive
    group by m.place_path, m.category_code`.execute(tx)
  const samePlace = new Map(same.map((one) => [`${one.place_path} ${one.category_code}`, one.n]))
  const found = looked.map((m) => ({
    ...{ id: m.id, number: m.number, title: m.title, holderName: m.holder_name, placeName: m.place_name },
    ...{ dueAt: isoOrNull(m.due_at), changedAt: iso(m.changed_at) },
    reasons: reasonsFor(
      {
        ...{
          dueAt: m.due_at,
          heldSince: m.held?.since ?? null,
        },
        ...{ changedAt: m.changed_at, reopenings: m.reopenings, appeals: m.appeals, urgency: m.urgency },
        samePlace: samePlace.get(`${m.place_path} ${m.category_code}`) ?? 1,
        ...{ sensitive: m.sensitive, returned: m.returned_by.length, passedUp: m.passed_up.length },
        assisting: m.parts.filter((part) => part.outcome === null).length,
      },
      stillDays,
      now,
    ),
  }))
  return {
    // what has most against it first; of equals what was due first
    rows: found
      .filter(({ reasons }) => reasons.length > 0)
      .toSorted((a, b) => b.reasons.length - a.reasons.length),
    looked: looked.length,
    isCut: rows.length > mostLooked,
  }
}
