import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'
import type { MediationPeerRow, MediationSignalRow } from '../db/tables.gen.ts'
import { seal, unseal } from '../secrets.ts'
import { signalBound } from './sealed.ts'

/** Whoever has not said for so long that it is there has gone; what nobody took for so long is thrown away (milliseconds). */
const goneMs = 12_000
const staleMs = 120_000

type At = { district: number; mediationId: string; sessionId: string }

/** Those who are in a video room, oldest first; who has gone without a word is taken out. */
export async function listPeers(
  tx: Tx,
  { district, sessionId }: At,
  now: number,
): Promise<MediationPeerRow[]> {
  await sql`delete from mediation_peer where district_id = ${district} and session_id = ${sessionId}
    and seen_at < ${new Date(now - goneMs)}`.execute(tx)
  const { rows } = await sql<MediationPeerRow>`select * from mediation_peer
    where district_id = ${district} and session_id = ${sessionId} order by id`.execute(tx)
  return rows
}

export async function writePeer(
  tx: Tx,
  { district, mediationId, sessionId }: At,
  peer: { id: string; accountId: string | null; partyId: string | null },
  now: number,
): Promise<void> {
  await sql`insert into mediation_peer (district_id, session_id, id, mediation_id, account_id, party_id, seen_at)
    values (${district}, ${sessionId}, ${peer.id}, ${mediationId}, ${peer.accountId}, ${peer.partyId}, ${new Date(now)})
    on conflict (district_id, session_id, id) do update set seen_at = excluded.seen_at`.execute(tx)
}

/** Takes somebody out, with what was for it. */
export async function removePeer(tx: Tx, { district, sessionId }: At, id: string): Promise<void> {
  await sql`delete from mediation_peer
    where district_id = ${district} and session_id = ${sessionId} and id = ${id}`.execute(tx)
  await sql`delete from mediation_signal
    where district_id = ${district} and session_id = ${sessionId} and to_id = ${id}`.execute(tx)
}

export async function insertSignals(
  tx: Tx,
  { district, mediationId, sessionId }: At,
  from: string,
  signals: readonly { id: string; to: string; data: string }[],
  now: number,
): Promise<void> {
  for (const { id, to, data } of signals)
    await sql`insert into mediation_signal (district_id, session_id, to_id, id, from_id, mediation_id, sealed, at)
      values (${district}, ${sessionId}, ${to}, ${id}, ${from}, ${mediationId}, ${seal(data, signalBound(district, id))},
        ${new Date(now)}) on conflict do nothing`.execute(tx)
}

/** What is for somebody and was not taken yet, in its order; what was taken, or stood too long, goes. */
export async function takeSignals(
  tx: Tx,
  { district, sessionId }: At,
  to: string,
  after: number,
  now: number,
): Promise<{ no: number; from: string; data: string }[]> {
  await sql`delete from mediation_signal where district_id = ${district} and session_id = ${sessionId}
    and (to_id = ${to} and no <= ${after} or at < ${new Date(now - staleMs)})`.execute(tx)
  const { rows } = await sql<MediationSignalRow>`select * from mediation_signal
    where district_id = ${district} and session_id = ${sessionId} and to_id = ${to} order by no limit 200`.execute(
    tx,
  )
  return rows.map((row) => ({
    ...{ no: Number(row.no), from: row.from_id },
    data: unseal(row.sealed, signalBound(district, row.id)),
  }))
}

/** Throws away who was in a room and what was on its way there, where everybody left without a word. */
export async function forgetCalls(tx: Tx, district: number, now: number): Promise<void> {
  await sql`delete from mediation_peer where district_id = ${district} and seen_at < ${new Date(now - goneMs)}`.execute(
    tx,
  )
  await sql`delete from mediation_signal where district_id = ${district} and at < ${new Date(now - staleMs)}`.execute(
    tx,
  )
}
