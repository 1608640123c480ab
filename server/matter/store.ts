import { sql } from 'kysely'
import type { Sign } from '../colleague/presence.ts'
import { sayAfter, sayAtCommit } from '../db/say.ts'
import type { Tx } from '../db/scope.ts'
import type { ClockRow, MatterActionRow, MatterRow } from '../db/tables.gen.ts'
import { markOrders } from '../door/store.ts'
import type { Birth } from './birth.ts'

const instants = /(^|_)at$/

/** Rows as JSON for json_populate_recordset: one statement writes any number of them. */
function asJson(rows: readonly object[]): string {
  return JSON.stringify(rows, function (this: Record<string, unknown>, key: string, value: unknown) {
    const raw = this[key]
    if (Buffer.isBuffer(raw)) return `\\x${raw.toString('hex')}`
    // Instants of columns, not of the payloads inside them.
    if (typeof raw === 'number' && instants.test(key) && 'district_id' in this)
      return new Date(raw).toISOString()
    return value
  })
}

/** What the live stream forwards: ids only; the reader fetches the record through its own door. */
export type Nudge = {
  kind:
    | 'matter'
    | 'import'
    | 'rules'
    | 'account'
    | 'hall'
    | 'notice'
    | 'org'
    | 'roster'
    | 'presence'
    | 'bulk'
    | 'export'
    | 'room'
    | 'whistle'
    | 'aid'
    | 'team'
  district: number
  id: string
  version: number
  /** Between the processes only: who has a matter open. */
  sign?: Sign
  /** Between the processes only: the accounts that are told, and nobody else. */
  only?: readonly string[]
}

/** What ends streams and changes rules is said with the commit itself; the rest asks pages to look again. */
const atCommit: readonly Nudge['kind'][] = ['account', 'rules']

/** Tells every listening process once it is committed, and of a matter the other systems whose orders are in it. */
export async function nudge(tx: Tx, message: Nudge): Promise<void> {
  if (message.kind === 'matter') await markOrders(tx, message.district, [message.id])
  const say = atCommit.includes(message.kind) ? sayAtCommit : sayAfter
  await say(tx, JSON.stringify(message))
}

/** The same of several matters, each once. */
export async function nudgeMatters(
  tx: Tx,
  district: number,
  matters: readonly Pick<Nudge, 'id' | 'version'>[],
): Promise<void> {
  const byId = new Map(matters.map((matter) => [matter.id, matter.version]))
  await markOrders(tx, district, [...byId.keys()])
  for (const [id, version] of byId)
    await sayAfter(tx, JSON.stringify({ kind: 'matter', district, id, version } satisfies Nudge))
}

/** Writes new matters whole, with their appeals, first actions, clocks and search text, in one statement. */
export async function insertBirths(
  tx: Tx,
  births: readonly (Omit<Birth, 'appeal' | 'queryCode'> & Partial<Pick<Birth, 'appeal'>>)[],
): Promise<void> {
  const matters = asJson(births.map((b) => b.matter))
  const appeals = asJson(births.flatMap((b) => b.appeal ?? []))
  const actions = asJson(births.map((b) => b.action))
  const clocks = asJson(births.flatMap((b) => b.clocks))
  const texts = asJson(births.map((b) => b.text))
  await sql`with
    m as (insert into matter select * from json_populate_recordset(null::matter, ${matters}::json)),
    a as (insert into appeal select * from json_populate_recordset(null::appeal, ${appeals}::json)),
    h as (insert into matter_action select * from json_populate_recordset(null::matter_action, ${actions}::json)),
    c as (insert into clock select * from json_populate_recordset(null::clock, ${clocks}::json))
    insert into matter_text select * from json_populate_recordset(null::matter_text, ${texts}::json)`.execute(
    tx,
  )
}

/** The matter, locked until the transaction ends; undefined when it is not there or not to be seen. */
export async function lockMatter(tx: Tx, district: number, id: string): Promise<MatterRow | undefined> {
  const { rows } =
    await sql<MatterRow>`select * from matter where district_id = ${district} and id = ${id} for update`.execute(
      tx,
    )
  return rows[0]
}

export type Change = {
  columns: object
  action: MatterActionRow
  stoppedClocks: { id: string; stopped_at: number; outcome: string }[]
  changedClocks: ClockRow[]
  newClocks: ClockRow[]
  dueAt: number | null
}

/**
 * Writes one move in one statement: the columns, the action, the clocks it stops, changes and starts. Clocks are looked up by their
 * matter: by their ids alone the planner reads the whole table while it is small.
 */
export async function writeChange(tx: Tx, row: MatterRow, change: Change): Promise<void> {
  const { district_id: district, id } = row
  const columns = {
    ...change.columns,
    due_at: change.dueAt,
    last_seq: change.action.seq,
    last_hash: change.action.hash,
    changed_at: change.action.at,
  }
  const names = Object.keys(columns)
  const stops = change.stoppedClocks.map((c) => ({ ...c, stopped_at: new Date(c.stopped_at).toISOString() }))
  const isOurs = sql`clock.district_id = ${district} and clock.matter_id = ${id} and clock.id = x.id`
  const parts = [
    sql`n as (select * from json_populate_record(null::matter, ${asJson([{ district_id: district, ...columns }]).slice(1, -1)}::json))`,
    sql`h as (insert into matter_action select * from json_populate_recordset(null::matter_action, ${asJson([change.action])}::json))`,
    stops.length > 0 &&
      sql`s as (update clock set stopped_at = x.stopped_at, outcome = x.outcome, next_at = null
      from json_to_recordset(${JSON.stringify(stops)}::json) x(id uuid, stopped_at timestamptz, outcome text) where ${isOurs})`,
    change.changedClocks.length > 0 &&
      sql`u as (update clock set (amount, measure, pauses, extensions, calendar_version, warn_at, due_at, over_at, told, next_at)
      = (x.amount, x.measure, x.pauses, x.extensions, x.calendar_version, x.warn_at, x.due_at, x.over_at, x.told, x.next_at)
      from json_populate_recordset(null::clock, ${asJson(change.changedClocks)}::json) x where ${isOurs})`,
    change.newClocks.length > 0 &&
      sql`c as (insert into clock select * from json_populate_recordset(null::clock, ${asJson(change.newClocks)}::json))`,
  ].filter((part) => part !== false)
  await sql`with ${sql.join(parts)}
    update matter set (${sql.raw(names.join(', '))}) = (${sql.raw(names.map((name) => `n.${name}`).join(', '))})
    from n where matter.district_id = ${district} and matter.id = ${id}`.execute(tx)
}

export async function writeRating(
  tx: Tx,
  district: number,
  appealId: string,
  rating: { solved: boolean; satisfied: string; words: string | null },
  now: number,
): Promise<void> {
  await sql`update appeal set solved = ${rating.solved}, satisfied = ${rating.satisfied}, rating_words = ${rating.words},
    rated_at = ${new Date(now)} where district_id = ${district} and id = ${appealId}`.execute(tx)
}

/** A new result is judged anew: what was said of the one before stays in the history only. */
export async function clearRatings(tx: Tx, district: number, matterId: string): Promise<void> {
  await sql`update appeal set solved = null, satisfied = null, rating_words = null, rated_at = null
    where district_id = ${district} and matter_id = ${matterId} and rated_at is not null`.execute(tx)
}

/** Replaces the search text after a correction. */
export async function writeText(tx: Tx, text: Birth['text']): Promise<void> {
  await sql`update matter_text set grams = ${text.grams}::tsvector, words = ${text.words}::tsvector
    where district_id = ${text.district_id} and matter_id = ${text.matter_id}`.execute(tx)
}

/**
 * Binds uploaded files to an action. Only what this owner uploaded and nothing else has taken. Out: how many were bound.
 */
export async function claimFiles(
  tx: Tx,
  claim: {
    district: number
    ids: readonly string[]
    owner: string
    matterId: string
    appealId: string | null
    seq: number
  },
): Promise<number> {
  if (claim.ids.length === 0) return 0
  const result =
    await sql`update attachment set matter_id = ${claim.matterId}, appeal_id = ${claim.appealId}, seq = ${claim.seq}
    where district_id = ${claim.district} and id = any (${[...claim.ids]}::uuid[]) and owner = ${claim.owner} and matter_id is null
      and meeting_item_id is null`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

/**
 * Puts on record who opened personal data, and why. The same command sent again within `againMs` needs no second record.
 * Out: whether this reading stands on record.
 */
export async function insertReading(
  tx: Tx,
  entry: {
    district: number
    id: string
    at: number
    accountId: string
    what: 'reveal' | 'export' | 'print'
    subject: string
    purpose: string
    againMs?: number
  },
): Promise<boolean> {
  const { rows } =
    await sql`with new as (insert into read_log (district_id, id, at, account_id, what, subject, purpose)
    values (${entry.district}, ${entry.id}, ${new Date(entry.at)}, ${entry.accountId}, ${entry.what}, ${entry.subject}, ${entry.purpose})
    on conflict do nothing returning 1)
    select from new union all
    select from read_log where district_id = ${entry.district} and id = ${entry.id} and account_id = ${entry.accountId}
      and what = ${entry.what} and subject = ${entry.subject} and at > ${new Date(entry.at - (entry.againMs ?? 0))}`.execute(
      tx,
    )
  return rows.length > 0
}
