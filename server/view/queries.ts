import { sql } from 'kysely'
import type { z } from 'zod'
import { listQuery } from '#contract/list.ts'
import { readColumns } from '#contract/list-columns.ts'
import type { ListChoice, SavedView, viewRoutes } from '#contract/view.ts'
import type { StaffActor } from '#domain/actor.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { inOrder, mayMendView, type OwnedView, seesView, sharingSeats } from '#domain/view/sharing.ts'
import type { Tx } from '../db/scope.ts'
import type { ListViewRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { pathsAbove } from '../org/queries.ts'

type Row = ListViewRow & {
  owner_name: string
  unit_name: string | null
  unit_kind: UnitKind | null
  unit_path: string | null
}

export type Found = { row: Row; owned: OwnedView }

function foundOf(row: Row): Found {
  const { unit_id: id, unit_kind: kind, unit_path: path } = row
  const unit = id === null || kind === null || path === null ? null : { id, kind, path }
  return { row, owned: { accountId: row.account_id, unit } }
}

const columns = sql`v.*, p.name owner_name, u.name unit_name, u.kind unit_kind, u.path unit_path
  from list_view v
  join account a on a.district_id = v.district_id and a.id = v.account_id
  join person p on p.district_id = a.district_id and p.id = a.person_id
  left join unit u on u.district_id = v.district_id and u.id = v.unit_id`

/** A view that a person sees, locked where it is to be changed. */
export async function findView(tx: Tx, actor: StaffActor, id: string): Promise<Found | undefined> {
  const { rows } =
    await sql<Row>`select ${columns} where v.district_id = ${actor.districtId} and v.id = ${id} for update of v`.execute(
      tx,
    )
  return rows[0] && foundOf(rows[0])
}

/** Everything that is one's own or shared with a unit of which one's post is part. */
async function listSeen(tx: Tx, actor: StaffActor): Promise<Found[]> {
  const above = [...new Set(actor.seats.flatMap((seat) => pathsAbove(seat.unitPath)))]
  const { rows } = await sql<Row>`select ${columns}
    where v.district_id = ${actor.districtId} and (v.account_id = ${actor.accountId} or v.unit_id in (
      select s.id from unit s left join unit o on o.district_id = s.district_id and o.id = s.parent_id
      where s.district_id = ${actor.districtId} and (s.path = any (${above}) or o.path = any (${above}))))
    order by v.account_id <> ${actor.accountId}, v.created_at, v.id limit 200`.execute(tx)
  return rows.map(foundOf).filter(({ owned }) => seesView(actor, owned))
}

/** What is stored, as far as the product still knows it; the rest is told by name. */
export function readStored(stored: unknown): Pick<SavedView, 'query' | 'unknown'> {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>
  const shape: Record<string, z.ZodType | undefined> = listQuery.shape
  const unknown = Object.keys(given).filter((key) => !shape[key]?.safeParse(given[key]).success)
  const known = Object.entries(given).filter(([key]) => !unknown.includes(key))
  return { query: listQuery.parse(Object.fromEntries(known)), unknown }
}

export function viewOf(actor: StaffActor, { row, owned }: Found): SavedView {
  const { columns, unknown: unknownColumns } = readColumns(row.columns)
  return {
    id: row.id,
    name: row.name,
    ...readStored(row.query),
    columns,
    unknownColumns,
    ownerName: row.owner_name,
    isMine: row.account_id === actor.accountId,
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
    mayMend: mayMendView(actor, owned),
    version: row.version,
  }
}

export async function listViews({ tx, actor }: Call<typeof viewRoutes.listViews>) {
  const views = (await listSeen(tx, actor)).map((found) => viewOf(actor, found))
  const { rows } = await sql<{
    view_order: string[]
    look: ListChoice['look']
    columns: string[]
  }>`select view_order, look, columns from list_choice
    where district_id = ${actor.districtId} and account_id = ${actor.accountId}`.execute(tx)
  const [mine] = rows
  const units = sharingSeats(actor).map(({ unitId, unitName }) => [unitId, unitName] as const)
  return {
    rows: inOrder(views, mine?.view_order ?? []),
    shareWith: [...new Map(units)].map(([id, name]) => ({ id, name })),
    choice: { look: mine?.look ?? 'cards', columns: readColumns(mine?.columns ?? []).columns },
  }
}
