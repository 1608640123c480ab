import { type RawBuilder, sql } from 'kysely'
import { dayOf, yearOf } from '#domain/calendar/days.ts'
import { avertedKinds } from '#domain/mediation/averted.ts'
import { dueOn } from '#domain/mediation/limit.ts'
import type { Mediation, Session } from '#domain/mediation/mediation.ts'
import { tallyOf } from '#domain/mediation/tally.ts'
import type { Tx } from '../db/scope.ts'
import { sealText, type TextKind } from './sealed.ts'

/** The mediation as it stands, locked: one step at a time. */
export async function lockMediation(tx: Tx, district: number, id: string): Promise<Mediation | undefined> {
  const { rows } = await sql<{ facts: Mediation }>`select facts from mediation
    where district_id = ${district} and id = ${id} for update`.execute(tx)
  return rows[0]?.facts
}

/** The next number of a committee in a year: the counter is locked until the transaction ends, so no number is lost or given twice. */
export async function nextNo(tx: Tx, district: number, committeeId: string, now: number) {
  const year = yearOf(dayOf(now))
  const { rows } = await sql<{
    last: number
  }>`insert into mediation_counter (district_id, committee_id, year, last)
    values (${district}, ${committeeId}, ${year}, 1)
    on conflict (district_id, committee_id, year) do update set last = mediation_counter.last + 1 returning last`.execute(
    tx,
  )
  return { year, no: rows[0]?.last ?? 1 }
}

/** What a step keeps under seal beside the history. */
export type NewText = { id: string; kind: TextKind; value: unknown }

const next = (m: Mediation) =>
  m.sessions
    .filter(({ state }) => state === 'planned')
    .reduce<number | null>(
      (first, { startsAt }) => (first === null || startsAt < first ? startsAt : first),
      null,
    )

const instantOf = (at: number | null) => (at === null ? null : new Date(at))

/** What is counted of a mediation, in the order of `counted`. */
function countedOf(m: Mediation): RawBuilder<unknown> {
  const t = tallyOf(m)
  return sql`${t.source}, ${t.parties}, ${t.isHard}, ${instantOf(t.closedAt)}, ${t.isAgreed}, ${instantOf(t.filedAt)},
    ${t.form}, ${t.performance}, ${t.unmetOn}::date, ${t.confirmation}, ${t.fen}, ${sql.join(avertedKinds.map((kind) => t.averted[kind] ?? null))}`
}
const counted = sql`source, parties, is_hard, closed_at, is_agreed, filed_at, form, performance, unmet_on, confirmation, fen,
  averted_suicide, averted_crime, averted_brawl, averted_petition`

/** Writes what follows from a step: the facts, what lists look at, and what is counted. */
export async function writeMediation(tx: Tx, district: number, m: Mediation, now: number): Promise<void> {
  const lead = m.mediators.find(({ part, until }) => part === 'lead' && until === null) ?? m.mediators[0]
  const isGoingOn = m.state === 'asking' || m.state === 'running'
  const due = isGoingOn ? dueOn(m, dayOf(now)) : null
  const values = sql`${m.state}, ${due}::date, ${lead?.accountId}, ${instantOf(next(m))},
    ${JSON.stringify(m)}::jsonb, ${m.version}, ${new Date(now)}, ${countedOf(m)}`
  const columns = sql`state, due_on, lead_id, next_at, facts, version, changed_at, ${counted}`
  if (m.version === 1)
    await sql`insert into mediation (district_id, id, matter_id, committee_id, year, no, opened_at, ${columns})
      values (${district}, ${m.id}, ${m.matterId}, ${m.committeeId}, ${m.year}, ${m.no}, ${new Date(m.openedAt)}, ${values})`.execute(
      tx,
    )
  else
    await sql`update mediation set (${columns}) = (${values})
      where district_id = ${district} and id = ${m.id}`.execute(tx)
}

/** Who has it in hand from now on: nobody where it is over. */
export async function writeMediators(tx: Tx, district: number, m: Mediation): Promise<void> {
  const isOver = m.state === 'ended' || m.state === 'filed'
  const now = isOver
    ? []
    : m.mediators.filter(({ until }) => until === null).map(({ accountId }) => accountId)
  await sql`delete from mediation_mediator where district_id = ${district} and mediation_id = ${m.id}
    and account_id <> all (${now}::uuid[])`.execute(tx)
  await sql`insert into mediation_mediator (district_id, account_id, mediation_id)
    select ${district}::int, x, ${m.id}::uuid from unnest(${now}::uuid[]) x on conflict do nothing`.execute(
    tx,
  )
}

export async function insertTexts(
  tx: Tx,
  district: number,
  mediationId: string,
  texts: readonly NewText[],
  now: number,
) {
  for (const { id, kind, value } of texts)
    await sql`insert into mediation_text (district_id, id, mediation_id, kind, sealed, at)
      values (${district}, ${id}, ${mediationId}, ${kind}, ${sealText(district, id, value)}, ${new Date(now)})`.execute(
      tx,
    )
}

/** Keeps the time of a planned session for its room and mediators; of one that was held or cancelled, frees it. */
export async function writeSlots(
  tx: Tx,
  district: number,
  m: Mediation,
  before: Mediation | undefined,
): Promise<void> {
  const was = new Map((before?.sessions ?? []).map((one) => [one.id, one.state]))
  const mediators = m.mediators.filter(({ until }) => until === null).map(({ accountId }) => accountId)
  for (const session of m.sessions.filter((one) => was.get(one.id) !== one.state))
    if (session.state === 'planned') await insertSlot(tx, district, m, session, mediators)
    else if (session.state === 'cancelled')
      await sql`delete from mediation_slot where district_id = ${district} and id = ${session.id}`.execute(tx)
}

async function insertSlot(
  tx: Tx,
  district: number,
  m: Mediation,
  session: Session,
  mediators: readonly string[],
) {
  const endsAt = session.startsAt + session.minutes * 60_000
  await sql`insert into mediation_slot (district_id, id, mediation_id, room_id, mediator_ids, starts_at, ends_at)
    values (${district}, ${session.id}, ${m.id}, ${session.roomId}, ${[...mediators]}::uuid[], ${new Date(session.startsAt)},
      ${new Date(endsAt)})`.execute(tx)
}

export type NewLink = {
  district: number
  id: string
  mediationId: string
  partyId: string
  tokenIndex: Buffer
  secretSealed: Buffer
  expiresAt: number
  accountId: string
  now: number
}

/** A new way in for a party; the one before ends. */
export async function insertLink(tx: Tx, l: NewLink): Promise<void> {
  await sql`update mediation_link set ended_at = ${new Date(l.now)} where district_id = ${l.district}
    and mediation_id = ${l.mediationId} and party_id = ${l.partyId} and ended_at is null`.execute(tx)
  await sql`insert into mediation_link (district_id, id, mediation_id, party_id, token_index, secret_sealed, expires_at, created_by, created_at)
    values (${l.district}, ${l.id}, ${l.mediationId}, ${l.partyId}, ${l.tokenIndex}, ${l.secretSealed}, ${new Date(l.expiresAt)},
      ${l.accountId}, ${new Date(l.now)})`.execute(tx)
}

/** Counts a wrong code, or notes the first right one. */
export async function writeTry(
  tx: Tx,
  district: number,
  id: string,
  isRight: boolean,
  now: number,
): Promise<void> {
  await (isRight
    ? sql`update mediation_link set opened_at = coalesce(opened_at, ${new Date(now)}), tries = 0
        where district_id = ${district} and id = ${id}`
    : sql`update mediation_link set tries = tries + 1 where district_id = ${district} and id = ${id}`
  ).execute(tx)
}
