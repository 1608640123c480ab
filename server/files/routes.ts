import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import type { matterRoutes } from '#contract/matter.ts'
import type { publicRoutes } from '#contract/public.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { AttachmentRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { answersFile } from '../http/file-answer.ts'
import { fileViewOf } from '../matter/views.ts'
import type { FileStore } from './file-store.ts'
import { cleaned } from './images.ts'

/** Where the bytes of an attachment lie. */
export const keyOf = (row: Pick<AttachmentRow, 'district_id' | 'id'>, size: 'full' | 'small') =>
  `${row.district_id}/${row.id.slice(0, 8)}/${row.id}-${size}`

type Upload = {
  tx: Tx
  files: FileStore
  district: number
  id: string
  name: string
  owner: string
  mayBePdf: boolean
  body: unknown
  now: number
}

/**
 * Keeps a file until a command claims it. The same file sent again with the same id is answered as the first time; of
 * another's file under that id nothing is told.
 * Refusals: `badFile`, `commandReused`. The bytes are written before the row: a row never points at nothing.
 */
export async function keepFile({ tx, files, district, id, name, owner, mayBePdf, body, now }: Upload) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  const { rows: known } =
    await sql<AttachmentRow>`select * from attachment where district_id = ${district} and id = ${id}`.execute(
      tx,
    )
  const [there] = known
  if (there && there.owner !== owner) return refuse('commandReused')
  const file = await cleaned(bytes, name, mayBePdf)
  if (isRefusal(file)) return there ? refuse('commandReused') : file
  const sha256 = createHash('sha256').update(file.bytes).digest()
  if (there) return there.sha256.equals(sha256) ? fileViewOf(there) : refuse('commandReused')
  const row: AttachmentRow = {
    district_id: district,
    id,
    matter_id: null,
    appeal_id: null,
    seq: null,
    message_id: null,
    meeting_item_id: null,
    exclusion_deed_id: null,
    name: name.replace(/[^\p{L}\p{N} ._-]/gu, '').slice(-80),
    mime: file.mime,
    bytes: file.bytes.length,
    sha256,
    width: file.width,
    height: file.height,
    owner,
    created_at: now,
  }
  await files.put(keyOf(row, 'full'), file.bytes)
  if (file.small) await files.put(keyOf(row, 'small'), file.small)
  await sql`insert into attachment (district_id, id, name, mime, bytes, sha256, width, height, owner, created_at)
    values (${district}, ${id}, ${row.name}, ${row.mime}, ${row.bytes}, ${row.sha256}, ${row.width}, ${row.height}, ${owner}, ${new Date(now)})
    on conflict do nothing`.execute(tx)
  return fileViewOf(row)
}

export async function uploadFile({
  tx,
  actor,
  params,
  query,
  body,
  now,
  platform,
}: Call<typeof matterRoutes.uploadFile>) {
  const owner = `account:${actor.accountId}`
  return keepFile({
    tx,
    files: platform.files,
    district: actor.districtId,
    id: params.id,
    name: query.name,
    owner,
    mayBePdf: true,
    body,
    now,
  })
}

export async function uploadPublicFile({
  tx,
  params,
  query,
  body,
  now,
  platform,
}: Call<typeof publicRoutes.uploadPublicFile>) {
  return keepFile({
    tx,
    files: platform.files,
    district: params.district,
    id: params.id,
    name: query.name,
    owner: 'visitor',
    mayBePdf: false,
    body,
    now,
  })
}

/** A file of a matter that the reader may see. */
export async function readFile({
  tx,
  actor,
  params,
  query,
  platform,
  reply,
}: Call<typeof matterRoutes.readFile>) {
  const { rows } = await sql<AttachmentRow>`select a.* from attachment a
    join matter m on m.district_id = a.district_id and m.id = a.matter_id
    where a.district_id = ${actor.districtId} and a.id = ${params.id} and a.message_id is null
      and a.exclusion_deed_id is null`.execute(tx)
  return rows[0] ? sendFile(platform.files, reply, rows[0], query.size, query.as) : refuse('notFound')
}

/** Answers with the bytes; inside a page of ours only a picture is shown, a PDF in a window of its own; never cached by others. */
export async function sendFile(
  files: FileStore,
  reply: FastifyReply,
  row: AttachmentRow,
  size: 'full' | 'small',
  as: 'show' | 'keep' = row.mime === 'application/pdf' ? 'keep' : 'show',
) {
  const bytes =
    (await files.get(keyOf(row, size))) ??
    (size === 'small' ? await files.get(keyOf(row, 'full')) : undefined)
  if (!bytes) return refuse('notFound')
  const cache = 'private, max-age=3600'
  answersFile(reply, { mime: row.mime, name: row.name || 'file', isShown: as === 'show', cache })
  return bytes
}
