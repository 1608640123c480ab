import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { uuidv7 } from '#domain/id.ts'
import { cellsByField } from '#domain/intake/columns.ts'
import type { OrderField } from '#domain/intake/order-fields.ts'
import { type Order, readOrder } from '#domain/intake/order-row.ts'
import { sameWordsKey } from '#domain/intake/same-words.ts'
import type { SheetRow } from '../excel/sheet-rows.ts'
import { type Author, appealRow, type Birth, birthOf, type Voice } from '../matter/birth.ts'
import type { Addition } from '../matter/join.ts'
import type { Rules } from '../org/rules.ts'
import { blindIndex } from '../secrets.ts'
import { type Known, type KnownOrder, voiceKey } from './known.ts'
import type { BadRow, Counts } from './store.ts'
import { type Setting, voiceOf } from './voices.ts'

export type Run = Setting & {
  importId: string
  author: Author
  columns: readonly { field: OrderField; column: number }[]
}

/** A batch as read: what can be taken in with who said it (`voiceKey`, where a number was left), and what is handed back. */
export type Batch = {
  orders: Order[]
  voices: (string | undefined)[]
  callers: Map<string, Buffer>
  bad: BadRow[]
}

/** A batch as it will be written. `voices`: those behind the joins, to become matters if a join comes too late. */
export type Plan = {
  births: Birth[]
  additions: Addition[]
  voices: Map<string, Voice>
  bad: BadRow[]
  counts: Counts
  known: Known
}

export function readBatch(rows: readonly SheetRow[], columns: Run['columns']): Batch {
  const batch: Batch = { orders: [], voices: [], callers: new Map(), bad: [] }
  for (const { rowNumber, cells } of rows) {
    const read = readOrder(cellsByField(cells, columns), rowNumber)
    if (Array.isArray(read)) {
      batch.bad.push({ rowNumber, cells, problems: read })
      continue
    }
    const phone = read.callerPhone === undefined ? undefined : blindIndex(read.callerPhone, 'phone')
    const voice = phone && voiceKey(phone, read.words)
    batch.orders.push(read)
    batch.voices.push(voice)
    if (phone && voice) batch.callers.set(voice, phone)
  }
  return batch
}

/** The command that brings these words to an order that is here already: the same words again are the same command. */
export function supplementId(known: Pick<KnownOrder, 'appealId' | 'receivedAt'>, words: string): string {
  return uuidv7(
    known.receivedAt,
    createHash('sha256')
      .update(`${known.appealId} ${sameWordsKey(words)}`)
      .digest()
      .subarray(0, 10),
  )
}

/** The supplements a batch may bring, so that they can be looked up at once. */
export function supplementIds(batch: Batch, known: Known): string[] {
  return batch.orders.flatMap((order) => {
    const before = known.byNumber.get(order.orderNo)
    return before && !isSame(before, order) ? [supplementId(before, order.words)] : []
  })
}

/** Whether an order says what it said before. */
export const isSame = (known: Pick<KnownOrder, 'words'>, order: Pick<Order, 'words'>) =>
  known.words === order.words || sameWordsKey(known.words) === sameWordsKey(order.words)

/** Rows between two turns of the loop: the batch before is on its way to the database meanwhile. */
const turnEvery = 20

/**
 * Decides what becomes of each order, in the order of the sheet: here already word for word, the same order with other words, one more
 * voice of the same caller in an open matter, or a new matter. In: the batch, what is known of it (this grows), numbers to give out.
 */
export async function planBatch(
  batch: Batch,
  known: Known,
  done: ReadonlySet<string>,
  run: Run,
  nextNumber: () => Promise<string>,
  rules: Rules,
  now: number,
): Promise<Plan> {
  const counts = { new: 0, joined: 0, known: 0, bad: batch.bad.length }
  const plan: Plan = {
    births: [],
    additions: [],
    voices: new Map(),
    bad: batch.bad,
    counts,
    known: { byNumber: new Map(), byVoice: new Map() },
  }
  const given = new Set(done)
  for (const [at, order] of batch.orders.entries()) {
    if (at % turnEvery === turnEvery - 1) await setImmediate()
    const before = known.byNumber.get(order.orderNo)
    if (before) {
      const id = supplementId(before, order.words)
      if (isSame(before, order) || given.has(id)) counts.known++
      else {
        given.add(id)
        counts.joined++
        const text = `热线工单 ${order.orderNo} 再次来件：${order.words}`
        plan.additions.push({
          verb: 'note',
          matterId: before.matterId,
          commandId: id,
          appealId: before.appealId,
          text,
        })
      }
      continue
    }
    const voice = voiceOf(order, run, now)
    const key = batch.voices[at]
    const matterId = key === undefined ? undefined : known.byVoice.get(key)
    if (matterId === undefined) {
      const birth = birthOf(voice, await nextNumber(), run.author, rules, now)
      birth.appeal.repeats = order.callCount - 1
      plan.births.push(birth)
      counts.new++
    } else {
      const { row: appeal } = appealRow({ ...voice, matterId }, now)
      appeal.repeats = order.callCount - 1
      plan.additions.push({ verb: 'join', matterId, commandId: voice.commandId, appeal })
      plan.voices.set(voice.commandId, voice)
      counts.joined++
    }
    const entry = {
      appealId: voice.appealId,
      matterId: matterId ?? voice.matterId,
      words: order.words,
      receivedAt: now,
    }
    for (const maps of [known, plan.known]) {
      maps.byNumber.set(order.orderNo, entry)
      if (key !== undefined) maps.byVoice.set(key, entry.matterId)
    }
  }
  return plan
}
