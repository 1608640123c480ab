import { sql } from 'kysely'
import type { Seat } from '#domain/actor.ts'
import { dayOf, yearOf } from '#domain/calendar/days.ts'
import { clockDue, clockWarn, type PetitionClockKind, runningClock } from '#domain/petition/clocks.ts'
import { type Petition, turnOf } from '#domain/petition/petition.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterActionRow } from '../db/tables.gen.ts'
import { getRules, type Rules } from '../org/rules.ts'
import { sealPetitionText } from './sealed.ts'
import { tellPetition } from './tell.ts'

/** What a step keeps under seal beside the history. */
export type NewText = { id: string; value: unknown }

/** What a step writes beside the matter: the petition after it, the texts it seals, the files it takes. */
export type Petitioned = {
  before: Petition | undefined
  next: Petition
  texts: readonly NewText[]
  files: readonly string[]
  /** The post by which it is taken: of the unit whose step it is, whatever others somebody holds. */
  seat: Pick<Seat, 'postId' | 'unitId'>
}

/** The next number of an office in a year: the counter is locked until the transaction ends, so no number is lost or given twice. */
export async function nextPetitionNo(tx: Tx, district: number, officeId: string, now: number) {
  const year = yearOf(dayOf(now))
  const { rows } = await sql<{
    last: number
  }>`insert into petition_counter (district_id, office_id, year, last)
    values (${district}, ${officeId}, ${year}, 1)
    on conflict (district_id, office_id, year) do update set last = petition_counter.last + 1 returning last`.execute(
    tx,
  )
  return { year, no: rows[0]?.last ?? 1 }
}

const date = (at: number | null | undefined) => (at === null || at === undefined ? null : new Date(at))

/** When the clock that runs is to be warned of, and when it is late; with how much of that was told before. */
export function marksOf(p: Petition, { calendar, profile }: Rules) {
  const clock = runningClock(p)
  // nobody of the staff is warned of the petitioner's own time
  const isOurs = clock !== undefined && clock.kind !== 'askReview' && clock.kind !== 'askRereview'
  const due = clock ? clockDue(clock, calendar) : null
  return { due, warn: isOurs ? clockWarn(clock, calendar, profile.warnShare) : null, isOurs }
}

/** Whether a time was kept: null while it runs or where there was none; what was stopped more than once is late if it ever was. */
function lateOf({ clocks }: Petition, kind: PetitionClockKind): boolean | null {
  const ended = clocks.filter((one) => one.kind === kind && one.stoppedAt !== null)
  if (ended.length === 0) return null
  return ended.some(({ stoppedAt, dueAt }) => dueAt !== null && stoppedAt !== null && stoppedAt > dueAt)
}

/** Writes what follows from the facts: what lists look at, what is due, what is counted. `told`: of the same clock as before. */
export async function writePetition(
  tx: Tx,
  district: number,
  p: Petition,
  rules: Rules,
  at: number,
  told: number,
) {
  const { due, warn, isOurs } = marksOf(p, rules)
  const next = !isOurs || told >= 2 ? null : told === 1 ? due : warn
  const values = sql`${p.state}, ${p.ending}, ${turnOf(p)}::uuid, ${date(due)}, ${date(warn)}, ${date(next)}, ${told},
    ${rules.calendar.version}, ${lateOf(p, 'sort')}, ${lateOf(p, 'notice')}, ${lateOf(p, 'handle')},
    ${JSON.stringify(p)}::jsonb, ${p.version}, ${new Date(at)}`
  const columns = sql`state, ending, turn_id, due_at, warn_at, next_at, told, calendar_version, sort_late, notice_late,
    handle_late, facts, version, changed_at`
  await (p.version === 1
    ? sql`insert into petition (district_id, id, matter_id, office_id, year, no, kind, received_on, registered_at, ${columns})
        values (${district}, ${p.id}, ${p.matterId}, ${p.officeId}, ${p.year}, ${p.no}, ${p.kind}, ${p.receivedOn}::date,
          ${new Date(p.registeredAt)}, ${values})`
    : sql`update petition set (${columns}) = (${values}) where district_id = ${district} and id = ${p.id}`
  ).execute(tx)
}

/** Writes a step beside its matter, and tells whose turn it is. */
export async function keepPetition(
  tx: Tx,
  { before, next, texts }: Petitioned,
  action: MatterActionRow,
): Promise<void> {
  const { district_id: district, at } = action
  const rules = await getRules(tx, district)
  const isSameClock = before !== undefined && runningClock(before)?.kind === runningClock(next)?.kind
  const told = isSameClock ? await toldBefore(tx, district, next, rules, at) : 0
  await writePetition(tx, district, next, rules, at, told)
  for (const { id, value } of texts)
    await sql`insert into petition_text (district_id, id, petition_id, sealed, at)
      values (${district}, ${id}, ${next.id}, ${sealPetitionText(district, id, value)}, ${new Date(at)})`.execute(
      tx,
    )
  await tellPetition(tx, {
    district,
    at,
    before,
    next,
    actorId: action.actor_id,
    step: String((action.payload as { step?: string }).step),
  })
}

/** A mark that has passed is not told again; one that an extension has put off is. */
async function toldBefore(tx: Tx, district: number, p: Petition, rules: Rules, now: number): Promise<number> {
  const { rows } = await sql<{ told: number }>`select told from petition
    where district_id = ${district} and id = ${p.id}`.execute(tx)
  const { due, warn } = marksOf(p, rules)
  const passed = [warn, due].filter((mark) => mark !== null && mark <= now).length
  return Math.min(rows[0]?.told ?? 0, passed)
}
