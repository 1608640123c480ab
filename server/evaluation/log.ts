import { sql } from 'kysely'
import type { Seat } from '#domain/actor.ts'
import type { Role } from '#domain/org/roles.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { insist } from '../http/refused.ts'
import { openWords, sealWords } from './bound.ts'

/** One thing done. `payload`: months, reasons, votes; what was written is sealed beside it. */
export type Deed = {
  district: number
  id: string
  accountId: string | null
  verb: string
  subjectId: string
  payload: object
}

export type ToldRow = {
  id: string
  at: number
  verb: string
  unit_name: string | null
  role: Role | null
  payload: { vote?: 'exclude' | 'keep' }
  text: string | null
}

/** Whether a command was carried out before. In: what it says beside its payload. Refusal: `commandReused`, when the id stood for something else. */
export async function wasDone(tx: Tx, deed: Deed, text: string | null = null): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`select account_id is not distinct from ${deed.accountId}::uuid
      and verb = ${deed.verb} and subject_id = ${deed.subjectId} and payload = ${JSON.stringify(deed.payload)}::jsonb same
    from evaluation_action where district_id = ${deed.district} and id = ${deed.id}`.execute(tx)
  const [before] = rows
  if (!before) return false
  const said = (await readWords(tx, deed.district, [deed.id])).get(deed.id)
  const isSame = before.same && (said === undefined || text === null || said === text)
  insist(isSame ? undefined : refuse('commandReused'))
  return true
}

type About = {
  now: number
  seat: Pick<Seat, 'unitId' | 'role'> | null
  matterId: string | null
  text?: string | null
}

/** Puts a deed on record, and seals its words. */
export async function record(tx: Tx, deed: Deed, { now, seat, matterId, text = null }: About): Promise<void> {
  await sql`insert into evaluation_action (district_id, id, at, account_id, unit_id, role, matter_id, subject_id, verb, payload)
    values (${deed.district}, ${deed.id}, ${new Date(now)}, ${deed.accountId}, ${seat?.unitId ?? null}, ${seat?.role ?? null},
      ${matterId}, ${deed.subjectId}, ${deed.verb}, ${JSON.stringify(deed.payload)}::jsonb)`.execute(tx)
  if (text === null || matterId === null) return
  await sql`insert into exclusion_text (district_id, id, matter_id, exclusion_id, sealed) values (${deed.district}, ${deed.id},
    ${matterId}, ${deed.subjectId}, ${sealWords(deed.district, deed.id, text)})`.execute(tx)
}

async function readWords(tx: Tx, district: number, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{
    district_id: number
    id: string
    sealed: Buffer
  }>`select district_id, id, sealed
    from exclusion_text where district_id = ${district} and id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, openWords(row)]))
}

/** What was done about one exclusion, in order (what came of a vote after it), with its words as far as they are still there. */
export async function listTold(tx: Tx, district: number, subjectId: string): Promise<ToldRow[]> {
  const { rows } = await sql<
    Omit<ToldRow, 'text'>
  >`select a.id, a.at, a.verb, u.name unit_name, a.role, a.payload
    from evaluation_action a left join unit u on u.district_id = a.district_id and u.id = a.unit_id
    where a.district_id = ${district} and a.subject_id = ${subjectId} order by a.at, a.account_id is null, a.id`.execute(
    tx,
  )
  const words = await readWords(
    tx,
    district,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, text: words.get(row.id) ?? null }))
}
