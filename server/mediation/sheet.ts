import type { FastifyReply } from 'fastify'
import type { Language } from '#contract/words/language.ts'
import type { StaffActor } from '#domain/actor.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { WrittenWorkbook } from '../excel/write.ts'
import { markOf } from '../export/mark.ts'
import { sendWorkbook } from '../intake/download.ts'
import { insertReading } from '../matter/store.ts'

/** The same sheet for the same purpose within a minute is one reading (milliseconds). */
const againMs = 60_000

type Taken = {
  tx: Tx
  actor: StaffActor
  now: number
  reply: FastifyReply
  body: { commandId: string; purpose: string; language: Language }
}

/**
 * Writes a small sheet under the mark of who takes it out, puts the reading on record, and sends it. In: of what it is, and the
 * name of the file. Refusal: `commandReused`.
 */
export async function sendSheet(
  { tx, actor, now, reply, body }: Taken,
  { subject, name }: { subject: string; name: string },
  written: Omit<WrittenWorkbook, 'mark'>,
): Promise<unknown> {
  const { commandId, purpose, language } = body
  const isOnRecord = await insertReading(tx, {
    ...{ district: actor.districtId, id: commandId, at: now, accountId: actor.accountId },
    ...{ what: 'export', subject, purpose, againMs },
  })
  if (!isOnRecord) return refuse('commandReused')
  const row = { unit_name: actor.seats[0]?.unitName ?? '', created_at: now, purpose }
  return sendWorkbook(reply, name, { ...written, mark: markOf(actor, row, language) })
}
