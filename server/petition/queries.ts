import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import { reachOf } from '#domain/org/grants.ts'
import { type Role, roles, type UnitKind } from '#domain/org/roles.ts'
import { servesPath } from '#domain/org/tree.ts'
import type { Petition } from '#domain/petition/petition.ts'
import type { Tx } from '../db/scope.ts'
import type { PetitionTextRow } from '../db/tables.gen.ts'
import { openPetitionText } from './sealed.ts'

export type PetitionLine = {
  district_id: number
  id: string
  matter_id: string
  year: number
  no: number
  kind: Petition['kind']
  state: Petition['state']
  ending: Petition['ending']
  received_on: string
  registered_at: number
  office_name: string
  due_at: number | null
  told: number
  facts: Petition | Record<string, never>
}

/** The petition of a matter, for whoever sees the matter; at most one. */
export async function findPetition(
  tx: Tx,
  district: number,
  matterId: string,
): Promise<PetitionLine | undefined> {
  const { rows } = await sql<PetitionLine>`select p.*, u.name office_name from petition p
    join unit u on u.district_id = p.district_id and u.id = p.office_id
    where p.district_id = ${district} and p.matter_id = ${matterId}`.execute(tx)
  return rows[0]
}

/** The facts of a petition, or undefined once its file is destroyed. */
export const factsOf = (line: Pick<PetitionLine, 'facts'> | undefined): Petition | undefined =>
  line && 'id' in line.facts ? (line.facts as Petition) : undefined

/** Everything that was written in a petition, opened when it is first asked for. */
export async function textsOf(tx: Tx, district: number, petitionId: string) {
  const { rows } = await sql<PetitionTextRow>`select * from petition_text
    where district_id = ${district} and petition_id = ${petitionId}`.execute(tx)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    open: <T>(id: string | null | undefined): T | null => {
      const row = id ? byId.get(id) : undefined
      return row ? (openPetitionText(row) as T) : null
    },
  }
}
export type PetitionTexts = Awaited<ReturnType<typeof textsOf>>

export type Beside = {
  id: string
  matter_id: string
  year: number
  no: number
  kind: Petition['kind']
  state: Petition['state']
  ending: Petition['ending']
  office_name: string
  body_name: string | null
  received_on: string
  by_phone: boolean
  /** Null where the reader does not see that matter. */
  matter_number: string | null
  title: string | null
}

/** Other petitions in which somebody of the same telephone or name petitions, the newest first. In: the keyed look-ups. */
export async function listBeside(
  tx: Tx,
  district: number,
  matterId: string,
  { phones, names }: { phones: readonly Buffer[]; names: readonly Buffer[] },
): Promise<Beside[]> {
  if (phones.length + names.length === 0) return []
  const { rows } =
    await sql<Beside>`select s.*, o.name office_name, b.name body_name, m.number matter_number, m.title
    from petitions_beside(${district}, ${matterId}, ${[...phones]}::bytea[], ${[...names]}::bytea[]) s
    join unit o on o.district_id = ${district} and o.id = s.office_id
    left join unit b on b.district_id = ${district} and b.id = s.body_id
    left join matter m on m.district_id = ${district} and m.id = s.matter_id
    order by s.received_on desc, s.id`.execute(tx)
  return rows
}

/** The posts from which one works on petitions. */
export const petitioning: readonly Role[] = roles.filter(
  (role) => reachOf({ role }, 'petition.run') !== undefined,
)

/** At which units these people work today. Out: account → units. */
export async function unitsOfAccounts(
  tx: Tx,
  district: number,
  accountIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (accountIds.length === 0) return new Map()
  const today = dayOf(now)
  const { rows } = await sql<{
    id: string
    units: string[]
  }>`select a.id, array_agg(o.unit_id) units from account a
    join post o on o.district_id = a.district_id and o.person_id = a.person_id
      and o.from_on <= ${today}::date and (o.to_on is null or o.to_on >= ${today}::date)
    where a.district_id = ${district} and a.id = any (${[...accountIds]}::uuid[]) group by a.id`.execute(tx)
  return new Map(rows.map(({ id, units }) => [id, units]))
}

/** Who works on petitions at these units today, but for those who are reported. */
export async function accountsAt(
  tx: Tx,
  district: number,
  unitIds: readonly string[],
  except: readonly string[],
  now: number,
): Promise<string[]> {
  const today = dayOf(now)
  const { rows } = await sql<{ id: string }>`select distinct a.id from post o
    join account a on a.district_id = o.district_id and a.person_id = o.person_id and a.disabled_at is null
    where o.district_id = ${district} and o.unit_id = any (${[...unitIds]}::uuid[]) and o.role = any (${[...petitioning]})
      and o.from_on <= ${today}::date and (o.to_on is null or o.to_on >= ${today}::date)
      and a.id <> all (${[...except]}::uuid[]) order by a.id`.execute(tx)
  return rows.map(({ id }) => id)
}

export type Area = { id: string; name: string; kind: UnitKind; path: string; serves: string }

/** Units with the areas they serve. In: a condition on `u`. Closed ones too. */
export async function listAreas(tx: Tx, district: number, where: RawBuilder<unknown>): Promise<Area[]> {
  const { rows } = await sql<Omit<Area, 'serves'>>`select u.id, u.name, u.kind, u.path from unit u
    where u.district_id = ${district} and ${where} order by u.path limit 300`.execute(tx)
  return rows.map((row) => ({ ...row, serves: servesPath(row) }))
}
