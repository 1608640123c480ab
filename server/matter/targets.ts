import { sql } from 'kysely'
import type { matterRoutes } from '#contract/matter.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { Seat } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { isMain } from '#domain/duty/line.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { whyNotAssistant, whyNotDown, whyNotHandDown } from '#domain/matter/why-not-input.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { type Target as UnitTarget, whyNotHelper, whyNotTarget } from '#domain/org/targets.ts'
import { isWithin, parentPath, servesPath } from '#domain/org/tree.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { anywhere } from '../db/like.ts'
import type { Tx } from '../db/scope.ts'
import { type DutyOf, findDuty } from '../duty/find.ts'
import type { Call } from '../http/bind.ts'
import { hintOf, whyNotByList } from './by-duty.ts'
import { findMatter } from './queries.ts'
import { matterOf } from './rows.ts'

type Row = {
  id: string
  name: string
  kind: UnitKind
  path: string
  phone: string | null
  open: number
  handled: number
}
type Target = RouteAnswer<typeof matterRoutes.listTargets>['rows'][number]

type For = 'dispatch' | 'rule' | 'handDown' | 'assist' | 'copy'

/** Why a unit is not offered for a verb. */
function whyNotOffered(verb: For, seat: Seat, unit: UnitTarget, matter: Matter): Refusal | undefined {
  if (verb === 'handDown') return whyNotHandDown(matter, seat, unit)
  if (verb === 'copy') return whyNotHelper(seat, unit)
  if (verb === 'assist') return whyNotHelper(seat, unit) ?? whyNotAssistant(matter, unit)
  return whyNotTarget(seat, unit) ?? whyNotDown(matter, unit)
}

/** The units that a verb may name for a matter. */
export async function listTargets({ tx, actor, params, query, now }: Call<typeof matterRoutes.listTargets>) {
  const row = await findMatter(tx, actor.districtId, params.id)
  if (!row) return refuse('notFound')
  const matter = matterOf(row)
  const { verb } = query
  const seat = reachingSeat(actor, `matter.${verb}`, matter)
  if (!seat) return refuse('notYours')
  const whyNot = (by: Seat, unit: UnitTarget) => whyNotOffered(verb, by, unit, matter)
  const district = actor.districtId
  const duty = verb === 'assist' || verb === 'copy' ? undefined : await findDuty(tx, district, matter, now)
  const rows = await findTargets(tx, district, seat, matter, { q: query.q, now, duty }, whyNot)
  const isSent = verb === 'dispatch' || verb === 'rule'
  return { rows, duty: isSent ? await hintOf({ tx, district, seat, matter, now }, duty) : null }
}

/**
 * Whom a post may dispatch to, or with another question whom else it may name, the likely ones first: whom the responsibility list
 * names, who has handled this category before, who stands at the place, then the rest of the area and the departments; last, and with
 * what is against it, whom the list keeps it from. With the number of open matters each holds; a person decides.
 */
export async function findTargets(
  tx: Tx,
  district: number,
  seat: Seat,
  matter: Pick<Matter, 'placePath' | 'categoryCode'>,
  { q, now, duty }: { q: string | undefined; now: number; duty: DutyOf | undefined },
  whyNot: (seat: Seat, unit: UnitTarget) => Refusal | undefined = whyNotTarget,
): Promise<Target[]> {
  const typed = q?.trim().toLowerCase() ?? ''
  const pattern = anywhere(typed)
  const { rows } = await sql<Row>`
    select u.id, u.name, u.kind, u.path, u.phone,
      (select count(*)::int from (select from matter m where m.district_id = u.district_id and m.holder_id = u.id
        and m.state in ('dispatched', 'handling') limit 1000) x) as open,
      (select count(*)::int from (select from matter m where m.district_id = u.district_id and m.handling_id = u.id
        and m.category_code = ${matter.categoryCode} limit 50) x) as handled
    from unit u where u.district_id = ${district} and u.kind in ('street','community','grid','centre','department','committee','studio','company')
      and (u.valid_to is null or u.valid_to >= ${dayOf(now)}::date)
      and (${typed} = '' or u.name like ${pattern} or u.pinyin like ${pattern})`.execute(tx)
  const may = rows.filter((u) => whyNot(seat, { ...u, isClosed: false }) === undefined)
  return may
    .map((u) => view(u, matter.placePath, duty))
    .sort(byLikelihood)
    .slice(0, 60)
    .map(({ handled: _, ...t }) => t)
}

function view(u: Row, placePath: string, duty: DutyOf | undefined): Target & { handled: number } {
  const isAtPlace = isWithin(placePath, u.path)
  // who handles such things elsewhere only is not the one for this place
  const isForPlace =
    isWithin(placePath, servesPath(u)) ||
    ((u.kind === 'department' || u.kind === 'company') && isWithin(placePath, parentPath(u.path)))
  const refused = whyNotByList(duty, u, placePath) ?? null
  const isNamed = duty?.found !== undefined && isMain(duty.found.line, u, placePath)
  const why = isNamed
    ? 'duty'
    : u.handled > 0 && isForPlace
      ? 'category'
      : isAtPlace
        ? 'place'
        : u.kind === 'department'
          ? 'department'
          : 'area'
  return {
    id: u.id,
    name: u.name,
    kind: u.kind,
    path: u.path,
    phone: u.phone,
    open: u.open,
    why,
    refused,
    handled: u.handled,
  }
}

const order = { duty: 0, category: 1, place: 2, area: 3, department: 4 } as const

function byLikelihood(a: Target & { handled: number }, b: Target & { handled: number }): number {
  return (
    Number(a.refused !== null) - Number(b.refused !== null) ||
    order[a.why] - order[b.why] ||
    b.handled - a.handled ||
    b.path.length - a.path.length ||
    a.path.localeCompare(b.path)
  )
}
