import { type RawBuilder, sql } from 'kysely'
import type { Suggestions, searchRoutes } from '#contract/search.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { maskNumbers } from '#domain/person/mask-numbers.ts'
import { anywhere } from '../db/like.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { readByIndex } from '../insight/conditions.ts'
import { numberOf, searched } from '../matter/list-conditions.ts'
import { matterOf } from '../matter/rows.ts'
import { mayLink, type Standing } from '../party/by-phone.ts'
import { blindIndex } from '../secrets.ts'
import { findableNames, plainPhone } from './person-names.ts'

/** So many of each kind; more belongs to a list. */
const most = 6
/** Voices looked at for one person; somebody who came more often is found by what was said. */
const mostVoices = 50

type Hit = Suggestions['matters'][number]
const hitOf = (row: Pick<MatterRow, 'id' | 'number' | 'title' | 'state'>, by: Hit['by']): Hit => ({
  ...{ id: row.id, number: row.number, title: maskNumbers(row.title), state: row.state as Hit['state'], by },
})

/** Matters by number or words; the second lock decides what is there. */
async function findByWords(tx: Tx, district: number, q: string): Promise<Hit[]> {
  const by = numberOf(q) === undefined ? 'words' : 'number'
  const { rows } = await sql<MatterRow>`select m.id, m.number, m.title, m.state from matter m
    where m.district_id = ${district} and ${searched(district, q)}
    order by m.received_at desc, m.id desc limit ${most}`.execute(tx)
  return rows.map((row) => hitOf(row, by))
}

/** The beginning of a number, as it is read out: the day, then the running number. */
async function findByNumber(tx: Tx, district: number, q: string): Promise<Hit[]> {
  const typed = q.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}-\d{1,}/.test(typed) || numberOf(typed) !== undefined) return []
  const { rows } = await sql<MatterRow>`select m.id, m.number, m.title, m.state from matter m
    where m.district_id = ${district} and m.number >= ${typed} and m.number < ${`${typed}\uffff`}
    order by m.number limit ${most}`.execute(tx)
  return rows.map((row) => hitOf(row, 'number'))
}

/**
 * Matters that somebody raised or is a party of, by the whole name, its pinyin or the number; only where this reader may also
 * see who it was.
 */
async function findByPerson(tx: Tx, actor: StaffActor, q: string): Promise<Hit[]> {
  const district = actor.districtId
  const phone = plainPhone(q)
  const { name, pinyin } = findableNames(q)
  const keys: RawBuilder<unknown>[] = []
  if (phone !== undefined) keys.push(sql`a.phone_index = ${blindIndex(phone, 'phone')}`)
  if (name) keys.push(sql`a.name_index = ${name}`)
  if (pinyin) keys.push(sql`a.pinyin_index = ${pinyin}`)
  const found = new Map<string, Hit>()
  for (const key of keys) {
    const { rows } = await sql<MatterRow & Omit<Standing, 'phone_index'>>`
      select m.*, v.is_confidential, v.side from (
        (select a.matter_id, a.is_confidential, null as side, a.received_at as at from appeal a
          where a.district_id = ${district} and ${key} order by a.received_at desc limit ${mostVoices})
        union all
        (select a.matter_id, a.is_confidential or coalesce((select o.is_confidential from appeal o
            where o.district_id = a.district_id and o.id = a.appeal_id), false), a.side, a.created_at from party a
          where a.district_id = ${district} and ${key} and a.removed_at is null
          order by a.created_at desc limit ${mostVoices})) v
      join matter m on m.district_id = ${district} and m.id = v.matter_id order by v.at desc`.execute(tx)
    for (const row of rows) if (mayLink(actor, matterOf(row), row)) found.set(row.id, hitOf(row, 'person'))
  }
  return [...found.values()].slice(0, most)
}

const patternOf = (q: string) => anywhere(q.toLowerCase())

async function findUnits(tx: Tx, district: number, q: string, now: number): Promise<Suggestions['units']> {
  const { rows } = await sql<
    Suggestions['units'][number] & { names: string[] | null }
  >`select u.id, u.name, u.kind,
      (select array_agg(a.name order by length(a.path)) from unit a
        where a.district_id = u.district_id and a.kind <> 'district' and starts_with(u.path, a.path)
          and length(a.path) < length(u.path)) as names
    from unit u where u.district_id = ${district} and (u.valid_to is null or u.valid_to >= ${dayOf(now)}::date)
      and (u.name like ${patternOf(q)} or u.pinyin like ${patternOf(q)})
    order by length(u.path), u.path limit ${most}`.execute(tx)
  return rows.map((row) => ({ ...row, names: row.names ?? [] }))
}

async function findStaff(tx: Tx, district: number, q: string, now: number): Promise<Suggestions['staff']> {
  const { rows } = await sql<
    Suggestions['staff'][number]
  >`select a.id "accountId", p.name, o.role, o.unit_name "unitName"
    from person p join account a on a.district_id = p.district_id and a.person_id = p.id and a.disabled_at is null
    left join lateral (select o.role, u.name unit_name from post o
      join unit u on u.district_id = o.district_id and u.id = o.unit_id
      where o.district_id = p.district_id and o.person_id = p.id and o.from_on <= ${dayOf(now)}::date
        and (o.to_on is null or o.to_on >= ${dayOf(now)}::date) order by o.from_on limit 1) o on true
    where p.district_id = ${district} and (p.name like ${patternOf(q)} or p.pinyin like ${patternOf(q)})
    order by p.pinyin, p.id limit ${most}`.execute(tx)
  return rows
}

/** What a few typed signs may mean. Nothing is suggested that the reader could not open. */
export async function suggest({
  tx,
  actor,
  body,
  now,
}: Call<typeof searchRoutes.suggest>): Promise<Suggestions> {
  const { q } = body
  const district = actor.districtId
  await readByIndex(tx)
  const persons = await findByPerson(tx, actor, q)
  const others = [...(await findByNumber(tx, district, q)), ...(await findByWords(tx, district, q))]
  const seen = new Set(persons.map((hit) => hit.id))
  return {
    matters: [...persons, ...others.filter((hit) => !seen.has(hit.id))].slice(0, most + 2),
    units: await findUnits(tx, district, q, now),
    staff: await findStaff(tx, district, q, now),
  }
}
