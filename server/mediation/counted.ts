import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day, dayOf, startOfDay } from '#domain/calendar/days.ts'
import { type AvertedKind, avertedKinds } from '#domain/mediation/averted.ts'
import { type FigureBasis, type FigureName, figureNames, figureTable } from '#domain/mediation/figures.ts'
import type { MediationSource } from '#domain/mediation/mediation.ts'
import type { JusticeLine } from '#domain/triage/category.ts'
import type { Tx } from '../db/scope.ts'
import { isCounted, readByIndex } from '../insight/conditions.ts'
import { type After, lineColumns, lineJoined, type MediationLine } from './queries.ts'

type Condition = RawBuilder<unknown>

/** Which mediations are asked about. `committees`: their ids; undefined: whatever is in sight. */
export type Asking = {
  district: number
  committees: readonly string[] | undefined
  from: Day
  to: Day
  now: number
}
export type Narrowed = { source?: MediationSource | undefined; line?: JusticeLine | 'none' | undefined }

const isOpen = sql`d.state in ('asking','running')`

/** When a case counts for a number, over a mediation called d; the days are asked for beside it. */
const holds: Record<FigureName, (today: Day) => Condition> = {
  opened: () => sql`true`,
  hard: () => sql`d.is_hard`,
  closed: () => sql`true`,
  agreed: () => sql`d.is_agreed`,
  failed: () => sql`not d.is_agreed`,
  written: () => sql`d.is_agreed and d.form = 'written'`,
  oral: () => sql`d.is_agreed and d.form = 'oral'`,
  performed: () => sql`d.is_agreed and d.performance = 'whole'`,
  inPart: () => sql`d.is_agreed and d.performance = 'part'`,
  unperformed: () => sql`d.is_agreed and d.performance = 'none'`,
  unmet: (today) => sql`d.is_agreed and d.unmet_on < ${today}::date`,
  confirmAsked: () => sql`d.is_agreed and d.confirmation is not null`,
  confirmed: () => sql`d.is_agreed and d.confirmation = 'confirmed'`,
  averted: () =>
    sql`coalesce(d.averted_suicide, d.averted_crime, d.averted_brawl, d.averted_petition) is not null`,
  avertedSuicide: () => sql`d.averted_suicide is not null`,
  avertedCrime: () => sql`d.averted_crime is not null`,
  avertedBrawl: () => sql`d.averted_brawl is not null`,
  avertedPetition: () => sql`d.averted_petition is not null`,
  open: () => isOpen,
  late: (today) => sql`d.due_on < ${today}::date`,
}

/** The days of a basis, midnight to midnight in China; what is open now has none. */
function isWithin(basis: FigureBasis, { from, to }: Asking): Condition {
  if (basis === 'now') return isOpen
  const at = basis === 'opened' ? sql`d.opened_at` : sql`d.closed_at`
  return sql`${at} >= ${new Date(startOfDay(from))} and ${at} < ${new Date(startOfDay(addDays(to, 1)))}`
}

function isAsked(basis: FigureBasis, asking: Asking): Condition {
  const { committees } = asking
  const of = committees === undefined ? sql`` : sql`and d.committee_id = any (${[...committees]}::uuid[])`
  return sql`d.district_id = ${asking.district} ${of} and ${isWithin(basis, asking)} and ${isCounted}`
}

// each matter by its key, under the second lock: what the reader does not see is not counted
const seen = sql`from mediation d join lateral (select closure_kind, category_code from matter
  where district_id = d.district_id and id = d.matter_id offset 0) m on true`
const lineOf = sql`(select c.justice_line from category c where c.district_id = d.district_id and c.code = m.category_code)`

const countsOf = (basis: FigureBasis, today: Day) =>
  sql.join(
    figureNames
      .filter((name) => figureTable[name] === basis)
      .map((name) => sql`count(*) filter (where ${holds[name](today)})::int ${sql.ref(name)}`),
  )

export type Counts = Partial<Record<FigureName, number>>
type Opened = Counts & { source: MediationSource | null; line: JusticeLine | null; parties: number }
type Closed = Counts & Record<AvertedKind, number> & { fen: string; median_days: number | null }

/** What was opened, by where it came from and what it is about. */
export async function countOpened(tx: Tx, asking: Asking): Promise<Opened[]> {
  const { rows } = await sql<Opened>`select d.source, ${lineOf} line, sum(d.parties)::int parties,
      ${countsOf('opened', dayOf(asking.now))} ${seen} where ${isAsked('opened', asking)} group by 1, 2`.execute(
    tx,
  )
  return rows
}

const chinaDay = (at: Condition) => sql`(${at} at time zone 'Asia/Shanghai')::date`

/** What was over, with the money agreed and how long it took. */
export async function countClosed(tx: Tx, asking: Asking): Promise<Closed | undefined> {
  const { rows } = await sql<Closed>`select ${countsOf('closed', dayOf(asking.now))},
      ${sql.join(avertedKinds.map((kind) => sql`coalesce(sum(${sql.ref(`d.averted_${kind}`)}), 0)::int ${sql.ref(kind)}`))},
      coalesce(sum(d.fen) filter (where d.is_agreed), 0)::text fen,
      percentile_disc(0.5) within group (order by ${chinaDay(sql`d.closed_at`)} - ${chinaDay(sql`d.opened_at`)}) median_days
    ${seen} where ${isAsked('closed', asking)}`.execute(tx)
  return rows[0]
}

export async function countNow(tx: Tx, asking: Asking): Promise<Counts | undefined> {
  const { rows } =
    await sql<Counts>`select ${countsOf('now', dayOf(asking.now))} ${seen} where ${isAsked('now', asking)}`.execute(
      tx,
    )
  return rows[0]
}

const keys: Record<FigureBasis, Condition> = {
  opened: sql`d.opened_at`,
  closed: sql`d.closed_at`,
  now: sql`coalesce(d.due_on, 'infinity'::date)`,
}

/** One page of what a number counts: the newest first; what is open, what is due first. */
export async function listCounted(
  tx: Tx,
  asking: Asking,
  { figure, source, line }: Narrowed & { figure: FigureName },
  limit: number,
  after?: After,
) {
  const basis = figureTable[figure]
  const [key, isNow] = [keys[basis], basis === 'now']
  const where = [
    isAsked(basis, asking),
    holds[figure](dayOf(asking.now)),
    ...(source ? [sql`d.source = ${source}`] : []),
    ...(line ? [line === 'none' ? sql`${lineOf} is null` : sql`${lineOf} = ${line}`] : []),
    ...(after && isNow ? [sql`(${key}, d.id) > (${after.key}::date, ${after.id}::uuid)`] : []),
    ...(after && !isNow ? [sql`(${key}, d.id) < (${after.key}::timestamptz, ${after.id}::uuid)`] : []),
  ]
  await readByIndex(tx)
  const { rows } = await sql<
    MediationLine & { sort_key: string }
  >`select ${lineColumns}, (${key})::text sort_key
    ${lineJoined} where ${sql.join(where, sql` and `)}
    order by ${isNow ? sql`${key}, d.id` : sql`${key} desc, d.id desc`} limit ${limit}`.execute(tx)
  return rows
}
