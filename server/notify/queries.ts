import { type RawBuilder, sql } from 'kysely'
import { noticeCap, type noticeRoutes } from '#contract/notice.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { StaffActor } from '#domain/actor.ts'
import { type NoticeKind, noticeKinds, type Topic, topicOf } from '#domain/notify/occasions.ts'
import { inAidSight } from '../aid/sight.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { iso } from '../matter/views.ts'
import { inTeamSight } from '../team/sight.ts'
import { inSight } from '../whistle/sight.ts'

type Notice = RouteAnswer<typeof noticeRoutes.listNotices>['rows'][number]
type Row = {
  id: string
  kind: NoticeKind
  pressing: Notice['pressing']
  facts: { clock?: Notice['clock'] }
  unit_name: string | null
  by_name: string | null
  matter_id: string | null
  number: string
  title: string
  whistle_id: string | null
  whistle_number: string
  whistle_unit: string
  meeting_id: string | null
  meeting_title: string
  exclusion_id: string | null
  exclusion_number: string
  aid_id: string | null
  aid_number: string
  aid_unit: string
  team_id: string | null
  team_name: string
  created_at: number
  is_new: boolean
}

/** What one person sees of the notices: up to when everything was seen, and the topics that are not wanted. */
async function readerOf(tx: Tx, { districtId, accountId }: StaffActor) {
  const { rows } = await sql<{ seen_at: number | null; muted: Topic[] | null }>`
    select (a.settings->>'noticesSeenAt')::timestamptz seen_at, c.muted from account a
    left join notice_choice c on c.district_id = a.district_id and c.account_id = a.id
    where a.district_id = ${districtId} and a.id = ${accountId}`.execute(tx)
  return { seenAt: rows[0]?.seen_at ?? 0, muted: rows[0]?.muted ?? [] }
}

type Wanted = { topic?: Topic | undefined; isUnseen: boolean; cursor?: string | undefined; limit: number }

/**
 * The newest notices of my units and for me, before it is asked which matters I may see: a page is filled from these, and
 * goes on after the last of them. Each unit gives its own newest by its index, however many there are.
 */
async function candidates(tx: Tx, actor: StaffActor, wanted: Wanted): Promise<RawBuilder<unknown>> {
  const { districtId: district, accountId } = actor
  const { seenAt, muted } = await readerOf(tx, actor)
  const { topic, cursor, limit } = wanted
  const kinds = noticeKinds.filter((kind) => {
    const of = topicOf(kind)
    return (topic === undefined || of === topic) && !muted.includes(of)
  })
  const isSeen = sql`exists (select from notice_seen s where s.district_id = n.district_id and s.notice_id = n.id
    and s.account_id = ${accountId})`
  const isNew = sql`(n.created_at > ${new Date(seenAt)} and not ${isSeen})`
  // What is critical is told whatever one muted.
  const conditions = [
    sql`n.district_id = ${district}`,
    topic === undefined
      ? sql`(n.kind = any (${kinds}) or n.pressing = 'critical')`
      : sql`n.kind = any (${kinds})`,
    sql`n.actor_id is distinct from ${accountId}`,
    ...(cursor === undefined ? [] : [sql`n.id < ${cursor}`]),
    // written out first, so that what was seen long ago is not read one by one
    ...(wanted.isUnseen ? [sql`n.created_at > ${new Date(seenAt)}`, sql`not ${isSeen}`] : []),
  ]
  const some = (whose: RawBuilder<unknown>) =>
    sql`select n.*, ${isNew} is_new from notice n where ${sql.join([...conditions, whose], sql` and `)}
      order by n.id desc limit ${limit}`
  const units = [...new Set(actor.seats.map((seat) => seat.unitId))]
  return sql`(select n.* from (
      select y.* from unnest(${units}::uuid[]) w(id) cross join lateral (${some(sql`n.unit_id = w.id`)}) y
      union all (${some(sql`n.account_id = ${accountId}`)})) n
    order by n.id desc limit ${limit})`
}

export async function listNotices({ tx, actor, query, now }: Call<typeof noticeRoutes.listNotices>) {
  const { topic, unseen, cursor, limit } = query
  const found = await candidates(tx, actor, { topic, isUnseen: unseen === '1', cursor, limit })
  const { rows } = await sql<Row>`
    select n.id, n.kind, n.pressing, n.facts, n.created_at, n.is_new, u.name unit_name, p.name by_name,
      m.id matter_id, m.number, m.title, w.id whistle_id, w.number whistle_number, b.name whistle_unit,
      g.id meeting_id, g.title meeting_title, e.id exclusion_id, e.number exclusion_number,
      h.id aid_id, h.number aid_number, i.name aid_unit, t.id team_id, t.name team_name
    from ${found} n
    left join matter m on m.district_id = n.district_id and m.id = n.matter_id
    left join whistle w on w.district_id = n.district_id and w.id = n.whistle_id and ${inSight(actor)}
    left join unit b on b.district_id = w.district_id and b.id = w.unit_id
    left join meeting g on g.district_id = n.district_id and g.id = n.meeting_id
    left join exclusion e on e.district_id = n.district_id and e.id = n.exclusion_id
    left join aid h on h.district_id = n.district_id and h.id = n.aid_id and ${inAidSight(actor, now, 'h')}
    left join unit i on i.district_id = h.district_id and i.id = h.unit_id
    left join team t on t.district_id = n.district_id and t.id = n.team_id and ${inTeamSight(actor)}
    left join unit u on u.district_id = n.district_id and u.id = n.unit_id
    left join account a on a.district_id = n.district_id and a.id = n.actor_id
    left join person p on p.district_id = a.district_id and p.id = a.person_id
    order by n.id desc`.execute(tx)
  const views: Notice[] = rows.flatMap((r) =>
    [r.matter_id, r.whistle_id, r.meeting_id, r.exclusion_id, r.aid_id, r.team_id].every((id) => id === null)
      ? []
      : [
          {
            ...{ id: r.id, kind: r.kind, pressing: r.pressing, clock: r.facts.clock ?? null },
            ...{ unitName: r.unit_name, byName: r.by_name, isNew: r.is_new },
            matter: r.matter_id === null ? null : { id: r.matter_id, number: r.number, title: r.title },
            whistle:
              r.whistle_id === null
                ? null
                : { id: r.whistle_id, number: r.whistle_number, unitName: r.whistle_unit },
            meeting: r.meeting_id === null ? null : { id: r.meeting_id, title: r.meeting_title },
            exclusion: r.exclusion_id === null ? null : { id: r.exclusion_id, number: r.exclusion_number },
            aid: r.aid_id === null ? null : { id: r.aid_id, number: r.aid_number, unitName: r.aid_unit },
            team: r.team_id === null ? null : { id: r.team_id, name: r.team_name },
            createdAt: iso(r.created_at),
          },
        ],
  )
  return { rows: views, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null }
}

export async function countNotices({ tx, actor, now }: Call<typeof noticeRoutes.countNotices>) {
  const found = await candidates(tx, actor, { isUnseen: true, limit: noticeCap + 1 })
  const { rows } = await sql<{ n: number }>`select count(*)::int n from ${found} n
    left join matter m on m.district_id = n.district_id and m.id = n.matter_id
    left join whistle w on w.district_id = n.district_id and w.id = n.whistle_id and ${inSight(actor)}
    left join aid h on h.district_id = n.district_id and h.id = n.aid_id and ${inAidSight(actor, now, 'h')}
    left join team t on t.district_id = n.district_id and t.id = n.team_id and ${inTeamSight(actor)}
    where coalesce(m.id, w.id, n.meeting_id, n.exclusion_id, h.id, t.id) is not null`.execute(tx)
  return { fresh: rows[0]?.n ?? 0 }
}
