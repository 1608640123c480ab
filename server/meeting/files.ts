import { sql } from 'kysely'
import type { meetingRoutes } from '#contract/meeting.ts'
import { refuse } from '#domain/refusal.ts'
import type { AttachmentRow } from '../db/tables.gen.ts'
import { sendFile } from '../files/routes.ts'
import type { Call } from '../http/bind.ts'
import { loadMeeting } from './read.ts'

/** A paper of an item that the reader sees. Refusal: `notFound`. */
export async function readMeetingFile(call: Call<typeof meetingRoutes.readMeetingFile>): Promise<unknown> {
  const { tx, actor, params, query, platform, reply } = call
  const { items, sees } = await loadMeeting(tx, actor, params.id)
  const shown = items.filter(sees).map(({ id }) => id)
  const { rows } = await sql<AttachmentRow>`select * from attachment
    where district_id = ${actor.districtId} and id = ${params.fileId} and meeting_item_id = any (${shown}::uuid[])`.execute(
    tx,
  )
  return rows[0] ? sendFile(platform.files, reply, rows[0], query.size) : refuse('notFound')
}
