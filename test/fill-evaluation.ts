import type { TestServer } from './server.ts'

/** A UUID of version 7 for row `i`, told apart by a salt. */
const idOf = (salt: string) =>
  `(substr(md5('${salt}-' || i), 1, 8) || '-' || substr(md5('${salt}-' || i), 9, 4) || '-7' || substr(md5('${salt}-' || i), 13, 3)
    || '-8' || substr(md5('${salt}-' || i), 16, 3) || '-' || substr(md5('${salt}-' || i), 19, 12))::uuid`
const numbered = `matter m, lateral (select substr(m.number, 6)::int i) n`
const isFilled = `m.number like 'fill-%'`

/**
 * Gives the filled matters a month to be counted in: October 2026, closed in every way, asked with every answer, with clocks of two
 * units, voices that rated themselves, and what was returned and reopened. The month before and after have some too.
 */
export async function fillEvaluation(server: TestServer): Promise<void> {
  const { housing, water, willow } = server.town.units
  const run = (text: string, values: unknown[] = []) => server.owner.query(text, values)
  await run(`update matter m set closed_at = timestamptz '2026-09-28 02:00Z' + make_interval(hours => (i * 37 % 860)),
      closure_kind = (array['resolved','resolved','agreed','procedural','withdrawn','notAccepted','referred'])[1 + i % 7],
      solved = (array[true, true, false, null, null])[1 + i % 5],
      satisfied = (array['satisfied','basically','unsatisfied', null, null])[1 + i % 5],
      revisit_tries = i % 3, has_contact = i % 4 > 0
    from (select id, substr(number, 6)::int i from matter where number like 'fill-%' and state = 'closed') x where x.id = m.id`)
  await run(
    `insert into appeal select p.* from ${numbered} join appeal a on true, generate_series(1, 2) k,
      lateral jsonb_populate_record(a, jsonb_build_object('id', md5('voice' || i || k)::uuid, 'query_index', '\\x' || md5('v' || i || k),
        'satisfied', (array['satisfied','unsatisfied','basically', null, null])[1 + (i + k) % 5], 'received_at', a.received_at + make_interval(secs => k))) p
    where ${isFilled} and a.district_id = m.district_id and a.matter_id = m.id and i % 9 = 0`,
  )
  const clocks = (salt: string, kind: string, unit: string, every: string) =>
    run(
      `insert into clock (district_id, id, matter_id, kind, unit_id, started_at, amount, measure, calendar_version, due_at, stopped_at, outcome)
      select m.district_id, ${idOf(salt)}, m.id, '${kind}', $1, due - interval '2 days', 5, 'workDays', 1, due,
        case when i % 4 > 0 then due + make_interval(hours => (i % 9) - 6) end,
        case when i % 4 > 0 then (array['met','late','met','dropped'])[1 + i % 4] end
      from ${numbered}, lateral (select timestamptz '2026-09-27 03:00Z' + make_interval(hours => (i * 53 % 850)) due) d
      where ${isFilled} and ${every}`,
      [unit],
    )
  await clocks('contact', 'contact', housing.id, 'i % 2 = 0')
  await clocks('contact2', 'contact', willow.id, 'i % 2 = 1')
  await clocks('handle', 'handle', housing.id, 'i % 3 < 2')
  await clocks('handle2', 'handle', water.id, 'i % 3 > 0')
  // the same unit again in the month: both clocks are one line
  await clocks('handle3', 'handle', housing.id, 'i % 6 = 0')
  await run(
    `insert into matter_action (district_id, matter_id, seq, id, verb, at, actor_kind, unit_id, state, payload, payload_digest, previous, hash)
    select m.district_id, m.id, 1000, ${idOf('sent')}, case when i % 2 = 0 then 'return' else 'reopen' end,
      timestamptz '2026-09-29 03:00Z' + make_interval(hours => i * 31 % 800), 'staff', $1, 'handling', '{}', '\\x00', '\\x00', '\\x00'
    from ${numbered} where ${isFilled} and i % 11 = 0`,
    [housing.id],
  )
  await run('analyze matter, appeal, clock, matter_action')
}

/** Gives a quarter of the filled matters an exclusion, most of them decided. */
export async function fillExclusions(server: TestServer): Promise<void> {
  await server.owner.query(
    `insert into exclusion (district_id, id, matter_id, number, unit_id, unit_path, reason, deciders, measures, state, asked_by, asked_at,
        vote_by, decided_at, changed_at)
      select district_id, ('01900000-0000-7000-8000-0043' || lpad(to_hex(n), 8, '0'))::uuid, id, number, $1, $2, 'untrue',
        array[$4, $5, $6]::uuid[], '{satisfaction}', case when n % 50 = 0 then 'voting' else 'excluded' end, $3, received_at,
        date '2026-12-01', case when n % 50 > 0 then received_at end, received_at
      from (select m.*, row_number() over (order by id) n from matter m where number like 'fill-%' limit 5000) m`,
    [
      ...[server.town.units.housing.id, server.town.units.housing.path, server.town.staff.housing.accountId],
      ...[server.town.units.water.id, server.town.units.plum.id, server.town.units.north.id],
    ],
  )
  await server.owner.query(
    `insert into exclusion_seat (district_id, exclusion_id, unit_id) select district_id, id, $1 from exclusion`,
    [server.town.units.water.id],
  )
  await server.owner.query('analyze exclusion, exclusion_seat')
}
