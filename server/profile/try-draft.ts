import { sql } from 'kysely'
import type { profileRoutes } from '#contract/profile.ts'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { type ClockKind, limitFor } from '#domain/matter/clocks.ts'
import { dueAt } from '#domain/matter/due.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { problemsOf } from '#domain/profile/check.ts'
import { refuse } from '#domain/refusal.ts'
import { scopeOf, setScope } from '../db/scope.ts'
import type { ClockRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { clockFacts } from '../matter/clock-rows.ts'
import { getRules } from '../org/rules.ts'
import { findDraft } from './queries.ts'

const dayMs = 86_400_000
/** More running clocks than this are not looked at: enough to judge by, and done in a moment. */
const mostClocks = 2000
const mostExamples = 5

type Running = ClockRow &
  Pick<Matter, 'level' | 'urgency' | 'channel'> & {
    number: string
    unit: string
    matter_kind: Matter['kind']
  }

/**
 * Holds the running clocks of matters received in the last days against the draft: how many would be due earlier or later,
 * had they begun under it, and the examples that differ most. Nothing is written, for a matter keeps the version it began
 * with. Whoever keeps the rules need not read the matters: numbers and units only. Refusal: `noDraft`.
 */
export async function tryDraft({ tx, actor, query, now }: Call<typeof profileRoutes.tryDraft>) {
  const district = actor.districtId
  const draft = await findDraft(tx, district)
  if (!draft) return refuse('noDraft')
  const grave = problemsOf(draft.data).filter((problem) => problem.isGrave)
  if (grave.length > 0) return refuse('profileProblem', { count: grave.length })
  await setScope(tx, scopeOf({ kind: 'system', districtId: district }))
  const { rows } = await sql<Running>`
    select c.*, m.number, m.level, m.kind matter_kind, m.urgency, m.channel, u.name unit
    from matter m join clock c on c.district_id = m.district_id and c.matter_id = m.id and c.stopped_at is null
    join unit u on u.district_id = c.district_id and u.id = c.unit_id
    -- How long a hold lasts was said when it was granted, not by the profile.
    where m.district_id = ${district} and m.received_at >= ${new Date(now - query.days * dayMs)} and c.due_at is not null
      and c.kind <> 'hold'
    order by m.received_at desc, m.id desc limit ${mostClocks + 1}`.execute(tx)
  await setScope(tx, scopeOf(actor))
  const { calendar: standing } = await getRules(tx, district)
  const calendar = { ...standing, hours: draft.data.officeHours }
  const looked = rows.slice(0, mostClocks).flatMap((row) => {
    const clock = row.kind as ClockKind
    const limit = limitFor(draft.data.limits, clock, { ...row, kind: row.matter_kind })
    const would = dueAt({ ...clockFacts(row), limit }, calendar)
    const was = row.due_at
    return would === null || was === null
      ? []
      : [{ clock, number: row.number, unitName: row.unit, was, would }]
  })
  const differing = looked
    .filter(({ was, would }) => was !== would)
    .toSorted((a, b) => Math.abs(b.would - b.was) - Math.abs(a.would - a.was))
  const earlier = differing.filter(({ was, would }) => would < was).length
  return {
    since: addDays(dayOf(now), -query.days),
    ...{
      clocks: looked.length,
      earlier,
      later: differing.length - earlier,
      isCapped: rows.length > mostClocks,
    },
    examples: differing.slice(0, mostExamples).map((one) => ({
      ...one,
      was: new Date(one.was).toISOString(),
      would: new Date(one.would).toISOString(),
    })),
  }
}
