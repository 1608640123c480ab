import { sql } from 'kysely'
import type { SubjectWish } from '#contract/subject.ts'
import { remindDays, type SubjectAnswer } from '#domain/subject/subject.ts'
import type { Tx } from '../db/scope.ts'
import type { SubjectRequestRow } from '../db/tables.gen.ts'
import { seal, unseal } from '../secrets.ts'
import { answerBound, holdBound, saidBound } from './bound.ts'

/** What somebody said with a request: the right value, and why. */
export type Said = { value: string | null; words: string | null }

export const saidOf = (row: SubjectRequestRow): Said =>
  row.said_sealed === null
    ? { value: null, words: null }
    : (JSON.parse(unseal(row.said_sealed, saidBound(row.district_id, row.id))) as Said)

export const answerOf = (row: SubjectRequestRow): string | null =>
  row.answer_sealed && unseal(row.answer_sealed, answerBound(row.district_id, row.id))

/** The requests of one voice, the newest first. */
export async function listOfVoice(tx: Tx, district: number, appealId: string): Promise<SubjectRequestRow[]> {
  const { rows } = await sql<SubjectRequestRow>`select * from subject_request
    where district_id = ${district} and appeal_id = ${appealId} order by id desc limit 100`.execute(tx)
  return rows
}

export async function findRequest(
  tx: Tx,
  district: number,
  id: string,
): Promise<SubjectRequestRow | undefined> {
  const { rows } = await sql<SubjectRequestRow>`select * from subject_request
    where district_id = ${district} and id = ${id}`.execute(tx)
  return rows[0]
}

export type NewRequest = {
  district: number
  id: string
  appealId: string
  wish: SubjectWish
  byPhone: boolean
  now: number
  dueOn: string
}

export const saidIn = (wish: SubjectWish): Said => ({
  value: wish.kind === 'correct' ? wish.value : null,
  words: wish.words ?? null,
})

/** Puts a request down. Out: whether the id was free and none of its kind was open. */
export async function insertRequest(tx: Tx, r: NewRequest): Promise<boolean> {
  const { wish } = r
  const said = seal(JSON.stringify(saidIn(wish)), saidBound(r.district, r.id))
  const result =
    await sql`insert into subject_request (district_id, id, appeal_id, kind, field, ground, said_sealed, by_phone,
      asked_at, due_on, state)
    values (${r.district}, ${r.id}, ${r.appealId}, ${wish.kind}, ${wish.kind === 'correct' ? wish.field : null},
      ${wish.kind === 'erase' ? wish.ground : null}, ${said}, ${r.byPhone}, ${new Date(r.now)}, ${r.dueOn}::date, 'open')
    on conflict do nothing`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Answers a request that is open; what was asked of a voice whose person is erased goes with its answer. */
export async function writeAnswer(
  tx: Tx,
  at: { district: number; id: string; accountId: string; now: number },
  { outcome, checked, takesWords, answer }: SubjectAnswer & { answer: string },
): Promise<void> {
  await sql`update subject_request set state = ${outcome}, answered_by = ${at.accountId}, answered_at = ${new Date(at.now)},
      said_sealed = case when (select a.erased_at from appeal a where a.district_id = subject_request.district_id
        and a.id = subject_request.appeal_id) is null then said_sealed end,
      answer_sealed = ${seal(answer, answerBound(at.district, at.id))}, checked = ${checked}, takes_words = ${takesWords}
    where district_id = ${at.district} and id = ${at.id} and state = 'open'`.execute(tx)
}

/** Puts what has to be kept of a person under lock. */
export async function insertHold(
  tx: Tx,
  h: { district: number; appealId: string; requestId: string; now: number },
  kept: object,
): Promise<void> {
  await sql`insert into subject_hold (district_id, appeal_id, request_id, sealed, at)
    values (${h.district}, ${h.appealId}, ${h.requestId},
      ${seal(JSON.stringify(kept), holdBound(h.district, h.appealId))}, ${new Date(h.now)})`.execute(tx)
}

/** Takes the person out of a voice in every table. Out: whether the database let it happen. */
export async function eraseSubject(
  tx: Tx,
  district: number,
  requestId: string,
  title: string,
  now: number,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select erase_subject(${district}, ${requestId}, ${title},
    ${new Date(now)}) done`.execute(tx)
  return rows[0]?.done === true
}

type Recorded = {
  district: number
  id: string
  at: number
  /** Of the staff; null: the person. */
  accountId: string | null
  requestId: string
  verb: 'ask' | 'answer'
  /** What was asked and how it was answered, never a word or a name. */
  payload: object
}

/** Puts a step on record. Out: what stands under the id already. */
export async function recordSubject(tx: Tx, e: Recorded): Promise<void> {
  await sql`insert into subject_action (district_id, id, at, actor_kind, account_id, request_id, verb, payload)
    values (${e.district}, ${e.id}, ${new Date(e.at)}, ${e.accountId === null ? 'resident' : 'staff'}, ${e.accountId},
      ${e.requestId}, ${e.verb}, ${JSON.stringify(e.payload)}::jsonb)`.execute(tx)
}

/** What was recorded under a command before, and whether it was the same one. */
export async function findRecorded(
  tx: Tx,
  e: Omit<Recorded, 'at'>,
): Promise<{ isSame: boolean } | undefined> {
  const { rows } = await sql<{ isSame: boolean }>`select account_id is not distinct from ${e.accountId}::uuid
      and request_id = ${e.requestId} and verb = ${e.verb} and payload = ${JSON.stringify(e.payload)}::jsonb "isSame"
    from subject_action where district_id = ${e.district} and id = ${e.id}`.execute(tx)
  return rows[0]
}

type Due = { id: string; matter_id: string; centre_id: string }

/** The open requests whose day comes near or is over and whose unit has not been told so; marks them as told. */
export async function takeDue(tx: Tx, district: number, today: string): Promise<Due[]> {
  const { rows } = await sql<Due>`with due as (
      update subject_request r set told = case when r.due_on < ${today}::date then 2 else 1 end
      where r.district_id = ${district} and r.state = 'open'
        and (r.due_on < ${today}::date and r.told < 2 or r.due_on <= ${today}::date + ${remindDays}::int and r.told < 1)
      returning r.id, r.appeal_id)
    select d.id, m.id matter_id, m.centre_id from due d
      join appeal a on a.district_id = ${district} and a.id = d.appeal_id
      join matter m on m.district_id = ${district} and m.id = a.matter_id`.execute(tx)
  return rows
}
