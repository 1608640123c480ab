import { sql } from 'kysely'
import type { TemplateView, templateRoutes } from '#contract/template.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { reachingSeat, reachOf, seatsWith } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import { dayInReply } from '#domain/template/template.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { findMatter, listClocks } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { listChain, pathsAbove } from '../org/queries.ts'

/** Whether one keeps the templates of the whole district. */
export const keepsAll = (actor: StaffActor) =>
  actor.seats.some((seat) => reachOf(seat, 'template.edit') === 'all')

/** The units whose templates one keeps. */
export const keptUnits = (actor: StaffActor) => seatsWith(actor, 'template.edit').map((seat) => seat.unitId)

type Row = Omit<TemplateView, 'mayEdit' | 'unit'> & { unitId: string | null; unitName: string | null }

const viewOf = (actor: StaffActor, { unitId, unitName, ...row }: Row): TemplateView => ({
  ...row,
  unit: unitId === null ? null : { id: unitId, name: unitName ?? '' },
  mayEdit: keepsAll(actor) || (unitId !== null && keptUnits(actor).includes(unitId)),
})

/** What of the templates somebody who keeps some may see. */
const seen = (actor: StaffActor) =>
  sql`(${keepsAll(actor)} or t.unit_id is null or t.unit_id = any (${keptUnits(actor)}::uuid[]))`

const columns = sql.raw(`t.id, t.name, t.verbs, t.category_code "categoryCode", t.body, t.unit_id "unitId",
  u.name "unitName", t.closed_at is not null "isClosed", t.version`)

export async function listTemplates({ tx, actor, query }: Call<typeof templateRoutes.listTemplates>) {
  const district = actor.districtId
  const { rows } = await sql<Row>`select ${columns} from template t
    left join unit u on u.district_id = t.district_id and u.id = t.unit_id
    where t.district_id = ${district} and ${seen(actor)}
      and (${query.cursor ?? null}::uuid is null or (t.name, t.id) >
        (select c.name, c.id from template c where c.district_id = ${district} and c.id = ${query.cursor ?? null}::uuid))
    order by t.name, t.id limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  return {
    rows: shown.map((row) => viewOf(actor, row)),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** Every open template that one keeps, to be written into a workbook. */
export async function listKept(tx: Tx, actor: StaffActor): Promise<TemplateView[]> {
  const { rows } = await sql<Row>`select ${columns} from template t
    left join unit u on u.district_id = t.district_id and u.id = t.unit_id
    where t.district_id = ${actor.districtId} and ${seen(actor)} and t.closed_at is null order by t.name, t.id`.execute(
    tx,
  )
  return rows.map((row) => viewOf(actor, row)).filter(({ mayEdit }) => mayEdit)
}

export async function findTemplate(tx: Tx, actor: StaffActor, id: string): Promise<TemplateView | undefined> {
  const { rows } = await sql<Row>`select ${columns} from template t
    left join unit u on u.district_id = t.district_id and u.id = t.unit_id
    where t.district_id = ${actor.districtId} and t.id = ${id} and ${seen(actor)}`.execute(tx)
  return rows[0] && viewOf(actor, rows[0])
}

const mostFitting = 50

/**
 * The templates for a verb and the category of a matter: its own category before its class, and that before what serves all;
 * those of the reader's units (and of what stands above them) before the district's. Refusal: `notFound`.
 */
export async function listFitting({
  tx,
  actor,
  params,
  query,
  now,
}: Call<typeof templateRoutes.listFitting>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  if (!row) return refuse('notFound')
  type Category = { code: string; parent: string | null; name: string }
  const { rows: categories } = await sql<Category>`select code, parent_code parent, name_zh name from category
    where district_id = ${district} and code = ${row.category_code}`.execute(tx)
  const [category] = categories
  const paths = actor.seats.flatMap((seat) => pathsAbove(seat.unitPath))
  type Fitting = { id: string; name: string; body: string; unitName: string | null }
  const { rows } = await sql<Fitting>`select t.id, t.name, t.body, u.name "unitName" from template t
    left join unit u on u.district_id = t.district_id and u.id = t.unit_id
    where t.district_id = ${district} and t.closed_at is null and ${query.verb} = any (t.verbs)
      and (t.category_code is null or t.category_code in (${category?.code ?? ''}, ${category?.parent ?? ''}))
      and (t.unit_id is null or u.path = any (${paths}))
    order by t.category_code is null, t.category_code is distinct from ${category?.code ?? ''}, t.unit_id is null,
      t.name, t.id limit ${mostFitting}`.execute(tx)
  return { rows, facts: { ...(await factsOf(tx, actor, row, now)), categoryName: category?.name ?? null } }
}

/** What of a matter fills itself into a reply. */
async function factsOf(tx: Tx, actor: StaffActor, row: MatterRow, now: number) {
  const chain = await listChain(tx, row.district_id, row.place_path, now)
  const names = chain.filter((unit) => unit.kind !== 'district').map((unit) => unit.name)
  const running = (await listClocks(tx, row.district_id, row.id)).filter((c) => c.stopped_at === null)
  const due = (running.find((c) => c.kind === 'handle') ?? running[0])?.due_at ?? null
  return {
    number: row.number,
    title: row.title,
    place: [...names.slice(-2), row.place_text].filter(Boolean).join(' ') || null,
    unit: reachingSeat(actor, 'matter.read', matterOf(row))?.unitName ?? null,
    today: dayInReply(dayOf(now)),
    dueOn: due === null ? null : dayInReply(dayOf(due)),
  }
}
