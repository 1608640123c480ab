import type { Language } from '#domain/language.ts'
import { isCodeAlive } from '#domain/resident/asking.ts'
import type { Tx } from '../db/scope.ts'
import type { OutboxRow } from '../db/tables.gen.ts'
import { newId } from '../ids.ts'
import { insertOutbox } from '../notify/outbox-store.ts'
import { seal, unseal } from '../secrets.ts'
import { textBound } from './bound.ts'
import { findAsk } from './store.ts'

type Text = { phone: string; code: string }

/** What waits in the outbox: for which ask, in which language, and sealed the number and the code. */
type Payload = { ask: string; language: Language; text: string }

/** Puts a code on its way, in the transaction that asks for it. */
export async function queueText(
  tx: Tx,
  { district, ask, ...text }: Text & { district: number; ask: string },
  language: Language,
  now: number,
): Promise<void> {
  // An id of its own: the one of the ask is known to the browser alone.
  const id = newId(now)
  const sealed = seal(JSON.stringify(text), textBound(district, id)).toString('base64')
  const payload: Payload = { ask, language, text: sealed }
  await insertOutbox(tx, { district, id, topic: 'text', payload, at: now })
}

/** Opens what waits; undefined when the code is of no use any more. */
export async function openText(
  tx: Tx,
  row: Pick<OutboxRow, 'district_id' | 'id' | 'payload'>,
  now: number,
): Promise<(Text & { language: Language }) | undefined> {
  const { ask, text, language = 'zh' } = row.payload as Partial<Payload>
  const asked = ask === undefined ? undefined : await findAsk(tx, row.district_id, ask)
  if (text === undefined || !asked || asked.ended_at !== null || !isCodeAlive(asked.at, now)) return undefined
  const opened = unseal(Buffer.from(text, 'base64'), textBound(row.district_id, row.id))
  return { ...(JSON.parse(opened) as Text), language }
}
