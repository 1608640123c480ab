import { sql } from 'kysely'
import type { Precedent, precedentRoutes } from '#contract/precedent.ts'
import { dayOf, daysBetween } from '#domain/calendar/days.ts'
import { inForce } from '#domain/mediation/agreement.ts'
import type { Mediation } from '#domain/mediation/mediation.ts'
import { fileNumber } from '#domain/mediation/number.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow, MediationTextRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { iso } from '../matter/views.ts'
import { readingOf, type Terms, textsOf } from './read.ts'

/** How many are shown, and how far back is looked: of the newest that were settled. */
const most = { shown: 6, looked: 2000 } as const

type Found = {
  id: string
  facts: Mediation
  fen: number
  form: Precedent['form']
  performance: Precedent['performance']
  opened_at: number
  closed_at: number
  committee_name: string
  is_same: boolean
}

/** The settled mediations nearest to a category. The second lock decides which there are for the reader. */
async function listNear(tx: Tx, district: number, row: MatterRow): Promise<Found[]> {
  const { rows } =
    await sql<Found>`select d.id, d.facts, d.fen::float8 fen, d.form, d.performance, d.opened_at, d.closed_at,
      c.name committee_name, m.category_code = ${row.category_code} is_same
    from (select * from mediation where district_id = ${district} and closed_at is not null
      order by closed_at desc, id desc limit ${most.looked}) d
    join lateral (select id, category_code, sensitive, destroyed_at from matter
      where district_id = ${district} and id = d.matter_id offset 0) m on true
    join unit c on c.district_id = ${district} and c.id = d.committee_id
    where d.is_agreed and d.matter_id <> ${row.id} and m.destroyed_at is null and not m.sensitive
      and m.category_code in (select k.code from category k join category o on o.district_id = k.district_id
        and coalesce(k.parent_code, k.code) = coalesce(o.parent_code, o.code)
        where o.district_id = ${district} and o.code = ${row.category_code})
    order by m.category_code = ${row.category_code} desc, d.closed_at desc, d.id desc limit ${most.shown}`.execute(
      tx,
    )
  return rows
}

/** How others came to an agreement in disputes of the same kind. Of a locked matter nothing is offered. Refusal: `notFound`. */
export async function listPrecedents({ tx, actor, params }: Call<typeof precedentRoutes.listPrecedents>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  if (!row || row.mediation === null) return refuse('notFound')
  const found = row.category_code === null ? [] : await listNear(tx, district, row)
  const { rows: words } = await sql<MediationTextRow>`select * from mediation_text
    where district_id = ${district} and mediation_id = any (${found.map(({ id }) => id)}::uuid[]) and kind = 'terms'`.execute(
    tx,
  )
  const { rows: matters } = await sql<MatterRow>`select * from matter where district_id = ${district}
    and id = any (${found.map(({ facts }) => facts.matterId)}::uuid[])`.execute(tx)
  const texts = textsOf(words)
  return {
    rows: found.flatMap(({ facts, ...one }): Precedent[] => {
      const matter = matters.find((each) => each.id === facts.matterId)
      if (!matter) return []
      const held = facts.sessions.filter(({ state }) => state === 'held')
      const mayRead = readingOf(actor, matterOf(matter), facts).words
      const terms = mayRead ? inForce(facts).map(({ termsId }) => texts.open<Terms>(termsId)) : []
      const precedent = {
        ...{ id: one.id, matterId: facts.matterId, number: fileNumber(facts, one.committee_name) },
        ...{ matterTitle: matter.title, committeeName: one.committee_name, isSameCategory: one.is_same },
        ...{
          closedAt: iso(one.closed_at),
          days: daysBetween(dayOf(one.opened_at), dayOf(one.closed_at)) + 1,
        },
        ...{ held: held.length, parties: facts.participants.length },
        // how a caucus went is nobody's lesson
        methods: [
          ...new Set(held.filter(({ kind }) => kind === 'joint').flatMap((session) => session.methods)),
        ],
        ...{ fen: one.fen, form: one.form, performance: one.performance },
        clauses: terms.flatMap((each) => each?.clauses ?? []),
      }
      return [precedent]
    }),
  }
}
