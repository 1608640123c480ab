import { sql } from 'kysely'
import type { deskRoutes } from '#contract/desk.ts'
import type { SlipView } from '#contract/slip.ts'
import type { ClockKind } from '#domain/matter/clocks.ts'
import { spacedQueryCode } from '#domain/matter/number.ts'
import { mayReveal } from '#domain/matter/reveal.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { AppealRow, MatterRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { insertReading } from '../matter/store.ts'
import { iso, openSealed } from '../matter/views.ts'

type Row = Pick<AppealRow, 'district_id' | 'id' | 'matter_id' | 'query_sealed' | 'received_at'> &
  Pick<MatterRow, 'number' | 'place_text'> & {
    on_behalf: SlipView['onBehalf']
    is_confidential: boolean
    holder_name: string
    first_seq: number
    entered_by: string | null
    entered_at: string | null
    clock_kind: ClockKind | null
    clock_due_at: number | null
  }

/** What a slip is made of: the voice, where its matter stands, who wrote it down, what the person may expect first. */
async function findSlipRow(
  tx: Tx,
  district: number,
  matterId: string,
  appealId: string,
): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select a.district_id, a.id, a.matter_id, a.query_sealed, a.received_at, a.on_behalf, a.is_confidential, m.number,
      m.place_text, u.name holder_name, h.seq first_seq, h.actor_id entered_by, e.name entered_at, c.kind clock_kind,
      c.due_at clock_due_at
    from appeal a
    join matter m on m.district_id = a.district_id and m.id = a.matter_id
    join unit u on u.district_id = m.district_id and u.id = m.holder_id
    join lateral (select seq, actor_id, unit_id from matter_action h where h.district_id = a.district_id
      and h.matter_id = a.matter_id and h.appeal_id = a.id order by h.seq limit 1) h on true
    left join unit e on e.district_id = a.district_id and e.id = h.unit_id
    left join lateral (select kind, due_at from clock c where c.district_id = a.district_id and c.matter_id = a.matter_id
      and c.stopped_at is null and c.due_at is not null and c.kind in ('accept', 'dispatch', 'contact', 'handle')
      order by array_position(array['contact', 'accept', 'handle', 'dispatch'], c.kind) limit 1) c on true
    where a.district_id = ${district} and a.id = ${appealId} and a.matter_id = ${matterId}`.execute(tx)
  return rows[0]
}

function viewOf(row: Row, isCodeShown: boolean): SlipView {
  const code = isCodeShown ? openSealed(row, 'query') : null
  return {
    matterId: row.matter_id,
    appealId: row.id,
    number: row.number,
    queryCode: code === null ? null : spacedQueryCode(code),
    placeText: row.place_text,
    registeredAt: iso(row.received_at),
    unitName: row.entered_at ?? '',
    holderName: row.holder_name,
    expect:
      row.clock_kind === null || row.clock_due_at === null
        ? null
        : { kind: row.clock_kind, dueAt: iso(row.clock_due_at) },
    onBehalf: row.on_behalf,
    isJoined: row.first_seq > 1,
  }
}

/** What is answered to who has just registered a voice: its number, its code, its slip. */
export async function registeredOf(tx: Tx, district: number, matterId: string, appealId: string) {
  const row = await findSlipRow(tx, district, matterId, appealId)
  if (!row) throw new Error(`no voice ${appealId} in matter ${matterId}`)
  const slip = viewOf(row, true)
  return { id: matterId, number: slip.number, queryCode: slip.queryCode ?? '', slip }
}

/**
 * Prints a slip once more, on record. For who wrote the voice down; its code only for who may see who said it. Refusals:
 * `notFound`, `notYours`, `commandReused`.
 */
export async function printSlip({ tx, actor, params, body, now }: Call<typeof deskRoutes.printSlip>) {
  const district = actor.districtId
  const matter = await findMatter(tx, district, params.id)
  const row = matter && (await findSlipRow(tx, district, params.id, body.appealId))
  if (!matter || !row) return refuse('notFound')
  if (row.entered_by !== actor.accountId) return refuse('notYours')
  const isOnRecord = await insertReading(tx, {
    district,
    id: body.commandId,
    at: now,
    accountId: actor.accountId,
    what: 'print',
    subject: `appeal:${row.id}`,
    purpose: '补打回执',
    againMs: 60_000,
  })
  if (!isOnRecord) throw new Refused(refuse('commandReused'))
  return viewOf(row, mayReveal(actor, matterOf(matter), { isConfidential: row.is_confidential }))
}
