import { sql } from 'kysely'
import type { MediatorProfileView, mediatorRoutes, PublicOffice } from '#contract/mediator.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { Language } from '#domain/mediation/proposal.ts'
import { reachOf } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { readByIndex } from '../insight/conditions.ts'
import { findOnDuty, mayKeepAbsences, type OnDuty } from '../org/absence-queries.ts'
import { once } from '../org/deed.ts'
import { mediating } from './queries.ts'

type ProfileRow = {
  specialities: string[]
  languages: Language[]
  since_year: number | null
  about: string
  is_public: boolean
  version: number
}
const columns = sql.raw('specialities, languages, since_year, about, is_public, version')

type Asked = { tx: Tx; actor: StaffActor; now: number }

async function findPerson({ tx, actor, now }: Asked, id: string): Promise<OnDuty | undefined> {
  const today = dayOf(now)
  return findOnDuty(tx, actor.districtId, id, { fromOn: today, toOn: today })
}

const isMediator = (person: OnDuty) =>
  person.seats.some((seat) => reachOf(seat, 'mediation.run') !== undefined)

async function viewOf({ tx, actor }: Asked, person: OnDuty): Promise<MediatorProfileView> {
  const { rows } = await sql<ProfileRow>`select ${columns} from mediator_profile
    where district_id = ${actor.districtId} and person_id = ${person.id}`.execute(tx)
  const [row] = rows
  return {
    specialities: row?.specialities ?? [],
    languages: row?.languages ?? [],
    sinceYear: row?.since_year ?? null,
    about: row?.about ?? '',
    isPublic: row?.is_public ?? false,
    version: row?.version ?? 0,
    isMediator: isMediator(person),
    maySave: mayKeepAbsences(actor, person),
  }
}

/** What somebody is good at as a mediator, for colleagues who choose one. Refusal: `notFound`. */
export async function getMediatorProfile(call: Call<typeof mediatorRoutes.getMediatorProfile>) {
  const person = await findPerson(call, call.params.id)
  return person ? viewOf(call, person) : refuse('notFound')
}

/** Enters what somebody is good at. Refusals: `notFound`, `notYours`, `notAMediator`, `badInput`, `staleVersion`, `commandReused`. */
export async function saveMediatorProfile(call: Call<typeof mediatorRoutes.saveMediatorProfile>) {
  const { tx, actor, now, params, body } = call
  const { commandId, version, specialities, languages, sinceYear, about, isPublic } = body
  const district = actor.districtId
  const person = await findPerson(call, params.id)
  if (!person) return refuse('notFound')
  const payload = {
    version,
    specialities: [...new Set(specialities)],
    languages: [...new Set(languages)],
    ...{ sinceYear, about, isPublic },
  }
  const deed = { commandId, verb: 'setMediatorProfile', subject: person.id, payload } as const
  await once(
    call,
    deed,
    async () => {
      if (!isMediator(person)) throw new Refused(refuse('notAMediator'))
      if (sinceYear !== null && sinceYear > Number(dayOf(now).slice(0, 4)))
        throw new Refused(refuse('badInput', { field: 'sinceYear', hint: '' }, 'sinceYear'))
      await insistOnCategories(tx, district, payload.specialities)
      const { rows } = await sql`insert into mediator_profile (district_id, person_id, ${columns}, changed_at)
        values (${district}, ${person.id}, ${payload.specialities}::text[], ${payload.languages}::text[], ${sinceYear}, ${about},
          ${isPublic}, 1, ${new Date(now)})
        on conflict (district_id, person_id) do update set (specialities, languages, since_year, about, is_public, version, changed_at)
          = (excluded.specialities, excluded.languages, excluded.since_year, excluded.about, excluded.is_public,
            mediator_profile.version + 1, excluded.changed_at)
        where mediator_profile.version = ${version} returning 1`.execute(tx)
      if (rows.length === 0) throw new Refused(refuse('staleVersion', { version }))
    },
    mayKeepAbsences(actor, person),
  )
  return viewOf(call, person)
}

async function insistOnCategories(tx: Tx, district: number, codes: readonly string[]): Promise<void> {
  const { rows } = await sql<{ code: string }>`select x code from unnest(${[...codes]}::text[]) x
    where not exists (select from category where district_id = ${district} and code = x)`.execute(tx)
  const [unknown] = rows
  if (unknown)
    throw new Refused(refuse('badInput', { field: 'specialities', hint: unknown.code }, 'specialities'))
}

type OfficeRow = {
  id: string
  kind: 'committee' | 'studio'
  name: string
  phone: string | null
  lng: number | null
  lat: number | null
  settled: number
  mediators: PublicOffice['mediators']
}

/** Small numbers would tell on those who are in them. */
const fewest = 5

/** Committees and studios for everybody: who mediates there and agreed to be named, how many disputes were settled. */
export async function listPublicMediators({
  tx,
  params,
  query,
  now,
}: Call<typeof mediatorRoutes.listPublicMediators>) {
  const { district } = params
  const today = dayOf(now)
  const { rows: names } = await sql<{
    name: string
  }>`select name from district where id = ${district}`.execute(tx)
  const [named] = names
  if (!named) return refuse('notFound')
  const after =
    query.cursor === undefined
      ? sql``
      : sql`and u.path > (select path from unit where district_id = ${district} and id = ${query.cursor})`
  await readByIndex(tx)
  const { rows } = await sql<OfficeRow>`select u.id, u.kind, u.name, u.phone, u.lng, u.lat,
      (select count(*)::int from mediation d where d.district_id = ${district} and d.committee_id = u.id and d.is_agreed) settled,
      (select coalesce(json_agg(json_build_object('name', p.name, 'sinceYear', f.since_year, 'about', f.about,
          'languages', f.languages, 'specialities', (
            select coalesce(json_agg(json_build_object('zh', c.name_zh, 'en', c.name_en) order by c.code), '[]')
            from category c where c.district_id = ${district} and c.code = any (f.specialities)))
          order by p.pinyin, p.id), '[]')
        from mediator_profile f join person p on p.district_id = ${district} and p.id = f.person_id
        where f.district_id = ${district} and f.is_public and exists (
          select from post o where o.district_id = ${district} and o.person_id = f.person_id and o.unit_id = u.id
            and o.role = any (${[...mediating]}) and o.from_on <= ${today}::date
            and (o.to_on is null or o.to_on >= ${today}::date))) mediators
    from unit u where u.district_id = ${district} and u.kind in ('committee','studio')
      and (u.valid_to is null or u.valid_to >= ${today}::date) ${after}
    order by u.path limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  return {
    districtName: named.name,
    rows: shown.map((row) => ({ ...row, settled: row.settled < fewest ? null : row.settled })),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}
