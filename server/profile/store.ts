import { sql } from 'kysely'
import type { Profile } from '#domain/profile/profile.ts'
import type { Tx } from '../db/scope.ts'

type Written = { district: number; version: number; data: Profile; now: number; by: string }

export async function writeDraft(tx: Tx, d: Written & { base: number; commandId: string }): Promise<void> {
  await sql`insert into profile_draft (district_id, base_version, data, version, command_id, changed_at, changed_by)
    values (${d.district}, ${d.base}, ${JSON.stringify(d.data)}::jsonb, ${d.version}, ${d.commandId}, ${new Date(d.now)}, ${d.by})
    on conflict (district_id) do update set data = excluded.data, version = excluded.version,
      command_id = excluded.command_id, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(
    tx,
  )
}

export async function deleteDraft(tx: Tx, district: number): Promise<void> {
  await sql`delete from profile_draft where district_id = ${district}`.execute(tx)
}

/** A version is written once and never changes. */
export async function insertVersion(tx: Tx, v: Written & { reason: string }): Promise<void> {
  await sql`insert into profile (district_id, version, data, from_at, reason, published_by)
    values (${v.district}, ${v.version}, ${JSON.stringify(v.data)}::jsonb, ${new Date(v.now)}, ${v.reason}, ${v.by})`.execute(
    tx,
  )
}
