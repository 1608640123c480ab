import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { CallerActor } from '#domain/actor.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { Refused } from '../http/refused.ts'
import { readToken } from '../http/token.ts'

/** Who holds a session of a resident, in the district that is asked about and no other. Refusal: `phoneFirst`. */
export async function enterCaller(
  tx: Tx,
  request: FastifyRequest,
  district: number,
  now: number,
): Promise<CallerActor> {
  const token = readToken(request, 'resident')
  if (!token || token.district !== district) throw new Refused(refuse('phoneFirst'))
  const { rows } = await sql<{ phone: string }>`select encode(phone_index, 'hex') phone from resident_session
    where district_id = ${district} and token_hash = ${token.hash} and expires_at > ${new Date(now)}
      and created_at <= ${new Date(now + 60_000)}`.execute(tx)
  if (!rows[0]) throw new Refused(refuse('phoneFirst'))
  return { kind: 'caller', districtId: district, phoneIndex: rows[0].phone }
}
