import { sql } from 'kysely'
import type { SubjectPage, SubjectRow, subjectRoutes } from '#contract/subject.ts'
import type { StaffActor } from '#domain/actor.ts'
import { type Day, dayOf } from '#domain/calendar/days.ts'
import { reachingSeat, seatsWith } from '#domain/org/grants.ts'
import { maskName, maskPhone } from '#domain/person/mask.ts'
import { refuse } from '#domain/refusal.ts'
import { type Asked, outcomesFor } from '#domain/subject/subject.ts'
import type { Tx } from '../db/scope.ts'
import type { AppealRow, MatterRow, SubjectRequestRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { answerOf, findRequest, saidOf } from './store.ts'

/** A request as whoever reads it reaches it. */
export type Visible = {
  request: SubjectRequestRow
  voice: AppealRow
  matter: MatterRow
  centreName: string
  answeredBy: string | null
}

/** A request whose matter the reader reaches with the right to read it. Throws the refusal `notFound`. */
export async function findVisible(tx: Tx, actor: StaffActor, id: string): Promise<Visible> {
  const district = actor.districtId
  const request = await findRequest(tx, district, id)
  const voice = request && (await findVoice(tx, district, request.appeal_id))
  const matter = voice && (await findMatter(tx, district, voice.matter_id))
  if (!request || !voice || !matter || !reachingSeat(actor, 'subject.read', matterOf(matter)))
    throw new Refused(refuse('notFound'))
  const { rows } = await sql<{ centre: string; by: string | null }>`select
    (select name from unit where district_id = ${district} and id = ${matter.centre_id}) centre,
    (select p.name from account a join person p on p.district_id = a.district_id and p.id = a.person_id
      where a.district_id = ${district} and a.id = ${request.answered_by}) "by"`.execute(tx)
  return { request, voice, matter, centreName: rows[0]?.centre ?? '', answeredBy: rows[0]?.by ?? null }
}

async function findVoice(tx: Tx, district: number, id: string): Promise<AppealRow | undefined> {
  const { rows } =
    await sql<AppealRow>`select * from appeal where district_id = ${district} and id = ${id}`.execute(tx)
  return rows[0]
}

/** As far as it decides how it may be answered. */
export const askedOf = ({ request: r, voice, matter }: Visible): Asked => ({
  ...{ kind: r.kind as Asked['kind'], field: r.field as Asked['field'], ground: r.ground as Asked['ground'] },
  ...{ byPhone: r.by_phone, isErased: voice.erased_at !== null, isDestroyed: matter.destroyed_at !== null },
  matter: matterOf(matter),
})

type Facts = Pick<
  SubjectRequestRow,
  'id' | 'kind' | 'field' | 'ground' | 'by_phone' | 'asked_at' | 'due_on' | 'state'
>

const rowOf = (r: Facts, matter: SubjectRow['matter'], centreName: string, now: number): SubjectRow => ({
  ...{ id: r.id, kind: r.kind as SubjectRow['kind'], field: r.field as SubjectRow['field'] },
  ...{ ground: r.ground as SubjectRow['ground'], byPhone: r.by_phone, askedAt: iso(r.asked_at) },
  ...{ dueOn: r.due_on, isLate: r.state === 'open' && r.due_on < dayOf(now) },
  ...{ state: r.state as SubjectRow['state'], matter, centreName },
})

/** A request on its page: what was asked, masked, and how it may be answered by the reader. */
export function viewOf(visible: Visible, actor: StaffActor, now: number): SubjectPage {
  const { request: r, voice, matter, centreName, answeredBy } = visible
  const { words, value } = saidOf(r)
  const mask = r.field === 'phone' ? maskPhone : r.field === 'name' ? maskName : (text: string) => text
  const mayAnswer =
    r.state === 'open' && reachingSeat(actor, 'subject.answer', matterOf(matter)) !== undefined
  const named = { id: matter.id, number: matter.number, title: matter.title }
  return {
    ...rowOf(r, named, centreName, now),
    ...{ words, value: value === null ? null : mask(value) },
    hasSecret:
      voice.name_sealed !== null || voice.phone_sealed !== null || r.field === 'name' || r.field === 'phone',
    ...{ answer: answerOf(r), answeredBy, answeredAt: isoOrNull(r.answered_at) },
    ...{ checked: r.checked as SubjectPage['checked'], tookWords: r.takes_words },
    outcomes: mayAnswer ? outcomesFor(askedOf(visible)) : [],
  }
}

export async function getSubject({ tx, actor, params, now }: Call<typeof subjectRoutes.getSubject>) {
  return viewOf(await findVisible(tx, actor, params.id), actor, now)
}

type Line = Facts & { matter_id: string; number: string; title: string; centre_name: string }

/** The twin in SQL of `reachingSeat` with `subject.read`: sorted in the area of a seat; need-to-know by the policy of the matter. */
const inReach = (actor: StaffActor) => {
  const areas = seatsWith(actor, 'subject.read').map((seat) => seat.servesPath)
  return sql`is_within_any(m.centre_path, ${areas.join(',')})
    and (not m.sensitive or ${actor.accountId}::uuid = any (m.need_to_know))`
}

const from = (actor: StaffActor) => sql`from subject_request r
  join appeal a on a.district_id = r.district_id and a.id = r.appeal_id
  join matter m on m.district_id = r.district_id and m.id = a.matter_id
  join unit u on u.district_id = m.district_id and u.id = m.centre_id
  where r.district_id = ${actor.districtId} and ${inReach(actor)}`

const readCursor = (cursor: string | undefined): { dueOn: Day; id: string } | undefined => {
  const [, dueOn, id] = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  return dueOn === undefined || id === undefined ? undefined : { dueOn, id }
}

/** The requests that the reader's units have to answer, or have answered, and how many are open and over their day. */
export async function listSubjects({ tx, actor, query, now }: Call<typeof subjectRoutes.listSubjects>) {
  const after = readCursor(query.cursor)
  if (query.cursor && !after) return refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')
  const part =
    query.of === 'open'
      ? sql`and r.state = 'open' ${after ? sql`and (r.due_on, r.id) > (${after.dueOn}::date, ${after.id}::uuid)` : sql``}
          order by r.due_on, r.id`
      : sql`and r.state <> 'open' ${after ? sql`and r.id < ${after.id}::uuid` : sql``} order by r.id desc`
  const { rows } =
    await sql<Line>`select r.id, r.kind, r.field, r.ground, r.by_phone, r.asked_at, r.due_on, r.state,
      m.id matter_id, m.number, m.title, u.name centre_name ${from(actor)} ${part} limit ${query.limit + 1}`.execute(
      tx,
    )
  const counted = await sql<{ open: number; late: number }>`select count(*)::int open,
      (count(*) filter (where r.due_on < ${dayOf(now)}::date))::int late ${from(actor)} and r.state = 'open'`.execute(
    tx,
  )
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  return {
    rows: shown.map((r) =>
      rowOf(r, { id: r.matter_id, number: r.number, title: r.title }, r.centre_name, now),
    ),
    next: last ? `${last.due_on}.${last.id}` : null,
    ...{ open: counted.rows[0]?.open ?? 0, late: counted.rows[0]?.late ?? 0 },
  }
}
