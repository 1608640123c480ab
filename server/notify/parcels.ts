import { sql } from 'kysely'
import type { Dropped } from '#contract/outlet.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { inAidSight } from '../aid/sight.ts'
import type { Database } from '../db/pool.ts'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import type { OutboxRow, OutletRow } from '../db/tables.gen.ts'
import { findStaff } from '../org/session-queries.ts'
import { openText } from '../resident/text.ts'
import { unseal } from '../secrets.ts'
import { inTeamSight } from '../team/sight.ts'
import { inSight } from '../whistle/sight.ts'
import type { Parcel } from './adapter.ts'
import { codeBound, outletBound } from './bound.ts'
import { boundTo, choiceOf, findChoice } from './choices.ts'
import { codeMailOf, type MailLine, mailOf } from './mail-text.ts'

/** What a row becomes at the moment of sending, or why it is not sent any more. */
export type Packed = { parcel: Parcel } | { dropped: Dropped }

/** Packs a claimed row as the world stands now: who was disabled, closed or removed meanwhile gets nothing. */
export async function pack(db: Database, row: OutboxRow, publicUrl: string, now: number): Promise<Packed> {
  const system = scopeOf({ kind: 'system', districtId: row.district_id })
  if (row.topic === 'hook') return inScope(db, system, (tx) => packHook(tx, row))
  if (row.topic === 'text') return inScope(db, system, (tx) => packText(tx, row, now))
  if (row.topic === 'code') return inScope(db, system, (tx) => packCode(tx, row, now))
  return packMail(db, row, publicUrl, now)
}

async function packHook(tx: Tx, row: OutboxRow): Promise<Packed> {
  const { district_id: district, id, outlet_id: outletId } = row
  const { rows } = await sql<OutletRow>`select * from outlet
    where district_id = ${district} and id = ${outletId}`.execute(tx)
  const [outlet] = rows
  if (!outlet?.is_on || outlet.removed_at !== null) return { dropped: 'outletOff' }
  const secret = unseal(outlet.secret_sealed, outletBound(district, outlet.id))
  const payload = row.payload as { verb: string }
  return {
    parcel: { id, to: outlet.url, subject: payload.verb, text: JSON.stringify({ id, ...payload }), secret },
  }
}

async function packCode(tx: Tx, row: OutboxRow, now: number): Promise<Packed> {
  const { district_id: district, id, account_id: accountId } = row
  const staff = await findStaff(tx, district, accountId ?? '', now)
  if (!staff) return { dropped: 'accountDisabled' }
  const choice = await findChoice(tx, district, staff.accountId)
  if (!choice?.asked_sealed) return { dropped: 'noAddress' }
  const { code } = row.payload as { code: string }
  const digits = unseal(Buffer.from(code, 'base64'), codeBound(district, id))
  const to = unseal(choice.asked_sealed, boundTo(district, staff.accountId, 'asked'))
  return { parcel: { id, to, ...codeMailOf(digits, choiceOf(choice).language) } }
}

/** A code that was used, made void or has ended meanwhile would only confuse. */
async function packText(tx: Tx, row: OutboxRow, now: number): Promise<Packed> {
  const text = await openText(tx, row, now)
  if (!text) return { dropped: 'codeOver' }
  const { phone: to, code, language } = text
  return { parcel: { id: row.id, to, subject: 'text', text: code, language } }
}

type Line = {
  kind: MailLine['kind']
  facts: { clock?: MailLine['clock'] }
  number: string
  page: string
}

async function packMail(db: Database, row: OutboxRow, publicUrl: string, now: number): Promise<Packed> {
  const { district_id: district, id } = row
  const { notices } = row.payload as { notices: string[] }
  const system = scopeOf({ kind: 'system', districtId: district })
  const { staff, choice, hasOpenUnit } = await inScope(db, system, async (tx) => ({
    staff: await findStaff(tx, district, row.account_id ?? '', now),
    choice: await findChoice(tx, district, row.account_id ?? ''),
    hasOpenUnit: await isForOpenUnit(tx, district, notices, now),
  }))
  if (!staff) return { dropped: 'accountDisabled' }
  if (!choice?.mail_sealed) return { dropped: 'noAddress' }
  if (!hasOpenUnit) return { dropped: 'unitClosed' }
  const units = staff.seats.map((seat) => seat.unitId)
  // In the scope of who is told: what they may no longer see is not in it.
  const { rows } = await inScope(db, scopeOf(staff), (tx) =>
    sql<Line>`select n.kind, n.facts, coalesce(m.number, w.number, g.title, x.number, h.number, t.name) number,
        case when m.id is not null then 'matters/all/' || m.id when w.id is not null then 'whistles/' || w.id
          when x.id is not null then 'evaluation/exclusions/' || x.id when h.id is not null then 'aids/' || h.id
          when t.id is not null then 'teams/' || t.id else 'meetings/' || g.id end page
      from notice n
      left join matter m on m.district_id = n.district_id and m.id = n.matter_id
      left join whistle w on w.district_id = n.district_id and w.id = n.whistle_id and ${inSight(staff)}
      left join meeting g on g.district_id = n.district_id and g.id = n.meeting_id
      left join exclusion x on x.district_id = n.district_id and x.id = n.exclusion_id
      left join aid h on h.district_id = n.district_id and h.id = n.aid_id and ${inAidSight(staff, now, 'h')}
      left join team t on t.district_id = n.district_id and t.id = n.team_id and ${inTeamSight(staff)}
      where coalesce(m.id, w.id, g.id, x.id, h.id, t.id) is not null and n.district_id = ${district} and n.id = any (${notices}::uuid[])
        and (n.account_id = ${staff.accountId} or n.unit_id = any (${units}::uuid[]))
      order by n.id desc`.execute(tx),
  )
  if (rows.length === 0) return { dropped: 'nothingToSee' }
  const lines = rows.map((r) => ({ ...r, clock: r.facts.clock }))
  const to = unseal(choice.mail_sealed, boundTo(district, staff.accountId, 'mail'))
  return { parcel: { id, to, ...mailOf(lines, choiceOf(choice).language, publicUrl) } }
}

/** Whether any of the notices is for a person, or for a unit that still works. */
async function isForOpenUnit(tx: Tx, district: number, notices: string[], now: number): Promise<boolean> {
  const { rows } = await sql`select from notice n
    left join unit u on u.district_id = n.district_id and u.id = n.unit_id
    where n.district_id = ${district} and n.id = any (${notices}::uuid[])
      and (u.valid_to is null or u.valid_to >= ${dayOf(now)}::date) limit 1`.execute(tx)
  return rows.length > 0
}
