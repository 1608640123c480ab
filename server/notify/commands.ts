import { sql } from 'kysely'
import type { noticeRoutes } from '#contract/notice.ts'
import type { Call } from '../http/bind.ts'

export async function seeNotices({ tx, actor, now }: Call<typeof noticeRoutes.seeNotices>) {
  const seen = JSON.stringify({ noticesSeenAt: new Date(now).toISOString() })
  await sql`update account set settings = settings || ${seen}::jsonb
    where district_id = ${actor.districtId} and id = ${actor.accountId}`.execute(tx)
  return { done: true } as const
}
