import type { Language } from '#domain/language.ts'
import { textCode } from '#domain/resident/asking.ts'
import type { Tx } from '../db/scope.ts'
import { newId } from '../ids.ts'
import { insertOutbox } from '../notify/outbox-store.ts'
import { seal, unseal } from '../secrets.ts'
import { findAsk } from './store.ts'

/** What waits in the outbox: for which ask, and sealed to it the number and the code. */
export type TextPayload = { ask: string; phone: string; code: string; language: Language }

const boundTo = (district: number, ask: string, what: 'phone' | 'code') => `${district}:${ask}:text-${what}`

/** Puts a code on its way, in the transaction that asks for it. */
export async function queueText(
  tx: Tx,
  { district, ask, phone, code }: { district: number; ask: string; phone: string; code: string },
  language: Language,
  now: number,
): Promise<void> {
  const sealed = (text: string, what: 'phone' | 'code') =>
    seal(text, boundTo(district, ask, what)).toString('base64')
  const payload: TextPayload = { ask, phone: sealed(phone, 'phone'), code: sealed(code, 'code'), language }
  // An id of its own: the one of the ask is known to the browser alone.
  await insertOutbox(tx, { district, id: newId(now), topic: 'text', payload, at: now })
}

/** Opens what waits; undefined when the code is of no use any more. */
export async function openText(
  tx: Tx,
  district: number,
  { ask, phone, code, language = 'zh' }: Partial<TextPayload>,
  now: number,
): Promise<{ phone: string; code: string; language: Language } | undefined> {
  if (ask === undefined || phone === undefined || code === undefined) return undefined
  const row = await findAsk(tx, district, ask)
  if (!row || row.ended_at !== null || row.at + textCode.lifeMs <= now) return undefined
  const open = (text: string, what: 'phone' | 'code') =>
    unseal(Buffer.from(text, 'base64'), boundTo(district, ask, what))
  return { phone: open(phone, 'phone'), code: open(code, 'code'), language }
}
