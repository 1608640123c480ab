import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/scope.ts'
import type { AidActionRow } from '../db/tables.gen.ts'
import { type AidWords, openAidWords, sealAidWords } from './rows.ts'

/** What a step is about: an order, or a team. */
export type Subject = { aidId: string; teamId?: null } | { aidId?: null; teamId: string }

export type AidDeed = Subject & {
  district: number
  id: string
  lineId?: string | null
  verb: string
  /** Null: the product itself. */
  accountId: string | null
  /** What was decided: never a word of what was said. */
  payload: object
}

/** Puts a step into the history of its order or team; what was said with it, under seal beside it. */
export async function insertAidDeed(tx: Tx, d: AidDeed, at: number, words: AidWords = {}): Promise<void> {
  const [aidId, teamId] = [d.aidId ?? null, d.teamId ?? null]
  await sql`insert into aid_action (district_id, id, at, aid_id, team_id, line_id, verb, account_id, payload)
    values (${d.district}, ${d.id}, ${new Date(at)}, ${aidId}, ${teamId}, ${d.lineId ?? null}, ${d.verb}, ${d.accountId},
      ${JSON.stringify(d.payload)}::jsonb)`.execute(tx)
  if (Object.keys(words).length > 0)
    await sql`insert into aid_text (district_id, id, aid_id, team_id, sealed)
      values (${d.district}, ${d.id}, ${aidId}, ${teamId}, ${sealAidWords(d.district, d.id, words)})`.execute(
      tx,
    )
}

/** Whether a command with this id was done before, and whether it was this one by this person. */
export async function findAidDeed(tx: Tx, d: AidDeed): Promise<{ isSame: boolean } | undefined> {
  const { rows } = await sql<{
    isSame: boolean
  }>`select account_id = ${d.accountId}::uuid and verb = ${d.verb}
      and aid_id is not distinct from ${d.aidId ?? null}::uuid and team_id is not distinct from ${d.teamId ?? null}::uuid
      and line_id is not distinct from ${d.lineId ?? null}::uuid and payload = ${JSON.stringify(d.payload)}::jsonb "isSame"
    from aid_action where district_id = ${d.district} and id = ${d.id}`.execute(tx)
  return rows[0]
}

const of = ({ aidId, teamId }: Subject): RawBuilder<unknown> =>
  aidId ? sql`x.aid_id = ${aidId}` : sql`x.team_id = ${teamId}`

export type AidDeedLine = AidActionRow & { by_name: string | null; line_name: string | null }

/** What was done with an order or a team, the oldest first. */
export async function listAidDeeds(tx: Tx, district: number, subject: Subject): Promise<AidDeedLine[]> {
  const { rows } =
    await sql<AidDeedLine>`select x.*, p.name by_name, coalesce(u.name, t.name) line_name from aid_action x
    left join account c on c.district_id = x.district_id and c.id = x.account_id
    left join person p on p.district_id = c.district_id and p.id = c.person_id
    left join aid_line l on l.district_id = x.district_id and l.id = x.line_id
    left join unit u on u.district_id = l.district_id and u.id = l.unit_id
    left join team t on t.district_id = l.district_id and t.id = l.team_id
    where x.district_id = ${district} and ${of(subject)} order by x.at, x.id`.execute(tx)
  return rows
}

/** The words of the steps of an order or a team, by the id of the step. */
export async function aidTextsOf(
  tx: Tx,
  district: number,
  subject: Subject,
): Promise<ReadonlyMap<string, AidWords>> {
  const { rows } = await sql<{ id: string; sealed: Buffer }>`select x.id, x.sealed from aid_text x
    where x.district_id = ${district} and ${of(subject)}`.execute(tx)
  return new Map(rows.map(({ id, sealed }) => [id, openAidWords(district, id, sealed)]))
}

/** What each of some orders asks for: the words of its last posting. */
export async function needsOf(
  tx: Tx,
  district: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ aid_id: string; id: string; sealed: Buffer }>`
    select distinct on (x.aid_id) x.aid_id, x.id, t.sealed from aid_action x
    join aid_text t on t.district_id = x.district_id and t.id = x.id
    where x.district_id = ${district} and x.aid_id = any (${[...ids]}::uuid[]) and x.verb in ('post','again')
    order by x.aid_id, x.at desc, x.id desc`.execute(tx)
  return new Map(rows.map((r) => [r.aid_id, openAidWords(district, r.id, r.sealed)['need'] ?? '']))
}
