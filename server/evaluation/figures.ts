import { sql } from 'kysely'
import type { asShown, Evaluation, evaluationRoutes } from '#contract/evaluation.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { mayFreeze } from '#domain/evaluation/exclusion.ts'
import { sumOf } from '#domain/evaluation/measures.ts'
import { freezeDayOf, isOver, type Month, monthBefore, monthOf } from '#domain/evaluation/month.ts'
import { termsOf } from '#domain/evaluation/score.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { readByIndex } from '../insight/conditions.ts'
import { iso } from '../matter/views.ts'
import { getProfile, getRules } from '../org/rules.ts'
import { presentLines } from './lines.ts'
import { asDistrict, askedUnit, isAsked, isInReach } from './reach.ts'
import { figuresOfLines, findFrozen, frozenFigures } from './store.ts'

type As = (typeof asShown)[number]
type Reader = { tx: Tx; actor: StaffActor; now: number }

/** How deep below the district a unit lies. */
const depthOf = (path: string) => Math.max(0, path.split('/').length - 3)

/** A month as a reader sees it. Refusals (thrown): `notFound`, `monthNotFrozen`. */
export async function evaluationOf(
  { tx, actor, now }: Reader,
  month: Month,
  asked: { as?: As | undefined; unit?: string | undefined },
): Promise<Evaluation> {
  const district = actor.districtId
  const unit = await askedUnit(tx, actor, asked.unit)
  const frozen = await findFrozen(tx, district, month)
  if (asked.as === 'frozen' && !frozen) throw new Refused(refuse('monthNotFrozen'))
  const as = asked.as ?? (frozen ? 'frozen' : 'present')
  const { calendar, profile, profileVersion } = await getRules(tx, district)
  // a month that is frozen stays under the rules of its freezing, also where it is looked at as it is now
  const version = frozen?.profile_version ?? profileVersion
  const terms = termsOf(frozen ? await getProfile(tx, district, version) : profile)
  const isWanted = isAsked(actor, unit)
  const units =
    as === 'frozen'
      ? await frozenFigures(tx, district, month, isWanted)
      : await asDistrict(tx, actor, async () => {
          await readByIndex(tx)
          return figuresOfLines(tx, district, presentLines({ district, month, now }), isWanted)
        })
  return {
    ...{ month, as, isOver: isOver(month, dayOf(now)), at: new Date(now).toISOString() },
    frozenAt: frozen ? iso(frozen.frozen_at) : null,
    freezesOn: freezeDayOf(calendar, month, profile.freezeWorkDay),
    terms: { ...terms, profileVersion: version },
    unit: unit ? { id: unit.id, name: unit.name } : null,
    whole: sumOf(units.map(({ figures }) => figures)),
    units: units.map(({ id, name, path, figures }) => ({ id, name, depth: depthOf(path), figures })),
    mayFreeze: mayFreeze(actor) && !frozen && isOver(month, dayOf(now)),
  }
}

export const getEvaluation = ({ params, query, ...reader }: Call<typeof evaluationRoutes.getEvaluation>) =>
  evaluationOf(reader, params.month, query)

const mostUnits = 1000

/** The units that a reader may ask for, in the order of the tree; without grids and buildings, which are many. */
export async function listEvaluationUnits({ tx, actor }: Call<typeof evaluationRoutes.listEvaluationUnits>) {
  const { rows } = await sql<{
    id: string
    name: string
    path: string
  }>`select u.id, u.name, u.path from unit u
    where u.district_id = ${actor.districtId} and u.kind not in ('building', 'room') and ${isInReach(actor)}
    order by u.path limit ${mostUnits}`.execute(tx)
  return { rows: rows.map(({ id, name, path }) => ({ id, name, depth: depthOf(path) })) }
}

/** The months that are frozen, the newest first, and last month where it still waits. */
export async function listFrozenMonths({
  tx,
  actor,
  query,
  now,
}: Call<typeof evaluationRoutes.listFrozenMonths>) {
  const district = actor.districtId
  const { before, limit } = query
  const { rows } = await sql<{
    month: string
    frozen_at: number
    frozen_by: string | null
    profile_version: number
    lines: number
  }>`select month, frozen_at, frozen_by, profile_version, lines from evaluation_month where district_id = ${district}
    and ${before === undefined ? sql`true` : sql`month < ${`${before}-01`}::date`} order by month desc limit ${limit + 1}`.execute(
    tx,
  )
  const shown = rows.slice(0, limit)
  const last = monthBefore(monthOf(dayOf(now)))
  const { calendar, profile } = await getRules(tx, district)
  const isWaiting = !(await findFrozen(tx, district, last))
  return {
    rows: shown.map((row) => ({
      ...{ month: monthOf(row.month), frozenAt: iso(row.frozen_at), isByHand: row.frozen_by !== null },
      ...{ profileVersion: row.profile_version, lines: row.lines },
    })),
    next: rows.length > limit && shown.at(-1) ? monthOf(shown.at(-1)?.month ?? '') : null,
    waiting: isWaiting
      ? [{ month: last, freezesOn: freezeDayOf(calendar, last, profile.freezeWorkDay) }]
      : [],
    mayFreeze: mayFreeze(actor),
  }
}
