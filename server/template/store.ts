import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'

type Written = { district: number; id: string; now: number; by: string }
type Facts = { name: string; verbs: readonly string[]; categoryCode: string | null; body: string }

/** Whether no open template of the same owner is called so, apart from one. */
export async function isNameFree(
  tx: Tx,
  district: number,
  unitId: string | null,
  name: string,
  but?: string,
): Promise<boolean> {
  const { rows } = await sql`select from template where district_id = ${district} and name = ${name}
    and unit_id is not distinct from ${unitId}::uuid and closed_at is null
    and (${but ?? null}::uuid is null or id <> ${but ?? null}::uuid)`.execute(tx)
  return rows.length === 0
}

/** Out: whether the id was free. */
export async function insertTemplate(
  tx: Tx,
  t: Written & Facts & { unitId: string | null },
): Promise<boolean> {
  const { rows } =
    await sql`insert into template (district_id, id, unit_id, name, verbs, category_code, body, changed_at, changed_by)
    values (${t.district}, ${t.id}, ${t.unitId}, ${t.name}, ${[...t.verbs]}, ${t.categoryCode}, ${t.body}, ${new Date(t.now)}, ${t.by})
    on conflict (district_id, id) do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export async function writeTemplate(tx: Tx, t: Written & Facts): Promise<void> {
  await sql`update template set name = ${t.name}, verbs = ${[...t.verbs]}, category_code = ${t.categoryCode}, body = ${t.body},
      version = version + 1, changed_at = ${new Date(t.now)}, changed_by = ${t.by}
    where district_id = ${t.district} and id = ${t.id}`.execute(tx)
}

export async function writeClosed(tx: Tx, t: Written & { isClosed: boolean }): Promise<void> {
  await sql`update template set closed_at = ${t.isClosed ? new Date(t.now) : null}, version = version + 1,
      changed_at = ${new Date(t.now)}, changed_by = ${t.by}
    where district_id = ${t.district} and id = ${t.id}`.execute(tx)
}
