import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import type { Mediation } from '#domain/mediation/mediation.ts'
import type { Language } from '#domain/mediation/proposal.ts'
import { reachOf } from '#domain/org/grants.ts'
import { type Role, roles, type UnitKind } from '#domain/org/roles.ts'
import type { Tx } from '../db/scope.ts'
import type { MediationLinkRow, MediationTextRow } from '../db/tables.gen.ts'

/** The posts from which one mediates. */
export const mediating = roles.filter((role) => reachOf({ role }, 'mediation.run') !== undefined)

/** A mediation with the names a list shows. It is seen by whoever sees its matter. */
export type MediationLine = {
  facts: Mediation
  id: string
  matter_id: string
  matter_number: string
  matter_title: string
  committee_name: string
  lead_name: string
  state: Mediation['state']
  due_on: string | null
  next_at: number | null
  changed_at: number
}

export const lineColumns = sql`d.id, d.facts, d.matter_id, m.number matter_number, m.title matter_title, u.name committee_name,
  p.name lead_name, d.state, d.due_on, d.next_at, d.changed_at`
// each matter by its key, and never all of them beside the few mediations of a page
export const lineJoined = sql`from mediation d
  join lateral (select number, title, closure_kind, category_code from matter
    where district_id = d.district_id and id = d.matter_id and destroyed_at is null offset 0) m on true
  join unit u on u.district_id = d.district_id and u.id = d.committee_id
  join account a on a.district_id = d.district_id and a.id = d.lead_id
  join person p on p.district_id = a.district_id and p.id = a.person_id`

export async function findMediation(
  tx: Tx,
  district: number,
  id: string,
): Promise<MediationLine | undefined> {
  const { rows } = await sql<MediationLine>`select ${lineColumns} ${lineJoined}
    where d.district_id = ${district} and d.id = ${id}`.execute(tx)
  return rows[0]
}

export async function listOfMatter(tx: Tx, district: number, matterId: string): Promise<MediationLine[]> {
  const { rows } = await sql<MediationLine>`select ${lineColumns} ${lineJoined}
    where d.district_id = ${district} and d.matter_id = ${matterId} order by d.opened_at desc limit 50`.execute(
    tx,
  )
  return rows
}

export type Box = 'mine' | 'open' | 'agreed' | 'done'
/** Where a page of a list begins: behind this line. */
export type After = { key: string; id: string }

const boxes: Record<
  Box,
  { where: (account: string) => RawBuilder<unknown>; key: RawBuilder<unknown>; isNewest: boolean }
> = {
  mine: {
    where: (account) =>
      sql`d.state in ('asking','running','agreed') and exists (select from mediation_mediator w
      where w.district_id = d.district_id and w.mediation_id = d.id and w.account_id = ${account})`,
    key: sql`coalesce(d.due_on, 'infinity'::date)`,
    isNewest: false,
  },
  open: {
    where: () => sql`d.state in ('asking','running')`,
    key: sql`coalesce(d.due_on, 'infinity'::date)`,
    isNewest: false,
  },
  agreed: { where: () => sql`d.state = 'agreed'`, key: sql`d.changed_at`, isNewest: true },
  done: { where: () => sql`d.state in ('ended','filed')`, key: sql`d.changed_at`, isNewest: true },
}

/** One page of a box: those that end first, or the newest. */
export async function listBox(
  tx: Tx,
  district: number,
  account: string,
  box: Box,
  limit: number,
  after?: After,
) {
  const { where, key, isNewest } = boxes[box]
  const cast = sql.raw(isNewest ? 'timestamptz' : 'date')
  const from = after
    ? isNewest
      ? sql`and (${key}, d.id) < (${after.key}::${cast}, ${after.id}::uuid)`
      : sql`and (${key}, d.id) > (${after.key}::${cast}, ${after.id}::uuid)`
    : sql``
  const order = isNewest ? sql`${key} desc, d.id desc` : sql`${key}, d.id`
  const { rows } = await sql<
    MediationLine & { sort_key: string }
  >`select ${lineColumns}, (${key})::text sort_key ${lineJoined}
    where d.district_id = ${district} and ${where(account)} ${from} order by ${order} limit ${limit}`.execute(
    tx,
  )
  return rows
}

export async function listTexts(tx: Tx, district: number, mediationId: string): Promise<MediationTextRow[]> {
  const { rows } = await sql<MediationTextRow>`select * from mediation_text
    where district_id = ${district} and mediation_id = ${mediationId} order by at, id`.execute(tx)
  return rows
}

export type UnitName = { id: string; name: string; kind: UnitKind }

/** Whose number and seal a mediation of this area may bear, and the rooms there. In: the units that take part. */
export async function listPlaces(
  tx: Tx,
  district: number,
  unitIds: readonly string[],
  now: number,
): Promise<UnitName[]> {
  const { rows } = await sql<UnitName>`select u.id, u.name, u.kind from unit u
    where u.district_id = ${district} and (u.valid_to is null or u.valid_to >= ${dayOf(now)}::date)
      and (u.id = any (${[...unitIds]}::uuid[]) or (u.kind in ('committee','studio','room') and (
        u.parent_id = any (${[...unitIds]}::uuid[])
        or u.parent_id in (select parent_id from unit where district_id = ${district} and id = any (${[...unitIds]}::uuid[])))))
    order by u.path limit 100`.execute(tx)
  return rows
}

export type MediatorLine = {
  id: string
  name: string
  unit_id: string
  unit_name: string
  open: number
  specialities: string[]
  languages: Language[]
  since_year: number | null
}

/** Who is asked in from anywhere in the district. */
const askedIn: readonly Role[] = ['expert', 'legalPartner']

/**
 * Who holds a post today from which one mediates: at these units, and whoever is asked in from anywhere; or these accounts. With how
 * many mediations each has open, and what each is good at.
 */
export async function listMediators(
  tx: Tx,
  district: number,
  only: { units: readonly string[] } | { accounts: readonly string[] },
  now: number,
): Promise<MediatorLine[]> {
  const today = dayOf(now)
  const where =
    'units' in only
      ? sql`(o.unit_id = any (${[...only.units]}::uuid[]) or o.role = any (${[...askedIn]}) or u.parent_id = any (${[...only.units]}::uuid[]))`
      : sql`a.id = any (${[...only.accounts]}::uuid[])`
  const { rows } =
    await sql<MediatorLine>`select distinct on (p.pinyin, a.id) a.id, p.name, u.id unit_id, u.name unit_name,
      (select count(*)::int from mediation_mediator w where w.district_id = a.district_id and w.account_id = a.id) open,
      coalesce(f.specialities, '{}') specialities, coalesce(f.languages, '{}') languages, f.since_year
    from post o
    join unit u on u.district_id = o.district_id and u.id = o.unit_id
    join account a on a.district_id = o.district_id and a.person_id = o.person_id and a.disabled_at is null
    join person p on p.district_id = o.district_id and p.id = o.person_id
    left join mediator_profile f on f.district_id = o.district_id and f.person_id = o.person_id
    where o.district_id = ${district} and o.role = any (${[...mediating]}) and ${where}
      and o.from_on <= ${today}::date and (o.to_on is null or o.to_on >= ${today}::date)
    order by p.pinyin, a.id, o.from_on limit 200`.execute(tx)
  return rows
}

export type SlotLine = {
  id: string
  mediation_id: string
  matter_id: string | null
  title: string | null
  room_id: string | null
  room_name: string | null
  mediator_ids: string[]
  starts_at: number
  ends_at: number
}

/** The sessions between two instants, in their order; of a matter out of sight only when and where. */
export async function listSlotRows(tx: Tx, district: number, from: number, to: number): Promise<SlotLine[]> {
  const { rows } =
    await sql<SlotLine>`select s.id, s.mediation_id, m.id matter_id, m.title, s.room_id, r.name room_name,
      s.mediator_ids, s.starts_at, s.ends_at
    from mediation_slot s
    join mediation d on d.district_id = s.district_id and d.id = s.mediation_id
    left join matter m on m.district_id = d.district_id and m.id = d.matter_id
    left join unit r on r.district_id = s.district_id and r.id = s.room_id
    where s.district_id = ${district} and s.starts_at >= ${new Date(from)} and s.starts_at < ${new Date(to)}
    order by s.starts_at, s.id limit 500`.execute(tx)
  return rows
}

/** The longest session (milliseconds): none that began before can still stand in the way. */
const longest = 480 * 60_000

/** What stands in the way of a session in a room or for its mediators, held still until the transaction ends. */
export async function findClash(
  tx: Tx,
  district: number,
  wanted: { startsAt: number; endsAt: number; roomId: string | null; mediatorIds: readonly string[] },
): Promise<{ room_id: string | null; mediator_ids: string[]; starts_at: number } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('mediation_slot'), ${district})`.execute(tx)
  const { startsAt, endsAt, roomId, mediatorIds } = wanted
  const { rows } = await sql<{ room_id: string | null; mediator_ids: string[]; starts_at: number }>`
    select room_id, mediator_ids, starts_at from mediation_slot where district_id = ${district}
      and starts_at > ${new Date(startsAt - longest)} and starts_at < ${new Date(endsAt)} and ends_at > ${new Date(startsAt)}
      and (room_id = ${roomId}::uuid or mediator_ids && ${[...mediatorIds]}::uuid[]) order by starts_at limit 1`.execute(
    tx,
  )
  return rows[0]
}

export async function findLink(
  tx: Tx,
  district: number,
  indexes: readonly Buffer[],
): Promise<(MediationLinkRow & { matter_id: string }) | undefined> {
  const { rows } = await sql<
    MediationLinkRow & { matter_id: string }
  >`select l.*, d.matter_id from mediation_link l
    join mediation d on d.district_id = l.district_id and d.id = l.mediation_id
    where l.district_id = ${district} and l.token_index = any (${[...indexes]}::bytea[]) for update of l`.execute(
    tx,
  )
  return rows[0]
}

export async function listLinks(tx: Tx, district: number, mediationId: string): Promise<MediationLinkRow[]> {
  const { rows } = await sql<MediationLinkRow>`select * from mediation_link
    where district_id = ${district} and mediation_id = ${mediationId} and ended_at is null`.execute(tx)
  return rows
}

/** Whether files may stand as proof: uploaded by this owner and, where only a picture does, a picture. */
export async function listMimes(
  tx: Tx,
  district: number,
  ids: readonly string[],
  owner: string,
): Promise<string[]> {
  const { rows } = await sql<{ mime: string }>`select mime from attachment
    where district_id = ${district} and id = any (${[...ids]}::uuid[]) and owner = ${owner} and matter_id is null`.execute(
    tx,
  )
  return rows.map(({ mime }) => mime)
}

/** What the rooms of these sessions are called. Out: room id → name. */
export async function roomNames(
  tx: Tx,
  district: number,
  { sessions }: Pick<Mediation, 'sessions'>,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(sessions.flatMap(({ roomId }) => roomId ?? []))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`select id, name from unit
    where district_id = ${district} and id = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
