import { type RawBuilder, sql } from 'kysely'
import type { orgRoutes } from '#contract/org.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { State } from '#domain/matter/matter.ts'
import { seatsWith } from '#domain/org/grants.ts'
import { maskPhone } from '#domain/person/mask.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { anywhere } from '../db/like.ts'
import { scopeOf, setScope, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { unseal } from '../secrets.ts'
import { findUnit } from './queries.ts'
import { waitingUntil } from './wait-store.ts'

type Page = RouteAnswer<typeof orgRoutes.getPerson>
type People = RouteAnswer<typeof orgRoutes.listPeople>

/** The posts of a person `p` as JSON, the present ones first. */
const postsOf = (today: string, only: RawBuilder<unknown>) => sql`
  (select coalesce(json_agg(json_build_object('id', o.id, 'role', o.role, 'fromOn', o.from_on, 'toOn', o.to_on,
      'unit', json_build_object('id', u.id, 'name', u.name, 'kind', u.kind),
      'when', case when o.to_on < ${today}::date then 'past' when o.from_on > ${today}::date then 'coming' else 'now' end)
      order by o.to_on desc nulls first, o.from_on desc, o.id), '[]')
    from post o join unit u on u.district_id = o.district_id and u.id = o.unit_id
    where o.district_id = p.district_id and o.person_id = p.id and ${only})`

const isOpen = (today: string) => sql`(o.to_on is null or o.to_on >= ${today}::date)`

/** People by name, pinyin, login or the name of their unit, in the order of their pinyin. */
export async function listPeople({
  tx,
  actor,
  query,
  now,
}: Call<typeof orgRoutes.listPeople>): Promise<People | Refusal> {
  const district = actor.districtId
  const today = dayOf(now)
  const under = query.under === undefined ? undefined : await findUnit(tx, district, query.under, now)
  if (query.under !== undefined && !under) return refuse('notFound', undefined, 'under')
  const typed = query.q.trim().toLowerCase()
  const pattern = anywhere(typed)
  const holds = (what: RawBuilder<unknown>) => sql`exists (select from post o
    join unit u on u.district_id = o.district_id and u.id = o.unit_id
    where o.district_id = p.district_id and o.person_id = p.id and ${isOpen(today)} and ${what})`
  const { rows } = await sql<People['rows'][number]>`
    select p.id, p.name, a.login, a.disabled_at is not null "isDisabled", ${postsOf(today, isOpen(today))} posts
    from person p left join account a on a.district_id = p.district_id and a.person_id = p.id
    where p.district_id = ${district}
      and (${typed} = '' or p.name like ${pattern} or p.pinyin like ${pattern} or a.login like ${pattern}
        or ${holds(sql`(u.name like ${pattern} or u.pinyin like ${pattern})`)})
      and (${under?.path ?? null}::text is null or ${holds(sql`starts_with(u.path, ${under?.path ?? ''})`)})
      and (${query.state ?? null}::text is null or (a.disabled_at is not null) = (${query.state ?? ''} = 'disabled'))
      and (${query.cursor ?? null}::uuid is null or (p.pinyin, p.id) >
        (select c.pinyin, c.id from person c where c.district_id = ${district} and c.id = ${query.cursor ?? null}::uuid))
    order by p.pinyin, p.id limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  return { rows: shown, next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null }
}

type Person = {
  id: string
  name: string
  pinyin: string
  phone_sealed: Buffer | null
  account_id: string | null
  login: string | null
  disabled_at: number | null
  must_change_password: boolean | null
  posts: Page['posts']
}

export async function findPerson(
  tx: Tx,
  district: number,
  id: string,
  now: number,
): Promise<Person | undefined> {
  const { rows } = await sql<Person>`
    select p.id, p.name, p.pinyin, p.phone_sealed, a.id account_id, a.login, a.disabled_at, a.must_change_password,
      ${postsOf(dayOf(now), sql`true`)} posts
    from person p left join account a on a.district_id = p.district_id and a.person_id = p.id
    where p.district_id = ${district} and p.id = ${id}`.execute(tx)
  return rows[0]
}

/** What the number of a person is sealed to. */
export const phoneBound = (district: number, personId: string) => `${district}:${personId}:person-phone`

export const openPhone = (district: number, personId: string, sealed: Buffer) =>
  unseal(sealed, phoneBound(district, personId))

type OpenRow = { id: string; number: string; state: State; unitName: string }

/**
 * The open matters that an account has signed for, or those of them that one unit handles. Their number and their holder
 * only: whoever keeps the people need not read the matters.
 */
export async function listOpenWork(
  tx: Tx,
  actor: StaffActor,
  accountId: string,
  handlingId?: string,
): Promise<{ count: number; rows: OpenRow[] }> {
  await setScope(tx, scopeOf({ kind: 'system', districtId: actor.districtId }))
  const { rows } = await sql<OpenRow & { count: number }>`
    select m.id, m.number, m.state, u.name "unitName", (count(*) over ())::int count
    from matter m join unit u on u.district_id = m.district_id and u.id = m.holder_id
    where m.district_id = ${actor.districtId} and m.handler_id = ${accountId} and m.state <> 'closed'
      and (${handlingId ?? null}::uuid is null or m.handling_id = ${handlingId ?? null}::uuid)
    order by m.number limit 20`.execute(tx)
  await setScope(tx, scopeOf(actor))
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _, ...row }) => row) }
}

/** How many enabled accounts hold the post of an administrator without an end, not counting one post or one account. */
export async function countAdministrators(
  tx: Tx,
  district: number,
  but: { postId?: string; accountId?: string },
  now: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct a.id)::int count from post o
    join account a on a.district_id = o.district_id and a.person_id = o.person_id and a.disabled_at is null
    where o.district_id = ${district} and o.role = 'administrator' and o.to_on is null and o.from_on <= ${dayOf(now)}::date
      and (${but.postId ?? null}::uuid is null or o.id <> ${but.postId ?? null}::uuid)
      and (${but.accountId ?? null}::uuid is null or a.id <> ${but.accountId ?? null}::uuid)`.execute(tx)
  return rows[0]?.count ?? 0
}

/** A person with account, posts and open work. Refusal: `notFound`. */
export async function personPage(
  { tx, actor, now }: { tx: Tx; actor: StaffActor; now: number },
  id: string,
): Promise<Page | Refusal> {
  const person = await findPerson(tx, actor.districtId, id, now)
  if (!person) return refuse('notFound')
  const work = person.account_id === null ? undefined : await listOpenWork(tx, actor, person.account_id)
  const until = person.login === null ? null : await waitingUntil(tx, person.login, now)
  const mayRead = seatsWith(actor, 'matter.read').length > 0
  return {
    id: person.id,
    name: person.name,
    login: person.login,
    isDisabled: person.disabled_at !== null,
    isMe: person.account_id === actor.accountId,
    accountId: person.account_id,
    pinyin: person.pinyin,
    phone: person.phone_sealed && maskPhone(openPhone(actor.districtId, person.id, person.phone_sealed)),
    mustChangePassword: person.must_change_password ?? false,
    lockedUntil: until === null ? null : new Date(until).toISOString(),
    posts: person.posts,
    openWork: {
      count: work?.count ?? 0,
      rows: (work?.rows ?? []).map((row) => ({ ...row, mayRead })),
    },
  }
}

export async function getPerson(call: Call<typeof orgRoutes.getPerson>): Promise<Page | Refusal> {
  return personPage(call, call.params.id)
}
