import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import { apartFrom, whyNotPost } from '#domain/org/staffing.ts'
import type { PersonRow } from '#domain/roster/rows.ts'
import { roleNames } from '#domain/roster/words.ts'
import { insertColumns } from '../db/insert-columns.ts'
import type { Tx } from '../db/scope.ts'
import { newId } from '../ids.ts'
import { openPhone, phoneBound } from '../org/admin-queries.ts'
import { pinyinOf } from '../org/new-district.ts'
import { hashPassword, oneTimePassword } from '../org/passwords.ts'
import { seal } from '../secrets.ts'
import { findLogins, findUnitsAt, type KnownPerson, type KnownUnit } from './known.ts'
import { type Author, bad, differs, type Given, type Outcome, type Plan, sameOr } from './outcome.ts'
import { type Entry, recordAll } from './record.ts'
import { passwordBound } from './store.ts'

type Fresh = Given<PersonRow> & { personId: string; accountId: string }
type Post = { personId: string; unit: KnownUnit; row: PersonRow }
type Renamed = { personId: string; name: string; phone: string | null }
type Work = { fresh: Fresh[]; posts: Post[]; changed: Renamed[] }

/** What becomes of rows of people: a new login is a person with an account; a known one may get a name, a number, a post. */
export async function planPeople(tx: Tx, by: Author, given: readonly Given<PersonRow>[]): Promise<Plan> {
  const { district, now } = by
  const logins = await findLogins(
    tx,
    district,
    given.map(({ row }) => row.login),
    dayOf(now),
  )
  const paths = given.flatMap(({ row }) => (row.post ? [row.post.unitPath] : []))
  const units = await findUnitsAt(tx, district, paths, now)
  const work: Work = { fresh: [], posts: [], changed: [] }
  const judge = (one: Given<PersonRow>): Outcome => {
    const { row } = one
    const unit = row.post ? units.get(row.post.unitPath) : undefined
    if (row.post && !unit) return bad('pathUnknown', 'unit', { found: row.post.unitPath })
    const refusal = row.post && unit ? whyNotPost(row.post.role, unit) : undefined
    if (row.post && unit && refusal)
      return unit.isClosed
        ? bad('unitClosed', 'unit', { above: unit.name })
        : bad('roleNotHere', 'role', { above: unit.name, found: roleNames[row.post.role][0] ?? '' })
    if (logins.elsewhere.has(row.login)) return bad('loginTaken', 'login', { found: row.login })
    const known = logins.people.get(row.login)
    const apart = row.post && known && apartFrom(row.post.role, known.posts)
    if (row.post && apart)
      return bad('dutiesApart', 'role', {
        above: roleNames[apart][0] ?? '',
        found: roleNames[row.post.role][0] ?? '',
      })
    if (known) return judgeKnown(by, known, row, unit, work)
    const [personId, accountId] = [newId(now), newId(now)]
    work.fresh.push({ ...one, personId, accountId })
    if (unit) work.posts.push({ personId, unit, row })
    const posts = row.post ? [{ unitPath: row.post.unitPath, role: row.post.role }] : []
    const { login, name, phone } = row
    const phoneSealed = phone === null ? null : seal(phone, phoneBound(district, personId))
    logins.people.set(login, { login, personId, name, phoneSealed, posts })
    return { what: 'new' }
  }
  const outcomes = new Map(given.map((one) => [one.rowNumber, judge(one)] as const))
  return { outcomes, write: (writing) => writePeople(writing, by, work) }
}

function judgeKnown(
  { district }: Author,
  known: KnownPerson,
  row: PersonRow,
  unit: KnownUnit | undefined,
  work: Work,
): Outcome {
  const { personId, phoneSealed } = known
  const number = phoneSealed && openPhone(district, personId, phoneSealed)
  const changes = [differs('name', known.name, row.name), differs('phone', number, row.phone)]
  const { post } = row
  const isHeld = known.posts.some(({ unitPath, role }) => unitPath === post?.unitPath && role === post.role)
  if (changes.some(Boolean)) work.changed.push({ personId, name: row.name, phone: row.phone })
  if (post && unit && !isHeld) {
    work.posts.push({ personId, unit, row })
    known.posts.push({ unitPath: post.unitPath, role: post.role })
    changes.push({ field: 'role', before: '', after: `${unit.name} ${roleNames[post.role][0] ?? ''}` })
  }
  known.name = row.name
  // A number is personal: that it changes is told, not what it was.
  return sameOr(
    changes.map((change) => (change?.field === 'phone' ? { ...change, before: '', after: '' } : change)),
  )
}

async function writePeople(tx: Tx, by: Author, { fresh, posts, changed }: Work): Promise<void> {
  const { district, importId, now } = by
  const key = { district_id: district }
  const passwords = fresh.map(() => oneTimePassword())
  const hashes = await Promise.all(passwords.map(hashPassword))
  const sealed = (id: string, phone: string | null) =>
    phone === null ? null : seal(phone, phoneBound(district, id))
  await insertColumns(
    tx,
    'person',
    fresh.map(({ personId: id, row }) => ({
      ...{ ...key, id, name: row.name, pinyin: pinyinOf(row.name), phone_sealed: sealed(id, row.phone) },
      created_at: now,
    })),
  )
  await insertColumns(
    tx,
    'login_key',
    fresh.map(({ accountId, row }) => ({ login: row.login, ...key, account_id: accountId })),
  )
  await insertColumns(
    tx,
    'account',
    fresh.map(({ personId, accountId: id, row }, at) => ({
      ...{ ...key, id, person_id: personId, login: row.login, password_hash: hashes[at] },
      ...{ password_changed_at: now, must_change_password: true },
    })),
  )
  await insertColumns(
    tx,
    'org_import_password',
    fresh.map(({ rowNumber, row }, at) => ({
      ...{ ...key, import_id: importId, row_number: rowNumber },
      sealed: seal(
        JSON.stringify({ name: row.name, login: row.login, password: passwords[at] }),
        passwordBound(district, importId, rowNumber),
      ),
    })),
  )
  const given = posts.map(({ personId, unit, row: { post } }) => ({
    ...{ ...key, id: newId(now), person_id: personId, unit_id: unit.id, role: post?.role },
    ...{ from_on: post?.fromOn ?? dayOf(now), to_on: post?.toOn ?? null },
  }))
  await insertColumns(tx, 'post', given)
  for (const { personId: id, name, phone } of changed)
    await sql`update person set name = ${name}, pinyin = case when name = ${name} then pinyin else ${pinyinOf(name)} end,
        phone_sealed = coalesce(${sealed(id, phone)}, phone_sealed)
      where district_id = ${district} and id = ${id}`.execute(tx)
  const entries: Entry[] = [
    ...fresh.map(({ personId: subject, accountId, row: { name, login } }) => ({
      ...{ verb: 'addPerson' as const, subject, payload: { accountId, name, login, post: null } },
    })),
    ...given.map(({ person_id: subject, id, unit_id: unitId, role, from_on: fromOn, to_on: toOn }) => ({
      ...{ verb: 'givePost' as const, subject, payload: { postId: id, unitId, role, fromOn, toOn } },
    })),
    ...changed.map(({ personId: subject, name }) => ({
      ...{ verb: 'editPerson' as const, subject, payload: { name } },
    })),
  ]
  await recordAll(tx, by, entries)
}
