import { type RawBuilder, sql } from 'kysely'
import type { whistleRoutes } from '#contract/whistle.ts'
import type { StaffActor } from '#domain/actor.ts'
import { refuse } from '#domain/refusal.ts'
import { maySee } from '#domain/whistle/who.ts'
import type { Tx } from '../db/scope.ts'
import type { WhistleActionRow, WhistleLineRow, WhistleRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { lineOf, openWords, type Words, whistleOf } from './rows.ts'
import { inSight, sightOf } from './sight.ts'

export type LineRow = WhistleLineRow & { unit_name: string }
export type Named = WhistleRow & { unit_name: string; by_name: string; second_name: string | null }

const named = sql`select w.*, u.name unit_name, p.name by_name, q.name second_name from whistle w
  join unit u on u.district_id = w.district_id and u.id = w.unit_id
  join account a on a.district_id = w.district_id and a.id = w.by_id
  join person p on p.district_id = a.district_id and p.id = a.person_id
  left join account b on b.district_id = w.district_id and b.id = w.second_id
  left join person q on q.district_id = b.district_id and q.id = b.person_id`

/** The lines of some whistles, the leading one first, then as they were called. */
export async function listLines(tx: Tx, district: number, ids: readonly string[]): Promise<LineRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<LineRow>`select l.*, u.name unit_name from whistle_line l
    join unit u on u.district_id = l.district_id and u.id = l.unit_id
    where l.district_id = ${district} and l.whistle_id = any (${[...ids]}::uuid[])
    order by l.role = 'lead' and l.outcome is distinct from 'released' desc, l.called_at, l.id`.execute(tx)
  return rows
}

export type Found = { row: Named; lines: LineRow[] }

/** A whistle that somebody may see, with its lines. Throws the refusal `notFound`. */
export async function findWhistle(tx: Tx, actor: StaffActor, id: string): Promise<Found> {
  const district = actor.districtId
  const { rows } = await sql<Named & { is_locked: boolean }>`
    select x.*, whistle_locked(x.district_id, x.id, ${actor.accountId}::uuid) is_locked
    from (${named} where w.district_id = ${district} and w.id = ${id}) x`.execute(tx)
  const [row] = rows
  const lines = row ? await listLines(tx, district, [row.id]) : []
  if (!row || !maySee(whistleOf(row), lines.map(lineOf), actor, row.is_locked))
    throw new Refused(refuse('notFound'))
  return { row, lines }
}

/** The words of some steps, by the id of the step. */
async function openTexts(
  tx: Tx,
  district: number,
  of: RawBuilder<unknown>,
): Promise<ReadonlyMap<string, Words>> {
  const { rows } = await sql<{ id: string; sealed: Buffer }>`select t.id, t.sealed from whistle_text t
    where t.district_id = ${district} and ${of}`.execute(tx)
  return new Map(rows.map(({ id, sealed }) => [id, openWords(district, id, sealed)]))
}

export const textsOf = (tx: Tx, district: number, whistleId: string) =>
  openTexts(tx, district, sql`t.whistle_id = ${whistleId}`)

/** What each of some whistles was blown for: the words of its first step. */
export async function problemsOf(
  tx: Tx,
  district: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ whistle_id: string; id: string; sealed: Buffer }>`
    select t.whistle_id, t.id, t.sealed from whistle_action a
    join whistle_text t on t.district_id = a.district_id and t.id = a.id
    where a.district_id = ${district} and a.whistle_id = any (${[...ids]}::uuid[]) and a.verb = 'blow'`.execute(
    tx,
  )
  return new Map(rows.map((r) => [r.whistle_id, openWords(district, r.id, r.sealed)['problem'] ?? '']))
}

export type DeedLine = WhistleActionRow & { by_name: string | null; unit_name: string | null }

export async function listDeeds(tx: Tx, district: number, whistleId: string): Promise<DeedLine[]> {
  const { rows } = await sql<DeedLine>`select a.*, p.name by_name, u.name unit_name from whistle_action a
    left join account c on c.district_id = a.district_id and c.id = a.account_id
    left join person p on p.district_id = c.district_id and p.id = c.person_id
    left join whistle_line l on l.district_id = a.district_id and l.id = a.line_id
    left join unit u on u.district_id = l.district_id and u.id = l.unit_id
    where a.district_id = ${district} and a.whistle_id = ${whistleId} order by a.at, a.id`.execute(tx)
  return rows
}

/** Of the matters of a whistle those that the reader may see by the lock of the matters themselves. */
export async function listMatters(tx: Tx, district: number, whistleId: string) {
  const { rows } = await sql<{ id: string; number: string; title: string }>`select m.id, m.number, m.title
    from whistle_matter l join matter m on m.district_id = l.district_id and m.id = l.matter_id
    where l.district_id = ${district} and l.whistle_id = ${whistleId} order by m.number`.execute(tx)
  return rows
}

/** The whistles of a matter, the newest first; a matter has few. */
export async function listOfMatter(tx: Tx, actor: StaffActor, matterId: string) {
  const { rows } = await sql<Named & { may_open: boolean }>`select w.*, ${inSight(actor)} may_open
    from (${named}) w join whistle_matter l on l.district_id = w.district_id and l.whistle_id = w.id
    where l.district_id = ${actor.districtId} and w.district_id = ${actor.districtId} and l.matter_id = ${matterId}
    order by w.id desc limit 50`.execute(tx)
  return rows
}

type Asked = Call<typeof whistleRoutes.listWhistles>['query']
export type Listed = Named & { key: string }

/** What is theirs to do: a line of theirs, a confirmation, a second approval, a ruling; each with when it is due. */
function todo(actor: StaffActor): RawBuilder<unknown> {
  const { units, blows, leads, isJudge } = sightOf(actor)
  const district = actor.districtId
  const open = sql`select l.whistle_id, l.due_at from whistle_line l
    join whistle w on w.district_id = l.district_id and w.id = l.whistle_id and w.state = 'sounding'`
  const parts = [
    sql`${open} where l.district_id = ${district} and l.unit_id = any (${units}::uuid[])
      and l.step in ('sign','contact','arrive','plan','finish')`,
    sql`${open} where l.district_id = ${district} and l.step = 'confirm'
      and (w.upgraded_at is null and w.unit_path = any (${blows}) ${isJudge ? sql`or w.upgraded_at is not null` : sql``})`,
    sql`select w.id, w.due_at from whistle w where w.district_id = ${district} and w.state = 'waiting'
      and w.unit_path = any (${leads}) and w.by_id <> ${actor.accountId}`,
    ...(isJudge ? [sql`${open} where l.district_id = ${district} and l.step = 'rule'`] : []),
  ]
  return sql`(select whistle_id, min(coalesce(due_at, 'infinity')) due from (${sql.join(parts, sql` union all `)}) x
    group by whistle_id)`
}

/** One page of whistles in sight, by key. In: the cursor taken apart. */
export async function listBox(
  tx: Tx,
  actor: StaffActor,
  asked: Asked,
  after: { key: string; id: string } | undefined,
  now: number,
): Promise<Listed[]> {
  const district = actor.districtId
  const conditions = [
    sql`w.district_id = ${district}`,
    inSight(actor),
    ...(asked.kind ? [sql`w.kind = ${asked.kind}`] : []),
    ...(asked.late ? [sql`w.due_at < ${new Date(now)}`] : []),
  ]
  const limit = asked.limit + 1
  if (asked.of === 'todo') {
    if (after) conditions.push(sql`(t.due, w.id) > (${after.key}::timestamptz, ${after.id}::uuid)`)
    const { rows } = await sql<Listed>`select x.*, t.due::text key from ${todo(actor)} t
      join whistle w on w.district_id = ${district} and w.id = t.whistle_id
      join (${named}) x on x.district_id = w.district_id and x.id = w.id
      where ${sql.join(conditions, sql` and `)} order by t.due, w.id limit ${limit}`.execute(tx)
    return rows
  }
  if (after) conditions.push(sql`w.id < ${after.id}::uuid`)
  if (asked.of === 'blown') conditions.push(sql`w.unit_path = any (${sightOf(actor).blows})`)
  if (asked.of === 'area') conditions.push(sql`w.state in ('waiting','sounding')`)
  if (asked.of === 'done') conditions.push(sql`w.state in ('over','calledOff','declined')`)
  const { rows } = await sql<Listed>`select x.*, '-' key from (select w.id from whistle w
      where ${sql.join(conditions, sql` and `)} order by w.id desc limit ${limit}) w
    join (${named}) x on x.district_id = ${district} and x.id = w.id order by x.id desc`.execute(tx)
  return rows
}

/** How many lines of a unit have not ended, for whoever would close it. */
export async function countOpenLines(tx: Tx, district: number, unitId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select (select count(*) from whistle_line
      where district_id = ${district} and unit_id = ${unitId} and step is not null)::int
    + (select count(*) from whistle where district_id = ${district} and unit_id = ${unitId}
      and state in ('waiting','sounding'))::int n`.execute(tx)
  return rows[0]?.n ?? 0
}
