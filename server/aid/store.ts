import { sql } from 'kysely'
import { type Aid, type AidLine, aidNumber } from '#domain/aid/aid.ts'
import { aidLineMarks, aidMarks } from '#domain/aid/clocks.ts'
import { dayOf, yearOf } from '#domain/calendar/days.ts'
import type { Marks } from '#domain/whistle/clocks.ts'
import type { Tx } from '../db/scope.ts'
import type { AidRow } from '../db/tables.gen.ts'
import { nudge } from '../matter/store.ts'
import type { Rules } from '../org/rules.ts'

const date = (at: number | null) => (at === null ? null : new Date(at))

/** What limits are reckoned with: the calendar as it stands and when a step is near its limit. */
export const aidGivenBy = ({ calendar, profile }: Rules) => ({ calendar, warnShare: profile.warnShare })

/** The next number of a district in a year: its counter is locked until the transaction ends, so that none is lost or given twice. */
export async function nextAidNumber(tx: Tx, district: number, now: number): Promise<string> {
  const year = yearOf(dayOf(now))
  const { rows } = await sql<{ last: number }>`insert into aid_counter (district_id, year, last)
    values (${district}, ${year}, 1)
    on conflict (district_id, year) do update set last = aid_counter.last + 1 returning last`.execute(tx)
  return aidNumber(year, rows[0]?.last ?? 1)
}

/** Locks an order: one step at a time, so that two confirmations or dispatches never meet. */
export async function lockAid(tx: Tx, district: number, id: string): Promise<AidRow | undefined> {
  const { rows } = await sql<AidRow>`select * from aid
    where district_id = ${district} and id = ${id} for update`.execute(tx)
  return rows[0]
}

/** When the first mark not told yet is reached. `told`: how many are told. */
const nextOf = ({ warn, due, over }: Marks, told: number) => date([warn, due, over][told] ?? null)

/** The columns of an order that follow from where it stands and from its lines. */
function columnsOf(aid: Aid, lines: readonly AidLine[], rules: Rules, told: number) {
  const own = aidMarks(aid, aidGivenBy(rules))
  const dues = [own.due, ...lines.map((line) => aidLineMarks(line, aidGivenBy(rules)).due)]
  const known = dues.filter((at) => at !== null)
  return {
    ...{ state: aid.state, centre_path: aid.centrePath, since: date(aid.since) },
    ...{ steps: JSON.stringify(aid.steps), passed_up_at: date(aid.passedUpAt), over_at: date(aid.overAt) },
    asked: sql`${lines.flatMap(({ unitId }) => unitId ?? [])}::uuid[]`,
    asked_teams: sql`${lines.flatMap(({ teamId }) => teamId ?? [])}::uuid[]`,
    asked_paths: sql`${lines.map(({ unitPath }) => unitPath)}::text[]`,
    due_at: date(known.length === 0 ? null : Math.min(...known)),
    ...{ own_warn_at: date(own.warn), own_due_at: date(own.due), own_over_at: date(own.over) },
    ...{ next_at: nextOf(own, told), told, calendar_version: rules.calendar.version },
  }
}

type Need = { neededBy: string | null; people: number | null }

export async function insertAid(
  tx: Tx,
  district: number,
  aid: Aid & Need & { number: string; kind: string },
  rules: Rules,
): Promise<boolean> {
  const values = {
    ...{ district_id: district, id: aid.id, number: aid.number, kind_code: aid.kind, unit_id: aid.unitId },
    ...{ unit_path: aid.unitPath, by_id: aid.byId, posted_at: date(aid.postedAt), version: 1 },
    ...{ needed_by: aid.neededBy, people: aid.people, ...columnsOf(aid, [], rules, 0) },
  }
  const names = Object.keys(values).map((name) => sql.ref(name))
  const { numAffectedRows } = await sql`insert into aid (${sql.join(names)})
    values (${sql.join(Object.values(values))}) on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Writes where an order stands, and tells every open page. `need`: what is asked for anew. A state that is new is told of anew. */
export async function writeAid(
  tx: Tx,
  before: AidRow,
  aid: Aid,
  lines: readonly AidLine[],
  { rules, need }: { rules: Rules; need?: Need | undefined },
): Promise<void> {
  const district = before.district_id
  const version = before.version + 1
  const isSame = before.state === aid.state && before.since === aid.since
  const values = {
    ...columnsOf(aid, lines, rules, isSame ? before.told : 0),
    ...(need ? { needed_by: need.neededBy, people: need.people } : {}),
    version,
  }
  const sets = Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  await sql`update aid set ${sql.join(sets)} where district_id = ${district} and id = ${aid.id}`.execute(tx)
  await nudge(tx, { kind: 'aid', district, id: aid.id, version })
}

/** Writes a line, new or changed, with the marks of what is to be done now. `told`: the same step goes on. */
export async function writeAidLine(
  tx: Tx,
  of: { district: number; aidId: string; rules: Rules; told?: number },
  line: AidLine,
): Promise<void> {
  const { district, aidId, rules, told = 0 } = of
  const marks = aidLineMarks(line, aidGivenBy(rules))
  const values = {
    ...{ step: line.step, outcome: line.outcome, since: date(line.since), steps: JSON.stringify(line.steps) },
    ...{ plan_on: line.planOn, sent_back_at: date(line.sentBackAt) },
    rating: line.rating && JSON.stringify(line.rating),
    ...{ warn_at: date(marks.warn), due_at: date(marks.due), over_at: date(marks.over) },
    ...{ next_at: nextOf(marks, told), told, calendar_version: rules.calendar.version },
  }
  const names = Object.keys(values)
  await sql`insert into aid_line (district_id, id, aid_id, unit_id, team_id, unit_path, asked_at, ${sql.join(names.map((n) => sql.ref(n)))})
    values (${district}, ${line.id}, ${aidId}, ${line.unitId}, ${line.teamId}, ${line.unitPath}, ${date(line.askedAt)},
      ${sql.join(Object.values(values))})
    on conflict (district_id, id) do update set
      ${sql.join(names.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(tx)
}

export async function insertAidMatters(
  tx: Tx,
  district: number,
  aidId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`insert into aid_matter (district_id, aid_id, matter_id)
    select ${district}::int, ${aidId}::uuid, x from unnest(${[...ids]}::uuid[]) x`.execute(tx)
}
