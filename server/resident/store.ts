import { sql } from 'kysely'
import type { ResidentOutcome } from '#domain/org/audit.ts'
import { type Asked, type Asker, hourlyMost } from '#domain/resident/asking.ts'
import type { Tx } from '../db/scope.ts'
import type { ResidentAskRow } from '../db/tables.gen.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** A device is forgotten as a known one after so long (days), as with the staff's. */
const deviceDays = 400
/** So many devices stay signed in with one number; of more, the one that signed in first goes. */
const sessionsMost = 10

/** Lets the asks for one number in one after another. */
export async function lockNumber(tx: Tx, district: number, phone: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${district}:${phone.toString('hex')}`}, 1))`.execute(
    tx,
  )
}

export async function findAsk(tx: Tx, district: number, id: string): Promise<ResidentAskRow | undefined> {
  const { rows } = await sql<ResidentAskRow>`select * from resident_ask
    where district_id = ${district} and id = ${id} for update`.execute(tx)
  return rows[0]
}

/** The asks for a number in the last day. */
export async function listAsks(tx: Tx, district: number, phone: Buffer, now: number): Promise<Asked[]> {
  const { rows } = await sql<Asked>`select at, encode(asker_hash, 'hex') asker, is_known "isKnown",
      code_hash is not null "isSent"
    from resident_ask where district_id = ${district} and phone_index = ${phone} and at > ${new Date(now - dayMs)}
    order by at desc`.execute(tx)
  return rows
}

/** When the next code may be asked for by addresses that are not known: from this one, and in the district. */
export async function mayAskHereAt(tx: Tx, district: number, source: Buffer, now: number): Promise<number> {
  const since = new Date(now - hourMs)
  const strangers = sql`code_hash is not null and not is_known and at > ${since} and at <= ${new Date(now + 60_000)}`
  const { rows } = await sql<{ at: number }>`
    (select at from resident_ask where district_id = ${district} and source_hash = ${source} and ${strangers}
      order by at desc offset ${hourlyMost.source - 1} limit 1)
    union all
    (select at from resident_ask where district_id = ${district} and ${strangers}
      order by at desc offset ${hourlyMost.district - 1} limit 1)`.execute(tx)
  return Math.max(now, ...rows.map(({ at }) => at + hourMs))
}

export type NewAsk = Asker & {
  district: number
  id: string
  phone: Buffer
  source: Buffer
  codeHash: Buffer
  now: number
}

/** Keeps a code that is on its way; what this asker was sent before is void. */
export async function insertAsk(tx: Tx, a: NewAsk): Promise<void> {
  const [asker, at] = [Buffer.from(a.asker, 'hex'), new Date(a.now)]
  await sql`update resident_ask set ended_at = ${at}
    where district_id = ${a.district} and phone_index = ${a.phone} and asker_hash = ${asker} and ended_at is null`.execute(
    tx,
  )
  await sql`insert into resident_ask (district_id, id, phone_index, asker_hash, is_known, source_hash, at, code_hash)
    values (${a.district}, ${a.id}, ${a.phone}, ${asker}, ${a.isKnown}, ${a.source}, ${at}, ${a.codeHash})`.execute(
    tx,
  )
}

/** Notes who was turned away, once until somebody is sent a code again, so that they may go first. */
export async function noteTurnedAway(tx: Tx, a: Omit<NewAsk, 'codeHash'>): Promise<void> {
  const asker = Buffer.from(a.asker, 'hex')
  await sql`insert into resident_ask (district_id, id, phone_index, asker_hash, is_known, source_hash, at)
    select ${a.district}::int, ${a.id}::uuid, ${a.phone}::bytea, ${asker}::bytea, false, ${a.source}::bytea,
      ${new Date(a.now)}::timestamptz
    where not exists (select from resident_ask o where o.district_id = ${a.district} and o.phone_index = ${a.phone}
      and o.asker_hash = ${asker}::bytea and o.code_hash is null and o.at >= (select max(s.at) from resident_ask s
        where s.district_id = ${a.district} and s.phone_index = ${a.phone} and s.code_hash is not null))`.execute(
    tx,
  )
}

/** Counts a wrong code. Out: how often it has been tried. */
export async function countTry(tx: Tx, district: number, id: string): Promise<number> {
  const { rows } = await sql<{ tries: number }>`update resident_ask set tries = tries + 1
    where district_id = ${district} and id = ${id} returning tries`.execute(tx)
  return rows[0]?.tries ?? 0
}

export async function endAsk(tx: Tx, district: number, id: string, now: number): Promise<void> {
  await sql`update resident_ask set ended_at = ${new Date(now)}
    where district_id = ${district} and id = ${id}`.execute(tx)
}

export type NewCallerSession = {
  district: number
  id: string
  tokenHash: Buffer
  phone: Buffer
  phoneSealed: Buffer
  now: number
  expiresAt: number
}

export async function insertCallerSession(tx: Tx, s: NewCallerSession): Promise<void> {
  await sql`insert into resident_session (district_id, id, token_hash, phone_index, phone_sealed, created_at, expires_at)
    values (${s.district}, ${s.id}, ${s.tokenHash}, ${s.phone}, ${s.phoneSealed}, ${new Date(s.now)}, ${new Date(s.expiresAt)})`.execute(
    tx,
  )
  await sql`delete from resident_session where district_id = ${s.district} and id in (
    select id from resident_session where district_id = ${s.district} and phone_index = ${s.phone}
    order by created_at desc, id desc offset ${sessionsMost})`.execute(tx)
}

export async function deleteCallerSession(tx: Tx, district: number, tokenHash: Buffer): Promise<void> {
  await sql`delete from resident_session where district_id = ${district} and token_hash = ${tokenHash}`.execute(
    tx,
  )
}

/** Ends every session of a number and forgets its devices. Out: how many sessions there were. */
export async function deleteCallerSessions(tx: Tx, district: number, phone: Buffer): Promise<number> {
  await sql`delete from resident_device where district_id = ${district} and phone_index = ${phone}`.execute(
    tx,
  )
  const result = await sql`delete from resident_session
    where district_id = ${district} and phone_index = ${phone}`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

/** Whether a number has signed in on a device before. */
export async function isKnownDevice(
  tx: Tx,
  district: number,
  phone: Buffer,
  device: Buffer,
): Promise<boolean> {
  const { rows } = await sql`select from resident_device
    where district_id = ${district} and phone_index = ${phone} and device_hash = ${device}`.execute(tx)
  return rows.length > 0
}

export async function knowCallerDevice(
  tx: Tx,
  district: number,
  phone: Buffer,
  device: Buffer,
  now: number,
): Promise<void> {
  await sql`insert into resident_device (district_id, phone_index, device_hash, seen_at)
    values (${district}, ${phone}, ${device}, ${new Date(now)})
    on conflict (district_id, phone_index, device_hash) do update set seen_at = excluded.seen_at`.execute(tx)
}

export type CallerEvent = {
  district: number
  id: string
  at: number
  phone: Buffer
  outcome: ResidentOutcome
  device: string
  address: string
}

/** Puts on record who signed in by telephone, or tried; never with the number. */
export async function recordCaller(tx: Tx, e: CallerEvent): Promise<void> {
  await sql`insert into resident_event (district_id, id, at, phone_index, outcome, device, address)
    values (${e.district}, ${e.id}, ${new Date(e.at)}, ${e.phone}, ${e.outcome}, ${e.device}, ${e.address})`.execute(
    tx,
  )
}

/** Forgets asks after a day, sessions that have run out, devices that nobody has used for long. */
export async function forgetCallers(tx: Tx, district: number, now: number): Promise<void> {
  await sql`delete from resident_ask where district_id = ${district} and (at < ${new Date(now - dayMs)} or at > ${new Date(now + dayMs)})`.execute(
    tx,
  )
  await sql`delete from resident_session where district_id = ${district} and expires_at < ${new Date(now)}`.execute(
    tx,
  )
  await sql`delete from resident_device
    where district_id = ${district} and seen_at < ${new Date(now - deviceDays * dayMs)}`.execute(tx)
}
