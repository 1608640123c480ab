import { sql } from 'kysely'
import type { Seat } from '#domain/actor.ts'
import { type Day, dayOf, yearOf } from '#domain/calendar/days.ts'
import type { Instrument, InstrumentState } from '#domain/supervision/instruments.ts'
import type { Tx } from '../db/scope.ts'
import type { ClockRow } from '../db/tables.gen.ts'

type New = {
  district: number
  id: string
  kind: Instrument
  clock: ClockRow
  answerOn: Day
  accountId: string
  seat: Seat
  now: number
}

/** The next number of an office for one kind of paper in the year. */
async function nextNo(tx: Tx, { district, kind, seat }: New, year: number): Promise<number> {
  const { rows } = await sql<{
    last: number
  }>`insert into supervision_counter (district_id, unit_id, kind, year, last)
    values (${district}, ${seat.unitId}, ${kind}, ${year}, 1)
    on conflict (district_id, unit_id, kind, year) do update set last = supervision_counter.last + 1 returning last`.execute(
    tx,
  )
  return rows[0]?.last ?? 1
}

/** Gives an instrument. Out: whether its id was free. */
export async function insertInstrument(tx: Tx, given: New): Promise<boolean> {
  const { district, id, kind, clock, answerOn, accountId, seat, now } = given
  const year = yearOf(dayOf(now))
  const no = await nextNo(tx, given, year)
  const at = new Date(now)
  const due = clock.due_at === null ? null : new Date(clock.due_at)
  const { rows } =
    await sql`insert into supervision (district_id, id, matter_id, kind, year, no, unit_id, clock_id, clock_kind, clock_due_at, state,
      answer_on, given_by, giver_post_id, giver_role, giver_unit_id, giver_path, given_at, changed_at)
    values (${district}, ${id}, ${clock.matter_id}, ${kind}, ${year}, ${no}, ${clock.unit_id}, ${clock.id}, ${clock.kind}, ${due},
      'waiting', ${answerOn}::date, ${accountId}, ${seat.postId}, ${seat.role}, ${seat.unitId}, ${seat.servesPath}, ${at}, ${at})
    on conflict (district_id, id) do nothing returning 1`.execute(tx)
  return rows.length === 1
}

/** Moves an instrument on. What is undefined stays as it was. */
export async function writeInstrument(
  tx: Tx,
  at: { district: number; id: string; now: number },
  to: {
    state: InstrumentState
    answerOn?: Day | undefined
    promisedOn?: Day | undefined
    isObjected: boolean
    isAskedAgain: boolean
  },
): Promise<void> {
  await sql`update supervision set state = ${to.state}, answer_on = coalesce(${to.answerOn ?? null}::date, answer_on),
      promised_on = coalesce(${to.promisedOn ?? null}::date, promised_on), is_objected = ${to.isObjected},
      is_asked_again = ${to.isAskedAgain}, is_told = is_told and ${to.answerOn === undefined}, changed_at = ${new Date(at.now)}
    where district_id = ${at.district} and id = ${at.id}`.execute(tx)
}

/** Locks an instrument for what comes. Out: whether it is there. */
export async function lockInstrument(tx: Tx, district: number, id: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from supervision where district_id = ${district} and id = ${id} for update`.execute(tx)
  return rows.length === 1
}

type Overdue = { matter_id: string; unit_id: string }

/** The instruments whose day is over and whose unit was not told so; marks them as told. */
export async function takeOverdue(tx: Tx, district: number, today: Day): Promise<Overdue[]> {
  const { rows } =
    await sql<Overdue>`update supervision set is_told = true where district_id = ${district} and state = 'waiting'
    and answer_on < ${today}::date and not is_told returning matter_id, unit_id`.execute(tx)
  return rows
}
