import { sql } from 'kysely'
import type { noticeRoutes } from '#contract/notice.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { Call } from '../http/bind.ts'
import { iso } from '../matter/views.ts'

type Notice = RouteAnswer<typeof noticeRoutes.listNotices>['rows'][number]
type Row = {
  id: string
  kind: Notice['kind']
  facts: { clock: Notice['clock'] }
  unit_name: string
  matter_id: string
  number: string
  title: string
  created_at: number
  is_new: boolean
}

const shownMs = 14 * 86_400_000
/** As many as a screen takes; a few more are looked at, since some may be of matters that have become invisible. */
const shown = 50

export async function listNotices({ tx, actor, now }: Call<typeof noticeRoutes.listNotices>) {
  const units = actor.seats.map((s) => s.unitId)
  const { rows } = await sql<Row>`
    select n.id, n.kind, n.facts, u.name unit_name, m.id matter_id, m.number, m.title, n.created_at,
      n.created_at > coalesce((a.settings->>'noticesSeenAt')::timestamptz, '-infinity') is_new
    from (select * from notice where district_id = ${actor.districtId} and unit_id = any (${units}::uuid[])
      and created_at > ${new Date(now - shownMs)} order by created_at desc, id desc limit ${4 * shown}) n
    join matter m on m.district_id = n.district_id and m.id = n.matter_id
    join unit u on u.district_id = n.district_id and u.id = n.unit_id
    join account a on a.district_id = n.district_id and a.id = ${actor.accountId}
    order by n.created_at desc, n.id desc limit ${shown}`.execute(tx)
  const views: Notice[] = rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    clock: r.facts.clock,
    unitName: r.unit_name,
    matter: { id: r.matter_id, number: r.number, title: r.title },
    createdAt: iso(r.created_at),
    isNew: r.is_new,
  }))
  return { rows: views, fresh: views.filter((v) => v.isNew).length }
}
