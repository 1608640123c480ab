import { sql } from 'kysely'
import type { PartnerView, partnerRoutes } from '#contract/partner.ts'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { keyState } from '#domain/door/partner.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { iso, isoOrNull } from '../matter/views.ts'

type Key = {
  id: string
  prefix: string
  created_at: string
  used_at: string | null
  revoked_at: string | null
}
type Row = Omit<PartnerView, 'keys'> & { keys: Key[] }

/** How many days of use an administrator is shown. */
const shownDays = 30

/** Partners by id, the newest first. In: one id, or the id to go on after and how many. */
async function readPartners(
  tx: Tx,
  district: number,
  asked: { id: string } | { cursor: string | undefined; limit: number },
  now: number,
): Promise<PartnerView[]> {
  const today = dayOf(now)
  const one = 'id' in asked ? asked.id : null
  const { cursor, limit } = 'id' in asked ? { cursor: undefined, limit: 1 } : asked
  const { rows } = await sql<Row>`
    select p.id, p.name, p.channel, p.scopes, p.orders, p.valid_from "validFrom", p.valid_to "validTo",
      json_build_object('id', u.id, 'name', u.name, 'kind', u.kind) unit,
      (select coalesce(json_agg(k order by k.revoked_at is not null, k.created_at desc), '[]')
        from (select id, prefix, created_at, used_at, revoked_at from partner_key
          where district_id = p.district_id and partner_id = p.id) k) keys,
      (select coalesce(json_agg(json_build_object('outcome', s.outcome, 'count', s.count) order by s.count desc, s.outcome), '[]')
        from (select outcome, sum(count)::int count from partner_use where district_id = p.district_id
          and partner_id = p.id and day > ${addDays(today, -shownDays)}::date group by outcome) s) uses
    from partner p join unit u on u.district_id = p.district_id and u.id = p.unit_id
    where p.district_id = ${district} and (${one}::uuid is null or p.id = ${one}::uuid)
      and (${cursor ?? null}::uuid is null or p.id < ${cursor ?? null}::uuid)
    order by p.id desc limit ${limit}`.execute(tx)
  return rows.map(({ keys, ...row }) => ({
    ...row,
    keys: keys.map((k) => ({
      id: k.id,
      prefix: k.prefix,
      createdAt: iso(Date.parse(k.created_at)),
      usedAt: isoOrNull(k.used_at === null ? null : Date.parse(k.used_at)),
      state: keyState({ isRevoked: k.revoked_at !== null, ...row }, today),
    })),
  }))
}

export async function findPartner(
  tx: Tx,
  district: number,
  id: string,
  now: number,
): Promise<PartnerView | undefined> {
  return (await readPartners(tx, district, { id }, now))[0]
}

/** Every system that may come to the door, with its keys and what it asked of late. */
export async function listPartners({ tx, actor, query, now }: Call<typeof partnerRoutes.listPartners>) {
  const { cursor, limit } = query
  const rows = await readPartners(tx, actor.districtId, { cursor, limit: limit + 1 }, now)
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}
