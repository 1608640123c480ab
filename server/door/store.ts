import { sql } from 'kysely'
import type { PartnerChannel, PartnerScope } from '#domain/door/partner.ts'
import type { PartnerVerb } from '#domain/org/audit.ts'
import type { Tx } from '../db/scope.ts'

const isWritten = ({ rows }: { rows: unknown[] }) => rows.length > 0

export type NewPartner = {
  district: number
  id: string
  name: string
  channel: PartnerChannel
  unitId: string
  scopes: readonly PartnerScope[]
  validFrom: string
  validTo: string | null
  now: number
}

/** Out: whether the id was free. */
export async function insertPartner(tx: Tx, p: NewPartner): Promise<boolean> {
  return isWritten(
    await sql`insert into partner (district_id, id, name, channel, unit_id, scopes, valid_from, valid_to, created_at)
      values (${p.district}, ${p.id}, ${p.name}, ${p.channel}, ${p.unitId}, ${[...p.scopes]}, ${p.validFrom}::date,
        ${p.validTo}::date, ${new Date(p.now)}) on conflict do nothing returning 1`.execute(tx),
  )
}

export async function writePartnerEnd(
  tx: Tx,
  district: number,
  id: string,
  validTo: string | null,
): Promise<void> {
  await sql`update partner set valid_to = ${validTo}::date where district_id = ${district} and id = ${id}`.execute(
    tx,
  )
}

/** Out: whether the id and the first signs were free. */
export async function insertKey(
  tx: Tx,
  k: { district: number; id: string; partnerId: string; prefix: string; hash: Buffer; now: number },
): Promise<boolean> {
  return isWritten(
    await sql`insert into partner_key (district_id, id, partner_id, prefix, hash, created_at)
      values (${k.district}, ${k.id}, ${k.partnerId}, ${k.prefix}, ${k.hash}, ${new Date(k.now)})
      on conflict do nothing returning 1`.execute(tx),
  )
}

export async function writeRevoked(tx: Tx, district: number, id: string, now: number): Promise<void> {
  await sql`update partner_key set revoked_at = ${new Date(now)}
    where district_id = ${district} and id = ${id} and revoked_at is null`.execute(tx)
}

export type PartnerAction = {
  district: number
  id: string
  at: number
  accountId: string
  verb: PartnerVerb
  partnerId: string
  payload: object
}

export async function insertPartnerAction(tx: Tx, a: PartnerAction): Promise<void> {
  await sql`insert into partner_action (district_id, id, at, account_id, verb, partner_id, payload)
    values (${a.district}, ${a.id}, ${new Date(a.at)}, ${a.accountId}, ${a.verb}, ${a.partnerId},
      ${JSON.stringify(a.payload)}::jsonb)`.execute(tx)
}

/** A key counts as used again after this, so that asking seldom becomes writing (milliseconds). */
const touchEveryMs = 60_000

/** Counts one request of a partner on a day, and that its key was used. */
export async function countUse(
  tx: Tx,
  u: { district: number; partnerId: string; keyId: string; day: string; outcome: string; now: number },
): Promise<void> {
  await sql`insert into partner_use (district_id, partner_id, day, outcome, count)
    values (${u.district}, ${u.partnerId}, ${u.day}::date, ${u.outcome}, 1)
    on conflict (district_id, partner_id, day, outcome) do update set count = partner_use.count + 1`.execute(
    tx,
  )
  await sql`update partner_key set used_at = ${new Date(u.now)} where district_id = ${u.district} and id = ${u.keyId}
    and (used_at is null or used_at < ${new Date(u.now - touchEveryMs)})`.execute(tx)
}

/** Puts on record which voice an order number became, and counts it. */
export async function insertOrder(
  tx: Tx,
  o: { district: number; partnerId: string; orderNo: string; appealId: string },
): Promise<void> {
  await sql`insert into partner_order (district_id, partner_id, order_no, appeal_id)
    values (${o.district}, ${o.partnerId}, ${o.orderNo}, ${o.appealId})`.execute(tx)
  await sql`update partner set orders = orders + 1 where district_id = ${o.district} and id = ${o.partnerId}`.execute(
    tx,
  )
}

/**
 * Says that the orders in a matter have changed, where it holds any. The partner's counter stays locked until the
 * transaction ends, so the numbers become visible in their order and who polls by them misses nothing.
 */
export async function markOrders(tx: Tx, district: number, matterIds: readonly string[]): Promise<void> {
  await sql`with o as (select o.partner_id, o.order_no, row_number() over (partition by o.partner_id order by o.order_no) nth
      from appeal a join partner_order o on o.district_id = a.district_id and o.appeal_id = a.id
      where a.district_id = ${district} and a.matter_id = any (${[...matterIds]}::uuid[])),
    p as (update partner p set changes = p.changes + n.orders
      from (select partner_id, count(*) orders from o group by partner_id order by partner_id) n
      where p.district_id = ${district} and p.id = n.partner_id returning p.id, p.changes - n.orders before)
    update partner_order t set change = p.before + o.nth from o join p on p.id = o.partner_id
    where t.district_id = ${district} and t.partner_id = o.partner_id and t.order_no = o.order_no`.execute(tx)
}
