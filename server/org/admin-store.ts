import { sql } from 'kysely'
import type { Day } from '#domain/calendar/days.ts'
import type { OrgVerb } from '#domain/org/audit.ts'
import type { Role } from '#domain/org/roles.ts'
import type { Tx } from '../db/scope.ts'

export type OrgAction = {
  district: number
  id: string
  at: number
  accountId: string
  verb: OrgVerb
  subject: string
  payload: object
}

export async function insertOrgAction(tx: Tx, a: OrgAction): Promise<void> {
  await sql`insert into org_action (district_id, id, at, account_id, verb, subject, payload)
    values (${a.district}, ${a.id}, ${new Date(a.at)}, ${a.accountId}, ${a.verb}, ${a.subject},
      ${JSON.stringify(a.payload)}::jsonb)`.execute(tx)
}

const isWritten = ({ rows }: { rows: unknown[] }) => rows.length > 0

/** Out: whether the id was free. */
export async function insertPerson(
  tx: Tx,
  p: { district: number; id: string; name: string; pinyin: string; now: number },
): Promise<boolean> {
  return isWritten(
    await sql`insert into person (district_id, id, name, pinyin, created_at)
      values (${p.district}, ${p.id}, ${p.name}, ${p.pinyin}, ${new Date(p.now)})
      on conflict do nothing returning 1`.execute(tx),
  )
}

/** Takes a login name for good. Out: whether it was free. */
export async function takeLogin(
  tx: Tx,
  district: number,
  login: string,
  accountId: string,
): Promise<boolean> {
  return isWritten(
    await sql`insert into login_key (login, district_id, account_id) values (${login}, ${district}, ${accountId})
      on conflict do nothing returning 1`.execute(tx),
  )
}

export async function insertAccount(
  tx: Tx,
  a: { district: number; id: string; personId: string; login: string; hash: string; now: number },
): Promise<boolean> {
  return isWritten(
    await sql`insert into account (district_id, id, person_id, login, password_hash, password_changed_at, must_change_password)
      values (${a.district}, ${a.id}, ${a.personId}, ${a.login}, ${a.hash}, ${new Date(a.now)}, true)
      on conflict do nothing returning 1`.execute(tx),
  )
}

export type NewPost = {
  district: number
  id: string
  personId: string
  unitId: string
  role: Role
  fromOn: Day
  toOn: Day | null
}

export async function insertPost(tx: Tx, p: NewPost): Promise<boolean> {
  return isWritten(
    await sql`insert into post (district_id, id, person_id, unit_id, role, from_on, to_on)
      values (${p.district}, ${p.id}, ${p.personId}, ${p.unitId}, ${p.role}, ${p.fromOn}::date, ${p.toOn}::date)
      on conflict do nothing returning 1`.execute(tx),
  )
}

export async function writePostEnd(tx: Tx, district: number, id: string, lastOn: Day): Promise<void> {
  await sql`update post set to_on = ${lastOn}::date where district_id = ${district} and id = ${id}`.execute(
    tx,
  )
}

export async function writeDisabled(tx: Tx, district: number, id: string, at: number | null): Promise<void> {
  await sql`update account set disabled_at = ${at === null ? null : new Date(at)}
    where district_id = ${district} and id = ${id}`.execute(tx)
}

/** A password for one use. */
export async function writeOneTimePassword(
  tx: Tx,
  district: number,
  id: string,
  hash: string,
  now: number,
): Promise<void> {
  await sql`update account set password_hash = ${hash}, password_changed_at = ${new Date(now)},
      must_change_password = true
    where district_id = ${district} and id = ${id}`.execute(tx)
}

/** Writes name and pinyin of a person, and the sealed telephone number where one is given. */
export async function writePerson(
  tx: Tx,
  district: number,
  id: string,
  { name, pinyin, phone }: { name: string; pinyin: string; phone?: Buffer | null },
): Promise<void> {
  await sql`update person set name = ${name}, pinyin = ${pinyin}
      ${phone === undefined ? sql`` : sql`, phone_sealed = ${phone}`}
    where district_id = ${district} and id = ${id}`.execute(tx)
}
