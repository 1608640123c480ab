import { createHash } from 'node:crypto'
import type { doorRoutes } from '#contract/door.ts'
import { isRefusal } from '#domain/refusal.ts'
import { keepFile } from '../files/routes.ts'
import type { Call } from '../http/bind.ts'
import { claimFiles } from '../matter/store.ts'
import { addNote, idFor } from './notes.ts'
import { getOwnOrder } from './own.ts'

/**
 * A picture or a PDF to an order, kept with a note of its matter. The same bytes again are the same file; other bytes under
 * the number are one more, so that nothing sent is lost. Refusals: `notFound`, `badFile`.
 */
export async function putOrderFile(call: Call<typeof doorRoutes.putOrderFile>) {
  const { tx, actor, params, query, body, now, platform } = call
  const { orderNo, fileNo } = params
  const { districtId: district } = actor
  const order = await getOwnOrder(tx, actor, orderNo)
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  const what = `file ${fileNo} ${createHash('sha256').update(bytes).digest('hex')}`
  const id = idFor(order, what)
  const owner = `partner:${actor.partnerId}`
  const kept = { tx, files: platform.files, district, id, owner, name: query.name, mayBePdf: true }
  const file = await keepFile({ ...kept, body: bytes, now })
  if (isRefusal(file)) return file
  const text = `${actor.name}为工单 ${orderNo} 补交附件 ${fileNo}。`
  const note = { id: idFor(order, `note of ${what}`), text, files: [id] }
  const { seq } = await addNote(tx, actor, order, note, now)
  await claimFiles(tx, { district, ids: [id], owner, matterId: order.matterId, appealId: null, seq })
  return { orderNo, fileNo, file }
}
