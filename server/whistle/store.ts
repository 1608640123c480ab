import { sql } from 'kysely'
import { dayOf, yearOf } from '#domain/calendar/days.ts'
import { approvalMarks, lineMarks, type Marks } from '#domain/whistle/clocks.ts'
import type { WhistleVerb } from '#domain/whistle/moves.ts'
import { type Line, type Whistle, whistleNumber } from '#domain/whistle/whistle.ts'
import type { Tx } from '../db/scope.ts'
import type { WhistleRow } from '../db/tables.gen.ts'
import { nudge } from '../matter/store.ts'
import type { Rules } from '../org/rules.ts'
import { sealWords, type Words } from './rows.ts'

const date = (at: number | null) => (at === null ? null : new Date(at))

/** What marks are reckoned with: the calendar as it stands, and the profile that the whistle began with. */
export const givenBy = ({ calendar, profile }: Rules) => ({
  ...{ calendar, warnShare: profile.warnShare },
  ...{ limits: profile.whistleLimits, farShare: profile.whistleFarShare },
})

/** The next number of a district in a year: its counter is locked until the transaction ends, so that none is lost or given twice. */
export async function nextNumber(tx: Tx, district: number, now: number): Promise<string> {
  const year = yearOf(dayOf(now))
  const { rows } = await sql<{ last: number }>`insert into whistle_counter (district_id, year, last)
    values (${district}, ${year}, 1)
    on conflict (district_id, year) do update set last = whistle_counter.last + 1 returning last`.execute(tx)
  return whistleNumber(year, rows[0]?.last ?? 1)
}

/** Locks a whistle: one step at a time, so that two rulings or confirmations never meet. */
export async function lockWhistle(tx: Tx, district: number, id: string): Promise<WhistleRow | undefined> {
  const { rows } = await sql<WhistleRow>`select * from whistle
    where district_id = ${district} and id = ${id} for update`.execute(tx)
  return rows[0]
}

/** What is kept of the lines beside the whistle itself, so that a list asks one table. */
function summaryOf(w: Whistle, lines: readonly Line[], rules: Rules) {
  const approval = approvalMarks(w, givenBy(rules)).due
  const dues = w.soundedAt === null ? [] : lines.map((line) => lineMarks(line, w.kind, givenBy(rules)).due)
  const known = [approval, ...dues].filter((at) => at !== null)
  return {
    called: lines.map(({ unitId }) => unitId),
    paths: lines.map(({ unitPath }) => unitPath),
    toRule: lines.some(({ step }) => step === 'rule'),
    due: date(known.length === 0 ? null : Math.min(...known)),
    next: date(approval),
  }
}

export async function insertWhistle(
  tx: Tx,
  district: number,
  w: Whistle & { number: string; arrivalAt: number | null },
  lines: readonly Line[],
  rules: Rules,
): Promise<boolean> {
  const { called, paths, toRule, due, next } = summaryOf(w, lines, rules)
  const { numAffectedRows } =
    await sql`insert into whistle (district_id, id, number, kind, state, unit_id, unit_path, by_id,
      asked_at, arrival_at, sounded_at, called, called_paths, to_rule, due_at, next_at, version, changed_at, profile_version)
    values (${district}, ${w.id}, ${w.number}, ${w.kind}, ${w.state}, ${w.unitId}, ${w.unitPath}, ${w.byId},
      ${date(w.askedAt)}, ${date(w.arrivalAt)}, ${date(w.soundedAt)}, ${called}::uuid[], ${paths}::text[], ${toRule},
      ${due}, ${next}, 1, ${date(w.askedAt)}, ${rules.profileVersion})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Writes where a whistle stands, and tells every open page. */
export async function writeWhistle(
  tx: Tx,
  before: WhistleRow,
  w: Whistle,
  lines: readonly Line[],
  { rules, now }: { rules: Rules; now: number },
): Promise<void> {
  const { called, paths, toRule, due, next } = summaryOf(w, lines, rules)
  const district = before.district_id
  const version = before.version + 1
  await sql`update whistle set state = ${w.state}, second_id = ${w.secondId}, sounded_at = ${date(w.soundedAt)},
      over_at = ${date(w.overAt)}, upgraded_at = ${date(w.upgradedAt)}, misused_at = ${date(w.misusedAt)},
      called = ${called}::uuid[], called_paths = ${paths}::text[], to_rule = ${toRule}, due_at = ${due}, next_at = ${next},
      version = ${version}, changed_at = ${new Date(now)}
    where district_id = ${district} and id = ${w.id}`.execute(tx)
  await nudge(tx, { kind: 'whistle', district, id: w.id, version })
}

/** The marks of a line as columns. `told`: how many of them its unit was told already. */
function markColumns({ warn, due, over }: Marks, told: number) {
  return {
    warn_at: date(warn),
    due_at: date(due),
    over_at: date(over),
    next_at: date([warn, due, over][told] ?? null),
    told,
  }
}

/**
 * Writes a line, new or changed, with the marks of what is to be done now. A step that has just become somebody's turn starts
 * with nothing told; `told`: the same step goes on.
 */
export async function writeLine(
  tx: Tx,
  of: { district: number; whistle: Whistle; rules: Rules; told?: number },
  line: Line,
): Promise<void> {
  const { district, whistle, rules, told = 0 } = of
  const marks =
    whistle.soundedAt === null
      ? { warn: null, due: null, over: null }
      : lineMarks(line, whistle.kind, givenBy(rules))
  const values = {
    ...{ role: line.role, called_at: date(line.calledAt), step: line.step, outcome: line.outcome },
    ...{ since: date(line.since), steps: JSON.stringify(line.steps), pauses: JSON.stringify(line.pauses) },
    ...{ plan_until: line.planUntil, finished: line.finished, sent_back_at: date(line.sentBackAt) },
    objection: line.objection && JSON.stringify(line.objection),
    rating: line.rating && JSON.stringify(line.rating),
    rated_back: line.ratedBack && JSON.stringify(line.ratedBack),
    calendar_version: rules.calendar.version,
    ...markColumns(marks, told),
  }
  const names = Object.keys(values)
  await sql`insert into whistle_line (district_id, id, whistle_id, unit_id, unit_path, ${sql.join(names.map((n) => sql.ref(n)))})
    values (${district}, ${line.id}, ${whistle.id}, ${line.unitId}, ${line.unitPath}, ${sql.join(Object.values(values))})
    on conflict (district_id, id) do update set
      ${sql.join(names.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(tx)
}

export async function insertMatters(
  tx: Tx,
  district: number,
  whistleId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`insert into whistle_matter (district_id, whistle_id, matter_id)
    select ${district}::int, ${whistleId}::uuid, x from unnest(${[...ids]}::uuid[]) x`.execute(tx)
}

export type Deed = {
  district: number
  id: string
  at: number
  whistleId: string
  lineId: string | null
  verb: WhistleVerb | 'blow'
  accountId: string
  /** What was decided: never a word of what was said. */
  payload: object
}

/** Puts a step into the history of its whistle; what was said with it, under seal beside it. */
export async function insertDeed(tx: Tx, d: Deed, words: Words): Promise<void> {
  await sql`insert into whistle_action (district_id, id, at, whistle_id, line_id, verb, account_id, payload)
    values (${d.district}, ${d.id}, ${new Date(d.at)}, ${d.whistleId}, ${d.lineId}, ${d.verb}, ${d.accountId},
      ${JSON.stringify(d.payload)}::jsonb)`.execute(tx)
  if (Object.keys(words).length > 0)
    await sql`insert into whistle_text (district_id, id, whistle_id, sealed)
      values (${d.district}, ${d.id}, ${d.whistleId}, ${sealWords(d.district, d.id, words)})`.execute(tx)
}

/** Whether a command with this id was done before, and whether it was this one by this person. */
export async function findDeed(tx: Tx, d: Omit<Deed, 'at'>): Promise<{ isSame: boolean } | undefined> {
  const { rows } = await sql<{
    isSame: boolean
  }>`select account_id = ${d.accountId}::uuid and verb = ${d.verb}
      and whistle_id = ${d.whistleId} and line_id is not distinct from ${d.lineId}::uuid
      and payload = ${JSON.stringify(d.payload)}::jsonb "isSame"
    from whistle_action where district_id = ${d.district} and id = ${d.id}`.execute(tx)
  return rows[0]
}
