import { district, freshId } from './factory.ts'
import type { TestServer } from './server.ts'

const ids = (from: string) => `('01900000-0000-7000-8000-${from}' || lpad(to_hex(n), 8, '0'))::uuid`

/** Years of supervision of the matters that `fillMatters` made: instruments, findings, and a sample. Out: the sample. */
export async function fillSupervision(server: TestServer, most = 5_000): Promise<string> {
  const { units, staff } = server.town
  const { accountId, postId } = staff.supervisor
  await server.owner.query(
    `insert into supervision (district_id, id, matter_id, kind, year, no, unit_id, clock_id, clock_kind, clock_due_at, state, answer_on,
        promised_on, given_by, giver_post_id, giver_role, giver_unit_id, giver_path, given_at, changed_at)
      select district_id, ${ids('0001')}, id, 'reminder', 2025, n, $1, gen_random_uuid(), 'handle', received_at,
        case when n % 20 = 0 then 'waiting' else 'accepted' end, received_at::date + 9, received_at::date + 12, $2, $3, 'supervisor',
        $4, $5, received_at, received_at
      from (select *, row_number() over (order by id) n from matter where number like 'fill-%' limit $6) m`,
    [units.housing.id, accountId, postId, units.north.id, units.north.path, most],
  )
  await server.owner.query(
    `insert into supervision_finding (district_id, id, matter_id, unit_id, failing, rule, key, evidence, state, found_at, changed_at)
      select district_id, ${ids('0002')}, id, $1, 'notHandled', 'idle', '1', '{}',
        case when n % 20 = 0 then 'found' else 'mended' end, received_at, received_at
      from (select *, row_number() over (order by id) n from matter where number like 'fill-%' limit $2) m`,
    [units.housing.id, most],
  )
  await server.owner.query(
    `insert into supervision_action (district_id, id, at, matter_id, subject_id, verb, payload)
      select district_id, ${ids('0003')}, found_at, matter_id, id, 'find', '{}'
      from (select *, row_number() over (order by id) n from supervision_finding) f`,
  )
  const samples = Array.from({ length: 20 }, freshId)
  await server.owner.query(
    `insert into closure_sample (district_id, id, unit_id, month, share, minimum, seed, drawn_by, drawn_at)
      select $1, id, $2, date '2024-01-01' + (n - 1) * interval '1 month', 100, 1, 'seed', $3, $4
      from unnest($5::uuid[]) with ordinality x(id, n)`,
    [district, units.north.id, accountId, new Date(server.now), samples],
  )
  await server.owner.query(
    `insert into closure_stratum (district_id, sample_id, unit_id, closed) select $1, id, $2, 250 from unnest($3::uuid[]) id`,
    [district, units.housing.id, samples],
  )
  await server.owner.query(
    `insert into closure_check (district_id, sample_id, matter_id, no, unit_id, closed_unit_id, closed_at)
      select district_id, ($1::uuid[])[n % 20 + 1], id, n, $2, centre_id, received_at
      from (select *, row_number() over (order by id) n from matter where number like 'fill-%' limit $3) m`,
    [samples, units.housing.id, most],
  )
  for (const table of ['supervision', 'supervision_finding', 'supervision_action', 'closure_check'])
    await server.owner.query(`analyze ${table}`)
  return samples[0] ?? ''
}
