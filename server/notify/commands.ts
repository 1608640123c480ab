import type { noticeRoutes } from '#contract/notice.ts'
import type { Call } from '../http/bind.ts'
import { writeSeen, writeSeenUntil } from './store.ts'

/** Marks notices as seen by me; again changes nothing. What came after the instant named stays new. */
export async function seeNotices({ tx, actor, body, now }: Call<typeof noticeRoutes.seeNotices>) {
  const { districtId, accountId } = actor
  const units = actor.seats.map((seat) => seat.unitId)
  if ('ids' in body) await writeSeen(tx, districtId, accountId, units, body.ids)
  else await writeSeenUntil(tx, districtId, accountId, Math.min(Date.parse(body.until), now))
  return { done: true } as const
}
