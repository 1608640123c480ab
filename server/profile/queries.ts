import { sql } from 'kysely'
import type { ProfilePage, profileRoutes } from '#contract/profile.ts'
import { completed, defaultProfile, type Profile } from '#domain/profile/profile.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'

type Version = { version: number; data: Partial<Profile>; at: number; reason: string; by: string | null }

const versionOf = ({ at, data, ...row }: Version) => ({
  ...row,
  data: completed(data),
  fromAt: new Date(at).toISOString(),
})

/** The versions before one, the newest first. */
async function readVersions(tx: Tx, district: number, before: number | null, limit: number) {
  const { rows } =
    await sql<Version>`select v.version, v.data, v.from_at at, v.reason, p.name "by" from profile v
    left join account a on a.district_id = v.district_id and a.id = v.published_by
    left join person p on p.district_id = a.district_id and p.id = a.person_id
    where v.district_id = ${district} and (${before}::int is null or v.version < ${before}::int)
    order by v.version desc limit ${limit}`.execute(tx)
  return rows.map(versionOf)
}

export async function listProfileVersions({
  tx,
  actor,
  query,
}: Call<typeof profileRoutes.listProfileVersions>) {
  const rows = await readVersions(tx, actor.districtId, query.before ?? null, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  return { rows: shown, next: rows.length > query.limit ? (shown.at(-1)?.version ?? null) : null }
}

export type Draft = {
  version: number
  base: number
  data: Profile
  commandId: string
  at: number
  by: string
}

/** The draft of a district, if somebody is writing one. */
export async function findDraft(tx: Tx, district: number): Promise<Draft | undefined> {
  const { rows } = await sql<Omit<Draft, 'data'> & { data: Partial<Profile> }>`
    select d.version, d.base_version base, d.data, d.command_id "commandId", d.changed_at at, p.name "by"
    from profile_draft d join account a on a.district_id = d.district_id and a.id = d.changed_by
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where d.district_id = ${district}`.execute(tx)
  // A clock whose lines were taken out stays without any until somebody gives it some.
  return rows[0] && { ...rows[0], data: { ...defaultProfile, ...rows[0].data } }
}

/** The profile that counts and the draft beside it. */
export async function readPage(tx: Tx, district: number): Promise<ProfilePage> {
  const [newest] = await readVersions(tx, district, null, 1)
  if (!newest) throw new Error(`district ${district} has no profile`)
  const draft = await findDraft(tx, district)
  return {
    ...newest,
    draft: draft
      ? {
          version: draft.version,
          data: draft.data,
          changedAt: new Date(draft.at).toISOString(),
          by: draft.by,
        }
      : null,
  }
}

export async function getProfilePage({ tx, actor }: Call<typeof profileRoutes.getProfilePage>) {
  return readPage(tx, actor.districtId)
}
