import { sql } from 'kysely'
import type { Pressing } from '#domain/notify/occasions.ts'
import { sortWaiting } from '#domain/notify/timing.ts'
import type { Tx } from '../db/scope.ts'
import { newId } from '../ids.ts'
import { getRules } from '../org/rules.ts'
import { choiceOf, findChoice } from './choices.ts'
import { insertOutbox } from './outbox-store.ts'

type Row = { id: string; at: number; pressing: Pressing }

/**
 * Gathers what may now go to each person into one e-mail in the outbox, and puts off what is too early. Safe to run twice and
 * at once: what waits is claimed by its lock and leaves the list in the same transaction. Out: how many people were looked at.
 */
export async function gatherMails(tx: Tx, district: number, now: number, limit = 100): Promise<number> {
  const { rows: people } = await sql<{ account_id: string }>`select distinct account_id from notice_mail
    where district_id = ${district} and look_at <= ${new Date(now)} limit ${limit}`.execute(tx)
  if (people.length === 0) return 0
  const { calendar } = await getRules(tx, district)
  for (const { account_id: accountId } of people) {
    const choice = choiceOf(await findChoice(tx, district, accountId))
    const { rows: waiting } = await sql<Row>`select n.id, n.created_at at, n.pressing from notice_mail m
      join notice n on n.district_id = m.district_id and n.id = m.notice_id
      where m.district_id = ${district} and m.account_id = ${accountId}
      order by n.id for update of m skip locked`.execute(tx)
    const { send, later, never } = sortWaiting(waiting, choice, calendar, now)
    if (send.length > 0)
      await insertOutbox(tx, {
        ...{ district, id: newId(now), topic: 'mail', at: now, accountId },
        payload: { notices: send.map(({ id }) => id) },
      })
    const gone = [...send, ...never].map(({ id }) => id)
    await sql`delete from notice_mail
      where district_id = ${district} and account_id = ${accountId} and notice_id = any (${gone}::uuid[])`.execute(
      tx,
    )
    const put = later.map(({ waiting: { id }, at }) => ({ id, at: new Date(at).toISOString() }))
    await sql`update notice_mail m set look_at = x.at
      from json_to_recordset(${JSON.stringify(put)}::json) x(id uuid, at timestamptz)
      where m.district_id = ${district} and m.account_id = ${accountId} and m.notice_id = x.id`.execute(tx)
  }
  return people.length
}
