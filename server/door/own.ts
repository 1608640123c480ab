import { sql } from 'kysely'
import type { PartnerActor } from '#domain/actor.ts'
import { refuse } from '#domain/refusal.ts'
import { scopeOf, setScope, type Tx } from '../db/scope.ts'
import { Refused } from '../http/refused.ts'
import type { Author } from '../matter/birth.ts'

/** An order number of a partner, the voice it became and the matter that is in. */
export type DoorOrder = {
  orderNo: string
  appealId: string
  matterId: string
  number: string
  words: string
  receivedAt: number
  /** The matter it arrived in, where it has been joined or split off since. */
  bornMatterId: string | null
}

export const authorOf = ({ partnerId }: PartnerActor): Author => ({
  ...{ kind: 'partner', id: partnerId },
  ...{ postId: null, unitId: null },
})

/** An order of this partner, and its matter in sight of the transaction. Refusal: `notFound`, also of anybody else's. */
export async function getOwnOrder(tx: Tx, actor: PartnerActor, orderNo: string): Promise<DoorOrder> {
  const order = await findOrder(tx, actor, orderNo)
  if (!order?.isOwn) throw new Refused(refuse('notFound', undefined, 'orderNo'))
  return order
}

/** What came under this number by the channel of the partner, whoever brought it. */
export async function findOrder(
  tx: Tx,
  actor: PartnerActor,
  orderNo: string,
): Promise<(DoorOrder & { isOwn: boolean; isTaken: boolean }) | undefined> {
  const { rows } = await sql<Omit<DoorOrder, 'orderNo' | 'number'> & { partnerId: string | null }>`
    select a.id "appealId", a.matter_id "matterId", a.words, a.received_at "receivedAt",
      a.born_matter_id "bornMatterId", o.partner_id "partnerId"
    from appeal a left join partner_order o on o.district_id = a.district_id and o.appeal_id = a.id
    where a.district_id = ${actor.districtId} and a.channel = ${actor.channel} and a.external_no = ${orderNo}`.execute(
    tx,
  )
  const [found] = rows
  if (!found) return undefined
  const isOwn = found.partnerId === actor.partnerId
  // Its own it follows wherever they went; of the rest only what lies in its area.
  if (isOwn) await setScope(tx, { ...scopeOf(actor), matter: found.matterId })
  const matters = await sql<{ number: string }>`select number from matter
    where district_id = ${actor.districtId} and id = ${found.matterId}`.execute(tx)
  const number = matters.rows[0]?.number
  const isTaken = !isOwn && (found.partnerId !== null || number === undefined)
  return { ...found, orderNo, number: number ?? '', isOwn, isTaken }
}
