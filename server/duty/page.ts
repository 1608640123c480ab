import { sql } from 'kysely'
import type { DutyPage, dutyRoutes } from '#contract/duty.ts'
import type { PlaceLevel } from '#domain/duty/line.ts'
import type { Level } from '#domain/org/roles.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import type { Inside } from '../rules/record.ts'
import { namedSides, readUnits } from './names.ts'
import { type Listed, selectDuties, viewsOf } from './queries.ts'

/** What the record holds of a change: the line as it was written, or the day on which it ends. */
export type Written = {
  reason: string
  mainId?: string | null
  level?: Level
  assistIds?: string[]
  assistLevels?: PlaceLevel[]
  basis?: string
  fromOn?: string
  toOn?: string | null
  lastOn?: string | null
}
type Deed = { id: string; at: number; by: string; verb: string; payload: Written }
const verbs = ['addDuty', 'editDuty', 'endDuty'] as const

/** The row of a line. Refusal: `notFound`. */
export async function getRow({ tx, actor, now }: Inside, id: string): Promise<Listed> {
  const [row] = await selectDuties(tx, actor.districtId, now, sql`d.id = ${id}`, 1)
  if (!row) throw new Refused(refuse('notFound'))
  return row
}

/** A line with its versions and who changed what when and why. Refusal: `notFound`. */
export async function readDuty(inside: Inside, id: string): Promise<DutyPage> {
  const { tx, actor, now } = inside
  const district = actor.districtId
  const row = await getRow(inside, id)
  const [view] = await viewsOf(tx, district, [row], now)
  if (!view) throw new Error(`line ${id} was there a moment ago`)
  const { rows: versions } = await sql<{ id: string; fromOn: string; toOn: string | null }>`
    select id, from_on "fromOn", to_on "toOn" from duty
    where district_id = ${district} and no = ${row.no} order by from_on desc`.execute(tx)
  const { rows: deeds } = await sql<Deed>`select r.id, r.at, p.name "by", r.verb, r.payload
    from rules_action r join account a on a.district_id = r.district_id and a.id = r.account_id
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where r.district_id = ${district} and r.subject = ${`duty:${row.no}`}
    order by r.at desc, r.id desc limit 50`.execute(tx)
  const ids = deeds.flatMap(({ payload }) => [payload.mainId ?? null, ...(payload.assistIds ?? [])])
  const units = await readUnits(tx, district, ids, now)
  return {
    ...view,
    isNewest: versions[0]?.id === id,
    versions,
    deeds: deeds.map(({ id: deedId, at, by, verb, payload }) => ({
      ...{ id: deedId, at: new Date(at).toISOString(), by, reason: payload.reason },
      verb: verbs.find((one) => one === verb) ?? 'editDuty',
      said:
        payload.level === undefined
          ? null
          : {
              ...namedSides(
                {
                  ...{ mainId: payload.mainId ?? null, level: payload.level },
                  ...{ assistIds: payload.assistIds ?? [], assistLevels: payload.assistLevels ?? [] },
                },
                units,
              ),
              ...{ basis: payload.basis ?? '', fromOn: payload.fromOn ?? '', toOn: payload.toOn ?? null },
            },
      lastOn: payload.lastOn ?? null,
    })),
  }
}

export const getDuty = (call: Call<typeof dutyRoutes.getDuty>) => readDuty(call, call.params.id)
