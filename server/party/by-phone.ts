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

/** Where numbers stand, among voices and parties, the newest first. */
export async function listByPhone(
  tx: Tx,
  district: number,
  indexes: readonly Buffer[],
  limit: number,
): Promise<Standing[]> {
  const wanted = sql`any (${[...indexes]}::bytea[])`
  const { rows } = await sql<Standing>`select phone_index, matter_id, is_confidential, side from (
      (select phone_index, matter_id, is_confidential, null as side, received_at as at from appeal
        where district_id = ${district} and phone_index = ${wanted} order by received_at desc limit ${limit})
      union all
      (select p.phone_index, p.matter_id, p.is_confidential or coalesce(v.is_confidential, false), p.side, p.created_at
        from party p left join appeal v on v.district_id = p.district_id and v.id = p.appeal_id
        where p.district_id = ${district} and p.phone_index = ${wanted} and p.removed_at is null
        order by p.created_at desc limit ${limit})) found
    order by at desc limit ${limit}`.execute(tx)
  return rows
}

/** Whether a reader who sees a matter may also know that this number stands in it: as much as seeing who it is. */
export function mayLink(actor: StaffActor, matter: Matter, { side, is_confidential }: Standing): boolean {
  const secrecy = { isConfidential: is_confidential }
  return side === null
    ? mayReveal(actor, matter, secrecy)
    : mayRevealParty(actor, matter, { ...secrecy, side })
}
