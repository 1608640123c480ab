import { sql } from 'kysely'
import type { Day } from '#domain/calendar/days.ts'
import type { Calendar } from '#domain/calendar/working-days.ts'
import type { ClockKind } from '#domain/matter/clocks.ts'
import type { ClosureKind, State } from '#domain/matter/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import type { Mediation } from '#domain/mediation/mediation.ts'
import { failingRules, failingsOf, type Trace, unconsentedIn } from '#domain/supervision/failings.ts'
import type { Tx } from '../db/scope.ts'
import { newId } from '../ids.ts'

type Of<T> = T & { matter_id: string }
type MatterLine = {
  id: string
  state: State
  closure_kind: ClosureKind | null
  holder_id: string
  centre_id: string
  is_held: boolean
  has_contact: boolean
}
type MediationLine = Of<{
  id: string
  committee_id: string
  is_open: boolean
  due_on: Day | null
  facts: Partial<Mediation>
}>

const byMatter = <T extends { matter_id: string }>(rows: readonly T[]): Map<string, T[]> => {
  const map = new Map<string, T[]>()
  for (const row of rows) map.set(row.matter_id, [...(map.get(row.matter_id) ?? []), row])
  return map
}

/** The records of some matters as the rules look at them; of destroyed files nothing is left to look at. */
async function readTraces(tx: Tx, district: number, ids: readonly string[]): Promise<Map<string, Trace>> {
  const some = [...ids]
  const { rows: matters } =
    await sql<MatterLine>`select id, state, closure_kind, holder_id, centre_id, held is not null is_held,
      has_contact from matter where district_id = ${district} and id = any (${some}::uuid[]) and destroyed_at is null`.execute(
      tx,
    )
  const actions = byMatter(
    (
      await sql<
        Of<{ seq: number; verb: Verb; at: number; unit_id: string | null }>
      >`select matter_id, seq, verb, at, unit_id
      from matter_action where district_id = ${district} and matter_id = any (${some}::uuid[]) order by matter_id, seq`.execute(
        tx,
      )
    ).rows,
  )
  const clocks = byMatter(
    (
      await sql<
        Of<{ id: string; kind: ClockKind; unit_id: string; due_at: number | null }>
      >`select matter_id, id, kind, unit_id, due_at
      from clock where district_id = ${district} and matter_id = any (${some}::uuid[]) and stopped_at is null`.execute(
        tx,
      )
    ).rows,
  )
  const mediations = byMatter(
    (
      await sql<MediationLine>`select matter_id, id, committee_id, state in ('asking','running') is_open, due_on, facts
      from mediation where district_id = ${district} and matter_id = any (${some}::uuid[])`.execute(tx)
    ).rows,
  )
  return new Map(
    matters.map((m) => [
      m.id,
      {
        ...{ state: m.state, closureKind: m.closure_kind, holderId: m.holder_id, centreId: m.centre_id },
        ...{ isHeld: m.is_held, hasContact: m.has_contact },
        actions: (actions.get(m.id) ?? []).map(({ seq, verb, at, unit_id }) => ({
          seq,
          verb,
          at,
          unitId: unit_id,
        })),
        clocks: (clocks.get(m.id) ?? []).map((c) => ({
          ...{ id: c.id, kind: c.kind, unitId: c.unit_id, dueAt: c.due_at },
        })),
        mediations: (mediations.get(m.id) ?? []).map(({ facts, ...one }) => ({
          ...{ id: one.id, committeeId: one.committee_id, isOpen: one.is_open, dueOn: one.due_on },
          unconsented:
            facts.sessions && facts.participants
              ? unconsentedIn({ sessions: facts.sessions, participants: facts.participants })
              : [],
        })),
      },
    ]),
  )
}

/**
 * Looks through some matters and keeps what was not found before, each on record. Safe to run twice and at once: the same thing has
 * one row. Out: how many were new.
 */
export async function lookThrough(
  tx: Tx,
  at: { district: number; now: number; calendar: Calendar },
  ids: readonly string[],
): Promise<number> {
  const { district, now, calendar } = at
  const traces = await readTraces(tx, district, ids)
  const found = [...traces].flatMap(([matterId, trace]) =>
    failingsOf(trace, now, calendar).map(({ rule, unitId, key, evidence }) => ({
      ...{ id: newId(now), log_id: newId(now), matter_id: matterId, unit_id: unitId },
      ...{ failing: failingRules[rule].failing, rule, key, evidence },
    })),
  )
  if (found.length === 0) return 0
  const { rows } =
    await sql`with x as (select * from json_to_recordset(${JSON.stringify(found)}::json) x(id uuid, log_id uuid,
      matter_id uuid, unit_id uuid, failing text, rule text, key text, evidence jsonb)),
    f as (insert into supervision_finding (district_id, id, matter_id, unit_id, failing, rule, key, evidence, state, found_at, changed_at)
      select ${district}::int, id, matter_id, unit_id, failing, rule, key, evidence, 'found', ${new Date(now)}::timestamptz,
        ${new Date(now)}::timestamptz from x
      on conflict (district_id, matter_id, rule, key) do nothing returning id),
    l as (insert into supervision_action (district_id, id, at, matter_id, subject_id, verb, payload)
      select ${district}::int, x.log_id, ${new Date(now)}::timestamptz, x.matter_id, x.id, 'find', jsonb_build_object('rule', x.rule)
      from x join f on f.id = x.id)
    select id from f`.execute(tx)
  return rows.length
}
