import { sql } from 'kysely'
import type { doorRoutes, OrderPage } from '#contract/door.ts'
import { closureLabels, satisfactionLabels, stateLabels, verbLabels } from '#contract/words/labels.ts'
import type { ClosureKind, Satisfaction, State } from '#domain/matter/matter.ts'
import { scopeOf, setScope, type Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { findMatter, listActions, listClocks } from '../matter/queries.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { findUnit } from '../org/queries.ts'
import { listTold, stepOf } from '../public/queries.ts'
import { type DoorOrder, getOwnOrder } from './own.ts'

const stateOf = (code: State) => ({ code, words: stateLabels[code].zh })

/** How an order of one's own stands: what the person is told, and nothing that staff keep among themselves. Refusal: `notFound`. */
export async function getOrder({
  tx,
  actor,
  params,
  now,
}: Call<typeof doorRoutes.getOrder>): Promise<OrderPage> {
  const order = await getOwnOrder(tx, actor, params.orderNo)
  const row = await findMatter(tx, actor.districtId, order.matterId)
  if (!row) throw new Error(`the matter of order ${order.appealId} is not to be seen`)
  const state = row.state as State
  const isWithheld = row.sensitive
  const told = isWithheld ? nothing : await tell(tx, order, row, now)
  return {
    orderNo: order.orderNo,
    number: row.number,
    state: stateOf(state),
    version: row.version,
    receivedAt: iso(order.receivedAt),
    closedAt: isoOrNull(row.closed_at),
    isWithheld,
    ...told,
  }
}

type Told = Pick<OrderPage, 'holderName' | 'dueAt' | 'question' | 'result' | 'closure' | 'revisit' | 'steps'>

const nothing: Told = {
  ...{ holderName: null, dueAt: null, question: null, result: null },
  ...{ closure: null, revisit: null, steps: [] },
}

async function tell(tx: Tx, order: DoorOrder, row: MatterRow, now: number): Promise<Told> {
  const { district_id: district, id } = row
  const lines = await listTold(tx, district, await listActions(tx, district, id), order, order.bornMatterId)
  const running = (await listClocks(tx, district, id)).filter((clock) => clock.stopped_at === null)
  const promised = running.find((clock) => clock.kind === 'handle') ?? running[0]
  const asked = row.question_open ? lines.findLast((line) => line.verb === 'ask') : undefined
  const closure = row.closure_kind as ClosureKind | null
  const satisfied = row.satisfied as Satisfaction | null
  return {
    holderName: (await findUnit(tx, district, row.holder_id, now))?.name ?? null,
    dueAt: isoOrNull(promised?.due_at ?? null),
    question: asked ? String(asked.payload['question']) : null,
    result: row.state === 'revisiting' || row.state === 'closed' ? row.result : null,
    closure: closure === null ? null : { code: closure, words: closureLabels[closure].zh },
    revisit:
      row.solved === null
        ? null
        : {
            solved: row.solved,
            satisfied:
              satisfied === null ? null : { code: satisfied, words: satisfactionLabels[satisfied].zh },
          },
    steps: lines.map((line) => {
      const { verb, at, unitName, words } = stepOf(line, order, [])
      return { verb: { code: verb, words: verbLabels[verb].zh }, at, unitName, text: words }
    }),
  }
}

type Changed = { order_no: string; number: string; state: State; version: number; change: string }

/** The orders of one's own that changed since, in the order in which they changed; each stands where it changed last. */
export async function listChangedOrders({ tx, actor, query }: Call<typeof doorRoutes.listChangedOrders>) {
  const { districtId: district, partnerId } = actor
  // Its orders may have gone anywhere since; only its own are asked for.
  await setScope(tx, scopeOf({ kind: 'system', districtId: district }))
  const { rows } = await sql<Changed>`select o.order_no, m.number, m.state, m.version, o.change
    from partner_order o join appeal a on a.district_id = o.district_id and a.id = o.appeal_id
    join matter m on m.district_id = a.district_id and m.id = a.matter_id
    where o.district_id = ${district} and o.partner_id = ${partnerId} and o.change > ${query.changedSince}
    order by o.change limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  return {
    rows: shown.map(({ order_no: orderNo, number, state, version }) => ({
      ...{ orderNo, number, version },
      state: stateOf(state),
    })),
    next: shown.at(-1)?.change ?? query.changedSince,
    hasMore: rows.length > query.limit,
  }
}
