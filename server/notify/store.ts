import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import { type Addressee, type NoticeKind, type Pressing, topicOf } from '#domain/notify/occasions.ts'
import { sayAfter } from '../db/say.ts'
import type { Tx } from '../db/scope.ts'
import { newId } from '../ids.ts'

/** How many outlets a district may have; each move can be sent to all of them. */
export const mostOutlets = 10

/** About one thing: a matter, a whistle, a meeting, an exclusion, an order for help or a team. */
type About = {
  matterId: string | null
  whistleId?: string
  meetingId?: string
  exclusionId?: string
  aidId?: string
  teamId?: string
}

export type NewNotice = Addressee &
  About & {
    kind: NoticeKind
    pressing: Pressing
    facts: object
    /** The account that did it, which is not told. */
    actorId: string | null
  }

/** What other systems learn of a move: ids, number, verb and state only. */
export type NewEvent = { verb: string; payload: object }

/**
 * Writes what is told in one statement: the notices; which of them wait to go to somebody by e-mail (who holds a post at the
 * unit today, has an address that is confirmed, and wants them); the events for the outlets that asked for the verb; and
 * a nudge to every unit and person concerned.
 */
export async function writeTold(
  tx: Tx,
  told: { district: number; at: number; notices: readonly NewNotice[]; events: readonly NewEvent[] },
): Promise<void> {
  const { district, notices, events } = told
  if (notices.length + events.length === 0) return
  const at = new Date(told.at)
  const day = dayOf(told.at)
  const rows = notices.map((n) => ({
    ...{ id: newId(told.at), unit_id: n.unitId, account_id: n.accountId, matter_id: n.matterId },
    ...{ whistle_id: n.whistleId ?? null, meeting_id: n.meetingId ?? null },
    ...{ exclusion_id: n.exclusionId ?? null, aid_id: n.aidId ?? null, team_id: n.teamId ?? null },
    ...{ kind: n.kind, topic: topicOf(n.kind), pressing: n.pressing, facts: n.facts, actor_id: n.actorId },
  }))
  // An id for every outlet that there may be: how many there are is known only inside the statement.
  const sent = events.map((event) => ({
    ...event,
    ids: Array.from({ length: mostOutlets }, () => newId(told.at)),
  }))
  await sql`with
    x as (select * from json_to_recordset(${JSON.stringify(rows)}::json) x(id uuid, unit_id uuid, account_id uuid,
      matter_id uuid, whistle_id uuid, meeting_id uuid, exclusion_id uuid, aid_id uuid, team_id uuid, kind text, topic text, pressing text, facts jsonb, actor_id uuid)),
    n as (insert into notice (district_id, id, unit_id, account_id, matter_id, whistle_id, meeting_id, exclusion_id, aid_id, team_id, kind, pressing, facts, actor_id, created_at)
      select ${district}::int, id, unit_id, account_id, matter_id, whistle_id, meeting_id, exclusion_id, aid_id, team_id, kind, pressing, facts, actor_id, ${at}::timestamptz from x),
    r as (select id, topic, actor_id, account_id from x where account_id is not null
      union select x.id, x.topic, x.actor_id, a.id from x
      join post o on o.district_id = ${district} and o.unit_id = x.unit_id
        and o.from_on <= ${day}::date and (o.to_on is null or o.to_on >= ${day}::date)
      join account a on a.district_id = ${district} and a.person_id = o.person_id),
    m as (insert into notice_mail (district_id, notice_id, account_id, look_at)
      select ${district}::int, r.id, a.id, ${at}::timestamptz from r
      join account a on a.district_id = ${district} and a.id = r.account_id and a.disabled_at is null
      join notice_choice c on c.district_id = ${district} and c.account_id = a.id
      where c.mail_sealed is not null and c.pace <> 'never' and r.topic <> all (c.unmailed)
        and a.id is distinct from r.actor_id),
    e as (select verb, payload, ids from json_to_recordset(${JSON.stringify(sent)}::json) e(verb text, payload jsonb, ids json)),
    w as (select id, verbs, row_number() over (order by id)::int nth from outlet
      where district_id = ${district} and is_on and removed_at is null),
    h as (insert into outbox (district_id, id, topic, payload, created_at, next_at, outlet_id)
      select ${district}::int, (e.ids->>(w.nth - 1))::uuid, 'hook', e.payload, ${at}::timestamptz, ${at}::timestamptz, w.id
      from e join w on e.verb = any (w.verbs) where w.nth <= ${mostOutlets})
    select from x where false`.execute(tx)
  for (const id of new Set(rows.map((row) => row.unit_id ?? row.account_id)))
    await sayAfter(tx, JSON.stringify({ kind: 'notice', district, id, version: 0 }))
}

/** Marks notices as looked at by one person; what is marked already, or is for somebody else, stays as it is. */
export async function writeSeen(
  tx: Tx,
  district: number,
  accountId: string,
  units: readonly string[],
  ids: readonly string[],
): Promise<void> {
  await sql`insert into notice_seen (district_id, notice_id, account_id)
    select ${district}::int, id, ${accountId}::uuid from notice
    where district_id = ${district} and id = any (${[...ids]}::uuid[])
      and (account_id = ${accountId} or unit_id = any (${[...units]}::uuid[]))
    on conflict do nothing`.execute(tx)
}

/** Everything up to an instant is seen; the marks of single notices before it are no longer needed. */
export async function writeSeenUntil(
  tx: Tx,
  district: number,
  accountId: string,
  until: number,
): Promise<void> {
  const seen = JSON.stringify({ noticesSeenAt: new Date(until).toISOString() })
  await sql`update account set settings = settings || ${seen}::jsonb
    where district_id = ${district} and id = ${accountId}
      and coalesce((settings->>'noticesSeenAt')::timestamptz, '-infinity') < ${new Date(until)}`.execute(tx)
}

/** Notices older than this are gone: what happened stands in the history of the matter (days). */
const noticeLifeMs = 60 * 86_400_000

export async function deleteOldNotices(tx: Tx, district: number, now: number): Promise<void> {
  await sql`delete from notice where district_id = ${district} and created_at < ${new Date(now - noticeLifeMs)}`.execute(
    tx,
  )
}
