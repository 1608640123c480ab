import { sql } from 'kysely'
import type { MatterPage } from '#contract/matter.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { asking } from '#domain/matter/moves.ts'
import type { Profile } from '#domain/profile/profile.ts'
import type { Tx } from '../db/scope.ts'
import type { ActionLine } from './queries.ts'
import { iso, isoOrNull } from './views.ts'

type Standing = Pick<
  MatterPage,
  'centreLevel' | 'request' | 'held' | 'parts' | 'archivedAt' | 'retention' | 'retentions'
>

/** What stands beside the state: a request that waits, a hold, the parts of others, the archive. */
export function standingViews(matter: Matter, actions: readonly ActionLine[], profile: Profile): Standing {
  const { request, held } = matter
  const asked = actions.findLast(({ verb }) => asking.some((one) => one === verb))
  return {
    centreLevel: matter.centreLevel,
    request: request && {
      kind: request.kind,
      at: iso(request.at),
      byName: asked?.name ?? null,
      why: 'why' in request ? request.why : null,
      amount: 'amount' in request ? request.amount : null,
    },
    held: held && { ...held, since: iso(held.since) },
    parts: matter.parts.map((part) => ({
      ...part,
      askedAt: iso(part.askedAt),
      answeredAt: isoOrNull(part.answeredAt),
    })),
    archivedAt: isoOrNull(matter.archivedAt),
    retention: matter.retention,
    retentions: [...profile.retention],
  }
}

type Ref = NonNullable<MatterPage['joinedInto']>

/** Another matter, where the second lock opens it; otherwise only that there is one. */
export async function findRef(tx: Tx, district: number, id: string): Promise<Ref> {
  const { rows } = await sql<Omit<Ref, 'mayRead'>>`select id, number, title from matter
    where district_id = ${district} and id = ${id}`.execute(tx)
  return rows[0] ? { ...rows[0], mayRead: true } : { id, number: '', title: '', mayRead: false }
}

export async function listJoined(tx: Tx, district: number, id: string): Promise<Ref[]> {
  const { rows } = await sql<Omit<Ref, 'mayRead'>>`select id, number, title from matter
    where district_id = ${district} and joined_into = ${id} order by id limit 100`.execute(tx)
  return rows.map((row) => ({ ...row, mayRead: true }))
}
