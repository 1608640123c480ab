import { sql } from 'kysely'
import type { ListQuery } from '#contract/list.ts'
import type { ListColumn } from '#contract/list-columns.ts'
import type { ListChoice } from '#contract/view.ts'
import type { Tx } from '../db/scope.ts'

type Saved = {
  district: number
  id: string
  accountId: string
  unitId: string | null
  name: string
  query: ListQuery
  columns: readonly ListColumn[]
}

export async function insertView(tx: Tx, view: Saved, now: number): Promise<void> {
  const at = new Date(now)
  await sql`insert into list_view (district_id, id, account_id, unit_id, name, query, columns, created_at, changed_at)
    values (${view.district}, ${view.id}, ${view.accountId}, ${view.unitId}, ${view.name}, ${JSON.stringify(view.query)},
      ${[...view.columns]}::text[], ${at}, ${at})`.execute(tx)
}

/** Writes the content anew; whose view it is does not change. */
export async function updateView(tx: Tx, view: Omit<Saved, 'accountId'>, now: number): Promise<void> {
  await sql`update list_view set unit_id = ${view.unitId}, name = ${view.name}, query = ${JSON.stringify(view.query)},
      columns = ${[...view.columns]}::text[], changed_at = ${new Date(now)}, version = version + 1
    where district_id = ${view.district} and id = ${view.id}`.execute(tx)
}

export async function removeView(tx: Tx, district: number, id: string): Promise<void> {
  await sql`delete from list_view where district_id = ${district} and id = ${id}`.execute(tx)
}

export async function writeOrder(tx: Tx, district: number, accountId: string, ids: string[]): Promise<void> {
  await sql`insert into list_choice (district_id, account_id, view_order) values (${district}, ${accountId}, ${ids}::uuid[])
    on conflict (district_id, account_id) do update set view_order = excluded.view_order`.execute(tx)
}

export async function writeLook(
  tx: Tx,
  district: number,
  accountId: string,
  { look, columns }: ListChoice,
): Promise<void> {
  await sql`insert into list_choice (district_id, account_id, look, columns)
    values (${district}, ${accountId}, ${look}, ${[...columns]}::text[])
    on conflict (district_id, account_id) do update set look = excluded.look, columns = excluded.columns`.execute(
    tx,
  )
}

/** How many views an account has of its own. */
export async function countViews(tx: Tx, district: number, accountId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int n from list_view
    where district_id = ${district} and account_id = ${accountId}`.execute(tx)
  return rows[0]?.n ?? 0
}
