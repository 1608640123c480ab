import type { Database } from '../db/pool.ts'
import { inScope, scopeOf } from '../db/scope.ts'
import type { OutboxRow } from '../db/tables.gen.ts'
import { listDistricts } from '../org/queries.ts'
import { type Adapters, NotSent } from './adapter.ts'
import { gatherMails } from './gather.ts'
import { claimOutbox, type Ending, endOutbox } from './outbox-store.ts'
import { pack } from './parcels.ts'

export type Relay = { db: Database; clock: () => number; publicUrl: string; adapters: Adapters }

/** Sent at once, beside each other; few enough that all of them end within the lease. */
const atOnce = 8

/** One round over every district: gathers what may go to people now, and sends what is due. Out: how many were sent. */
export async function relayRound(relay: Relay): Promise<number> {
  const { db, clock, adapters } = relay
  let sent = 0
  for (const id of await listDistricts(db)) {
    const scope = scopeOf({ kind: 'system', districtId: id })
    if (adapters.mail) await inScope(db, scope, (tx) => gatherMails(tx, id, clock()))
    // What no gateway can take waits until there is one.
    const topics = ['hook', ...(adapters.mail ? ['mail', 'code'] : []), ...(adapters.text ? ['text'] : [])]
    for (;;) {
      const rows = await inScope(db, scope, (tx) => claimOutbox(tx, id, topics, clock(), atOnce))
      const endings = await Promise.all(rows.map((row) => send(relay, row)))
      for (const [i, row] of rows.entries()) {
        const ending = endings[i]
        if (!ending) continue
        await inScope(db, scope, (tx) => endOutbox(tx, row, ending, clock()))
        if (ending.outcome === 'sent') sent++
      }
      if (rows.length < atOnce) break
    }
  }
  return sent
}

/** Sends one row. What it may not know of, such as a fault of our own, is a failure too: the others go on. */
async function send({ db, clock, publicUrl, adapters }: Relay, row: OutboxRow): Promise<Ending> {
  try {
    const packed = await pack(db, row, publicUrl, clock())
    if ('dropped' in packed) return { outcome: 'dropped', why: packed.dropped }
    const adapter =
      row.topic === 'hook' ? adapters.hook : row.topic === 'text' ? adapters.text : adapters.mail
    if (!adapter) return { outcome: 'failed', why: 'no gateway' }
    await adapter.send(packed.parcel)
    return { outcome: 'sent' }
  } catch (fault) {
    if (!(fault instanceof NotSent)) console.error('outbox', row.id, (fault as Error).name)
    return { outcome: 'failed', why: fault instanceof NotSent ? fault.message : 'fault' }
  }
}
