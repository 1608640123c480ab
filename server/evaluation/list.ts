import { sql } from 'kysely'
import type { EvaluationLineView, evaluationRoutes } from '#contract/evaluation.ts'
import type { StaffActor } from '#domain/actor.ts'
import { askingSeat } from '#domain/evaluation/exclusion.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { readByIndex } from '../insight/conditions.ts'
import { frozenLines, type LineRow, presentLines } from './lines.ts'
import { asDistrict, askedUnit, isAsked } from './reach.ts'
import { findFrozen } from './store.ts'

/** Where a page of lines ended: the ids of its last line. */
type Place = readonly [unitId: string, matterId: string, voiceId: string]
const placeOf = (cursor: string | undefined): Place | undefined => {
  const ids = cursor?.split(' ')
  const isPlace = ids?.length === 3 && ids.every((id) => /^[0-9a-f-]{36}$/.test(id))
  return isPlace ? (ids as unknown as Place) : undefined
}

type Line = LineRow & { unit_name: string }

/**
 * The matters behind a number of a month, of the units in reach; what is not for the reader to open is counted without a name.
 * Refusals: `notFound`, `monthNotFrozen`.
 */
export async function listEvaluationLines({
  tx,
  actor,
  query,
  now,
}: Call<typeof evaluationRoutes.listEvaluationLines>) {
  const district = actor.districtId
  const { month, measure, limit } = query
  const unit = await askedUnit(tx, actor, query.unit)
  const frozen = await findFrozen(tx, district, month)
  if (query.as === 'frozen' && !frozen) throw new Refused(refuse('monthNotFrozen'))
  const isFrozen = query.as === undefined ? frozen !== undefined : query.as === 'frozen'
  const after = placeOf(query.cursor)
  const source = isFrozen
    ? frozenLines({ district, month }, [measure])
    : presentLines({ district, month, now }, [measure])
  const conditions = [
    query.own === '1' && unit ? sql`u.id = ${unit.id} and ${isAsked(actor, unit)}` : isAsked(actor, unit),
    ...(query.class === undefined ? [] : [sql`l.class = ${query.class}`]),
    ...(query.excluded === undefined ? [] : [sql`(l.exclusion_id is not null) = ${query.excluded === '1'}`]),
    ...(after
      ? [
          sql`(l.unit_id, l.matter_id, l.voice_id) > (${after[0]}::uuid, ${after[1]}::uuid, ${after[2]}::uuid)`,
        ]
      : []),
  ]
  const rows = await asDistrict(tx, actor, async () => {
    await readByIndex(tx)
    const found = await sql<Line>`select l.*, u.name unit_name from ${source} l
      join unit u on u.district_id = ${district} and u.id = l.unit_id
      where ${sql.join(conditions, sql` and `)} order by l.unit_id, l.matter_id, l.voice_id limit ${limit + 1}`.execute(
      tx,
    )
    return found.rows
  })
  const shown = rows.slice(0, limit)
  const called = await readMatters(
    tx,
    district,
    shown.map(({ matter_id }) => matter_id),
  )
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => viewOf(row, called.get(row.matter_id), actor)),
    next: rows.length > limit && last ? `${last.unit_id} ${last.matter_id} ${last.voice_id}` : null,
  }
}

export type Called = {
  id: string
  number: string
  title: string
  involved: string[]
  sensitive: boolean
  is_destroyed: boolean
}

/** What matters are called, of those the reader may open. */
export async function readMatters(
  tx: Tx,
  district: number,
  ids: readonly string[],
): Promise<Map<string, Called>> {
  const { rows } =
    await sql<Called>`select m.id, m.number, m.title, m.involved, m.sensitive, m.destroyed_at is not null is_destroyed
    from matter m where m.district_id = ${district} and m.id = any (${[...new Set(ids)]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** What a matter is called, where its reader may open it. */
export const namedOf = (called: Called | undefined): EvaluationLineView['matter'] =>
  called ? { id: called.id, number: called.number, title: called.title } : null

function viewOf(row: Line, called: Called | undefined, actor: StaffActor): EvaluationLineView {
  const isFree =
    called !== undefined && !called.sensitive && !called.is_destroyed && row.exclusion_id === null
  return {
    matter: namedOf(called),
    unit: { id: row.unit_id, name: row.unit_name },
    ...{ class: row.class, isExcluded: row.exclusion_id !== null },
    mayAsk:
      isFree &&
      called.involved.includes(row.unit_id) &&
      row.measure !== 'returned' &&
      row.measure !== 'reopened' &&
      askingSeat(actor, row.unit_id) !== undefined,
  }
}
