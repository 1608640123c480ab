import { sql } from 'kysely'
import type { StaffActor } from '#domain/actor.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { mayReveal } from '#domain/matter/reveal.ts'
import type { Side } from '#domain/party/party.ts'
import { mayRevealParty } from '#domain/party/reveal.ts'
import type { Tx } from '../db/scope.ts'

/** One place where a telephone number stands: a voice, or a party (with its side). */
export type Standing = {
  phone_index: Buffer
  matter_id: string
  is_confidential: boolean
  side: Side | null
}

/**
 * Where numbers stand, among voices and parties, the newest first; of each number at most so many. Number by number, so that the
 * order of the index serves and a number that calls every day costs no more than another.
 */
export async function listByPhone(
  tx: Tx,
  district: number,
  indexes: readonly Buffer[],
  limit: number,
): Promise<Standing[]> {
  const { rows } =
    await sql<Standing>`select wanted.phone_index, found.matter_id, found.is_confidential, found.side
    from unnest(${[...indexes]}::bytea[]) wanted(phone_index) cross join lateral (
      (select a.matter_id, a.is_confidential, null as side, a.received_at as at from appeal a
        where a.district_id = ${district} and a.phone_index = wanted.phone_index order by a.received_at desc limit ${limit})
      union all
      (select p.matter_id, p.is_confidential or coalesce((select v.is_confidential from appeal v
          where v.district_id = p.district_id and v.id = p.appeal_id), false), p.side, p.created_at from party p
        where p.district_id = ${district} and p.phone_index = wanted.phone_index and p.removed_at is null
        order by p.created_at desc limit ${limit})) found
    order by found.at desc`.execute(tx)
  return rows
}

/** Whether a reader who sees a matter may also know that this number or name stands in it: as much as seeing who it is. */
export function mayLink(
  actor: StaffActor,
  matter: Matter,
  { side, is_confidential }: Pick<Standing, 'side' | 'is_confidential'>,
): boolean {
  const secrecy = { isConfidential: is_confidential }
  return side === null
    ? mayReveal(actor, matter, secrecy)
    : mayRevealParty(actor, matter, { ...secrecy, side })
}
