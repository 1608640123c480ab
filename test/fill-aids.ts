import { district } from './factory.ts'
import type { TestServer } from './server.ts'

/** What `fillAids` makes big. */
export const aidTables = [
  'aid',
  'aid_line',
  'aid_action',
  'aid_text',
  'aid_matter',
  'team',
  'team_member',
] as const

/** Years of orders that are over, and some of this month that are open, each with one unit or team; and years of teams that have ended. */
export async function fillAids({ owner, town, now }: TestServer, count = 20_000): Promise<void> {
  const { units, staff } = town
  await owner.query(
    `with t as (insert into team (district_id, id, kind, name, unit_id, unit_path, by_id, lead_unit_id, lead_unit_path, lead_id,
        from_on, to_on, ended_at, ending, version)
        select $1, ('01800000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'project', '专班' || n, $2, $3, $4, $5, $6, $7,
          date '2020-01-01', date '2020-06-01', $8, 'term', 1 from generate_series(1, $9::int / 4) n returning district_id, id)
      insert into team_member (district_id, id, team_id, account_id, unit_id, unit_path, from_on)
        select t.district_id, gen_random_uuid(), t.id, x.a, x.u, x.p, date '2020-01-01' from t
        cross join (values ($7::uuid, $5::uuid, $6::text), ($10::uuid, $11::uuid, $12::text)) x(a, u, p)`,
    [
      ...[district, units.northCentre.id, units.north.path, staff.sorter.accountId],
      ...[units.housing.id, units.housing.path, staff.housing.accountId, new Date(now), count],
      ...[staff.water.accountId, units.water.id, units.water.path],
    ],
  )
  await owner.query(
    `with x as (select n, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid id, n % 200 = 0 is_open,
        case when n % 5 = 1 then ('01800000-0000-7000-8000-' || lpad(to_hex(n / 5 + 1), 12, '0'))::uuid end team,
        $2::timestamptz - ($3 - n) * interval '30 minutes' as at from generate_series(1, $3::int) n),
      w as (insert into aid (district_id, id, number, kind_code, state, unit_id, unit_path, by_id, centre_path, posted_at, since, steps,
          over_at, asked, asked_teams, asked_paths, told, calendar_version, version)
        select $1, id, 'DD2020-' || n, 'RENEWAL', case when is_open then 'dispatched' else 'over' end, $4, $5, $6, $9, at, at, '[]',
          case when is_open then null else at end, case when team is null then array[$7::uuid] else '{}' end,
          case when team is null then '{}' else array[team] end, array[$8::text], 3, 999, 1 from x),
      l as (insert into aid_line (district_id, id, aid_id, unit_id, team_id, unit_path, asked_at, step, outcome, since, steps,
          calendar_version, due_at, told)
        select $1, id, id, case when team is null then $7::uuid end, team, $8, at, case when is_open then 'finish' end,
          case when is_open then null else 'confirmed' end, at, '{}', 999, case when is_open then at + interval '1 day' end, 3 from x),
      a as (insert into aid_action (district_id, id, at, aid_id, verb, account_id, payload)
        select $1, id, at, id, 'post', $6, '{}' from x),
      t as (insert into aid_text (district_id, id, aid_id, sealed)
        select $1, gen_random_uuid(), id, '\\x00' from x where not is_open),
      m as (select id, row_number() over () n from matter where district_id = $1 limit 2000)
    insert into aid_matter (district_id, aid_id, matter_id) select $1, x.id, m.id from x join m on m.n = x.n`,
    [
      ...[district, new Date(now), count, units.willow.id, units.willow.path, staff.clerk.accountId],
      ...[units.housing.id, units.housing.path, units.north.path],
    ],
  )
  await owner.query(`analyze ${aidTables.join(', ')}`)
}
