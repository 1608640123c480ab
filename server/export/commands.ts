import type { exportRoutes } from '#contract/export.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { seatsWith } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { answersFile } from '../http/file-answer.ts'
import { newId } from '../ids.ts'
import { digestOf } from '../matter/history.ts'
import { insertReading, nudge } from '../matter/store.ts'
import { exportViewOf, fileKey, findExport } from './queries.ts'
import { insertExport, ringExport, writeAgain } from './store.ts'

async function viewNow(tx: Tx, actor: StaffActor, id: string) {
  const row = await findExport(tx, actor, id)
  return row ? exportViewOf(row) : refuse('notFound')
}

const subjectOf = (id: string) => `list_export:${id}`

/**
 * Puts an export on record, with its purpose also in the log of readings, and rings the worker. Started twice is started
 * once. Refusals: `notYours`, `commandReused`.
 */
export async function startExport({ tx, actor, params, body, now }: Call<typeof exportRoutes.startExport>) {
  const [seat] = seatsWith(actor, 'matter.export')
  if (!seat) return refuse('notYours')
  const { districtId: district, accountId } = actor
  const { query, purpose, language } = body
  const made = { district, id: params.id, accountId, unitName: seat.unitName, query, language, purpose }
  if (await insertExport(tx, made, now)) {
    const reading = { district, id: params.id, at: now, accountId, what: 'export' } as const
    if (!(await insertReading(tx, { ...reading, subject: subjectOf(params.id), purpose })))
      return refuse('commandReused')
    return viewNow(tx, actor, params.id)
  }
  const row = await findExport(tx, actor, params.id)
  const isSame = row?.purpose === purpose && digestOf(row.query).equals(digestOf(query))
  return row && isSame ? exportViewOf(row) : refuse('commandReused')
}

/** Writes a failed export anew. Refusal: `notFound`. */
export async function resumeExport({ tx, actor, params, now }: Call<typeof exportRoutes.resumeExport>) {
  const row = await findExport(tx, actor, params.id)
  if (!row) return refuse('notFound')
  const at = { district: actor.districtId, exportId: row.id }
  if (await writeAgain(tx, at)) {
    await ringExport(tx, at)
    await nudge(tx, { kind: 'export', district: at.district, id: row.id, version: now })
  }
  return viewNow(tx, actor, row.id)
}

const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The file, to nobody but who made it and until it runs out; each fetching is on record. Refusals: `notFound`, `fileMissing`. */
export async function downloadExport({
  tx,
  actor,
  params,
  now,
  platform,
  reply,
}: Call<typeof exportRoutes.downloadExport>) {
  const row = await findExport(tx, actor, params.id)
  if (!row) return refuse('notFound')
  const isThere = row.state === 'done' && row.expires_at !== null && row.expires_at > now
  const bytes = isThere ? await platform.files.get(fileKey(actor.districtId, row.id)) : undefined
  if (!bytes) return refuse('exportGone')
  await insertReading(tx, {
    ...{ district: actor.districtId, id: newId(now), at: now, accountId: actor.accountId, what: 'export' },
    ...{ subject: subjectOf(row.id), purpose: row.purpose },
  })
  const name = `枫桥事项-${dayOf(row.created_at).replaceAll('-', '')}.xlsx`
  answersFile(reply, { mime, name })
  return bytes
}
