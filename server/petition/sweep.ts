import { sql } from 'kysely'
import { turnOf } from '#domain/petition/petition.ts'
import type { Tx } from '../db/scope.ts'
import type { PetitionRow } from '../db/tables.gen.ts'
import { nudge } from '../matter/store.ts'
import { getRules } from '../org/rules.ts'
import { factsOf } from './queries.ts'
import { writePetition } from './store.ts'
import { tellAboutPetition } from './tell.ts'

const kinds = ['petitionNear', 'petitionLate'] as const

/**
 * Tells the petitions whose time nears its end or is over since the last sweep, each mark once: whoever's turn it is, and once late
 * the office too. Safe to run twice and at once: rows are claimed by their lock, and what was told is a number on the row. Out: how many.
 */
export async function sweepPetitions(tx: Tx, district: number, now: number, limit = 200): Promise<number> {
  const { rows } = await sql<PetitionRow>`select * from petition where district_id = ${district}
    and next_at <= ${new Date(now)} order by next_at limit ${limit} for update skip locked`.execute(tx)
  for (const row of rows) {
    const p = factsOf(row as never)
    const marks = [row.warn_at, row.due_at]
    const told = marks.filter((at) => at !== null && at <= now).length
    const next = marks[told] ?? null
    await sql`update petition set told = ${told}, next_at = ${next === null ? null : new Date(next)}
      where district_id = ${district} and id = ${row.id}`.execute(tx)
    const kind = kinds[told - 1]
    if (!p || kind === undefined) continue
    const unitIds = [turnOf(p), ...(kind === 'petitionLate' ? [p.officeId] : [])]
    const about = { district, at: now, matterId: p.matterId, actorId: null }
    await tellAboutPetition(tx, about, [{ kind, unitIds }])
    const { rows: matters } = await sql<{ version: number }>`select version from matter
      where district_id = ${district} and id = ${p.matterId}`.execute(tx)
    await nudge(tx, { kind: 'matter', district, id: p.matterId, version: matters[0]?.version ?? 0 })
  }
  return rows.length
}

/** Derives the times of open petitions anew where the calendar has changed since. Out: how many were. */
export async function recomputePetitions(tx: Tx, district: number): Promise<number> {
  const rules = await getRules(tx, district)
  const { rows } = await sql<PetitionRow>`select * from petition where district_id = ${district}
    and state <> 'ended' and calendar_version < ${rules.calendar.version} limit 1000 for update skip locked`.execute(
    tx,
  )
  for (const row of rows) {
    const p = factsOf(row as never)
    if (p) await writePetition(tx, district, p, rules, row.changed_at, row.told)
  }
  return rows.length
}
